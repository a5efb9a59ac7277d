"""The reader of figure files refuses what it does not understand, and says where and what is allowed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from calculators.kit.figures import FigureError, Register

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = """
[T6]
publisher = "TikTok"
title = "Scaled rewards"
address = "example.org/scaled"
published = 2025-02-06
accessed = 2026-11-22
kind = "official"

[P1]
publisher = "A newsletter"
title = "The change"
address = []
published = "Feb 2025"
accessed = 2026-11-22
kind = "press"
"""

GIFTS = """
[topic]
label = "Gifts and shares"
note = "About all of them."
[topic.defaults]
checked = 2026-11-22
check_every = 180
sources = ["T6"]

[share]
label = "Creator's share"
unit = "fraction"
check_every = 90
[[share.values]]
since = 2023-09-01
low = 0.2
typical = 0.4
high = 0.5
grade = "A"
note = "Half."
[[share.values]]
since = 2025-02-10
region = "us"
typical = 0.44
grade = "B"
sources = ["T6", "P1"]

[rose]
label = "Rose"
unit = "coins"
since = 2024-02-22
typical = 1
grade = "B"
"""


def load(folder: Path, gifts: str = GIFTS, sources: str = SOURCES) -> Register:
    """The register of a folder with these two files."""
    (folder / "sources.toml").write_text(sources, encoding="utf-8")
    (folder / "gifts.toml").write_text(gifts, encoding="utf-8")
    return Register.load(folder)


def test_a_sound_folder_is_read_whole(tmp_path: Path) -> None:
    """Labels, rows, defaults and sources arrive as written."""
    register = load(tmp_path)
    share = register.figures["gifts.share"]
    assert register.topics["gifts"].label == "Gifts and shares"
    assert (share.label, share.unit, share.check_every, share.checked) == (
        "Creator's share",
        "fraction",
        90,  # its own, not the topic's 180
        date(2026, 11, 22),
    )
    assert [(row.since, row.region, row.low, row.typical, row.high, row.grade) for row in share.rows] == [
        (date(2023, 9, 1), "world", 0.2, 0.4, 0.5, "A"),
        (date(2025, 2, 10), "us", 0.44, 0.44, 0.44, "B"),  # typical alone is exact
    ]
    assert [row.sources for row in share.rows] == [("T6",), ("T6", "P1")]
    assert (register.sources["T6"].published, register.sources["P1"].published) == (
        date(2025, 2, 6),
        "Feb 2025",
    )
    assert register.sources["P1"].address == ()


def test_a_figure_with_one_row_may_write_it_in_its_own_table(tmp_path: Path) -> None:
    """The shorthand of a catalogue: one exact row, the rest from the topic's defaults."""
    rose = load(tmp_path).figures["gifts.rose"]
    assert rose.check_every == 180
    assert [(row.low, row.typical, row.high, row.sources) for row in rose.rows] == [(1, 1, 1, ("T6",))]


def test_a_topic_may_leave_its_own_table_out(tmp_path: Path) -> None:
    """The file's name is then the label."""
    (tmp_path / "live_rooms.toml").write_text(
        '[size]\nlabel = "Size"\nunit = "viewers"\nchecked = 2026-11-22\ncheck_every = 1\n'
        'since = 2024-01-01\ntypical = 5\ngrade = "D"\nsources = ["T6"]\n',
        encoding="utf-8",
    )
    assert load(tmp_path).topics["live_rooms"].label == "Live rooms"


def test_a_folder_with_a_written_register_is_read_from_it(tmp_path: Path) -> None:
    """The wheel holds register.json, and then no TOML file is looked at."""
    text = load(tmp_path).to_json()
    (tmp_path / "register.json").write_text(text, encoding="utf-8")
    (tmp_path / "gifts.toml").write_text("this is not TOML", encoding="utf-8")
    assert Register.load(tmp_path).to_json() == text


# What is replaced in GIFTS, by what, where the message must say the trouble is, and what it must say.
REFUSED = [
    ('unit = "coins"', 'unit = "shells"', "[rose]", "unknown unit 'shells'; allowed: AUD, "),
    ('unit = "coins"\n', "", "[rose]", "'unit' is missing"),
    ('label = "Rose"\n', "", "[rose]", "'label' is missing"),
    ('label = "Rose"', 'label = " "', "[rose]", "'label' must be a text that is not empty"),
    ('label = "Rose"', 'lable = "Rose"', "[rose]", "unknown key 'lable'; allowed: label, unit, "),
    ("[rose]", "[Rose]", "[Rose]", "'Rose' is not a name"),
    ("[rose]", "[rose.extra]", "[rose]", "unknown key 'extra'; allowed: label, "),
    ('since = 2024-02-22\ntypical = 1\ngrade = "B"', "", "[rose]", "has no row: write [[rose.values]], or"),
    ("typical = 1\n", "", "[rose.values #1]", "'typical' is missing"),
    ("typical = 1\n", "typical = 1\nlow = 1\n", "[rose.values #1]", "'high' is missing"),
    ("typical = 1\n", "typical = true\n", "[rose.values #1]", "'typical' must be a number"),
    ("typical = 1\n", "typical = inf\n", "[rose.values #1]", "'typical' must be a number"),
    ("typical = 1\n", 'typical = "1"\n', "[rose.values #1]", "'typical' must be a number"),
    ("since = 2024-02-22\n", "", "[rose.values #1]", "'since' is missing"),
    ("since = 2024-02-22", 'since = "2024-02-22"', "[rose.values #1]", "'since' must be a date such as"),
    ("since = 2024-02-22", "since = 2024-02-22T08:00:00", "[rose.values #1]", "'since' must be a date"),
    ("low = 0.2", "low = 0.41", "[share.values #1]", "low 0.41 ≤ typical 0.4 ≤ high 0.5 does not hold"),
    ("high = 0.5", "high = 0.39", "[share.values #1]", "low 0.2 ≤ typical 0.4 ≤ high 0.39 does not hold"),
    ('grade = "A"', 'grade = "E"', "[share.values #1]", "unknown grade 'E'; allowed: A, B, C, D"),
    ('grade = "A"\n', "", "[share.values #1]", "'grade' is missing"),
    ('grade = "A"', 'grade = "A"\nweight = 2', "[share.values #1]", "unknown key 'weight'; allowed: since, "),
    ('region = "us"', 'region = "mars"', "[share.values #2]", "unknown region 'mars'; allowed: world, "),
    ('"T6", "P1"', '"T6", "Q9"', "[share.values #2]", "unknown source 'Q9'; allowed: P1, T6"),
    ('"T6", "P1"', '"T6", "T6"', "[share.values #2]", "'sources' names something twice"),
    ('sources = ["T6", "P1"]', "sources = []", "[share.values #2]", "'sources' is empty"),
    ('sources = ["T6", "P1"]', 'sources = "T6"', "[share.values #2]", "'sources' must be a list of texts"),
    ('sources = ["T6"]\n', "", "[share.values #1]", "'sources' is missing"),
    ('region = "us"\n', "since_is_earlier = 1\n", "[share.values #2]", "unknown key 'since_is_earlier'"),
    ('since = 2025-02-10\nregion = "us"', "since = 2023-09-01", "[share]", "must be sorted, each day once"),
    ('since = 2025-02-10\nregion = "us"', "since = 2023-08-31", "[share]", "must be sorted, each day once"),
    ("check_every = 90\n", "check_every = 90\ntypical = 1\n", "[share]", "and a row of its own (typical)"),
    ("check_every = 90", "check_every = 0", "[share]", "'check_every' must be a whole number of days"),
    ("check_every = 90", "check_every = 1.5", "[share]", "'check_every' must be a whole number of days"),
    ("checked = 2026-11-22\n", "", "[share]", "'checked' is missing"),
    ('note = "About all of them."', 'nota = "x"', "[topic]", "unknown key 'nota'; allowed: "),
    ('sources = ["T6"]\n', 'sources = ["T6"]\nhigh = 1\n', "[topic.defaults]", "unknown key 'high'"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "table", "trouble"), REFUSED)
def test_a_mistake_in_a_topic_is_refused(tmp_path: Path, old: str, new: str, table: str, trouble: str) -> None:
    """Each refusal names the file, the table, the trouble and, where names are few, the allowed ones."""
    assert old in GIFTS
    with pytest.raises(FigureError) as caught:
        load(tmp_path, gifts=GIFTS.replace(old, new, 1))
    message = str(caught.value)
    assert message.startswith(f"gifts.toml {table}: ")
    assert trouble in message


REFUSED_SOURCES = [
    ('kind = "official"', 'kind = "rumour"', "[T6]", "unknown kind 'rumour'; allowed: official, court, "),
    ('kind = "official"\n', "", "[T6]", "'kind' is missing"),
    ('publisher = "TikTok"\n', "", "[T6]", "'publisher' is missing"),
    ('title = "Scaled rewards"\n', "", "[T6]", "'title' is missing"),
    ('address = "example.org/scaled"\n', "", "[T6]", "'address' is missing"),
    ('address = "example.org/scaled"', "address = 5", "[T6]", "'address' must be a list of texts"),
    ("published = 2025-02-06", 'published = "2025-02-06"', "[T6]", "'published' is a date: write it without"),
    ("published = 2025-02-06", 'published = ""', "[T6]", "'published' must be a text that is not empty"),
    ("accessed = 2026-11-22\n", "", "[T6]", "'accessed' is missing"),
    ('kind = "press"', 'kind = "press"\nurl = "x"', "[P1]", "unknown key 'url'; allowed: publisher, title, "),
]


@pytest.mark.parametrize(("old", "new", "table", "trouble"), REFUSED_SOURCES)
def test_a_mistake_in_the_sources_is_refused(tmp_path: Path, old: str, new: str, table: str, trouble: str) -> None:
    """Sources are as strict as figures."""
    assert old in SOURCES
    with pytest.raises(FigureError) as caught:
        load(tmp_path, sources=SOURCES.replace(old, new, 1))
    message = str(caught.value)
    assert message.startswith(f"sources.toml {table}: ")
    assert trouble in message


@pytest.mark.parametrize(
    ("gifts", "trouble"),
    [
        ("[share", r"gifts\.toml is not TOML"),
        (GIFTS + GIFTS, r"gifts\.toml is not TOML"),  # a table twice
        ("loose = 1", "'loose' must be a table"),
        ("[topic]\nlabel = 'Gifts'", "has no figure"),
    ],
)
def test_a_file_that_is_no_topic_is_refused(tmp_path: Path, gifts: str, trouble: str) -> None:
    """Broken TOML, loose values and an empty register are refused."""
    with pytest.raises(FigureError, match=trouble):
        load(tmp_path, gifts=gifts)


def test_a_folder_without_sources_is_refused(tmp_path: Path) -> None:
    """Figures cannot be checked without their sources."""
    (tmp_path / "gifts.toml").write_text(GIFTS, encoding="utf-8")
    with pytest.raises(FigureError, match=r"sources\.toml is missing"):
        Register.load(tmp_path)

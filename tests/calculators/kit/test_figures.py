"""A register looks figures up by day and region, lets readers override them, and survives JSON."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit.figures import FigureError, Register

DAY = date(2026, 11, 22)
SOURCE = {
    "publisher": "TikTok",
    "title": "Help page",
    "address": ["support.tiktok.com/en/x", "https://example.org/y", "example.org/tail…"],
    "published": "2025-02-06",
    "accessed": "2026-11-22",
    "kind": "official",
}


def row(since: str, typical: float, region: str = "world", spread: float = 0.0) -> list[Any]:
    """A row as plain values."""
    return [since, region, typical - spread, typical, typical + spread, "B", ["T6"], "A note."]


def figure(*rows: list[Any], checked: str = "2026-11-22") -> dict[str, Any]:
    """A figure as plain values."""
    return {"label": "A label", "unit": "fraction", "check_every": 90, "checked": checked, "rows": list(rows)}


def register(**figures: dict[str, Any]) -> Register:
    """A register with one topic, `gifts`, and these figures."""
    return Register(
        {
            "topics": {"gifts": {"label": "Gifts", "note": ""}},
            "sources": {"T6": SOURCE},
            "figures": {f"gifts.{name}": plain for name, plain in figures.items()},
        }
    )


SHARE = register(
    share=figure(row("2023-09-01", 0.50), row("2023-09-01", 0.50, "us"), row("2025-02-10", 0.44, "us", spread=0.125)),
    coins=figure(row("2024-01-01", 10.0, spread=5.0), checked="2026-10-01"),
    us_tax=figure(row("2025-01-01", 0.153, "us")),
    us_and_uk=figure(row("2025-01-01", 1.0, "us"), row("2025-01-01", 2.0, "uk")),
)


@pytest.mark.parametrize(
    ("day", "region", "expected"),
    [
        (date(2023, 9, 1), "world", 0.50),  # the first day itself counts
        (date(2025, 2, 9), "us", 0.50),  # the day before the change
        (date(2025, 2, 10), "us", 0.44),  # the day of the change
        (DAY, "us", 0.44),
        (DAY, "world", 0.50),
        (DAY, "jp", 0.50),  # no row for Japan: the world's
    ],
)
def test_the_latest_row_not_after_the_day_holds(day: date, region: str, expected: float) -> None:
    """A figure changes on a day, by region, and a region without rows takes the world's."""
    assert SHARE.on(day, region)["gifts.share"] == expected


@pytest.mark.parametrize("region", ["world", "us"])
def test_a_day_before_the_first_row_is_refused(region: str) -> None:
    """A date that no row covers is an error that says when the figure begins, never a guess."""
    with pytest.raises(FigureError, match=r"gifts\.share is not known on 2023-08-31.*begins on 2023-09-01"):
        SHARE.on(date(2023, 8, 31), region)["gifts.share"]


@pytest.mark.parametrize("region", ["world", "us", "uk"])
def test_a_figure_of_one_place_answers_everywhere_and_names_the_place(region: str) -> None:
    """A US tax rate is the same for whoever asks, and its row still says that it is about the US."""
    value = SHARE.on(DAY, region).value("gifts.us_tax")
    assert (value.typical, value.row.region) == (0.153, "us")


def test_a_figure_of_two_places_is_not_guessed_for_a_third() -> None:
    """With rows for the US and the UK only, nothing is known of the world."""
    with pytest.raises(FigureError, match="not known for the region 'world'; known regions: uk, us"):
        SHARE.on(DAY)["gifts.us_and_uk"]


def test_an_unknown_key_names_the_keys_near_it() -> None:
    """A misspelt key is refused with what may have been meant."""
    with pytest.raises(FigureError, match=r"'gifts\.shar'; near it: gifts\.share"):
        SHARE.on(DAY)["gifts.shar"]


def test_a_key_like_no_other_names_the_topics() -> None:
    """Where nothing is near, the topics are named."""
    with pytest.raises(FigureError, match=r"'zzzzzzzz'; near it: gifts$"):
        SHARE.on(DAY)["zzzzzzzz"]


def test_an_override_replaces_the_whole_range() -> None:
    """The reader's own value leaves no range, is marked, and leaves other figures alone."""
    figures = SHARE.on(DAY, overrides={"gifts.share": 0.6})
    own, other = figures.value("gifts.share"), figures.value("gifts.coins")
    assert figures["gifts.share"] == 0.6
    assert (own.low, own.typical, own.high, own.overridden) == (0.6, 0.6, 0.6, True)
    assert (other.low, other.typical, other.high, other.overridden) == (5.0, 10.0, 15.0, False)


def test_an_override_of_zero_counts() -> None:
    """Zero is a value, not a missing one."""
    assert SHARE.on(DAY, overrides={"gifts.share": 0.0})["gifts.share"] == 0.0


def test_an_override_of_no_figure_is_refused() -> None:
    """A value for a figure that does not exist would be ignored silently, so it is an error."""
    with pytest.raises(FigureError, match=r"near it: gifts\.share"):
        SHARE.on(DAY, overrides={"gifts.shares": 1.0})
    with pytest.raises(FigureError, match=r"near it: gifts\.share"):
        SHARE.on(DAY).replaced({"gifts.shares": 1.0})


def test_replaced_adds_to_earlier_values_and_leaves_its_parent_alone() -> None:
    """The sampler's values come on top of the reader's, and the figures it started from do not change."""
    parent = SHARE.on(DAY, "us", {"gifts.share": 0.6})
    child = parent.replaced({"gifts.coins": 7.0})
    assert (child["gifts.share"], child["gifts.coins"], parent["gifts.coins"]) == (0.6, 7.0, 10.0)
    assert (child.day, child.region) == (DAY, "us")


def test_used_keeps_the_order_of_first_reading() -> None:
    """What was read is remembered once each, in order, by each object for itself."""
    figures = SHARE.on(DAY)
    figures["gifts.share"], figures.value("gifts.coins"), figures["gifts.share"]
    assert figures.used == ("gifts.share", "gifts.coins")
    assert figures.replaced({}).used == ()


def test_a_key_that_failed_was_not_used() -> None:
    """A figure that could not be read is not shown as one that was."""
    figures = SHARE.on(DAY)
    with pytest.raises(FigureError):
        figures["gifts.us_and_uk"]
    assert figures.used == ()


def test_the_edition_is_the_latest_check() -> None:
    """Of 2026-11-22 and 2026-10-01 the later is the day everything is calculated for."""
    assert SHARE.edition == date(2026, 11, 22)


def test_a_figure_is_due_and_then_overdue() -> None:
    """Checked on 22 Nov 2026, every 90 days: due on 20 Feb 2027 (8 + 31 + 31 + 20), overdue a day later."""
    share = SHARE.figures["gifts.share"]
    assert share.due == date(2027, 2, 20)
    assert not share.overdue(date(2027, 2, 20))
    assert share.overdue(date(2027, 2, 21))


def test_a_topic_lists_its_figures_in_order() -> None:
    """Pages show a topic's figures in the order of the file."""
    topic = SHARE.topics["gifts"]
    assert topic.keys == ("gifts.share", "gifts.coins", "gifts.us_tax", "gifts.us_and_uk")


def test_links_are_whole_addresses_with_a_scheme() -> None:
    """An address with a lost tail is noted, but cannot be followed."""
    assert SHARE.sources["T6"].links == ("https://support.tiktok.com/en/x", "https://example.org/y")


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("not JSON", "not a register"),
        ("[]", "not a register"),
        ("{}", "not a register"),
        ('{"layout": 99}', "unknown layout 99; allowed: 1"),
    ],
)
def test_text_that_to_json_did_not_write_is_refused(text: str, trouble: str) -> None:
    """The browser says so, instead of calculating with half a register."""
    with pytest.raises(FigureError, match=trouble):
        Register.from_json(text)


numbers = st.floats(min_value=-1e12, max_value=1e12, allow_nan=False)
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """Any register with up to four figures, whose rows are sorted by day."""
    names = draw(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1, max_size=4, unique=True))
    figures = {}
    for name in names:
        values = draw(st.dictionaries(days, st.tuples(numbers, numbers, numbers), min_size=1, max_size=6))
        rows = []
        for since in sorted(values):
            low, typical, high = sorted(values[since])
            grade, note = draw(st.sampled_from("ABCD")), draw(st.text(max_size=20))
            rows.append([since.isoformat(), "world", low, typical, high, grade, ["T6"], note])
        figures[name] = figure(*rows, checked=draw(days).isoformat())
    return register(**figures)


@given(registers())
def test_json_brings_back_the_same_register(original: Register) -> None:
    """What the build writes is what the browser reads: every figure, source and topic, and the edition."""
    copy = Register.from_json(original.to_json())
    assert dict(copy.figures) == dict(original.figures)
    assert dict(copy.sources) == dict(original.sources)
    assert dict(copy.topics) == dict(original.topics)
    assert copy.edition == original.edition
    assert copy.to_json() == original.to_json()


@given(registers(), days)
def test_on_picks_the_latest_row_or_refuses(some: Register, day: date) -> None:
    """For any day, the row is the newest of those that began by then; with none, the figure is refused."""
    for key, each in some.figures.items():
        begun = [row for row in each.rows if row.since <= day]
        if begun:
            assert some.on(day).value(key).row == max(begun, key=lambda row: row.since)
        else:
            with pytest.raises(FigureError):
                some.on(day)[key]


@given(registers())
def test_every_row_holds_from_its_day_until_the_next(some: Register) -> None:
    """A row is in force on its first day and on the day before the next row."""
    for each in some.figures.values():
        for one, following in zip(each.rows, each.rows[1:], strict=False):
            assert each.row(one.since) == each.row(following.since - timedelta(days=1)) == one

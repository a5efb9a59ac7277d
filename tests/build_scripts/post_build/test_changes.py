"""Tests of the dated changes and of the feed that tells of them."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from build_scripts.post_build import changes, feed, html_page
from build_scripts.post_build.changes import Change, ChangesError
from tests.build_scripts.post_build.example_site import ABOUT

ATOM = "{http://www.w3.org/2005/Atom}"


def rules(body: str) -> list[Change]:
    """Return the changes of a page with this body, between a menu and a last list that are none."""
    text = f"<ul><li>Menu</li></ul>{body}<h2>How it changes</h2><ul><li>Slowly.</li></ul>"
    return list(changes.of_rules(html_page.parse(text, "what-changed/index.html")))


def test_a_change_on_a_day() -> None:
    """Date from heading and bold text, title from the first sentence without its citation, name from the id."""
    (change,) = rules(
        '<h2 id="2026">2026<a class="headerlink" href="#2026">¶</a></h2><ul><li id="change-2026-01-22-company">'
        '<strong>22 January.</strong> A company starts <small class="citation">(<a href="x">P</a>; grade A)</small>. '
        "More.</li></ul>"
    )

    assert change.id == "change-2026-01-22-company"
    assert change.day == date(2026, 1, 22)
    assert change.title == "22 January 2026: A company starts"
    assert change.path == "what-changed/#change-2026-01-22-company"
    assert change.markup.endswith("More.")


@pytest.mark.parametrize(
    ("heading", "bold", "name", "day", "when"),
    [
        ("2026", "June.", "change-2026-06-x", date(2026, 6, 1), "June 2026"),
        ("2023 and before", "May 2022.", "change-2022-05-x", date(2022, 5, 1), "May 2022"),
        ("2025", "<a>10 Feb 2025</a>.", "change-2025-02-10-x", date(2025, 2, 10), "10 Feb 2025"),
    ],
)
def test_dates_as_people_write_them(heading: str, bold: str, name: str, day: date, when: str) -> None:
    """A month alone counts as its first day; the year is the heading's unless the text has one."""
    (change,) = rules(f'<h2>{heading}</h2><ul>\n<li id="{name}"><strong>{bold}</strong> It is so.</li></ul>')

    assert change.day == day
    assert change.title == f"{when}: It is so"


@pytest.mark.parametrize(
    ("item", "complaint"),
    [
        ("<li><strong>June.</strong> X.</li>", r"needs a line \{ #change-2026-06-a-few-words \} at its end, not “”"),
        ('<li id="change-2026-07-x"><strong>June.</strong> X.</li>', r"#change-2026-06-a-few-words"),
        ('<li id="change-2026-06-x"><strong>6 June.</strong> X.</li>', r"#change-2026-06-06-a-few-words"),
        ('<li id="change-2026-06-x">In June X.</li>', r"“In June X.” must begin with a bold date"),
        ('<li id="change-2026-06-x"><strong>Joon.</strong> X.</li>', r"must begin with a bold date"),
    ],
)
def test_an_item_without_date_or_name_stops_the_build(item: str, complaint: str) -> None:
    """Without a lasting name that has the date of the text, a feed would tell things twice or at the wrong day."""
    with pytest.raises(ChangesError, match=complaint):
        rules(f"<h2>2026</h2><ul>{item}</ul>")


def test_figures_of_the_changelog() -> None:
    """Only the sections on figures count; their items are put together."""
    text = (
        "# Changelog\n\n## 2026.11.22\n\n### New\n\n- A page.\n\n### Figures\n\n- First, and\n  best: 5 < 6.\n"
        "- Second.\n\n## 2026.10.01\n\n### New\n\n- Nothing.\n"
        "\n## 2026.09.01\n\n### Figures\n\n- Old.\n\n### Fixed\n\n- X.\n"
    )

    first, second = changes.of_figures(text)

    assert first == Change(
        "figures-2026-11-22",
        date(2026, 11, 22),
        "Figures, edition 2026.11.22",
        "First, and best: 5 &lt; 6. Second.",
        "figures/",
    )
    assert (second.id, second.markup) == ("figures-2026-09-01", "Old.")


def test_feed() -> None:
    """Newest first, every id and date of the change itself, every link whole."""
    old = Change("change-2025-02-x", date(2025, 2, 1), "Old", "o", "what-changed/#change-2025-02-x")
    markup = '<a href="root:figures/#f">f</a> <a href="../earn/">e</a> <a href="https://b.example/?a&amp;b">b</a> &lt;'
    new = Change("change-2026-01-x", date(2026, 1, 1), "New & <b>", markup, "what-changed/#change-2026-01-x")

    written = feed.atom([old, new], ABOUT)

    root = ET.fromstring(written)
    assert root.findtext(f"{ATOM}updated") == "2026-01-01T00:00:00Z"
    assert root.findtext(f"{ATOM}id") == "tag:ann.example,2026:our-site/changes"
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["New & <b>", "Old"]
    assert entries[0].findtext(f"{ATOM}id") == "tag:ann.example,2026:our-site/change-2026-01-x"
    assert entries[0].findtext(f"{ATOM}content") == (
        '<a href="https://ann.example/our-site/figures/#f">f</a> <a href="https://ann.example/our-site/earn/">e</a>'
        ' <a href="https://b.example/?a&amp;b">b</a> &lt;'
    )
    assert feed.atom([new, old], ABOUT) == written


def test_feed_without_changes() -> None:
    """A fork that has emptied its list still has a valid feed."""
    assert ET.fromstring(feed.atom([], ABOUT)).findtext(f"{ATOM}updated") == "2026-11-22T00:00:00Z"

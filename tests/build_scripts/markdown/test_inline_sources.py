"""Tests of citations inside a sentence, and of the line that ends a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_scripts.markdown.checks import Mistake
from build_scripts.markdown.pages import mistakes
from calculators.kit import page
from calculators.kit.figures import Register
from tests.build_scripts.markdown.conversion import html

if TYPE_CHECKING:
    from pathlib import Path

    from tests.build_scripts.stand_in import StandInContent

pytestmark = pytest.mark.usefixtures("content", "docs")

N1 = '<a class="cited" href="root:sources/#N1">N1</a>'
T6 = '<a class="cited" href="root:sources/#T6">T6</a>'


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Half {source:N1 A}.", f"Half {N1} A."),
        ("Half {source: N1  T6 B }.", f"Half {N1} {T6} B."),
        ("| a |\n|---|\n| {source:T6 D} |", f"{T6} D"),
        ("- one {source:T6 C}", f"{T6} C"),
    ],
)
def test_rendered(text: str, cited: str) -> None:
    """The sources stand in their order, with the grade, in text, tables and lists."""
    assert cited in html(text)


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("N1", "then the grade"),
        ("A", "Write the ids of sources"),
        ("", "Write the ids of sources"),
        ("N1 E", "then the grade"),
        ("N11 A", "There is no source “N11”. Did you mean “N1”?"),
    ],
)
def test_a_mistake_stops_the_build(docs: Path, content: StandInContent, inside: str, reason: str) -> None:
    """An unknown source, or a missing grade, is said with page and line, by the page and by the check before it."""
    written = f"Half {{source:{inside}}}."
    (docs / "page.md").write_text(f"# Page\n\n{written}\n")
    with pytest.raises(Mistake, match=reason) as caught:
        html(written)
    assert "docs/page.md:3" in str(caught.value)
    (found,) = mistakes(docs, content)
    assert found.startswith("docs/page.md:3: {source:")
    assert reason in found


def test_a_page_ends_with_the_figures_it_names() -> None:
    """Each figure once, whatever part of it is shown; a page without figures has no such line."""
    text = "{figure:likes.direct_pay} {figure:gifts.diamond_usd high} {figure:gifts.diamond_usd}"
    assert html(text).rstrip().endswith("<p>Checked: gifts.diamond_usd, likes.direct_pay</p>")
    assert "Checked" not in html("No figure.")
    assert "Checked" not in html("`{figure:likes.direct_pay}`\n\n````markdown\n{figure:likes.direct_pay}\n````")
    assert 'id="a-heading"' in html(f"## A heading\n\n{text}")


def test_a_citation_names_publishers() -> None:
    """Publishers are cut before their explanation; two sources of one publisher are told apart by their id."""
    register = Register.load()
    assert ">Business Insider</a>; grade A)" in page.citation_html(register, ["N1"], "A")
    two = page.citation_html(register, ["T1", "T2"], "A")
    assert ">TikTok T1</a>, " in two
    assert ">TikTok T2</a>; grade A)" in two


def test_the_line_tells_one_day_or_a_span() -> None:
    """Figures checked on one day give that day."""
    day = '<time datetime="2026-11-22">22 Nov 2026</time>'
    assert f"last checked on {day}." in page.checked_html(Register.load(), ["gifts.creator_share"])

"""Tests of tables that a phone shows row by row."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from tests.build_scripts.markdown.conversion import html

WIDE = """
| Way | Who pays you | One `example` |
|---|---|---|
| Gifts | Viewers, through TikTok | An hour with 50 viewers |
| Tips | Fans | What **they** send |
"""

pytestmark = pytest.mark.usefixtures("content", "docs")


def table(text: str) -> ET.Element:
    """Return the table of a page that is nothing else."""
    return ET.fromstring(html(text))


def test_cells_of_a_wide_table_carry_the_headings_of_their_columns() -> None:
    """All but the first of each row, which is what the row is about; a heading's markup is left out."""
    rows = table(WIDE).findall("tbody/tr")

    labels = [[cell.get("data-label") for cell in row] for row in rows]

    assert labels == [[None, "Who pays you", "One example"]] * 2


def test_a_wide_table_says_what_it_is_when_its_rows_are_blocks() -> None:
    """Each part has the role that its tag would have given it."""
    wide = table(WIDE)

    roles = {(element.tag, element.get("role")) for element in wide.iter() if element.tag not in {"code", "strong"}}

    assert wide.get("data-rows") == ""
    assert roles == {
        ("table", "table"),
        ("thead", "rowgroup"),
        ("tbody", "rowgroup"),
        ("tr", "row"),
        ("th", "columnheader"),
        ("td", "rowheader"),
        ("td", "cell"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "| Rule | Age | Grade |\n|---|---|---|\n| Host a LIVE | 18 years | A |\n",
        f"| Claim | True? |\n|---|---|\n| {'half of it ' * 9} | {'no ' * 30} |\n",
    ],
    ids=["short cells", "two columns"],
)
def test_a_table_that_fits_stays_as_it_is(text: str) -> None:
    """Numbers are compared best one below the other, and two columns share a phone's width well."""
    assert "data-" not in html(text)
    assert "role" not in html(text)


def test_a_figure_counts_as_long_as_its_value() -> None:
    """What stands in the page's source, or in the figure's link, is not what has to fit."""
    cells = "{figure:gifts.creator_share} | {figure:gifts.diamond_usd}"

    assert "data-rows" not in html(f"| Gift | Share | Dollar |\n|---|---|---|\n| Rose | {cells} |\n")

"""No amount, percentage or date stands bare in the prose: it is a figure, or a dated event beside its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.guide import prose
from tests.guide.prose import Page

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONEY = re.compile(r"(?:A?\$|£|€)\s?\d[\d,.]*|\d[\d,.]*\s?(?:cents?|dollars?|pounds?|euros?)\b")
_PERCENTAGE = re.compile(r"\d[\d,.]*\s?(?:%|percent\b|percentage points?\b)")
_DATE = re.compile(rf"\b(?:\d{{1,2}} (?:{_MONTH})\b|(?:{_MONTH}) \d{{4}}|(?:19|20)\d\d\b)")


class Found(NamedTuple):
    """A number that stands in the text."""

    page: str
    text: str
    block: str


class Allowed(NamedTuple):
    """A number that may."""

    page: str
    text: str
    reason: str


EXCEPTIONS = (
    Allowed("keep-it/scams.md", "$5,000", "quotes what a scam promises"),
    Allowed("keep-it/taxes.md", "2026", "names the tax year that the table's figures are for"),
    Allowed("calculators/growth.md", "10 percent", "shows how growth multiplies; nobody claims this rate"),
    Allowed("calculators/growth.md", "2 percent", "shows how growth multiplies; nobody claims this rate"),
    Allowed("calculators/income-goal.md", "$500", "a goal that the reader changes"),
    Allowed(
        "calculators/merch-profit.md", "20 percent", "what three blogs say, as the note of merch.print_margin has it"
    ),
    Allowed("calculators/merch-profit.md", "25 percent", "an example of a sum"),
    Allowed("calculators/shop-affiliate.md", "$50", "the bound behind shop.order_value, which its note states"),
    Allowed("calculators/shop-affiliate.md", "12 percent", "quotes a vendor's claim to warn of it"),
    Allowed("calculators/viewer-spend.md", "7 percent", "how near the calculator comes, which its own test checks"),
    Allowed("earn/tips.md", "2026", "says for which year nothing is known"),
    *(
        Allowed("what-changed.md", year, "the heading above dated events, each with its source or figure")
        for year in ("2026", "2025", "2024", "2023")
    ),
)


def _blocks(page: Page) -> Iterator[str]:
    """Yield paragraphs, list items, rows and headings as written, without fences and comments."""
    body = page.body
    for pattern in (prose._FENCE, prose._COMMENT):
        body = pattern.sub("", body)
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+|#]|\d+\.) ?)", body):
        yield " ".join(block.split())


def _bare(page: Page, pattern: re.Pattern[str]) -> list[Found]:
    """Return what the pattern finds outside figures, citations and addresses."""
    found = []
    for block in _blocks(page):
        shown = re.sub(r"\{(?:figure|source):[^}]*\}|\]\([^)]*\)", " ", block)
        found += [Found(page.name, match, block) for match in pattern.findall(shown)]
    return found


def _is_exception(found: Found) -> bool:
    return any(found.page == allowed.page and allowed.text in found.text for allowed in EXCEPTIONS)


@pytest.mark.parametrize("page", prose.pages(), ids=lambda page: page.name)
def test_money_and_percentages_are_figures(page: Page) -> None:
    """What can go out of date stands in the register once, with its date, and not in the text."""
    bare = [*_bare(page, _MONEY), *_bare(page, _PERCENTAGE)]
    assert [each for each in bare if not _is_exception(each)] == []


@pytest.mark.parametrize("page", prose.pages(), ids=lambda page: page.name)
def test_dates_are_figures_or_stand_beside_a_source(page: Page) -> None:
    """An event may be dated in the text where the same paragraph or row says who reported it."""
    bare = [each for each in _bare(page, _DATE) if "{source:" not in each.block]
    assert [each for each in bare if not _is_exception(each)] == []


def test_every_exception_is_needed() -> None:
    """An exception for a number that is gone would let the next one through."""
    found = [each for page in prose.pages() for kind in (_MONEY, _PERCENTAGE, _DATE) for each in _bare(page, kind)]
    unused = [a for a in EXCEPTIONS if not any(each.page == a.page and a.text in each.text for each in found)]
    assert unused == []


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        *(("about $25,000 in all", _MONEY), ("£1,000", _MONEY), ("A$50", _MONEY), ("5 cents", _MONEY)),
        *(("50%", _PERCENTAGE), ("12.4 percent", _PERCENTAGE)),
        *(("10 February", _DATE), ("May 2024", _DATE), ("in 2019", _DATE)),
    ],
)
def test_the_scan_finds_each_kind(text: str, pattern: re.Pattern[str]) -> None:
    """The scan sees what it looks for, and not the word may."""
    assert pattern.search(text)
    assert not pattern.search("You may go LIVE for 30 minutes with 1,000 followers.")

"""Tests of the gift finder's table: every gift, with the amounts that the calculator gives."""

from __future__ import annotations

import re

import pytest

from build_scripts.markdown import gift_table
from calculators import gift_value
from calculators.kit.engine import Request, answer_request
from calculators.kit.figures import Register
from calculators.kit.formatting import money_text

REGISTER = Register.load()
GIFTS = {gift.anchor: gift for gift in gift_table.gifts(REGISTER)}


def test_every_gift_of_the_register_is_there_once() -> None:
    """Cheapest first, each with a place of its own."""
    keys = REGISTER.topics["gift_prices"].keys
    assert len(GIFTS) == len(keys)
    prices = [float(gift.numbers.split()[0]) for gift in GIFTS.values()]
    assert prices == sorted(prices)


@pytest.mark.parametrize(
    ("anchor", "texts"),
    [
        # 1 coin × $0.0105, × $0.0151, × $0.01 × 50 %
        ("rose", ("1", "coin", "$0.0105", "$0.0151", "$0.005", "B")),
        # 29,999 coins: 314.9895, 452.9849, 149.995
        ("lion", ("29,999", "coins", "$314.99", "$452.98", "$150.00", "B")),
        # 34,999 coins: 367.4895, 528.4849, 174.995
        ("tiktok-universe-plus", ("34,999", "coins", "$367.49", "$528.48", "$175.00", "B")),
    ],
)
def test_amounts(anchor: str, texts: tuple[str, ...]) -> None:
    """Coins times the price of one, on the web and in the app, and the creator's share, to the cent or finer."""
    gift = GIFTS[anchor]
    assert (gift.coins, gift.unit, gift.web, gift.app, gift.keeps, gift.grade) == texts


@pytest.mark.parametrize("anchor", ["rose", "galaxy", "lion", "tiktok-universe"])
def test_the_calculator_says_the_same(anchor: str) -> None:
    """A row and the calculator that it opens give one amount."""
    given = dict(pair.split("=") for pair in GIFTS[anchor].state.split("&"))
    assert given["c"] == gift_value.CALCULATOR.slug
    result = answer_request(gift_value.CALCULATOR, Request({"gift": given["i.gift"]}), REGISTER)
    assert GIFTS[anchor].keeps == money_text(result.answer.headline.value)


def test_an_uncertain_price_says_so() -> None:
    """Where only two lists agree the row has it in words, with grade and month; other rows have grade and month."""
    html = gift_table.html(REGISTER)
    rows = {match[1]: match[0] for match in re.finditer(r'<tr id="([^"]+)".*?</tr>', html, re.DOTALL)}
    assert set(rows) == set(GIFTS)
    for anchor, gift in GIFTS.items():
        sources = len(REGISTER.figures[f"gift_prices.{gift.state.rpartition('=')[2]}"].row(REGISTER.edition).sources)
        assert ("two lists, " in rows[anchor]) == (sources == 2)
        assert f'grade--{gift.grade}">{gift.grade}<' in rows[anchor]
        assert gift.since in rows[anchor]


def test_search_knows_every_gift() -> None:
    """An entry has the row's place, the name and the amounts; a name inside a longer one is told apart."""
    entries = {entry["anchor"]: entry for entry in gift_table.search_entries(REGISTER)}
    assert set(entries) == set(GIFTS)
    assert entries["lion"]["title"] == "Lion"
    assert "29,999 coins" in entries["lion"]["text"]
    names = ("rose", "rose-bear", "tiktok-universe", "tiktok-universe-plus")
    assert [entries[name]["inside"] for name in names] == [0, 1, 1, 2]  # there is a gift called TikTok

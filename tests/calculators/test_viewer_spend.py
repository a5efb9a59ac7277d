"""What a viewer pays: against packs on sale, the BBC's test, and the rule that no cent gets lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import registry
from calculators.kit.engine import Request, answer_request
from calculators.kit.result_words import breakdown
from tests.calculators.conftest import REGISTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.kit.engine import Result

# For test_properties.py.
RISING = ("amount",)
SAME = ("store_fee", "share")
NOTHING = [{"amount": "0"}]

PACKS = [("65", 0.99), ("330", 4.99), ("1321", 19.99), ("6607", 99.99), ("16500", 249.99)]
"""Coins and dollars of packs in the US app, 2021 to 2025 (facts: B7, B8, G3)."""


def lines(result: Result) -> dict[str, float]:
    """Return the receipt by label."""
    return {line.label: line.value for line in result.answer.breakdown}


@pytest.mark.parametrize(("coins", "dollars"), PACKS)
def test_agrees_with_the_packs_on_sale(answer: Callable[..., Result], coins: str, dollars: float) -> None:
    """A pack a week costs what stands in the app, within 1 %."""
    month = answer("viewer-spend", amount=coins, bought="app").answer.headline.value

    assert month * 12 / 52 == pytest.approx(dollars, rel=0.01)


def test_agrees_with_the_test_of_the_bbc(answer: Callable[..., Result]) -> None:
    """$106 in the app ÷ $0.0151 × $0.005 = $35.10; the BBC saw $33.03 arrive, 6 % less."""
    week = lines(answer("viewer-spend", amount="106", of="paid", bought="app"))["The creator gets"] * 12 / 52

    assert week == pytest.approx(106 / 0.0151 * 0.005)
    assert week == pytest.approx(33.03, rel=0.07)


CASES = [
    # bought, fee, paid, store, TikTok, creator: a week of 1,000 coins at 50 %, × 52 ÷ 12
    # app: 15.10; 30 % = 4.53; creator 5.00; left 5.57
    ("app", "30", 15.10, 4.53, 5.57, 5.00),
    # app: 15.10; 15 % = 2.265; creator 5.00; left 7.835
    ("app", "15", 15.10, 2.265, 7.835, 5.00),
    # web: 10.50; no store; creator 5.00; left 5.50
    ("web", "30", 10.50, 0.0, 5.50, 5.00),
    # app, a store that keeps nothing: left 15.10 − 5.00 = 10.10
    ("app", "0", 15.10, 0.0, 10.10, 5.00),
]


@pytest.mark.parametrize(("bought", "fee", "paid", "store", "tiktok", "creator"), CASES)
def test_splits_a_galaxy(  # one argument a column
    answer: Callable[..., Result],
    bought: str,
    fee: str,
    paid: float,
    store: float,
    tiktok: float,
    creator: float,
) -> None:
    """Store, TikTok and creator get what is worked out by hand."""
    seen = lines(answer("viewer-spend", amount="1000", bought=bought, store_fee=fee))
    names = ("You pay, a month", "The app store keeps", "TikTok keeps", "The creator gets")

    assert [seen[name] * 12 / 52 for name in names] == pytest.approx([paid, store, tiktok, creator])
    assert seen["The same coins on the website"] < seen["The same coins in the app"]


@settings(max_examples=60, deadline=None)
@given(
    amount=st.floats(0, 1e6),
    of=st.sampled_from(["coins", "paid"]),
    bought=st.sampled_from(["app", "web"]),
    fee=st.integers(0, 100),
    share=st.integers(0, 100),
)
def test_money_is_conserved_to_the_cent(amount: float, of: str, bought: str, fee: int, share: int) -> None:
    """What the viewer paid is what store, TikTok and creator got."""
    inputs = {"amount": f"{amount:.4f}", "of": of, "bought": bought, "store_fee": str(fee), "share": str(share)}
    result = answer_request(registry()["viewer-spend"], Request(inputs), REGISTER)
    seen = lines(result)
    parts = seen["The app store keeps"] + seen["TikTok keeps"] + seen["The creator gets"]

    assert abs(result.answer.headline.value - parts) < 0.005


def test_the_uk_has_prices_of_its_own(answer: Callable[..., Result]) -> None:
    """1,000 coins a week: £13.60 in the app and £10.70 on the web, × $1.32 × 52 ÷ 12; the creator gets the same."""
    uk = lines(answer("viewer-spend", amount="1000", prices="uk", bought="app"))
    us = lines(answer("viewer-spend", amount="1000", prices="us", bought="app"))

    assert uk["You pay, a month"] == pytest.approx(13.6 * 1.32 * 52 / 12)
    assert uk["The same coins on the website"] == pytest.approx(10.7 * 1.32 * 52 / 12)
    assert uk["The creator gets"] == us["The creator gets"]


def test_pounds_stay_the_pounds_of_the_price_list() -> None:
    """Shown in pounds the rate cancels out: £13.60 a week, and only the price itself is in doubt."""
    request = Request({"amount": "1000", "prices": "uk", "bought": "app"}, currency="GBP")
    result = answer_request(registry()["viewer-spend"], request, REGISTER)

    assert result.answer.headline.value == pytest.approx(13.6 * 52 / 12)
    assert [driver.key for driver in result.drivers] == ["coins.app_price_gbp"]


@settings(max_examples=60, deadline=None)
@given(amount=st.integers(0, 10**6), bought=st.sampled_from(["app", "web"]), fee=st.integers(0, 30))
def test_tiktok_never_pays_in_at_a_usual_fee(amount: int, bought: str, fee: int) -> None:
    """With a fee of 30 % or less something is left for TikTok, or nothing of nothing."""
    inputs = {"amount": str(amount), "bought": bought, "store_fee": str(fee)}

    assert lines(answer_request(registry()["viewer-spend"], Request(inputs), REGISTER))["TikTok keeps"] >= 0


def test_a_store_that_keeps_all_is_told_to_be_impossible(answer: Callable[..., Result]) -> None:
    """The creator's half is then added, not taken off: 100 coins a week × $0.005 × 52 ÷ 12 = $2.17, with a plus."""
    line = next(line for line in breakdown(answer("viewer-spend", store_fee="100")) if line["label"] == "TikTok keeps")

    assert line["text"] == "+$2.17"
    assert line["note"] == "this cannot be: more is taken than was paid"


def test_nothing_given_costs_nothing(answer: Callable[..., Result]) -> None:
    """Zero in, zero out, in every line."""
    result = answer("viewer-spend", amount="0")

    assert {line.value for line in result.answer.breakdown} == {0.0}


def test_the_creator_gets_the_same_wherever_coins_are_bought(answer: Callable[..., Result]) -> None:
    """A coin is one Diamond on both ways."""
    web, app = (lines(answer("viewer-spend", bought=way))["The creator gets"] for way in ("web", "app"))

    assert web == app

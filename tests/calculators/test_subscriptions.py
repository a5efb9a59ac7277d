"""Subscriptions and Super Fans: worked by hand, with the span that the research notes give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import registry
from calculators.kit.engine import Request, answer_request
from tests.calculators.conftest import REGISTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.kit.engine import Result

# For test_properties.py.
RISING = ("superfans", "subscribers", "price")
FALLING = ("store_fee",)
SAME = ("churn", "new")
NOTHING = [{"superfans": "0", "subscribers": "0"}, {"store_fee": "100"}]

CASES = [
    # Super Fans, subscribers, price, store fee, region, bonus, pay
    ("1", "0", "4.99", "30", "world", "no", 3.4965),  # 9.99 × 0.70 × 0.50: the notes' $3.50
    ("1", "0", "4.99", "15", "world", "no", 4.24575),  # 9.99 × 0.85 × 0.50: the notes' $4.25
    ("0", "1", "2.99", "30", "us", "no", 1.4651),  # 2.99 × 0.70 × 0.70
    ("0", "1", "2.99", "30", "ca", "yes", 1.8837),  # 2.99 × 0.70 × 0.90
    ("0", "1", "9.99", "30", "world", "no", 3.4965),  # 9.99 × 0.70 × 0.50
    ("0", "1", "9.99", "30", "world", "yes", 4.8951),  # 9.99 × 0.70 × 0.70
    ("10", "20", "4.99", "0", "us", "no", 119.81),  # 99.90 × 0.50 + 99.80 × 0.70 = 49.95 + 69.86
    ("10", "20", "4.99", "100", "us", "no", 0.0),  # a store that keeps all
    ("0", "0", "4.99", "30", "us", "yes", 0.0),  # no members
]


@pytest.mark.parametrize(("superfans", "subscribers", "price", "fee", "region", "bonus", "pay"), CASES)
def test_pays_what_is_worked_out_by_hand(
    answer: Callable[..., Result],
    superfans: str,
    subscribers: str,
    price: str,
    fee: str,
    region: str,
    bonus: str,
    pay: float,
) -> None:
    """Price less the store's fee, times the share of the place."""
    result = answer(
        "subscriptions",
        superfans=superfans,
        subscribers=subscribers,
        price=price,
        store_fee=fee,
        region=region,
        bonus=bonus,
    )

    assert result.answer.headline.value == pytest.approx(pay)


def test_members_leave_and_join(answer: Callable[..., Result]) -> None:
    """Of 100 members 10 % leave and 5 join: 95 next month; one stays 10 months; 5 × 10 = 50 in the long run."""
    result = answer("subscriptions", superfans="60", subscribers="40", churn="10", new="5")
    notes = {line.label: line.value for line in result.answer.breakdown if line.kind == "note"}

    assert notes["Members next month"] == pytest.approx(95)
    assert notes["A member stays, on average"] == pytest.approx(10)
    assert notes["Members in the long run, if this goes on"] == pytest.approx(50)


def test_fifty_members_stay_fifty_when_five_join(answer: Callable[..., Result]) -> None:
    """The long run is where joiners and leavers balance: 50 − 10 % of 50 + 5 = 50."""
    result = answer("subscriptions", superfans="50", subscribers="0", churn="10", new="5")
    notes = {line.label: line.value for line in result.answer.breakdown if line.kind == "note"}

    assert notes["Members next month"] == pytest.approx(notes["Members in the long run, if this goes on"])


@settings(max_examples=40, deadline=None)
@given(
    fans=st.integers(0, 1000), more=st.integers(0, 1000), fee=st.integers(0, 100), bonus=st.sampled_from(["yes", "no"])
)
def test_more_members_never_pay_less_and_money_is_conserved(fans: int, more: int, fee: int, bonus: str) -> None:
    """The pay rises with members, and what they pay is what store, TikTok and creator get."""
    results = [
        answer_request(
            registry()["subscriptions"],
            Request({"superfans": str(n), "subscribers": str(n), "store_fee": str(fee), "bonus": bonus}),
            REGISTER,
        )
        for n in (fans, fans + more)
    ]

    assert results[0].answer.headline.value <= results[1].answer.headline.value
    for result in results:
        line = {each.label: each.value for each in result.answer.breakdown}
        paid = line["Super Fans pay"] + line["Subscribers pay"]
        assert paid == pytest.approx(line["The app store keeps"] + line["TikTok keeps"] + line["You get, a month"])
        assert line["TikTok keeps"] >= -1e-9

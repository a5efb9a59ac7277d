"""Withdrawing: days and dollars worked by hand, and the limits of TikTok's help page."""

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
RISING = ("minimum", "days")
FALLING = ("earned", "limit")
EITHER = {
    "balance": "a larger balance reaches the minimum sooner, and takes more days at the daily limit",
}
NEVER_NOTHING = "tells days; that nothing arrives of nothing is a case of its own table"

CASES = [
    # balance, earned, minimum, days, abroad: days until all is there, received
    ("100", "10", "50", "7", "no", 7.0, 100.0),  # enough, one withdrawal
    ("20", "10", "50", "7", "no", 28.0, 50.0),  # $30 missing ÷ $10 × 7 = 21 days, then 7
    ("1000", "10", "50", "7", "no", 7.0, 1000.0),  # the daily limit exactly: one withdrawal
    ("1000.01", "10", "50", "7", "no", 8.0, 1000.01),  # one cent more: a second day
    ("2600", "10", "50", "15", "no", 17.0, 2600.0),  # three withdrawals, the last on day 2, then TikTok's 15
    ("1000", "10", "50", "7", "yes", 7.0, 970.0),  # 3 % lost in the exchange
    ("50", "10", "50", "0", "no", 0.0, 50.0),  # the minimum exactly, paid at once
    ("0", "10", "0", "7", "no", 7.0, 0.0),  # nothing in, nothing out
]


@pytest.mark.parametrize(("balance", "earned", "minimum", "days", "abroad", "until", "received"), CASES)
def test_takes_the_days_worked_out_by_hand(
    answer: Callable[..., Result],
    balance: str,
    earned: str,
    minimum: str,
    days: str,
    abroad: str,
    until: float,
    received: float,
) -> None:
    """Waiting for the minimum, one withdrawal a day, then the time of the last one."""
    result = answer("withdrawal", balance=balance, earned=earned, minimum=minimum, days=days, abroad=abroad)
    lines = {line.label: line.value for line in result.answer.breakdown}

    assert result.answer.headline.value == pytest.approx(until)
    assert lines["You receive"] == pytest.approx(received)


def test_seven_thousand_a_week_is_the_most(answer: Callable[..., Result]) -> None:
    """7 × $1,000: worked out in the research notes, no weekly limit being known."""
    assert answer("withdrawal").answer.also[0].value == 7000


def test_a_doubtful_minimum_makes_a_doubtful_date(answer: Callable[..., Result]) -> None:
    """With $20 the wait hangs on whether the minimum is $10, $50 or $100; with $100 it does not."""
    small, enough = answer("withdrawal", balance="20", days="7"), answer("withdrawal", balance="100", days="7")

    assert [driver.key for driver in small.drivers] == ["minimum"]
    # $10: no wait, 7 days; $100: $80 missing ÷ $10 × 7 = 56 days more
    assert (small.drivers[0].at_low, small.drivers[0].at_high) == pytest.approx((7, 63))
    assert enough.drivers == []


@settings(max_examples=40, deadline=None)
@given(balance=st.integers(0, 100_000), more=st.integers(0, 100_000), abroad=st.sampled_from(["yes", "no"]))
def test_more_in_never_means_less_out(balance: int, more: int, abroad: str) -> None:
    """A larger balance never pays out less, and never more than what is taken out."""
    low, high = (
        {
            line.label: line.value
            for line in answer_request(
                registry()["withdrawal"], Request({"balance": str(n), "abroad": abroad}), REGISTER
            ).answer.breakdown
        }
        for n in (balance, balance + more)
    )

    assert low["You receive"] <= high["You receive"] <= high["You take out"]


@settings(max_examples=30, deadline=None)
@given(earned=st.integers(1, 1000), more=st.integers(0, 1000))
def test_who_earns_more_never_waits_longer(earned: int, more: int) -> None:
    """Below the minimum, a faster balance arrives no later."""
    slow, fast = (
        answer_request(registry()["withdrawal"], Request({"balance": "5", "earned": str(n)}), REGISTER)
        for n in (earned, earned + more)
    )

    assert fast.answer.headline.value <= slow.answer.headline.value

"""Shop commission: worked by hand, and against the one case with raw counts."""

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
RISING = ("viewers", "minutes", "lives", "buyers", "order", "commission")
FALLING = ("returns", "visit")
NOTHING = [{"viewers": "0"}, {"commission": "0"}, {"returns": "100"}]

FIELDS = ("viewers", "minutes", "lives", "visit", "buyers", "order", "returns", "commission")
CASES = [
    # 100 × 120 ÷ 4 = 3,000 people × 1 % = 30 orders × 1 × 52 ÷ 12 = 130 × $40 = $5,200 × 80 % × 10 % = $416
    (("100", "120", "1", "4", "1", "40", "20", "10"), 416.0),
    # A LIVE of 2 minutes, visits of 3: still the 60 who are there; × 10 % = 6 × 3 × 52 ÷ 12 = 78 × $10 × 50 % = $390
    (("60", "2", "3", "3", "10", "10", "0", "50"), 390.0),
    (("0", "60", "3", "3", "1", "25", "10", "13"), 0.0),  # nobody there
    (("50", "60", "3", "3", "0", "25", "10", "13"), 0.0),  # nobody buys
    (("50", "60", "3", "3", "1", "25", "100", "13"), 0.0),  # all of it comes back
    # 50 × 20 × 1 % × 13 = 130 orders × $25: all of it is the ceiling
    (("50", "60", "3", "3", "1", "25", "0", "100"), 3250.0),
]


@pytest.mark.parametrize(("texts", "month"), CASES)
def test_pays_what_is_worked_out_by_hand(answer: Callable[..., Result], texts: tuple[str, ...], month: float) -> None:
    """People × buyers × order × what stays × commission."""
    result = answer("shop-affiliate", **dict(zip(FIELDS, texts, strict=True)))

    assert result.answer.headline.value == pytest.approx(month)


def test_the_real_case_has_its_buyers(answer: Callable[..., Result]) -> None:
    """2.8 million people and 0.0464 percent give the 1,300 buyers of the case, not its own misprinted percentage.

    140,000 × 60 ÷ 3 = 2.8 million; 12 LIVEs ÷ 52 a week is one LIVE a month.
    """
    share = f"{100 * 1300 / 2_800_000:.10f}"
    result = answer("shop-affiliate", viewers="140000", minutes="60", visit="3", buyers=share, lives=f"{12 / 52:.12f}")
    orders = next(amount.value for amount in result.answer.also if amount.unit == "orders")

    assert orders == pytest.approx(1300)


def test_buyers_matter_most(answer: Callable[..., Result]) -> None:
    """The share of people who buy is unsure by a factor of forty, more than all else."""
    assert answer("shop-affiliate").drivers[0].key == "buyers"


@settings(max_examples=30, deadline=None)
@given(low=st.integers(0, 100), high=st.integers(0, 100), field=st.sampled_from(["viewers", "buyers", "commission"]))
def test_more_never_pays_less(low: int, high: int, field: str) -> None:
    """More viewers, buyers or commission never bring less, and no commission exceeds the sales."""
    few, many = sorted((low, high))
    calculator = registry()["shop-affiliate"]
    less, more = (answer_request(calculator, Request({field: str(n)}), REGISTER).answer for n in (few, many))

    assert less.headline.value <= more.headline.value
    assert more.headline.value <= more.breakdown[0].value

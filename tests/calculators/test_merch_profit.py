"""Merchandise: worked by hand."""

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
RISING = ("margin",)
FALLING = ("returns", "fixed", "shipping")
EITHER = {
    "units": "an item may be sold at a loss",
    "price": "an item may be sold at a loss",
}
NOTHING = [{"units": "0", "fixed": "0"}]

FIELDS = ("units", "price", "margin", "shipping", "returns", "fixed")
CASES = [
    # making $30 × 70 % = $21; $30 × 80 % − $21 − $1 = $2 × 50 = $100 − $40 = $60
    (("50", "30", "30", "1", "20", "40"), 60.0),
    # $25 × 25 % = $6.25 where nothing comes back × 100 = $625
    (("100", "25", "25", "0", "0", "0"), 625.0),
    (("0", "25", "25", "0", "10", "0"), 0.0),  # nothing sold, nothing paid
    (("0", "25", "25", "0", "10", "80"), -80.0),  # nothing sold, the costs stay
    (("10", "25", "100", "0", "0", "0"), 250.0),  # the whole price is the ceiling
    (("10", "25", "25", "0", "100", "0"), -187.5),  # all comes back: 10 × $18.75 of making is lost
]


@pytest.mark.parametrize(("texts", "month"), CASES)
def test_leaves_what_is_worked_out_by_hand(answer: Callable[..., Result], texts: tuple[str, ...], month: float) -> None:
    """Sales less returns, making, shipping and fixed costs."""
    result = answer("merch-profit", **dict(zip(FIELDS, texts, strict=True)))

    assert result.answer.headline.value == pytest.approx(month)


def test_the_items_that_cover_the_costs_leave_nothing(answer: Callable[..., Result]) -> None:
    """At break-even the profit is zero: $300 ÷ $8.25 = 36.36 items."""
    given = {"price": "35", "margin": "40", "shipping": "4", "returns": "5", "fixed": "300"}
    even = next(line.value for line in answer("merch-profit", **given).answer.breakdown if line.unit == "items")

    assert even == pytest.approx(300 / 8.25)
    assert answer("merch-profit", units=f"{even:.12f}", **given).answer.headline.value == pytest.approx(0, abs=1e-6)


def test_an_item_that_loses_money_never_covers_costs(answer: Callable[..., Result]) -> None:
    """$20 × 80 % − $17 = −$1: no number of items helps, and the slip says so."""
    result = answer("merch-profit", price="20", margin="15", returns="20", fixed="50")
    line = next(line for line in result.answer.breakdown if line.unit == "items")

    assert "leaves nothing" in line.note
    assert all(step.label != "Items to cover the costs" for step in result.answer.steps)


def test_a_thin_profit_covers_costs_in_the_end(answer: Callable[..., Result]) -> None:
    """$25 × 90 % − $25 × 89.95 % = $0.0125 an item: $50 take 4,000 of them. An item that leaves nothing never does."""
    thin, none = (answer("merch-profit", price="25", margin=margin, fixed="50").answer for margin in ("10.05", "10"))
    lines = [next(line for line in each.breakdown if line.unit == "items") for each in (thin, none)]

    assert lines[0].value == pytest.approx(4000) == thin.steps[-1].value
    assert (lines[0].note, lines[1].note) == ("the next whole item", "no number does: an item leaves nothing")
    assert none.steps[-1].label == "You keep, a month"


@settings(max_examples=30, deadline=None)
@given(low=st.integers(0, 100), high=st.integers(0, 100), field=st.sampled_from(["margin", "returns", "fixed"]))
def test_better_terms_never_leave_less(low: int, high: int, field: str) -> None:
    """More margin leaves more; more returns and costs leave less; sales are the ceiling."""
    few, many = sorted((low, high))
    calculator = registry()["merch-profit"]
    ends = [answer_request(calculator, Request({field: str(n)}), REGISTER).answer for n in (few, many)]
    first, last = ends if field == "margin" else reversed(ends)

    assert first.headline.value <= last.headline.value <= last.breakdown[0].value

"""Growth: worked by hand with whole powers, and by counting months one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import registry
from calculators.kit.engine import Request, answer_request
from calculators.kit.result_words import sentence
from tests.calculators.conftest import REGISTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.kit.engine import Result

# For test_properties.py.
RISING = ("goal",)
FALLING = ("growth", "viewers")
NOTHING = [
    {"viewers": "100", "goal": "100"},  # nothing to wait for
]

CASES = [
    # viewers, goal, growth, months
    ("10", "20", "100", 1),  # doubling once
    ("10", "640", "100", 6),  # 2 to the 6th is 64
    ("100", "225", "50", 2),  # 1.5 × 1.5 = 2.25
    ("1000", "1331", "10", 3),  # 1.1 × 1.1 × 1.1 = 1.331
    ("100", "100", "10", 0),  # there already
    ("100", "50", "10", 0),  # more than there
]


@pytest.mark.parametrize(("viewers", "goal", "growth", "months"), CASES)
def test_takes_the_months_that_powers_say(
    answer: Callable[..., Result], viewers: str, goal: str, growth: str, months: float
) -> None:
    """Equal growth each month multiplies."""
    result = answer("growth", viewers=viewers, goal=goal, growth=growth)

    assert result.answer.headline.value == pytest.approx(months, abs=1e-9)


@settings(max_examples=30, deadline=None)
@given(goal=st.integers(2, 500), growth=st.integers(1, 100))
def test_counting_the_months_agrees(goal: int, growth: int) -> None:
    """From one viewer, grow month by month until the goal is passed."""
    request = Request({"viewers": "1", "goal": str(goal), "growth": str(growth)})
    months = answer_request(registry()["growth"], request, REGISTER).answer.headline.value
    viewers, counted = 1.0, 0
    while viewers < goal * (1 - 1e-9):
        viewers, counted = viewers * (1 + growth / 100), counted + 1

    assert counted - 1 - 1e-6 <= months <= counted + 1e-6


def test_the_range_widens_with_the_distance(answer: Callable[..., Result]) -> None:
    """Twice as many is some time away; a hundred times as many is far more unsure."""
    near, far = (answer("growth", viewers="10", goal=goal).spread for goal in ("20", "1000"))

    assert far.high - far.low > 3 * (near.high - near.low)


def test_half_and_double_stand_around_the_answer(answer: Callable[..., Result]) -> None:
    """Half the growth takes about twice as long, twice the growth about half."""
    result = answer("growth", viewers="10", goal="20", growth="2")
    slow, fast = (line.value for line in result.answer.breakdown[:2])

    assert slow == pytest.approx(2 * result.answer.headline.value, rel=0.02)
    assert fast == pytest.approx(result.answer.headline.value / 2, rel=0.02)


def test_a_goal_reached_is_said(answer: Callable[..., Result]) -> None:
    """Nothing to wait for is told in words, not as zero months."""
    assert sentence(answer("growth", viewers="100", goal="50")).endswith("you are there.")


@settings(max_examples=30, deadline=None)
@given(goal=st.integers(1, 10_000), more=st.integers(0, 10_000))
def test_a_further_goal_never_takes_less(goal: int, more: int) -> None:
    """The headline rises with the goal."""
    near, far = (
        answer_request(registry()["growth"], Request({"goal": str(each)}), REGISTER).answer.headline.value
        for each in (goal, goal + more)
    )

    assert near <= far

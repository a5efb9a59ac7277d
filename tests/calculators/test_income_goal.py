"""Income goals: worked by hand, and turned round through the gift calculator."""

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
RISING = ("goal",)
FALLING = ("minutes", "lives", "coins", "share")
SAME = ("viewers",)
NEVER_NOTHING = "a goal is one dollar at least; without viewers, time or gifts it cannot be reached at all"

CASES = [
    # goal, minutes, LIVEs, coins, share, viewers
    # one viewer: 1 h × 20 coins × $0.01 × 50 % × 6 × 52 ÷ 12 = $2.60; $260 ÷ $2.60 = 100
    ("260", "60", "6", "20", "50", 100),
    # one viewer: 2 h × 10 × $0.01 × 53 % × 3 × 52 ÷ 12 = $1.378; $1,000 ÷ $1.378 = 725.69
    ("1000", "120", "3", "10", "53", 725.689),
    # the whole value of the gifts is the ceiling: 1 h × 10 × $0.01 × 13 = $1.30; $130 ÷ $1.30 = 100
    ("130", "60", "3", "10", "100", 100),
]


@pytest.mark.parametrize(("goal", "minutes", "lives", "coins", "share", "viewers"), CASES)
def test_needs_what_is_worked_out_by_hand(
    answer: Callable[..., Result],
    goal: str,
    minutes: str,
    lives: str,
    coins: str,
    share: str,
    viewers: float,
) -> None:
    """The goal, divided by what one viewer brings."""
    result = answer("income-goal", goal=goal, minutes=minutes, lives=lives, coins=coins, share=share)

    assert result.answer.headline.value == pytest.approx(viewers, rel=1e-5)


@settings(max_examples=25, deadline=None)
@given(goal=st.integers(1, 100_000), coins=st.integers(1, 500), region=st.sampled_from(["world", "us"]))
def test_the_gift_calculator_agrees(goal: int, coins: int, region: str) -> None:
    """With the viewers found, gift earnings come to the goal."""
    asked = {"coins": str(coins), "region": region}
    needed = answer_request(registry()["income-goal"], Request(asked | {"goal": str(goal)}), REGISTER).answer
    with_them = asked | {"viewers": f"{needed.headline.value:.15g}"}
    if needed.headline.value <= 1_000_000:
        earned = answer_request(registry()["gift-earnings"], Request(with_them), REGISTER).answer
        assert earned.headline.value == pytest.approx(goal)


def lines(result: Result) -> dict[str, float]:
    """Return the lines of the slip by label."""
    return {line.label: line.value for line in result.answer.breakdown}


def test_says_how_usual_it_is(answer: Callable[..., Result]) -> None:
    """$5 × 13 LIVEs = $65 on average; ÷ e^(2.3² ÷ 2) = 14.0834 puts the middle at $4.6153.

    log(500 ÷ 4.6153) = 4.685 ÷ 2.3 = 2.037 deviates, above which the normal table has 2.08 %: 1 in 48.
    At the higher reading $25 × 13 = $325, the middle at $23.08: 3.075 ÷ 2.3 = 1.337 deviates, 9.06 %.
    """
    told = lines(answer("income-goal", goal="500", lives="3"))

    assert told["Average host, a month"] == pytest.approx(65)
    assert told["Host in the middle, a month"] == pytest.approx(4.6153, abs=0.0001)
    assert told["Hosts who have that much"] == pytest.approx(0.0208, abs=0.0001)
    assert told["That average, at its highest"] == pytest.approx(325)
    assert told["Hosts who have that much, then"] == pytest.approx(0.0906, abs=0.0002)


def test_a_host_in_the_middle_has_half_above(answer: Callable[..., Result]) -> None:
    """A goal at the median is reached by half of all hosts, and the mean by far fewer."""
    middle = lines(answer("income-goal", lives="7"))["Host in the middle, a month"]
    mean = lines(answer("income-goal", lives="7"))["Average host, a month"]

    assert lines(answer("income-goal", lives="7", goal=f"{middle:.12f}"))["Hosts who have that much"] == pytest.approx(
        0.5
    )
    assert lines(answer("income-goal", lives="7", goal=f"{mean:.12f}"))["Hosts who have that much"] < 0.15


def test_more_lives_than_days_make_no_more_days(answer: Callable[..., Result]) -> None:
    """A week has seven days with a LIVE at most."""
    seven, twenty = (lines(answer("income-goal", lives=lives)) for lives in ("7", "20"))

    assert seven["Average host, a month"] == twenty["Average host, a month"]


@settings(max_examples=25, deadline=None)
@given(goal=st.integers(1, 100_000), more=st.integers(0, 100_000))
def test_a_higher_goal_is_never_easier(goal: int, more: int) -> None:
    """It needs as many viewers or more, and as few hosts or fewer have it."""
    calculator = registry()["income-goal"]
    near, far = (answer_request(calculator, Request({"goal": str(each)}), REGISTER) for each in (goal, goal + more))

    assert near.answer.headline.value <= far.answer.headline.value
    assert lines(near)["Hosts who have that much"] >= lines(far)["Hosts who have that much"]

"""What the engine makes of one pure function: range, drivers, series, goals, comparisons, other days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from calculators import registry
from calculators.kit.calculator import Calculator
from calculators.kit.engine import Request, Result, answer_request
from calculators.kit.errors import BadAnswers
from tests.calculators.conftest import REGISTER
from tests.calculators.strategies import forms

ALL = list(registry().values())
GIFTS = registry()["gift-earnings"]
MEASURED = [each for each in ALL if any(spec.kind in {"number", "money"} for spec in each.inputs)]
each_calculator = pytest.mark.parametrize("calculator", ALL, ids=lambda calculator: calculator.slug)
patient = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def ask(figures: dict[str, str] | None = None, on: date | None = None, **inputs: str) -> Result:
    """Ask the gift calculator."""
    return answer_request(GIFTS, Request(inputs, figures or {}, on), REGISTER)


def test_one_uncertain_factor_carries_through_exactly() -> None:
    """With coins 2-10-30 and all else known, the month is 6.50-32.50-97.50."""
    result = ask(viewers="50")

    assert result.spread == pytest.approx((6.5, 32.5, 97.5), rel=0.005)
    assert [(driver.key, driver.at_low, driver.at_high) for driver in result.drivers] == [
        ("coins", pytest.approx(6.5), pytest.approx(97.5))
    ]


def test_what_is_known_has_no_range() -> None:
    """A typed number takes the doubt away."""
    result = ask(coins="10")

    assert not result.sample
    assert not result.drivers
    assert result.spread.is_certain


def test_an_override_replaces_a_figure_and_may_be_unsure() -> None:
    """A figure can be replaced by the value in one's own app, or by a range."""
    assert ask({"gifts.diamond_usd": "0.02"}, coins="10").answer.headline.value == pytest.approx(65)
    assert [driver.key for driver in ask({"gifts.diamond_usd": "0.01 to 0.02"}, coins="10").drivers] == [
        "gifts.diamond_usd"
    ]


def test_a_bad_override_is_refused_beside_the_inputs() -> None:
    """Messages about figures come with those about inputs."""
    with pytest.raises(BadAnswers) as refused:
        ask({"gifts.diamond_usd": "much"}, viewers="many")

    assert list(refused.value.messages) == ["viewers", "figure:gifts.diamond_usd"]


def test_the_series_holds_the_readers_own_point() -> None:
    """The chart runs from the least to about twice the reader's value, along the declared input."""
    series = ask(viewers="50").series

    assert (series[0], series[-1]) == ((0, 0), (100, pytest.approx(65)))
    assert (50, pytest.approx(32.5)) in series


@pytest.mark.parametrize(
    ("slug", "inputs", "places"),
    [
        # Creator Rewards begin at 100,000 views in 30 days
        ("video-rewards", {"views": "150,000"}, [99_999, 100_000]),
        # the US share of a LIVE steps up at 5 and above 25 minutes
        ("us-live-rewards", {"minutes": "30"}, [5, 5, 25, 25]),
        ("gift-earnings", {}, []),
        ("like-value", {}, []),
    ],
)
def test_a_step_has_both_its_sides(slug: str, inputs: dict[str, str], places: list[float]) -> None:
    """A condition that is met at once is drawn as a step, not as a slope between two points."""
    steps = answer_request(registry()[slug], Request(inputs), REGISTER).steps

    assert [place for place, _ in steps] == pytest.approx(places, abs=0.01)
    for (left, low), (right, high) in zip(steps[::2], steps[1::2], strict=True):
        assert left < right
        assert low < high


def test_another_day_has_its_own_figures() -> None:
    """In the US the share was a flat half before 10 February 2025, and hangs on missions since."""
    before, after = (ask(on=day, region="us", coins="10") for day in (date(2025, 2, 9), date(2025, 2, 10)))

    assert before.answer.headline.value == pytest.approx(32.5)
    assert after.answer.headline.value == pytest.approx(28.6)
    assert before.today is not None
    assert [(change.key, change.before, change.after) for change in before.today.changes] == [("share", 0.5, 0.44)]
    assert before.today.difference == pytest.approx(28.6 - 32.5)


def test_a_day_before_the_first_figure_is_refused_with_the_first_day() -> None:
    """Nothing is guessed for a day on which nobody knows the figure."""
    with pytest.raises(BadAnswers, match=r"on: .*Sep 2023"):
        ask(on=date(2019, 1, 1))


@pytest.mark.parametrize("calculator", MEASURED, ids=lambda calculator: calculator.slug)
@patient
@given(data=st.data())
def test_more_doubt_never_makes_a_narrower_range(calculator: Calculator, data: st.DataObject) -> None:
    """Widening an input's range around the same middle moves neither end inwards, to within the sampler's 2 %."""
    quantities = [spec for spec in calculator.inputs if spec.kind in {"number", "money"}]
    spec = data.draw(st.sampled_from(quantities))
    middle = data.draw(st.floats(max(spec.low, 1) * 2, max(min(spec.high, 1e5) / 4, max(spec.low, 1) * 2.1)))
    narrow, wide = sorted((data.draw(st.floats(1.05, 2)), data.draw(st.floats(1.05, 2))))
    assume(middle / wide > spec.low)
    assume(middle * wide < spec.high)
    first, second = (
        answer_request(calculator, Request({spec.name: f"{middle / by:.9g} to {middle * by:.9g}"}), REGISTER).spread
        for by in (narrow, wide)
    )
    slack = 0.02 * max(abs(second.low), abs(second.high)) + 1e-9

    assert second.low <= first.low + slack
    assert second.high >= first.high - slack


@each_calculator
@patient
@given(data=st.data())
def test_a_solved_target_put_back_in_gives_the_target(calculator: Calculator, data: st.DataObject) -> None:
    """What it would take is what it takes; where nothing does, no value of that input comes nearer."""
    form = data.draw(forms(calculator, REGISTER))
    target = f"{data.draw(st.floats(0.01, 1e4)):.4g}"
    unit = answer_request(calculator, Request(form), REGISTER).answer.headline.unit
    try:
        result = answer_request(calculator, Request(form, target=target), REGISTER)
    except BadAnswers as refused:
        assert set(refused.messages) == {"target"}  # noqa: PT017  a percentage over 100 is refused
        return
    assert result.goal is not None
    wanted = float(target) / 100 if unit == "fraction" else float(target)
    for solution in result.goal.solutions:
        again = result.scenario.headline({solution.spec.name: solution.value})
        assert again == solution.headline
        if solution.reached and solution.spec.kind == "whole":
            assert calculator.meets(again, wanted, 1e-6) or again == pytest.approx(wanted)
        elif solution.reached:
            assert again == pytest.approx(wanted, rel=1e-5, abs=1e-9)
        else:
            here = result.answer.headline.value
            assert abs(again - wanted) <= abs(here - wanted) * (1 + 1e-9) + 1e-12


def test_a_target_out_of_reach_names_the_nearest() -> None:
    """The share alone cannot bring $500: at 100 % it brings $65."""
    result = answer_request(GIFTS, Request({"coins": "10"}, target="500", solve="share"), REGISTER)

    assert result.goal is not None
    (solution,) = result.goal.solutions
    assert not solution.reached
    assert (solution.value, solution.headline) == (1.0, pytest.approx(65))


@pytest.mark.parametrize(("target", "headline"), [("30", 0.29), ("36", 0.29), ("44", 0.46), ("1", 0.20)])
def test_a_target_that_a_jump_passes_over_names_the_nearest_side(target: str, headline: float) -> None:
    """By length alone the US share is 20, 29 or 46 %: 36 % is nearer to 29 than to 46, and 1 % is nearest to 20."""
    request = Request({"minutes": "60", "lives": "2"}, target=target, solve="minutes")
    goal = answer_request(registry()["us-live-rewards"], request, REGISTER).goal

    assert goal is not None
    assert not goal.solutions[0].reached
    assert goal.solutions[0].headline == pytest.approx(headline)


def test_the_chance_of_a_target_is_its_share_of_the_draws() -> None:
    """Half of the draws lie above the middle, a tenth above the 90th percentile."""
    for target, chance in (("32.5", 0.5), ("97.5", 0.1), ("6.5", 0.9)):
        goal = answer_request(GIFTS, Request({"viewers": "50"}, target=target), REGISTER).goal
        assert goal is not None
        assert goal.chance == pytest.approx(chance, abs=0.01)


@pytest.mark.parametrize(("target", "solve", "field"), [("lots", "", "target"), ("500", "region", "solve")])
def test_a_bad_target_is_refused_at_its_own_field(target: str, solve: str, field: str) -> None:
    """The target and what may change have messages of their own."""
    with pytest.raises(BadAnswers) as refused:
        answer_request(GIFTS, Request({}, target=target, solve=solve), REGISTER)

    assert list(refused.value.messages) == [field]


@each_calculator
@patient
@given(data=st.data())
def test_what_makes_the_difference_adds_up_to_it(calculator: Calculator, data: st.DataObject) -> None:
    """The effects of all that differs between two scenarios sum to the difference of their headlines."""
    pinned, now = (Request(data.draw(forms(calculator, REGISTER))) for _ in range(2))
    result = answer_request(calculator, now, REGISTER, pinned)
    assert result.pinned is not None
    other, comparison = result.pinned

    assert comparison.difference == result.answer.headline.value - other.answer.headline.value
    assert sum(change.effect for change in comparison.changes) == pytest.approx(
        comparison.difference,
        rel=1e-9,
        abs=1e-9 * (1 + sum(abs(change.effect) for change in comparison.changes)),  # large effects may cancel
    )

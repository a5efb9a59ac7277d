"""From raw strings to a result: compute once, then again for the range, the drivers and the chart.

Generic over every calculator: an author writes one pure function, the engine re-runs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from calculators.kit import uncertainty
from calculators.kit.compare import Comparison, compare
from calculators.kit.formatting import rounded_to
from calculators.kit.scales import nice_ceiling
from calculators.kit.scenario import Request, Scenario, prepare
from calculators.kit.solve import Goal, goal_of
from calculators.kit.uncertainty import Spread

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.kit.answer import Answer
    from calculators.kit.calculator import Calculator
    from calculators.kit.figures import Figures, Register
    from calculators.kit.inputs import Input
    from calculators.kit.reading import Reading

SERIES_POINTS = 21
"""Places along the swept input: twenty equal steps between round ends, so that every fourth place is round, too."""
LIMIT_DIGITS = 3
"""Significant digits of the limit at which a result changes suddenly: 25 minutes, 1,000 followers."""
SUDDEN = 6
"""A change between two points by more than the whole range over this is looked at again, for a step."""
STEP_PARTS, STEP_ROUNDS = 16, 4
"""Parts into which the place of a step is split, and how often: to a 65,000th of the way between two points."""


class Driver(NamedTuple):
    """What one uncertain quantity does to the headline, alone, from its low to its high."""

    key: str
    """An input's name, or a figure's key."""
    spread: Spread
    at_low: float
    at_high: float


class Result(NamedTuple):
    """An answer with its doubt, its drivers and the figures behind it."""

    scenario: Scenario
    sample: list[float]
    """The headline of every draw, ascending; empty where nothing is uncertain."""
    drivers: list[Driver]
    """Widest first."""
    series: list[tuple[float, float]]
    """The headline along the swept input."""
    steps: list[tuple[float, float]]
    """Both sides of each sudden change of the headline along it, one after the other."""
    goal: Goal | None
    """What it would take to reach the target, where one is set."""
    today: Comparison | None
    """Against the same inputs on the day of the edition, where another day was asked for."""
    pinned: tuple[Result, Comparison] | None = None
    """The scenario to compare with, where one is pinned."""

    @property
    def calculator(self) -> Calculator:
        """The calculator that was asked."""
        return self.scenario.calculator

    @property
    def request(self) -> Request:
        """What was asked."""
        return self.scenario.request

    @property
    def reading(self) -> Reading:
        """The checked inputs."""
        return self.scenario.reading

    @property
    def register(self) -> Register:
        """Every figure of the edition."""
        return self.scenario.register

    @property
    def figures(self) -> Figures:
        """The figures of the day."""
        return self.scenario.figures

    @property
    def answer(self) -> Answer:
        """What `compute` returned, in the reader's currency."""
        return self.scenario.answer

    @property
    def used(self) -> tuple[str, ...]:
        """The figures that `compute` asked for, in order."""
        return self.scenario.used

    @property
    def standing_in(self) -> tuple[str, ...]:
        """The figures that stand in for inputs the reader left empty."""
        return tuple(
            spec.figure
            for spec in self.calculator.inputs
            if spec.figure and not spec.known and spec.name not in self.reading.typed
        )

    @property
    def shown(self) -> tuple[str, ...]:
        """The figures behind the result: those that stand in for inputs, those used, the rate of exchange if one is."""
        rate = self.scenario.exchange.figure
        rates = (rate,) if rate and self.is_exchanged else ()
        return tuple(dict.fromkeys((*self.standing_in, *self.used, *rates)))

    @property
    def is_exchanged(self) -> bool:
        """Whether anything on the receipt is shown in another currency than it was worked out in."""
        return self.scenario.answer != self.scenario.in_dollars

    @property
    def spread(self) -> Spread:
        """The headline's 10th percentile, the headline itself and its 90th."""
        typical = self.answer.headline.value
        if not self.sample:
            return uncertainty.certain(typical)
        low, high = uncertainty.quantile(self.sample, 0.1), uncertainty.quantile(self.sample, 0.9)
        return Spread(min(low, typical), typical, max(high, typical))


def answer_request(
    calculator: Calculator, request: Request, register: Register, pinned: Request | None = None
) -> Result:
    """Work out everything a result shows; `pinned` is the scenario to compare it with.

    Raises BadAnswers with a message for each input, override, target or day that cannot be used.
    """
    result = explore(prepare(calculator, request, register))
    if pinned is None:
        return result
    kept = prepare(calculator, pinned._replace(target="", solve=""), register)
    other = explore(_shown_alike(kept, result.scenario))
    return result._replace(pinned=(other, compare(other.scenario, result.scenario)))


def _shown_alike(other: Scenario, scenario: Scenario) -> Scenario:
    """Return a scenario in the currency and the notation of the one it stands beside."""
    locale = scenario.request.locale
    return other._replace(exchange=scenario.exchange, request=other.request._replace(locale=locale))


def explore(scenario: Scenario) -> Result:
    """Compute a scenario's drivers, sample, series and goal."""
    drivers = sorted(_drivers(scenario), key=lambda driver: -abs(driver.at_high - driver.at_low))
    sample = _sample(scenario, {driver.key: driver.spread for driver in drivers})
    series = _series(scenario)
    return Result(
        scenario,
        sample=sample,
        drivers=drivers,
        series=series,
        steps=_steps(scenario, series),
        goal=goal_of(scenario, sample),
        today=_today(scenario),
    )


def _today(scenario: Scenario) -> Comparison | None:
    """Compare with the day of the edition, where another day was asked for."""
    day = scenario.request.on
    if day is None or day == scenario.register.edition:
        return None
    now = prepare(scenario.calculator, scenario.request._replace(on=None), scenario.register)
    return compare(scenario, _shown_alike(now, scenario))


def _drivers(scenario: Scenario) -> list[Driver]:
    """Return what each uncertain quantity does alone, without those that do nothing."""
    unsure = scenario.uncertain()
    columns: dict[str, list[float]] = {}
    for place, (key, spread) in enumerate(unsure.items()):
        columns[key] = [scenario.typical(key)] * (2 * len(unsure))
        columns[key][2 * place : 2 * place + 2] = spread.low, spread.high
    heads = scenario.headlines(columns)
    drivers = map(Driver, unsure, unsure.values(), heads[::2], heads[1::2])
    return [driver for driver in drivers if driver.at_low != driver.at_high]


def _sample(scenario: Scenario, unsure: Mapping[str, Spread]) -> list[float]:
    """Return the headline of every draw over the uncertain quantities, ascending; no draws of a rule."""
    if scenario.calculator.is_rule:
        return []
    columns = {
        key: uncertainty.column(unsure[key], dimension, *scenario.limits(key))
        for dimension, key in enumerate(sorted(unsure))
    }
    return sorted(scenario.headlines(columns))


def _series(scenario: Scenario) -> list[tuple[float, float]]:
    """Return the headline along the swept input, from its least to about twice the reader's value."""
    spec = scenario.input(scenario.calculator.sweep)
    if spec is None:
        return []
    here = scenario.reading.values[spec.name]
    start = min(spec.low, here)
    end = min(nice_ceiling(2 * here or 10.0), spec.high)
    step = (end - start) / (SERIES_POINTS - 1)
    places = [start + step * point for point in range(SERIES_POINTS)]
    return _points(scenario, spec, places)


def _points(scenario: Scenario, spec: Input, places: list[float]) -> list[tuple[float, float]]:
    """Return the headline at each place along an input; of what is counted, at whole ones."""
    if spec.kind == "whole":
        places = [float(place) for place in sorted(set(map(round, places)))]
    return list(zip(places, scenario.headlines({spec.name: places}), strict=True))


def _steps(scenario: Scenario, points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return both sides of each sudden change: a line straight from point to point would show it as a slope."""
    spec = scenario.input(scenario.calculator.sweep)
    heads = [head for _, head in points]
    found: list[tuple[float, float]] = []
    if spec is None or max(heads) == min(heads):
        return found
    sudden = (max(heads) - min(heads)) / SUDDEN
    for place in range(len(points) - 1):
        left, right = _narrowed(scenario, spec, points[place], points[place + 1], sudden)
        if abs(right[1] - left[1]) > sudden:
            found += _at_the_limit(scenario, spec, left, right)
    return found


def _at_the_limit(
    scenario: Scenario, spec: Input, left: tuple[float, float], right: tuple[float, float]
) -> list[tuple[float, float]]:
    """Return both sides of a step, one of them at the round number that is its limit: "from 25 on", or "over 25"."""
    limit = rounded_to(right[0], LIMIT_DIGITS)
    if not left[0] < limit < right[0]:
        return [left, right]
    ((_, head),) = _points(scenario, spec, [limit])
    is_over = abs(head - left[1]) < abs(head - right[1])
    return [(limit, head), right] if is_over else [left, (limit, head)]


def _narrowed(
    scenario: Scenario, spec: Input, left: tuple[float, float], right: tuple[float, float], sudden: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return two points near each other, between which most of a change by more than `sudden` happens."""
    for _ in range(STEP_ROUNDS):
        if abs(right[1] - left[1]) <= sudden:
            break
        wide = right[0] - left[0]
        places = [left[0] + wide * part / STEP_PARTS for part in range(STEP_PARTS)] + [right[0]]
        finer = _points(scenario, spec, places)
        changes = [abs(finer[place + 1][1] - finer[place][1]) for place in range(len(finer) - 1)]
        largest = changes.index(max(changes))
        left, right = finer[largest], finer[largest + 1]
    return left, right


__all__ = ["Driver", "Request", "Result", "answer_request", "explore"]

"""What it would take: one input that brings the headline to a target, or the nearest that is within reach."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from calculators.kit.errors import BadAnswers, Unreadable
from calculators.kit.formatting import is_money
from calculators.kit.inputs import Input
from calculators.kit.reading import read_spread

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.kit.answer import Line
    from calculators.kit.calculator import Calculator
    from calculators.kit.scenario import Scenario

TARGET, SOLVE = "target", "solve"
"""The names of the two fields."""
_STEPS = 80
_EXACT = 1e-12
"""How near to the target, as a share of it, the search need come."""
_CLOSE = 1e-9
_CLOSER = 6
"""Rounds in which the place that comes nearest is looked for between its neighbours."""
_REACH = 8
"""Doublings, powers of ten and equal parts of the limits that are looked at first."""


class Solution(NamedTuple):
    """What one input would have to be."""

    spec: Input
    value: float
    """The value that reaches the target; where none does, the one that comes nearest."""
    headline: float
    """What the headline is there."""
    reached: bool
    matters: bool
    """Whether this input changes the headline at all."""


class Goal(NamedTuple):
    """A target, what it would take, and how likely it is as things stand."""

    target: float
    solutions: list[Solution]
    chance: float | None
    """Share of the draws as good as the target or better; None where nothing is uncertain."""
    usual: tuple[Line, ...]
    """How usual the target is, where that is known of any."""


def target_input(scenario: Scenario) -> Input:
    """Return the field in which a target is entered: a quantity in the headline's unit."""
    head = scenario.answer.headline
    kind = "money" if is_money(head.unit) else "percent" if head.unit == "fraction" else "number"
    high = 1.0 if kind == "percent" else 1e12
    return Input(TARGET, kind, head.label, unit="%" if kind == "percent" else head.unit, high=high)


def goal_of(scenario: Scenario, sample: list[float]) -> Goal | None:
    """Return what the request's target would take; None without a target.

    Raises BadAnswers for a target that is no number, or an input to solve for that there is not.
    """
    text, name = scenario.request.target.strip(), scenario.request.solve
    if not text:
        return None
    try:
        target = read_spread(target_input(scenario), text, scenario.request.locale).typical
    except Unreadable as refusal:
        raise BadAnswers({TARGET: str(refusal)}, {TARGET: refusal.offers}) from None
    quantities = [spec for spec in scenario.calculator.inputs if not spec.is_choice]
    wanted = [spec for spec in quantities if spec.name == name] if name else quantities
    if not wanted:
        labels = ", ".join(spec.label for spec in quantities)
        raise BadAnswers({SOLVE: f"Choose what may change: {labels}."})
    solutions = [solve(scenario, spec, target) for spec in wanted]
    return Goal(target, solutions, _chance(scenario.calculator, sample, target), _usual(scenario, target))


def _chance(calculator: Calculator, sample: list[float], target: float) -> float | None:
    """Return the share of the draws, which ascend, that meet a target; None where there are none."""
    if not sample:
        return None
    below = bisect_left(sample, target) / len(sample)
    return bisect_right(sample, target) / len(sample) if calculator.less_is_better else 1 - below


def _usual(scenario: Scenario, target: float) -> tuple[Line, ...]:
    """Return how usual a target in the reader's currency is, in that currency."""
    calculator = scenario.calculator
    if calculator.usual is None:
        return ()
    given = calculator.given(scenario.reading.values)
    return scenario.exchange.lines(calculator.usual(target / scenario.factor, given, scenario.figures))


def solve(scenario: Scenario, spec: Input, target: float) -> Solution:
    """Return the value of one input at which the headline is `target`, between its limits."""

    def miss(value: float) -> float:
        return scenario.headline({spec.name: value}) - target

    here = float(scenario.reading.values[spec.name])
    places = _spread_out(spec, here)
    misses = [headline - target for headline in scenario.headlines({spec.name: places})]
    # The nearest place of all, for a target that none reaches; and where the headline passes the target, nearest to
    # what stands in the form: it may turn back, and so pass it several times.
    closest = min(range(len(places)), key=lambda place: (abs(misses[place]), abs(places[place] - here)))
    tried = [places[closest]]
    crossings = [place for place in range(len(places) - 1) if misses[place] * misses[place + 1] < 0]
    if crossings and misses[closest]:
        at = min(crossings, key=lambda place: min(abs(places[place] - here), abs(places[place + 1] - here)))
        pair = (places[at], places[at + 1]), (misses[at], misses[at + 1])
        tried += _between(miss, *pair, abs(target) * _EXACT)
    matters = len(set(misses)) > 1
    solutions = [_checked(scenario, spec, target, place, matters=matters) for place in tried]
    if matters and not any(each.reached for each in solutions):
        # A headline that jumps over the target reaches it nowhere: then the nearest place counts, on either side.
        near = _nearest(scenario, spec, target, places[max(closest - 1, 0) : closest + 2])
        solutions.append(_checked(scenario, spec, target, near, matters=matters))
    return min(solutions, key=lambda each: (not each.reached, 0.0 if each.reached else abs(each.headline - target)))


def _spread_out(spec: Input, here: float) -> list[float]:
    """Return places from one limit to the other, close together around `here` and where numbers are small."""
    by_ratio = [here * 2.0**power for power in range(-_REACH, _REACH + 1)]
    by_share = [spec.low + (spec.high - spec.low) * 10.0**-power for power in range(_REACH)]
    evenly = [spec.low + (spec.high - spec.low) * step / _REACH for step in range(_REACH)]
    inside = {place for place in (*by_ratio, *by_share, *evenly) if spec.low < place < spec.high}
    if spec.kind == "whole":
        inside = {float(round(place)) for place in inside}
    return sorted({spec.low, here, spec.high} | inside)


def _nearest(scenario: Scenario, spec: Input, target: float, around: list[float]) -> float:
    """Return where the headline comes nearest to the target, between the neighbours of a place that is near."""
    nearest = around[0]
    for _ in range(_CLOSER):
        low, high = around[0], around[-1]
        between = {*around, *(low + (high - low) * step / _REACH for step in range(_REACH))}
        places = sorted({float(round(place)) for place in between} if spec.kind == "whole" else between)
        misses = [abs(headline - target) for headline in scenario.headlines({spec.name: places})]
        at = misses.index(min(misses))
        nearest, around = places[at], places[max(at - 1, 0) : at + 2]
    return nearest


def _between(
    miss: Callable[[float], float], ends: tuple[float, float], misses: tuple[float, float], close: float
) -> tuple[float, ...]:
    """Return where `miss` is within `close` of zero, or the two neighbours between which it changes sign.

    Each round tries false position, which is quick where the headline is nearly a line, and where that has not halved
    the bracket also its middle, which is sure.
    """
    (low, high), (at_low, at_high) = ends, misses
    for _ in range(_STEPS):
        if at_high == at_low:  # one end reached it, and the place beside it jumps
            break
        width = high - low
        for place in (low - at_low * width / (at_high - at_low), (low + high) / 2):
            if not low < place < high or high - low <= width / 2:
                continue
            here = miss(place)
            if abs(here) <= close:
                return (place,)
            if (here > 0) == (at_low > 0):
                low, at_low = place, here
            else:
                high, at_high = place, here
        if high - low == width:
            break
    return high, low


def _checked(scenario: Scenario, spec: Input, target: float, value: float, *, matters: bool) -> Solution:
    """Return the solution at `value`, on a whole number that reaches the target where only those are allowed."""
    meets = scenario.calculator.meets
    if spec.kind == "whole":
        rounded = [float(math.floor(value + _CLOSE)), float(math.ceil(value - _CLOSE))]
        reaching = [whole for whole in rounded if meets(scenario.headline({spec.name: whole}), target, _CLOSE)]
        value = min(max((reaching or rounded)[0], spec.low), spec.high)
    headline = scenario.headline({spec.name: value})
    reached = meets(headline, target, _CLOSE) if spec.kind == "whole" else math.isclose(headline, target, rel_tol=1e-6)
    return Solution(spec, value, headline, reached or headline == target, matters)

"""What helps to decide: what a target takes, two scenarios side by side, another day beside today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from calculators.kit.formatting import date_text, quantity, rounded_to
from calculators.kit.result_words import headline_view, input_text, lowered, rounded

if TYPE_CHECKING:
    from calculators.kit.compare import Change, Comparison
    from calculators.kit.engine import Result
    from calculators.kit.scenario import Scenario
    from calculators.kit.solve import Goal, Solution

_OUT_OF = 100
_CANCELLED = 1e-9
"""Share of the largest effect below which a difference is none."""


def goal_view(result: Result) -> dict[str, Any] | None:
    """Return what the target takes, one row an input; None without a target."""
    goal = result.goal
    if goal is None:
        return None
    target = quantity(goal.target, result.answer.headline.unit, result.request.locale)
    return {
        "target": target,
        "aim": f"for at most {target}" if result.calculator.less_is_better else f"to reach {target}",
        "headline": result.answer.headline.label,
        "chance": _chance(goal, result, target),
        "usual": [
            {"label": line.label, "text": quantity(line.value, line.unit, result.request.locale), "note": line.note}
            for line in goal.usual
        ],
        "rows": [_solution(result, solution) for solution in goal.solutions if solution.matters],
        "idle": ", ".join(lowered(solution.spec.label) for solution in goal.solutions if not solution.matters),
    }


def _chance(goal: Goal, result: Result, target: str) -> str:
    """Say how likely the target is as things stand: to be reached or, where less is better, not to be passed."""
    calculator = result.calculator
    at_most = f"at most {target}" if calculator.less_is_better else ""
    if goal.chance is None:
        met = calculator.meets(result.answer.headline.value, goal.target)
        if at_most:
            return f"With these numbers it is {at_most if met else f'more than {target}'}; nothing here is uncertain."
        return f"With these numbers {target} is {'reached' if met else 'not reached'}; nothing here is uncertain."
    share = round(goal.chance * _OUT_OF)
    if share in {0, _OUT_OF}:
        likely = "all but certain" if share else "all but out of reach"
        return f"As things stand, {at_most or f'reaching {target}'} is {likely}."
    return f"As things stand, the chance of {at_most or f'reaching {target}'} is about {share} in 100."


def _solution(result: Result, solution: Solution) -> dict[str, Any]:
    """Return one input's row: what it is now, what it would have to be, or the nearest to the target."""
    spec, locale = solution.spec, result.request.locale
    now = quantity(result.reading.values[spec.name], spec.unit, locale)
    exact = spec.kind == "whole"
    needed = quantity(solution.value if exact else rounded_to(solution.value, 3), spec.unit, locale)
    near = quantity(solution.headline, result.answer.headline.unit, locale)
    return {"label": spec.label, "now": now, "needed": needed, "near": near, "reached": solution.reached}


def today_view(result: Result) -> dict[str, Any] | None:
    """Return the result of the edition's day beside that of the day asked for, with the figures that changed."""
    if result.today is None:
        return None
    return {
        "day": date_text(result.figures.day),
        "edition": date_text(result.register.edition),
        "then": headline_view(result)["exact"],
        "now": _exact(result.today.second),
        "changes": [_change(result, result.today, change) for change in result.today.changes],
    }


def pinned_view(result: Result) -> dict[str, Any] | None:
    """Return the pinned scenario beside this one, with what makes the difference."""
    if result.pinned is None:
        return None
    other, comparison = result.pinned
    changes = [_change(result, comparison, change) for change in comparison.changes]
    return {
        "first": _side(other),
        "second": _side(result),
        "words": _difference_words(result, comparison, changes),
        "changes": changes,
    }


def _difference_words(result: Result, comparison: Comparison, changes: list[dict[str, str]]) -> str:
    """Say how far apart two scenarios are, and what makes most of it; empty where nothing differs."""
    if not changes:
        return ""
    effects, difference = [change.effect for change in comparison.changes], comparison.difference
    largest = max(map(abs, effects))
    if abs(difference) <= _CANCELLED * largest:
        return f"Both come to the same: what differs {'cancels out' if any(effects) else 'changes nothing here'}."
    words, cause = f"The difference is {_signed(result, difference)}", lowered(changes[0]["label"])
    if sum(map(abs, effects)) <= largest * (1 + _CANCELLED):
        return f"{words}, all of it from {cause}."
    return f"{words}. Most of that: {cause} ({changes[0]['effect']})."


def _side(result: Result) -> dict[str, str]:
    """Return one of two scenarios: headline and range."""
    spread = result.spread
    ends = f"{rounded(result, spread.low)} to {rounded(result, spread.high)}" if result.sample else ""
    return {"text": headline_view(result)["text"], "exact": headline_view(result)["exact"], "range": ends}


def _exact(scenario: Scenario) -> str:
    """Write a scenario's headline to the cent."""
    head = scenario.answer.headline
    return quantity(head.value, head.unit, scenario.request.locale)


def _signed(result: Result, value: float) -> str:
    """Write a difference with its sign."""
    text = quantity(value, result.answer.headline.unit, result.request.locale)
    return f"+{text}" if value > 0 else text


def _change(result: Result, comparison: Comparison, change: Change) -> dict[str, str]:
    """Return one row: what differs, both values, and its part of the difference."""
    spec = comparison.first.input(change.key)
    label, unit = comparison.first.label_and_unit(change.key)
    if spec:
        before = input_text(comparison.first, spec, change.before)
        after = input_text(comparison.second, spec, change.after)
    else:
        before, after = (
            quantity(float(str(value)), unit, result.request.locale) for value in (change.before, change.after)
        )
    return {"label": label, "before": before, "after": after, "effect": _signed(result, change.effect)}

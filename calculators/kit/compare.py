"""Two scenarios side by side, and how much of the difference each input makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from calculators.kit.errors import UnknownDay

if TYPE_CHECKING:
    from calculators.kit.scenario import Scenario

type Pairs = dict[str, tuple[object, object]]
"""What differs between two scenarios, with both values."""


class Change(NamedTuple):
    """One input or figure that differs between two scenarios."""

    key: str
    """An input's name, or a figure's key."""
    before: object
    after: object
    effect: float
    """Its part of the difference in the headline."""


class Comparison(NamedTuple):
    """A first scenario, a second, and what makes the difference."""

    first: Scenario
    second: Scenario
    changes: list[Change]
    """Widest effect first; the effects add up to the whole difference."""

    @property
    def difference(self) -> float:
        """The second headline less the first."""
        return self.second.answer.headline.value - self.first.answer.headline.value


def compare(first: Scenario, second: Scenario) -> Comparison:
    """Explain the difference between two scenarios of one calculator by the inputs and figures that differ.

    Each is moved from its first to its second value, one after another, in two orders (as declared, and reversed);
    its effect is the mean of the two. With two changes this is their Shapley value (Shapley 1953); always the
    effects add up to the difference.
    """
    pairs = _differing(first, second)
    forward, backward = (_path(first, second, pairs, order) for order in (list(pairs), list(reversed(pairs))))
    changes = [Change(key, before, after, (forward[key] + backward[key]) / 2) for key, (before, after) in pairs.items()]
    changes.sort(key=lambda change: -abs(change.effect))
    return Comparison(first, second, changes)


def _differing(first: Scenario, second: Scenario) -> Pairs:
    """Return the values that differ: inputs by name, then the figures that either answer rests on."""
    inputs = {
        name: (value, second.reading.values[name])
        for name, value in first.reading.values.items()
        if value != second.reading.values[name]
    }
    keys = dict.fromkeys((*first.used, *second.used))
    picked = {value for pair in inputs.values() for value in pair if isinstance(value, str)}
    figures = {key: (_known(first, key), _known(second, key)) for key in keys}
    return inputs | {
        key: (before, after)
        for key, (before, after) in figures.items()
        if before != after and None not in {before, after} and key not in picked
    }


def _known(scenario: Scenario, key: str) -> float | None:
    """Return what a figure is in a scenario; None where nothing is known of it on that day."""
    try:
        return scenario.figures.value(key).typical
    except UnknownDay:
        return None


def _path(first: Scenario, second: Scenario, pairs: Pairs, order: list[str]) -> dict[str, float]:
    """Move the values one after another, and return what each step does to the headline.

    A step may bring in a figure of which nothing is known on the first scenario's day: then it takes all the rest of
    the way to the second headline.
    """
    moved: dict[str, object] = {}
    before = first.answer.headline.value
    effects = dict.fromkeys(order, 0.0)
    for key in order:
        moved[key] = pairs[key][1]
        try:
            after = first.headline(moved)
        except UnknownDay:
            effects[key] = second.answer.headline.value - before
            return effects
        effects[key] = after - before
        before = after
    return effects

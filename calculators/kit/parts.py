"""Values that add up: each is a line of the receipt and a step of the working, and their sum is the next step."""

from __future__ import annotations

import functools
from typing import NamedTuple

from calculators.kit.answer import Line, Step


class Part(NamedTuple):
    """One of the values that add up."""

    label: str
    """What it is called on the receipt."""
    value: float
    formula: str
    """The step's formula."""
    note: str = ""
    """What is remarked on the receipt."""
    step: str = ""
    """What it is called in the working; as on the receipt where empty."""


class Parts:
    """Some values of one unit, in order, and their sum."""

    __slots__ = ("parts", "sum", "unit")

    def __init__(self, *parts: Part, unit: str = "USD") -> None:
        """Hold at least one part."""
        self.parts = parts
        self.unit = unit
        self.sum = parts[0].value
        for part in parts[1:]:
            self.sum += part.value

    @property
    def items(self) -> tuple[Line, ...]:
        """The lines of the receipt that the next total sums."""
        return tuple([Line("item", part.label, part.value, self.unit, part.note) for part in self.parts])

    def steps(self, together: str) -> tuple[Step, ...]:
        """Return each part's step, and then the step of their sum, which is called `together`."""
        names = tuple([part.step or part.label for part in self.parts])
        own = [Step(name, part.value, part.formula, self.unit) for name, part in zip(names, self.parts, strict=True)]
        return (*own, Step(together, self.sum, _added(names), self.unit))


@functools.cache
def _added(names: tuple[str, ...]) -> str:
    """Return the formula of a sum; kept, because a result works it out for every draw."""
    return " + ".join("{" + name + "}" for name in names)

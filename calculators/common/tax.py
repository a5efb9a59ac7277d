"""What the tax of a country is told as: a sum for the year, lines for the slip, steps for the working."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from calculators.kit.answer import Line, Step


class Tax(NamedTuple):
    """Tax on the profit from LIVE, in US dollars: only what it adds to the tax on other income."""

    year: float
    lines: tuple[Line, ...]
    """What is taken, a month."""
    steps: tuple[Step, ...]
    """How it is worked out, a year. They name the step "Profit, a year" and inputs of the calculator."""

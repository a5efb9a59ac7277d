"""Round ends and marks for axes."""

from __future__ import annotations

from calculators.kit.formatting import magnitude

FINEST = 1e-12
"""The smallest step between marks; below it a float runs out of powers of ten."""


def nice_step(span: float, marks: int) -> float:
    """Return the 1, 2 or 5 times a power of ten that cuts `span` into at most `marks` parts."""
    rough = max(span / marks, FINEST)
    unit = 10.0 ** magnitude(rough)
    return next(size * unit for size in (1, 2, 5, 10) if size * unit >= rough * (1 - 1e-9))


def nice_ceiling(value: float) -> float:
    """Return a round number not below a positive `value`."""
    step = nice_step(value, 4)
    whole = int(value / step)
    return whole * step if whole * step >= value * (1 - 1e-9) else (whole + 1) * step


def marks(low: float, high: float, count: int) -> list[float]:
    """Return up to `count` + 1 round places from `low` to `high`."""
    if high <= low:
        return [low]
    step = nice_step(high - low, count)
    first = int(low / step)
    places = [(first + mark) * step for mark in range(count + 3)]
    return [place for place in places if low - step * 1e-9 <= place <= high + step * 1e-9]

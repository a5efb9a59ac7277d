"""Doubt as three numbers, and a fixed sample that carries it through a calculation.

A `Spread` is a quantity's 10th, 50th and 90th percentile. Between and beyond them lies a two-piece curve: each
side of the median is log-normal where the quantities are positive and normal where not, after the split-normal
idea (Wallis 2014, "The two-piece normal, binormal, or double Gaussian distribution").

The sample is a Latin hypercube: `SIZE` strata an input, each hit once. The strata are paired by a rank-1 lattice
(Korobov 1959) in place of a random shuffle, so the same draws come out of every Python, at no cost.
"""

from __future__ import annotations

import functools
import math
from statistics import NormalDist
from typing import NamedTuple

SIZE = 1009
"""Strata, and so draws; a prime, so that every lattice step visits each stratum once."""

GENERATOR = 790
"""Korobov's multiplier: of all from 2 to SIZE - 2, the one with the smallest error on the products of log-normals
in `tests/calculators/kit/test_uncertainty.py` (1.4 %)."""

SMOOTHING = 0.02
"""Share of the draws on each side of a percentile that a line is fitted to."""

_Z90 = NormalDist().inv_cdf(0.9)


class Spread(NamedTuple):
    """The 10th, 50th and 90th percentile of one quantity."""

    low: float
    typical: float
    high: float

    @property
    def is_certain(self) -> bool:
        """Whether all three agree."""
        return self.low == self.typical == self.high


def certain(value: float) -> Spread:
    """Return the spread of a quantity that is known."""
    return Spread(value, value, value)


def from_ends(low: float, high: float) -> Spread:
    """Return the spread of "somewhere from `low` to `high`": the middle by ratio where both are positive."""
    middle = math.sqrt(low * high) if low > 0 else (low + high) / 2
    return Spread(low, min(max(middle, low), high), high)


def value_at(spread: Spread, z: float, floor: float = -math.inf, ceiling: float = math.inf) -> float:
    """Return the value `z` standard normal deviations from the median, kept within the hard limits."""
    end = spread.high if z > 0 else spread.low
    steps = abs(z) / _Z90
    if spread.typical > 0 and end > 0:
        value = float(spread.typical * (end / spread.typical) ** steps)
    else:
        value = spread.typical + (end - spread.typical) * steps
    return min(max(value, floor), ceiling)


@functools.cache
def deviates() -> tuple[float, ...]:
    """Return the standard normal deviate of the middle of each stratum."""
    normal = NormalDist()
    return tuple(normal.inv_cdf((stratum + 0.5) / SIZE) for stratum in range(SIZE))


def draws(dimension: int) -> list[float]:
    """Return one input's deviates, in the order that pairs them with the other inputs'."""
    multiplier = pow(GENERATOR, dimension, SIZE)
    z = deviates()
    return [z[(draw * multiplier) % SIZE] for draw in range(SIZE)]


@functools.lru_cache(64)
def column(spread: Spread, dimension: int, floor: float = -math.inf, ceiling: float = math.inf) -> list[float]:
    """Return one input's draws: `value_at` for each of its deviates. Kept, for most inputs stay while one is typed."""
    return [value_at(spread, z, floor, ceiling) for z in draws(dimension)]


def quantile(ordered: list[float], share: float) -> float:
    """Return the quantile of an ascending sample of exactly SIZE draws; `share` is between 0 and 1, neither of them.

    A straight line is fitted by least squares to the nearest draws on normal probability paper, logarithmic where
    they are positive (Filliben 1975 names the plot), which halves the error of the sample quantile itself.
    """
    place = share * SIZE - 0.5
    first = max(math.ceil(place - SMOOTHING * SIZE), 0)
    last = min(math.floor(place + SMOOTHING * SIZE), SIZE - 1)
    near, z = ordered[first : last + 1], deviates()[first : last + 1]
    if 2 * len(set(near)) < len(near):  # steps, not a curve: a line across a step would be a value there is not
        return ordered[round(place)]
    logarithmic = near[0] > 0
    heights = [math.log(value) for value in near] if logarithmic else near
    middle_z, middle = math.fsum(z) / len(z), math.fsum(heights) / len(z)
    slope = math.fsum((x - middle_z) * (y - middle) for x, y in zip(z, heights, strict=True)) / math.fsum(
        (x - middle_z) ** 2 for x in z
    )
    fitted = middle + slope * (NormalDist().inv_cdf(share) - middle_z)
    return min(max(math.exp(fitted) if logarithmic else fitted, near[0]), near[-1])


def dots(ordered: list[float], count: int) -> list[float]:
    """Return `count` values that stand for equal shares of an ascending sample: a quantile dot plot's."""
    return [ordered[min(int((dot + 0.5) / count * len(ordered)), len(ordered) - 1)] for dot in range(count)]

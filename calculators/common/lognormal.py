"""Incomes that few have much of: the log-normal distribution, by its mean and the sigma of its logarithm.

Among hosts the mean lies far above the host in the middle, so both are always told
(Aitchison and Brown 1957, "The Lognormal Distribution").
"""

from __future__ import annotations

import math

from calculators.kit.columns import each, log


def median(mean: float, sigma: float) -> float:
    """Return the income of the one in the middle: half have less."""
    return mean / each(math.exp, sigma * sigma / 2)


def share_above(value: float, mean: float, sigma: float) -> float:
    """Return the share of all whose income is above `value`, from 0 to 1."""
    if value <= 0:
        return 1.0
    if mean <= 0:
        return 0.0
    if sigma == 0:
        return 1.0 if mean > value else 0.0
    deviates = log(value / median(mean, sigma)) / sigma
    return each(math.erfc, deviates / math.sqrt(2)) / 2

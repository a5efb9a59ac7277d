"""Tax in bands: each slice of an income at its own rate."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from calculators.kit.columns import least, most

if TYPE_CHECKING:
    from collections.abc import Sequence


def banded(income: float, ends: Sequence[float], rates: Sequence[float]) -> float:
    """Return the tax on `income`: `rates[0]` up to `ends[0]`, `rates[1]` up to `ends[1]`, the last rate above.

    Income and ends are in one currency, the ends ascending; rates are fractions, one more than there are ends
    (ValueError otherwise). An income below zero is not taxed.
    """
    tax = start = 0.0
    for end, rate in zip((*ends, math.inf), rates, strict=True):
        tax += most(0.0, least(income, end) - start) * rate
        start = end
    return tax


def formulas(income: str, ends: Sequence[str], rates: Sequence[str]) -> tuple[str, ...]:
    """Return the workings of `banded` by names, one for each band an income can end in.

    The first rate falls on all, and each band adds what it has on top:
    ``{Taxable} × {low}``, then ``{Taxable} × {low} + ({Taxable} − {end}) × ({high} − {low})``, and so on.
    """
    parts = [f"{{{income}}} × {{{rates[0]}}}"]
    for end, below, rate in zip(ends, rates, rates[1:], strict=False):
        parts.append(f"({{{income}}} − {{{end}}}) × ({{{rate}}} − {{{below}}})")
    return tuple(" + ".join(parts[:bands]) for bands in range(1, len(rates) + 1))


def band_of(income: float, ends: Sequence[float]) -> int:
    """Return the band that an income ends in, from 0."""
    return sum(income > end for end in ends)

"""What a calculator's function returns: a headline, who took what, and the working.

The records are named tuples because a result builds several hundred answers.
"""

from __future__ import annotations

from typing import NamedTuple


class Amount(NamedTuple):
    """A labelled quantity: money, coins, viewers."""

    label: str
    value: float
    unit: str
    """A currency code ("USD"), "fraction", or a plural word ("coins")."""


class Line(NamedTuple):
    """One line of the receipt.

    Each "total" equals the items before it less the deductions before it; a "note" does not count.
    """

    kind: str
    """item, less, total or note."""
    label: str
    value: float
    unit: str = "USD"
    note: str = ""


class Step(NamedTuple):
    """One line of the working.

    `formula` names inputs, figures and earlier steps in braces: "{viewers} × {hours}", "{gifts.diamond_usd}",
    "{Coins a LIVE}". It has + − × ÷ and brackets, least(…), most(…) and roundup(…), and "{a} < {b}", which counts as
    1 where it is true. It is shown in words and with the reader's numbers, and tests evaluate it.
    """

    label: str
    value: float
    formula: str
    unit: str = "USD"


class Answer(NamedTuple):
    """What one set of inputs gives."""

    headline: Amount
    breakdown: tuple[Line, ...] = ()
    steps: tuple[Step, ...] = ()
    also: tuple[Amount, ...] = ()
    """The same result in other terms: a week, a year, in coins."""


def usd(label: str, value: float) -> Amount:
    """Return an amount in United States dollars."""
    return Amount(label, value, "USD")


def item(label: str, value: float, note: str = "", unit: str = "USD") -> Line:
    """Return a line that adds to the next total."""
    return Line("item", label, value, unit, note)


def less(label: str, value: float, note: str = "", unit: str = "USD") -> Line:
    """Return a line that is taken off the next total; `value` is what is taken, not negative."""
    return Line("less", label, value, unit, note)


def total(label: str, value: float, note: str = "", unit: str = "USD") -> Line:
    """Return a line that sums the lines above it."""
    return Line("total", label, value, unit, note)


def note(label: str, value: float, note: str = "", unit: str = "USD") -> Line:
    """Return a line beside the sum: information, not arithmetic."""
    return Line("note", label, value, unit, note)

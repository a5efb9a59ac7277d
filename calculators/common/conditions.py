"""Conditions of a programme, as lines of the receipt: what is asked, and whether it is met."""

from __future__ import annotations

from calculators.kit.answer import Line, note


def condition(label: str, asked: float, unit: str, *, missing: bool) -> Line:
    """Return the line of one condition: "Followers: 10,000 followers, missing"."""
    return note(label, asked, "missing" if missing else "you meet it", unit=unit)

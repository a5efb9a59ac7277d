"""Conditions of a program, as lines of the receipt: what is asked, and whether it is met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.kit.answer import Line, note

if TYPE_CHECKING:
    from calculators.kit.figures import Figures

VIDEO_GIFTS = tuple(f"eligibility.video_gifts_{name}" for name in ("account_days", "post_days", "plain_posts"))


def condition(label: str, asked: float, unit: str, *, missing: bool) -> Line:
    """Return the line of one condition: "Followers: 10,000 followers, missing"."""
    return note(label, asked, "missing" if missing else "you meet it", unit=unit)


def unasked(figures: Figures) -> tuple[Line, ...]:
    """Return the lines of what gifts on videos need, too, and a form does not ask about."""
    values = [figures.value(key) for key in VIDEO_GIFTS]
    return tuple(note(each.figure.label, each.typical, "not asked here", unit=each.figure.unit) for each in values)

"""What changed from one model version to the next, in words for readers; a link from an older version shows it."""

from __future__ import annotations

from typing import NamedTuple


class Change(NamedTuple):
    """One change of a formula or a figure."""

    version: str
    """The first version that has it: the day, as year.month.day."""
    slugs: tuple[str, ...]
    """The calculators it touches; none means all."""
    words: str


_CORRECTED = "2026.11.28"
CHANGES: tuple[Change, ...] = (
    Change("2026.11.22", (), "First edition of the figures and of the calculators."),
    Change(
        _CORRECTED,
        ("take-home",),
        "US self-employment tax begins at net earnings of $400, which is a profit of $433.13, not at a profit of $400;"
        " a pound of your own is now the pound of the whole slip.",
    ),
    Change(
        _CORRECTED,
        ("eligibility",),
        "South Korea asks for an age of 19 for gifts on LIVE. Accounts of governments and parties are no longer counted"
        " as barred from gifts on videos, since no source says so.",
    ),
    Change(
        _CORRECTED,
        ("us-live-rewards",),
        "The league's bonus ends at 3% and the loss for a breach at 20%: no share comes out above what TikTok pays.",
    ),
    Change(
        _CORRECTED,
        ("income-mix",),
        "You sell in no more LIVEs than there are. Untouched fields start at 5 Super Fans, 5 subscribers, 10 items.",
    ),
    Change(
        _CORRECTED,
        ("merch-profit",),
        "An untouched form starts from 10 items a month; a thin profit covers costs, too.",
    ),
    Change(_CORRECTED, ("viewer-spend",), "The prices of the UK can be picked instead of those of the US."),
    Change(_CORRECTED, ("gift-value",), "The coins of a gift can be those that your own app shows."),
    Change(_CORRECTED, ("like-value",), "Asks where your account is: the share is lower for most LIVEs in the US."),
)
"""Oldest first."""


def parts(version: str) -> tuple[int, ...]:
    """Return a version as numbers to compare; raise ValueError where it is none."""
    return tuple(int(part) for part in version.split("."))


def changes_since(version: str, slug: str) -> list[Change]:
    """Return what changed for a calculator after `version`; nothing for a version that cannot be read."""
    try:
        seen = parts(version)
    except ValueError:
        return []
    return [change for change in CHANGES if parts(change.version) > seen and (not change.slugs or slug in change.slugs)]

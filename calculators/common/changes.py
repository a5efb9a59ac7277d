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


CHANGES: tuple[Change, ...] = (Change("2026.11.22", (), "First edition of the figures and of the calculators."),)
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

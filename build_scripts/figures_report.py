"""Lists the figures that are due to be looked at again: `python -m build_scripts.figures_report [--on 2026-11-22]`.

What is overdue depends on today's date; nothing that a page shows does.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from typing import TYPE_CHECKING, NamedTuple

from calculators.kit.figures import Register

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class Overdue(NamedTuple):
    """A figure whose day to be checked has passed."""

    key: str
    label: str
    checked: date
    due: date
    days: int
    """How long ago it was due."""
    sources: tuple[str, ...]
    """Where its newest row comes from, to look at first."""


def overdue(register: Register, on: date) -> list[Overdue]:
    """Return the overdue figures on a day, longest overdue first."""
    found = []
    for figure in register.figures.values():
        if figure.overdue(on):
            newest = max(figure.rows, key=lambda row: row.since)
            days = (on - figure.due).days
            found.append(Overdue(figure.key, figure.label, figure.checked, figure.due, days, tuple(newest.sources)))
    return sorted(found, key=lambda item: (-item.days, item.key))


def as_text(found: Sequence[Overdue], on: date) -> str:
    """Return the report for a terminal."""
    if not found:
        return f"No figure is overdue on {on}."
    lines = [f"{_count(found)} overdue on {on}:"]
    lines += [f"  {item.key}: {item.label}. Due {item.due}, last checked {item.checked}." for item in found]
    return "\n".join(lines)


def as_markdown(found: Sequence[Overdue], on: date) -> str:
    """Return the report for an issue: a list to tick off."""
    if not found:
        return f"No figure is overdue on {on}.\n"
    lines = [f"{_count(found)} overdue on {on}. Look at the sources again, then set `checked`.", ""]
    for item in found:
        sources = ", ".join(f"`{name}`" for name in item.sources)
        lines.append(
            f"- [ ] `{item.key}`: {item.label}. Due {item.due}, last checked {item.checked}. Sources: {sources}"
        )
    return "\n".join(lines) + "\n"


def _count(found: Sequence[Overdue]) -> str:
    return "1 figure is" if len(found) == 1 else f"{len(found)} figures are"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report; overdue figures are news, not a failure."""
    parser = argparse.ArgumentParser(prog="python -m build_scripts.figures_report", description="List overdue figures.")
    parser.add_argument("--on", type=dt.date.fromisoformat, help="the day to judge by, 2026-11-22 (default: today)")
    parser.add_argument("--format", choices=("text", "markdown"), default="text")
    asked = parser.parse_args(arguments)
    on = asked.on or dt.datetime.now(tz=dt.UTC).date()
    found = overdue(Register.load(), on)
    print((as_markdown if asked.format == "markdown" else as_text)(found, on).rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main())

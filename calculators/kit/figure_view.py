"""A figure as people read it: value, range, grade, dates and sources, in finished texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from calculators.kit.formatting import date_text, quantity, span
from calculators.kit.locales import ENGLISH, Locale

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.kit.figures import FigureValue, Register, Row


OURS = "assumption"
"""The source that is nobody else's; it goes by the first words of its title."""


def anchor(key: str) -> str:
    """Return the place of a figure on the figures page: "figure-gifts-creator_share"."""
    return "figure-" + key.replace(".", "-")


def range_text(low: float, high: float, unit: str, locale: Locale = ENGLISH) -> str:
    """Write the 8-in-10 range of a figure; empty where it has none."""
    if low == high:
        return ""
    return f"8 in 10: {span(low, high, unit, locale)}"


def figure_view(value: FigureValue, register: Register, locale: Locale = ENGLISH) -> dict[str, Any]:
    """Return the attributes of one figure in the templates."""
    figure, row = value.figure, value.row
    return {
        "key": figure.key,
        "label": figure.label,
        "text": quantity(value.typical, figure.unit, locale),
        "range": range_text(value.low, value.high, figure.unit, locale),
        "grade": row.grade,
        "since": date_text(row.since),
        "checked": date_text(figure.checked),
        "due": figure.due.isoformat(),
        "due_text": date_text(figure.due),
        "note": row.note,
        "overridden": value.overridden,
        "anchor": anchor(figure.key),
        "sources": source_views(row, register),
    }


def source_views(row: Row, register: Register) -> list[dict[str, str]]:
    """Return the sources of a row, as names to link; `named` tells those of one publisher apart."""
    found = {name: register.sources[name] for name in row.sources}
    publishers = {name: source.publisher for name, source in found.items()}
    if OURS in found:
        publishers[OURS] = found[OURS].title.partition(":")[0]
    named = told_apart(publishers)
    return [
        {"id": name, "title": source.title, "publisher": source.publisher, "named": named[name]}
        for name, source in found.items()
    ]


def told_apart(publishers: Mapping[str, str]) -> dict[str, str]:
    """Return what each source (id -> publisher) is called: its publisher, with the id where another has the same."""
    called = list(publishers.values())
    return {name: f"{each} {name}" if called.count(each) > 1 else each for name, each in publishers.items()}

"""The records a register hands out: Source, Row, Figure, Topic. Immutable, and free of any file format.

Each record is made from plain JSON values by its ``of``: that is how the browser reads them, and the
build's TOML reader (`figure_files`) ends in the same plain values. ``of`` trusts what it is given;
`figure_files` is where mistakes are refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from calculators.kit.errors import FigureError, UnknownDay

if TYPE_CHECKING:
    from collections.abc import Sequence

WORLD = "world"
GRADES = ("A", "B", "C", "D")
"""From A (TikTok's or the law's own words) to D (weak, contradicted or assumed); see the method page."""

_ISO_DATE_LENGTH = len("2026-11-22")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure comes from.

    ``address`` holds every place it was read at, as noted: https:// may be left off, and a closing "…" marks
    a tail that was not kept. ``published`` is a date, or the little that is known ("undated", "Feb 2025").
    """

    id: str
    publisher: str
    title: str
    address: tuple[str, ...]
    published: date | str
    accessed: date
    kind: str

    @classmethod
    def of(cls, name: str, plain: Any) -> Source:  # noqa: ANN401 - straight from JSON
        """Return the source that these plain JSON values describe."""
        published = plain["published"]
        return cls(
            id=name,
            publisher=plain["publisher"],
            title=plain["title"],
            address=tuple(plain["address"]),
            published=date.fromisoformat(published) if is_iso_date(published) else published,
            accessed=date.fromisoformat(plain["accessed"]),
            kind=plain["kind"],
        )

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses that can be followed: whole ones, with their scheme."""
        whole = (address for address in self.address if not address.endswith("…"))
        return tuple(address if "://" in address else f"https://{address}" for address in whole)


@dataclass(frozen=True, slots=True)
class Row:
    """A figure's value from one day on, in one region; low, typical, high = 10th, 50th, 90th percentile."""

    since: date
    region: str
    low: float
    typical: float
    high: float
    grade: str
    sources: tuple[str, ...]
    note: str

    @classmethod
    def of(cls, plain: Sequence[Any]) -> Row:
        """Return the row that these plain JSON values, in the order of the fields, describe."""
        since, region, low, typical, high, grade, sources, note = plain
        return cls(date.fromisoformat(since), region, low, typical, high, grade, tuple(sources), note)


@dataclass(frozen=True, slots=True)
class Figure:
    """A dated, sourced number. ``check_every`` is in days; the rows of each region are sorted by day."""

    key: str
    label: str
    unit: str
    check_every: int
    checked: date
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, key: str, plain: Any) -> Figure:  # noqa: ANN401 - straight from JSON
        """Return the figure that these plain JSON values describe."""
        rows = tuple(Row.of(row) for row in plain["rows"])
        checked = date.fromisoformat(plain["checked"])
        return cls(key, plain["label"], plain["unit"], plain["check_every"], checked, rows)

    @property
    def due(self) -> date:
        """The day by which somebody should check the figure again."""
        return self.checked + timedelta(days=self.check_every)

    def overdue(self, on: date) -> bool:
        """Return whether that day is past the day the figure was due."""
        return on > self.due

    def row(self, on: date, region: str = WORLD) -> Row:
        """Return the row that holds on a day in a region: the latest that is not after the day.

        A region without rows takes the world's. A figure with rows for one place only is about that place (a
        tax rate of the US), so it answers wherever the reader is, and its row says which place that is.

        Raises:
            FigureError: the day is before the first row, or nothing is known of the region.
        """
        known = {row.region for row in self.rows}
        if region in known:
            place = region
        elif WORLD in known:
            place = WORLD
        elif len(known) == 1:
            place = self.rows[0].region
        else:
            places = ", ".join(sorted(known))
            raise FigureError(f"{self.key} is not known for the region {region!r}; known regions: {places}")
        rows = [row for row in self.rows if row.region == place]
        held = [row for row in rows if row.since <= on]
        if not held:
            begins = rows[0].since
            message = f"{self.key} is not known on {on}: its first row for {place} begins on {begins}"
            raise UnknownDay(self.key, begins, message)
        return held[-1]


@dataclass(frozen=True, slots=True)
class Topic:
    """One file of figures: its name, what it is about, and the keys of its figures in the order written."""

    name: str
    label: str
    note: str
    keys: tuple[str, ...]


def is_iso_date(text: str) -> bool:
    """Return whether a text is written like 2026-11-22."""
    return len(text) == _ISO_DATE_LENGTH and text[4] == text[7] == "-" and text.replace("-", "").isdigit()

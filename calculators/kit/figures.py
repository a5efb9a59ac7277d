"""Figures: the dated, sourced numbers that calculators work with.

A `Register` holds every figure and source. `Register.on` picks a day and a region and gives `Figures`, which
a calculator reads by key: ``figures["gifts.creator_share"]``. Nothing here reads a clock: the day comes in.

At build the register is read from TOML (`figure_files`) and written into the wheel as one JSON text; the
browser reads only that. Records are built when first asked for, so that starting costs one `json.loads`.
"""

from __future__ import annotations

import json
import os.path
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from calculators.kit.errors import FigureError
from calculators.kit.figure_records import GRADES, WORLD, Figure, Row, Source, Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = [
    "GRADES",
    "WORLD",
    "Figure",
    "FigureError",
    "FigureValue",
    "Figures",
    "Register",
    "Row",
    "Source",
    "Topic",
]

JSON_NAME = "register.json"
# The browser is spared pathlib, which it would load for this line alone.
_FOLDER = os.path.dirname(os.path.dirname(__file__)) + "/figures"  # noqa: PTH120
_LAYOUT = 1  # raised when the JSON changes shape, so that an old file is refused instead of misread


@dataclass(frozen=True, slots=True)
class FigureValue:
    """A figure on one day in one region; low, typical and high are all the reader's value if overridden."""

    figure: Figure
    row: Row
    low: float
    typical: float
    high: float
    overridden: bool


class Register:
    """Every topic, figure and source of one edition."""

    __slots__ = ("_plain", "edition", "figures", "sources", "topics")

    def __init__(self, plain: dict[str, Any]) -> None:
        """Wrap plain values as `figure_files.read_folder` makes them; use `load` or `from_json`."""
        self._plain = plain
        self.topics: Mapping[str, Topic] = _Built(plain["topics"], self._topic)
        self.figures: Mapping[str, Figure] = _Built(plain["figures"], Figure.of)
        self.sources: Mapping[str, Source] = _Built(plain["sources"], Source.of)
        self.edition = date.fromisoformat(max(figure["checked"] for figure in plain["figures"].values()))
        """The latest day any figure was checked: what is calculated for, unless another day is given."""

    @classmethod
    def load(cls, folder: Path | None = None) -> Register:
        """Read a folder of figures: its register.json if it has one, else its TOML files, strictly.

        Raises:
            FigureError: with the file, the table and the allowed names.
        """
        place = _FOLDER if folder is None else str(folder)
        try:
            return cls.from_json(_contents(f"{place}/{JSON_NAME}"))
        except OSError:
            from pathlib import Path  # noqa: PLC0415 - only the build comes here, never the browser

            from calculators.kit.figure_files import read_folder  # noqa: PLC0415

            return cls(read_folder(Path(place)))

    @classmethod
    def from_json(cls, text: str) -> Register:
        """Return the register that `to_json` wrote, or raise FigureError if the text is something else."""
        try:
            plain = json.loads(text)
            layout = plain["layout"]
        except (ValueError, TypeError, KeyError) as trouble:
            raise FigureError(f"{JSON_NAME} is not a register written by to_json") from trouble
        if layout != _LAYOUT:
            raise FigureError(f"{JSON_NAME}: unknown layout {layout!r}; allowed: {_LAYOUT}")
        return cls(plain)

    def to_json(self) -> str:
        """Return the whole register as compact JSON: the text that is written into the wheel."""
        return json.dumps({"layout": _LAYOUT} | self._plain, ensure_ascii=False, separators=(",", ":"))

    def on(self, day: date, region: str = WORLD, overrides: Mapping[str, float] = {}) -> Figures:
        """Return the figures as they stood on a day in a region, the reader's own values replacing some.

        Raises:
            FigureError: an override names no figure.
        """
        return Figures(self, day, region).replaced(overrides)

    def figure(self, key: str) -> Figure:
        """Return a figure, or raise FigureError with the known keys nearest to the one asked for."""
        if key not in self.figures:
            import difflib  # noqa: PLC0415 - only needed to say what was meant

            near = difflib.get_close_matches(key, self.figures, n=5, cutoff=0.5) or sorted(self.topics)
            raise FigureError(f"There is no figure {key!r}; near it: {', '.join(near)}")
        return self.figures[key]

    def _topic(self, name: str, plain: Any) -> Topic:  # noqa: ANN401 - straight from JSON
        keys = tuple(key for key in self.figures if key.partition(".")[0] == name)
        return Topic(name, plain["label"], plain["note"], keys)


class Figures:
    """The figures on one day in one region. Remembers which were read, so that a result can show them."""

    __slots__ = ("_found", "_own", "_register", "_used", "day", "region")

    def __init__(self, register: Register, day: date, region: str) -> None:
        """Use `Register.on`."""
        self._register = register
        self.day = day
        self.region = region
        self._own: Mapping[str, float] = {}  # replaces the register's values
        self._found: dict[str, float] = {}  # values looked up; shared by all that replaced() makes
        self._used: dict[str, None] = {}  # a dict keeps the order of reading, and each key once

    def __getitem__(self, key: str) -> float:
        """Return the typical value, or the value put in its place.

        Raises:
            FigureError: no figure has that key, or it does not cover the day.
        """
        value = self._own.get(key)
        if value is None:
            value = self._found.get(key)
            if value is None:
                value = self._found[key] = self._row(key).typical
        self._used[key] = None
        return value

    def value(self, key: str) -> FigureValue:
        """Return a figure with its range, row and sources; counts as reading it. Raises as ``[]`` does."""
        row = self._row(key)
        own = self._own.get(key)
        self._used[key] = None
        low, typical, high = (row.low, row.typical, row.high) if own is None else (own, own, own)
        return FigureValue(self._register.figure(key), row, low, typical, high, own is not None)

    @property
    def used(self) -> tuple[str, ...]:
        """The keys read so far, in order of first reading."""
        return tuple(self._used)

    def replaced(self, values: Mapping[str, float]) -> Figures:
        """Return the same day and region with these values in place of the register's, and nothing read yet.

        Cheap: the sampler calls it for every draw. Raises FigureError if a key names no figure.
        """
        for key in values:
            if key not in self._register.figures:
                self._register.figure(key)  # raises, with the names near it
        others = Figures(self._register, self.day, self.region)
        others._own = {**self._own, **values}
        others._found = self._found
        return others

    def _row(self, key: str) -> Row:
        return self._register.figure(key).row(self.day, self.region)


class _Built[T](Mapping[str, T]):
    """A read-only mapping whose records are built from plain values when first asked for."""

    __slots__ = ("_build", "_done", "_plain")

    def __init__(self, plain: dict[str, Any], build: Callable[[str, Any], T]) -> None:
        self._plain = plain
        self._build = build
        self._done: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._done:
            self._done[name] = self._build(name, self._plain[name])
        return self._done[name]

    def __contains__(self, name: object) -> bool:
        return name in self._plain

    def __iter__(self) -> Iterator[str]:
        return iter(self._plain)

    def __len__(self) -> int:
        return len(self._plain)


def _contents(path: str) -> str:
    """Return a file's text, also from inside a zipped wheel; raise OSError where there is none."""
    loader = __spec__.loader
    get_data = getattr(loader, "get_data", None)
    if get_data is None:
        raise OSError(path)
    return str(get_data(path), "utf-8")

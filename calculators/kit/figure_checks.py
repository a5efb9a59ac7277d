"""Checks for one value of a TOML table: each returns the value as plain JSON, or refuses it and says where.

A refusal always names the file, the table, the trouble and what is allowed, so that it can be mended without
looking at this code.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from calculators.kit.errors import FigureError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


@dataclass(frozen=True, slots=True)
class Table:
    """One TOML table, and where it stands: for reading values and for saying what is wrong with them."""

    file: str
    name: str
    values: dict[str, Any]

    def error(self, trouble: str, allowed: Iterable[str] = ()) -> FigureError:
        """Return the error that says where, what, and what would be right."""
        names = ", ".join(allowed)
        return FigureError(f"{self.file} [{self.name}]: {trouble}" + (f"; allowed: {names}" if names else ""))

    def within(self, key: str, values: Any, label: str = "") -> Table:  # noqa: ANN401 - straight from TOML
        """Return a table inside this one."""
        if not isinstance(values, dict):
            raise self.error(f"{key!r} must be a table")
        return Table(self.file, label or f"{self.name}.{key}", values)

    def only(self, allowed: Collection[str]) -> None:
        """Refuse keys that are not known."""
        for key in self.values:
            if key not in allowed:
                raise self.error(f"unknown key {key!r}", allowed)

    def given(self, key: str) -> Any:  # noqa: ANN401 - straight from TOML
        """Return a value that must be there."""
        if key not in self.values:
            raise self.error(f"{key!r} is missing")
        return self.values[key]

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text that is not empty, or the default where there is one and the key is missing."""
        if key not in self.values and default is not None:
            return default
        value = self.given(key)
        if not isinstance(value, str) or not value.strip():
            raise self.error(f"{key!r} must be a text that is not empty")
        return value

    def one_of(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """Return a text that is one of a few."""
        value = self.text(key, default)
        if value not in allowed:
            raise self.error(f"unknown {key} {value!r}", allowed)
        return value

    def day(self, key: str) -> str:
        """Return a date, as ISO text."""
        value = self.given(key)
        if type(value) is not date:  # a TOML date-time is a subclass of date, and not meant
            raise self.error(f"{key!r} must be a date such as 2026-11-22, without quotes")
        return value.isoformat()

    def number(self, key: str) -> float:
        """Return a finite number."""
        value = self.given(key)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            raise self.error(f"{key!r} must be a number")
        return value

    def days(self, key: str) -> int:
        """Return a whole number of days, one or more."""
        value = self.given(key)
        if type(value) is not int or value < 1:
            raise self.error(f"{key!r} must be a whole number of days, one or more")
        return value

    def texts(self, key: str) -> list[str]:
        """Return a list of different texts, none of them empty."""
        value = self.given(key)
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.error(f"{key!r} must be a list of texts")
        if len(set(value)) < len(value):
            raise self.error(f"{key!r} names something twice")
        return value

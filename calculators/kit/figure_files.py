"""Reads the folder of figures: TOML in, plain JSON values out. Strict: what is not understood is refused.

`sources.toml` has one table for each source. Every other file is a topic, with one table for each figure:

    [topic]                          # may be left out
    label = "Coins"                  # else the file's name
    note = "What all figures here have in common."
    [topic.defaults]                 # for figures and rows that do not say otherwise
    unit = "USD/coin"
    checked = 2026-11-22

    [web_price]
    label = "Price of a coin on the web"
    check_every = 90
    [[web_price.values]]             # one for each day on which the value changed, by region
    since = 2022-03-16
    region = "us"
    low = 0.0103
    typical = 0.0105
    high = 0.0108
    grade = "B"
    sources = ["N6"]
    note = "Why this holds, in one line."

Two shorthands keep catalogues compact. A row with `typical` alone is exact: low and high are the same. A
figure with one row may write the row's keys in its own table, in place of `values`.

Only the build imports this module; the browser gets the result as JSON.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from calculators.kit.errors import FigureError
from calculators.kit.figure_checks import Table
from calculators.kit.figure_records import GRADES, WORLD, is_iso_date
from calculators.kit.figure_words import KINDS, REGIONS, UNITS

if TYPE_CHECKING:
    from collections.abc import Collection

SOURCES_FILE = "sources.toml"
_SOURCE_KEYS = ("publisher", "title", "address", "published", "accessed", "kind")
_TOPIC_KEYS = ("label", "note", "defaults")
_ROW_KEYS = ("since", "region", "low", "typical", "high", "grade", "sources", "note")
_FIGURE_KEYS = ("label", "unit", "check_every", "checked", "values")
_DEFAULT_KEYS = ("unit", "check_every", "checked", "since", "region", "grade", "sources")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def read_folder(folder: Path) -> dict[str, Any]:
    """Return all topics, figures and sources of a folder as plain JSON values.

    Raises:
        FigureError: with the file, the table and the allowed names.
    """
    topic_files = sorted(path for path in folder.glob("*.toml") if path.name != SOURCES_FILE)
    sources = {table.name: _source(table) for table in _tables(folder / SOURCES_FILE)}
    topics: dict[str, Any] = {}
    figures: dict[str, Any] = {}
    for path in topic_files:
        tables = {table.name: table for table in _tables(path)}
        head = tables.pop("topic", Table(path.name, "topic", {}))
        defaults = _defaults(head)
        topics[path.stem] = _topic(head, path.stem)
        for name, table in tables.items():
            figures[f"{path.stem}.{name}"] = _figure(table, defaults, sources)
    if not figures:
        raise FigureError(f"{folder.name} has no figure")
    return {"sources": sources, "topics": topics, "figures": figures}


def _tables(path: Path) -> list[Table]:
    """Return the tables of a TOML file."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as trouble:
        raise FigureError(f"{path.name} is missing from {path.parent.name}") from trouble
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as trouble:
        raise FigureError(f"{path.name} is not TOML: {trouble}") from trouble
    whole = Table(path.name, "", content)
    return [whole.within(name, values, label=name) for name, values in content.items()]


def _source(table: Table) -> dict[str, Any]:
    """Return one source. An address may be a text, or a list: empty if none was kept."""
    table.only(_SOURCE_KEYS)
    address = table.given("address")
    published = table.given("published")
    if isinstance(published, str) and is_iso_date(published):
        raise table.error("'published' is a date: write it without quotes")
    return {
        "publisher": table.text("publisher"),
        "title": table.text("title"),
        "address": [table.text("address")] if isinstance(address, str) else table.texts("address"),
        "published": table.text("published") if isinstance(published, str) else table.day("published"),
        "accessed": table.day("accessed"),
        "kind": table.one_of("kind", KINDS),
    }


def _defaults(head: Table) -> dict[str, Any]:
    """Return what figures and rows of a topic take where they do not say otherwise."""
    defaults = head.within("defaults", head.values.get("defaults", {}))
    defaults.only(_DEFAULT_KEYS)
    return defaults.values


def _topic(head: Table, name: str) -> dict[str, Any]:
    """Return a topic's own words."""
    head.only(_TOPIC_KEYS)
    _check_name(head, name)
    return {"label": head.text("label", name.replace("_", " ").capitalize()), "note": head.text("note", "")}


def _figure(table: Table, defaults: dict[str, Any], sources: Collection[str]) -> dict[str, Any]:
    """Return one figure with its rows."""
    _check_name(table, table.name)
    table.only((*_FIGURE_KEYS, *_ROW_KEYS))
    head = Table(table.file, table.name, defaults | table.values)
    own = {key: value for key, value in table.values.items() if key in _ROW_KEYS}
    if "values" in table.values and own:
        raise table.error(f"has rows in 'values' and a row of its own ({', '.join(own)}); write one or the other")
    listed = table.values.get("values", [own] if own else [])
    if not isinstance(listed, list) or not listed:
        raise table.error("has no row: write [[" + table.name + ".values]], or the row's keys", _ROW_KEYS)
    row_defaults = {key: value for key, value in defaults.items() if key in _ROW_KEYS}
    rows = [
        _row(table.within("values", row, f"{table.name}.values #{number}"), row_defaults, sources)
        for number, row in enumerate(listed, start=1)
    ]
    _check_order(table, rows)
    return {
        "label": head.text("label"),
        "unit": head.one_of("unit", UNITS),
        "check_every": head.days("check_every"),
        "checked": head.day("checked"),
        "rows": rows,
    }


def _row(written: Table, defaults: dict[str, Any], sources: Collection[str]) -> list[Any]:
    """Return one row as plain values in the order of the fields of Row."""
    written.only(_ROW_KEYS)
    table = Table(written.file, written.name, defaults | written.values)
    typical = table.number("typical")
    exact = "low" not in table.values and "high" not in table.values
    low, high = (typical, typical) if exact else (table.number("low"), table.number("high"))
    if not low <= typical <= high:
        raise table.error(f"low {low} ≤ typical {typical} ≤ high {high} does not hold")
    cited = table.texts("sources")
    if not cited:
        raise table.error("'sources' is empty: a figure needs a source")
    for source in cited:
        if source not in sources:
            raise table.error(f"unknown source {source!r}", sorted(sources))
    region = table.one_of("region", REGIONS, WORLD)
    grade = table.one_of("grade", GRADES)
    return [table.day("since"), region, low, typical, high, grade, cited, table.text("note", "")]


def _check_name(table: Table, name: str) -> None:
    """Refuse a name that cannot be part of a key."""
    if not _NAME.fullmatch(name):
        raise table.error(f"{name!r} is not a name: use lower-case letters, digits and _, a letter first")


def _check_order(table: Table, rows: list[list[Any]]) -> None:
    """Refuse rows of one region that are not in the order of their days, or have a day twice."""
    latest: dict[str, str] = {}
    for since, region, *_ in rows:
        if region in latest and since <= latest[region]:
            raise table.error(f"the rows for {region!r} must be sorted, each day once: {since} after {latest[region]}")
        latest[region] = since

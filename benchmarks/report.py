"""The table as Markdown and JSON."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
import platform
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.measure import Row

MONTHLY = 100e9  # bytes a month that GitHub Pages allows
_COLUMNS = (
    "bytes",
    "visits a month",
    "local",
    "Fast 4G, 4x CPU",
    "Slow 4G, 4x CPU",
    "first paint",
    "warm",
    "a change",
    "heaviest change",
    "longest task",
    "ours, main thread",
    "peak memory",
)


def machine(browser: str) -> dict[str, Any]:
    """What was measured on, and when."""
    return {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "system": platform.system(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "browser": browser,
        "load": round(os.getloadavg()[0], 1),
    }


def as_json(rows: Sequence[Row], facts: dict[str, Any]) -> str:
    """Everything that was measured."""
    return json.dumps({**facts, "rows": [dataclasses.asdict(row) for row in rows]}, indent=1) + "\n"


def as_markdown(rows: Sequence[Row], facts: dict[str, Any]) -> str:
    """The table, and under it the ratios to the first row."""
    lines = [
        (
            f"Measured on {facts['date']}: {facts['cores']} cores, {facts['machine']}, {facts['browser']}, "
            f"load {facts['load']}; medians of {facts['runs']}."
        ),
        "",
        "| | " + " | ".join(_COLUMNS) + " |",
        "|---" * (len(_COLUMNS) + 1) + "|",
        *(_line(row) for row in rows),
    ]
    stock = rows[0]
    if len(rows) > 1:
        lines += ["", f"Beside “{stock.name}”, in the same run:", "", *(_ratio(row, stock) for row in rows[1:])]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    cells = (
        f"{row.bytes / 1e6:.3g} MB",
        f"{MONTHLY / row.bytes:,.0f}",
        *(f"{row.result[name] / 1e3:.2f} s" for name in row.result),
        f"{row.paint['Slow 4G'] / 1e3:.2f} s",
        f"{row.warm / 1e3:.2f} s",
        f"{row.change:.0f} ms",
        _milliseconds(row.heaviest),
        _milliseconds(row.longest),
        _milliseconds(row.ours),
        f"{row.memory / 1e6:.0f} MB",
    )
    return f"| {row.name} | " + " | ".join(cells) + " |"


def _milliseconds(value: float) -> str:
    return f"{value:.0f} ms" if value else "–"


def _ratio(row: Row, stock: Row) -> str:
    times = ", ".join(f"{row.result[name] / stock.result[name]:.2f} ({name})" for name in row.result)
    return f"* {row.name}: {row.bytes / stock.bytes:.3f} of its bytes; of its time to the first result, cold: {times}."

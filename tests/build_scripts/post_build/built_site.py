"""Writes small sites for the tests of the steps after the build."""

from __future__ import annotations

from pathlib import Path

PAGE = """<!doctype html>
<html lang="en" class="no-js">
<head><meta charset="utf-8"><title>T</title></head>
<body>{}</body></html>
"""
FILES = {"index": "index.html", "missing": "404.html"}


def write(folder: Path, **bodies: str) -> Path:
    """Write pages by name: `index` → index.html, `missing` → 404.html, `a_b` → a/b/index.html."""
    for name, body in bodies.items():
        path = folder / FILES.get(name, f"{name.replace('_', '/')}/index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(body), "utf-8")
    return folder

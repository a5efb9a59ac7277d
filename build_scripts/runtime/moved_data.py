"""The committed table of static data that comes with the second module: large tables of two of CPython's modules.

East Asian codecs and the names of Unicode's characters make up half of the packed data, and no calculator
uses them. Each line is a table in Pyodide's data whose content equals, byte for byte, a `static const` array of the
same CPython extension module on the machine that took the profile; C lets no other file name such an array.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from build_scripts.runtime.errors import RuntimeBuildError
from build_scripts.runtime.pyodide_files import HERE
from build_scripts.runtime.wasm.static_data import Range

PATH = HERE / "data_for_later.txt"
_INTRODUCTION = """\
# Tables in Pyodide's static data that only functions of the second file read. Renewed by `make profile`.
# start size SHA-256 (16 digits) extension module and array of CPython
"""


@dataclass(frozen=True)
class Table:
    """An array of CPython, found in static data."""

    start: int
    content: bytes
    name: str

    def line(self) -> str:
        """The line of the committed table."""
        return f"{self.start} {len(self.content)} {_hash(self.content)} {self.name}\n"


def table_text(tables: list[Table]) -> str:
    """The table as it is committed."""
    return _INTRODUCTION + "".join(table.line() for table in sorted(tables, key=lambda one: one.start))


def ranges_for_later(memory: bytes, path: Path = PATH) -> list[Range]:
    """The ranges of the table. `RuntimeBuildError` unless `memory` holds there what was found there."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        start, size, digest, name = line.split()
        one = Range(int(start), int(size))
        if _hash(memory[one.start : one.start + one.size]) != digest:
            raise RuntimeBuildError(f"{path.name}: {name} is not where it was in Pyodide's data: run `make profile`.")
        found.append(one)
    return found


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]

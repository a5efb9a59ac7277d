"""The committed table of functions that the profile found in use: text, tied to one build of Pyodide."""

from __future__ import annotations

import hashlib
import textwrap
from pathlib import Path

from build_scripts.runtime.errors import RuntimeBuildError
from build_scripts.runtime.pyodide_files import HERE

PATH = HERE / "functions_in_use.txt"
_INTRODUCTION = """\
# Functions of Pyodide's WebAssembly that a visit calls; the others move to a second file that is rarely loaded.
# Numbers count the functions that the module defines, from 0; a-b means all from a to b. Renewed by `make profile`.
"""


def table_text(functions: set[int], wasm: bytes) -> str:
    """The table as it is committed."""
    ranges: list[list[int]] = []
    for number in sorted(functions):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    words = " ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in ranges)
    return f"{_INTRODUCTION}wasm {_hash(wasm)}\n{textwrap.fill(words, 110, break_on_hyphens=False)}\n"


def functions_in_use(wasm: bytes, path: Path = PATH) -> frozenset[int]:
    """The numbers of the table. `RuntimeBuildError` if it was taken from another WebAssembly than `wasm`."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    if lines[0] != f"wasm {_hash(wasm)}":
        raise RuntimeBuildError(f"{path.name} was recorded with another build of Pyodide: run `make profile`.")
    found: set[int] = set()
    for word in " ".join(lines[1:]).split():
        first, _, last = word.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return frozenset(found)


def _hash(wasm: bytes) -> str:
    return hashlib.sha256(wasm).hexdigest()

"""Takes the profile: which modules and functions of Python, and which functions of the WebAssembly, a visit uses."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING

from build_scripts import wheel
from build_scripts.runtime.archive import gzip_bytes, stored_zip
from build_scripts.runtime.compiling import compile_module
from build_scripts.runtime.libraries import PACKAGES_IN_BROWSER
from build_scripts.runtime.parts import stock_parts, whole_trimmed_parts, whole_wasm_parts
from build_scripts.runtime.profiling.session import Session, session
from build_scripts.runtime.stdlib import ZIP_IN_BROWSER
from build_scripts.runtime.wasm.recording import recording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from build_scripts.runtime.parts import Parts

WASM = "pyodide.asm.wasm"
RECORDER = Path(__file__).parent / "sitecustomize.py"
PLACES = (ZIP_IN_BROWSER, PACKAGES_IN_BROWSER)
SEARCHES = ("", "?without=jspi")  # ways to start that differ by browser
MARGIN = 2000  # random inputs of the common operations: what the next calculator may use


def used_modules(folder: Path, pyodide: Mapping[str, bytes], say: Callable[[str], None]) -> set[str]:
    """Every module that has been imported when the scenario ends, in a stock runtime."""
    with session(folder, stock_parts(pyodide, None)) as started:
        exercise(started, say)
        return set(json.loads(started.run("site_scenario", "modules")))


def used_functions(folder: Path, pyodide: Mapping[str, bytes], say: Callable[[str], None]) -> set[int]:
    """Every function of the WebAssembly that is called when the scenario runs in the runtime as readers get it."""
    parts = dataclasses.replace(whole_wasm_parts(pyodide, None), wasm=recording(pyodide[WASM]))
    found: set[int] = set()
    for search, started in visits(folder, parts, say):
        found |= set(started.ask("called"))
        say(f"{len(found)} functions after a visit{search and ' with ' + search}")
    return found


def used_python_functions(
    folder: Path, pyodide: Mapping[str, bytes], say: Callable[[str], None]
) -> set[tuple[str, str]]:
    """File and name of every function of the library and of Jinja2 that Python calls when the scenario runs."""
    recorder = compile_module(RECORDER.read_bytes(), RECORDER.name, lines=False)
    whole = whole_trimmed_parts(pyodide, None)
    packed = ("recorder", ".zip.gz", gzip_bytes(stored_zip({f"{RECORDER.name}c": recorder})))
    parts = dataclasses.replace(whole, packages=(*whole.packages, packed))
    found: set[tuple[str, str]] = set()
    for _, started in visits(folder, parts, say):
        found |= {(path, name) for path, name in json.loads(started.run(RECORDER.stem, "called"))}
    files = {(path.removeprefix(f"{place}/"), name) for path, name in found for place in PLACES if place in path}
    theirs = {(file, name) for file, name in files if not file.startswith(f"{wheel.PACKAGE.name}/")}
    say(f"{len(theirs)} functions of Python after the same visits")
    return theirs


def visits(folder: Path, parts: Parts, say: Callable[[str], None]) -> Iterator[tuple[str, Session]]:
    """Yield a runtime of `parts` after the scenario, once for each way to start."""
    for search in SEARCHES:
        with session(folder, parts, search=search) as started:
            exercise(started, say)
            yield search, started


def exercise(started: Session, say: Callable[[str], None]) -> None:
    """Everything that a visit can lead to, and what the next calculator may use."""
    say(started.run("site_scenario", "run"))
    started.run("operations", "digest", count=MARGIN, rare=False)

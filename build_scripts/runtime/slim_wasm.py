"""Pyodide's WebAssembly as readers get it: what a visit needs in a first module, the rest in a second."""

from __future__ import annotations

import re

from build_scripts.runtime.function_table import functions_in_use
from build_scripts.runtime.moved_data import ranges_for_later
from build_scripts.runtime.wasm.exporting import exporting_only
from build_scripts.runtime.wasm.module import Module
from build_scripts.runtime.wasm.relocations import places_in_glue, relocated, static_data
from build_scripts.runtime.wasm.splitting import Split, split

_WORD = re.compile(r"[\w$]+")


def slim_wasm(wasm: bytes, glue: str) -> Split:
    """Split Pyodide's WebAssembly by the committed profile, for the JavaScript `glue`."""
    whole = exporting_only(relocated(wasm, places_in_glue(glue)), named_exports(wasm, glue))
    return split(whole, functions_in_use(wasm), ranges_for_later(memory_of(whole)))


def named_exports(wasm: bytes, glue: str) -> set[str]:
    """Exports whose name, with or without a leading underscore, is a word of the JavaScript."""
    words = set(_WORD.findall(glue))
    return {name for name, _, _ in Module(wasm).exports if name in words or f"_{name}" in words}


def memory_of(wasm: bytes) -> bytes:
    """The static data of a module."""
    module = Module(wasm)
    base = module.imported_global("__memory_base")
    return bytes(static_data(module, base)[1])

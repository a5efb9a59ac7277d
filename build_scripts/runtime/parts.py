"""The ingredients of a runtime, each made once and kept in the cache: trimmed ones, and stock ones."""

from __future__ import annotations

import dataclasses
import json
import sys
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from build_scripts import wheel
from build_scripts.runtime import bundle, later_code, libraries
from build_scripts.runtime.archive import gzip_bytes, stored_zip, zip_of_modules
from build_scripts.runtime.cache import cached, cached_together, digest, files_digest, scripts_digest, tool_version
from build_scripts.runtime.code_bytes import canonical
from build_scripts.runtime.compiling import compiled
from build_scripts.runtime.glue import NAME as GLUE
from build_scripts.runtime.glue import slim_glue
from build_scripts.runtime.slim_wasm import slim_wasm
from build_scripts.runtime.stdlib import ZIP_IN_BROWSER, listed_modules, trimmed_stdlib

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import CodeType


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What a worker is bundled with: bytes, and for archives the ending of their name and the bytes."""

    wasm: bytes
    rest: bytes | None = None
    glue: Mapping[str, bytes]
    stdlib: tuple[str, bytes]
    packages: tuple[tuple[str, str, bytes], ...]
    python_rest: bytes | None = None


@cache
def _made_by() -> str:
    """What every part depends on besides its own ingredients: these scripts and this Python."""
    return digest([scripts_digest(), sys.version])


def trimmed_parts(pyodide: Mapping[str, bytes], package: Path | None) -> Parts:
    """The runtime as readers get it: cut to what a visit calls, the rest in files of their own, all packed tightly."""
    key = digest([_made_by(), tool_version("acorn"), pyodide[GLUE], pyodide["pyodide.mjs"]])
    slim = {**pyodide, GLUE: cached("glue", key, lambda: slim_glue(pyodide).encode())}
    first, rest = split_wasm(slim)
    return dataclasses.replace(whole_wasm_parts(pyodide, package), wasm=first, rest=rest, glue=slim)


def whole_wasm_parts(pyodide: Mapping[str, bytes], package: Path | None) -> Parts:
    """The same with its WebAssembly in one piece."""
    stdlib, packed, python_rest = split_python(pyodide)
    return Parts(
        wasm=pyodide["pyodide.asm.wasm"],
        glue=pyodide,
        stdlib=(".zip.gz", stdlib),
        packages=_packages(packed, package),
        python_rest=python_rest,
    )


def whole_trimmed_parts(pyodide: Mapping[str, bytes], package: Path | None) -> Parts:
    """The same with Python in one piece too: every function in its place."""
    stdlib, packed = (gzip_bytes(zip_of_modules(codes)) for codes in _python(pyodide))
    return Parts(
        wasm=pyodide["pyodide.asm.wasm"], glue=pyodide, stdlib=(".zip.gz", stdlib), packages=_packages(packed, package)
    )


def _python(pyodide: Mapping[str, bytes]) -> tuple[dict[str, CodeType], dict[str, CodeType]]:
    """The code of the standard library and of Jinja2, by file name."""
    return (
        trimmed_stdlib(pyodide["python_stdlib.zip"], listed_modules()),
        libraries.compiled_libraries(libraries.library_sources()),
    )


def _packages(packed: bytes, package: Path | None) -> tuple[tuple[str, str, bytes], ...]:
    ours = gzip_bytes(wheel.wheel_file(package or wheel.PACKAGE))
    return ("libraries", ".zip.gz", packed), ("calculators", ".whl.gz", ours)


def split_python(pyodide: Mapping[str, bytes]) -> tuple[bytes, bytes, bytes]:
    """The standard library and Jinja2 with the functions that a visit calls, and the bodies of the others."""
    sources = files_digest(libraries.library_sources())
    # The table is named although it is among the scripts: `make profile` renews it while it runs.
    key = digest([_made_by(), pyodide["python_stdlib.zip"], sources, later_code.IN_USE.read_bytes()])
    stdlib, packed, rest = cached_together(("stdlib", "libraries", "python-rest"), key, lambda: _split_python(pyodide))
    return stdlib, packed, rest


def _split_python(pyodide: Mapping[str, bytes]) -> tuple[bytes, bytes, bytes]:
    stdlib, packages = _python(pyodide)
    made = later_code.split({**stdlib, **packages}, later_code.functions_in_use())
    loader = later_code.LOADER
    first = {name: made.first[name] for name in stdlib}
    first[loader.name] = compiled(loader.read_bytes(), f"{ZIP_IN_BROWSER}/{loader.name}", lines=False)
    return (
        gzip_bytes(zip_of_modules(first)),
        gzip_bytes(zip_of_modules({name: made.first[name] for name in packages})),
        gzip_bytes(canonical(made.rest)),
    )


def split_wasm(pyodide: Mapping[str, bytes]) -> tuple[bytes, bytes]:
    """The functions that a visit uses, and the rest."""
    wasm, glue = pyodide["pyodide.asm.wasm"], pyodide[GLUE]

    def halves() -> tuple[bytes, bytes]:
        made = slim_wasm(wasm, glue.decode())
        return made.first, made.second

    first, rest = cached_together(("first", "second"), digest([_made_by(), wasm, glue]), halves)
    return first, rest


def stock_parts(pyodide: Mapping[str, bytes], package: Path | None) -> Parts:
    """The same around an unchanged Pyodide: WebAssembly and library as they come, Jinja2 as source."""
    sources = gzip_bytes(stored_zip(libraries.library_sources()))
    stdlib = (".zip", pyodide["python_stdlib.zip"])
    return Parts(wasm=pyodide["pyodide.asm.wasm"], glue=pyodide, stdlib=stdlib, packages=_packages(sources, package))


def worker(glue: Mapping[str, bytes], manifest: Mapping[str, Any], entry: str) -> bytes:
    """The bundled worker that knows the files of `manifest`, from its module `entry` on."""
    sources = bundle.worker_sources()
    texts = {name: glue[name] for name in bundle.GLUE_NAMES}
    listing = json.dumps(manifest, sort_keys=True)
    made_by = _made_by() + tool_version("esbuild")
    key = digest([made_by, files_digest(sources), files_digest(texts), listing, entry])
    return cached("worker", key, lambda: bundle.bundled_worker(sources, texts, manifest, entry))

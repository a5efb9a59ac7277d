"""Pyodide's JavaScript with less in it: nothing that serves only machine code which we never load.

The script offers all of emscripten's libraries, graphics and sound among them, and gives every one of 3,600
exported functions a variable and a property, for programs that packages bring. Ours brings none.
`trim_glue.mjs` says what goes and why that is safe.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
from collections import Counter
from typing import TYPE_CHECKING
from zipfile import ZipFile

from build_scripts.runtime.errors import RuntimeBuildError
from build_scripts.runtime.pyodide_files import HERE
from build_scripts.runtime.wasm.module import Module

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "pyodide.asm.js"
TRIM = HERE / "trim_glue.mjs"
_WORD = re.compile(r"[\w$]+")
_NAMED_EXPORT = re.compile(r'var (_\w+)=Module\["\1"\]=wasmExports\["(\w+)"\];')


def slim_glue(pyodide: Mapping[str, bytes]) -> str:
    """Pyodide's script for its own WebAssembly, without what neither that nor any other script mentions."""
    imports = Module(pyodide["pyodide.asm.wasm"]).imports
    other = pyodide["pyodide.mjs"].decode() + _python_of_pyodide(pyodide["python_stdlib.zip"])
    asked = {
        "script": without_unused_names(pyodide[NAME].decode(), other),
        "other": other,
        "imports": sorted({one.name for one in imports if not one.module.startswith("GOT.")}),
        "addresses": sorted({one.name for one in imports if one.module.startswith("GOT.")}),
    }
    done = subprocess.run(["node", TRIM], input=json.dumps(asked).encode(), capture_output=True, check=False)
    if done.returncode:
        raise RuntimeBuildError(f"Pyodide's script could not be trimmed:\n{done.stderr.decode()}")
    return without_unused_names(done.stdout.decode(), other)


def without_unused_names(script: str, other: str) -> str:
    """`script` without the variables of exports that neither it nor `other` mentions a second time."""
    elsewhere = Counter(_WORD.findall(_NAMED_EXPORT.sub("", script)))
    elsewhere.update(_WORD.findall(other))

    def kept(found: re.Match[str]) -> str:
        used = elsewhere[found[1]] or elsewhere[found[2]]
        return found[0] if used else ""

    return _NAMED_EXPORT.sub(kept, script)


def _python_of_pyodide(stdlib: bytes) -> str:
    """Pyodide's own Python modules, which reach into its script by name."""
    with ZipFile(io.BytesIO(stdlib)) as archive:
        names = [
            name for name in archive.namelist() if name.startswith(("pyodide/", "_pyodide/")) and name.endswith(".py")
        ]
        return "\n".join(archive.read(name).decode() for name in names)

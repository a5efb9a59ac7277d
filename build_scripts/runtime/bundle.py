"""The worker as one file: our modules, Pyodide's JavaScript and the list of files, bundled by esbuild."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_scripts import esbuild
from build_scripts.runtime.pyodide_files import HERE

if TYPE_CHECKING:
    from collections.abc import Mapping

WORKER_SOURCES = HERE / "worker"
GLUE_NAMES = ("pyodide.asm.js", "pyodide.mjs")
# Pyodide asks for these only under Node.js.
NODE_ONLY = ("node:*", "fs", "path", "crypto", "child_process", "ws")


def worker_sources(folder: Path = WORKER_SOURCES) -> dict[str, bytes]:
    """File name -> text of our part of the worker."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.js"))}


def bundled_worker(
    sources: Mapping[str, bytes], glue: Mapping[str, bytes], manifest: Mapping[str, Any], entry: str
) -> bytes:
    """One minified ES module. `BundleError` with esbuild's own words if it cannot be made."""
    with tempfile.TemporaryDirectory(prefix="worker-") as name:
        folder = Path(name)
        pyodide = folder / "node_modules" / "pyodide"
        pyodide.mkdir(parents=True)
        (pyodide / "package.json").write_text('{"main": "pyodide.mjs"}', encoding="utf-8")
        for file, text in sources.items():
            (folder / file).write_bytes(text)
        for file in GLUE_NAMES:
            (pyodide / file).write_bytes(glue[file])
        listing = json.dumps(manifest, indent=1, sort_keys=True)
        (folder / "manifest.js").write_text(f"export const manifest = {listing};\n", encoding="utf-8")
        external = (f"--external:{name}" for name in NODE_ONLY)
        return esbuild.bundled(folder, entry, "--format=esm", *external)

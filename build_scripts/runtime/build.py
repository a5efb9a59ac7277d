"""Puts the runtime together and writes it into a built site."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_scripts.runtime import parts
from build_scripts.runtime.archive import size_as_sent
from build_scripts.runtime.cache import cached, digest
from build_scripts.runtime.lock_file import empty_lock_file
from build_scripts.runtime.pyodide_files import checked_files

OUTPUT = Path("assets") / "runtime"  # below the root of the site
_PACKED = (".gz", ".zip", ".whl")  # what servers send as it is


@dataclass(frozen=True, kw_only=True)
class RuntimeFile:
    """One file of the runtime: its hashed name, its size, and its size on the wire."""

    name: str
    raw: int
    sent: int


@dataclass(frozen=True, kw_only=True)
class RuntimeManifest:
    """What was written. `worker` is relative to the root of the site; sizes are in bytes."""

    worker: str
    files: tuple[RuntimeFile, ...]
    stock: bool

    @property
    def total_sent(self) -> int:
        """Bytes on the wire of everything that a cold start downloads: not the rest, which it leaves out."""
        return sum(file.sent for file in self.files if not file.name.startswith("rest-"))


class _Output:
    """Collects files under hashed names and writes those that are not there yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: list[RuntimeFile] = []
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, stem: str, ending: str, data: bytes) -> RuntimeFile:
        name = f"{stem}-{hashlib.sha256(data).hexdigest()[:16]}{ending}"
        path = self.folder / name
        if not path.exists() or path.stat().st_size != len(data):
            path.write_bytes(data)
        packed = ending.endswith(_PACKED)
        sent = len(data) if packed else int(cached(f"size-{stem}", digest([data]), lambda: b"%d" % size_as_sent(data)))
        file = RuntimeFile(name=name, raw=len(data), sent=sent)
        self.files.append(file)
        return file

    def remove_others(self) -> None:
        kept = {file.name for file in self.files}
        for path in self.folder.iterdir():
            if path.name not in kept:
                path.unlink()


def build_runtime(site_dir: Path, *, stock: bool = False, package: Path | None = None) -> RuntimeManifest:
    """Write the runtime below `site_dir` and say what it is. `package` is another than ours, for tests.

    Raises `RuntimeBuildError` if an ingredient is missing or is not the one that the site was made with.
    """
    make = parts.stock_parts if stock else parts.trimmed_parts
    return write_runtime(site_dir, make(checked_files(), package), stock=stock)


def write_runtime(
    site_dir: Path, made: parts.Parts, *, stock: bool = False, entry: str = "worker.js"
) -> RuntimeManifest:
    """Write a runtime made of these parts, around another worker than the site's if `entry` says so."""
    output = _Output(site_dir / OUTPUT)
    described: dict[str, Any] = {"lockFile": empty_lock_file(made.glue["pyodide-lock.json"]), "packages": []}
    described["wasm"] = vars(output.add("pyodide", ".wasm", made.wasm))
    described["stdlib"] = vars(output.add("stdlib", *made.stdlib))
    for stem, ending, data in made.packages:
        described["packages"].append(vars(output.add(stem, ending, data)))
    described["rest"] = vars(output.add("rest", ".wasm", made.rest)) if made.rest else None
    described["pythonRest"] = vars(output.add("rest-python", ".gz", made.python_rest)) if made.python_rest else None
    worker = parts.worker(made.glue, described, entry)
    name = output.add("worker", ".js", worker).name
    output.remove_others()
    return RuntimeManifest(worker=(OUTPUT / name).as_posix(), files=tuple(output.files), stock=stock)

"""Parts of the runtime that have been made before, kept under a name that says what they were made from."""

from __future__ import annotations

import functools
import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from build_scripts.runtime.pyodide_files import HERE, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_KEPT = 6  # of each part: stock and trimmed, before and after a change
FOLDER = ROOT / ".cache" / "runtime"


def digest(parts: Iterable[bytes | str]) -> str:
    """One hash for `parts`, in order; each is measured, so that moving a byte between two changes it."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "little"))
        total.update(data)
    return total.hexdigest()


def files_digest(files: Mapping[str, bytes]) -> str:
    """One hash for names and contents, in order of name."""
    return digest(part for name in sorted(files) for part in (name, files[name]))


def scripts_digest() -> str:
    """One hash for the scripts that make the runtime: changing one makes everything anew."""
    paths = (path for path in HERE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return files_digest({path.relative_to(HERE).as_posix(): path.read_bytes() for path in paths})


def tool_version(name: str, folder: Path | None = None) -> str:
    """The version of a tool from npm; "" where it is not installed, and the step that needs it says so."""
    path = (folder or ROOT / "node_modules") / name / "package.json"
    return str(json.loads(path.read_bytes())["version"]) if path.is_file() else ""


def cached(name: str, key: str, make: Callable[[], bytes], folder: Path | None = None) -> bytes:
    """What `make` gives, from the cache if it was made before from what `key` stands for."""
    path = (folder or FOLDER) / f"{name}-{key[:32]}"
    try:
        return path.read_bytes()
    except OSError:
        data = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    made = sorted(path.parent.glob(f"{name}-*"), key=lambda older: older.stat().st_mtime, reverse=True)
    for older in made[_KEPT - 1 :]:
        older.unlink(missing_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_bytes(data)
    fresh.replace(path)
    return data


def cached_together(names: Sequence[str], key: str, make: Callable[[], Sequence[bytes]]) -> tuple[bytes, ...]:
    """What `make` gives, in the order of `names`: made at once if one of them is not in the cache, kept one by one."""
    made: list[bytes] = []

    def piece(at: int) -> bytes:
        made[:] = made or make()
        return made[at]

    return tuple(cached(name, key, functools.partial(piece, at)) for at, name in enumerate(names))

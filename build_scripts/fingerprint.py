"""Content hashes of folders, so that a build whose inputs did not change can be skipped."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SKIPPED = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}


def of(paths: Iterable[Path], *notes: str) -> str:
    """Return one SHA-256 over the names and bytes of all files under `paths`, and over the notes.

    A path that does not exist counts as absent, which differs from an empty folder only once a file is in it.
    """
    total = hashlib.sha256()
    for note in notes:
        total.update(f"note {note}\n".encode())
    for path in paths:
        for file in sorted(_files(path)):
            name = file.relative_to(path.parent).as_posix()
            total.update(f"{name} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    """Yield the files under a path, or the path itself, without caches."""
    if path.is_file():
        yield path
    for folder, names, files in path.walk() if path.is_dir() else ():
        names[:] = [name for name in names if name not in SKIPPED]
        for name in files:
            yield folder / name

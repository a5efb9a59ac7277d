"""Gives the published code a name, so that a page can tell whether it still fits what is on the server.

Two pages with the same name run the same scripts, styles and calculators, whatever their text says. A page of
another name must be loaded in full, never put into this one.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE = "release.json"
"""Says, at the site's root, which code is published now. A page whose calculator cannot be fetched asks it why."""

DIGITS = 16


class Release(NamedTuple):
    """What pages say of the code that they came with."""

    code: str
    """Changes with any script, stylesheet or file of the runtime."""
    worker: str
    """Path of the service worker from the root, or "" where pages start none."""


def code_of(site: Path, files: Iterable[str]) -> str:
    """Return the name of the code: a hash of the files that it is made of, by their paths from the root."""
    contents = ((name, site / name) for name in sorted(set(files)))
    lines = [f"{name} {digest(path.read_bytes()) if path.is_file() else ''}\n" for name, path in contents]
    return digest("".join(lines).encode())


def write(site: Path, release: Release) -> None:
    """Write the file that tells the published code's name."""
    (site / FILE).write_text(json.dumps({"code": release.code}), "utf-8")


def digest(content: bytes) -> str:
    """Return the start of a SHA-256, enough to tell two versions of a file apart."""
    return hashlib.sha256(content).hexdigest()[:DIGITS]

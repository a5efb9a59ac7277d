"""A module with fewer exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_scripts.runtime.wasm.binary import Id, named, unsigned, vector
from build_scripts.runtime.wasm.module import Module

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet


def exporting_only(data: bytes, names: AbstractSet[str]) -> bytes:
    """The module `data` without the exports that `names` does not name."""
    module = Module(data)
    kept = [named(name) + bytes([kind]) + unsigned(index) for name, kind, index in module.exports if name in names]
    return module.changed({Id.EXPORT: vector(kept)})

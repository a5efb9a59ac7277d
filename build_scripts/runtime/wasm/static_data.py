"""Static data that only functions of the second module read: left out of the first, put back by the second.

The second module carries the bytes as passive segments and copies them into place when it is instantiated,
which is before any of its functions can run.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_scripts.runtime.wasm.binary import signed, unsigned, vector
from build_scripts.runtime.wasm.module import Module
from build_scripts.runtime.wasm.relocations import static_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_GET_GLOBAL, _CONST, _ADD, _END = b"\x23", b"\x41", b"\x6a", b"\x0b"
_MEMORY_INIT = b"\xfc\x08"
_MEMORY_ZERO = b"\0"
_PASSIVE = b"\1"


@dataclass(frozen=True)
class Range:
    """Bytes of static data, counted from its start."""

    start: int
    size: int


@dataclass(frozen=True)
class Divided:
    """The data section of the first module; segments and copying instructions of the second."""

    first: bytes
    segments: bytes
    copying: bytes


def divided(module: Module, ranges: Sequence[Range]) -> Divided:
    """Divide the static data of `module`: `ranges` go to the second, and are zero in the first."""
    base = module.imported_global("__memory_base")
    head, memory = static_data(module, base)
    parts = [bytes(memory[one.start : one.start + one.size]) for one in ranges]
    for one in ranges:
        memory[one.start : one.start + one.size] = bytes(one.size)
    return Divided(
        first=head + unsigned(len(memory)) + bytes(memory),
        segments=vector([_PASSIVE + unsigned(len(part)) + part for part in parts]),
        copying=b"".join(_copies(ranges, base)),
    )


def _copies(ranges: Sequence[Range], base: int) -> Iterable[bytes]:
    for number, one in enumerate(ranges):
        place = _GET_GLOBAL + unsigned(base) + _CONST + signed(one.start) + _ADD
        whole = _CONST + signed(0) + _CONST + signed(one.size)
        yield place + whole + _MEMORY_INIT + unsigned(number) + _MEMORY_ZERO

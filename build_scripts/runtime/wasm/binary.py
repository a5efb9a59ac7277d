"""WebAssembly's binary format, as far as moving whole functions between modules needs it.

Section 5 of the WebAssembly specification. Instructions are never decoded.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

HEADER = b"\0asm\1\0\0\0"
_MORE = 0x80  # a byte of a LEB128 number that is not its last
_SIGN = 0x40


class WasmError(Exception):
    """The module holds something that these scripts do not know."""


class Id(IntEnum):
    """Kinds of section."""

    CUSTOM = 0
    TYPE = 1
    IMPORT = 2
    FUNCTION = 3
    TABLE = 4
    MEMORY = 5
    GLOBAL = 6
    EXPORT = 7
    START = 8
    ELEMENT = 9
    CODE = 10
    DATA = 11
    DATA_COUNT = 12
    TAG = 13


# The order in which sections stand.
ORDER = (
    *(Id.TYPE, Id.IMPORT, Id.FUNCTION, Id.TABLE, Id.MEMORY, Id.TAG, Id.GLOBAL, Id.EXPORT, Id.START, Id.ELEMENT),
    *(Id.DATA_COUNT, Id.CODE, Id.DATA),
)


@dataclass(frozen=True)
class Section:
    """One section: its kind and the bytes after its length."""

    id: Id
    body: bytes


def unsigned(number: int) -> bytes:
    """`number` >= 0 as unsigned LEB128."""
    out = bytearray()
    while number >= _MORE:
        out.append(number & 0x7F | _MORE)
        number >>= 7
    return bytes([*out, number])


def signed(number: int) -> bytes:
    """`number` as signed LEB128, as `i32.const` takes it."""
    out = bytearray()
    while not -_SIGN <= number < _SIGN:
        out.append(number & 0x7F | _MORE)
        number >>= 7
    return bytes([*out, number & 0x7F])


def named(text: str) -> bytes:
    """A name: its length in bytes, then UTF-8."""
    data = text.encode()
    return unsigned(len(data)) + data


def vector(items: Sequence[bytes]) -> bytes:
    """Items behind their count."""
    return unsigned(len(items)) + b"".join(items)


def code(bodies: Iterable[bytes]) -> bytes:
    """The body of a code section: functions, each behind its size."""
    return vector([unsigned(len(body)) + body for body in bodies])


class Reader:
    """Reads from `data` on, at a place that moves."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data = data
        self.at = at

    def byte(self) -> int:
        """The next byte."""
        self.at += 1
        return self.data[self.at - 1]

    def take(self, size: int) -> bytes:
        """The next `size` bytes."""
        self.at += size
        return self.data[self.at - size : self.at]

    def number(self) -> int:
        """An unsigned LEB128 number."""
        total = shift = 0
        while (byte := self.byte()) & _MORE:
            total |= (byte & 0x7F) << shift
            shift += 7
        return total | byte << shift

    def signed(self) -> int:
        """A signed LEB128 number."""
        start = self.at
        self.skip_number()
        digits = self.data[start : self.at]
        total = sum((byte & 0x7F) << 7 * place for place, byte in enumerate(digits))
        return total - (1 << 7 * len(digits)) if digits[-1] & _SIGN else total

    def skip_number(self) -> None:
        """Pass a LEB128 number of either sign."""
        while self.byte() & _MORE:
            pass

    def name(self) -> str:
        """A name."""
        return self.take(self.number()).decode()

    def items[T](self, one: Callable[[], T]) -> list[T]:
        """As many as the count that comes first says, each read by `one`."""
        return [one() for _ in range(self.number())]

    def raw(self, read: Callable[[], object]) -> bytes:
        """The bytes that `read` passes."""
        start = self.at
        read()
        return self.data[start : self.at]


def sections_of(module: bytes) -> list[Section]:
    """The sections of a module in the order of the file."""
    if not module.startswith(HEADER):
        raise WasmError("not a WebAssembly module of version 1")
    reader = Reader(module, len(HEADER))
    found = []
    while reader.at < len(module):
        kind = reader.byte()
        found.append(Section(Id(kind), reader.take(reader.number())))
    return found


def module_of(sections: Iterable[Section]) -> bytes:
    """A module of `sections`, which stand in the right order."""
    parts = (bytes([section.id]) + unsigned(len(section.body)) + section.body for section in sections)
    return HEADER + b"".join(parts)

"""Finds the arrays of CPython's own extension modules in Pyodide's static data.

The extension modules of this machine's Python carry their symbols, if they were not stripped: the name, the
place and the size of every `static const` array. Arrays of bytes and 16-bit numbers look the same in WebAssembly.
"""

from __future__ import annotations

import struct
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

from build_scripts.runtime.moved_data import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULES = ("_codecs_cn", "_codecs_hk", "_codecs_jp", "_codecs_kr", "_codecs_tw", "unicodedata")
SMALLEST = 1024  # bytes: shorter content might be equal by accident
_SYMBOL_TABLE, _PROGRAM_BITS, _OBJECT = 2, 1, 1
_SYMBOL_SIZE = 24
_SECTION = struct.Struct("<IIQQQQIIQQ")  # name, type, flags, address, offset, size, link, …


def known_tables(memory: bytes) -> list[Table]:
    """Every large array of `MODULES` that stands in `memory` exactly once."""
    found = []
    for module in MODULES:
        for name, content in arrays(_file(module)):
            if len(content) >= SMALLEST and memory.count(content) == 1:
                found.append(Table(memory.index(content), content, f"{module}.{name}"))
    return found


def _file(module: str) -> Path:
    folder = Path(str(sysconfig.get_config_var("DESTSHARED")))
    return folder / f"{module}{sysconfig.get_config_var('EXT_SUFFIX')}"


def arrays(path: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of every object in a 64-bit ELF file's symbol table; nothing for a stripped file."""
    data = path.read_bytes()
    (offset,) = struct.unpack_from("<Q", data, 40)
    (count,) = struct.unpack_from("<H", data, 60)
    sections = [_SECTION.unpack_from(data, offset + number * _SECTION.size) for number in range(count)]
    for table in (section for section in sections if section[1] == _SYMBOL_TABLE):
        names = sections[table[6]][4]
        for at in range(table[4], table[4] + table[5], _SYMBOL_SIZE):
            name, info, _, index, address, size = struct.unpack_from("<IBBHQQ", data, at)
            if info & 15 == _OBJECT and 0 < index < count and sections[index][1] == _PROGRAM_BITS:
                start = address - sections[index][3] + sections[index][4]
                text = data[names + name : data.index(b"\0", names + name)].decode()
                yield text, data[start : start + size]

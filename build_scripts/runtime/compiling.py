"""Python source to the `.pyc` bytes that the browser's Python loads without compiling."""

from __future__ import annotations

import importlib.util
import re
import struct
from types import CodeType
from zipfile import ZipFile

from build_scripts.runtime.code_bytes import canonical
from build_scripts.runtime.errors import RuntimeBuildError

# Entry kinds of the location table (CPython's InternalDocs/code_objects.md): a line without columns, and nothing.
_LINE_ONLY = 13
_NO_LOCATION = 15
_LONGEST_ENTRY = 8  # code units that one entry covers
_CODE_UNIT = 2  # bytes
_UNCHECKED_HASH = 1  # PEP 552: the file is its own authority; no clock, no source needed


def with_locations(code: CodeType, *, lines: bool) -> CodeType:
    """`code` and all code inside it with the lines of its instructions, or without any; never with columns.

    An empty table would be smaller and breaks `traceback`, which walks it to the end of the code.
    """
    table = bytearray()
    last = code.co_firstlineno
    ranges = code.co_lines() if lines else [(0, len(code.co_code), None)]
    for start, end, line in ranges:
        units = (end - start) // _CODE_UNIT
        while units:
            covered = min(units, _LONGEST_ENTRY)
            kind = _NO_LOCATION if line is None else _LINE_ONLY
            table.append(0x80 | kind << 3 | covered - 1)
            if line is not None:
                table += _signed_number(line - last)
                last = line
            units -= covered
    constants = tuple(
        with_locations(part, lines=lines) if isinstance(part, CodeType) else part for part in code.co_consts
    )
    return code.replace(co_linetable=bytes(table), co_consts=constants)


def _signed_number(number: int) -> bytes:
    """A number of either sign in the table's own format: six bits a byte, the lowest bit is the sign."""
    left = -number << 1 | 1 if number < 0 else number << 1
    out = bytearray()
    while left > 0x3F:  # noqa: PLR2004  six bits
        out.append(0x40 | left & 0x3F)
        left >>= 6
    return bytes([*out, left])


def compiled(source: bytes, filename: str, *, lines: bool) -> CodeType:
    """The code of `source`: without assertions and docstrings, and without lines unless `lines`."""
    return with_locations(compile(source, filename, "exec", dont_inherit=True, optimize=2), lines=lines)


def pyc(code: CodeType) -> bytes:
    """The `.pyc` file of a module's code."""
    return importlib.util.MAGIC_NUMBER + struct.pack("<I", _UNCHECKED_HASH) + bytes(8) + canonical(code)


def compile_module(source: bytes, filename: str, *, lines: bool) -> bytes:
    """The `.pyc` of `source`: without assertions and docstrings, and without lines unless `lines`."""
    return pyc(compiled(source, filename, lines=lines))


def check_magic(stdlib: ZipFile) -> None:
    """Raise `RuntimeBuildError` unless this Python compiles to what the browser's Python reads."""
    text = stdlib.read("importlib/_bootstrap_external.py").decode()
    found = re.search(r"^MAGIC_NUMBER = \((\d+)\)", text, re.MULTILINE)
    ours = int.from_bytes(importlib.util.MAGIC_NUMBER[:2], "little")
    theirs = int(found[1]) if found else None
    if ours != theirs:
        raise RuntimeBuildError(
            f"This Python writes bytecode of format {ours}, and Pyodide's Python reads {theirs}: "
            "build the site with the Python named in .python-version."
        )

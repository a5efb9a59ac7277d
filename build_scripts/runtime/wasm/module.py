"""A WebAssembly module taken apart far enough to say which function has which type and body."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from build_scripts.runtime.wasm.binary import ORDER, Id, Reader, Section, WasmError, module_of, sections_of, vector

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FUNCTION, TABLE, MEMORY, GLOBAL, TAG = range(5)  # kinds of import and export
_FUNCTION_TYPE = 0x60
_REFERENCES = (0x63, 0x64)  # `ref null` and `ref`: a heap type follows
_SIMPLE_TYPES = range(0x65, 0x80)
_CONSTANTS = {0x43: 4, 0x44: 8, 0x6A: 0, 0x6B: 0, 0x6C: 0, 0x7C: 0, 0x7D: 0, 0x7E: 0}  # bytes after the opcode
_NUMBERED = (0x41, 0x42, 0x23, 0xD0, 0xD2)  # i32.const i64.const global.get ref.null ref.func: a number follows
_END = 0x0B
_NOTHING = 0x40


@dataclass(frozen=True)
class Import:
    """One import; `what` is its description, as it stands."""

    module: str
    name: str
    kind: int
    what: bytes


class Module:
    """A module read once; `changed` gives the bytes of one that differs in some sections."""

    def __init__(self, data: bytes) -> None:
        self.sections = sections_of(data)
        self._bodies: dict[Id, bytes] = {
            section.id: section.body for section in self.sections if section.id != Id.CUSTOM
        }

    def body(self, which: Id) -> bytes:
        """The bytes of a section; an empty vector if it is not there."""
        return self._bodies.get(which, b"\0")

    def entries(self, which: Id) -> list[bytes]:
        """The entries of a section that is a vector, as they stand."""
        reader = Reader(self.body(which))
        reads: dict[Id, Callable[[], object]] = {
            Id.TYPE: lambda: _pass_type(reader),
            Id.IMPORT: lambda: _import(reader),
            Id.FUNCTION: reader.number,
            Id.TABLE: lambda: _pass_table(reader),
            Id.TAG: lambda: reader.take(1) and reader.number(),
            Id.GLOBAL: lambda: _pass_global(reader),
            Id.EXPORT: lambda: (reader.name(), reader.byte(), reader.number()),
            Id.CODE: lambda: reader.take(reader.number()),
        }
        return reader.items(lambda: reader.raw(reads[which]))

    @cached_property
    def imports(self) -> list[Import]:
        """The imports, in order."""
        reader = Reader(self.body(Id.IMPORT))
        return reader.items(lambda: _import(reader))

    def imported(self, kind: int) -> int:
        """How many imports there are of a kind: the first index of what the module defines itself."""
        return sum(one.kind == kind for one in self.imports)

    def imported_global(self, name: str) -> int:
        """The index of the global imported under `name`. `WasmError` if there is none."""
        names = [one.name for one in self.imports if one.kind == GLOBAL]
        if name not in names:
            raise WasmError(f"the module imports no global {name}")
        return names.index(name)

    @cached_property
    def exports(self) -> list[tuple[str, int, int]]:
        """Name, kind and index of every export."""
        reader = Reader(self.body(Id.EXPORT))
        return reader.items(lambda: (reader.name(), reader.byte(), reader.number()))

    def exported(self, name: str, kind: int) -> int:
        """The index of what is exported under `name`."""
        return next(index for other, which, index in self.exports if (other, which) == (name, kind))

    @cached_property
    def parameters(self) -> list[int]:
        """For each type, how many parameters a function of that type takes."""
        return [_parameters(entry) for entry in self.entries(Id.TYPE)]

    @cached_property
    def function_types(self) -> list[int]:
        """For each function that the module defines, the index of its type."""
        reader = Reader(self.body(Id.FUNCTION))
        return reader.items(reader.number)

    @cached_property
    def functions(self) -> list[bytes]:
        """For each function that the module defines: its local variables and instructions, without the size."""
        reader = Reader(self.body(Id.CODE))
        return reader.items(lambda: reader.take(reader.number()))

    def changed(self, new: Mapping[Id, bytes], without: frozenset[Id] = frozenset()) -> bytes:
        """This module with some sections replaced or added, and some left out."""
        custom = [] if Id.CUSTOM in without else [one for one in self.sections if one.id == Id.CUSTOM]
        bodies = {**self._bodies, **new}
        rest = [Section(which, bodies[which]) for which in ORDER if which in bodies and which not in without]
        return module_of([*custom, *rest])

    def extended(self, which: Id, *entries: bytes) -> bytes:
        """The body of a section with entries added at its end."""
        reader = Reader(self.body(which))
        count = reader.number()
        total = vector([b""] * (count + len(entries)))
        return total + reader.data[reader.at :] + b"".join(entries)


def pass_value_type(reader: Reader, *, empty: bool = False) -> int:
    """Pass the type of a value and return its first byte; `empty` also allows a block that gives nothing."""
    byte = reader.byte()
    if byte in _REFERENCES:
        reader.skip_number()
    elif byte not in _SIMPLE_TYPES and not (empty and byte == _NOTHING):
        raise WasmError(f"value type {byte:#x} is not known")
    return byte


def _parameters(entry: bytes) -> int:
    reader = Reader(entry, 1)
    return reader.number()


def _pass_type(reader: Reader) -> None:
    form = reader.byte()
    if form != _FUNCTION_TYPE:
        raise WasmError(f"type {form:#x} is not a function's")
    reader.items(lambda: pass_value_type(reader))
    reader.items(lambda: pass_value_type(reader))


def _pass_limits(reader: Reader) -> None:
    flags = reader.byte()
    reader.number()
    if flags & 1:
        reader.number()


def _pass_table(reader: Reader) -> None:
    pass_value_type(reader)
    _pass_limits(reader)


def _pass_global(reader: Reader) -> None:
    pass_value_type(reader)
    reader.byte()
    while (opcode := reader.byte()) != _END:
        if opcode in _NUMBERED:
            reader.skip_number()
        elif opcode in _CONSTANTS:
            reader.take(_CONSTANTS[opcode])
        else:
            raise WasmError(f"opcode {opcode:#x} in the value of a global is not known")


def _import(reader: Reader) -> Import:
    module, name, kind = reader.name(), reader.name(), reader.byte()
    passes: dict[int, Callable[[], object]] = {
        FUNCTION: reader.number,
        TABLE: lambda: _pass_table(reader),
        MEMORY: lambda: _pass_limits(reader),
        GLOBAL: lambda: (pass_value_type(reader), reader.byte()),
        TAG: lambda: (reader.byte(), reader.number()),
    }
    return Import(module, name, kind, reader.raw(passes[kind]))

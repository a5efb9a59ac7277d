"""One module as two: the functions that are needed now, and the rest, loaded by itself on the first call.

Both modules number types, functions, tables, globals and tags as the original does, so that bodies move
unread. Where a function's body is in the other module stands a *detour*: it calls the same-typed entry of a
table that both modules share. A detour in the first module first sees to it that the second is there.

The table: 0 is the loader, put there from JavaScript; then the functions that stay; then those that move.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_scripts.runtime.wasm.binary import Id, Reader, code, named, signed, unsigned, vector
from build_scripts.runtime.wasm.module import FUNCTION, GLOBAL, TABLE, TAG, Import, Module
from build_scripts.runtime.wasm.static_data import divided

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from build_scripts.runtime.wasm.static_data import Divided, Range

SHARED = "split"  # the module name under which the second module imports what the first defines
TABLE_NAME = "functions"
READY_NAME = "ready"
_FUNCREF = b"\x70"
_I32_VARIABLE = b"\x7f\x01"
_PLAIN_FUNCTION = b"\x60\0\0"  # no parameters, no results
_END = b"\x0b"
_CONST = b"\x41"
_ELEMENTS_OF_A_TABLE = b"\x02"
_FUNCTION_INDEXES = b"\0"


@dataclass(frozen=True)
class Split:
    """The two modules."""

    first: bytes
    second: bytes


def const(number: int) -> bytes:
    """The instruction `i32.const number`."""
    return _CONST + signed(number)


def split(data: bytes, stay: AbstractSet[int], later: Sequence[Range] = ()) -> Split:
    """Split the module `data`; `stay` numbers the functions, among those it defines, that stay in the first.

    `later` is static data that only the others read: it comes with the second module.
    """
    module = Module(data)
    count = len(module.functions)
    staying = sorted(stay | {index for index in range(count) if _is_short(module, index)})
    moving = sorted(set(range(count)) - set(staying))
    data_sections = divided(module, later) if later else None
    return Split(_first(module, staying, moving, data_sections), _second(module, staying, moving, data_sections))


def _is_short(module: Module, index: int) -> bool:
    """Whether a detour would be no shorter than the body itself, which names no place in static data."""
    return _CONST not in module.functions[index] and len(module.functions[index]) <= len(
        _detour(module, index, 1 << 14, before=b"\x10" + unsigned(1 << 14))
    )


def _detour(module: Module, index: int, entry: int, before: bytes = b"") -> bytes:
    """A body that passes its parameters on to an entry of the shared table."""
    which = module.function_types[index]
    parameters = b"".join(b"\x20" + unsigned(number) for number in range(module.parameters[which]))
    return b"\0" + before + parameters + _call_entry(module, which, entry) + _END


def _call_entry(module: Module, type_index: int, entry: int) -> bytes:
    return const(entry) + b"\x11" + unsigned(type_index) + unsigned(_shared_table(module))


def _shared_table(module: Module) -> int:
    return module.imported(TABLE) + len(module.entries(Id.TABLE))


def _elements(module: Module, start: int, functions: list[int]) -> bytes:
    """An entry of the element section: `functions` in the shared table, from `start` on."""
    numbers = vector([unsigned(module.imported(FUNCTION) + index) for index in functions])
    return _ELEMENTS_OF_A_TABLE + unsigned(_shared_table(module)) + const(start) + _END + _FUNCTION_INDEXES + numbers


def _first(module: Module, staying: list[int], moving: list[int], data: Divided | None) -> bytes:
    types = module.entries(Id.TYPE)
    plain = types.index(_PLAIN_FUNCTION) if _PLAIN_FUNCTION in types else len(types)
    ready = module.imported(GLOBAL) + len(module.entries(Id.GLOBAL))
    ensure = module.imported(FUNCTION) + len(module.functions)
    not_ready = b"\x23" + unsigned(ready) + b"\x45"  # global.get, i32.eqz
    load = b"\x04\x40" + _call_entry(module, plain, 0) + _END  # if … end
    bodies = list(module.functions)
    for entry, index in enumerate(moving, 1 + len(staying)):
        bodies[index] = _detour(module, index, entry, before=b"\x10" + unsigned(ensure))
    bodies.append(b"\0" + not_ready + load + _END)
    size = unsigned(1 + len(module.functions))
    exports = [named(f"{SHARED}:{one.name}") + bytes([one.kind]) + unsigned(number) for number, one in _defined(module)]
    exports.append(named(f"{SHARED}:{READY_NAME}") + bytes([GLOBAL]) + unsigned(ready))
    return module.changed(
        {
            Id.TYPE: module.body(Id.TYPE) if plain < len(types) else module.extended(Id.TYPE, _PLAIN_FUNCTION),
            Id.FUNCTION: module.extended(Id.FUNCTION, unsigned(plain)),
            Id.TABLE: module.extended(Id.TABLE, _FUNCREF + b"\1" + size + size),
            Id.GLOBAL: module.extended(Id.GLOBAL, _I32_VARIABLE + const(0) + _END),
            Id.EXPORT: module.extended(Id.EXPORT, *exports),
            Id.ELEMENT: module.extended(Id.ELEMENT, _elements(module, 1, staying)),
            Id.CODE: code(bodies),
            **({Id.DATA: data.first} if data else {}),
        }
    )


def _defined(module: Module) -> list[tuple[int, Import]]:
    """What the second module imports from the first, with its number there: all but functions and memories."""
    found = []
    kinds = {TABLE: (Id.TABLE, "t"), TAG: (Id.TAG, "e"), GLOBAL: (Id.GLOBAL, "g")}
    for kind, (section, letter) in kinds.items():
        for number, entry in enumerate(module.entries(section), module.imported(kind)):
            what = entry[:2] if kind == GLOBAL else entry
            found.append((number, Import(SHARED, f"{letter}{number}", kind, what)))
    size = unsigned(1 + len(module.functions))
    found.append((_shared_table(module), Import(SHARED, TABLE_NAME, TABLE, _FUNCREF + b"\1" + size + size)))
    return found


def _second(module: Module, staying: list[int], moving: list[int], data: Divided | None) -> bytes:
    shared = [named(one.module) + named(one.name) + bytes([one.kind]) + one.what for _, one in _defined(module)]
    bodies = list(module.functions)
    for entry, index in enumerate(staying, 1):
        bodies[index] = _detour(module, index, entry)
    without = {Id.CUSTOM, Id.TABLE, Id.TAG, Id.GLOBAL, Id.EXPORT, Id.START, Id.DATA, Id.DATA_COUNT}
    more: dict[Id, bytes] = {}
    if data:
        plain = module.entries(Id.TYPE).index(_PLAIN_FUNCTION)
        bodies.append(b"\0" + data.copying + _END)
        more[Id.FUNCTION] = module.extended(Id.FUNCTION, unsigned(plain))
        more[Id.START] = unsigned(module.imported(FUNCTION) + len(module.functions))
        more[Id.DATA_COUNT] = unsigned(Reader(data.segments).number())
        more[Id.DATA] = data.segments
        without -= {Id.START, Id.DATA, Id.DATA_COUNT}
    return module.changed(
        {
            Id.IMPORT: module.extended(Id.IMPORT, *shared),
            Id.ELEMENT: vector([_elements(module, 1 + len(staying), moving)]),
            Id.CODE: code(bodies),
            **more,
        },
        without=frozenset(without),
    )

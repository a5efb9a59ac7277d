"""Addresses in static data, written when the module is built instead of by a function at every start.

Pyodide's main module may be placed anywhere in memory, so its data comes without addresses and one long
function, `__wasm_apply_data_relocs`, stores each of the 28,000 of them. Its JavaScript always places it at
the same address: what the function will store is known. Here its stores are carried out on the data; what is
not known beforehand stays in the function, behind a check that the place is the expected one.
"""

from __future__ import annotations

import re

from build_scripts.runtime.wasm.binary import Id, Reader, WasmError, code, signed, unsigned
from build_scripts.runtime.wasm.module import FUNCTION, Module

FUNCTION_NAME = "__wasm_apply_data_relocs"
PLACES = ("__memory_base", "__table_base")
_GET_GLOBAL, _CONST, _ADD, _SUB, _STORE, _END = 0x23, 0x41, 0x6A, 0x6B, 0x36, 0x0B
_OFFSET_AT_MEMORY_BASE = b"\0\x23%c\x0b"  # active segment of memory 0, at the value of a global
_ALLOWED_LOCALS = b"\0"
_ADDRESS_SIZE = 4


def places_in_glue(glue: str) -> dict[str, int]:
    """The addresses that Pyodide's JavaScript gives the main module. `WasmError` if it does not say."""
    found = {}
    for name in PLACES:
        pattern = rf'_{name}=new WebAssembly\.Global\(\{{value:"i32",mutable:false\}},(\d+)\)'
        numbers = re.findall(pattern, glue)
        if len(numbers) != 1:
            raise WasmError(f"Pyodide's JavaScript does not say once what {name} is")
        found[name] = int(numbers[0])
    return found


def relocated(data: bytes, places: dict[str, int]) -> bytes:
    """The module `data` with the addresses already in its static data, for a module put at `places`."""
    module = Module(data)
    index = module.exported(FUNCTION_NAME, FUNCTION) - module.imported(FUNCTION)
    start, memory = static_data(module, module.imported_global("__memory_base"))
    known = {module.imported_global(name): value for name, value in places.items()}
    rest = bytearray()
    for address, value, statement in stores(module.functions[index], known):
        if value is None:
            rest += statement
        else:
            at = address - places["__memory_base"]
            memory[at : at + _ADDRESS_SIZE] = (value & 0xFFFFFFFF).to_bytes(_ADDRESS_SIZE, "little")
    bodies = list(module.functions)
    bodies[index] = _ALLOWED_LOCALS + _check(known) + bytes(rest) + bytes([_END])
    return module.changed(
        {
            Id.CODE: code(bodies),
            Id.DATA: start + unsigned(len(memory)) + memory,
        }
    )


def static_data(module: Module, base: int) -> tuple[bytes, bytearray]:
    """The one data segment: what stands before its size, and its bytes. Its place is the global `base`."""
    reader = Reader(module.body(Id.DATA))
    expected = b"\1" + _OFFSET_AT_MEMORY_BASE % base
    if reader.take(len(expected)) != expected:
        raise WasmError("the module is expected to have one data segment, at its memory base")
    return expected, bytearray(reader.take(reader.number()))


def _check(known: dict[int, int]) -> bytes:
    """Instructions that trap unless the globals have the values that were built in."""
    out = bytearray()
    for number, value in known.items():
        # global.get, i32.const, i32.ne, if unreachable end
        out += bytes([_GET_GLOBAL]) + unsigned(number) + bytes([_CONST]) + signed(value) + b"\x47\x04\x40\0\x0b"
    return bytes(out)


def stores(body: bytes, known: dict[int, int]) -> list[tuple[int, int | None, bytes]]:
    """What a straight-line function stores: address, value if it is known, and the instructions of the store."""
    if not body.startswith(_ALLOWED_LOCALS):
        raise WasmError(f"{FUNCTION_NAME} is expected to have no variables")
    reader = Reader(body, 1)
    stack: list[int | None] = []
    found: list[tuple[int, int | None, bytes]] = []
    begun = reader.at
    while (opcode := reader.byte()) != _END:
        if opcode == _GET_GLOBAL:
            stack.append(known.get(reader.number()))
        elif opcode == _CONST:
            stack.append(reader.signed())
        elif opcode in (_ADD, _SUB):
            right, left = stack.pop(), stack.pop()
            total = None if left is None or right is None else left + right if opcode == _ADD else left - right
            stack.append(total)
        elif opcode == _STORE:
            reader.number()
            offset = reader.number()
            value, address = stack.pop(), stack.pop()
            if address is None or stack:
                raise WasmError(f"{FUNCTION_NAME} stores at a place that is not known")
            found.append((address + offset, value, body[begun : reader.at]))
            begun = reader.at
        else:
            raise WasmError(f"opcode {opcode:#x} in {FUNCTION_NAME} is not known")
    return found

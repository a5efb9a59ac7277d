"""A copy of a module that notes which of its functions have been called."""

from __future__ import annotations

from build_scripts.runtime.wasm.binary import Id, Reader, WasmError, code, named, unsigned, vector
from build_scripts.runtime.wasm.module import MEMORY, Module, pass_value_type

EXPORT = "called"  # the memory with one byte a function: 1 if it was called
_PAGE = 65_536
_CONST = b"\x41"
_STORE_BYTE = b"\x3a"
_IN_A_NAMED_MEMORY = 0x40  # bit of the alignment: the index of the memory follows (multi-memory)


def recording(data: bytes) -> bytes:
    """The module `data` with one more memory, in which every function that starts leaves a mark."""
    module = Module(data)
    if Id.MEMORY in {section.id for section in module.sections} or module.imported(MEMORY) != 1:
        raise WasmError("the module is expected to import its one memory")
    pages = -(-len(module.functions) // _PAGE)
    bodies = [marked(body, index, memory=1) for index, body in enumerate(module.functions)]
    return module.changed(
        {
            Id.MEMORY: vector([b"\1" + unsigned(pages) * 2]),
            Id.EXPORT: module.extended(Id.EXPORT, named(EXPORT) + bytes([MEMORY, 1])),
            Id.CODE: code(bodies),
        }
    )


def marked(body: bytes, index: int, memory: int) -> bytes:
    """A function's body that first stores 1 at `index` of `memory`."""
    reader = Reader(body)
    reader.items(lambda: (reader.number(), pass_value_type(reader)))
    mark = _CONST + b"\0" + _CONST + b"\1" + _STORE_BYTE + bytes([_IN_A_NAMED_MEMORY, memory]) + unsigned(index)
    return body[: reader.at] + mark + body[reader.at :]

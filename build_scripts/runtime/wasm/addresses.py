"""Which addresses of static data a function can name: constants, and offsets of loads and stores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_scripts.runtime.wasm.binary import Reader, WasmError
from build_scripts.runtime.wasm.module import pass_value_type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BLOCKS = (0x02, 0x03, 0x04, 0x06)  # block loop if try
_ONE_NUMBER = (*(0x07, 0x08, 0x09, 0x0C, 0x0D, 0x10, 0x12, 0x18, 0xD0, 0xD2), *range(0x20, 0x27))
_TWO_NUMBERS = (0x11, 0x13)  # call_indirect return_call_indirect
_NO_OPERAND = (
    *(0x00, 0x01, 0x05, 0x0A, 0x0B, 0x0F, 0x19, 0x1A, 0x1B, 0xD1),  # … else throw_ref end return catch_all drop select
    *range(0x45, 0xC5),  # comparisons, arithmetic, conversions
)
_LOADS_AND_STORES = range(0x28, 0x3F)
_MEMORY_SIZE, _MEMORY_GROW = 0x3F, 0x40
_I32_CONST, _I64_CONST, _F32_CONST, _F64_CONST = 0x41, 0x42, 0x43, 0x44
_BRANCH_TABLE, _TYPED_SELECT, _TRY_TABLE, _PREFIXED = 0x0E, 0x1C, 0x1F, 0xFC
_PREFIXED_NUMBERS = {**dict.fromkeys(range(8), 0), 8: 2, 9: 1, 10: 2, 11: 1, 12: 2, 13: 1, 14: 2, 15: 1, 16: 1, 17: 1}
_EMPTY_BLOCK = 0x40
_CATCH_WITH_TAG = (0, 1)


def addresses(body: bytes) -> Iterator[int]:
    """Every `i32.const` and every offset of a load or store in a function's body, as unsigned numbers."""
    reader = Reader(body)
    reader.items(lambda: reader.number() and pass_value_type(reader))
    passes = _passes(reader)
    while reader.at < len(body):
        opcode = reader.byte()
        if opcode == _I32_CONST:
            yield reader.signed() & 0xFFFFFFFF
        elif opcode in _LOADS_AND_STORES:
            reader.number()
            yield reader.number()
        elif opcode in passes:
            passes[opcode]()
        elif opcode not in _NO_OPERAND:
            raise WasmError(f"opcode {opcode:#x} is not known")


def _passes(reader: Reader) -> dict[int, Callable[[], object]]:
    """For each opcode that has operands and no address: what reads past them."""
    numbers = {
        **dict.fromkeys(_ONE_NUMBER, 1),
        **dict.fromkeys(_TWO_NUMBERS, 2),
        **dict.fromkeys((_MEMORY_SIZE, _MEMORY_GROW, _I64_CONST), 1),
    }

    def several(count: int) -> Callable[[], object]:
        def skip() -> None:
            for _ in range(count):
                reader.skip_number()

        return skip

    def block() -> None:
        if reader.data[reader.at] == _EMPTY_BLOCK or reader.data[reader.at] >= 0x63:  # noqa: PLR2004  value types
            pass_value_type(reader, empty=True)
        else:
            reader.skip_number()

    def try_table() -> None:
        block()
        reader.items(lambda: several(2 if reader.byte() in _CATCH_WITH_TAG else 1)())  # noqa: PLW0108  the count is read anew each time

    def prefixed() -> None:
        operation = reader.number()
        if operation not in _PREFIXED_NUMBERS:
            raise WasmError(f"opcode 0xfc {operation} is not known")
        several(_PREFIXED_NUMBERS[operation])()

    return {
        **{opcode: several(count) for opcode, count in numbers.items()},
        **dict.fromkeys(_BLOCKS, block),
        _F32_CONST: lambda: reader.take(4),
        _F64_CONST: lambda: reader.take(8),
        _BRANCH_TABLE: lambda: several(reader.number() + 1)(),  # noqa: PLW0108  the same
        _TYPED_SELECT: lambda: reader.items(lambda: pass_value_type(reader)),
        _TRY_TABLE: try_table,
        _PREFIXED: prefixed,
    }

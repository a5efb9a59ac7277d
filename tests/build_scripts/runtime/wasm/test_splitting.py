"""Splitting, relocating and recording, on a module of a few functions made by hand and run by Node.js."""

import json
import subprocess
from pathlib import Path

import pytest

from build_scripts.runtime.wasm.addresses import addresses
from build_scripts.runtime.wasm.binary import (
    HEADER,
    Id,
    Reader,
    Section,
    WasmError,
    module_of,
    named,
    sections_of,
    signed,
    unsigned,
    vector,
)
from build_scripts.runtime.wasm.exporting import exporting_only
from build_scripts.runtime.wasm.module import GLOBAL, MEMORY, TABLE, Module
from build_scripts.runtime.wasm.recording import marked
from build_scripts.runtime.wasm.relocations import places_in_glue, relocated
from build_scripts.runtime.wasm.splitting import split
from build_scripts.runtime.wasm.static_data import Range

WORDS = 16  # bytes of static data before the table that only one function reads
TABLE_BYTES = bytes(range(7, 107))


def const(number: int) -> bytes:
    """`i32.const`."""
    return b"\x41" + signed(number)


def sized(body: bytes) -> bytes:
    """A function without variables, with its size."""
    whole = b"\0" + body + b"\x0b"
    return unsigned(len(whole)) + whole


def sample() -> bytes:
    """A module with five functions, one mutable variable, imported memory and bases, and static data.

    0 `twice(x)`: x + x. 1 `busy(x)`: counts calls in the variable, then twice(x) + 1, by a direct call.
    2 `look(i)`: byte i of the table in static data. 3 `round(x)`: busy(look(x)), so that it calls both ways.
    4 the relocations: address of the table into word 0, table base into word 4.
    """
    base = b"\x23" + unsigned(0)
    padding = b"\x01" * 40  # nop: long enough that a detour is shorter
    get = b"\x20\0"
    bodies = [
        sized(padding + get + get + b"\x6a"),
        sized(padding + b"\x23\x02" + const(1) + b"\x6a\x24\x02" + get + b"\x10\0" + const(1) + b"\x6a"),
        sized(padding + base + const(WORDS) + b"\x6a" + get + b"\x6a\x2d\0\0"),
        sized(padding + get + b"\x10\x02\x10\x01"),
        sized(base + base + const(WORDS) + b"\x6a\x36\x02\0" + base + b"\x23\x01\x36\x02\x04"),
    ]
    imports = [
        named("env") + named("__memory_base") + bytes([GLOBAL]) + b"\x7f\0",
        named("env") + named("__table_base") + bytes([GLOBAL]) + b"\x7f\0",
        named("env") + named("memory") + bytes([MEMORY]) + b"\0\1",
        named("env") + named("table") + bytes([TABLE]) + b"\x70\0\x08",
    ]
    names = ["twice", "busy", "look", "round", "__wasm_apply_data_relocs"]
    exports = [named(name) + b"\0" + unsigned(index) for index, name in enumerate(names)]
    static = bytes(WORDS) + TABLE_BYTES
    types = [b"\x60\1\x7f\1\x7f", b"\x60\0\0"]
    parts = {
        Id.TYPE: vector(types),
        Id.IMPORT: vector(imports),
        Id.FUNCTION: vector([b"\0", b"\0", b"\0", b"\0", b"\1"]),
        Id.GLOBAL: vector([b"\x7f\1" + const(5) + b"\x0b"]),
        Id.EXPORT: vector([*exports, named("calls") + bytes([GLOBAL]) + b"\2"]),
        Id.CODE: vector(bodies),
        Id.DATA: b"\1\0" + base + b"\x0b" + unsigned(len(static)) + static,
    }
    return module_of(Section(which, body) for which, body in parts.items())


PROGRAM = """
import { readFileSync } from "node:fs";
const [first, second] = process.argv.slice(2).map((name) => readFileSync(name));
const memory = new WebAssembly.Memory({initial: 1});
const place = (value) => new WebAssembly.Global({value: "i32", mutable: false}, value);
const table = new WebAssembly.Table({initial: 8, element: "anyfunc"});
const imports = {env: {memory, table, __memory_base: place(1024), __table_base: place(3)}};
const { instance } = await WebAssembly.instantiate(first, imports);
let loads = 0;
const tell = [];
if (second) {
  const shared = {};
  for (const [name, value] of Object.entries(instance.exports)) {
    if (name.startsWith("split:")) shared[name.slice(6)] = value;
  }
  const load = () => {
    loads += 1;
    new WebAssembly.Instance(new WebAssembly.Module(second), {...imports, split: shared});
    shared.ready.value = 1;
  };
  const disguise = new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,2,6,1,0,1,102,0,0,7,5,1,1,102,0,0]);
  shared.functions.set(0, new WebAssembly.Instance(new WebAssembly.Module(disguise), {"": {f: load}}).exports.f);
}
const {twice, busy, look, round, calls, __wasm_apply_data_relocs: relocate} = instance.exports;
relocate();
tell.push([...new Int32Array(memory.buffer, 1024, 4)]);
tell.push(twice(21), loads, busy(4), loads, look(0), look(99), loads, round(3), calls.value, loads);
console.log(JSON.stringify(tell));
"""


def run(folder: Path, *modules: bytes) -> list[object]:
    """What the program above tells of a module, or of the two halves of one."""
    (folder / "program.mjs").write_text(PROGRAM, encoding="utf-8")
    names = []
    for number, module in enumerate(modules):
        (folder / f"{number}.wasm").write_bytes(module)
        names.append(f"{number}.wasm")
    done = subprocess.run(["node", "program.mjs", *names], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[object] = json.loads(done.stdout)
    return found


# twice(21) = 42; busy(4) = 4 + 4 + 1 = 9; the table starts at 7, so look(0) = 7 and look(99) = 106;
# round(3) = busy(10) = 21; the variable began at 5 and busy ran twice: 7. Word 0 is 1024 + 16, word 4 is 3.
WORDS_AFTER = [1040, 3, 0, 0]


def test_the_sample_itself(tmp_path: Path) -> None:
    """What is split below does what its text says."""
    assert run(tmp_path, sample()) == [WORDS_AFTER, 42, 0, 9, 0, 7, 106, 0, 21, 7, 0]


@pytest.mark.parametrize(
    ("stay", "loads"),
    [
        ({0, 1, 2, 3, 4}, [0, 0, 0, 0]),  # nothing moved: nothing is loaded
        ({0, 1, 4}, [0, 0, 1, 1]),  # look moved: its first call loads
        ({2, 3, 4}, [1, 1, 1, 1]),  # twice moved: the very first call loads
        ({4}, [1, 1, 1, 1]),  # all moved: one load is enough
        ({0, 3, 4}, [0, 1, 1, 1]),  # a function that stayed calls one that moved, which calls one that stayed
    ],
)
def test_both_halves_are_the_whole(tmp_path: Path, stay: set[int], loads: list[int]) -> None:
    """Every answer is as before, the variable is one and the same, and the second half is loaded once or never."""
    halves = split(sample(), stay)
    found = run(tmp_path, halves.first, halves.second)
    assert [found[index] for index in (2, 4, 7, 10)] == loads
    assert [found[index] for index in (0, 1, 3, 5, 6, 8, 9)] == [WORDS_AFTER, 42, 9, 7, 106, 21, 7]


def test_static_data_comes_back_with_the_second_half(tmp_path: Path) -> None:
    """The table that only `look` reads is zeros in the first half, and whole when `look` runs."""
    halves = split(sample(), {0, 1, 3, 4}, [Range(WORDS, len(TABLE_BYTES))])
    assert TABLE_BYTES not in halves.first
    assert run(tmp_path, halves.first, halves.second) == [WORDS_AFTER, 42, 0, 9, 0, 7, 106, 1, 21, 7, 1]


def test_addresses_are_built_in(tmp_path: Path) -> None:
    """The data holds what the function would store, the function stores nothing, and all else is as before."""
    built = relocated(sample(), {"__memory_base": 1024, "__table_base": 3})
    module = Module(built)
    static = Module(built).body(Id.DATA)
    assert (1040).to_bytes(4, "little") + (3).to_bytes(4, "little") in static
    assert b"\x36" not in module.functions[4]  # no i32.store left
    assert run(tmp_path, built) == run(tmp_path, sample())


def test_another_place_in_memory_is_a_trap(tmp_path: Path) -> None:
    """A module put elsewhere than its data was built for stops at once instead of reading wrong addresses."""
    built = relocated(sample(), {"__memory_base": 2048, "__table_base": 3})
    with pytest.raises(AssertionError, match="unreachable"):
        run(tmp_path, built)


def test_places_are_read_from_the_script() -> None:
    """The two numbers stand in Pyodide's JavaScript; a script that does not say them is refused."""
    text = '_%s=new WebAssembly.Global({value:"i32",mutable:false},%d)'
    script = ";".join(["var _", text % ("__memory_base", 1024), text % ("__table_base", 1)])
    assert places_in_glue(script) == {"__memory_base": 1024, "__table_base": 1}
    with pytest.raises(WasmError, match="__memory_base"):
        places_in_glue("")


def test_a_marked_function_stores_one_at_its_number() -> None:
    """After the variables (one i32), before the body: i32.const 0, i32.const 1, i32.store8 in memory 1 at 300."""
    body = b"\1\1\x7f" + b"\x20\0\x0b"
    assert marked(body, 300, memory=1) == b"\1\1\x7f" + b"\x41\0\x41\1\x3a\x40\1\xac\2" + b"\x20\0\x0b"


def test_only_named_exports_stay(tmp_path: Path) -> None:
    """The rest of the module is untouched: it still runs when all that is used stays."""
    names = {"twice", "busy", "look", "round", "calls", "__wasm_apply_data_relocs"}
    assert run(tmp_path, exporting_only(sample(), names)) == run(tmp_path, sample())
    assert [name for name, _, _ in Module(exporting_only(sample(), {"busy"})).exports] == ["busy"]


def test_addresses_of_a_body() -> None:
    """Constants and the offsets of loads; the number of a variable and of a function are no addresses."""
    body = b"\0" + b"\x20\5" + const(1040) + b"\x6a\x2d\0\xe8\x07" + b"\x10\x09" + const(-1) + b"\x1a\x0b"
    assert list(addresses(body)) == [1040, 1000, 0xFFFFFFFF]


@pytest.mark.parametrize("number", [0, 1, 63, 64, 127, 128, 300, 2**31 - 1, -1, -64, -65, -(2**31)])
def test_numbers_come_back(number: int) -> None:
    """LEB128, signed and, where it can be, unsigned."""
    assert Reader(signed(number)).signed() == number
    if number >= 0:
        assert Reader(unsigned(number)).number() == number


def test_sections_come_back() -> None:
    """Taking apart and putting together gives the same bytes; something else is refused."""
    assert module_of(sections_of(sample())) == sample()
    with pytest.raises(WasmError, match="not a WebAssembly module"):
        sections_of(HEADER[:-1])

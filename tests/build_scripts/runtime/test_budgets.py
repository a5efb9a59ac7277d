"""What a cold start may download, in bytes on the wire; and what the split may not touch."""

import re
from pathlib import Path

import pytest

from build_scripts.runtime.build import RuntimeManifest, build_runtime
from build_scripts.runtime.function_table import functions_in_use
from build_scripts.runtime.moved_data import ranges_for_later
from build_scripts.runtime.pyodide_files import checked_files
from build_scripts.runtime.slim_wasm import memory_of
from build_scripts.runtime.wasm.addresses import addresses
from build_scripts.runtime.wasm.module import FUNCTION, GLOBAL, Module
from build_scripts.runtime.wasm.relocations import FUNCTION_NAME, stores

# Kilobytes (1,000 bytes). Measured on 22 Nov 2026: 1,306, 325, 60, 167 and 105; together 1,963. The second files, which
# no visit should load, on 28 Nov: 1,451 and 452. The calculators then have 182, some 3 of them for slips that add up
# to the cent and for charts with steps.
BUDGETS = {"pyodide": 1_320, "stdlib": 335, "libraries": 65, "calculators": 188, "worker": 110}
BUDGETS_OF_SECOND_FILES = {"rest": 1_480, "rest-python": 470}
TOTAL = 2_010
SHARE_OF_STOCK = 0.36
# Each read in its place: none is added to the base of static data, as an address would be.
NUMBERS_THAT_LOOK_LIKE_ADDRESSES = {
    *(0x10FFFF, 0x110000),  # the last code point, and one more
    *(0xFFC00, 0xE2080),  # UTF-8 and surrogates
    *(999_999, 1_000_000),  # microseconds
    *(0xFFFFF, 0x100000),  # 2 to the power of 20
    *(0xC0001, 0x104000, 0x101000),  # sets of bits
    1_000_003,  # multiplier of a hash
    1_664_525,  # multiplier of the Mersenne twister's seeding
    614_242,  # dates of the C library; the function does not mention static data
}


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> RuntimeManifest:
    """The runtime as readers get it."""
    return build_runtime(tmp_path_factory.mktemp("runtime"))


@pytest.mark.parametrize(("stem", "budget"), (BUDGETS | BUDGETS_OF_SECOND_FILES).items())
def test_each_file_keeps_its_budget(manifest: RuntimeManifest, stem: str, budget: int) -> None:
    """No file grows unnoticed."""
    (file,) = (file for file in manifest.files if re.match(rf"{stem}-[0-9a-f]{{16}}\.", file.name))
    assert file.sent <= budget * 1_000


def test_the_sum_keeps_its_budget(manifest: RuntimeManifest, tmp_path: Path) -> None:
    """The whole is at most 2.01 MB, and at most 0.36 of the same site around an unchanged Pyodide."""
    assert manifest.total_sent <= TOTAL * 1_000
    assert manifest.total_sent <= SHARE_OF_STOCK * build_runtime(tmp_path, stock=True).total_sent


def test_no_function_that_stays_names_a_table_that_moves() -> None:
    """Only functions of the second module can form an address inside the static data that comes with it."""
    wasm = checked_files()["pyodide.asm.wasm"]
    module = Module(wasm)
    ranges = ranges_for_later(memory_of(wasm))
    relocations = module.exported(FUNCTION_NAME, FUNCTION) - module.imported(FUNCTION)  # writes pointers, reads none
    inside = {number for one in ranges for number in range(one.start, one.start + one.size)}
    named = {
        (index, number)
        for index in functions_in_use(wasm) - {relocations}
        for number in addresses(module.functions[index])
        if number in inside and number not in NUMBERS_THAT_LOOK_LIKE_ADDRESSES
    }
    assert not named


def test_no_pointer_is_written_into_a_table_that_moves() -> None:
    """The tables hold numbers only: what is put back is what was taken out."""
    files = checked_files()
    wasm, ranges = files["pyodide.asm.wasm"], ranges_for_later(memory_of(files["pyodide.asm.wasm"]))
    written = written_places(wasm)
    assert len(written) > 20_000
    assert not [place for place in written for one in ranges if one.start - 3 <= place < one.start + one.size]


def written_places(wasm: bytes) -> list[int]:
    """Where the relocations write, counted from the start of static data."""
    module = Module(wasm)
    index = module.exported(FUNCTION_NAME, FUNCTION) - module.imported(FUNCTION)
    names = [one.name for one in module.imports if one.kind == GLOBAL]
    known = {names.index("__memory_base"): 0, names.index("__table_base"): 0}
    return [place for place, _, _ in stores(module.functions[index], known)]

"""Bytecode without lines still makes sense to `traceback`."""

import inspect
import io
import marshal
import subprocess
import sys
import traceback
from pathlib import Path
from types import CodeType, ModuleType
from zipfile import ZipFile

import pytest

from build_scripts.runtime import stdlib
from build_scripts.runtime.archive import gzip_bytes, stored_zip, zip_of_modules
from build_scripts.runtime.compiling import check_magic, compile_module, with_locations
from build_scripts.runtime.errors import RuntimeBuildError
from build_scripts.runtime.pyodide_files import checked_files

FAILING = """def outer():
    'Words.'
    def inner():
        assert 0, 'gone'
        raise KeyError('x')
    inner()
outer()
"""


def test_a_traceback_through_blank_lines_is_whole() -> None:
    """Every frame is named, in order, with no line, and formatting does not fail."""
    code = with_locations(compile(FAILING, "lib/m.py", "exec"), lines=False)
    try:
        exec(code, {})  # noqa: S102  our own text, three lines above
    except (KeyError, AssertionError):
        text = traceback.format_exc()
    assert [line.strip() for line in text.splitlines() if "lib/m.py" in line] == [
        'File "lib/m.py", line None, in <module>',
        'File "lib/m.py", line None, in outer',
        'File "lib/m.py", line None, in inner',
    ]


def test_assertions_and_docstrings_are_gone() -> None:
    """The library is compiled as by `python -OO`."""
    code = marshal.loads(compile_module(FAILING.encode(), "m.py", lines=False)[16:])  # noqa: S302  ours
    assert b"Words." not in marshal.dumps(code)
    with pytest.raises(KeyError):
        exec(code, {})  # noqa: S102  our own text


def test_our_own_modules_keep_their_lines() -> None:
    """A frame of a calculator says which line it is at: 5 is where `raise` stands."""
    code = marshal.loads(compile_module(FAILING.encode(), "ours.py", lines=True)[16:])  # noqa: S302  ours
    with pytest.raises(KeyError) as caught:
        exec(code, {})  # noqa: S102  our own text
    assert caught.traceback[-1].lineno + 1 == 5


@pytest.mark.parametrize("module", [traceback, io, pytest, __import__("argparse"), __import__("typing")])
def test_every_instruction_keeps_its_line(module: ModuleType) -> None:
    """Lines before and after are equal through whole modules of the library, in every function inside."""
    code = compile(inspect.getsource(module), "m.py", "exec")
    waiting = [(code, with_locations(code, lines=True))]
    while waiting:
        before, after = waiting.pop()
        assert lines_of(after) == lines_of(before)
        pairs = zip(before.co_consts, after.co_consts, strict=True)
        waiting += [(one, other) for one, other in pairs if isinstance(one, CodeType)]


def lines_of(code: CodeType) -> list[int | None]:
    """The line of each code unit."""
    return [line for start, end, line in code.co_lines() for _ in range(start, end, 2)]


def test_a_pyc_is_imported_by_this_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The header is one that CPython accepts without a source beside it."""
    (tmp_path / "pyc_only_module.pyc").write_bytes(compile_module(b"answer = 42", "x.py", lines=False))
    monkeypatch.syspath_prepend(str(tmp_path))
    import pyc_only_module  # type: ignore[import-not-found]

    assert pyc_only_module.answer == 42


def test_another_bytecode_format_is_refused() -> None:
    """Pyodide with another Python stops the build with both numbers."""
    text = b"MAGIC_NUMBER = (3495).to_bytes(2, 'little') + b'\\r\\n'\n"
    stdlib = ZipFile(io.BytesIO(stored_zip({"importlib/_bootstrap_external.py": text})))
    with pytest.raises(RuntimeBuildError, match=r"format 3571, and Pyodide's Python reads 3495"):
        check_magic(stdlib)


def test_the_library_is_smaller_than_pyodides_own_tool_makes_it(tmp_path: Path) -> None:
    """Of the same modules, ours is at most 0.6 of what `pyodide py-compile` writes: the reason to have our own."""
    stock = checked_files()["python_stdlib.zip"]
    codes = stdlib.trimmed_stdlib(stock, stdlib.listed_modules())
    archive = tmp_path / "library.zip"
    with ZipFile(io.BytesIO(stock)) as whole:
        archive.write_bytes(stored_zip({name: whole.read(name) for name in codes}))
    tool = [str(Path(sys.executable).with_name("pyodide")), "py-compile", "--silent", "--compression-level=0"]
    subprocess.run([*tool, "--no-keep", str(archive)], check=True, capture_output=True)
    with ZipFile(archive) as theirs:
        assert sorted(theirs.namelist()) == sorted(f"{name}c" for name in codes)
    assert len(gzip_bytes(zip_of_modules(codes))) <= 0.6 * len(gzip_bytes(archive.read_bytes()))

"""Archives, the cache, the table of hashes and the list of modules."""

import ast
import gzip
import io
import json
from _imp import is_frozen
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from build_scripts import wheel
from build_scripts.runtime import browser, cache, libraries, pyodide_files, stdlib
from build_scripts.runtime.archive import gzip_bytes, stored_zip
from build_scripts.runtime.errors import RuntimeBuildError
from build_scripts.runtime.lock_file import empty_lock_file


def test_a_stored_zip_opens_and_is_the_same_each_time() -> None:
    """Names, order and bytes come back; nothing is compressed; no clock is in it."""
    files = {"b/second.pyc": b"22", "a.txt": b"1" * 70_000}
    data = stored_zip(files)
    with ZipFile(io.BytesIO(data)) as archive:
        assert [(info.filename, info.compress_type) for info in archive.infolist()] == [(n, ZIP_STORED) for n in files]
        assert {name: archive.read(name) for name in files} == files
    assert data == stored_zip(files)


@pytest.mark.parametrize("data", [b"", b"x", b"abc" * 100_000])
def test_gzip_bytes_are_gzip(data: bytes) -> None:
    """What we pack, `gzip` unpacks; the header's time (bytes 4 to 7) is zero."""
    packed = gzip_bytes(data)
    assert gzip.decompress(packed) == data
    assert packed[4:8] == bytes(4)


def test_the_cache_makes_a_thing_once_per_key(tmp_path: Path) -> None:
    """The same key asks nobody; another key does."""
    made: list[str] = []

    def make() -> bytes:
        made.append("once")
        return b"thing"

    for key in ["a" * 64, "a" * 64, "b" * 64]:
        assert cache.cached("part", key, make, tmp_path) == b"thing"
    assert len(made) == 2


def test_the_version_of_a_tool_is_read_where_npm_put_it(tmp_path: Path) -> None:
    """It is part of the key of what the tool makes; a tool that is missing is reported by the step that needs it."""
    (tmp_path / "acorn").mkdir()
    (tmp_path / "acorn" / "package.json").write_text('{"version": "8.1.2"}', encoding="utf-8")

    assert cache.tool_version("acorn", tmp_path) == "8.1.2"
    assert cache.tool_version("esbuild", tmp_path) == ""
    assert all(cache.tool_version(name) for name in ("acorn", "esbuild"))


def test_a_missing_browser_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """The profile and the benchmarks say how to get one; a $CHROMIUM that does not run is named."""
    monkeypatch.setattr(browser, "find", lambda: None)
    with pytest.raises(RuntimeBuildError, match="run `make browser`"):
        browser.chromium()
    monkeypatch.undo()
    monkeypatch.setenv("CHROMIUM", "/nowhere")
    with pytest.raises(RuntimeBuildError, match="/nowhere"):
        browser.chromium()


def test_moving_a_byte_between_parts_changes_the_digest() -> None:
    """Parts are measured: "ab", "c" is not "a", "bc"."""
    assert cache.digest(["ab", "c"]) != cache.digest(["a", "bc"])


def test_a_changed_file_of_pyodide_is_refused(tmp_path: Path) -> None:
    """The sentence names the file and says what to do."""
    (tmp_path / "some.js").write_text("other", encoding="utf-8")
    table = tmp_path / "table"
    table.write_text("0" * 64 + "  some.js\n", encoding="utf-8")
    with pytest.raises(RuntimeBuildError, match=r"some\.js is not the file that this site was made with.*npm ci"):
        pyodide_files.checked_files(tmp_path, table)


def test_a_missing_file_of_pyodide_is_refused(tmp_path: Path) -> None:
    """Without npm's folder the sentence says how to get it."""
    with pytest.raises(RuntimeBuildError, match="npm ci --ignore-scripts"):
        pyodide_files.checked_files(tmp_path)


def imported_modules(source: bytes) -> Iterator[str]:
    """Every module named by an import anywhere in `source`, also inside functions, but not for types only."""
    for node in ast.walk(_without_type_checking(ast.parse(source))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _without_type_checking(tree: ast.Module) -> ast.Module:
    class Remover(ast.NodeTransformer):
        def visit_If(self, node: ast.If) -> ast.AST | None:
            named = ast.unparse(node.test)
            return None if named.rpartition(".")[2] == "TYPE_CHECKING" else self.generic_visit(node)

    return Remover().visit(tree)  # type: ignore[no-any-return]


NEVER_REACHED = {
    "html": "markupsafe's unescape and striptags, which no template uses",
    "argparse": "calculators.__main__, the door from a shell",
    "tomllib": "calculators.kit.figure_files: the browser's wheel has the figures as JSON",
    "importlib.metadata": "markupsafe.__version__, an old name that nobody here reads",
    "pprint": "jinja2's filter `pprint` and its debug extension, which no template uses",
}


def test_every_import_of_what_we_ship_is_shipped() -> None:
    """Each standard module that our code or Jinja2's names, if only on an error path, is listed."""
    stock = ZipFile(io.BytesIO(pyodide_files.checked_files()["python_stdlib.zip"]))
    listed = set(stdlib.listed_modules())
    available = set(stdlib.available_modules(stock))
    not_listed = {module for module in available - listed if not is_frozen(module)}  # those are in the interpreter
    ours = {path.as_posix(): path.read_bytes() for path in wheel.PACKAGE.rglob("*.py")}
    missing = {
        f"{name}: {module}"
        for name, source in {**libraries.library_sources(), **ours}.items()
        for module in imported_modules(source)
        if module in not_listed and module not in NEVER_REACHED
    }
    assert not missing


def test_every_listed_package_has_its_parents() -> None:
    """A module is of no use without the packages around it."""
    listed = set(stdlib.listed_modules())
    assert not {module for module in listed if "." in module and module.rpartition(".")[0] not in listed}


def test_the_lock_file_keeps_what_pyodide_checks_and_no_package() -> None:
    """Which Python and interface it is for stays as Pyodide wrote it; nothing can be installed."""
    theirs = pyodide_files.checked_files()["pyodide-lock.json"]
    ours = empty_lock_file(theirs)
    assert ours["info"] == json.loads(theirs)["info"]
    assert ours["packages"] == {}

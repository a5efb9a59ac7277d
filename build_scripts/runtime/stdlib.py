"""The standard library as far as the site can reach it, compiled."""

from __future__ import annotations

import io
from pathlib import Path
from types import CodeType
from zipfile import ZipFile

from build_scripts.runtime.compiling import check_magic, compiled
from build_scripts.runtime.errors import RuntimeBuildError
from build_scripts.runtime.pyodide_files import HERE

MODULE_LIST = HERE / "stdlib_modules.txt"
# Not seen in a profile, but a calculator may use them, or a library of ours names them.
ALSO = (
    "bisect",
    "decimal",
    "difflib",
    "encodings.ascii",
    "encodings.latin_1",
    "encodings.unicode_escape",
    "fractions",
    "statistics",
    "textwrap",
)
ZIP_IN_BROWSER = "/lib/python313.zip"  # where Pyodide puts the library; the names in its tracebacks


def listed_modules(path: Path = MODULE_LIST) -> tuple[str, ...]:
    """The committed list of modules, without comments."""
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line)


def write_list(modules: set[str], path: Path = MODULE_LIST) -> None:
    """Renew the committed list: `modules`, what `ALSO` adds, and the packages around them."""
    wanted = modules | set(ALSO)
    for module in list(wanted):
        parts = module.split(".")
        wanted |= {".".join(parts[:length]) for length in range(1, len(parts))}
    introduction = "# Modules of the standard library that readers get; renewed by `make profile`.\n"
    path.write_text(introduction + "".join(f"{module}\n" for module in sorted(wanted)), encoding="utf-8")


def available_modules(stdlib: ZipFile) -> dict[str, str]:
    """Module name -> file name, for all Python in Pyodide's own zip."""
    found = {}
    for name in stdlib.namelist():
        if name.endswith(".py"):
            found[name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")] = name
    return found


def trimmed_stdlib(stock: bytes, modules: tuple[str, ...]) -> dict[str, CodeType]:
    """File name -> code of `modules`, from Pyodide's zip `stock`. `RuntimeBuildError` for an unknown module."""
    with ZipFile(io.BytesIO(stock)) as archive:
        check_magic(archive)
        available = available_modules(archive)
        if unknown := sorted(set(modules) - set(available)):
            raise RuntimeBuildError(f"{MODULE_LIST.name} names modules that Pyodide does not have: {unknown}")
        names = sorted(available[module] for module in modules)
        return {name: compiled(archive.read(name), f"{ZIP_IN_BROWSER}/{name}", lines=False) for name in names}

"""The wheel of our own calculators: compiled modules, compiled templates and the figures as one JSON file.

It is a real wheel, for CPython 3.13 as for the browser (`cp313-none-any`: bytecode of one Python, no machine
code), with the same bytes whenever it is built from the same sources.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader, ModuleLoader

from build_scripts.runtime.archive import stored_zip
from build_scripts.runtime.compiling import compile_module
from build_scripts.runtime.errors import RuntimeBuildError
from build_scripts.runtime.libraries import PACKAGES_IN_BROWSER
from build_scripts.runtime.pyodide_files import ROOT
from calculators.kit import templates
from calculators.kit.figures import JSON_NAME, Register

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKAGE = ROOT / "calculators"
DISTRIBUTION = "do_likes_pay_calculators"
TAG = "cp313-none-any"
REQUIRES = ("jinja2",)
# What only the build and the shell use: the site's pages, TOML files, the command line.
BUILD_ONLY = frozenset(
    {
        "__main__.py",
        "kit/exact_code.py",
        "kit/figure_checks.py",
        "kit/figure_files.py",
        "kit/figure_words.py",
        "kit/page.py",
    }
)


def package_version(package: Path = PACKAGE) -> str:
    """`__version__` as the package's `__init__.py` writes it, read without importing."""
    found = re.search(
        r'^__version__\s*(?::[^=]*)?=\s*"([^"]+)"', (package / "__init__.py").read_text("utf-8"), re.MULTILINE
    )
    if not found:
        raise RuntimeBuildError(f'{package.name}/__init__.py has no line __version__ = "…".')
    return found[1]


def compiled_package(package: Path) -> dict[str, bytes]:
    """Every module of `package` that answers readers, as `.pyc` that keeps its lines."""
    files = {}
    for path in sorted(package.rglob("*.py")):
        inside = path.relative_to(package).as_posix()
        if inside in BUILD_ONLY:
            continue
        name = f"{package.name}/{inside}"
        files[f"{name}c"] = compile_module(path.read_bytes(), f"{PACKAGES_IN_BROWSER}/{name}", lines=True)
    return files


def compiled_templates() -> dict[str, bytes]:
    """Every template as the `.pyc` of the Python that Jinja2 makes of it, where its `ModuleLoader` looks."""
    loader = FileSystemLoader(templates.SOURCE)
    environment = templates.environment_for(loader)
    files = {}
    for name in environment.list_templates():
        source, _, _ = loader.get_source(environment, name)
        code = environment.compile(source, name, name, raw=True, defer_init=True)
        module = ModuleLoader.get_module_filename(name) + "c"
        path = f"{PACKAGE.name}/{templates.COMPILED}/{module}"
        files[path] = compile_module(code.encode(), name, lines=False)
    return files


def own_files() -> dict[str, bytes]:
    """What our wheel holds besides its modules: templates, and the figures as one JSON text."""
    register = Register.load().to_json().encode()
    return {**compiled_templates(), f"{PACKAGE.name}/figures/{JSON_NAME}": register}


def wheel_bytes(files: Mapping[str, bytes], version: str) -> bytes:
    """A wheel that holds `files`, with the metadata that installers want."""
    info = f"{DISTRIBUTION}-{version}.dist-info"
    requires = "".join(f"Requires-Dist: {name}\n" for name in REQUIRES)
    name = DISTRIBUTION.replace("_", "-")
    content = dict(sorted(files.items()))
    content[f"{info}/METADATA"] = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{requires}".encode()
    content[f"{info}/WHEEL"] = (
        f"Wheel-Version: 1.0\nGenerator: do-likes-pay\nRoot-Is-Purelib: true\nTag: {TAG}\n".encode()
    )
    record = "".join(f"{path},sha256={_record_hash(data)},{len(data)}\n" for path, data in content.items())
    content[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    return stored_zip(content)


def _record_hash(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def wheel_file(package: Path = PACKAGE) -> bytes:
    """The wheel of `package`, as bytes."""
    extra = own_files() if package == PACKAGE else {}
    return wheel_bytes({**compiled_package(package), **extra}, package_version(package))


def build_wheel(out_dir: Path, package: Path = PACKAGE) -> Path:
    """Write the wheel of `package` into `out_dir` and return its path."""
    out_dir.mkdir(parents=True, exist_ok=True)
    path = out_dir / f"{DISTRIBUTION}-{package_version(package)}-{TAG}.whl"
    path.write_bytes(wheel_file(package))
    return path

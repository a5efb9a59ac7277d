"""Renews the runtime's profile: `python -m build_scripts.profile`. Needs Chromium; takes a few minutes.

Writes four committed files: the modules of the standard library that readers get, the functions of the WebAssembly
and those of Python that stay in the first files, and the static data that does not. Run it after an upgrade of Pyodide
or Jinja2, and when a calculator uses a part of Python that none used before.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path
from zipfile import ZipFile

from build_scripts.esbuild import BundleError
from build_scripts.runtime import later_code, moved_data, stdlib
from build_scripts.runtime.errors import RuntimeBuildError
from build_scripts.runtime.function_table import PATH as FUNCTIONS
from build_scripts.runtime.function_table import table_text
from build_scripts.runtime.moved_data import PATH as TABLES
from build_scripts.runtime.profiling import record
from build_scripts.runtime.profiling.known_tables import known_tables
from build_scripts.runtime.pyodide_files import checked_files
from build_scripts.runtime.slim_wasm import memory_of

NO_SYMBOLS = ": this Python's extension modules carry no symbols; the table is left as it was"


def main() -> int:
    """Renew the files; return the exit status."""
    try:
        pyodide = checked_files()
        with tempfile.TemporaryDirectory(prefix="profile-") as folder:
            print("Modules, in a stock runtime:")
            modules = record.used_modules(Path(folder), pyodide, print)
            with ZipFile(io.BytesIO(pyodide["python_stdlib.zip"])) as archive:
                stdlib.write_list(modules & set(stdlib.available_modules(archive)))
            tables = known_tables(memory_of(pyodide[record.WASM]))
            if tables:
                TABLES.write_text(moved_data.table_text(tables), encoding="utf-8")
            print(f"{len(tables)} tables of CPython's modules found in the data" + ("" if tables else NO_SYMBOLS))
            print("Functions, in the trimmed runtime:")
            of_python = record.used_python_functions(Path(folder), pyodide, print)
            later_code.IN_USE.write_text(later_code.table_text(of_python), encoding="utf-8")
            functions = record.used_functions(Path(folder), pyodide, print)
        FUNCTIONS.write_text(table_text(functions, pyodide[record.WASM]), encoding="utf-8")
    except (RuntimeBuildError, BundleError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

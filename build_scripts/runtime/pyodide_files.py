"""The files of Pyodide, as npm installed them, checked before they are used."""

from __future__ import annotations

import hashlib
from pathlib import Path

from build_scripts.runtime.errors import RuntimeBuildError

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
TABLE = HERE / "pyodide.sha256"
FOLDER = ROOT / "node_modules" / "pyodide"


def pinned_hashes(table: Path = TABLE) -> dict[str, str]:
    """The committed table: file name -> SHA-256, in the format of `sha256sum`."""
    lines = (line.split() for line in table.read_text(encoding="utf-8").splitlines() if line.strip())
    return {name: digest for digest, name in lines}


def checked_files(folder: Path = FOLDER, table: Path = TABLE) -> dict[str, bytes]:
    """Every file that the table names, from `folder`. `RuntimeBuildError` if one is missing or different."""
    return {name: _checked(folder / name, digest, table) for name, digest in pinned_hashes(table).items()}


def _checked(path: Path, digest: str, table: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError:
        raise RuntimeBuildError(
            f"Pyodide's {path.name} is not in node_modules: run `npm ci --ignore-scripts` first."
        ) from None
    found = hashlib.sha256(data).hexdigest()
    if found != digest:
        raise RuntimeBuildError(
            f"{path.name} is not the file that this site was made with: its SHA-256 is {found}, "
            f"and {table.name} says {digest}. After a wanted upgrade of Pyodide follow "
            "docs/about/decisions/0003-pyodide-version.md; otherwise remove node_modules and run "
            "`npm ci --ignore-scripts`."
        )
    return data

"""The list of packages that Pyodide reads at its start: its own, without a package, for nothing is ever installed."""

from __future__ import annotations

import json
from typing import Any

from pyodide_lock import PyodideLockSpec


def empty_lock_file(theirs: bytes) -> dict[str, Any]:
    """Pyodide's `pyodide-lock.json` without its packages: what is left says which Python and interface it is for.

    Raises what pyodide-lock raises for a file of another shape.
    """
    lock = PyodideLockSpec.from_dict(json.loads(theirs))
    lock.packages = {}
    return lock.to_dict()

"""Jinja2 and MarkupSafe, pure Python, as the build uses them, for the browser."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path
from types import CodeType

from build_scripts.runtime.compiling import compiled
from build_scripts.runtime.errors import RuntimeBuildError

DISTRIBUTIONS = ("jinja2", "markupsafe")
PACKAGES_IN_BROWSER = "/lib/python3.13/site-packages"
# Nothing that we ship imports these; a test keeps it so.
LEFT_OUT = frozenset({"jinja2/ext.py", "jinja2/meta.py", "jinja2/nativetypes.py", "jinja2/sandbox.py"})


def library_sources() -> dict[str, bytes]:
    """File name -> source of every module of Jinja2 and MarkupSafe that the browser gets."""
    sources = {}
    for distribution in DISTRIBUTIONS:
        files = importlib.metadata.files(distribution)
        if not files:
            raise RuntimeBuildError(f"{distribution} is not installed in this Python: run `make environment` first.")
        for file in files:
            name = file.as_posix()
            if name.endswith(".py") and name not in LEFT_OUT:
                sources[name] = Path(str(file.locate())).read_bytes()
    return dict(sorted(sources.items()))


def compiled_libraries(sources: dict[str, bytes]) -> dict[str, CodeType]:
    """The code of the same modules without lines: a reader never sees their frames, our own keep theirs."""
    return {name: compiled(source, f"{PACKAGES_IN_BROWSER}/{name}", lines=False) for name, source in sources.items()}

"""A copy of the project that a test may change and build, without the reader's Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from build_scripts import project

COPIED = ("build_scripts", "calculators", "docs", "site_templates", "mkdocs.yml", "pyproject.toml")
BUILD = """
import datetime, sys
from pathlib import Path
from build_scripts.site_builders import BUILDERS, BuildError
try:
    BUILDERS[sys.argv[1]](Path(sys.argv[2]), datetime.date(2026, 11, 22))
except BuildError as error:
    sys.exit(str(error))
"""


class Trial(NamedTuple):
    """The copy's folder."""

    root: Path

    @classmethod
    def copied_to(cls, root: Path) -> Trial:
        """Copy what pages are made of."""
        root.mkdir()
        for name in COPIED:
            source = project.ROOT / name
            if source.is_dir():
                shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, root / name)
        return cls(root)

    def empty_pages(self) -> None:
        """Leave only a title on every page, so that it builds fast."""
        for page in (self.root / "docs").rglob("*.md"):
            page.write_text("# Title\n", encoding="utf-8")

    def add_to_page(self, page: str, text: str) -> None:
        """Append Markdown to a page."""
        with (self.root / "docs" / page).open("a", encoding="utf-8") as file:
            file.write(f"\n\n{text}\n")

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run this Python in the copy, whose modules come first."""
        return subprocess.run(
            [sys.executable, *words],
            cwd=self.root,
            env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def build(self, builder: str) -> subprocess.CompletedProcess[str]:
        """Build the copy's pages into its folder "built" with one site builder, and nothing after it."""
        return self.run("-c", BUILD, builder, str(self.root / "built"))

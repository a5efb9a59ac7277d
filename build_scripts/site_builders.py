"""Runs a site builder, MkDocs or Zensical, over the same `mkdocs.yml` and pages, into a folder.

Both run as `python -m …` in their own process: the folder they run in is then on the import path, which the
fences in `mkdocs.yml` need, and their output can be held back unless something is wrong.
"""

from __future__ import annotations

import calendar
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from build_scripts import project

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date


class BuildError(Exception):
    """A step of the build failed; the message is for the person at the terminal."""


def mkdocs(destination: Path, edition: date) -> None:
    """Build with MkDocs and Material into `destination`, treating warnings as errors."""
    command = ["mkdocs", "build", "--strict", "--quiet", "--config-file", str(project.CONFIG)]
    _run([*command, "--site-dir", str(destination)], project.ROOT, environment(edition))


def zensical(destination: Path, edition: date) -> None:
    """Build with Zensical into `destination`.

    Zensical writes where `site_dir` says and caches rendered pages beside it without noticing that our Python
    changed: so it works on a copy of its inputs, in a fresh folder each time.
    """
    project.CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="zensical-", dir=project.CACHE) as folder:
        workshop = Path(folder)
        for source in (project.DOCS, project.ROOT / "site_templates"):
            shutil.copytree(source, workshop / source.name)
        shutil.copy(project.CONFIG, workshop)
        _run(["zensical", "build", "--clean", "--strict"], workshop, environment(edition))
        shutil.move(workshop / "site", destination)


BUILDERS: Mapping[str, Callable[[Path, date], None]] = {"mkdocs": mkdocs, "zensical": zensical}


def environment(edition: date) -> dict[str, str]:
    """Return the environment of a builder: every date it writes is the figures' edition, never today."""
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(calendar.timegm(edition.timetuple())),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(project.ROOT),
        "PYTHONHASHSEED": "0",
    }


def _run(module_and_arguments: list[str], folder: Path, environment: dict[str, str]) -> None:
    """Run `python -m …`; on failure raise BuildError with what it said, without the Python traceback."""
    done = subprocess.run(
        [sys.executable, "-m", *module_and_arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    if done.returncode:
        raise BuildError(f"{module_and_arguments[0]} failed:\n{without_frames(said)}")


def without_frames(said: str) -> str:
    """Return the output without the lines of tracebacks that show our or the builder's code."""
    kept = [
        line for line in said.splitlines() if line.strip() and not line.startswith(("  File ", "    ", "Traceback"))
    ]
    return "\n".join(kept)

"""Calls esbuild, which turns several files into one small one, the same bytes every time."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from build_scripts import project

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = project.ROOT / "node_modules" / "esbuild" / "bin" / "esbuild"
_ALWAYS = ("--bundle", "--minify", "--target=es2022", "--log-level=error", "--legal-comments=none", "--charset=utf8")


class BundleError(Exception):
    """esbuild is not there, or could not read a file; the message has its own words."""


def bundled(folder: Path, entry: str, *options: str) -> bytes:
    """Return what `entry`, a file in `folder`, and all that it imports become as one file.

    `BundleError` if it cannot be made.
    """
    if not PROGRAM.exists():
        raise BundleError("esbuild is not installed: run `npm ci --ignore-scripts` first.")
    done = subprocess.run([str(PROGRAM), entry, *_ALWAYS, *options], cwd=folder, capture_output=True, check=False)
    if done.returncode:
        raise BundleError(f"esbuild could not bundle {entry}:\n{done.stderr.decode()}")
    return done.stdout

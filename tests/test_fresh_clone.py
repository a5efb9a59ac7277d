"""A fresh clone builds, and one commit always builds to the same bytes."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BUILD_SECONDS = 900


def clone(folder: Path) -> Path:
    """A clone of what is committed, with the npm packages of this work tree (the lock file is the same)."""
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    (folder / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    return folder


def build(source: Path, output: Path, environment: dict[str, str]) -> None:
    """Build the site of a clone into a folder, in an environment that differs in what must not matter."""
    done = subprocess.run(
        [sys.executable, "-m", "build_scripts.build", "--output", str(output)],
        cwd=source,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=BUILD_SECONDS,
        check=False,
    )
    assert done.returncode == 0, f"The build of a fresh clone failed:\n{done.stdout}\n{done.stderr}"


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file under a folder, by relative path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def two_builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two sites, each from its own clone of the last commit, with another hash seed and time zone."""
    folder = tmp_path_factory.mktemp("fresh")
    outputs = folder / "site-one", folder / "elsewhere" / "site-two"
    environments = {"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"}
    for output, environment in zip(outputs, environments, strict=True):
        output.parent.mkdir(parents=True, exist_ok=True)
        build(clone(output.with_suffix(".clone")), output, environment)
    return outputs


def test_fresh_clone_builds_a_site(two_builds: tuple[Path, Path]) -> None:
    """What is committed is enough to build the pages."""
    assert (two_builds[0] / "index.html").stat().st_size > 0


def test_same_commit_same_bytes(two_builds: tuple[Path, Path]) -> None:
    """Two builds of one commit have the same files with the same bytes."""
    one, two = (digests(folder) for folder in two_builds)
    assert [name for name in sorted(one.keys() | two.keys()) if one.get(name) != two.get(name)] == []


def test_no_file_tells_where_it_was_built(two_builds: tuple[Path, Path]) -> None:
    """No file of the site holds the path of the folder in which it was built."""
    folder = str(two_builds[0].parent).encode()
    assert [path for path in two_builds[0].rglob("*") if path.is_file() and folder in path.read_bytes()] == []

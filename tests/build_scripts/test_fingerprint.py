"""Tests of the hashes that decide whether anything must be built."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts import fingerprint


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write two files."""
    (tmp_path / "in/sub").mkdir(parents=True)
    (tmp_path / "in/a.txt").write_text("a")
    (tmp_path / "in/sub/b.txt").write_text("b")
    return tmp_path / "in"


@pytest.mark.parametrize(
    ("path", "text"),
    [("a.txt", "changed"), ("sub/new.txt", ""), ("sub/b.txt", None)],
)
def test_change_is_seen(path: str, text: str | None, folder: Path) -> None:
    """A changed, new or deleted file changes the hash."""
    before = fingerprint.of([folder])

    if text is None:
        (folder / path).unlink()
    else:
        (folder / path).write_text(text)

    assert fingerprint.of([folder]) != before


def test_moved_content_is_seen(folder: Path) -> None:
    """The same bytes under another name are another input."""
    before = fingerprint.of([folder])

    (folder / "a.txt").rename(folder / "c.txt")

    assert fingerprint.of([folder]) != before


def test_caches_and_times_do_not_matter(folder: Path) -> None:
    """Python's caches and a file's time are no inputs."""
    before = fingerprint.of([folder], "note")

    (folder / "__pycache__").mkdir()
    (folder / "__pycache__/a.pyc").write_text("x")
    (folder / "a.txt").touch()

    assert fingerprint.of([folder], "note") == before
    assert fingerprint.of([folder], "other note") != before
    assert fingerprint.of([folder, folder / "absent"], "note") == before

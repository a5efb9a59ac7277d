"""The wheel is one that CPython can import, and its bytes are the same each time."""

import base64
import hashlib
import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from build_scripts.runtime.errors import RuntimeBuildError
from build_scripts.wheel import build_wheel

FIXTURE = Path(__file__).parent / "fixture" / "calculators"


def test_cpython_answers_from_the_wheel(tmp_path: Path) -> None:
    """With nothing of the project on its path, this Python imports the wheel: 3 at 1.5 are 4.50."""
    wheel = build_wheel(tmp_path, FIXTURE)
    request = json.dumps({"name": "a", "price": "1.5", "count": "3"})
    program = (
        f"import sys; sys.path.insert(0, {str(wheel)!r})\n"
        f"from calculators.bridge import respond\nprint(respond({request!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "<p>a: 4.50</p>\n"


def test_the_record_lists_every_file(tmp_path: Path) -> None:
    """Each line of RECORD is a file's name, SHA-256 and size; RECORD itself has neither."""
    wheel = build_wheel(tmp_path, FIXTURE)
    with ZipFile(wheel) as archive:
        record = next(name for name in archive.namelist() if name.endswith("RECORD"))
        lines = [line.rsplit(",", 2) for line in archive.read(record).decode().splitlines()]
        assert {name for name, _, _ in lines} == set(archive.namelist())
        for name, digest, size in lines:
            if name != record:
                expected = base64.urlsafe_b64encode(hashlib.sha256(archive.read(name)).digest()).rstrip(b"=").decode()
                assert (digest, size) == (f"sha256={expected}", str(len(archive.read(name))))


def test_bytes_are_the_same_each_time(tmp_path: Path) -> None:
    """Two builds of the same sources differ in nothing."""
    assert build_wheel(tmp_path / "a", FIXTURE).read_bytes() == build_wheel(tmp_path / "b", FIXTURE).read_bytes()


def test_a_package_without_a_version_is_refused(tmp_path: Path) -> None:
    """The sentence names the line that is wanted."""
    (tmp_path / "__init__.py").write_text("", encoding="utf-8")
    with pytest.raises(RuntimeBuildError, match="__version__"):
        build_wheel(tmp_path, tmp_path)

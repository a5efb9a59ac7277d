"""What set-up says when the machine lacks something."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BOOTSTRAP = ROOT / "build_scripts" / "setup" / "bootstrap.sh"
NEEDED = ("git", "python3", "node", "npm")


def bootstrap(path: Path | str, *parts: str) -> subprocess.CompletedProcess[str]:
    """Run the bootstrap with this PATH."""
    return subprocess.run(
        ["/bin/sh", str(BOOTSTRAP), *parts],
        env={"PATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of programs that has all that is needed, and little else."""
    for name in (*NEEDED, "dirname"):
        found = sys.executable if name == "python3" else shutil.which(name)
        assert found
        (tmp_path / name).write_text(f'#!/bin/sh\nexec "{found}" "$@"\n', encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("name", NEEDED)
def test_a_missing_program_is_told_in_one_sentence(machine: Path, name: str) -> None:
    """The first thing that is missing is named, with Debian's command to install it."""
    (machine / name).unlink()
    done = bootstrap(machine, "python")
    assert done.returncode == 1
    assert done.stderr.startswith(f"Set-up stopped: {name} is needed and was not found on PATH.")
    assert "apt-get install" in done.stderr


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("python3", "no python3 on PATH is version 3.11 or newer."),
        ("node", "node is v18.20.4; version 20 or newer is needed."),
    ],
)
def test_an_old_program_is_told_in_one_sentence(machine: Path, name: str, sentence: str) -> None:
    """A Python or Node that is too old is named, with the version that is needed."""
    (machine / name).write_text('#!/bin/sh\n[ "$1" = --version ] && echo v18.20.4\n', encoding="utf-8")
    done = bootstrap(machine, "python")
    assert done.returncode == 1
    assert done.stderr == f"Set-up stopped: {sentence}\n"


def test_a_python_that_refuses_is_passed_over(machine: Path) -> None:
    """Behind a pyenv shim that refuses, the next python3 on PATH is taken."""
    shims = machine / "shims"
    shims.mkdir()
    (shims / "python3").write_text("#!/bin/sh\nexit 127\n", encoding="utf-8")
    (shims / "python3").chmod(0o755)
    done = bootstrap(f"{shims}:{machine}", "kitchen")
    assert "[python] [node] [browser]" in done.stderr


def test_an_unknown_part_is_refused(machine: Path) -> None:
    """A wrong word gets the list of the right ones."""
    done = bootstrap(machine, "kitchen")
    assert done.returncode == 2
    assert "[python] [node] [browser]" in done.stderr

"""Finds the Python that the project is made with, or lets uv fetch it."""

import os
import pwd
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from build_scripts.setup.steps import ROOT, SetupError, output, run

DOWNLOAD_SECONDS = 300


def wanted_version() -> str:
    """The version in .python-version: "3.13"."""
    return (ROOT / ".python-version").read_text(encoding="utf-8").strip()


def find_python(uv: Path, environment: Mapping[str, str]) -> Path:
    """A Python of the wanted version: this machine's, else one that uv fetches, else SetupError."""
    version = wanted_version()
    found = _first_that_runs(uv, version, environment)
    if found is None:
        try:
            run(
                f"Fetching Python {version}",
                [uv, "python", "install", version],
                environment=environment,
                seconds=DOWNLOAD_SECONDS,
            )
        except SetupError as error:
            raise SetupError(
                f"Python {version} is needed: it is not on this machine and uv could not fetch it. "
                f"Install it, for example with `pyenv install {version}`, and run the command again.\n{error}"
            ) from error
        found = _first_that_runs(uv, version, environment)
    if found is None:
        raise SetupError(f"Python {version} was installed by uv, but does not run.")
    return found


def _first_that_runs(uv: Path, version: str, environment: Mapping[str, str]) -> Path | None:
    """The first candidate that starts and is of the wanted version (a pyenv shim may be there and refuse)."""
    ask = "import sys; print('%d.%d' % sys.version_info[:2])"
    for path in _candidates(uv, version, environment):
        if output([path, "-I", "-c", ask], environment=environment) == version:
            return path
    return None


def _candidates(uv: Path, version: str, environment: Mapping[str, str]) -> Iterator[Path]:
    """Where a Python may be: uv's own answer, pyenv's folders (newest first), PATH."""
    answer = output([uv, "python", "find", "--no-project", "--no-python-downloads", version], environment=environment)
    if answer:
        yield Path(answer)
    for pyenv in _pyenv_folders():
        yield from sorted(pyenv.glob(f"versions/{version}*/bin/python{version}"), key=_numbers, reverse=True)
    for name in (f"python{version}", "python3"):
        on_path = shutil.which(name)
        if on_path:
            yield Path(on_path)


def _pyenv_folders() -> list[Path]:
    """Where pyenv may be: where it says, else in the home folder (by the variable, and by the user list)."""
    named = os.environ.get("PYENV_ROOT")
    homes = [os.environ.get("HOME", ""), pwd.getpwuid(os.getuid()).pw_dir]
    return [Path(named)] if named else [Path(home) / ".pyenv" for home in homes if home]


def _numbers(path: Path) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", path.parts[-3])]

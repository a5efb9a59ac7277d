"""Makes .venv: pip brings uv, uv brings everything else, every file held to its hash."""

import importlib.util
import sys
from pathlib import Path

from build_scripts.setup.indexes import main_index_only, uv_environment
from build_scripts.setup.interpreter import find_python, wanted_version
from build_scripts.setup.steps import ROOT, SetupError, fingerprint, forget, is_done, mark_done, run

UV_FOLDER = ROOT / ".cache" / "uv"
UV = UV_FOLDER / "bin" / "uv"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LISTS = ("requirements/site.txt", "requirements/dev.txt")

Command = list[str | Path]


def set_up_python() -> None:
    """Make .venv hold exactly what requirements/*.txt list. At once when nothing has changed."""
    wanted = fingerprint((".python-version", "requirements/uv.txt", *LISTS))
    if is_done("python", wanted) and PYTHON.exists() and UV.exists():
        return
    forget("python")
    environment = install_uv()
    if not PYTHON.exists() or not is_done("venv", wanted_version()):
        python = find_python(UV, environment)
        run(
            f"Making .venv with {python}",
            [UV, "venv", "--clear", "--python", python, VENV],
            environment=environment,
        )
        mark_done("venv", wanted_version())
    run(
        "Installing the Python packages",
        [UV, "pip", "sync", "--python", PYTHON, "--require-hashes", *LISTS],
        environment=environment,
    )
    mark_done("python", wanted)


def install_uv() -> dict[str, str]:
    """Have the listed uv in .cache/uv. Returns the environment to run it in."""
    pip, options = _pip()
    wanted = fingerprint(("requirements/uv.txt",))
    if not (is_done("uv", wanted) and UV.exists()):
        forget("uv")
        run(
            "Installing uv",
            [
                *pip,
                "install",
                *options,
                "--disable-pip-version-check",
                "--require-hashes",
                "-r",
                "requirements/uv.txt",
            ],
        )
        mark_done("uv", wanted)
    return uv_environment(pip)


def _pip() -> tuple[Command, Command]:
    """The command that runs pip, and the options that make it install to .cache/uv.

    A venv where Python can make one (Debian: package python3-venv), else the system's pip and a folder.
    """
    if importlib.util.find_spec("ensurepip"):
        own = UV_FOLDER / "bin" / "python"
        if not (own.exists() and is_done("uv-venv", sys.version)):
            run("Making a place for uv", [sys.executable, "-m", "venv", "--clear", UV_FOLDER])
            mark_done("uv-venv", sys.version)
        return [own, "-m", "pip"], []
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip"], ["--upgrade", "--target", UV_FOLDER]
    raise SetupError("python3 can make no virtual environment and has no pip. On Debian: apt-get install python3-venv")


def lock() -> None:
    """Write requirements/*.txt anew from requirements/*.in: the newest allowed, with hashes, no addresses."""
    environment = main_index_only(install_uv())
    # uv works inside the folder and with bare names, so that no path of this machine gets into a list.
    compile_here: Command = [UV, "--directory", ROOT / "requirements", "pip", "compile", "--quiet"]
    for_every_machine = [
        "--universal",
        "--python-version",
        wanted_version(),
        "--upgrade",
        "--generate-hashes",
    ]
    without_addresses = [
        "--no-emit-index-url",
        "--no-emit-find-links",
        "--custom-compile-command",
        "make lock",
    ]
    for name in ("uv", "site", "dev"):
        files = [f"{name}.in", "--output-file", f"{name}.txt"]
        run(
            f"Locking requirements/{name}.txt",
            [*compile_here, *for_every_machine, *without_addresses, *files],
            environment=environment,
        )

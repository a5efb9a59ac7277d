"""Finds a Chromium for the browser tests, or installs one.

Anything that needs the browser asks `find()`: tests, benchmarks, the profile of the runtime.
"""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from build_scripts.setup.python import PYTHON
from build_scripts.setup.steps import STATE, SetupError, mark_done, output, run

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
STAMP = "chromium"
PLAYWRIGHT_SECONDS = 300
# Playwright tries five addresses; one that hangs is given up after this long.
CONNECTION_MILLISECONDS = "10000"


def find() -> Path | None:
    """The browser of this machine: $CHROMIUM, the one found last time, PATH, Playwright's own; or nothing.

    SetupError when $CHROMIUM names something that does not run.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        if runs(Path(named)):
            return Path(named)
        raise SetupError(f"The variable CHROMIUM is {named!r}, which does not run as a browser.")
    remembered = _remembered()
    if remembered:
        return remembered
    return next((path for path in _candidates() if runs(path)), None)


def runs(browser: Path) -> bool:
    """Whether this file starts and tells a browser's version (Ubuntu has one that only points elsewhere)."""
    answer = output([browser, "--version"], seconds=30)
    return "Chrom" in answer


def set_up_browser() -> None:
    """Have a Chromium on this machine. At once when one was found before."""
    if _remembered() and not os.environ.get("CHROMIUM"):
        return
    browser = find() or _installed()
    mark_done(STAMP, str(browser))


def _remembered() -> Path | None:
    """The browser that the last set-up found, if it is still there."""
    stamp = STATE / STAMP
    if not stamp.is_file():
        return None
    path = Path(stamp.read_text(encoding="utf-8"))
    return path if path.is_file() and os.access(path, os.X_OK) else None


def _candidates() -> Iterator[Path]:
    """Every file that may be a browser, the likeliest first."""
    for name in NAMES:
        on_path = shutil.which(name)
        if on_path:
            yield Path(on_path)
    folder = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    yield from sorted(folder.glob("chromium-*/chrome-linux*/chrome"), reverse=True)


def _installed() -> Path:
    """A browser new on this machine: Playwright's own where it can be fetched, else Debian's package."""
    print("  No browser was found; the tests need Chromium.", flush=True)
    problems: list[str] = []
    for install in (_install_with_playwright, _install_with_apt):
        try:
            install()
        except SetupError as error:
            problems.append(str(error))
        browser = find()
        if browser:
            return browser
    raise SetupError(
        "No Chromium could be installed. Install one (on Debian, as root: apt-get install chromium), "
        "or name yours in the variable CHROMIUM.\n" + "\n".join(problems)
    )


def _install_with_playwright() -> None:
    environment = {**os.environ, "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": CONNECTION_MILLISECONDS}
    # `timeout` also ends the programs that Playwright starts.
    bounded = ["timeout", "--kill-after=5", str(PLAYWRIGHT_SECONDS)]
    command = [*bounded, str(PYTHON), "-m", "playwright", "install", "--no-shell", "chromium"]
    run("Fetching Playwright's Chromium", command, environment=environment)


def _install_with_apt() -> None:
    if not shutil.which("apt-get"):
        raise SetupError("This machine has no apt-get.")
    root = _as_root()
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # One list of many may be out of reach; whether the package can be had shows at the install.
    with contextlib.suppress(SetupError):
        run("Reading Debian's package lists", [*root, "apt-get", "update"], environment=environment)
    command = [*root, "apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
    run("Installing Debian's chromium", command, environment=environment)


def _as_root() -> list[str]:
    """What to put before a command that only root may run. SetupError when there is no way."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        # A sudo that would ask for a password asks on the terminal; with none it says no at once.
        return ["sudo"] if os.isatty(2) else ["sudo", "--non-interactive"]
    raise SetupError("Installing a package needs root, and this machine has no sudo.")

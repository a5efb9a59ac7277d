"""Where a browser is looked for."""

from pathlib import Path

import pytest

from build_scripts.setup import chromium
from build_scripts.setup.steps import SetupError


def program(path: Path, says: str) -> Path:
    """A program that prints one line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{says}'\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without any browser; its PATH is the folder `bin`."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    monkeypatch.setattr(chromium, "STATE", tmp_path / "state")
    return tmp_path


def test_no_browser() -> None:
    """Nothing is found where nothing is."""
    assert chromium.find() is None


def test_browser_on_path(bare_machine: Path) -> None:
    """A browser on PATH is found; one that does not tell a browser's version is passed over."""
    program(bare_machine / "bin" / "chromium", "install me first")
    browser = program(bare_machine / "bin" / "google-chrome", "Google Chrome 156.0")
    assert chromium.find() == browser


def test_browser_of_playwright(bare_machine: Path) -> None:
    """Playwright's own browser is found in Playwright's folder."""
    browser = program(bare_machine / "playwright" / "chromium-1200" / "chrome-linux" / "chrome", "Chromium 156.0")
    assert chromium.find() == browser


def test_named_browser(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable CHROMIUM comes before everything else."""
    program(bare_machine / "bin" / "chromium", "Chromium 156.0")
    browser = program(bare_machine / "own" / "chrome", "Chromium 157.0")
    monkeypatch.setenv("CHROMIUM", str(browser))
    assert chromium.find() == browser


def test_named_browser_that_does_not_run(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong name is told, not worked around."""
    monkeypatch.setenv("CHROMIUM", str(bare_machine / "nothing"))
    with pytest.raises(SetupError, match="does not run as a browser"):
        chromium.find()


def test_remembered_browser(bare_machine: Path) -> None:
    """The browser that set-up found is used again, as long as it is there."""
    browser = program(bare_machine / "far" / "chrome", "Chromium 156.0")
    stamp = bare_machine / "state" / chromium.STAMP
    stamp.parent.mkdir()
    stamp.write_text(str(browser), encoding="utf-8")
    assert chromium.find() == browser
    browser.unlink()
    assert chromium.find() is None

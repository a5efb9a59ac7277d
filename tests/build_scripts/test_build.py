"""Tests of the order of the build's steps, and of when nothing is built. The real steps have tests of their own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from build_scripts import build as build_module
from build_scripts import project, site_builders
from build_scripts.build import Order, build
from build_scripts.post_build import card
from build_scripts.post_build.bundle import Ours
from build_scripts.runtime import RuntimeBuildError
from build_scripts.site_builders import BuildError

PAGE = '<!doctype html><html><head><meta charset="utf-8"></head><body>{}</body></html>'


class Steps:
    """Stands in for the slow steps, and remembers that they ran."""

    def __init__(self) -> None:
        self.ran: list[str] = []
        self.body = ""
        self.mistakes: list[str] = []
        self.runtime_error = ""

    def pages(self, destination: Path, edition: date) -> None:
        """Write one page."""
        self.ran.append(f"pages {edition}")
        destination.mkdir(parents=True)
        (destination / "index.html").write_text(PAGE.format(self.body))

    def runtime(self, site: Path, *, stock: bool) -> SimpleNamespace:
        """Write no runtime, and say where it is."""
        self.ran.append(f"runtime stock={stock}")
        if self.runtime_error:
            raise RuntimeBuildError(self.runtime_error)
        (site / "assets").mkdir()
        return SimpleNamespace(worker="assets/worker.js", total_sent=5)


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Steps:
    """Put the stand-ins in place, over a project with one input."""
    stand_in = Steps()
    monkeypatch.setattr(project, "ROOT", tmp_path)
    monkeypatch.setattr(project, "CACHE", tmp_path / ".cache")
    monkeypatch.setattr(build_module, "BUILDERS", {"mkdocs": stand_in.pages})
    monkeypatch.setattr(build_module, "build_runtime", stand_in.runtime)
    monkeypatch.setattr(build_module.bundle, "ours", lambda _config: Ours((), ()))
    monkeypatch.setattr(build_module.embed, "write", lambda *_: None)
    monkeypatch.setattr(card, "png", lambda *_: b"")
    monkeypatch.setattr(build_module.pages, "mistakes", lambda: stand_in.mistakes)
    monkeypatch.setattr(build_module.Register, "load", lambda: SimpleNamespace(edition=date(2026, 11, 22), figures={}))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# One\n")
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n")
    return stand_in


def test_steps_in_order(steps: Steps, tmp_path: Path) -> None:
    """Pages, then the runtime, then the steps over both; every step is announced."""
    said: list[str] = []

    assert build(Order(tmp_path / "site"), said.append) is True

    assert steps.ran == ["pages 2026-11-22", "runtime stock=False"]
    assert (
        'name="calculator-runtime" content="assets/worker.js" data-bytes="5"'
        in (tmp_path / "site/index.html").read_text()
    )
    assert [line for line in said if line.endswith("…")] == [
        "Check what pages name …",
        "Build pages with mkdocs …",
        "Build the Python that readers download …",
        "Link, protect and check pages …",
    ]
    assert said[-1] == "Built site/"


def test_unchanged_inputs_build_nothing(steps: Steps, tmp_path: Path) -> None:
    """A second build finds the site up to date."""
    build(Order(tmp_path / "site"))
    steps.ran.clear()
    said: list[str] = []

    assert build(Order(tmp_path / "site"), said.append) is False

    assert steps.ran == []
    assert said == ["site/ is up to date"]


@pytest.mark.parametrize("change", ["docs/index.md", "docs/new.md", "mkdocs.yml", "CHANGELOG.md", "site/index.html"])
def test_changed_input_or_output_builds_again(change: str, steps: Steps, tmp_path: Path) -> None:
    """A changed page, a new one, the settings, or somebody's edit in the built site: all are built over."""
    build(Order(tmp_path / "site"))
    steps.ran.clear()
    (tmp_path / change).write_text("somebody was here")

    assert build(Order(tmp_path / "site")) is True

    assert len(steps.ran) == 2
    assert "somebody was here" not in (tmp_path / "site/index.html").read_text()


def test_other_runtime_is_another_build(steps: Steps, tmp_path: Path) -> None:
    """Asking for the stock runtime builds again, and passes it on."""
    build(Order(tmp_path / "site"))

    build(Order(tmp_path / "site", stock_runtime=True))

    assert steps.ran[-1] == "runtime stock=True"


def test_no_service_worker_is_another_build(steps: Steps, tmp_path: Path) -> None:
    """Without one, pages name none, and in its place stands the worker that unregisters itself."""
    build(Order(tmp_path / "site"))
    assert 'data-service-worker="service-worker.js"' in (tmp_path / "site/index.html").read_text()

    build(Order(tmp_path / "site", service_worker=False))

    assert len(steps.ran) == 4
    assert "data-service-worker" not in (tmp_path / "site/index.html").read_text()
    assert "unregister" in (tmp_path / "site/service-worker.js").read_text()


def test_failed_build_leaves_the_site(steps: Steps, tmp_path: Path) -> None:
    """A mistake in a page, a broken link or a runtime that cannot be made leave the last good site in place."""
    build(Order(tmp_path / "site"))
    good = (tmp_path / "site/index.html").read_bytes()
    (tmp_path / "docs/index.md").write_text("# Two\n")

    steps.mistakes = ["docs/index.md:1: one", "docs/index.md:2: two"]
    with pytest.raises(BuildError, match=r"one\ndocs/index\.md:2: two"):
        build(Order(tmp_path / "site"))
    steps.mistakes = []
    steps.body = '<a href="nope/">x</a>'
    with pytest.raises(BuildError, match=r"index\.html: <a> leads to nope/"):
        build(Order(tmp_path / "site"))
    steps.body = ""
    steps.runtime_error = "esbuild is not installed"
    with pytest.raises(BuildError, match="esbuild is not installed"):
        build(Order(tmp_path / "site"))

    assert (tmp_path / "site/index.html").read_bytes() == good
    steps.runtime_error = ""
    assert build(Order(tmp_path / "site")) is True


@pytest.mark.usefixtures("steps")
def test_old_files_do_not_stay(tmp_path: Path) -> None:
    """What the last build had and this one has not is gone."""
    build(Order(tmp_path / "site"))
    (tmp_path / "site/old.html").write_text(PAGE)

    build(Order(tmp_path / "site"))

    assert not (tmp_path / "site/old.html").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".cache", "CHANGELOG.md", "docs", "site"]


def test_error_on_the_command_line(steps: Steps, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A failed build is its sentences on stderr and exit status 1."""
    steps.mistakes = ["docs/index.md:1: wrong"]

    assert build_module.main(["--output", str(tmp_path / "site")]) == 1

    assert capsys.readouterr().err == "docs/index.md:1: wrong\n"


def test_builder_error_is_told_without_frames() -> None:
    """Of a builder's traceback only the sentences are passed on."""
    frames = 'Traceback (most recent call last):\n  File "x.py", line 1, in y\n    z()\n    ~^^\n'
    said = f"ERROR   -  Error\n{frames}Mistake: no\n"

    assert site_builders.without_frames(said) == "ERROR   -  Error\nMistake: no"


def test_builders_get_the_edition_as_their_clock() -> None:
    """SOURCE_DATE_EPOCH is midnight of the edition, in seconds since 1970: 2026-11-22 is day 20,779."""
    environment = site_builders.environment(date(2026, 11, 22))

    assert environment["SOURCE_DATE_EPOCH"] == str(20_779 * 86_400)

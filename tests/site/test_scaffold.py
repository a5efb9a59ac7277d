"""A scaffolded calculator works as it is: it runs, its test passes, its page builds with both builders."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from build_scripts import project
from tests.site import fragments
from tests.site.trial import Trial


@pytest.fixture
def scaffolded(trial: Trial) -> Trial:
    """Return a copy of the project, its pages emptied, in which `make new name=tip-jar` was typed."""
    trial.empty_pages()
    done = trial.run("-m", "build_scripts.new", "name=tip-jar")
    assert (done.returncode, done.stderr) == (0, "")
    return trial


def test_runs_from_a_shell(scaffolded: Trial) -> None:
    """The command line knows the new calculator at once."""
    done = scaffolded.run("-m", "calculators", "tip-jar", "--payments", "4", "--json")

    assert done.returncode == 0, done.stderr
    assert "8" in json.dumps(json.loads(done.stdout))  # 4 × $2


@pytest.fixture
def whole(trial: Trial) -> Trial:
    """Return the same with all pages as they are, and with the tests that every calculator and page has to pass."""
    done = trial.run("-m", "build_scripts.new", "name=tip-jar")
    assert (done.returncode, done.stderr) == (0, "")
    for folder in ("calculators", "guide"):
        for source in (project.ROOT / "tests" / folder).glob("*.py"):
            target = trial.root / "tests" / folder / source.name
            target.parent.mkdir(exist_ok=True)
            shutil.copy(source, target)
    return trial


def test_its_tests_pass(whole: Trial) -> None:
    """Its own test, and each that loops over all calculators, pass unchanged."""
    done = whole.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/calculators", "-k", "tip_jar or tip-jar")

    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout


def test_its_page_is_fit_for_the_guide(whole: Trial) -> None:
    """The tests of pages pass: those of its own page, and those that look at all pages together."""
    done = whole.run(
        *("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/guide"),
        *("-k", "tip-jar or navigation or linked or unique or source"),
    )

    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout


def test_its_style_and_types_are_right(whole: Trial) -> None:
    """`make check` has nothing to say about the new files."""
    files = ("calculators/tip_jar.py", "tests/calculators/test_tip_jar.py")

    for words in (("ruff", "format", "--check"), ("ruff", "check"), ("mypy",)):
        done = whole.run("-m", *words, *files)
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_its_page_builds(scaffolded: Trial, builder: str) -> None:
    """The page is in the navigation and shows the calculator with its result."""
    done = scaffolded.build(builder)

    assert done.returncode == 0, done.stderr
    text = (scaffolded.root / "built/calculators/tip-jar/index.html").read_text("utf-8")
    ((kind, html),) = fragments.fences(text)
    assert kind == "calculator"
    assert '<live-calculator slug="tip-jar"' in html
    assert "$20" in html  # the defaults: 10 × $2
    assert re.search(r'href="(\./)?calculators/tip-jar/"', (scaffolded.root / "built/index.html").read_text("utf-8"))

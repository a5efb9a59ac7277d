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


def test_its_test_passes(scaffolded: Trial) -> None:
    """The scaffolded test, and the contract that holds for every calculator, pass unchanged."""
    for name in ("conftest.py", "test_contract.py", "strategies.py"):
        shutil.copy(project.ROOT / "tests/calculators" / name, scaffolded.root / "tests/calculators" / name)

    done = scaffolded.run(
        "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/calculators", "-k", "tip_jar or tip-jar"
    )

    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout


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

"""Tests of the scaffold; that its calculator runs and its page builds is tested over a built site."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from build_scripts import new

CONFIG = """site_name: Test
nav:
  - Home: index.md
  - Calculators:
      - What likes pay: calculators/like-value.md
  - Figures: figures.md
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with one calculator."""
    for folder in ("calculators/kit", "docs/calculators"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    (tmp_path / "calculators/like_value.py").write_text('"""A calculator."""\n')
    return tmp_path


def test_files_and_navigation(root: Path) -> None:
    """Module, test and page are written under the names that follow from the slug, and the page is listed last."""
    written = new.start("tip-jar", root)

    assert written == [
        "calculators/tip_jar.py",
        "tests/calculators/test_tip_jar.py",
        "docs/calculators/tip-jar.md",
        "mkdocs.yml",
    ]
    assert all((root / path).is_file() for path in written)
    assert '"tip-jar",\n    "Tip jar",' in (root / written[0]).read_text()
    assert 'registry()["tip-jar"]' in (root / written[1]).read_text()
    assert "\n# Tip jar\n" in (root / written[2]).read_text()
    nav = yaml.safe_load((root / "mkdocs.yml").read_text())["nav"]
    assert nav[1]["Calculators"] == [
        {"What likes pay": "calculators/like-value.md"},
        {"Tip jar": "calculators/tip-jar.md"},
    ]


@pytest.mark.parametrize(
    "name", ["", "Tip-Jar", "tip_jar", "2tips", "tip jar", "-tip", "tip-", "../tip", "a" * 41, "típ"]
)
def test_bad_name_is_refused(name: str, root: Path) -> None:
    """A name that cannot be a slug is refused with the form to use, and nothing is written."""
    before = sorted(root.rglob("*"))

    with pytest.raises(new.NewError, match="Use lower-case words joined by dashes"):
        new.start(name, root)

    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("like-value", "is taken, by calculators/like_value.py"),
        ("kit", "is taken, by calculators/kit/"),
        ("class", "means something else"),
        ("index", "means something else"),
    ],
)
def test_taken_name_is_refused(name: str, message: str, root: Path) -> None:
    """A name that something else has is refused with what has it."""
    with pytest.raises(new.NewError, match=message):
        new.start(name, root)


def test_navigation_without_calculators(root: Path) -> None:
    """Without a place in the navigation nothing is written."""
    (root / "mkdocs.yml").write_text("nav:\n  - Home: index.md\n")

    with pytest.raises(new.NewError, match="has no “- Calculators:”"):
        new.start("tip-jar", root)

    assert not (root / "calculators/tip_jar.py").exists()


def test_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A bad name on the command line is one sentence on stderr and exit status 1."""
    assert new.main(["name=Tip Jar"]) == 1

    assert capsys.readouterr().err.startswith("“Tip Jar” cannot be a calculator's name.")

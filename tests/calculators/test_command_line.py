"""The shell's door, from the same declarations."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from calculators import __version__, registry
from calculators.__main__ import main
from calculators.kit.calculator import REGION
from calculators.kit.scenario import Request, prepare
from tests.calculators.conftest import REGISTER


def test_answers_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """The slip, the working, the date and the version."""
    assert main(["gift-earnings", "--viewers", "200"]) == 0

    printed = capsys.readouterr().out
    assert "about $130 a month" in printed
    assert "200 × 60 ÷ 60 × 10 = 2,000 coins" in printed
    assert __version__ in printed


def test_says_what_is_missing_and_what_is_assumed(capsys: pytest.CaptureFixture[str]) -> None:
    """The remarks of the slip are in the words of the shell: 17 years are too few, 5,000 followers are enough."""
    assert main(["eligibility", "--age", "17", "--followers", "5000"]) == 0
    printed = capsys.readouterr().out
    assert "18 years (missing)" in printed
    assert "1,000 followers (you meet it)" in printed
    assert main(["subscriptions"]) == 0
    assert "Assumed, for want of a published figure that fits: " in capsys.readouterr().out


def test_answers_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    """The numbers unrounded, with range and figures."""
    assert main(["gift-earnings", "--viewers", "200", "--coins", "10", "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["headline"] == {"label": "You keep, a month", "value": 130.0, "unit": "USD"}
    assert told["range"] == {"low": 130.0, "typical": 130.0, "high": 130.0}
    assert told["figures"]["gifts.diamond_usd"] == 0.01


def test_takes_a_day_and_own_figures(capsys: pytest.CaptureFixture[str]) -> None:
    """--on picks the figures of a day, --figure replaces one."""
    assert main(["gift-earnings", "--region", "us", "--coins", "10", "--on", "2025-02-01", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["headline"]["value"] == pytest.approx(32.5)
    assert main(["gift-earnings", "--coins", "10", "--figure", "gifts.diamond_usd=0.02", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["headline"]["value"] == pytest.approx(65)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["gift-earnings", "--viewers", "many"], "--viewers: That is not a number."),
        (["gift-earnings", "--figure", "gifts.diamond_usd=x"], "--figure gifts.diamond_usd: That is not a number."),
        (["gift-earnings", "--figure", "gifts.diamond=1"], "near it: gifts.diamond_usd"),
        (["gift-earnings", "--on", "2001-01-01"], "2023"),
    ],
)
def test_refuses_in_words(capsys: pytest.CaptureFixture[str], arguments: list[str], words: str) -> None:
    """What cannot be used is refused on the error stream, with code 2."""
    assert main(arguments) == 2

    assert words in capsys.readouterr().err


REGIONS = [
    pytest.param(slug, value, label, id=f"{slug}-{value}")
    for slug, calculator in registry().items()
    for spec in calculator.inputs
    if spec.name == REGION
    for value, label in spec.options.items()
]


@pytest.mark.parametrize(("slug", "value", "label"), REGIONS)
def test_a_region_is_read_alike_however_it_is_written(slug: str, value: str, label: str) -> None:
    """By value, in capitals and by label the same figures hold: those of that region."""
    calculator = registry()[slug]
    plain, *others = (
        prepare(calculator, Request({REGION: text}), REGISTER) for text in (value, value.upper(), label, f" {label} ")
    )

    assert plain.figures.region == value
    for other in others:
        assert (other.figures.region, other.answer) == (value, plain.answer)


def test_the_shell_knows_a_region_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    """50 viewers × 10 coins × $0.01 × 44 % × 3 × 52 ÷ 12 = $28.60 in the US, however that is written."""
    for text in ("us", "US", "United States", "united states"):
        assert main(["gift-earnings", "--region", text, "--coins", "10", "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["headline"]["value"] == pytest.approx(28.6)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--on", "soon"], "argument --on: Enter a day as year, month and day, like 2025-02-01, not 'soon'."),
        (["--on", "2025-02-30"], "argument --on: Enter a day"),
        (["--figure", "gifts.diamond_usd"], "argument --figure: Enter a figure's name, an equals sign and your value"),
        (["--figure", "gifts.diamond_usd="], "argument --figure: Enter a figure's name"),
        (["--figure", "=0.02"], "argument --figure: Enter a figure's name"),
    ],
)
def test_says_how_an_option_is_written(capsys: pytest.CaptureFixture[str], arguments: list[str], words: str) -> None:
    """A day or a figure of another form is refused with what to enter: nothing is ignored."""
    with pytest.raises(SystemExit) as stopped:
        main(["gift-earnings", *arguments])

    assert stopped.value.code == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("slug", sorted(registry()))
def test_help_names_every_input(capsys: pytest.CaptureFixture[str], slug: str) -> None:
    """--help comes from the declaration."""
    with pytest.raises(SystemExit) as stopped:
        main([slug, "--help"])

    assert stopped.value.code == 0
    printed = capsys.readouterr().out
    assert all("--" + spec.name.replace("_", "-") in printed for spec in registry()[slug].inputs)


def test_runs_as_a_module() -> None:
    """`python -m calculators --version` works from the folder of the project."""
    done = subprocess.run(
        [sys.executable, "-m", "calculators", "--version"], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == __version__

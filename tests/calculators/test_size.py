"""How long a calculator may be: a longer one is a sign that the kit lacks something."""

from __future__ import annotations

import io
import tokenize
from pathlib import Path

import pytest

from calculators import registry
from calculators.kit.calculator import Calculator

FOLDER = Path(__file__).parents[2] / "calculators"

LIMIT = 85
"""Lines of code of a calculator: what a stranger reads, with the formulas beside it, in a few minutes.

The aim is 40 to 80; the last five keep a new input from becoming a quarrel with a test. Blank lines and comments do not
count: the arithmetic behind each example is a comment, and there can never be too much of it. What repeats in
calculators belongs into the kit, by a name of its own.
"""

LONGER = {
    "eligibility": (104, "a table of what each of five programmes asks for, and of whom each is closed to"),
    "income-mix": (101, "twelve inputs of six calculators, and the working of each of these in one line"),
    "take-home": (108, "the inputs of three tax systems, and an example of each"),
    "us-live-rewards": (96, "six rules of TikTok's, each with thresholds, steps and a limit of its own"),
}
"""Calculators that are longer, each with its own limit and the reason."""


def code_lines(path: Path) -> int:
    """Count the lines of a file that hold code or a docstring."""
    text = path.read_text(encoding="utf-8")
    empty = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    found: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in empty:
            found.update(range(token.start[0], token.end[0] + 1))
    return len(found)


def test_what_counts_as_a_line_of_code(tmp_path: Path) -> None:
    """A docstring of two lines, an assignment over three and one with a remark: six; no blank line, no comment."""
    path = tmp_path / "some.py"
    path.write_text('"""Two\nlines."""\n\n# a remark\na = (\n    1,  # one\n)\n\nb = 2  # two\n')

    assert code_lines(path) == 6


@pytest.mark.parametrize("calculator", registry().values(), ids=registry())
def test_a_calculator_is_small(calculator: Calculator) -> None:
    """No calculator has more lines of code than the limit, or than its own, which is given with a reason."""
    slug, module = calculator.slug, calculator.module
    most, _ = LONGER.get(slug, (LIMIT, ""))

    assert code_lines(FOLDER / f"{module}.py") <= most


@pytest.mark.parametrize(("slug", "limit"), [(slug, limit) for slug, (limit, _) in LONGER.items()])
def test_no_exception_outlives_its_reason(slug: str, limit: int) -> None:
    """A longer calculator that got shorter takes its limit along: none has room to grow."""
    lines = code_lines(FOLDER / f"{registry()[slug].module}.py")

    assert LIMIT < lines == limit

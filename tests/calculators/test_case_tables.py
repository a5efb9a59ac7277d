"""Each calculator has its table of cases, worked by hand beside the code, with the edge of what can be entered."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from calculators import registry

if TYPE_CHECKING:
    from calculators.kit.calculator import Calculator

FOLDER = Path(__file__).parent
ENOUGH = 3
"""Cases of a table, and remarks on how they are worked out."""
EDGES = {"0", "100", 0}
"""Nothing, or all of it."""

each_calculator = pytest.mark.parametrize("calculator", registry().values(), ids=registry())


def tables(calculator: Calculator) -> list[tuple[ast.List, list[str]]]:
    """Return the lists of cases that the calculator's test runs over, each with its lines of text."""
    text = (FOLDER / f"test_{calculator.module}.py").read_text(encoding="utf-8")
    tree = ast.parse(text)
    run_over = {
        node.args[1].id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "pytest.mark.parametrize"
        and isinstance(node.args[1], ast.Name)
    }
    return [
        (node.value, text.splitlines()[node.lineno - 1 : node.end_lineno])
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.List)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id in run_over
    ]


def remarks(lines: list[str]) -> int:
    """Count the comments of a table, apart from the line that names the columns."""
    return len([line for line in lines if "#" in line]) - 1


@each_calculator
def test_a_calculator_has_cases_worked_by_hand(calculator: Calculator) -> None:
    """One table has three cases or more, and as many remarks on how they are worked out."""
    assert any(len(cases.elts) >= ENOUGH and remarks(lines) >= ENOUGH for cases, lines in tables(calculator))


@each_calculator
def test_the_cases_reach_an_edge(calculator: Calculator) -> None:
    """At least one case enters or gives nothing, or enters all of it."""
    values = {
        node.value for cases, _ in tables(calculator) for node in ast.walk(cases) if isinstance(node, ast.Constant)
    }

    assert values & EDGES

"""Columns of draws compute, to the last bit, what each draw gives alone."""

from __future__ import annotations

import math
import operator
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calculators import registry
from calculators.kit.columns import Column, each, largest_of, least, log, most, rows_of
from calculators.kit.errors import BadAnswers
from calculators.kit.scenario import Request, prepare
from tests.calculators.conftest import REGISTER
from tests.calculators.strategies import forms

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from calculators.kit.calculator import Calculator

VALUES = [0.25, 3.0, -1.5, 7.0, 2.0, 11.0]


def alone(run: Callable[[Mapping[str, Any]], float], values: list[float]) -> list[float]:
    """Return what `run` gives for each value by itself."""
    return [run({"x": value}) for value in values]


SMOOTH = {
    "sum": lambda x: 2 + x + 1 + x,
    "difference": lambda x: 5 - x - 2,
    "product": lambda x: 3 * x * x,
    "quotient": lambda x: 6 / x / 4,
    "remainder": lambda x: (x % 2) + (7 % x),
    "whole quotient": lambda x: (x // 2) + (7 // x),
    "power": lambda x: abs(x) ** 1.5 + 2**x,
    "signs": lambda x: -x + abs(x) + (+x),
    "rounding": lambda x: math.floor(x) + math.ceil(x) + round(x) + round(x, 1),
    "largest and smallest": lambda x: most(1, x, 2.5) + least(x, 3, 9) + most(1, 2),
    "logarithm": lambda x: log(abs(x)) + each(math.exp, x),
}
BRANCHING = {
    "greater": lambda x: x if x > 2 else -x,
    "comparisons": lambda x: (x < 3) + (x <= 3) + (x >= 3) + (x == 3) + (x != 3),
    "truth": lambda x: 1 / x if x - 3 else 9.0,
    "max": lambda x: max(1, x, 2.5) + min(x, 3),
    "a number in one branch": lambda x: 4 if x > 2 else x,
    "branches in branches": lambda x: (x if x > 5 else 1) if x > 0 else (x if x < -1 else 2),
}
NUMBERS_ONLY = {
    "math": math.exp,
    "text": lambda x: float(f"{x:.3f}") + float(str(x)),
    "key": lambda x: {3.0: 1.0}.get(x, 2.0),
    "int": lambda x: float(int(x)),
}


@pytest.mark.parametrize("function", [*SMOOTH.values(), *BRANCHING.values(), *NUMBERS_ONLY.values()])
def test_each_row_is_what_it_is_alone(function: Callable[[Any], float]) -> None:
    """Whether a row is computed with the others, with those of its branch, or by itself."""

    def run(row: Mapping[str, Any]) -> float:
        return function(row["x"])

    assert rows_of(run, {"x": VALUES}) == alone(run, VALUES)


@pytest.mark.parametrize("function", SMOOTH.values())
def test_without_a_branch_one_run_does_for_all(function: Callable[[Any], float]) -> None:
    """That is what columns are for."""
    runs: list[object] = []

    def run(row: Mapping[str, Any]) -> float:
        runs.append(row)
        return function(row["x"])

    rows_of(run, {"x": VALUES})

    assert len(runs) == 1


def test_two_columns_and_a_constant() -> None:
    """A result that hangs on no column is the same in every row."""
    columns = {"x": VALUES, "y": VALUES[::-1]}

    assert rows_of(lambda row: row["x"] * row["y"], columns) == list(map(operator.mul, VALUES, VALUES[::-1]))
    assert rows_of(lambda _: 3.0, columns) == [3.0] * len(VALUES)
    assert rows_of(lambda _: 3.0, {}) == []


def test_the_largest_has_a_name_where_it_is_one_row() -> None:
    """A name is a text, and so about one row."""
    assert largest_of({"a": 1.0, "b": 3.0, "c": 3.0}) == ("b", 3.0)
    name, largest = largest_of({"a": Column([1.0, 5.0]), "b": 3.0})  # type: ignore[dict-item]
    assert name == ""
    assert rows_of(lambda row: largest_of({"a": row["x"], "b": 3.0})[1], {"x": VALUES}) == [max(v, 3.0) for v in VALUES]
    assert isinstance(largest, Column)


def test_what_goes_wrong_in_a_row_goes_wrong() -> None:
    """A division by zero is not hidden by the others."""
    with pytest.raises(ZeroDivisionError):
        rows_of(lambda row: 1 / row["x"], {"x": [1.0, 2.0, 0.0, 3.0, 4.0, 5.0]})


@pytest.mark.parametrize("calculator", registry().values(), ids=lambda calculator: calculator.slug)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(data=st.data())
def test_every_calculator_gives_the_same_together_and_alone(calculator: Calculator, data: st.DataObject) -> None:
    """The sample, the drivers and the chart rest on it."""
    try:
        scenario = prepare(calculator, Request(data.draw(forms(calculator, REGISTER))), REGISTER)
    except BadAnswers:
        return
    quantities = [spec for spec in calculator.inputs if not spec.is_choice]
    columns = {
        spec.name: data.draw(
            st.lists(st.floats(spec.low, min(spec.high, 1e6)).map(lambda v: round(v, 3)), min_size=9, max_size=9)
        )
        for spec in quantities
    }
    columns = {
        name: [min(max(value, spec.low), spec.high) for value in columns[name]]
        for name, spec in ((spec.name, spec) for spec in quantities)
    }

    apart = [scenario.headline(dict(zip(columns, row, strict=True))) for row in zip(*columns.values(), strict=True)]

    assert scenario.headlines(columns) == apart

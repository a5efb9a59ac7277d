"""What is printed on a receipt adds up to the coin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import registry
from calculators.kit.adding_up import printed
from calculators.kit.answer import Line, item, less, note, total
from calculators.kit.calculator import Calculator, Example
from calculators.kit.engine import Request, answer_request
from calculators.kit.result_words import breakdown
from tests.calculators.conftest import REGISTER

EXAMPLES = [(each, example) for each in registry().values() for example in each.examples]
CASES = [
    # two half cents are both rounded up: the first gives its cent back
    ([item("a", 26.215), item("b", 63.375), total("c", 89.59)], [26.21, 63.38, 89.59]),
    # what is taken off makes up for it before what is put on
    ([item("a", 1462.5), less("b", 1272.375), total("c", 190.125)], [1462.5, 1272.37, 190.13]),
    # nothing is missing
    ([item("a", 1.25), less("b", 0.5), total("c", 0.75)], [1.25, 0.5, 0.75]),
    # lines before the first total stay as they are when the second is made to add up
    (
        [item("a", 10.0), total("b", 10.0), less("c", 0.335), less("d", 0.335), total("e", 9.33), note("n", 0.335)],
        [10.0, 10.0, 0.33, 0.34, 9.33, 0.335],
    ),
    # a loss
    ([item("a", 0.105), less("b", 20.105), less("c", 0.105), total("d", -20.105)], [0.11, 20.11, 0.11, -20.11]),
    # below ten cents amounts are told finer than cents, and left alone
    ([item("a", 0.0151), less("b", 0.0051), total("c", 0.01)], [0.0151, 0.0051, 0.01]),
    # so are other units
    ([item("a", 1.5, unit="coins"), total("b", 1.5, unit="coins")], [1.5, 1.5]),
    # a sum that is wrong is not made right
    ([item("a", 1.0), total("b", 5.0)], [1.0, 5.0]),
    ([], []),
]


@pytest.mark.parametrize(("lines", "amounts"), CASES)
def test_lines_make_up_for_what_rounding_misses(lines: list[Line], amounts: list[float]) -> None:
    """The line that was rounded furthest the wrong way gives or takes a cent."""
    assert printed(lines) == pytest.approx(amounts, abs=1e-9)


@given(st.lists(st.floats(0.2, 1e6), min_size=1, max_size=9), st.lists(st.floats(0.2, 1e6), max_size=9))
def test_any_receipt_adds_up(added: list[float], taken: list[float]) -> None:
    """Whatever the amounts, the printed lines come to the printed total, and none is off by more than a cent."""
    whole = sum(added) - sum(taken)
    lines = [*(item("a", each) for each in added), *(less("b", each) for each in taken), total("c", whole)]
    if abs(whole) < 0.2:
        return
    amounts = printed(lines)

    cents = [round(amount * 100) for amount in amounts]
    assert sum(cents[: len(added)]) - sum(cents[len(added) : -1]) == cents[-1]
    assert all(abs(amount - line.value) < 0.0101 for amount, line in zip(amounts, lines, strict=True))


@pytest.mark.parametrize(
    ("calculator", "example"), EXAMPLES, ids=lambda each: each.slug if isinstance(each, Calculator) else each.name
)
def test_the_receipt_of_each_example_adds_up(calculator: Calculator, example: Example) -> None:
    """As texts, as readers see them: each total is the lines above it less what is taken off."""
    result = answer_request(calculator, Request(dict(example.inputs)), REGISTER)
    lines = result.answer.breakdown
    if any(line.unit != "USD" or 0 < abs(line.value) < 0.1 for line in lines if line.kind != "note"):
        return
    so_far = 0
    for line, seen in zip(lines, breakdown(result), strict=False):
        cents = (
            round(100 * float(seen["text"].replace("$", "").replace(",", "").replace("−", "-")))
            if (line.kind != "note")
            else 0
        )
        if line.kind == "total":
            assert cents == so_far, (line.label, cents, so_far)
        so_far += cents if line.kind in {"item", "less"} else 0

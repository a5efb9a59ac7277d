"""Values that add up: their lines, their steps and their sum."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit.answer import Line, Step
from calculators.kit.columns import Column
from calculators.kit.parts import Part, Parts

MEALS = Parts(
    Part("Bread", 2.0, "{loaves} × {price}"),
    Part("The cheese", 3.5, "{cheese}", "a soft one", "Cheese"),
)


def test_a_part_is_a_line_and_a_step() -> None:
    """$2 of bread and $3.50 of cheese are $5.50; a part may have a shorter name in the working."""
    assert MEALS.sum == 5.5
    assert MEALS.items == (Line("item", "Bread", 2.0), Line("item", "The cheese", 3.5, "USD", "a soft one"))
    assert MEALS.steps("A meal") == (
        Step("Bread", 2.0, "{loaves} × {price}"),
        Step("Cheese", 3.5, "{cheese}"),
        Step("A meal", 5.5, "{Bread} + {Cheese}"),
    )


def test_parts_have_one_unit() -> None:
    """What is not money says so on each line and each step."""
    shares = Parts(Part("Length", 0.38, "{a}"), Part("Team", 0.02, "{b}"), unit="fraction")

    assert {line.unit for line in shares.items} == {step.unit for step in shares.steps("All")} == {"fraction"}


def test_parts_of_columns_add_up_row_by_row() -> None:
    """Draws are worked out together, so a part may hold a column: 1 + 10 and 2 + 10."""
    together = Parts(Part("Sure", 10.0, "{a}"), Part("Unsure", Column([1.0, 2.0]), "{b}")).sum  # type: ignore[arg-type]

    assert isinstance(together, Column)
    assert together.values == [11.0, 12.0]


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=8))
def test_the_sum_is_added_in_the_order_of_the_parts(values: list[float]) -> None:
    """The sum is, to the last bit, what adding the values from left to right gives."""
    parts = Parts(*(Part(str(place), value, "0") for place, value in enumerate(values)))
    running = values[0]
    for value in values[1:]:
        running += value

    assert parts.sum == running
    assert sum(line.value for line in parts.items) == pytest.approx(parts.sum, abs=1e-6)

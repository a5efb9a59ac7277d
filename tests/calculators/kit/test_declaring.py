"""How a calculator is declared: its form, and its examples in words."""

from __future__ import annotations

import dataclasses

import pytest

from calculators.kit.calculator import Example, example
from calculators.kit.errors import DeclarationError
from calculators.kit.inputs import Form, choice, inputs_of, number, yes_no


class Inputs(Form):
    """A form of two fields."""

    viewers: float = number("Viewers", default=50, high=100)
    agency: bool = yes_no("Agency")


def test_a_form_is_a_frozen_record_of_its_fields() -> None:
    """Fields are given by name, keep their defaults and their order, and cannot be changed."""
    given = Inputs(viewers=7)

    assert (given.viewers, given.agency) == (7, False)
    assert [spec.name for spec in inputs_of(Inputs)] == ["viewers", "agency"]
    with pytest.raises(dataclasses.FrozenInstanceError):
        given.viewers = 8
    with pytest.raises(TypeError):
        Inputs(7)  # type: ignore[misc]


def test_a_picked_unit_is_one_of_the_form() -> None:
    """A quantity is counted in the options of a choice beside it, or has a unit of its own."""

    class Nowhere(Form):
        amount: float = number("Amount", counted_in="of", default=1)

    class Twice(Form):
        amount: float = number("Amount", unit="coins", counted_in="of", default=1)
        of: str = choice("Counted in", {"coins": "coins"}, default="coins")

    for declaration in (Nowhere, Twice):
        with pytest.raises(DeclarationError, match="“Amount” is counted in"):
            inputs_of(declaration)


def test_an_example_is_told_in_order() -> None:
    """Named, then what is entered, then what it gives; a remark may follow."""
    room = example("room", "A room").given(viewers="50").gives(32.5, "As seen.")

    assert room == Example("room", "A room", {"viewers": "50"}, 32.5, "As seen.")
    assert example("none", "Untouched").gives(1.0) == Example("none", "Untouched", {}, 1.0)


def test_telling_one_example_leaves_others_alone() -> None:
    """Two examples that begin alike do not share what is entered."""
    begun = example("room", "A room")

    assert begun.given(viewers="5").inputs == {"viewers": "5"}
    assert begun.given(hours="2").inputs == {"hours": "2"}
    assert begun.inputs == {}

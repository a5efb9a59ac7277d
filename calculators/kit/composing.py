"""What a `compute` is composed of: other calculators' inputs, and values that come with the formula they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from calculators.kit.inputs import form_of, inputs_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calculators.kit.answer import Answer
    from calculators.kit.calculator import Calculator
    from calculators.kit.figures import Figures

NOTHING = (0.0, "0")
"""A value that no case gives, with its formula."""


def filled[Asked](declaration: type[Asked], given: object, figures: Figures, **own: Any) -> Asked:  # noqa: ANN401
    """Return another calculator's inputs, to call its `compute` with.

    Each is what `own` says, else what `given` has under the same name, else its figure, else its default.
    """
    values = {}
    for spec in inputs_of(cast("type", declaration)):
        if spec.name in own:
            values[spec.name] = own[spec.name]
        elif hasattr(given, spec.name):
            values[spec.name] = getattr(given, spec.name)
        elif spec.figure:
            values[spec.name] = figures[spec.figure]
    return form_of(declaration, values)


def answer_of(calculator: Calculator, given: object, figures: Figures, **own: Any) -> Answer:  # noqa: ANN401
    """Return what another calculator answers, asked with what `filled` fills in."""
    return calculator.compute(filled(calculator.declaration, given, figures, **own), figures)


def headlines_of(given: object, figures: Figures, *asked: tuple[Calculator, Mapping[str, Any]]) -> list[float]:
    """Return the headlines of other calculators, each asked with what `filled` fills in of its `own`."""
    forms: list[Any] = [filled(calculator.declaration, given, figures, **own) for calculator, own in asked]
    return [
        calculator.compute(form, figures).headline.value for (calculator, _), form in zip(asked, forms, strict=True)
    ]


def case_of(*cases: tuple[bool, float, str]) -> tuple[float, str]:
    """Return the value of the first case that holds, with its formula; nothing where none does."""
    return next(((value, formula) for holds, value, formula in cases if holds), NOTHING)


def figure_of(figures: Figures, *cases: tuple[bool, str]) -> tuple[float, str]:
    """Return the figure of the first case that holds, with its formula; nothing where none does."""
    return next(((figures[key], "{" + key + "}") for holds, key in cases if holds), NOTHING)


def reached(figures: Figures, value: float, rungs: Sequence[tuple[str | float, str]]) -> tuple[float, str]:
    """Return the figure of the first rung that `value` reaches, with its formula; nothing below the last.

    A rung is what is asked for (a figure's key, or a number) and the figure that it brings; the highest comes first.
    """
    asked = [figures[least] if isinstance(least, str) else least for least, _ in rungs]
    return figure_of(figures, *((value >= least, key) for least, (_, key) in zip(asked, rungs, strict=True)))

"""Hypothesis strategies made from declarations: any calculator's form, filled in within its limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from calculators.kit.form_view import plain_entry
from calculators.kit.locales import ENGLISH
from calculators.kit.parsing import SMALLEST

if TYPE_CHECKING:
    from calculators.kit.calculator import Calculator
    from calculators.kit.figures import Register
    from calculators.kit.inputs import Input

WIDEST = 1e6


def texts(spec: Input, options: dict[str, str]) -> st.SearchStrategy[str]:
    """Return the texts that may be entered in one field, an empty one among them where that is allowed."""
    if spec.is_choice:
        return st.sampled_from(sorted(options))
    scale = 100 if spec.kind == "percent" else 1
    low, high = spec.low * scale, min(spec.high * scale, WIDEST)
    numbers = (
        st.integers(int(low), int(high)).map(str)
        if spec.kind == "whole"
        else st.floats(low, high)
        .filter(lambda value: value == 0 or abs(value) >= SMALLEST * 100)
        .map(lambda value: min(max(float(f"{value:.4g}"), low), high))
        .map(lambda v: plain_entry(f"{v:.12g}", ENGLISH))
    )
    return st.just("") | numbers


def forms(calculator: Calculator, register: Register) -> st.SearchStrategy[dict[str, str]]:
    """Return every field of a calculator, filled in within its limits."""
    options = calculator.options(register)
    return st.fixed_dictionaries(
        {spec.name: texts(spec, dict(options.get(spec.name, {}))) for spec in calculator.inputs}
    )

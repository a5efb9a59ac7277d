"""Tax in bands, worked by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.common.bands import band_of, banded, formulas

ENDS, RATES = (100.0, 300.0), (0.1, 0.2, 0.5)
CASES = [
    (0, 0),
    (50, 5),  # 50 × 10 %
    (100, 10),
    (250, 40),  # 10 + 150 × 20 %
    (300, 50),
    (1000, 400),  # 50 + 700 × 50 %
    (-20, 0),  # a loss bears no tax
]


@pytest.mark.parametrize(("income", "tax"), CASES)
def test_each_slice_has_its_rate(income: float, tax: float) -> None:
    """Only what lies in a band is taxed at the band's rate."""
    assert banded(income, ENDS, RATES) == pytest.approx(tax)


@given(income=st.floats(0, 1e6), more=st.floats(0, 1e6))
def test_more_income_is_taxed_more_but_never_all(income: float, more: float) -> None:
    """Tax rises, and by no more than the highest rate of what is added."""
    added = banded(income + more, ENDS, RATES) - banded(income, ENDS, RATES)

    assert -1e-6 <= added <= 0.5 * more + 1e-6


def test_the_formulas_name_each_step_up() -> None:
    """The first rate falls on all, and each band reached adds what it has on top."""
    assert formulas("T", ["e", "f"], ["a", "b", "c"]) == (
        "{T} × {a}",
        "{T} × {a} + ({T} − {e}) × ({b} − {a})",
        "{T} × {a} + ({T} − {e}) × ({b} − {a}) + ({T} − {f}) × ({c} − {b})",
    )


@pytest.mark.parametrize(("income", "band"), [(0, 0), (100, 0), (100.01, 1), (300, 1), (1e9, 2)])
def test_an_income_ends_in_one_band(income: float, band: int) -> None:
    """An income at the end of a band is still in it."""
    assert band_of(income, ENDS) == band

"""The likely range against answers that are known in closed form."""

from __future__ import annotations

import math
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit import uncertainty
from calculators.kit.uncertainty import Spread

Z90 = NormalDist().inv_cdf(0.9)

# The standard deviations of the logarithms; 1.06 is a range from 2 to 30 with 10 between. A zero leaves a place out.
PRODUCTS = [
    (1.06,), (1.06, 0.7), (0.7, 1.06), (1, 0, 0.8), (0.8, 0, 0, 1), (0, 1, 0.8), (1.0, 0.6, 0.4), (0.7,) * 3,
    (0.7, 0.5, 0.6, 0.3), (0.55,) * 5, (0.5,) * 6, (0.45,) * 8,
]  # fmt: skip


def product_sample(sigmas: tuple[float, ...]) -> list[float]:
    """Return the sample of a product of log-normals with median 1."""
    columns = [
        uncertainty.column(Spread(math.exp(-sigma * Z90), 1.0, math.exp(sigma * Z90)), dimension)
        for dimension, sigma in enumerate(sigmas)
    ]
    return sorted(math.prod(row) for row in zip(*columns, strict=True))


@pytest.mark.parametrize("sigmas", PRODUCTS)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_products_of_log_normals_come_out_within_two_percent(sigmas: tuple[float, ...], share: float) -> None:
    """A product of log-normals is log-normal: its percentiles are exp(z · √Σσ²)."""
    exact = math.exp(NormalDist().inv_cdf(share) * math.hypot(*sigmas))

    assert uncertainty.quantile(product_sample(sigmas), share) == pytest.approx(exact, rel=0.02)


def test_every_input_visits_every_stratum_once() -> None:
    """The lattice is a Latin hypercube in each of its dimensions."""
    for dimension in range(12):
        assert sorted(uncertainty.draws(dimension)) == list(uncertainty.deviates())


def test_no_two_inputs_move_together() -> None:
    """The deviates of two inputs are all but uncorrelated."""
    for first in range(8):
        for second in range(first):
            columns = zip(uncertainty.draws(first), uncertainty.draws(second), strict=True)
            assert abs(math.fsum(a * b for a, b in columns)) / uncertainty.SIZE < 0.1


CURVES = [
    # spread, deviates from the median, value
    (Spread(2, 10, 30), -Z90, 2),
    (Spread(2, 10, 30), 0, 10),
    (Spread(2, 10, 30), Z90, 30),
    (Spread(2, 10, 30), 2 * Z90, 90),  # the high side grows by a factor of 3 each step
    (Spread(0, 1, 2), -Z90, 0),  # a side that reaches zero is straight: 1 - 1
    (Spread(0, 1, 2), -2 * Z90, 0),  # and stops at the limit
    (Spread(0, 0, 5), -1, 0),
    (Spread(0, 0, 5), Z90, 5),
    (Spread(7, 7, 7), 2, 7),
]


@pytest.mark.parametrize(("spread", "z", "value"), CURVES)
def test_the_curve_passes_through_low_typical_and_high(spread: Spread, z: float, value: float) -> None:
    """A spread's three numbers are its 10th, 50th and 90th percentile."""
    assert uncertainty.value_at(spread, z, floor=0) == pytest.approx(value)


@given(st.lists(st.floats(0.001, 1000), min_size=3, max_size=3), st.floats(-3, 3), st.floats(-3, 3))
def test_the_curve_never_falls(values: list[float], first: float, second: float) -> None:
    """A higher percentile is never a lower value."""
    spread = Spread(*sorted(values))
    low, high = sorted((first, second))

    assert uncertainty.value_at(spread, low) <= uncertainty.value_at(spread, high) * (1 + 1e-12)


@given(st.floats(0.01, 100), st.floats(0.01, 100))
def test_a_range_with_two_ends_has_its_middle_by_ratio(first: float, second: float) -> None:
    """Between 5 and 20 lies 10, as far from either by ratio."""
    low, high = sorted((first, second))
    spread = uncertainty.from_ends(low, high)

    assert spread.low <= spread.typical <= spread.high
    assert spread.typical**2 == pytest.approx(low * high)


@pytest.mark.parametrize("below", [85, 95, 100, 105, 120])
def test_a_percentile_of_steps_is_one_of_the_steps(below: int) -> None:
    """Where the answer jumps, no value between is made up: with 85 to 120 of 1,009 draws on the lower step."""
    ordered = [0.3] * below + [0.4] * (uncertainty.SIZE - below)

    assert uncertainty.quantile(ordered, 0.1) == (0.3 if below > 100 else 0.4)  # 10 % of 1,009 lies after 100


def test_twenty_dots_stand_for_equal_shares() -> None:
    """The dots of 1..1009 are the middles of twenty equal parts."""
    dots = uncertainty.dots([float(value) for value in range(uncertainty.SIZE)], 20)

    assert dots[0] == 25  # 1009 / 20 / 2
    assert dots[-1] == 983
    assert dots == sorted(dots)

"""The log-normal distribution, against values known without it."""

from __future__ import annotations

import math

import pytest

from calculators.common import lognormal


def test_the_median_of_twitch() -> None:
    """A mean of $222 and a sigma of 2.33 put the middle at about $15 (facts: the leak of 2021)."""
    assert lognormal.median(222, 2.33) == pytest.approx(14.7, abs=0.05)


SHARES = [
    # Tables of the normal distribution: 50 % above the median, 15.866 % above one sigma, 2.275 % above two.
    (1.0, 0.5),
    (math.e, 0.158655),
    (math.e**2, 0.022750),
    (1 / math.e, 0.841345),
]


@pytest.mark.parametrize(("value", "share"), SHARES)
def test_shares_are_those_of_the_tables(value: float, share: float) -> None:
    """With sigma 1 and the median at 1, the mean is e to the one half."""
    assert lognormal.share_above(value, math.exp(0.5), 1.0) == pytest.approx(share, abs=1e-6)


def test_a_quarter_of_twitch_had_more_than_71_dollars() -> None:
    """The research notes put the 75th percentile at about $71."""
    assert lognormal.share_above(71, 222, 2.33) == pytest.approx(0.25, abs=0.002)


@pytest.mark.parametrize(
    ("value", "mean", "sigma", "share"),
    [(0, 5, 2.3, 1.0), (5, 0, 2.3, 0.0), (5, 6, 0, 1.0), (6, 5, 0, 0.0)],
)
def test_the_ends_have_answers(value: float, mean: float, sigma: float, share: float) -> None:
    """Nothing is below zero; no income, nobody above; no inequality, all alike."""
    assert lognormal.share_above(value, mean, sigma) == share

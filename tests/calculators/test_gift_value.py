"""A gift's way from the viewer to the creator: against the researched table, worked by hand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.kit.engine import Result

# For test_properties.py.
RISING = ("count", "share")
EITHER = {"own": "none takes the list's price, which may be more or less than what stands in one's own app"}
NOTHING = [{"share": "0"}]

CASES = [
    # gift, share, coins, web $0.0105, app $0.0151, creator
    ("rose", "50", 1, 0.0105, 0.0151, 0.005),  # 1 × $0.01 × 50 %
    ("doughnut", "50", 30, 0.315, 0.453, 0.15),  # 30 × $0.005
    ("galaxy", "50", 1000, 10.5, 15.1, 5.0),  # 1,000 × $0.005
    ("lion", "50", 29_999, 314.99, 452.98, 149.995),  # 29,999 × $0.005
    ("tiktok_universe", "50", 44_999, 472.49, 679.48, 224.995),  # 44,999 × $0.005
    ("galaxy", "53", 1000, 10.5, 15.1, 5.3),  # the most in the US: 1,000 × $0.0053
    ("galaxy", "100", 1000, 10.5, 15.1, 10.0),  # the ceiling: all of the value, still not what the viewer paid
    ("galaxy", "0", 1000, 10.5, 15.1, 0.0),  # a breach can take it all
]


@pytest.mark.parametrize(("gift", "share", "coins", "web", "app", "creator"), CASES)
def test_follows_a_gift_to_the_creator(
    answer: Callable[..., Result], gift: str, share: str, coins: int, web: float, app: float, creator: float
) -> None:
    """Coins, both prices and the creator's part are those of the table."""
    steps = {step.label: step.value for step in answer("gift-value", gift=gift, share=share).answer.steps}

    assert steps["Coins"] == coins
    assert steps["Paid on the website"] == pytest.approx(web, rel=1e-4)
    assert steps["Paid in the app"] == pytest.approx(app, rel=1e-4)
    assert steps["You get"] == pytest.approx(creator)


def test_the_creators_part_depends_on_where_coins_were_bought(answer: Callable[..., Result]) -> None:
    """Half of the value is about 48 % of a web purchase (0.005 ÷ 0.0105) and 33 % of one in the app (÷ 0.0151)."""
    parts = [answer("gift-value", bought=channel).answer.breakdown[-1].value for channel in ("web", "app")]

    assert parts == pytest.approx([0.005 / 0.0105, 0.005 / 0.0151])


def test_an_amount_below_a_cent_is_shown(answer: Callable[..., Result]) -> None:
    """A Rose brings half a cent, not $0.00."""
    from calculators.kit.result_words import headline_view

    assert headline_view(answer("gift-value", gift="rose"))["exact"] == "$0.005"


def test_a_price_of_ones_own_replaces_the_lists(answer: Callable[..., Result]) -> None:
    """1,200 coins where the list has 1,000 for a Galaxy: 1,200 × $0.005 = $6, and the list is no figure behind it."""
    ours, own = answer("gift-value", gift="galaxy"), answer("gift-value", gift="galaxy", own="1,200")

    assert (ours.answer.headline.value, own.answer.headline.value) == pytest.approx((5.0, 6.0))
    assert "gift_prices.galaxy" in ours.used
    assert "gift_prices.galaxy" not in own.used


def test_two_gifts_cost_twice_as_much(answer: Callable[..., Result]) -> None:
    """There is no discount for many."""
    one, two = (answer("gift-value", gift="lion", count=count).answer.headline.value for count in ("1", "2"))

    assert two == pytest.approx(2 * one)

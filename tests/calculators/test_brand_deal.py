"""Brand deals: worked by hand, from the rate cards of the research notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import registry
from calculators.kit.engine import Request, answer_request
from tests.calculators.conftest import REGISTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.kit.engine import Result

# For test_properties.py.
RISING = ("viewers", "minutes", "rate", "usage")
FALLING = ("manager",)
NOTHING = [{"deal": "live", "viewers": "0"}]

LIVES = [
    # viewers, minutes, $ a viewer-hour, rights, manager, kept
    # 50 × 60 ÷ 60 × 1 = $50 × 0.85 = $42.50
    ("50", "60", "1", "0", "15", 42.5),
    # 345 × 90 ÷ 60 × 0.8 = $414 × 1.25 = $517.50 × 0.9 = $465.75
    ("345", "90", "0.8", "25", "10", 465.75),
    ("0", "60", "1", "0", "15", 0.0),  # nobody there
    ("50", "60", "1", "0", "100", 0.0),  # a manager who takes all
    ("50", "60", "1", "0", "0", 50.0),  # nobody takes a part: the whole deal is the ceiling
]


@pytest.mark.parametrize(("viewers", "minutes", "rate", "usage", "manager", "kept"), LIVES)
def test_a_live_goes_by_viewers_and_hours(
    answer: Callable[..., Result], viewers: str, minutes: str, rate: str, usage: str, manager: str, kept: float
) -> None:
    """Viewers × hours × rate, with rights on top and the manager off."""
    given = {"viewers": viewers, "minutes": minutes, "rate": rate, "usage": usage, "manager": manager}
    result = answer("brand-deal", deal="live", **given)

    assert result.answer.headline.value == pytest.approx(kept)


# The typical prices of the notes: | Post, nano 1k-10k | 20 | 150 | 500 | and so on, less 15 %.
POSTS = [("nano", 127.5), ("micro", 425), ("mid", 2125), ("macro", 5100), ("mega", 17000)]


@pytest.mark.parametrize(("tier", "kept"), POSTS)
def test_a_post_goes_by_followers(answer: Callable[..., Result], tier: str, kept: float) -> None:
    """The middle of the rate cards less the manager's part, whatever the number of viewers."""
    for viewers in ("0", "5000"):
        assert answer("brand-deal", deal="post", tier=tier, viewers=viewers).answer.headline.value == pytest.approx(
            kept
        )


def test_a_post_is_as_unsure_as_the_rate_cards(answer: Callable[..., Result]) -> None:
    """The price is what matters most: $75 to $2,000 against a manager's 10 to 20 percent."""
    result = answer("brand-deal", deal="post", tier="micro")

    assert [driver.key for driver in result.drivers] == ["brand_posts.micro", "manager"]


@settings(max_examples=30, deadline=None)
@given(few=st.integers(0, 5000), more=st.integers(0, 5000), usage=st.integers(0, 300))
def test_more_viewers_and_rights_never_pay_less(few: int, more: int, usage: int) -> None:
    """The headline rises with the audience and with the rights sold."""
    calculator = registry()["brand-deal"]
    asked = [{"viewers": str(few)}, {"viewers": str(few + more)}, {"viewers": str(few + more), "usage": str(usage)}]
    kept = [answer_request(calculator, Request(inputs), REGISTER).answer.headline.value for inputs in asked]

    assert kept == sorted(kept)

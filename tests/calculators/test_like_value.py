"""What likes pay: worked by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import registry
from calculators.kit.engine import Request, answer_request
from calculators.kit.result_words import sentence
from tests.calculators.conftest import REGISTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.kit.engine import Result

# For test_properties.py.
RISING = ("likes", "extra_viewers", "minutes", "coins", "share")
NOTHING = [
    {"likes": "1m"},  # without gifts, any number of likes
]

CASES = [
    # likes, extra viewers per 1,000, minutes, coins, share, pay
    ("1,000", "", "", "", "", 0.0),  # TikTok pays nothing for likes, and nobody is supposed to come
    ("1 million", "0", "60", "100", "50", 0.0),  # no extra viewers: nothing, whatever they would give
    # 10,000 ÷ 1,000 × 5 = 50 viewers × 6 ÷ 60 = 5 hours × 20 coins = 100 coins × $0.01 × 50 % = $0.50
    ("10,000", "5", "6", "20", "50", 0.5),
    # 1,000 ÷ 1,000 × 1 = 1 viewer × 60 ÷ 60 = 1 hour × 10 coins × $0.01 × 44 % = $0.044
    ("1,000", "1", "60", "10", "44", 0.044),
]


@pytest.mark.parametrize(("likes", "extra", "minutes", "coins", "share", "pay"), CASES)
def test_pays_what_is_worked_out_by_hand(
    answer: Callable[..., Result], likes: str, extra: str, minutes: str, coins: str, share: str, pay: float
) -> None:
    """The pay is that of the supposed viewers' gifts, and of nothing else."""
    result = answer("like-value", likes=likes, extra_viewers=extra, minutes=minutes, coins=coins, share=share)

    assert result.answer.headline.value == pytest.approx(pay)


def test_the_us_has_its_own_share(answer: Callable[..., Result]) -> None:
    """1,000 likes and 1 viewer for an hour of 10 coins: $0.05 at 50 %, $0.044 at 44 % in the US."""
    given = {"likes": "1,000", "extra_viewers": "1", "minutes": "60", "coins": "10"}
    world, us = (answer("like-value", region=region, **given).answer.headline.value for region in ("world", "us"))

    assert (world, us) == pytest.approx((0.05, 0.044))


def test_one_like_is_told_in_good_english(answer: Callable[..., Result]) -> None:
    """The verb does not depend on the number."""
    assert sentence(answer("like-value", likes="1")).startswith("For 1 like TikTok pays nothing.")


@settings(max_examples=30, deadline=None)
@given(likes=st.integers(0, 1_000_000_000))
def test_no_number_of_likes_pays_anything_by_itself(likes: int) -> None:
    """By default no like brings anything, and that is certain: no range is shown."""
    result = answer_request(registry()["like-value"], Request({"likes": str(likes)}), REGISTER)

    assert result.answer.headline.value == 0
    assert not result.sample

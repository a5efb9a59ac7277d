"""An agency's offer: worked by hand, and TikTok's word that gifts stay the creator's."""

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
RISING = ("bonus", "chance")
FALLING = ("commission", "cut", "other", "share")
SAME = ("hours", "asked")
EITHER = {
    "diamonds": "the bonus rises with gifts, and so does the agency's cut of them",
}
NOTHING = [{"diamonds": "0", "other": "0"}]

CASES = [
    # diamonds, other, bonus, chance, commission, cut: change
    ("100000", "0", "5", "100", "0", "0", 50.0),  # $1,000 × 5 %
    ("100000", "0", "5", "50", "0", "0", 25.0),  # reached every second month
    ("10000", "500", "5", "50", "15", "0", -72.5),  # $100 × 5 % × 50 % = $2.50, less $75
    ("100000", "0", "0", "50", "0", "10", -50.0),  # 10 % of the $500 kept at a share of 50 %
    ("100000", "200", "5", "100", "10", "10", -20.0),  # 50 − 50 − 20
    ("0", "0", "5", "100", "20", "10", 0.0),  # nothing to take from or to add to
    ("100000", "1000", "0", "0", "100", "100", -1500.0),  # at most all of it: $500 of gifts and $1,000
]


@pytest.mark.parametrize(("diamonds", "other", "bonus", "chance", "commission", "cut", "change"), CASES)
def test_changes_what_is_worked_out_by_hand(
    answer: Callable[..., Result],
    diamonds: str,
    other: str,
    bonus: str,
    chance: str,
    commission: str,
    cut: str,
    change: float,
) -> None:
    """Bonus less cut less commission."""
    result = answer(
        "agency-offer", diamonds=diamonds, other=other, bonus=bonus, chance=chance, commission=commission, cut=cut
    )

    assert result.answer.headline.value == pytest.approx(change)


def test_tiktok_takes_nothing_from_gifts_for_the_agency(answer: Callable[..., Result]) -> None:
    """By TikTok's word of 2023 a contract without bonus and commission changes nothing, however large the gifts."""
    result = answer("agency-offer", diamonds="100m", bonus="0", commission="0")

    assert result.answer.headline.value == 0


def test_the_agency_gets_its_base_of_the_turnover(answer: Callable[..., Result]) -> None:
    """100 million Diamonds are $1 million of turnover, as agencies book them; 8 % of it are $80,000."""
    lines = {line.label: line.value for line in answer("agency-offer", diamonds="100m").answer.breakdown}

    assert lines["TikTok pays the agency, a month"] == pytest.approx(80_000)


def test_twice_the_hours_for_the_same_gifts_halve_the_hour(answer: Callable[..., Result]) -> None:
    """$500 in 20 hours are $25 an hour; with nothing changed but 40 hours, $12.50."""
    result = answer("agency-offer", diamonds="100000", other="0", bonus="0", hours="20", asked="40")
    lines = {line.label: line.value for line in result.answer.breakdown}

    assert lines["Your month, for each hour LIVE"] == pytest.approx(25)
    assert lines["The same with the contract"] == pytest.approx(12.5)
    assert lines["More hours LIVE it asks for"] == 20


@settings(max_examples=40, deadline=None)
@given(
    bonus=st.integers(0, 50), more=st.integers(0, 50), commission=st.integers(0, 100), diamonds=st.integers(0, 10**7)
)
def test_a_better_offer_never_pays_less(bonus: int, more: int, commission: int, diamonds: int) -> None:
    """More bonus never pays less, and a commission never takes more than there is."""
    low, high = (
        answer_request(
            registry()["agency-offer"],
            Request(
                {"bonus": str(n), "commission": str(commission), "diamonds": str(diamonds), "other": "300"},
            ),
            REGISTER,
        ).answer.headline.value
        for n in (bonus, bonus + more)
    )

    assert -300 <= low <= high

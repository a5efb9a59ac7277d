"""LIVE Match: worked by hand; likes move points and never money."""

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
RISING = ("viewers", "coins", "part", "share")
SAME = ("likes",)
EITHER = {
    "minutes": "a longer LIVE has more gifts, over which the same matches are thinner",
    "match_count": "more matches share the same gifts",
}
NOTHING = [{"viewers": "0"}, {"coins": "0", "likes": "100k"}]

CASES = [
    # viewers, minutes, coins, matches, part, share: an hour of matches, an hour without
    # 500 coins: 200 in 20 minutes ($1.00, so $3.00 an hour), 300 in 40 ($1.50, so $2.25)
    ("50", "60", "10", "4", "40", "50", 3.0, 2.25),
    # a third of the time and a third of the gifts: no difference; 600 coins an hour are $3.00
    ("60", "75", "10", "5", "33.333333333333", "50", 3.0, 3.0),
    # no matches: all gifts fall outside, 500 coins are $2.50 an hour
    ("50", "60", "10", "0", "40", "50", 0.0, 2.5),
    # 20 × 5 minutes do not fit in an hour: all of it is matches
    ("50", "60", "10", "20", "40", "50", 2.5, 0.0),
    ("0", "60", "10", "4", "40", "50", 0.0, 0.0),  # nobody there
    ("50", "60", "10", "4", "100", "100", 15.0, 0.0),  # 500 coins, all in 20 minutes, all yours: $5.00 × 3
]


@pytest.mark.parametrize(("viewers", "minutes", "coins", "matches", "part", "share", "inside", "outside"), CASES)
def test_pays_what_is_worked_out_by_hand(
    answer: Callable[..., Result],
    viewers: str,
    minutes: str,
    coins: str,
    matches: str,
    part: str,
    share: str,
    inside: float,
    outside: float,
) -> None:
    """Gifts and time are divided between matches and the rest."""
    result = answer(
        "live-match", viewers=viewers, minutes=minutes, coins=coins, match_count=matches, part=part, share=share
    )
    lines = {line.label: line.value for line in result.answer.breakdown}

    assert result.answer.headline.value == pytest.approx(inside)
    assert lines["An hour without"] == pytest.approx(outside)


def test_says_where_no_time_is_left_outside_matches(answer: Callable[..., Result]) -> None:
    """12 × 5 minutes fill an hour, whatever part was entered; with 11 matches the part counts again."""
    notes = [answer("live-match", minutes="60", match_count=n).answer.breakdown[0].note for n in ("12", "11")]

    assert notes == ["all the time is matches, so all gifts fall in them", ""]


def test_the_chart_goes_along_what_matters(answer: Callable[..., Result]) -> None:
    """More of the gifts in matches bring more an hour of them; more matches of the same gifts would only look worse."""
    result = answer("live-match", part="40")
    heads = [head for _, head in result.series]

    assert result.calculator.sweep == "part"
    assert heads == sorted(heads)


def test_likes_score_and_do_not_pay(answer: Callable[..., Result]) -> None:
    """60 viewers × 20 minutes ÷ 60 × 300 likes = 6,000 points; the money is that of no likes at all."""
    none, many = (answer("live-match", viewers="60", likes=likes).answer for likes in ("0", "300"))
    points = [{line.label: line.value for line in each.breakdown}["Match points from likes"] for each in (none, many)]

    assert points == [0, pytest.approx(6000)]
    assert none.headline == many.headline


def test_a_glove_changes_points_and_not_money(answer: Callable[..., Result]) -> None:
    """Five times the points for a coin: five times the points from gifts, the same dollars."""
    plain, glove = (answer("live-match", figures={"matches.points_per_coin": points}).answer for points in ("1", "5"))
    name = "Match points from gifts"
    points = [{line.label: line.value for line in each.breakdown}[name] for each in (plain, glove)]

    assert points[1] == pytest.approx(5 * points[0])
    assert plain.headline == glove.headline


@settings(max_examples=40, deadline=None)
@given(few=st.integers(0, 500), more=st.integers(0, 500), matches=st.integers(0, 30), part=st.integers(0, 100))
def test_more_viewers_never_bring_less_and_parts_add_up(few: int, more: int, matches: int, part: int) -> None:
    """The pay rises with viewers, and a LIVE's money does not depend on how gifts are divided."""

    def lines(viewers: int, part: int) -> dict[str, float]:
        request = Request({"viewers": str(viewers), "match_count": str(matches), "part": str(part)})
        return {
            line.label: line.value
            for line in answer_request(registry()["live-match"], request, REGISTER).answer.breakdown
        }

    low, high, other = lines(few, part), lines(few + more, part), lines(few, 100 - part)
    assert low["You get, a LIVE"] <= high["You get, a LIVE"]
    assert low["An hour of matches"] <= high["An hour of matches"]
    assert low["You get, a LIVE"] == pytest.approx(other["You get, a LIVE"])

"""US LIVE rewards: the four shares of the research notes, the steps between, and the cap of the league."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import registry
from calculators.kit.engine import Request, answer_request
from calculators.kit.errors import BadAnswers
from tests.calculators.conftest import REGISTER
from tests.calculators.strategies import forms

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.kit.engine import Result

# For test_properties.py.
RISING = ("minutes", "lives", "follows", "team", "league")
FALLING = ("breach", "diamonds")
NOTHING = [
    {"minutes": "4", "lives": "1", "breach": "20"},  # a short LIVE in breach has no share
]

CASES = [
    # minutes, LIVEs, follows, team, league, breach: share
    ("4", "1", "0", "0", "0", "0", 0.20),  # a short LIVE: 20
    ("30", "1", "0", "0", "0", "0", 0.44),  # one of half an hour: 38 + 6
    ("60", "2", "5", "10", "0", "0", 0.49),  # regular: 38 + 2 + 8 + 1
    ("60", "2", "5", "2000", "3", "0", 0.53),  # the most: 38 + 2 + 8 + 2 + 3
    ("4", "7", "0", "0", "0", "0", 0.20),  # short LIVEs earn nothing for the week, however many
    ("25", "2", "0", "0", "0", "0", 0.29),  # not more than 25 minutes: between, and nothing for the week
    ("60", "2", "5", "9", "1", "0", 0.49),  # 38 + 2 + 8 + 0 + 1
    ("4", "1", "0", "0", "0", "20", 0.0),  # 20 − 20
    ("4", "1", "0", "0", "3", "20", 0.03),  # 20 + 3 − 20
    ("60", "2", "5", "10", "0", "20", 0.29),  # 49 − 20
]


@pytest.mark.parametrize(("minutes", "lives", "follows", "team", "league", "breach", "share"), CASES)
def test_adds_up_the_missions(
    answer: Callable[..., Result],
    minutes: str,
    lives: str,
    follows: str,
    team: str,
    league: str,
    breach: str,
    share: float,
) -> None:
    """The parts are those of the newsletter, and their sums those of the research notes."""
    result = answer(
        "us-live-rewards", minutes=minutes, lives=lives, follows=follows, team=team, league=league, breach=breach
    )

    assert result.answer.headline.value == pytest.approx(share)


@pytest.mark.parametrize(("minutes", "share"), [("4", 0.0020), ("30", 0.0044)])
def test_a_coin_in_dollars(answer: Callable[..., Result], minutes: str, share: float) -> None:
    """One coin is one Diamond of a cent: 20 % leave $0.0020 of it and 44 % $0.0044."""
    result = answer("us-live-rewards", minutes=minutes, lives="1", diamonds="1")

    assert result.answer.steps[-1].value == pytest.approx(share)


def test_between_five_and_twenty_five_minutes_only_the_ends_are_known(answer: Callable[..., Result]) -> None:
    """Six minutes and 24 have the same wide range, 20 to 38 %, because how the share climbs is not known."""
    short, long = (answer("us-live-rewards", minutes=minutes) for minutes in ("6", "24"))

    assert short.spread == long.spread
    assert (short.drivers[0].at_low, short.drivers[0].at_high) == pytest.approx((0.20, 0.38))
    assert not answer("us-live-rewards", minutes="26", lives="1").sample


def test_the_league_pays_at_most_its_cap(answer: Callable[..., Result]) -> None:
    """20 million Diamonds are $200,000; 3 % would be $6,000, the cap is $1,000 × 52 ÷ 12 = $4,333.33 a month."""
    given = {"minutes": "60", "lives": "2", "diamonds": "20m"}
    without, best = (answer("us-live-rewards", league=league, **given).answer for league in ("0", "3"))

    assert best.steps[-1].value - without.steps[-1].value == pytest.approx(4333.3333333)


@settings(max_examples=40, deadline=None)
@given(
    minutes=st.integers(1, 200),
    longer=st.integers(0, 100),
    lives=st.integers(0, 9),
    follows=st.integers(0, 9),
    team=st.integers(0, 3000),
)
def test_doing_more_never_pays_less(minutes: int, longer: int, lives: int, follows: int, team: int) -> None:
    """Longer LIVEs, more of them, more followers and a larger team never lower the share; 53 % is the ceiling."""

    def share(add: int) -> float:
        inputs = {"minutes": minutes + longer * add, "lives": lives + add, "follows": follows + add, "team": team + add}
        request = Request({name: str(value) for name, value in inputs.items()} | {"league": "3"})
        return answer_request(registry()["us-live-rewards"], request, REGISTER).answer.headline.value

    assert share(0) <= share(1) <= 0.53 + 1e-12


@pytest.mark.parametrize(
    ("name", "key", "words"),
    [
        ("league", "gifts.us_weekly_league", "The most is 3%"),
        ("breach", "gifts.us_guideline_penalty", "The most is 20%"),
    ],
)
def test_no_part_is_larger_than_the_rules_allow(name: str, key: str, words: str) -> None:
    """The league brings three points and a breach costs twenty at most: the limits are the high ends of the figures."""
    spec = next(spec for spec in registry()["us-live-rewards"].inputs if spec.name == name)

    assert spec.high == REGISTER.on(REGISTER.edition, "us").value(key).high
    with pytest.raises(BadAnswers, match=words):
        answer_request(registry()["us-live-rewards"], Request({name: f"{spec.high * 100 + 0.1:.1f}"}), REGISTER)


@settings(max_examples=60, deadline=None)
@given(form=forms(registry()["us-live-rewards"], REGISTER))
def test_whatever_is_entered_the_share_is_one_that_tiktok_pays(form: dict[str, str]) -> None:
    """From nothing to 53 %, over the whole form."""
    result = answer_request(registry()["us-live-rewards"], Request(form), REGISTER)
    most = REGISTER.on(REGISTER.edition, "us")["gifts.us_share_most"]

    assert 0 <= result.answer.headline.value <= most + 1e-12


def test_no_gifts_no_money(answer: Callable[..., Result]) -> None:
    """Zero in, zero out: the share stays, the money does not."""
    result = answer("us-live-rewards", diamonds="0", league="3")

    assert result.answer.steps[-1].value == 0
    assert result.answer.headline.value > 0

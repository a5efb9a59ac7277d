"""The three levers of gifts: worked by hand, each pulling alike, and in line with the calculator of gift earnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.calculators.conftest import REGISTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.kit.engine import Result

# For test_properties.py.
RISING = ("followers", "reach", "givers", "gift", "likes", "extra_viewers", "minutes", "lives", "share")
FALLING = ("visit",)
NOTHING = [
    {"followers": "0"},
    {"reach": "0"},
    {"givers": "0", "extra_viewers": "5"},
    {"gift": "0", "extra_viewers": "5"},
]

CASES = [
    # followers, viewers of them, givers, coins, likes, people of 1,000 likes, minutes, LIVEs, visit, share: a month
    # 50,000 × 0.1 % = 50 × 120 ÷ 4 = 1,500 people × 1 % × 40 coins × $0.005 = $3 × 6 × 52 ÷ 12 = $78
    (("50000", "0.1", "1", "40", "60", "0", "120", "6", "4", "50"), 78.0),
    # The same, and 50 × 2 × 300 = 30,000 likes ÷ 1,000 × 5 = 150 people more: $78 × 1,650 ÷ 1,500 = $85.80
    (("50000", "0.1", "1", "40", "300", "5", "120", "6", "4", "50"), 85.8),
    # A LIVE shorter than a visit: just the 20 who are there × 5 % × 10 × $0.0053 = $0.053 × 3 × 52 ÷ 12 = $0.689
    (("10000", "0.2", "5", "10", "60", "0", "2", "3", "3", "53"), 0.689),
    (
        ("10000", "0.2", "100", "25", "60", "0", "60", "3", "3", "100"),
        1300.0,
    ),  # all: 400 × $0.25 × 13
    (("0", "0.2", "2", "25", "300", "5", "60", "3", "3", "50"), 0.0),  # no followers, nobody there
    (("10000", "0.2", "0", "25", "300", "5", "60", "3", "3", "50"), 0.0),  # nobody gives, whatever they like
]
NAMES = ("followers", "reach", "givers", "gift", "likes", "extra_viewers", "minutes", "lives", "visit", "share")
DOUBLED = ["With twice the viewers", "With twice the givers", "With gifts of twice the value"]
LEVERS = ("reach", "givers", "gift")


@pytest.mark.parametrize(("texts", "month"), CASES)
def test_pays_what_is_worked_out_by_hand(answer: Callable[..., Result], texts: tuple[str, ...], month: float) -> None:
    """People × those who give × their coins × share, and those whom likes bring."""
    result = answer("gift-levers", **dict(zip(NAMES, texts, strict=True)))

    assert result.answer.headline.value == pytest.approx(month)


def test_each_lever_is_a_bar_and_so_is_what_likes_may_do(answer: Callable[..., Result]) -> None:
    """Number of viewers, engagement rate and gift value are bars; so is the indirect effect of likes, the smallest."""
    drivers = answer("gift-levers").drivers
    widths = {driver.key: driver.at_high - driver.at_low for driver in drivers}

    assert {*LEVERS, "extra_viewers"} <= set(widths)
    assert min(widths[lever] for lever in LEVERS) > widths["extra_viewers"] > 0


@pytest.mark.parametrize("lever", LEVERS)
def test_a_lever_alone_moves_the_month_in_proportion(answer: Callable[..., Result], lever: str) -> None:
    """Three times one lever is three times the month, also with what likes bring; the slip tells it for twice."""
    start = {"reach": "0.2", "givers": "2", "gift": "25", "extra_viewers": "5"}
    once = answer("gift-levers", **start)
    thrice = answer("gift-levers", **{**start, lever: str(3 * float(start[lever]))})
    doubled = [line.value for line in once.answer.breakdown if line.label in DOUBLED]

    assert thrice.answer.headline.value == pytest.approx(3 * once.answer.headline.value)
    assert doubled == pytest.approx([2 * once.answer.headline.value] * 3)


def test_no_lever_is_doubled_beyond_all(answer: Callable[..., Result]) -> None:
    """60 % of the followers cannot be doubled, 50 % can; and so with those who give."""
    told = [
        [line.label for line in answer("gift-levers", **given).answer.breakdown if line.label in DOUBLED]
        for given in ({"reach": "60"}, {"reach": "50", "givers": "51"}, {"reach": "50", "givers": "50"})
    ]

    assert told == [[DOUBLED[1], DOUBLED[2]], [DOUBLED[0], DOUBLED[2]], DOUBLED]


def test_agrees_with_gift_earnings(answer: Callable[..., Result]) -> None:
    """Typical levers give the coins a viewer-hour that gift earnings start from: 20 × 2 % × 25 = 10."""
    levers = answer("gift-levers", followers="10000", reach="0.5").answer.headline.value
    earnings = answer("gift-earnings", viewers="50").answer.headline.value

    assert levers == pytest.approx(earnings) == pytest.approx(32.5)


def test_the_coins_of_a_giver_are_worked_out_from_those_of_a_viewer_hour() -> None:
    """2, 10 and 30 coins ÷ (60 ÷ 3 minutes × 2 %) = 5, 25 and 75."""
    figures = REGISTER.on(REGISTER.edition)
    hour, giver = figures.value("audience.coins_per_viewer_hour"), figures.value("audience.coins_per_giver")
    givers = 60 / figures["audience.visit_minutes"] * figures["audience.session_gifter_share"]

    assert [giver.low, giver.typical, giver.high] == pytest.approx(
        [hour.low / givers, hour.typical / givers, hour.high / givers]
    )

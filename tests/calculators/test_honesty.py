"""What is not sure is not told as sure: two readings of a contradiction, a median by each mean, guesses that say so."""

from __future__ import annotations

import html
import itertools
import re
from typing import TYPE_CHECKING

import pytest

from calculators import registry
from calculators.kit.decision_views import goal_view
from calculators.kit.engine import Request, answer_request
from calculators.kit.formatting import is_money
from calculators.kit.page import calculator_html
from calculators.kit.render import result_html
from calculators.kit.result_words import lowered, notes
from tests.calculators.conftest import REGISTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.kit.calculator import Calculator
    from calculators.kit.engine import Result

each_calculator = pytest.mark.parametrize("calculator", registry().values(), ids=registry())

BARS = [
    # what sources contradict each other on (facts), calculator, inputs, the bar, its two ends
    ("smallest withdrawal (2.4)", "withdrawal", {"balance": "5"}, "minimum", (10, 100)),
    ("what the bank or PayPal takes (2.4)", "take-home", {"region": "world"}, "fee", (0, 0.04)),
    ("share in the US, by missions (2.1)", "gift-earnings", {"region": "us"}, "share", (0.2, 0.53)),
    ("share of a LIVE between the two ends (2.1)", "us-live-rewards", {"minutes": "15"}, None, (0.2, 0.38)),
    ("pay for 1,000 views: a drop or a rise (6)", "video-rewards", {}, "rpm", (0.2, 1.0)),
    ("the app store's fee (7)", "subscriptions", {}, "store_fee", (0.15, 0.3)),
    ("rate cards that do not overlap (8)", "brand-deal", {"deal": "post", "tier": "macro"}, None, (3000, 50_000)),
    ("buyers in a selling LIVE (8)", "shop-affiliate", {}, "buyers", (0.0005, 0.02)),
    ("viewers of followers (9.2)", "gift-levers", {}, "reach", (0.0005, 0.006)),
    ("coins of a viewer-hour (9.2)", "gift-earnings", {}, "coins", (2, 30)),
]


@pytest.mark.parametrize(("what", "slug", "inputs", "key", "ends"), BARS, ids=[what for what, *_ in BARS])
def test_both_readings_are_the_ends_of_a_bar(
    what: str, slug: str, inputs: dict[str, str], key: str | None, ends: tuple[float, float]
) -> None:
    """The bar goes from what one source says to what the other says, and each end is told in money or as a share."""
    result = answer_request(registry()[slug], Request(inputs), REGISTER)
    bars = {driver.key: driver for driver in result.drivers}
    bar = bars[key] if key else next(bar for bar in bars.values() if bar.spread[::2] == ends)

    assert (bar.spread.low, bar.spread.high) == ends, what
    assert bar.at_low != bar.at_high


LINES = [
    # “TikTok takes half” is of the value of the diamonds ($5 of $10), “most” of the app's price ($10.10 of $15.10)
    (
        "coins-diamonds-cash",
        {"bought": "app"},
        {"Value of the diamonds": 10, "TikTok's share of that value": 5, "The viewer pays": 15.1},
    ),
    # 1,000 coins a week × 52 ÷ 12 at $0.0151 and $0.0105: the two prices behind “25 % cheaper”, side by side
    (
        "viewer-spend",
        {"amount": "1000"},
        {"The same coins in the app": 15.1 * 52 / 12, "The same coins on the website": 10.5 * 52 / 12},
    ),
    # the fund pays nothing today, as TikTok's notes say; what pages that still have it open would promise, beside it
    (
        "video-rewards",
        {"views": "100k"},
        {"The Creator Fund pays today": 0, "The Creator Fund would have paid, while it ran": 2.5},
    ),
]


@pytest.mark.parametrize(("slug", "inputs", "lines"), LINES, ids=[slug for slug, *_ in LINES])
def test_both_readings_are_lines_of_the_slip(
    answer: Callable[..., Result], slug: str, inputs: dict[str, str], lines: dict[str, float]
) -> None:
    """Where both claims are true of different things, both things stand on the slip."""
    told = {line.label: line.value for line in answer(slug, **inputs).answer.breakdown}

    assert {label: told[label] for label in lines} == pytest.approx(lines)


def test_the_income_of_hosts_is_told_by_both_readings(answer: Callable[..., Result]) -> None:
    """$63 million in 30 days for the US, $10 million a day for the world: $5 or $25 a day, so more or fewer have it."""
    shares = {line.label: line.value for line in answer("income-goal", goal="500").answer.breakdown}
    value = REGISTER.on(REGISTER.edition).value("audience.mean_income_live_day")

    assert (value.typical, value.high) == (5, 25)
    assert shares["Hosts who have that much"] < shares["Hosts who have that much, then"]


REMARKS = [
    # calculator, inputs, what the figure's remark on the result says of the reading that we do not use
    ("gift-earnings", {}, "older blogs say two coins for one Diamond"),
    ("subscriptions", {}, "three price tiers paid in Diamonds"),
    ("subscriptions", {}, "One blog only, and an agency's account contradicts it"),
    ("video-rewards", {}, "sharp drops around the start of 2026, one blog of a rise"),
    ("video-rewards", {}, "One blog says 50,000 in Japan and South Korea"),
    ("eligibility", {"goal": "video_gifts"}, "10,000 circulates without a source"),
    ("withdrawal", {}, "TikTok's page of 2019 said more than $100"),
    ("viewer-spend", {}, "one blog's 100 coins for $1.29 does not fit"),
    ("brand-deal", {"deal": "post", "tier": "macro"}, "The two rate cards do not even overlap"),
]


@pytest.mark.parametrize(("slug", "inputs", "remark"), REMARKS, ids=[remark[:40] for *_, remark in REMARKS])
def test_a_reading_that_is_not_used_is_told(slug: str, inputs: dict[str, str], remark: str) -> None:
    """Beside the figure that is used stands who says otherwise, on the result itself."""
    shown = html.unescape(result_html(answer_request(registry()[slug], Request(inputs), REGISTER), "test"))

    assert remark in shown


@each_calculator
def test_a_guess_says_so_and_can_be_replaced(calculator: Calculator) -> None:
    """Each figure of grade D behind a result is named as assumed, as its field is, where a number of one's own goes."""
    asked = {spec.figure: spec.label for spec in calculator.inputs}
    form = calculator_html(calculator, {}, REGISTER, "test")
    for inputs in ({}, *(example.inputs for example in calculator.examples)):
        result = answer_request(calculator, Request(inputs), REGISTER)
        guesses = {key: result.figures.value(key) for key in result.shown}
        for key, value in guesses.items():
            if value.row.grade == "D":
                assert lowered(asked.get(key, value.figure.label)) in notes(result)[0], key
                topics = {spec.topic for spec in calculator.inputs}
                assert key in asked or f'name="figure:{key}"' in form or key.partition(".")[0] in topics, key


MEAN = re.compile(r"^(Average|Mean)\b")
"""How the line of an average begins."""


@each_calculator
def test_beside_an_average_of_incomes_stands_the_middle(calculator: Calculator) -> None:
    """The line after a mean of money is the median; where none is published, the mean says that a few pull it up."""
    result = answer_request(calculator, Request({}, target="100"), REGISTER)
    panel = (goal_view(result) or {})["usual"]
    lines = [(line.label, line.note, line.unit) for line in result.answer.breakdown]
    end = ("", "", "")
    told = [*lines, end, *((line["label"], line["note"], "USD") for line in panel), end]

    for (label, remark, unit), (following, *_) in itertools.pairwise(told):
        if MEAN.search(label) and is_money(unit):
            assert "in the middle" in following or "a few pull up" in remark, label


def test_averages_of_incomes_are_found(answer: Callable[..., Result]) -> None:
    """The test above has something to find: hosts beside a goal, and payments by brands."""
    goal = [line.label for line in answer("income-goal").answer.breakdown]
    brand = [line.label for line in answer("brand-deal").answer.breakdown]

    assert [label for label in (*goal, *brand) if MEAN.search(label)] == [
        "Average host, a month",
        "Average payment to a creator",
    ]

"""The mix of income: each stream is what its own calculator says, and the parts add up."""

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
RISING = (
    "viewers",
    "minutes",
    "lives",
    "coins",
    "share",
    "superfans",
    "subscribers",
    "views",
    "deals",
    "selling",
    "units",
)

EMPTY = {
    "viewers": "0",
    "superfans": "0",
    "subscribers": "0",
    "views": "0",
    "deals": "0",
    "selling": "0",
    "units": "0",
}
NOTHING = [EMPTY]


def lines(result: Result) -> dict[str, float]:
    """Return the lines of the slip by label."""
    return {line.label: line.value for line in result.answer.breakdown}


CASES = [
    # stream, what is entered, what it comes to a month
    ("Gifts", {"viewers": "50", "coins": "10", "share": "50", "lives": "3"}, 32.5),  # 500 × $0.005 × 13
    # (10 × $9.99 × 50 % + 20 × $4.99 × 50 %) × 70 % = $34.965 + $34.93
    ("Super Fans and subscribers", {"superfans": "10", "subscribers": "20"}, 69.895),
    ("Video views", {"views": "1m"}, 258.0),  # 1,000,000 × 43 % ÷ 1,000 × $0.60
    ("Brand deals", {"deals": "0.5", "tier": "micro"}, 212.5),  # one every two months: $500 × 85 % ÷ 2
    # 20 × 20 = 400 people × 0.5 % = 2 orders × 26 ÷ 3 = 17.333 × $25 × 90 % × 13 % = $50.70
    ("Selling on LIVE", {"viewers": "20", "selling": "2", "coins": "0"}, 50.7),
    ("Merchandise", {"units": "40"}, 150.0),  # 40 × $25 × (25 % − 10 %)
]


@pytest.mark.parametrize(("stream", "inputs", "month"), CASES)
def test_a_stream_alone_is_all_there_is(
    answer: Callable[..., Result], stream: str, inputs: dict[str, str], month: float
) -> None:
    """With one stream entered the total is that stream, and everything hangs on it."""
    result = answer("income-mix", **(EMPTY | inputs))

    assert lines(result)[stream] == pytest.approx(month)
    assert result.answer.headline.value == pytest.approx(month)
    assert lines(result)["Hangs on one alone"] == 1.0
    assert lines(result)["Without that one"] == pytest.approx(0)


def test_one_sells_in_no_more_lives_than_there_are(answer: Callable[..., Result]) -> None:
    """Without a LIVE nothing is sold on one; with 2 LIVEs a week, 5 that sell are 2: $50.70, as in the table."""
    none, two, many = (
        lines(answer("income-mix", **EMPTY | {"viewers": "20", "coins": "0", "lives": lives, "selling": selling}))
        for lives, selling in (("0", "5"), ("2", "2"), ("2", "5"))
    )

    assert none["Selling on LIVE"] == 0
    assert many["Selling on LIVE"] == two["Selling on LIVE"] == pytest.approx(50.7)


def test_nothing_in_gives_nothing_out(answer: Callable[..., Result]) -> None:
    """Without viewers, members, views, deals and goods there is no income, and nothing to hang on."""
    result = answer("income-mix", **EMPTY)

    assert result.answer.headline.value == 0
    assert lines(result)["Hangs on one alone"] == 0


@settings(max_examples=20, deadline=None)
@given(
    viewers=st.integers(0, 5000),
    lives=st.integers(0, 14),
    region=st.sampled_from(["world", "us"]),
    fans=st.integers(0, 500),
    units=st.integers(0, 500),
    tier=st.sampled_from(["nano", "micro", "mid", "macro", "mega"]),
)
def test_each_stream_is_what_its_own_calculator_says(
    viewers: int, lives: int, region: str, fans: int, units: int, tier: str
) -> None:
    """The other calculators, asked on their own, give the same sums: they are used, not copied."""

    def ask(slug: str, **inputs: str) -> Result:
        return answer_request(registry()[slug], Request(inputs), REGISTER)

    def alone(slug: str, **inputs: str) -> float:
        return ask(slug, **inputs).answer.headline.value

    mix = ask(
        "income-mix",
        viewers=str(viewers),
        lives=str(lives),
        selling=str(lives),
        region=region,
        superfans=str(fans),
        subscribers=str(fans),
        deals="1",
        tier=tier,
        units=str(units),
    )
    told = lines(mix)

    assert told["Gifts"] == pytest.approx(alone("gift-earnings", viewers=str(viewers), lives=str(lives), region=region))
    assert told["Selling on LIVE"] == pytest.approx(alone("shop-affiliate", viewers=str(viewers), lives=str(lives)))
    assert told["Merchandise"] == pytest.approx(alone("merch-profit", units=str(units)))
    assert told["Brand deals"] == pytest.approx(alone("brand-deal", deal="post", tier=tier))
    assert told["Super Fans and subscribers"] == pytest.approx(
        alone("subscriptions", superfans=str(fans), subscribers=str(fans), region=region)
    )


@settings(max_examples=30, deadline=None)
@given(
    field=st.sampled_from(["viewers", "superfans", "subscribers", "views", "deals", "selling", "units"]),
    few=st.integers(0, 50),
    more=st.integers(0, 50),
)
def test_more_of_a_stream_never_brings_less(field: str, few: int, more: int) -> None:
    """The total rises with each stream, and the largest part is never less than an equal part of the six."""
    low, high = (
        answer_request(registry()["income-mix"], Request({field: str(n)}), REGISTER) for n in (few, few + more)
    )

    assert low.answer.headline.value <= high.answer.headline.value + 1e-9
    assert 1 / 6 <= lines(high)["Hangs on one alone"] <= 1

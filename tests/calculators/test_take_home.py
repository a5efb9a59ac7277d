"""Take-home pay: worked by hand, and money conserved from the viewer to the pocket."""

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
RISING = ("tips",)
FALLING = ("state", "rate")
SAME = ("minutes", "lives", "preparation", "share")
US_STEP = "self-employment tax falls due at once, at net earnings of $400 a year: see the test of that step below"
EITHER = {
    "amount": US_STEP,
    "fee": US_STEP,
    "agency": US_STEP,
    "costs": US_STEP,
    "other": "a wage lifts the rate of income tax, and uses up what social security falls on",
    "pound": "the UK's allowances are worth more dollars, and so are its bands",
}
NOTHING = [{"amount": "0"}]

CASES = [
    # $1,000 − 4 % = $960 − 10 % = $864 − $64 = $800 − 30 % = $560
    ({"amount": "1000", "region": "world", "fee": "4", "agency": "10", "costs": "64", "rate": "30"}, 560.0),
    ({"amount": "0", "region": "us"}, 0.0),  # nothing in, nothing out
    ({"amount": "0", "region": "uk"}, 0.0),
    ({"amount": "0", "region": "world"}, 0.0),
    ({"amount": "100", "region": "world", "fee": "0", "costs": "150"}, -50.0),  # a loss bears no tax
    ({"amount": "100", "region": "world", "fee": "0", "rate": "0"}, 100.0),  # the whole payout is the ceiling
    # $36 × 12 = $432 × 92.35 % = $398.952 is below $400: no self-employment tax, only the state's 4 %, $1.44 a month
    ({"amount": "36", "region": "us"}, 34.56),
    # $80 × 12 = $960 is £727 at 1.32: within the trading allowance, so only the bank's 3 % go
    ({"amount": "80", "region": "uk", "fee": "3", "pound": "1.32", "other": "40000"}, 77.6),
]


@pytest.mark.parametrize(("inputs", "pocket"), CASES)
def test_leaves_what_is_worked_out_by_hand(
    answer: Callable[..., Result], inputs: dict[str, str], pocket: float
) -> None:
    """Fees, agency, costs, then tax on what remains."""
    assert answer("take-home", **inputs).answer.headline.value == pytest.approx(pocket, abs=1e-9)


amounts = st.integers(0, 5_000_000).map(lambda cents: f"{cents / 100:.2f}")
percents = st.integers(0, 100).map(str)


@settings(max_examples=120, deadline=None)
@given(
    inputs=st.fixed_dictionaries(
        {
            "amount": amounts,
            "region": st.sampled_from(["us", "uk", "world"]),
            "bought": st.sampled_from(["app", "web"]),
            "share": st.integers(1, 100).map(str),
            "fee": percents,
            "agency": percents,
            "costs": amounts,
            "other": amounts,
            "tips": amounts,
            "state": percents,
            "rate": percents,
        }
    )
)
def test_money_is_conserved(inputs: dict[str, str]) -> None:
    """What the viewers paid is what store, TikTok, processor, agency, costs, tax and pocket got, to the cent."""
    lines = answer_request(registry()["take-home"], Request(inputs), REGISTER).answer.breakdown
    paid = sum(line.value for line in lines if line.kind == "item")
    taken = sum(line.value for line in lines if line.kind == "less")
    pocket = [line.value for line in lines if line.kind == "total"][-1]

    assert paid == pytest.approx(taken + pocket, abs=0.005)
    assert all(line.value >= -1e-9 for line in lines if line.kind == "less"), "nobody on the way pays in"
    assert pocket <= float(inputs["amount"]) + 1e-9


@settings(max_examples=40, deadline=None)
@given(
    amount=st.integers(40, 50_000),
    more=st.integers(0, 50_000),
    region=st.sampled_from(["us", "uk", "world"]),
    other=st.sampled_from(["0", "30000", "180000"]),
)
def test_a_higher_payout_never_leaves_less(amount: int, more: int, region: str, other: str) -> None:
    """The pocket rises with the payout, from $40 a month on.

    Below lies the one true step: at net earnings of $400 a year, $36.09 a month, US self-employment tax falls on all.
    """
    calculator = registry()["take-home"]
    low, high = (
        answer_request(
            calculator, Request({"amount": str(each), "region": region, "other": other}), REGISTER
        ).answer.headline.value
        for each in (amount, amount + more)
    )

    assert low <= high + 1e-9


def test_an_hour_counts_the_preparation(answer: Callable[..., Result]) -> None:
    """$390 over 3 LIVEs of an hour a week, 13 hours, and as many of preparation: $15 an hour."""
    given = {"amount": "390", "region": "world", "fee": "0", "rate": "0", "minutes": "60", "lives": "3"}
    result = answer("take-home", preparation="1", **given)

    lines = {line.label: line.value for line in result.answer.breakdown}
    assert lines["An hour of work, preparation included"] == pytest.approx(15.0)


def test_tells_how_usual_the_payout_is(answer: Callable[..., Result]) -> None:
    """The lines are those of the income goal, for the same payout and the same LIVEs: nobody's pocket is published."""
    labels = ("Average host, a month", "Host in the middle, a month")
    home, goal = (
        {line.label: line.value for line in answer(slug, lives="3", **given).answer.breakdown}
        for slug, given in (("take-home", {"amount": "500"}), ("income-goal", {"goal": "500"}))
    )

    assert [home[label] for label in labels] == [goal[label] for label in labels]
    assert home["Hosts with such a payout"] == goal["Hosts who have that much"]


def test_a_payout_that_cannot_be_had_says_so() -> None:
    """$31,775 a month is more than $1,000 on each of 31 days."""
    example = next(example for example in registry()["take-home"].examples if example.name == "top-us")

    assert float(example.inputs["amount"].replace(",", "")) > 31 * REGISTER.on(REGISTER.edition)["payouts.maximum_day"]
    assert "more than the $1,000 a day that TikTok pays out at most" in example.note


def test_the_us_pays_no_conversion_unless_it_says_so(answer: Callable[..., Result]) -> None:
    """Paid in dollars and kept in dollars, nothing is lost; elsewhere 3 percent."""
    us, uk = (answer("take-home", region=region, amount="100") for region in ("us", "uk"))

    assert [line.value for line in us.answer.breakdown if line.label.startswith("PayPal")] == [0.0]
    assert [line.value for line in uk.answer.breakdown if line.label.startswith("PayPal")] == [pytest.approx(3.0)]

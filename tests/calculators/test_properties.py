"""What holds of all calculators: no cent gets lost on the way, more never pays less, nothing comes of nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calculators import registry
from calculators.kit.errors import BadAnswers
from calculators.kit.scenario import Request, Scenario, prepare
from tests.calculators.conftest import REGISTER
from tests.calculators.strategies import forms, texts

if TYPE_CHECKING:
    from calculators.kit.calculator import Calculator

CENT = 0.005
"""Half a cent: what two amounts may differ by and be the same to the cent."""

percents = st.integers(0, 100).map(str)
amounts = st.integers(0, 200_000).map(lambda cents: f"{cents / 100:.2f}")


def ask(slug: str, **inputs: str) -> Scenario:
    """Answer one form by one calculator."""
    return prepare(registry()[slug], Request(inputs), REGISTER)


def lines(scenario: Scenario) -> dict[str, float]:
    """Return the receipt by label."""
    return {line.label: line.value for line in scenario.answer.breakdown}


def headline(slug: str, inputs: dict[str, str]) -> float:
    """Return the amount at the top of the slip."""
    return ask(slug, **inputs).answer.headline.value


@settings(max_examples=150, deadline=None)
@given(
    coins=st.integers(0, 1_000_000),
    share=st.integers(1, 100).map(str),
    bought=st.sampled_from(["app", "web"]),
    region=st.sampled_from(["us", "uk", "world"]),
    store_fee=percents,
    fee=percents,
    cut=percents,
    rates=st.tuples(percents, percents, amounts, amounts, amounts),
)
def test_money_is_conserved_from_the_viewer_to_the_pocket(  # the hands it passes through
    coins: int,
    share: str,
    bought: str,
    region: str,
    store_fee: str,
    fee: str,
    cut: str,
    rates: tuple[str, str, str, str, str],
) -> None:
    """Paid by the viewer = store + TikTok + processor + agency + costs + tax + creator, through three calculators."""
    place = "us" if region == "us" else "world"
    spent = lines(ask("viewer-spend", amount=str(coins), bought=bought, region=place, share=share, store_fee=store_fee))
    payout = spent["The creator gets"]
    home = ask(
        "take-home",
        amount=f"{payout:.15f}",
        region=region,
        share=share,
        bought=bought,
        fee=fee,
        agency=cut,
        state=rates[0],
        rate=rates[1],
        costs=rates[2],
        other=rates[3],
        tips=rates[4],
    )
    kept = lines(home)
    taken = {line.label: line.value for line in home.answer.breakdown if line.kind == "less"}
    own = ("Store fee, tax and coin margin", "TikTok keeps")
    tax = sum(value for label, value in taken.items() if label not in {*own, *FEES})
    hands = (spent["The app store keeps"], spent["TikTok keeps"], *(taken[label] for label in FEES), tax)

    assert abs(spent["You pay, a month"] - sum(hands) - kept["In your pocket, a month"]) < CENT
    # Told from the creator's end, the same viewer paid the same, and store and TikTok have the same between them.
    assert abs(spent["You pay, a month"] - kept["The viewer pays"]) < CENT
    assert abs(spent["The app store keeps"] + spent["TikTok keeps"] - sum(taken[label] for label in own)) < CENT
    # The contract that the agency offered takes what then goes missing, of what the bank left.
    offer = ask("agency-offer", diamonds=f"{coins * 52 / 12:.12f}", share=share, cut=cut, bonus="0", commission="0")
    assert abs(lines(offer)["Cut of your gift money"] * (1 - int(fee) / 100) - taken["Agency"]) < CENT


FEES = ("PayPal, bank and change of currency", "Agency", "Your costs")


RISING = {
    "agency-offer": ("bonus", "chance"),
    "brand-deal": ("viewers", "minutes", "rate", "usage"),
    "coins-diamonds-cash": ("amount", "share"),
    "gift-earnings": ("viewers", "minutes", "lives", "coins", "share"),
    "gift-levers": ("followers", "reach", "givers", "gift", "likes", "extra_viewers", "minutes", "lives", "share"),
    "gift-value": ("count", "share"),
    "growth": ("goal",),
    "income-goal": ("goal",),
    "income-mix": (
        *("viewers", "minutes", "lives", "coins", "share"),
        *("superfans", "subscribers", "views", "deals", "selling", "units"),
    ),
    "like-value": ("likes", "extra_viewers", "minutes", "coins", "share"),
    "live-match": ("viewers", "coins", "part", "share"),
    "merch-profit": ("margin",),
    "shop-affiliate": ("viewers", "minutes", "lives", "buyers", "order", "commission"),
    "subscriptions": ("superfans", "subscribers", "price"),
    "take-home": ("tips",),
    "us-live-rewards": ("minutes", "lives", "follows", "team", "league"),
    "video-rewards": ("views", "qualified", "rpm", "age", "followers"),
    "viewer-spend": ("amount",),
    "withdrawal": ("minimum", "days"),
}
"""Inputs of which more never makes the headline less."""

FALLING = {
    "agency-offer": ("commission", "cut", "other", "share"),
    "brand-deal": ("manager",),
    "eligibility": ("followers", "age", "views"),
    "gift-levers": ("visit",),
    "growth": ("growth", "viewers"),
    "income-goal": ("minutes", "lives", "coins", "share"),
    "merch-profit": ("returns", "fixed", "shipping"),
    "shop-affiliate": ("returns", "visit"),
    "subscriptions": ("store_fee",),
    "take-home": ("state", "rate"),
    "us-live-rewards": ("breach", "diamonds"),
    "withdrawal": ("earned", "limit"),
}
"""Inputs of which more never makes the headline more: fees, returns; and years and followers, where conditions miss."""

SAME = {
    "agency-offer": ("hours", "asked"),
    "income-goal": ("viewers",),
    "live-match": ("likes",),
    "subscriptions": ("churn", "new"),
    "take-home": ("minutes", "lives", "preparation", "share"),
    "viewer-spend": ("store_fee", "share"),
}
"""Inputs that do not touch the headline, but other lines. Likes are among them: points are not money."""

US_STEP = "self-employment tax falls due at once, at net earnings of $400 a year: see take-home's own test of that step"
EITHER = {
    ("agency-offer", "diamonds"): "the bonus rises with gifts, and so does the agency's cut of them",
    ("live-match", "minutes"): "a longer LIVE has more gifts, over which the same matches are thinner",
    ("live-match", "match_count"): "more matches share the same gifts",
    ("merch-profit", "units"): "an item may be sold at a loss",
    ("merch-profit", "price"): "an item may be sold at a loss",
    ("take-home", "amount"): US_STEP,
    ("take-home", "fee"): US_STEP,
    ("take-home", "agency"): US_STEP,
    ("take-home", "costs"): US_STEP,
    ("take-home", "other"): "a wage lifts the rate of income tax, and uses up what social security falls on",
    ("take-home", "pound"): "the UK's allowances are worth more dollars, and so are its bands",
    ("withdrawal", "balance"): "a larger balance reaches the minimum sooner, and takes more days at the daily limit",
}
"""Inputs of which more may do either, and why."""


def test_each_quantity_has_its_direction() -> None:
    """Every quantity of every calculator is in one of the tables, once: a new input cannot be forgotten."""
    placed = [(slug, name) for table in (RISING, FALLING, SAME) for slug, names in table.items() for name in names]
    asked = [(slug, spec.name) for slug, each in registry().items() for spec in each.inputs if not spec.is_choice]

    assert sorted([*placed, *EITHER]) == sorted(asked)


DIRECTIONS = [
    pytest.param(registry()[slug], name, sign, id=f"{slug}-{name}")
    for sign, table in ((1, RISING), (-1, FALLING), (0, SAME))
    for slug, names in table.items()
    for name in names
]


@pytest.mark.parametrize(("calculator", "name", "sign"), DIRECTIONS)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(data=st.data())
def test_more_moves_the_headline_one_way_only(
    calculator: Calculator, name: str, sign: int, data: st.DataObject
) -> None:
    """Whatever else is entered: more viewers, gifts or sales never pay less, and more fees never pay more."""
    spec = next(spec for spec in calculator.inputs if spec.name == name)
    form = data.draw(forms(calculator, REGISTER))
    two = sorted((data.draw(texts(spec, {}).filter(bool)), data.draw(texts(spec, {}).filter(bool))), key=float)

    less, more = (headline(calculator.slug, form | {name: text}) for text in two)

    assert sign * less <= sign * more + 1e-9 * max(1.0, abs(more))
    if not sign:
        assert less == more


NOTHING = [
    ("agency-offer", {"diamonds": "0", "other": "0"}),
    ("brand-deal", {"deal": "live", "viewers": "0"}),
    ("coins-diamonds-cash", {"amount": "0"}),
    ("gift-earnings", {"viewers": "0"}),
    ("gift-earnings", {"lives": "0"}),
    ("gift-earnings", {"coins": "0"}),
    ("gift-earnings", {"share": "0"}),
    ("gift-levers", {"followers": "0"}),
    ("gift-levers", {"reach": "0"}),
    ("gift-levers", {"givers": "0", "extra_viewers": "5"}),
    ("gift-levers", {"gift": "0", "extra_viewers": "5"}),
    ("gift-value", {"share": "0"}),
    ("growth", {"viewers": "100", "goal": "100"}),  # nothing to wait for
    (
        "income-mix",
        dict.fromkeys(("viewers", "superfans", "subscribers", "views", "deals", "selling", "units"), "0"),
    ),
    ("like-value", {"likes": "1m"}),  # without gifts, any number of likes
    ("live-match", {"viewers": "0"}),
    ("live-match", {"coins": "0", "likes": "100k"}),
    ("merch-profit", {"units": "0", "fixed": "0"}),
    ("shop-affiliate", {"viewers": "0"}),
    ("shop-affiliate", {"commission": "0"}),
    ("shop-affiliate", {"returns": "100"}),
    ("subscriptions", {"superfans": "0", "subscribers": "0"}),
    ("subscriptions", {"store_fee": "100"}),
    ("take-home", {"amount": "0"}),
    ("us-live-rewards", {"minutes": "4", "lives": "1", "breach": "20"}),  # a short LIVE in breach has no share
    ("video-rewards", {"views": "0"}),
    ("viewer-spend", {"amount": "0"}),
]


@pytest.mark.parametrize(("slug", "inputs"), NOTHING)
def test_nothing_comes_of_nothing(slug: str, inputs: dict[str, str]) -> None:
    """Without viewers, gifts, sales or a share there is no money, and no line that invents some."""
    scenario = ask(slug, **inputs)

    assert scenario.answer.headline.value == 0
    totals = [line.value for line in scenario.answer.breakdown if line.kind == "total"]
    assert totals[-1:] in ([], [0.0])


NEVER_NOTHING = {
    "eligibility": "counts conditions, and none of them comes of nothing",
    "income-goal": "a goal is one dollar at least; without viewers, time or gifts it cannot be reached at all",
    "withdrawal": "tells days; that nothing arrives of nothing is a case of its own table",
}
"""Calculators whose headline is not nothing where nothing goes in, and why."""


def test_each_calculator_is_asked_with_nothing() -> None:
    """Nothing comes of nothing in every calculator but those whose headline is no sum."""
    assert {slug for slug, _ in NOTHING} | set(NEVER_NOTHING) == set(registry())


PARTS_OF_A_WHOLE = [
    pytest.param(calculator.slug, spec.name, id=f"{calculator.slug}-{spec.name}")
    for calculator in registry().values()
    for spec in calculator.inputs
    if spec.kind == "percent" and spec.high == 1
]


@pytest.mark.parametrize(("slug", "name"), PARTS_OF_A_WHOLE)
def test_no_part_is_more_than_the_whole(slug: str, name: str) -> None:
    """Every share, fee and rate ends at 100 percent, which can be entered, and not a tenth above."""
    assert ask(slug, **{name: "100"}).reading.values[name] == 1
    with pytest.raises(BadAnswers, match=f"{name}: The most is 100%"):
        ask(slug, **{name: "100.1"})


SHARED = [calculator.slug for calculator in registry().values() if "share" in {spec.name for spec in calculator.inputs}]


@pytest.mark.parametrize("slug", SHARED)
def test_a_share_of_100_percent_is_the_ceiling(slug: str) -> None:
    """No more than all can be had; where TikTok's part of the gifts is a line, nothing is left of it."""
    whole = ask(slug, share="100")
    with pytest.raises(BadAnswers, match=r"share: The most is 100%"):
        ask(slug, share="100.1")

    if slug != "viewer-spend":  # there TikTok also has the margin on coins
        assert lines(whole).get("TikTok keeps", 0) == pytest.approx(0)

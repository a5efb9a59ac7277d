"""What holds of all calculators: no cent gets lost on the way, more never pays less, nothing comes of nothing.

Each calculator's own test says what to expect of it:

    RISING = ("viewers", "minutes")  # inputs of which more never makes the headline less
    FALLING = ("fee",)  # inputs of which more never makes it more
    SAME = ("likes",)  # inputs that do not touch the headline, but other lines
    EITHER = {"units": "an item may be sold at a loss"}  # inputs that may do either, and why
    NOTHING = [{"viewers": "0"}]  # entries of which nothing comes; or
    NEVER_NOTHING = "counts conditions, and none of them comes of nothing"  # why there are none
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

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

SIGNS = {"RISING": 1, "FALLING": -1, "SAME": 0}
"""The names under which a calculator's test lists inputs, and which way these move the headline."""
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
    own = ("Store fee, tax and coin margin", "TikTok's share of that value")
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


def declared(calculator: Calculator, name: str) -> Any:  # noqa: ANN401  whatever stands there
    """Return what a calculator's own test says under a name; empty where it says nothing."""
    return getattr(importlib.import_module(f"tests.calculators.test_{calculator.module}"), name, ())


@pytest.mark.parametrize("calculator", registry().values(), ids=registry())
def test_each_quantity_has_its_direction(calculator: Calculator) -> None:
    """Every quantity is named once in one of the four, with a reason in the last: a new input cannot be forgotten."""
    placed = [name for table in (*SIGNS, "EITHER") for name in declared(calculator, table)]

    assert sorted(placed) == sorted(spec.name for spec in calculator.inputs if not spec.is_choice)
    assert all(dict(declared(calculator, "EITHER")).values())


DIRECTIONS = [
    pytest.param(calculator, name, sign, id=f"{slug}-{name}")
    for slug, calculator in registry().items()
    for table, sign in SIGNS.items()
    for name in declared(calculator, table)
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
    pytest.param(slug, inputs, id=f"{slug}-{'-'.join(inputs)}")
    for slug, calculator in registry().items()
    for inputs in declared(calculator, "NOTHING")
]


@pytest.mark.parametrize(("slug", "inputs"), NOTHING)
def test_nothing_comes_of_nothing(slug: str, inputs: dict[str, str]) -> None:
    """Without viewers, gifts, sales or a share there is no money, and no line that invents some."""
    scenario = ask(slug, **inputs)

    assert scenario.answer.headline.value == 0
    totals = [line.value for line in scenario.answer.breakdown if line.kind == "total"]
    assert totals[-1:] in ([], [0.0])


@pytest.mark.parametrize("calculator", registry().values(), ids=registry())
def test_each_calculator_is_asked_with_nothing(calculator: Calculator) -> None:
    """Nothing comes of nothing in every calculator but those whose headline is no sum, which say why."""
    assert bool(declared(calculator, "NOTHING")) != bool(declared(calculator, "NEVER_NOTHING"))


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
        assert lines(whole).get("TikTok's share of that value", 0) == pytest.approx(0)

"""From what a viewer pays to what is left in the creator's pocket, and what that makes an hour."""

from __future__ import annotations

from calculators import coins_diamonds_cash
from calculators.common import hosts, taxes
from calculators.common import inputs as common
from calculators.common.formulas import HOURS_LIVE
from calculators.kit.author import Answer, Calculator, Figures, Step, example, less, note, total, usd
from calculators.kit.composing import answer_of
from calculators.kit.inputs import Form, money, number, percent


class Inputs(Form):
    """What TikTok pays out, what comes off it, and the time it took."""

    amount: float = money(
        "Payout for gifts, a month", default=500, high=10_000_000, help="What leaves TikTok, before fees and tax."
    )
    region: str = taxes.place()
    fee: float = percent(
        "Lost to PayPal or the bank",
        figure="payouts.fx_fee",
        help="Mostly the change into your currency. Enter 0 if you are paid in dollars and keep them.",
    )
    agency: float = percent(
        "Your agency takes",
        figure="gifts.agency_cut",
        known=True,
        help="TikTok pays LIVE agencies from its own part. If yours takes from you, enter it.",
    )
    costs: float = money("Your costs, a month", default=0.0, high=1_000_000, help="Phone, light, internet, props.")
    other: float = taxes.other()
    state: float = taxes.state()
    tips: float = taxes.tips()
    pound: float = taxes.pound()
    rate: float = taxes.rate()
    minutes: float = common.minutes()
    lives: float = common.lives()
    preparation: float = number(
        "Preparation for each hour LIVE", unit="hours", figure="audience.preparation_hours", high=100
    )
    bought: str = common.bought()
    share: float = common.share(low=0.001)


def compute(given: Inputs, figures: Figures) -> Answer:
    """Follow the money from the viewer down to the pocket, then divide it by the hours."""
    paid = answer_of(coins_diamonds_cash.CALCULATOR, given, figures, of="kept")
    fee = given.amount * given.fee
    agency = (given.amount - fee) * given.agency
    profit = given.amount - fee - agency - given.costs
    takings, costs = given.amount * 12, (fee + agency + given.costs) * 12
    tax = taxes.tax_of(takings, costs, profit * 12, given, figures)
    pocket = profit - tax.year / 12
    hours = given.minutes / 60 * given.lives * 52 / 12 * (1 + given.preparation)
    an_hour = pocket / hours if hours else 0.0
    part = pocket / paid.breakdown[0].value if given.amount else 0.0
    return Answer(
        headline=usd("In your pocket, a month", pocket),
        breakdown=(
            *paid.breakdown,
            less("PayPal, bank and change of currency", fee),
            less("Agency", agency),
            less("Your costs", given.costs),
            total("Before tax", profit),
            *tax.lines,
            total("In your pocket, a month", pocket),
            note("An hour of work, preparation included", an_hour),
            note("Your part of what viewers paid", part, unit="fraction"),
            *hosts.usual(given.amount, given, figures, "Hosts with such a payout"),
        ),
        steps=(
            *paid.steps,
            Step("Takings, a year", takings, "{amount} × 12"),
            Step("Costs, a year", costs, "({amount} × {fee} + {amount} × (1 − {fee}) × {agency} + {costs}) × 12"),
            Step("Profit, a year", profit * 12, "{Takings, a year} − {Costs, a year}"),
            *tax.steps,
            Step("In your pocket, a month", pocket, "({Profit, a year} − {Tax, a year}) ÷ 12"),
            Step("Hours of work, a month", hours, HOURS_LIVE + " × (1 + {preparation})", "hours"),
        ),
        also=(usd("In your pocket, a year", pocket * 12),),
    )


CALCULATOR = Calculator(
    "take-home",
    "Take-home pay",
    Inputs,
    compute,
    question="What is left of my LIVE payouts after fees, costs and tax?",
    sentence="{region}: of {amount} a month in payouts, about {headline} stays in your pocket.",
    loss="{region}: with {amount} a month in payouts, you lose about {headline} a month.",
    sweep="amount",
    examples=(
        # $500 × 12 = $6,000 × 92.35 % = $5,541 × 15.3 % = $847.773 of self-employment tax. Income below $16,100: no
        # income tax. State 4 %: $240. ($6,000 − $847.773 − $240) ÷ 12 = $409.3523
        example("us", "$500 a month, US, no other income").given(amount="500", region="us").gives(4912.227 / 12),
        # $12,000 × 92.35 % = $11,082 × 15.3 % = $1,695.546. Income $12,000 + $40,000 − $847.773 = $51,152.227, less
        # $16,100 = $35,052.227, against $23,900 without LIVE: $11,152.227 more at 12 % = $1,338.26724
        example("us-job", "$1,000 a month beside a job, US")
        .given(amount="1,000", region="us", other="40,000", state="0")
        .gives((12_000 - 1695.546 - 1338.26724) / 12),
        # In pounds: $12,000 − £1,000 × 1.32 = $10,680 ÷ 1.32 = £8,090.91, on top of a wage of £25,000, so × 20 % =
        # £1,618.18 = $2,136; no Class 4 below £12,570. ($12,000 − 3 % − $2,136) ÷ 12 = $792
        example("uk-job", "$1,000 a month beside a job, UK")
        .given(amount="1,000", region="uk", fee="3", other="33,000", pound="1.32")
        .gives(792.0),
        # $60,000 − 3 % − $2,400 = $55,800 ÷ 1.32 = £42,272.727 − £12,570 = £29,702.727 × (20 % + 6 %) = £7,722.7091
        # = $10,193.976. ($55,800 − $10,193.976) ÷ 12 = $3,800.502
        example("uk-living", "$5,000 a month, UK")
        .given(amount="5,000", region="uk", fee="3", costs="200", pound="1.32", minutes="180", lives="6")
        .gives(3800.502),
        # $500 − 3 % = $485 × 80 % = $388
        example("elsewhere", "$500 a month, a tax of 20%")
        .given(amount="500", region="world", fee="3", rate="20")
        .gives(388.0),
        # $31,775 × 12 = $381,300 × 92.35 % = $352,130.55. Social security on $184,500: $22,878; Medicare 2.9 %:
        # $10,211.78595; 0.9 % above $200,000: $1,369.17495. $381,300 − $16,544.892975 − $16,100 = $348,655.107025:
        # $58,448 up to $256,225, then 35 %: $32,350.53745875. Together $125,257.49835875
        example("top-us", "The most-watched US host, eight hours a day")
        .given(amount="31,775", region="us", state="0", minutes="480", lives="7")
        .gives(
            (381_300 - 125_257.49835875) / 12,
            "July 2025, as if the estimate of $1,025 of gifts a day had been the payout. One host, not a usual one, "
            "and more than the $1,000 a day that TikTok pays out at most.",
        ),
    ),
)

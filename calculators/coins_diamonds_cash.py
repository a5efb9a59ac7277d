"""Coins, diamonds, the viewer's money and the creator's money, in any direction."""

from __future__ import annotations

from calculators.common import inputs as common
from calculators.common.formulas import CASH
from calculators.kit.author import Amount, Answer, Calculator, Figures, Step, example, item, less, total, usd
from calculators.kit.composing import case_of, figure_of
from calculators.kit.inputs import Form, choice, number


class Inputs(Form):
    """An amount, and what it is an amount of."""

    amount: float = number("Amount", counted_in="of", default=1000, high=1_000_000_000)
    of: str = choice(
        "Counted in",
        {"coins": "coins", "diamonds": "diamonds", "paid": "dollars a viewer pays", "kept": "dollars the creator gets"},
        default="coins",
    )
    bought: str = common.bought()
    region: str = common.region()
    share: float = common.share(low=0.001)


def compute(given: Inputs, figures: Figures) -> Answer:
    """Turn the amount into coins, then the coins into everything else."""
    price, by_price = figure_of(figures, (given.bought == "web", "coins.web_price_usd"), (True, "coins.app_price_usd"))
    a_coin = figures["gifts.diamonds_per_coin"]
    value = a_coin * figures["gifts.diamond_usd"]
    kept_per_coin = value * given.share
    coins, by_coins = case_of(
        (
            given.of == "diamonds",
            given.amount / figures["gifts.diamonds_per_coin"],
            "{amount} ÷ {gifts.diamonds_per_coin}",
        ),
        (given.of == "paid", given.amount / price, "{amount} ÷ {Price of a coin}"),
        (given.of == "kept", given.amount / kept_per_coin, "{amount} ÷ {Creator gets, a coin}"),
        (True, given.amount, "{amount}"),
    )
    diamonds = coins * a_coin
    paid = coins * price
    gross = coins * value
    kept = coins * kept_per_coin
    return Answer(
        headline=usd("The creator gets", kept),
        breakdown=(
            item("The viewer pays", paid),
            less("Store fee, tax and coin margin", paid - gross, "taken before a coin becomes a diamond"),
            total("Value of the diamonds", gross, "one cent each"),
            less("TikTok's share of that value", gross - kept),
            total("The creator gets", kept, "before fees and tax"),
        ),
        steps=(
            Step("Price of a coin", price, by_price),
            Step("Creator gets, a coin", kept_per_coin, CASH),
            Step("Coins", coins, by_coins, "coins"),
            Step("Diamonds", diamonds, "{Coins} × {gifts.diamonds_per_coin}", "diamonds"),
            Step("The viewer pays", paid, "{Coins} × {Price of a coin}"),
            Step("The creator gets", kept, "{Coins} × {Creator gets, a coin}"),
        ),
        also=(Amount("Coins", coins, "coins"), Amount("Diamonds", diamonds, "diamonds")),
    )


CALCULATOR = Calculator(
    "coins-diamonds-cash",
    "Coins, diamonds and cash",
    Inputs,
    compute,
    question="What are coins and diamonds in money?",
    sentence="{amount} {of}: the creator gets about {headline}.",
    sweep="amount",
    examples=(
        # 1,000 coins × $0.01 × 50 % = $5
        example("thousand-coins", "1,000 coins").given(amount="1,000", of="coins").gives(5.0),
        # 10,000 diamonds × $0.01 × 50 % = $50
        example("ten-thousand-diamonds", "10,000 diamonds").given(amount="10,000", of="diamonds").gives(50.0),
        # $106 ÷ $0.0151 = 7,019.87 coins × $0.01 × 50 % = $35.0993
        example("bbc", "$106 of gifts")
        .given(amount="106", of="paid")
        .gives(106 / 0.0151 * 0.005, "A 2022 BBC test paid about this much in London and saw $33 arrive."),
        # $100 is what it is, whatever coins it takes: 100 ÷ (0.01 × 50 %) = 20,000 coins
        example("hundred-kept", "To get $100").given(amount="100", of="kept").gives(100.0),
    ),
)

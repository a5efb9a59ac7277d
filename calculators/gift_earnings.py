"""How much LIVE gifts bring the creator."""

from __future__ import annotations

from calculators.common import hosts
from calculators.common import inputs as common
from calculators.kit.author import Answer, Calculator, Figures, Step, example, item, less, total, usd
from calculators.kit.inputs import Form


class Inputs(Form):
    """A creator's LIVEs and audience."""

    viewers: float = common.viewers()
    minutes: float = common.minutes()
    lives: float = common.lives()
    coins: float = common.coins()
    region: str = common.region()
    share: float = common.share()


def compute(given: Inputs, figures: Figures) -> Answer:
    """Multiply audience, time and generosity, then take the creator's share."""
    coins = given.viewers * given.minutes / 60 * given.coins
    gross = coins * figures["gifts.diamonds_per_coin"] * figures["gifts.diamond_usd"]
    a_live = gross * given.share
    week = a_live * given.lives
    month = week * 52 / 12
    gross_month = gross * given.lives * 52 / 12
    return Answer(
        headline=usd("You keep, a month", month),
        breakdown=(
            item("Value of the gifts, a month", gross_month, "one cent a coin"),
            less("TikTok's share of that value", gross_month - month),
            total("You keep, a month", month, "before fees and tax"),
        ),
        steps=(
            Step("Coins a LIVE", coins, "{viewers} × {minutes} ÷ 60 × {coins}", "coins"),
            Step("Value of a LIVE's gifts", gross, "{Coins a LIVE} × {gifts.diamonds_per_coin} × {gifts.diamond_usd}"),
            Step("You keep, a LIVE", a_live, "{Value of a LIVE's gifts} × {share}"),
            Step("You keep, a week", week, "{You keep, a LIVE} × {lives}"),
            Step("You keep, a month", month, "{You keep, a week} × 52 ÷ 12"),
        ),
        also=(usd("That is, a LIVE", a_live), usd("a week", week), usd("a year", week * 52)),
    )


CALCULATOR = Calculator(
    "gift-earnings",
    "LIVE gift earnings",
    Inputs,
    compute,
    question="How much could gifts on my LIVEs bring me?",
    sentence="{viewers} at once, {minutes} a LIVE, {lives} a week: gifts bring you about {headline} a month.",
    sweep="viewers",
    usual=hosts.usual,
    examples=(
        # 5 × 60 ÷ 60 × 10 = 50 coins × $0.01 × 50 % = $0.25 a LIVE × 2 × 52 ÷ 12 = $2.1667
        example("starting", "Starting out").given(viewers="5", lives="2").gives(0.25 * 2 * 52 / 12),
        # 50 × 1 × 10 = 500 coins × $0.01 × 50 % = $2.50 a LIVE × 3 × 52 ÷ 12 = $32.50
        example("regular", "A regular room").given(viewers="50").gives(32.5),
        # 50 × 1 × 10 = 500 coins × $0.01 × 44 % = $2.20 × 3 × 52 ÷ 12 = $28.60
        example("regular-us", "The same in the US").given(viewers="50", region="us").gives(28.6),
        # 200 × 2 × 60 = 24,000 coins × $0.01 × 50 % = $120 × 5 × 52 ÷ 12 = $2,600
        example("gifting-room", "A gifting room")
        .given(viewers="200", minutes="120", lives="5", coins="40 to 150")
        .gives(
            200 * 2 * (40 * 150) ** 0.5 * 0.005 * 5 * 52 / 12,
            "A room built around battles and gifts, not an ordinary one.",
        ),
    ),
)

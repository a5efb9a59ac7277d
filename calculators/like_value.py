"""What LIVE likes pay: nothing directly; indirectly only what the reader supposes."""

from __future__ import annotations

from calculators.common import inputs as common
from calculators.common.formulas import CASH
from calculators.kit.author import Answer, Calculator, Figures, Step, example, item, total, usd
from calculators.kit.inputs import Form, number, whole


class Inputs(Form):
    """What the reader says about a LIVE's likes."""

    likes: int = whole("Likes on the LIVE", unit="likes", default=1000, high=1_000_000_000, help="The heart counter.")
    extra_viewers: float = number(
        "Extra viewers you think 1,000 likes bring",
        unit="viewers",
        figure="likes.extra_viewers_per_1000",
        known=True,
        high=10_000,
        help="Nobody has measured this. 0 is the honest start; try 1 to 5 to see what it would mean.",
    )
    minutes: float = number(
        "How long each extra viewer stays", unit="minutes", figure="audience.visit_minutes", low=0, high=1_440
    )
    coins: float = common.coins()
    region: str = common.region()
    share: float = common.share()


def compute(given: Inputs, figures: Figures) -> Answer:
    """Add the direct pay of the likes to the supposed gifts of the viewers they bring."""
    direct = given.likes * figures["likes.direct_value"]
    viewers = given.likes / 1000 * given.extra_viewers
    hours = viewers * given.minutes / 60
    coins = hours * given.coins
    indirect = coins * figures["gifts.diamonds_per_coin"] * figures["gifts.diamond_usd"] * given.share
    pay = direct + indirect
    return Answer(
        headline=usd("Your likes bring you", pay),
        breakdown=(
            item("Paid for the likes themselves", direct, "TikTok pays on gifts, never on likes"),
            item("Gifts from extra viewers, if you suppose any", indirect, "your guess, not a fact"),
            total("Your likes bring you", pay),
        ),
        steps=(
            Step("Paid for likes", direct, "{likes} × {likes.direct_value}"),
            Step("Extra viewers", viewers, "{likes} ÷ 1000 × {extra_viewers}", "viewers"),
            Step("Extra viewer-hours", hours, "{Extra viewers} × {minutes} ÷ 60", "viewer-hours"),
            Step("Coins from them", coins, "{Extra viewer-hours} × {coins}", "coins"),
            Step("Your share of them", indirect, "{Coins from them} × " + CASH),
            Step("All together", pay, "{Paid for likes} + {Your share of them}"),
        ),
    )


CALCULATOR = Calculator(
    "like-value",
    "What LIVE likes pay",
    Inputs,
    compute,
    question="How much do LIVE likes pay?",
    sentence="For {likes} TikTok pays nothing. If every 1,000 likes bring {extra_viewers}, their gifts come to about "
    "{headline}.",
    nothing="For {likes} TikTok pays nothing. It pays for gifts, not for likes.",
    sweep="extra_viewers",
    examples=(
        # 1,000 likes × $0 = $0, and no extra viewers supposed
        example("thousand", "1,000 likes").given(likes="1,000").gives(0.0),
        example("million", "1 million likes").given(likes="1,000,000").gives(0.0),
        # 10,000 ÷ 1,000 × 2 = 20 viewers × 3 ÷ 60 = 1 hour × 10 coins × $0.01 × 50 % = $0.05
        example("hopeful", "10,000 likes, 2 more viewers per 1,000")
        .given(likes="10,000", extra_viewers="2")
        .gives(0.05),
    ),
)

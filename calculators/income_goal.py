"""What audience, hours and gifts a monthly goal needs, and how many hosts have as much."""

from __future__ import annotations

from calculators import gift_earnings
from calculators.common import hosts
from calculators.common import inputs as common
from calculators.common.formulas import GIFTS_OF_A_VIEWER, HOURS_LIVE
from calculators.kit.author import Amount, Answer, Calculator, Figures, Step, example, note
from calculators.kit.composing import answer_of
from calculators.kit.inputs import Form, money


class Inputs(Form):
    """The goal, and the LIVEs that should reach it."""

    goal: float = money("What you want from gifts, a month", default=500, low=1, high=1_000_000)
    viewers: float = common.viewers(low=1)
    minutes: float = common.minutes()
    lives: float = common.lives(low=0.1)
    coins: float = common.coins(low=0.1)
    region: str = common.region()
    share: float = common.share(low=0.001)


def compute(given: Inputs, figures: Figures) -> Answer:
    """Divide the goal by what one viewer brings, then look the goal up among all hosts."""
    a_viewer = answer_of(gift_earnings.CALCULATOR, given, figures, viewers=1.0).headline.value
    needed = given.goal / a_viewer
    hours = given.minutes / 60 * given.lives * 52 / 12
    coins = needed * hours * given.coins
    paid = coins * figures["coins.app_price_usd"]
    more = needed / given.viewers
    longer = hours * more
    return Answer(
        headline=Amount("Viewers you need at once", needed, "viewers"),
        breakdown=(
            note("For that you are LIVE, a month", hours, unit="hours"),
            note("The viewers give, a month", coins, unit="coins"),
            note("They pay for it, in the app", paid),
            note(
                "Or, with the viewers you have: LIVE a month",
                longer,
                "longer than a month" if longer > 24 * 365 / 12 else "",
                unit="hours",
            ),
            note("Or, with your viewers and hours: each gives", given.coins * more, "an hour", unit="coins"),
            *hosts.usual(given.goal, given, figures),
        ),
        steps=(
            Step("One viewer brings, a month", a_viewer, GIFTS_OF_A_VIEWER),
            Step("Viewers you need at once", needed, "{goal} ÷ {One viewer brings, a month}", "viewers"),
            Step("Hours LIVE, a month", hours, HOURS_LIVE, "hours"),
            Step("Coins, a month", coins, "{Viewers you need at once} × {Hours LIVE, a month} × {coins}", "coins"),
            Step("Paid in the app", paid, "{Coins, a month} × {coins.app_price_usd}"),
            *hosts.usual_steps("goal", given.goal, given, figures),
        ),
    )


CALCULATOR = Calculator(
    "income-goal",
    "Income goal",
    Inputs,
    compute,
    question="What would it take to get a monthly sum from gifts, and how usual is that?",
    sentence="For {goal} a month with {lives} a week of {minutes} each, you need about {headline} at once.",
    sweep="goal",
    less_is_better=True,
    examples=(
        # one viewer: 1 h × 10 coins × $0.01 × 50 % = $0.05 × 13 LIVEs = $0.65 a month; $100 ÷ $0.65 = 153.846
        example("hundred", "A first $100").given(goal="100").gives(100 / 0.65),
        # $500 ÷ $0.65 = 769.23
        example("five-hundred", "$500 a month").given(goal="500").gives(500 / 0.65),
        # 10 coins × $0.01 × 44 % × 13 = $0.572; $500 ÷ $0.572 = 874.13
        example("us", "$500 a month in the US").given(goal="500", region="us").gives(500 / 0.572),
        # 40 to 150 coins: the middle by ratio is 77.46; × 2 h × $0.005 × 5 × 52 ÷ 12 = $16.783; $1,500 ÷ $16.783 = 89.4
        example("part-time", "A part-time wage from a gifting room")
        .given(goal="1,500", minutes="120", lives="5", coins="40 to 150")
        .gives(
            1500 / (2 * (40 * 150) ** 0.5 * 0.005 * 5 * 52 / 12),
            "A room built around battles and gifts, not an ordinary one.",
        ),
    ),
)

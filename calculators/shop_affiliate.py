"""What selling other people's goods on LIVE brings in commission."""

from __future__ import annotations

from calculators.common import inputs as common
from calculators.kit.author import Amount, Answer, Calculator, Figures, Step, example, item, less, total, usd
from calculators.kit.inputs import Form, money, percent


class Inputs(Form):
    """A selling LIVE, its buyers and the commission."""

    viewers: float = common.viewers()
    minutes: float = common.minutes()
    lives: float = common.lives()
    visit: float = common.visit()
    buyers: float = percent(
        "People in the LIVE who buy",
        figure="shop.buyers_per_unique",
        help="Of different people, not of clicks. Orders divided by everyone who came.",
    )
    order: float = money("Value of an order", figure="shop.order_value", high=10_000)
    returns: float = common.returns()
    commission: float = percent(
        "Your commission", figure="shop.affiliate_commission", help="The seller sets it; it stands beside the product."
    )


def compute(given: Inputs, figures: Figures) -> Answer:
    """Turn viewers into people, people into orders, and orders that stay into commission."""
    people = given.viewers * max(1, given.minutes / given.visit)
    orders = people * given.buyers * given.lives * 52 / 12
    sold = orders * given.order
    back = sold * given.returns
    pay = (sold - back) * given.commission
    return Answer(
        headline=usd("Your commission, a month", pay),
        breakdown=(
            item("Sold, a month", sold),
            less("Sent back", back, "no commission on these"),
            total("Sales that stay", sold - back),
            less("The seller and the shop keep", sold - back - pay),
            total("Your commission, a month", pay, "before tax"),
        ),
        steps=(
            Step("People in a LIVE", people, "{viewers} × most(1, {minutes} ÷ {visit})", "people"),
            Step("Orders, a month", orders, "{People in a LIVE} × {buyers} × {lives} × 52 ÷ 12", "orders"),
            Step("Sold, a month", sold, "{Orders, a month} × {order}"),
            Step("Sales that stay", sold - back, "{Sold, a month} × (1 − {returns})"),
            Step("Your commission, a month", pay, "{Sales that stay} × {commission}"),
        ),
        also=(
            Amount("Orders, a month", orders, "orders"),
            Amount("Followers to be let in, US", figures["shop.affiliate_followers"], "followers"),
        ),
    )


CALCULATOR = Calculator(
    "shop-affiliate",
    "TikTok Shop commission",
    Inputs,
    compute,
    question="What could selling on LIVE bring me in commission?",
    sentence="{viewers} at once, {minutes} a LIVE, {lives} a week: about {headline} a month, if people buy as assumed.",
    sweep="viewers",
    examples=(
        # 50 × 60 ÷ 3 = 1,000 people × 0.5 % = 5 orders × 3 × 52 ÷ 12 = 65 × $25 = $1,625 × 90 % × 13 % = $190.125
        example("regular", "A regular room that sells").given(viewers="50", minutes="60", lives="3").gives(190.125),
        # 65 orders × $25 × 90 % × 17 % = $248.625
        example("beauty", "Beauty").given(viewers="50", minutes="60", lives="3", commission="17").gives(248.625),
        # 65 orders × $25 × 90 % × 8 % = $117
        example("electronics", "Electronics").given(viewers="50", minutes="60", lives="3", commission="8").gives(117.0),
        # 1,000 people × 1,300 ÷ 2,800,000 = 0.464286 orders × 13 = 6.035714 × $25 × 90 % × 13 % = $17.654464
        example("few-buyers", "As few buyers as a brand's own LIVE")
        .given(viewers="50", minutes="60", lives="3", buyers="0.046428571428571")
        .gives(
            1000 * 1300 / 2_800_000 * 13 * 25 * 0.9 * 0.13, "A vendor counted 1,300 buyers among 2.8 million people."
        ),
    ),
)

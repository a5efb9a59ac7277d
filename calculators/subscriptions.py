"""What monthly members bring: Super Fans on LIVE, subscribers on the page."""

from __future__ import annotations

from calculators.common import inputs as common
from calculators.kit.author import Answer, Calculator, Figures, Step, example, item, less, note, total, usd
from calculators.kit.inputs import Form, choice, money, percent, whole, yes_no

REGIONS = {"world": "Outside US/Canada", "us": "United States", "ca": "Canada"}
SHARE = "{subscriptions.base_share} + {bonus} × {subscriptions.bonus_share}"
AFTER_STORE = "(1 − {store_fee}) × "
STAYING = "({superfans} + {subscribers}) × (1 − {churn}) + {new}"


class Inputs(Form):
    """A creator's paying members."""

    superfans: int = common.superfans()
    subscribers: int = common.subscribers()
    price: float = money(
        "Price of your subscription, a month", figure="subscriptions.price", known=True, low=0.01, high=1000
    )
    store_fee: float = common.store_fee()
    region: str = choice("Where is your account?", REGIONS, default="world")
    bonus: bool = yes_no("Do you get the subscription bonus?", help="For large pages with videos for subscribers only.")
    churn: float = percent("Members who leave in a month", figure="subscriptions.churn", low=0.001)
    new: int = whole("New members in a month", unit="members", default=1, high=1_000_000)


def compute(given: Inputs, figures: Figures) -> Answer:
    """Take the store's fee, then TikTok's part, from what members pay; then see who is left next month."""
    from_fans = given.superfans * figures["subscriptions.superfan_price"]
    from_subscribers = given.subscribers * given.price
    paid = from_fans + from_subscribers
    store = paid * given.store_fee
    share = figures["subscriptions.base_share"] + given.bonus * figures["subscriptions.bonus_share"]
    fans = (1 - given.store_fee) * from_fans * figures["subscriptions.superfan_share"]
    subscribers = (1 - given.store_fee) * from_subscribers * share
    pay = fans + subscribers
    members = given.superfans + given.subscribers
    staying = members * (1 - given.churn) + given.new
    months = 1 / given.churn
    return Answer(
        headline=usd("You get, a month", pay),
        breakdown=(
            item("Super Fans pay", from_fans),
            item("Subscribers pay", from_subscribers),
            less("The app store keeps", store),
            less("TikTok keeps", paid - store - pay),
            total("You get, a month", pay, "before fees and tax"),
            note("Members next month", staying, "after those who leave and join", "members"),
            note("Members in the long run, if this goes on", given.new * months, unit="members"),
            note("A member stays, on average", months, unit="months"),
            note("And brings you in that time", pay / members * months if members else 0.0),
        ),
        steps=(
            Step("Super Fans pay", from_fans, "{superfans} × {subscriptions.superfan_price}"),
            Step("Subscribers pay", from_subscribers, "{subscribers} × {price}"),
            Step("Your share of subscriptions", share, SHARE, "fraction"),
            Step("From Super Fans", fans, AFTER_STORE + "{Super Fans pay} × {subscriptions.superfan_share}"),
            Step("From subscribers", subscribers, AFTER_STORE + "{Subscribers pay} × {Your share of subscriptions}"),
            Step("You get, a month", pay, "{From Super Fans} + {From subscribers}"),
            Step("Members next month", staying, STAYING, "members"),
            Step("Months a member stays", months, "1 ÷ {churn}", "months"),
        ),
        also=(usd("That is, a year, if nobody comes or goes", pay * 12),),
    )


CALCULATOR = Calculator(
    "subscriptions",
    "Subscriptions and Super Fans",
    Inputs,
    compute,
    question="What do subscribers and Super Fans bring me a month?",
    sentence="{superfans} and {subscribers} bring you about {headline} a month.",
    sweep="superfans",
    examples=(
        # $9.99 × 70 % × 50 % = $3.4965
        example("first-fan", "The first Super Fan").given(superfans="1", subscribers="0").gives(3.4965),
        # 20 × $3.4965 = $69.93
        example("twenty-fans", "20 Super Fans").given(superfans="20", subscribers="0").gives(69.93),
        # 100 × $2.99 × 70 % × 70 % = $146.51
        example("subscribers-us", "100 subscribers at $2.99, US")
        .given(superfans="0", subscribers="100", price="2.99", region="us")
        .gives(146.51),
        # 100 × $2.99 × 70 % × 90 % = $188.37
        example("subscribers-bonus", "The same with the bonus")
        .given(superfans="0", subscribers="100", price="2.99", region="us", bonus="yes")
        .gives(188.37),
    ),
)

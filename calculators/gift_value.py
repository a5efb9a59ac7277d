"""What a gift costs the viewer and brings the creator."""

from __future__ import annotations

from calculators.common import inputs as common
from calculators.kit.author import Amount, Answer, Calculator, Figures, Step, example, item, less, note, total, usd
from calculators.kit.inputs import Form, choice, whole


class Inputs(Form):
    """Some gifts of one kind."""

    gift: str = choice("Gift", topic="gift_prices", default="rose")
    own: int = whole(
        "Coins for one, if your app shows another number",
        unit="coins",
        default=0,
        high=1_000_000,
        help="0 takes the number in our list.",
    )
    count: int = whole("How many", default=1, low=1, high=1_000_000)
    bought: str = common.bought()
    region: str = common.region()
    share: float = common.share()


def compute(given: Inputs, figures: Figures) -> Answer:
    """Follow the gift from the viewer's money to the creator's."""
    price, sum_of = (given.own, "{count} × {own}") if given.own else (figures[given.gift], "{count} × {gift}")
    coins = given.count * price
    web = coins * figures["coins.web_price_usd"]
    app = coins * figures["coins.app_price_usd"]
    paid = web if given.bought == "web" else app
    diamonds = coins * figures["gifts.diamonds_per_coin"]
    gross = diamonds * figures["gifts.diamond_usd"]
    yours = gross * given.share
    return Answer(
        headline=usd("You get", yours),
        breakdown=(
            item("The viewer paid", paid),
            less("Store fee, tax and coin margin", paid - gross, "taken before a coin becomes a diamond"),
            total("Value of the diamonds", gross, "one cent each"),
            less("TikTok's share of that value", gross - yours),
            total("You get", yours, "before fees and tax"),
            note("In the app the viewer pays", app),
            note("On the website the viewer pays", web),
            note("Your part of what the viewer paid", yours / paid if paid else 0.0, unit="fraction"),
        ),
        steps=(
            Step("Coins", coins, sum_of, "coins"),
            Step("Paid in the app", app, "{Coins} × {coins.app_price_usd}"),
            Step("Paid on the website", web, "{Coins} × {coins.web_price_usd}"),
            Step("Diamonds", diamonds, "{Coins} × {gifts.diamonds_per_coin}", "diamonds"),
            Step("Value of the diamonds", gross, "{Diamonds} × {gifts.diamond_usd}"),
            Step("You get", yours, "{Value of the diamonds} × {share}"),
        ),
        also=(Amount("Coins", coins, "coins"), Amount("Diamonds", diamonds, "diamonds")),
    )


CALCULATOR = Calculator(
    "gift-value",
    "What a gift is worth",
    Inputs,
    compute,
    question="What does a gift cost, and what do I get for it?",
    sentence="{count} × {gift}: the creator gets about {headline}.",
    sweep="count",
    examples=(
        # 1 coin × $0.01 × 50 % = $0.005
        example("rose", "A Rose").given(gift="rose").gives(0.005),
        # 1,000 coins × $0.01 × 50 % = $5
        example("galaxy", "A Galaxy").given(gift="galaxy").gives(5.0),
        # 29,999 coins × $0.01 × 50 % = $149.995
        example("lion", "A Lion").given(gift="lion").gives(149.995, "The BBC heard of about $155 for one in 2022."),
        # 2 × 1,200 coins in the reader's own app × $0.01 × 50 % = $12
        example("own-price", "A Galaxy that your app sells for 1,200")
        .given(gift="galaxy", own="1,200", count="2")
        .gives(12.0, "A price of the reader's own, made up to show how."),
        # 44,999 coins × $0.01 × 44 % = $197.9956
        example("universe-us", "TikTok Universe, US").given(gift="tiktok_universe", region="us").gives(197.9956),
    ),
)

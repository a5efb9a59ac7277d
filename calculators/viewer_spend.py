"""What giving costs a viewer, and who gets the money."""

from __future__ import annotations

from calculators.common import inputs as common
from calculators.common.formulas import CASH
from calculators.kit.author import Amount, Answer, Calculator, Figures, Step, example, item, less, note, total, usd
from calculators.kit.inputs import Form, choice, number

POUND = "rates.gbp"
PRICES = {
    "us": ("coins.web_price_usd", "coins.app_price_usd"),
    "uk": ("coins.web_price_gbp", "coins.app_price_gbp"),
}
"""The figures of a coin's price on the website and in the app; those of the UK are in pounds."""
OWES = "this cannot be: more is taken than was paid"


class Inputs(Form):
    """What a viewer gives in a week."""

    amount: float = number(
        "What I give", counted_in="of", default=100, high=10_000_000, help="All your gifts of an ordinary week."
    )
    of: str = choice("Counted in", {"coins": "coins a week", "paid": "dollars a week"}, default="coins")
    bought: str = common.bought("Where I buy the coins")
    prices: str = choice("At the prices of", {"us": "the US", "uk": "the UK, in pounds"}, default="us")
    store_fee: float = common.store_fee()
    region: str = common.region("Where is the creator's account?")
    share: float = common.share("The creator's share of gift value")


def compute(given: Inputs, figures: Figures) -> Answer:
    """Turn the week into coins, then follow a month of them to everybody who gets a part."""
    web_price, app_price = PRICES[given.prices]
    pound, by_pound = (figures[POUND], " × {rates.gbp}") if given.prices == "uk" else (1, "")
    web, app = figures[web_price] * pound, figures[app_price] * pound
    price, by_price = (web, web_price) if given.bought == "web" else (app, app_price)
    week = given.amount if given.of == "coins" else given.amount / price
    coins = week * 52 / 12
    paid = coins * price
    store = paid * given.store_fee if given.bought == "app" else 0.0
    creator = coins * figures["gifts.diamonds_per_coin"] * figures["gifts.diamond_usd"] * given.share
    tiktok = paid - store - creator
    return Answer(
        headline=usd("You pay, a month", paid),
        breakdown=(
            item("You pay, a month", paid),
            less("The app store keeps", store, "no store stands between on the website"),
            less("TikTok keeps", tiktok, OWES if tiktok < 0 else "it pays tax and the fees of your card from this"),
            total("The creator gets", creator, "before fees and tax"),
            note("The creator's part of what you pay", creator / paid if paid else 0.0, unit="fraction"),
            note("The same coins in the app", coins * app),
            note("The same coins on the website", coins * web),
        ),
        steps=(
            Step("Price of a coin", price, "{" + by_price + "}" + by_pound),
            Step("Coins a week", week, "{amount}" if given.of == "coins" else "{amount} ÷ {Price of a coin}", "coins"),
            Step("Coins a month", coins, "{Coins a week} × 52 ÷ 12", "coins"),
            Step("You pay, a month", paid, "{Coins a month} × {Price of a coin}"),
            Step("The store keeps", store, "{You pay, a month} × {store_fee}" if given.bought == "app" else "0"),
            Step("The creator gets", creator, "{Coins a month} × " + CASH),
            Step("TikTok keeps", tiktok, "{You pay, a month} − {The store keeps} − {The creator gets}"),
        ),
        also=(usd("You pay, a year", paid * 12), Amount("Coins a month", coins, "coins")),
    )


CALCULATOR = Calculator(
    "viewer-spend",
    "What giving costs a viewer",
    Inputs,
    compute,
    question="What do my gifts cost me, and who gets the money?",
    sentence="{amount} {of}: you pay about {headline} a month.",
    nothing="{amount} {of}: you pay {headline}. Watching, liking and commenting are free.",
    sweep="amount",
    examples=(
        # 7 coins × $0.0151 = $0.1057 a week × 52 ÷ 12
        example("rose-a-day", "A Rose every day").given(amount="7", bought="app").gives(0.1057 * 52 / 12),
        # 1,000 coins × $0.0105 = $10.50 a week × 52 ÷ 12 = $45.50
        example("galaxy-web", "A Galaxy a week, bought on the web").given(amount="1,000", bought="web").gives(45.5),
        # 1,000 coins × $0.0151 = $15.10 a week × 52 ÷ 12 = $65.4333
        example("galaxy-app", "The same, bought in the app").given(amount="1,000", bought="app").gives(15.1 * 52 / 12),
        # $25,000 ÷ 104 weeks = $240.38 a week × 52 ÷ 12 = $1,041.6467
        example("whale", "$25,000 in two years")
        .given(amount="240.38", of="paid")
        .gives(240.38 * 52 / 12, "As the press told of one fan at the end of 2023."),
    ),
)

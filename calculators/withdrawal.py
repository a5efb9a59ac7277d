"""When a balance is in the bank, and how much of it arrives."""

from __future__ import annotations

import math

from calculators.kit.author import Amount, Answer, Calculator, Figures, Step, example, item, less, note, total, usd
from calculators.kit.composing import NOTHING
from calculators.kit.inputs import Form, money, number, yes_no

ALL_DAYS = "{Days until the minimum} + most({Withdrawals} − 1, 0) + {days}"
EXCHANGE = "({You take out} − {TikTok's fee}) × {payouts.fx_fee}"


class Inputs(Form):
    """A balance, and how fast it grows."""

    balance: float = money("Your balance", default=100, high=10_000_000, help="What the Balance page shows.")
    earned: float = money(
        "You earn, a week", default=10, low=0.01, high=10_000_000, help="It counts while your balance is too small."
    )
    minimum: float = money(
        "Smallest withdrawal", figure="payouts.minimum", high=100_000, help="Your Balance page says it."
    )
    limit: float = money("Largest withdrawal in a day", figure="payouts.maximum_day", known=True, low=1, high=1_000_000)
    days: float = number(
        "Days until a withdrawal arrives", unit="days", figure="payouts.days", high=365, help="Your last payouts tell."
    )
    abroad: bool = yes_no("Is your bank account in a currency other than dollars?")


def compute(given: Inputs, figures: Figures) -> Answer:
    """Wait for the minimum, take one withdrawal a day, then wait for the last of them."""
    short = max(given.minimum - given.balance, 0.0)
    wait = short / given.earned * 7
    amount = given.balance + short
    withdrawals = math.ceil(amount / given.limit)
    days = wait + max(withdrawals - 1, 0) + given.days
    fee = amount * figures["payouts.tiktok_fee"]
    exchange, by_bank = ((amount - fee) * figures["payouts.fx_fee"], EXCHANGE) if given.abroad else NOTHING
    received = amount - fee - exchange
    longest = figures["payouts.longest_days"]
    return Answer(
        headline=Amount("Days until all of it is there", days, "days"),
        breakdown=(
            item("You take out", amount),
            less("TikTok's fee", fee),
            less("Lost when the money is changed", exchange, "PayPal's and banks' rates are worse than the market's"),
            total("You receive", received, "before tax"),
            note("Days until you reach the minimum", wait, unit="days"),
            note("Withdrawals, one a day", withdrawals, unit="withdrawals"),
            note("The first of it is there after", wait + given.days, unit="days"),
            note("TikTok's own limit for a withdrawal", longest, "after that, ask", "days"),
        ),
        steps=(
            Step("Missing to the minimum", short, "most({minimum} − {balance}, 0)"),
            Step("Days until the minimum", wait, "{Missing to the minimum} ÷ {earned} × 7", "days"),
            Step("You take out", amount, "{balance} + {Missing to the minimum}"),
            Step("Withdrawals", withdrawals, "roundup({You take out} ÷ {limit})", "withdrawals"),
            Step("Days until all is there", days, ALL_DAYS, "days"),
            Step("TikTok's fee", fee, "{You take out} × {payouts.tiktok_fee}"),
            Step("Lost in the exchange", exchange, by_bank),
            Step("You receive", received, "{You take out} − {TikTok's fee} − {Lost in the exchange}"),
        ),
        also=(usd("Most you can take out in a week", given.limit * 7),),
    )


CALCULATOR = Calculator(
    "withdrawal",
    "Withdrawing your money",
    Inputs,
    compute,
    question="When is my money in the bank?",
    sentence="{balance}: all of it is there in about {headline}.",
    sweep="balance",
    less_is_better=True,
    examples=(
        # enough for the minimum of $50, one withdrawal, 7 days
        example("hundred", "$100").given(balance="100").gives(7.0),
        # $50 − $20 = $30 missing ÷ $10 a week × 7 = 21 days, then 7
        example("too-small", "$20, and $10 more each week").given(balance="20", earned="10").gives(28.0),
        # $2,600 ÷ $1,000 = 3 withdrawals, so 2 days more than 7
        example("gifting-room", "$2,600, a good month").given(balance="2,600").gives(9.0),
        # $328,000 ÷ $1,000 = 328 withdrawals: 327 days more than 7
        example("record-day", "$328,000, the record day")
        .given(balance="328,000")
        .gives(334.0, "A single day of gifts to a top US host, as the press reported at the end of 2023."),
    ),
)

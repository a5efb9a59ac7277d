"""What merchandise with the creator's name leaves, and how many items cover the costs."""

from __future__ import annotations

from calculators.common import inputs as common
from calculators.kit.author import Answer, Calculator, Figures, Step, example, item, less, note, total, usd
from calculators.kit.inputs import Form, money, percent

ROUNDING = 1e-9
"""The part of a price that is no profit, only what the digits of a computer leave over."""


class Inputs(Form):
    """What is sold, at what price, and what it costs."""

    units: float = common.units()
    price: float = money("Price of an item", figure="merch.print_price", low=0.01, high=10_000)
    margin: float = percent(
        "Margin before returns", figure="merch.print_margin", help="What is left of the price once the item is made."
    )
    shipping: float = money("Shipping you pay, an item", default=0.0, high=1_000, help="0 where the buyer pays for it.")
    returns: float = common.returns()
    fixed: float = money(
        "Costs that do not depend on sales, a month",
        default=0.0,
        high=1_000_000,
        help="Design, samples, fees of the shop.",
    )


def compute(given: Inputs, figures: Figures) -> Answer:  # noqa: ARG001  every figure here stands in for an input
    """Take making, shipping, returns and fixed costs off the sales."""
    sales = given.units * given.price
    making = given.price * (1 - given.margin)
    back = sales * given.returns
    an_item = given.price * (1 - given.returns) - making - given.shipping
    profit = given.units * an_item - given.fixed
    covers = an_item > given.price * ROUNDING
    even = given.fixed / an_item if covers else 0.0
    how = "the next whole item" if covers else "no number does: an item leaves nothing"
    to_cover = (note("Items to cover the costs", even, how, unit="items"),) if given.fixed > 0 or not covers else ()
    covered = (Step("Items to cover the costs", even, "{fixed} ÷ {An item leaves you}", "items"),) if covers else ()
    return Answer(
        headline=usd("You keep, a month", profit),
        breakdown=(
            item("Sales", sales),
            less("Money given back", back, "the item is made and lost"),
            less("Making", given.units * making),
            less("Shipping", given.units * given.shipping),
            less("Costs that do not depend on sales", given.fixed),
            total("You keep, a month", profit, "before tax"),
            note("An item leaves you", an_item),
            *to_cover,
        ),
        steps=(
            Step("Making an item", making, "{price} × (1 − {margin})"),
            Step("An item leaves you", an_item, "{price} × (1 − {returns}) − {Making an item} − {shipping}"),
            Step("You keep, a month", profit, "{units} × {An item leaves you} − {fixed}"),
            *covered,
        ),
        also=(usd("That is, a year", profit * 12),),
    )


CALCULATOR = Calculator(
    "merch-profit",
    "Merchandise profit",
    Inputs,
    compute,
    question="What does my merchandise leave me, and when are its costs covered?",
    sentence="{units} a month at {price}: you keep about {headline} a month.",
    loss="{units} a month at {price}: you lose about {headline} a month.",
    sweep="units",
    examples=(
        # $25 × 90 % − $18.75 = $3.75 an item × 20 = $75
        example("print-on-demand", "Printed on demand, 20 a month").given(units="20").gives(75.0),
        # $25 × 90 % − $20 = $2.50 × 20 = $50: a margin of 20 % halves with one return in ten
        example("thin-margin", "A margin of 20%").given(units="20", margin="20").gives(50.0),
        # $35 × 95 % − $21 − $4 = $8.25 × 100 = $825 − $300 = $525; $300 ÷ $8.25 = 36.4 items
        example("own-stock", "Own hoodies, shipped by you")
        .given(units="100", price="35", margin="40", shipping="4", returns="5", fixed="300")
        .gives(525.0),
        # $20 × 90 % − $17 = $1 × 10 = $10 − $50 = −$40
        example("too-few", "Ten shirts and a paid design")
        .given(units="10", price="20", margin="15", fixed="50")
        .gives(-40.0, "A loss is a result, too."),
    ),
)

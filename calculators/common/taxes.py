"""The taxes of the places we know: what a form asks for, and the tax of the place that is picked."""

from __future__ import annotations

from typing import Any

from calculators.common.tax import Tax
from calculators.common.tax_uk import uk_tax
from calculators.common.tax_us import us_tax
from calculators.kit.answer import Step, less
from calculators.kit.figures import Figures
from calculators.kit.inputs import choice, money, number, percent

PLACES = {"us": "United States", "uk": "United Kingdom", "world": "Elsewhere"}
"""Values are the figures' regions."""


def place() -> Any:  # noqa: ANN401  stands where a field's type is str
    """Ask where tax is paid; the field must be called `region`."""
    return choice("Where you pay tax", PLACES, default="us")


def other() -> Any:  # noqa: ANN401
    """Ask for the income beside LIVE."""
    return money(
        "Other income a year, before tax",
        default=0.0,
        high=10_000_000,
        help="A job, in dollars. It uses up allowances.",
    )


def state() -> Any:  # noqa: ANN401
    """Ask for the rate of a state of the US."""
    return percent("US: rate of your state", figure="tax_us.state_tax", help="Some states have none.")


def tips() -> Any:  # noqa: ANN401
    """Ask for what is deducted as tips in the US."""
    return money(
        "US: gifts deducted as tips, a year",
        figure="tax_us.tip_deduction",
        known=True,
        high=10_000_000,
        help="Whether TikTok's rewards are tips is open. Ask somebody who does taxes before you fill this in.",
    )


def pound() -> Any:  # noqa: ANN401
    """Ask for the dollars of a pound: the UK's tax is worked out in pounds."""
    return number("UK: dollars for a pound", unit="USD", figure="rates.gbp", low=0.1, high=10)


def rate() -> Any:  # noqa: ANN401
    """Ask for the one rate that stands for all taxes of a place we do not know."""
    return percent(
        "Elsewhere: your tax rate", default=0.25, help="All taxes on the profit. 25% is only a stand-in: put in yours."
    )


def tax_of(takings: float, costs: float, profit: float, given: Any, figures: Figures) -> Tax:  # noqa: ANN401
    """Return the tax that a year's takings less costs (`profit`) add, all in US dollars a year.

    `given` has the fields above by their names, its region one of PLACES: whatever is neither us nor uk is taxed flat.
    """
    if given.region == "us":
        return us_tax(profit, given.other, given.tips, given.state, figures)
    if given.region == "uk":
        return uk_tax(takings, costs, given.other, given.pound, figures)
    return flat_tax(profit, given.rate)


def flat_tax(profit: float, share: float) -> Tax:
    """Return a tax of one rate, `share` from 0 to 1, on a year's profit in US dollars; a loss is taxed with nothing."""
    tax = max(0, profit) * share
    steps = (Step("Tax, a year", tax, "most(0, {Profit, a year}) × {rate}"),)
    return Tax(tax, (less("Tax", tax / 12, "at the rate you entered"),), steps)

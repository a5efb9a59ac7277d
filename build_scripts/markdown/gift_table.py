"""The gift finder: every gift with what it costs and brings, worked out by the calculator gift-value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from build_scripts import templates
from calculators import gift_value
from calculators.kit.figure_records import WORLD
from calculators.kit.formatting import date_text, money_text, quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from calculators.kit.figures import FigureValue, Register

TOPIC = "gift_prices"

FEW_LISTS = "C"
"""The grade of a price that only two lists give: it is said in words, beside the letter."""

_DIGITS = 6
"""Significant digits of a number to sort by."""


@dataclass(frozen=True, slots=True)
class Gift:
    """One row: finished texts, and the numbers behind them to sort by."""

    anchor: str
    """Its place on the page: "lion"."""
    name: str
    coins: str
    unit: str
    """"coin" or "coins"."""
    web: str
    """What the viewer pays for it in coins bought on the website."""
    app: str
    keeps: str
    """What reaches the creator, before fees and tax."""
    grade: str
    """How sure the number of coins is."""
    since: str
    """Month of the first list that has the price."""
    is_uncertain: bool
    state: str
    """Fragment that opens the calculator with this gift chosen, as `link.js` writes it."""
    numbers: str
    """Coins, web, app and keeps as plain numbers."""


def gifts(register: Register) -> tuple[Gift, ...]:
    """Return every gift, cheapest first, at the figures that hold today and the share outside the US."""
    figures = register.on(register.edition)
    values = [figures.value(key) for key in register.topics[TOPIC].keys]
    return tuple(_gift(value, _amounts(value, register)) for value in sorted(values, key=lambda value: value.typical))


def html(register: Register) -> str:
    """Return the table of all gifts, with the controls that a script brings to life."""
    view = {"gifts": gifts(register), "calculator": gift_value.CALCULATOR.slug}
    return templates.render("guide", "gifts.html", view)


def search_entries(register: Register) -> Iterator[Mapping[str, Any]]:
    """Yield what the site's search knows of each gift: the anchor of its row, a title and a text.

    `inside` counts the gifts with whose name it begins: one for Rose Bear.
    """
    found = gifts(register)
    for gift in found:
        yield {
            "anchor": gift.anchor,
            "title": gift.name,
            "text": f"Price of this gift: {gift.coins} {gift.unit}, which cost {gift.web} on the web or {gift.app} in "
            f"the app. Worth {gift.keeps} to the creator.",
            "inside": sum(gift.name.startswith(other.name) for other in found if other is not gift),
        }


def _amounts(value: FigureValue, register: Register) -> tuple[float, float, float]:
    """Return what one gift costs on the web and in the app, and what the creator keeps, in US dollars."""
    figures = register.on(register.edition)
    share = figures["gifts.creator_share"]
    given = gift_value.Inputs(gift=value.figure.key, count=1, bought="web", region=WORLD, share=share)
    steps = {step.label: step.value for step in gift_value.compute(given, figures).steps}
    return steps["Paid on the website"], steps["Paid in the app"], steps["You get"]


def _gift(value: FigureValue, amounts: tuple[float, float, float]) -> Gift:
    name = value.figure.key.partition(".")[2]
    coins, _, unit = quantity(value.typical, value.figure.unit).partition(" ")
    web, app, keeps = (money_text(amount) for amount in amounts)
    return Gift(
        anchor=name.replace("_", "-"),
        name=value.figure.label,
        coins=coins,
        unit=unit,
        web=web,
        app=app,
        keeps=keeps,
        grade=value.row.grade,
        since=date_text(value.row.since).partition(" ")[2],
        is_uncertain=value.row.grade >= FEW_LISTS,
        state=f"c={gift_value.CALCULATOR.slug}&i.gift={name}",
        numbers=" ".join(f"{number:.{_DIGITS}g}" for number in (value.typical, *amounts)),
    )

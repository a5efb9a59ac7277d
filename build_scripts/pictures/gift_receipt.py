"""A receipt of one gift: what the fan pays, who takes what, and what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_scripts.pictures.world import parts_of
from calculators.kit.figure_records import WORLD
from calculators.kit.formatting import date_text, money_text, percent_text, quantity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_scripts.pictures.world import World

GIFT = "gift_prices.galaxy"
FIRST_LINE = 92
LINE = 24
HEIGHT = 312


def gift_receipt(world: World) -> Mapping[str, Any]:
    """Print the receipt of one Galaxy bought in the app: its coins come to whole cents, so the lines add up."""
    figures = world(WORLD)
    coins = figures[GIFT]
    diamonds = coins * figures["gifts.diamonds_per_coin"]
    gift = figures.value(GIFT).figure.label
    app, web = parts_of(figures, coins, "app"), parts_of(figures, coins, "web")
    price = figures["coins.app_price_usd"]
    lines = (
        (f"1 {gift}", quantity(coins, "coins")),
        ("Price of a coin", money_text(price)),
        ("The fan pays", money_text(app.paid)),
        (f"App store, {percent_text(figures['subscriptions.store_fee'])}", money_text(-app.store)),
        ("TikTok, tax, card fees", money_text(-app.tiktok)),
    )
    you = money_text(app.creator)
    return {
        "title": f"The receipt of one {gift}",
        "desc": f"The fan pays {money_text(app.paid)} in the app for {quantity(coins, 'coins')}. The app store takes "
        f"{money_text(app.store)}, TikTok {money_text(app.tiktok)}. You get {you}.",
        "note": f"Your share of {percent_text(figures['gifts.creator_share'])} is not of what the store leaves. It is "
        f"of {quantity(diamonds, 'Diamonds')}, which stand for {money_text(diamonds * figures['gifts.diamond_usd'])}. "
        f"On the website the fan pays {money_text(web.paid)} for the same gift, and you get the same.",
        "height": HEIGHT,
        "gift": f"One {gift}, bought in the app",
        "lines": [
            {"label": label, "text": text, "y": FIRST_LINE + LINE * index} for index, (label, text) in enumerate(lines)
        ],
        "total": you,
        "as_of": f"Figures of {date_text(figures.day)}. An estimate.",
        "head": ["On the receipt", "Amount"],
        "rows": [{"name": label, "cells": [text]} for label, text in (*lines, ("You get", you))],
    }

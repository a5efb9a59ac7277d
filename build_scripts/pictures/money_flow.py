"""From coin to cash: a stream of money as wide as the amount, and at each gate what leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_scripts.pictures.world import parts_of
from calculators.kit.charts import coordinate
from calculators.kit.figure_records import WORLD
from calculators.kit.formatting import fixed, money_text, percent_text, quantity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_scripts.pictures.world import Parts, World

COINS = 100
STREAM = 180.0
"""Width of what the viewer pays, in the picture's units; the rest of 320 is for words."""
ASIDE = 24.0
"""How far to the side the store's part runs before it ends."""
BAR = 24
STEP = 42
"""From one case of the last gate to the next."""
FIRST_CASE, US_CASES = 170, 244
USUAL = "Outside the US"
ROWS = {"A viewer pays": "paid", "App store": "store", "TikTok": "tiktok", "You": "creator"}
"""The lines of the table: name, and field of Parts."""


def money_flow(world: World) -> Mapping[str, Any]:
    """Follow 100 coins bought in the app to the creator: at the usual share, and at those of US missions."""
    usual, us = world(WORLD), world("us")
    share = us.value("gifts.creator_share")
    cases = {
        USUAL: usual["gifts.creator_share"],
        "One LIVE a week": share.typical,
        "The least": share.low,
        "The most": share.high,
    }
    parts = {name: parts_of(usual, COINS, "app", part) for name, part in cases.items()}
    first = parts[USUAL]
    scale = STREAM / first.paid
    diamonds = COINS * usual["gifts.diamonds_per_coin"]
    credited = f"{quantity(diamonds, 'Diamonds')}, {money_text(diamonds * usual['gifts.diamond_usd'])} in name"
    return {
        "title": "Where the money goes, from coin to cash",
        "desc": f"A viewer pays {money_text(first.paid)} for {COINS} coins in the app. "
        f"The app store keeps {money_text(first.store)}. A gift of {COINS} coins is credited as {credited}. "
        + " ".join(_sentence(name, cases[name], got) for name, got in parts.items()),
        "note": "As wide as the money. TikTok's part includes tax, card fees and what a coin costs above its "
        "Diamond, so half of the Diamonds is less than half of the money. One LIVE a week means one of half an hour. "
        "Then comes the payout: at most "
        f"{quantity(usual['payouts.maximum_day'], 'USD')} a day, less what PayPal or your bank takes.",
        "height": US_CASES + STEP * (len(cases) - 2) + 30,
        "paid": {"width": coordinate(STREAM), "text": f"{money_text(first.paid)} for {COINS} coins"},
        "store": {
            "path": _band((first.paid - first.store) * scale, STREAM, ASIDE),
            "x": coordinate((first.paid - first.store) * scale + ASIDE),
            "width": coordinate(first.store * scale),
            "text_x": coordinate(STREAM + ASIDE + 8),
            "text": f"keeps {money_text(first.store)}",
        },
        "stream": {
            "width": coordinate((first.paid - first.store) * scale),
            "text_x": coordinate((first.paid - first.store) * scale + 10),
        },
        "credited": quantity(diamonds, "Diamonds"),
        "cases": [
            _case(name, cases[name], got, US_CASES + STEP * (index - 1) if index else FIRST_CASE, scale)
            for index, (name, got) in enumerate(parts.items())
        ],
        "head": ["", *(f"{_where(name)}, {percent_text(part)}" for name, part in cases.items())],
        "rows": [
            {"name": name, "cells": [money_text(getattr(got, part)) for got in parts.values()]}
            for name, part in ROWS.items()
        ],
    }


def _band(left: float, right: float, aside: float) -> str:
    """Return the outline of a stream that leaves to the side on its way down, from 30 to 78."""
    down = f"C {coordinate(right)} 60 {coordinate(right + aside)} 48 {coordinate(right + aside)} 78"
    up = f"C {coordinate(left + aside)} 48 {coordinate(left)} 60 {coordinate(left)} 30"
    return f"M {coordinate(left)} 30 H {coordinate(right)} {down} H {coordinate(left + aside)} {up} Z"


def _case(name: str, share: float, parts: Parts, y: int, scale: float) -> dict[str, Any]:
    """Place the last split, for one share."""
    you = parts.creator * scale
    return {
        "y": y,
        "you": coordinate(you - 1),
        "tiktok_x": coordinate(you + 1),
        "tiktok": coordinate(parts.tiktok * scale - 1),
        "text_y": y + 9,
        "amounts_y": y + 24,
        "label": f"{name}: {fixed(share * 100, 0)}%",
        "amounts": f"you {money_text(parts.creator)}, TikTok {money_text(parts.tiktok)}",
    }


def _sentence(name: str, share: float, parts: Parts) -> str:
    """Return one split in words."""
    you, tiktok = money_text(parts.creator), money_text(parts.tiktok)
    return f"{_where(name)}, at a share of {percent_text(share)}: you {you}, TikTok {tiktok}."


def _where(name: str) -> str:
    """Return the name of a case outside the drawing, which tells by its place what is of the US."""
    return name if name == USUAL else f"US, {name[0].lower()}{name[1:]}"

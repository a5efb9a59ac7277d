"""What 100 coins become: one bar for each way to buy them, as long as what the viewer pays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_scripts.pictures.world import Parts, parts_of
from calculators.kit.charts import WIDTH, coordinate
from calculators.kit.figure_records import WORLD
from calculators.kit.formatting import money_text, percent_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_scripts.pictures.world import World

COINS = 100
ROW = 66
"""Height of one bar with the text above and below it, in the picture's units."""
NAMES = {"creator": "Creator", "tiktok": "TikTok", "store": "Store"}


def hundred_coins(world: World) -> Mapping[str, Any]:
    """Show who gets what of 100 coins, bought in the app and on the website."""
    figures = world(WORLD)
    ways = {"In the app": parts_of(figures, COINS, "app"), "On the website": parts_of(figures, COINS, "web")}
    scale = WIDTH / max(parts.paid for parts in ways.values())
    share = percent_text(figures["gifts.creator_share"])
    return {
        "title": f"What {COINS} coins become",
        "desc": ". ".join(_sentence(way, parts) for way, parts in ways.items()) + ".",
        "note": f"What a viewer pays for {COINS} coins, and who gets it, at a share of {share}. "
        "TikTok pays tax and card fees from its part.",
        "height": len(ways) * ROW - 6,
        "bars": [_bar(way, parts, index * ROW, scale) for index, (way, parts) in enumerate(ways.items())],
        "head": ["", *ways],
        "rows": [
            {"name": "A viewer pays", "cells": [money_text(parts.paid) for parts in ways.values()]},
            *(
                {
                    "name": name,
                    "cells": [
                        money_text(amount) if (amount := getattr(parts, kind)) else "nothing" for parts in ways.values()
                    ],
                }
                for kind, name in NAMES.items()
            ),
        ],
    }


def _bar(way: str, parts: Parts, top: int, scale: float) -> dict[str, Any]:
    """Place one bar, its parts side by side, with the text of each below it."""
    x, placed = 0.0, []
    for (kind, name), amount in zip(NAMES.items(), parts, strict=True):
        if amount:
            text = f"{name} {money_text(amount)}"
            placed.append({"kind": kind, "x": coordinate(x), "width": coordinate(amount * scale - 2), "text": text})
        x += amount * scale
    label = f"{way}: {money_text(parts.paid)}"
    return {"label": label, "y": top + 11, "bar_y": top + 17, "text_y": top + 54, "parts": placed}


def _sentence(way: str, parts: Parts) -> str:
    """Return one bar in words."""
    texts = [f"{name} {money_text(amount)}" for name, amount in zip(NAMES.values(), parts, strict=True) if amount]
    return f"{way}, {money_text(parts.paid)}: {', '.join(texts)}"

"""What pictures of money have in common: who gets what of coins that a viewer buys and gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from calculators import viewer_spend
from calculators.kit.figure_records import WORLD
from calculators.kit.figures import Figures

type World = Callable[[str], Figures]
"""The figures of a day, by region: world("us")."""


class Parts(NamedTuple):
    """Who gets what of one purchase, in US dollars."""

    creator: float
    tiktok: float
    """What is left: TikTok pays tax and card fees from it."""
    store: float

    @property
    def paid(self) -> float:
        """Return what the viewer paid."""
        return sum(self)


def parts_of(figures: Figures, coins: float, bought: str, share: float | None = None) -> Parts:
    """Return who gets what of so many coins, as the calculator viewer-spend works it out.

    `bought` is "app" or "web"; `share` is the creator's, from 0 to 1: the figure's where none is given.
    """
    answer = viewer_spend.compute(
        viewer_spend.Inputs(
            amount=coins * 12 / 52,  # a week; the calculator shows a month
            of="coins",
            bought=bought,
            store_fee=figures["subscriptions.store_fee"],
            region=WORLD,
            share=figures["gifts.creator_share"] if share is None else share,
        ),
        figures,
    )
    _, store, tiktok, creator, *_ = (line.value for line in answer.breakdown)
    return Parts(creator, tiktok, store)

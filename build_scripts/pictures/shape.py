"""How unequal it is: who of 100 viewers gives 100 coins, and who of 100 creators gets 100 dollars.

Both follow a log-normal spread, whose sigma is a figure worked out from the one share that was published.
"""

from __future__ import annotations

import itertools
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

from calculators.kit.charts import WIDTH, coordinate
from calculators.kit.figure_records import WORLD
from calculators.kit.formatting import percent_text, quantity, span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_scripts.pictures.world import World
    from calculators.kit.figures import FigureValue

GROUPS = (1, 4, 15, 80)
"""Of a hundred people, from those with most to those with least."""
NORMAL = NormalDist()
TOP, BOTTOM, BAR = 18, 108, 22
LEGEND, LINE = 178, 24
KINDS = ("first", "second", "third", "rest")


def gift_shape(world: World) -> Mapping[str, Any]:
    """Show that a few viewers give nearly all."""
    figures = world(WORLD)
    finding = figures.value("platform.top_fifth_gifts")
    return _view(
        figures.value("audience.viewer_gift_sigma"),
        title="Who of 100 viewers gives 100 coins",
        many="100 viewers, those who give most first",
        of="the 100 coins that they give",
        one="viewer gives",
        more="viewers give",
        unit="coins",
        note=f"Rough numbers, worked out from one finding: on a Chinese platform, {finding.row.since.year}, a fifth "
        f"of the viewers gave {percent_text(finding.typical)} of the gifts. TikTok publishes nothing on it.",
    )


def income_shape(world: World) -> Mapping[str, Any]:
    """Show that a few creators get nearly all, so that a mean is nobody's income."""
    figures = world(WORLD)
    finding = figures.value("platform.top_hundredth_income")
    times = quantity(figures["platform.mean_over_median"], "ratio")
    return _view(
        figures.value("audience.creator_income_sigma"),
        title="Who of 100 creators gets 100 dollars",
        many="100 creators, those who get most first",
        of="the 100 dollars that they get",
        one="creator gets",
        more="creators get",
        unit="USD",
        note=f"Rough numbers, worked out from one finding: on Twitch, {finding.row.since.year}, one creator in a "
        f"hundred got more than {percent_text(finding.typical)}; the smooth curve drawn here comes to a little "
        f"less. The mean is then about {times} times the income of the one in the middle. "
        "TikTok publishes nothing on it.",
    )


def shares(sigma: float) -> list[float]:
    """Return what each of GROUPS has of 100, those with most first.

    The top part p of a log-normal spread has Φ(sigma − Φ⁻¹(1 − p)) of the whole: its Lorenz curve from the top.
    """
    ends = itertools.accumulate(GROUPS)
    tops = [NORMAL.cdf(sigma - NORMAL.inv_cdf(1 - end / 100)) * 100 if end < sum(GROUPS) else 100.0 for end in ends]
    return [top - before for before, top in itertools.pairwise([0.0, *tops])]


def whole(parts: list[float]) -> list[int]:
    """Round parts of 100 so that they still add up: those with the largest remainders up, the others down."""
    rounded = [int(part) for part in parts]
    by_remainder = sorted(range(len(parts)), key=lambda index: rounded[index] - parts[index])
    for index in by_remainder[: 100 - sum(rounded)]:
        rounded[index] += 1
    return rounded


def _view(sigma: FigureValue, *, many: str, of: str, one: str, more: str, unit: str, **words: str) -> Mapping[str, Any]:
    """Place one picture."""
    parts = shares(sigma.typical)
    texts = [quantity(part, unit) for part in whole(parts)]
    could = [sorted(pair) for pair in zip(whole(shares(sigma.low)), whole(shares(sigma.high)), strict=True)]
    names = [f"{people} {one if people == 1 else more}" for people in GROUPS]
    return {
        "template": "shape.html",
        **words,
        "desc": f"{'; '.join(f'{name} {text}' for name, text in zip(names, texts, strict=True))}.",
        "many": many,
        "of": of,
        "height": LEGEND + LINE * (len(GROUPS) - 1) + 10,
        "parts": _placed(parts),
        "legend": [
            {"kind": kind, "y": y, "text_y": y + 10, "text": f"{name} {text}"}
            for kind, name, text, y in zip(KINDS, names, texts, itertools.count(LEGEND - 10, LINE), strict=False)
        ],
        "head": ["", "About", "Could be"],
        "rows": [
            {"name": name, "cells": [text, span(low, high, unit)]}
            for name, text, (low, high) in zip(names, texts, could, strict=True)
        ],
    }


def _placed(parts: list[float]) -> list[dict[str, str]]:
    """Place each group's piece of the upper bar, of the lower bar, and the band between the two."""
    placed = []
    above = below = 0.0
    for kind, people, part in zip(KINDS, GROUPS, parts, strict=True):
        wide, long = WIDTH * people / 100, WIDTH * part / 100
        corners = ((above, TOP + BAR), (above + wide, TOP + BAR), (below + long, BOTTOM), (below, BOTTOM))
        placed.append(
            {
                "kind": kind,
                "x": coordinate(above),
                "width": coordinate(max(wide - 1, 2)),
                "to_x": coordinate(below),
                "to_width": coordinate(long - 1),
                "band": " ".join(f"{coordinate(x)},{y}" for x, y in corners),
            }
        )
        above, below = above + wide, below + long
    return placed

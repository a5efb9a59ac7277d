"""Pictures for pages, drawn at build from the figures, so that they cannot go out of date.

A picture is a function from figures to a view, and a template of the same name in `site_templates/pictures/`
that only places what it is given. All share a frame: title, description, caption, and a table of the same numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_scripts import templates
from build_scripts.pictures.gift_receipt import gift_receipt
from build_scripts.pictures.hundred_coins import hundred_coins
from build_scripts.pictures.money_flow import money_flow
from build_scripts.pictures.shape import gift_shape, income_shape
from calculators.kit.figure_records import WORLD
from calculators.kit.figure_view import anchor
from calculators.kit.figure_words import REGIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from build_scripts.pictures.world import World
    from calculators.kit.figures import Figures, FigureValue, Register

PICTURES: Mapping[str, Callable[[World], Mapping[str, Any]]] = {
    "gift-receipt": gift_receipt,
    "gift-shape": gift_shape,
    "hundred-coins": hundred_coins,
    "income-shape": income_shape,
    "money-flow": money_flow,
}


def html(name: str, register: Register) -> str:
    """Return a picture with its text, its table and the figures it is drawn from, as they stand today."""
    read: dict[str, Figures] = {}

    def world(region: str) -> Figures:
        return read.setdefault(region, register.on(register.edition, region))

    view = PICTURES[name](world)
    template = view.get("template", f"{name}.html")
    return templates.render("pictures", template, {"name": name, "basis": _basis(read), **view})


def _basis(read: Mapping[str, Figures]) -> list[dict[str, str]]:
    """Return the figures that were read, each once, with what their links need."""
    used: dict[str, dict[str, FigureValue]] = {}
    for region, figures in read.items():
        for key in figures.used:
            used.setdefault(key, {})[region] = figures.value(key)
    return [
        {"label": next(iter(by_region.values())).figure.label, "anchor": anchor(key), "grade": _grades(by_region)}
        for key, by_region in used.items()
    ]


def _grades(by_region: Mapping[str, FigureValue]) -> str:
    """Return the grade of a figure, or where regions differ in it "A; in the United States B"."""
    grades = {region: value.row.grade for region, value in by_region.items()}
    if len(set(grades.values())) == 1:
        return next(iter(grades.values()))
    return "; ".join(
        grade if region == WORLD else f"in the {REGIONS[region]} {grade}" for region, grade in grades.items()
    )

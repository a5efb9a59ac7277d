"""What the result templates see: every text finished, every coordinate placed.

The same code runs at build and in the browser, so the two results are the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from calculators.kit import decision_views, form_view, result_charts, result_words
from calculators.kit.figure_view import figure_view

if TYPE_CHECKING:
    from calculators.kit.engine import Result


def result_view(result: Result, version: str, on: str) -> dict[str, Any]:
    """Return the attributes of `r` in `result.html.jinja`."""
    slug, locale = result.calculator.slug, result.request.locale
    return {
        "slug": slug,
        "title": result.calculator.title,
        "version": version,
        "as_of": on,
        "id_prefix": slug,
        "sentence": result_words.sentence(result),
        "headline": result_words.headline_view(result),
        "range": result_charts.likely_range(result),
        "breakdown": result_words.breakdown(result),
        "steps": result_words.steps(result),
        **result_charts.drivers(result),
        "series": result_charts.series(result),
        "figures": [figure_view(result.figures.value(key), result.register, locale) for key in result.shown],
        "own_fields": form_view.own_fields(result),
        "rate": result_words.rate_view(result),
        "notes": result_words.notes(result),
        "goal": decision_views.goal_view(result),
        "today": decision_views.today_view(result),
        "pinned": decision_views.pinned_view(result),
    }

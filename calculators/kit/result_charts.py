"""The parts of a result that are pictures: likely range, drivers and series, every coordinate placed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from calculators.kit import charts
from calculators.kit.engine import LIMIT_DIGITS
from calculators.kit.formatting import bare, is_money, quantity, rounded_to, singular
from calculators.kit.result_words import input_text, lower_end, range_sentence, rounded

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.kit.engine import Driver, Result
    from calculators.kit.inputs import Input
    from calculators.kit.locales import Locale

SERIES_ROWS = 4
"""Every how many points the chart's table has a row."""
ROW = 16.0
"""Height of a driver's row."""
LETTER = 7.0
"""Width of a letter on an axis, at most."""


def likely_range(result: Result) -> dict[str, Any] | None:
    """Return the likely range and its dot plot; None where nothing is uncertain."""
    if not result.sample:
        return None
    spread = result.spread
    low, high = rounded(result, spread.low), rounded(result, spread.high)
    plot = charts.dot_plot(result.sample, spread.typical)
    ends = range_sentence(result)
    lowest = rounded(result, result.sample[0])
    return {
        "low": low,
        "low_means": "none is lower" if lowest == low else "one in ten is lower",
        "middle": rounded(result, result.sample[len(result.sample) // 2]),
        "typical": rounded(result, spread.typical),
        "high": high,
        "sentence": ends,
        "desc": f"Twenty dots, each as likely as the next. {ends}",
        "dots": [{"x": dot.x, "y": dot.y} for dot in plot.dots],
        "height": plot.height,
        "radius": plot.radius,
        "axis_y": plot.axis_y,
        "mark_x": plot.mark_x,
        "ticks": [_across(mark, _tick(result, mark.value, bare)) for mark in plot.marks],
    }


def _across(mark: charts.Place, text: str) -> dict[str, str]:
    """Return a mark below a chart: its text in the middle below it, unless it would stand out over the edge."""
    half, x = LETTER * len(text) / 2, float(mark.x)
    anchor = "start" if x < half else "end" if x > charts.WIDTH - half else "middle"
    return {"x": mark.x, "text": text, "anchor": anchor}


def _tick(result: Result, value: float, write: Callable[[float, str, Locale], str]) -> str:
    """Write a round value on the headline's axis; `bare` where marks side by side have no room for the unit's word."""
    return write(value, result.answer.headline.unit, result.request.locale) if value else "0"


def drivers(result: Result) -> dict[str, Any]:
    """Return the bars of what matters most, on one scale."""
    typical = result.answer.headline.value
    ends = [end for driver in result.drivers for end in (driver.at_low, driver.at_high)]
    start, end = min([0.0, typical, *ends]), max([0.0, typical, *ends])
    return {
        "drivers": [_driver(result, driver, start, end, row) for row, driver in enumerate(result.drivers)],
        "drivers_zero_x": charts.coordinate(charts.along(0.0, start, end)),
        "drivers_mark_x": charts.coordinate(charts.along(typical, start, end)),
        "drivers_height": charts.coordinate(ROW * len(result.drivers)),
    }


def _driver(result: Result, driver: Driver, start: float, end: float, row: int) -> dict[str, str]:
    """Return one bar, with the sentence it means."""
    locale = result.request.locale
    label, unit = result.scenario.label_and_unit(driver.key)
    low, high = quantity(driver.spread.low, unit, locale), quantity(driver.spread.high, unit, locale)
    at_low, at_high = rounded(result, driver.at_low), rounded(result, driver.at_high)
    x0, x1 = charts.bar(driver.at_low, driver.at_high, start, end)
    least, most = (at_low, at_high) if driver.at_low <= driver.at_high else (at_high, at_low)
    return {
        "label": label,
        "low": low,
        "high": high,
        "text_low": at_low,
        "text_high": at_high,
        "span": _span(least, most),
        "sentence": f"With {low} it would be {at_low}; with {high}, {at_high}.",
        "x0": x0,
        "x1": x1,
        "y": charts.coordinate(ROW * row),
    }


def _span(least: str, most: str) -> str:
    """Write two values as a span, with their unit once: "260 to 3,800 viewers"."""
    return f"about {least}" if least == most else f"{lower_end(least, most)} to {most}"


def _with_unit(label: str, unit: str) -> str:
    """Name an axis with its unit, where neither its name nor its marks say it: "Length of a LIVE, in minutes"."""
    is_said = is_money(unit) or unit in {"", "%"} or singular(unit).casefold() in label.casefold()
    return label if is_said else f"{label}, in {unit}"


def _counted_in(result: Result, spec: Input) -> str:
    """Return the unit of an input, which may be picked beside it: "coins a week"."""
    picked = result.scenario.input(spec.counted_in)
    return input_text(result.scenario, picked, result.reading.values[picked.name]) if picked else spec.unit


def _place_text(result: Result, spec: Input, x: float) -> str:
    """Write a place along an input; beyond a step at a round number: "over 25 minutes"."""
    text = quantity(x, spec.unit, result.request.locale)
    limits = [left for (left, _), (right, _) in zip(result.steps[::2], result.steps[1::2], strict=True) if right == x]
    is_over = any(left == rounded_to(x, LIMIT_DIGITS) != x for left in limits)
    return f"over {text}" if is_over else text


def series(result: Result) -> dict[str, Any] | None:
    """Return the chart of the headline along the swept input."""
    if not result.series:
        return None
    spec = next(spec for spec in result.calculator.inputs if spec.name == result.calculator.sweep)
    locale = result.request.locale
    here = (float(result.reading.values[spec.name]), result.answer.headline.value)
    chart = charts.line_chart(sorted({*result.series, *result.steps}), here)
    head = result.answer.headline.label.removesuffix(" by")
    first, last = result.series[0], result.series[-1]
    return {
        "label": spec.label,
        "across": _with_unit(spec.label, _counted_in(result, spec)),
        "up": head,
        "title": f"{head}, by “{spec.label}”",
        "is_free_left": chart.is_free_left,
        "desc": f"From {rounded(result, first[1])} at {quantity(first[0], spec.unit, locale)} "
        f"to {rounded(result, last[1])} at {quantity(last[0], spec.unit, locale)}.",
        "points": chart.points,
        "x_ticks": [_across(mark, bare(mark.value, spec.unit, locale)) for mark in chart.x_marks],
        # No word at the bottom line where that is nothing: the mark of the other axis stands there.
        "y_ticks": [
            {"y": mark.y, "text": _tick(result, mark.value, quantity) if mark.value or chart.y_marks[0].value else ""}
            for mark in chart.y_marks
        ],
        "mark_x": chart.mark.x,
        "mark_y": chart.mark.y,
        "rows": [
            {"x": _place_text(result, spec, x), "y": rounded(result, y), "here": (x, y) == here}
            # Some points along the line, the far side of each step, both ends and the reader's own.
            for x, y in sorted({*result.series[::SERIES_ROWS], *result.steps[1::2], last, here})
        ],
    }

"""Where things stand in the charts, as finished coordinates; the templates only place them.

Every chart is 320 units wide, so that one unit is about one pixel on a phone.
"""

from __future__ import annotations

from typing import NamedTuple

from calculators.kit import scales, uncertainty
from calculators.kit.formatting import fixed, plain

WIDTH = 320.0
SERIES_HEIGHT = 180.0
DOTS = 20
RADIUS = 7.0
NARROW = 0.4
"""Where the dots spread over less than this part of the way from zero, the axis begins at the lowest."""
WORDS, LINE = 60.0, 16.0
"""The room that the words of a mark take: their width and height."""
ABOVE = 14.0
"""How far the line of the result stands out above the highest pile, which hides the rest of it."""
MOST_DECIMALS = 1


def coordinate(value: float) -> str:
    """Write where something stands in a drawing, in its units, to a tenth."""
    return plain(fixed(value, MOST_DECIMALS))


class Place(NamedTuple):
    """A point, or a mark on an axis with its value."""

    x: str
    y: str
    value: float = 0.0


class DotPlot(NamedTuple):
    """Twenty equally likely values, piled where they are near each other."""

    dots: list[Place]
    height: str
    radius: str
    axis_y: str
    mark_x: str
    marks: list[Place]


class LineChart(NamedTuple):
    """A line, its axes' marks and the reader's own place on it."""

    points: str
    x_marks: list[Place]
    y_marks: list[Place]
    mark: Place
    is_free_left: bool
    """Whether the line leaves more room for the words of its marks at the left edge than at the right."""


def dot_plot(sample: list[float], headline: float) -> DotPlot:
    """Lay out the quantile dot plot (Kay et al. 2016) of an ascending sample."""
    values = uncertainty.dots(sample, DOTS)
    low, high = min(0.0, values[0]), max(values[-1], headline)
    if 0 < high - values[0] < NARROW * high:  # from zero, all dots would stand in a few columns
        low = values[0]
    span = (high - low) or 1.0
    inner = WIDTH - 2 * RADIUS

    def x_of(value: float) -> float:
        return RADIUS + inner * (value - low) / span

    columns = int(inner / (2 * RADIUS))
    piles: dict[int, int] = {}
    spots = []
    for value in values:
        column = round(columns * (value - low) / span - 1e-9)
        piles[column] = piles.get(column, 0) + 1
        spots.append((RADIUS + inner * column / columns, piles[column]))
    axis = 2 * RADIUS * max(piles.values()) + ABOVE
    return DotPlot(
        [Place(coordinate(x), coordinate(axis - 2 * RADIUS * pile + RADIUS)) for x, pile in spots],
        height=coordinate(axis + 24),
        radius=coordinate(RADIUS - 1),
        axis_y=coordinate(axis),
        mark_x=coordinate(x_of(headline)),
        marks=[Place(coordinate(x_of(mark)), coordinate(axis), mark) for mark in scales.marks(low, high, 4)],
    )


def bar(at_low: float, at_high: float, start: float, end: float) -> tuple[str, str]:
    """Return where a driver's bar begins and ends, on a scale from `start` to `end`."""
    left, right = sorted((at_low, at_high))
    return coordinate(along(left, start, end)), coordinate(along(right, start, end))


def along(value: float, start: float, end: float) -> float:
    """Return how far across the chart `value` lies."""
    return WIDTH * (value - start) / ((end - start) or 1.0)


def line_chart(series: list[tuple[float, float]], here: tuple[float, float]) -> LineChart:
    """Lay out the headline along one input; `here` is the reader's own point."""
    left, right = series[0][0], series[-1][0]
    low = min(0.0, *(y for _, y in series))
    high = max(*(y for _, y in series), here[1])
    high = scales.nice_ceiling(high) if high > 0 else low + 1.0

    def place(x: float, y: float) -> tuple[str, str]:
        return coordinate(along(x, left, right)), coordinate(SERIES_HEIGHT * (high - y) / (high - low))

    steps, across = scales.marks(low, high, 4), scales.marks(left, right, 4)
    if all(y == int(y) for _, y in series):  # what is counted has no halves
        steps = _whole(steps)
    if all(x == int(x) for x, _ in series):
        across = _whole(across)
    y_marks = [Place(*place(left, mark), mark) for mark in steps]
    told = [mark for mark in y_marks if mark.value or low]  # nothing, at the bottom, has no word
    spots = [(along(x, left, right), float(place(x, y)[1])) for x, y in (*series, here)]
    return LineChart(
        points=" ".join(",".join(place(x, y)) for x, y in series),
        x_marks=[Place(*place(mark, low), mark) for mark in across],
        y_marks=y_marks,
        mark=Place(*place(*here), here[1]),
        is_free_left=_in_the_way(spots, told, 0.0) <= _in_the_way(spots, told, WIDTH - WORDS),
    )


def _whole(marks: list[float]) -> list[float]:
    """Return the marks that are whole numbers."""
    return [mark for mark in marks if mark == int(mark)]


def _in_the_way(spots: list[tuple[float, float]], marks: list[Place], start: float) -> int:
    """Count the points of a line where the marks' words would stand, above their marks from `start` on."""
    lines = [float(mark.y) for mark in marks]
    return sum(start <= x <= start + WORDS and any(-LINE < y - line <= 0 for line in lines) for x, y in spots)

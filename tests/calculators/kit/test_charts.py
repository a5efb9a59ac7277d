"""Where the marks of a chart stand."""

from __future__ import annotations

import pytest

from calculators.kit import charts


@pytest.mark.parametrize(
    ("values", "marks"),
    [
        ((2, 1, 1, 0), [0, 1, 2]),  # counted things: no half of a condition
        ((2, 1.5, 1, 0), [0, 0.5, 1, 1.5, 2]),
        ((0, 40, 80), [0, 20, 40, 60, 80]),
    ],
)
def test_what_is_counted_has_no_halves(values: tuple[float, ...], marks: list[float]) -> None:
    """The axis of a count is marked with whole numbers only; that of an amount where it is round."""
    series = [(float(x), float(y)) for x, y in enumerate(values)]
    assert [mark.value for mark in charts.line_chart(series, series[0]).y_marks] == marks


def test_the_readers_own_point_lies_on_the_chart() -> None:
    """A point above the line still has room: the axis reaches it."""
    chart = charts.line_chart([(0.0, 0.0), (10.0, 50.0)], (5.0, 90.0))
    assert chart.mark.value == 90
    assert 0 <= float(chart.mark.y) <= charts.SERIES_HEIGHT
    assert max(mark.value for mark in chart.y_marks) >= 90


def test_places_of_things_are_whole() -> None:
    """Along a number of gifts there is no mark at one and a half; along an amount there is."""
    gifts = charts.line_chart([(1.0, 0.5), (2.0, 1.0)], (1.0, 0.5))
    hours = charts.line_chart([(1.0, 0.5), (1.7, 0.8), (2.0, 1.0)], (1.0, 0.5))
    assert [mark.value for mark in gifts.x_marks] == [1, 2]
    assert 1.5 in [round(mark.value, 3) for mark in hours.x_marks]


def test_words_of_marks_stand_where_the_line_is_not() -> None:
    """At the left of a line that rises to the right, at the right of one that comes down from the words' places."""
    rising = [(float(x), float(x)) for x in range(0, 101, 4)]
    falling = [(float(x), 110.0 - x) for x in range(0, 101, 4)]
    assert charts.line_chart(rising, rising[0]).is_free_left
    assert not charts.line_chart(falling, falling[5]).is_free_left


def test_dots_near_each_other_are_spread_out() -> None:
    """From $6.50 to $6.67 twenty dots fill the axis; from $1 to $9 it begins at zero."""
    narrow = charts.dot_plot([6.5 + 0.01 * place for place in range(18)], 6.6)
    wide = charts.dot_plot([1.0 + 0.4 * place for place in range(21)], 4.0)
    assert len({dot.x for dot in narrow.dots}) > 10
    assert narrow.marks[0].value >= 6.5
    assert wide.marks[0].value == 0


def test_the_line_of_the_result_stands_out_above_the_dots() -> None:
    """All dots in one pile would hide it."""
    plot = charts.dot_plot([5.0, 5.0, 5.0], 5.0)
    assert min(float(dot.y) for dot in plot.dots) - charts.RADIUS >= 10

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

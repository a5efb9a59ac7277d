"""One calculation for many draws at once: a column of values that computes like a number.

`compute` runs once for all draws instead of once for each. Where the draws take different branches, it runs again
for those on either side, so each draw's result is, to the last bit, what `compute` gives for that draw alone.
"""

from __future__ import annotations

import math
import operator
from itertools import repeat
from typing import TYPE_CHECKING, Any, Never, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_FEW = 4
"""Rows for which columns cost more than they save."""


class Parted(Exception):  # noqa: N818 - not an error: how a branch is told to `rows_of`
    """A comparison that is true for some rows only."""

    def __init__(self, outcomes: list[bool]) -> None:
        """Keep what it is for each row."""
        super().__init__()
        self.outcomes = outcomes


def _binary(operate: Callable[[Any, Any], Any]) -> Callable[[Column, Any], Column]:
    def forward(self: Column, other: Any) -> Column:  # noqa: ANN401 - a number or a Column
        return Column(list(map(operate, self.values, _values(other))))

    return forward


def _reflected(operate: Callable[[Any, Any], Any]) -> Callable[[Column, Any], Column]:
    def backward(self: Column, other: Any) -> Column:  # noqa: ANN401 - a number; of two Columns the first is asked
        return Column(list(map(operate, repeat(other), self.values)))

    return backward


def _unary(operate: Callable[..., Any]) -> Callable[..., Column]:
    def apply(self: Column, *options: Any) -> Column:  # noqa: ANN401 - the digits of round()
        return Column([operate(value, *options) for value in self.values])

    return apply


def _comparison(compare: Callable[[Any, Any], bool]) -> Callable[[Column, Any], bool]:
    def decide(self: Column, other: Any) -> bool:  # noqa: ANN401 - a number or a Column
        return _agreed(list(map(compare, self.values, _values(other))))

    return decide


class Column:
    """The values of one quantity, one a row. Whatever it cannot do raises TypeError: then rows run one by one."""

    __slots__ = ("values",)

    def __init__(self, values: list[float]) -> None:
        """Hold at least one value."""
        self.values = values

    __add__, __radd__ = _binary(operator.add), _reflected(operator.add)
    __sub__, __rsub__ = _binary(operator.sub), _reflected(operator.sub)
    __mul__, __rmul__ = _binary(operator.mul), _reflected(operator.mul)
    __truediv__, __rtruediv__ = _binary(operator.truediv), _reflected(operator.truediv)
    __floordiv__, __rfloordiv__ = _binary(operator.floordiv), _reflected(operator.floordiv)
    __mod__, __rmod__ = _binary(operator.mod), _reflected(operator.mod)
    __pow__, __rpow__ = _binary(operator.pow), _reflected(operator.pow)
    __neg__, __pos__, __abs__ = _unary(operator.neg), _unary(operator.pos), _unary(operator.abs)
    __floor__, __ceil__, __round__ = _unary(math.floor), _unary(math.ceil), _unary(round)
    __lt__, __le__, __gt__, __ge__ = map(_comparison, (operator.lt, operator.le, operator.gt, operator.ge))
    __eq__, __ne__ = map(_comparison, (operator.eq, operator.ne))
    __hash__ = None  # type: ignore[assignment]  # a row's value could not be found by it

    def __bool__(self) -> bool:
        """Return whether no row is zero; raise Parted where only some are."""
        return _agreed(list(map(bool, self.values)))

    def __str__(self) -> Never:
        """Refuse: a text is about one row."""
        raise TypeError("A column has no text of its own.")

    __format__ = __str__  # type: ignore[assignment] # refuses whatever the format


def each(function: Callable[[float], float], value: float) -> float:
    """Return `function(value)`, for a function of `math` that knows numbers only; row by row for a column."""
    known: object = value
    return cast("float", _unary(function)(known)) if isinstance(known, Column) else function(value)


def log(value: float) -> float:
    """Return the natural logarithm."""
    return each(math.log, value)


def most(*values: float) -> float:
    """Return the largest, like `max`, but row by row, so that no branch parts a column."""
    return cast("float", _chosen(max, values))


def least(*values: float) -> float:
    """Return the smallest, like `min`, but row by row, so that no branch parts a column."""
    return cast("float", _chosen(min, values))


def largest_of(named: Mapping[str, float]) -> tuple[str, float]:
    """Return the largest with its name; no name where it is a column, for a text is about one row."""
    largest = most(*named.values())
    is_column = isinstance(cast("object", largest), Column)
    return "" if is_column else next(name for name, value in named.items() if value == largest), largest


def rows_of(run: Callable[[Mapping[str, float]], float], columns: Mapping[str, Sequence[float]]) -> list[float]:
    """Return what `run` gives for each row of the columns, all of one length; raises what it raises."""
    size = len(next(iter(columns.values()), ()))
    found = [math.nan] * size
    parts: list[Sequence[int]] = [range(size)]
    while parts:
        rows = parts.pop()
        try:
            answers = _together(run, columns, rows)
        except Parted as parted:
            parts += _sides(rows, parted.outcomes)
            continue
        for row, answer in zip(rows, answers, strict=True):
            found[row] = answer
    return found


def _together(
    run: Callable[[Mapping[str, float]], float], columns: Mapping[str, Sequence[float]], rows: Sequence[int]
) -> Sequence[float]:
    """Return the rows' answers, from one run where that can be; raise Parted where they take different branches."""
    if len(rows) > _FEW:
        try:
            whole = {key: Column([values[row] for row in rows]) for key, values in columns.items()}
            return list(map(float, _values(run(cast("Mapping[str, float]", whole)), len(rows))))
        except TypeError:
            pass  # something that only numbers can do
    return [run({key: values[row] for key, values in columns.items()}) for row in rows]


def _chosen(choose: Callable[[Any, Any], Any], values: Sequence[Any]) -> Any:  # noqa: ANN401 - numbers or Columns
    """Return the largest or smallest, a pair at a time as `max` and `min` find it."""
    chosen = values[0]
    for value in values[1:]:
        if isinstance(chosen, Column) or isinstance(value, Column):
            chosen = Column(list(map(choose, _values(chosen), _values(value))))
        else:
            chosen = choose(chosen, value)
    return chosen


def _sides(rows: Sequence[int], outcomes: Sequence[bool]) -> tuple[list[int], list[int]]:
    """Return the rows for which a comparison is true, and the others."""
    pairs = list(zip(rows, outcomes, strict=True))
    return [row for row, outcome in pairs if outcome], [row for row, outcome in pairs if not outcome]


def _values(of: Any, times: int | None = None) -> Any:  # noqa: ANN401 - a number or a Column
    """Return the values row by row; a number's again and again."""
    if isinstance(of, Column):
        return of.values
    return repeat(of) if times is None else repeat(of, times)


def _agreed(outcomes: list[bool]) -> bool:
    """Return what a comparison is for every row; raise Parted where they differ."""
    first = outcomes[0]
    if outcomes.count(first) < len(outcomes):
        raise Parted(outcomes)
    return first

"""Rounds the lines of a receipt so that what is printed adds up.

Rounded one by one, three lines of half a cent miss their total by a cent, and a reader with a pencil finds an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.kit.formatting import decimals_of, fixed, is_money, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calculators.kit.answer import Line

_SIGNS = {"item": 1, "less": -1}
_TOLD_FINER = 10
"""Below so many of the smallest coin an amount is written with more digits than coins have."""


def printed(lines: Sequence[Line]) -> list[float]:
    """Return each line's amount as it is to be printed.

    Amounts are rounded to the smallest coin. Where the lines before a total then miss it, those that were rounded
    furthest the wrong way give or take a coin. Returned as they are where units differ, or an amount is told finer.
    """
    exact = [line.value for line in lines]
    units = {line.unit for line in lines if line.kind != "note"}
    unit = next(iter(units), "")
    decimals = decimals_of(unit)
    small = _TOLD_FINER * 10.0**-decimals
    if len(units) != 1 or not is_money(unit) or any(0 < abs(value) < small for value in exact):
        return exact
    coins = [_coins(value, decimals) for value in exact]
    begin = 0
    for end, line in enumerate(lines):
        if line.kind == "total":
            _make_up(lines, coins, begin, end, decimals)
            begin = end + 1
    return [
        value if line.kind == "note" else coin / 10**decimals
        for line, coin, value in zip(lines, coins, exact, strict=True)
    ]


def _make_up(lines: Sequence[Line], coins: list[int], begin: int, end: int, decimals: int) -> None:
    """Let the lines since the total before make up for what all lines so far miss of the total at `end`."""
    missing = coins[end] - sum(_SIGNS.get(lines[place].kind, 0) * coins[place] for place in range(end))
    direction = 1 if missing > 0 else -1
    places = [place for place in range(begin, end) if lines[place].kind in _SIGNS]
    if abs(missing) > len(places):
        return  # more than rounding can do: a calculator's own mistake is for its tests to find

    def pull(place: int) -> tuple[float, bool]:
        line = lines[place]
        off = _SIGNS[line.kind] * (line.value * 10**decimals - coins[place]) * direction
        return round(off, 6), line.kind == "less"  # rounded, so that two Pythons choose the same

    for place in sorted(places, key=pull, reverse=True)[: abs(missing)]:
        coins[place] += _SIGNS[lines[place].kind] * direction


def _coins(value: float, decimals: int) -> int:
    """Return an amount in its smallest coins, rounded as all printed numbers are."""
    return int(plain(fixed(value, decimals)).replace(".", ""))

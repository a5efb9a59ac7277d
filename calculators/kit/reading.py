"""From raw strings to checked inputs: the one door for what a reader, a page or a shell sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from calculators.kit.errors import Refusals, Unreadable
from calculators.kit.formatting import bare, list_of_options, quantity
from calculators.kit.inputs import Input, inputs_of
from calculators.kit.locales import ENGLISH, Locale
from calculators.kit.parsing import parse_number, split_range, two_readings
from calculators.kit.uncertainty import Spread, certain, from_ends

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.kit.figures import Figures


class Reading(NamedTuple):
    """What was entered, checked and in the units of `compute`."""

    values: dict[str, Any]
    """One value an input: the typical one where it is uncertain."""
    spreads: dict[str, Spread]
    """The uncertain inputs' low, typical and high."""
    typed: frozenset[str]
    """The inputs the reader filled in."""


def read(
    declaration: type,
    raw: Mapping[str, str],
    figures: Figures,
    *,
    locale: Locale = ENGLISH,
    options: Mapping[str, Mapping[str, str]] | None = None,
) -> Reading:
    """Check every field of `raw` against the declaration and return the values.

    An empty or missing field takes its default, or its figure's low, typical and high. `options` holds the options of
    choices among figures (`Calculator.options`); such a choice becomes the figure's key.
    Raises one BadAnswers with a message for each field that cannot be used.
    """
    values: dict[str, Any] = {}
    spreads: dict[str, Spread] = {}
    refusals = Refusals()
    typed = set()
    for spec in inputs_of(declaration):
        text = raw.get(spec.name, "").strip()
        try:
            if spec.is_choice:
                picked = _picked(spec, text, (options or {}).get(spec.name, spec.options))
                values[spec.name] = f"{spec.topic}.{picked}" if spec.topic else picked
            else:
                spread = read_spread(spec, text, locale) if text else _untouched(spec, figures, locale)
                values[spec.name] = int(spread.typical) if spec.kind == "whole" else spread.typical
                if not spread.is_certain:
                    spreads[spec.name] = spread
        except Unreadable as refusal:
            refusals.add(spec.name, refusal)
        if text:
            typed.add(spec.name)
    refusals.stop()
    return Reading(values, spreads, frozenset(typed))


def read_spread(spec: Input, text: str, locale: Locale) -> Spread:
    """Read "12" or "5 to 20" within the input's limits; raise Unreadable with what to enter instead.

    What may be thousands or decimals ("1.234") is asked about where the field allows both.
    """
    readings = two_readings(text, locale)
    if readings is None:
        return _read_plain(spec, text, locale)
    possible = tuple(offer for offer in readings if _is_allowed(spec, offer.fill, locale))
    if possible == readings[1:]:
        return _read_plain(spec, readings[1].fill, locale)
    if possible:
        raise Unreadable(f"Do you mean {' or '.join(offer.text for offer in possible)}?", possible)
    return _read_plain(spec, text, locale)


def _is_allowed(spec: Input, text: str, locale: Locale) -> bool:
    """Whether a field takes this text."""
    try:
        _read_plain(spec, text, locale)
    except Unreadable:
        return False
    return True


def _read_plain(spec: Input, text: str, locale: Locale) -> Spread:
    """Read a number or a range whose notation is in no doubt."""
    ends = split_range(text)
    if ends is None:
        return certain(_read_one(spec, text, locale))
    low, high = (_read_one(spec, end, locale) for end in ends)
    if low > high:
        raise Unreadable(f"Write the smaller number first: {ends[1]} to {ends[0]}.")
    spread = certain(low) if low == high else from_ends(low, high)
    return spread._replace(typical=float(round(spread.typical))) if spec.kind == "whole" else spread


def _read_one(spec: Input, text: str, locale: Locale) -> float:
    """Read one number, in the units of `compute`, within the limits."""
    try:
        value = parse_number(text, locale)
    except Unreadable as problem:
        raise Unreadable(f"{problem} {what_to_enter(spec, locale)}") from None
    if spec.kind == "percent":
        value /= 100
    if spec.kind == "whole" and value != int(value):
        raise Unreadable(f"A whole number is needed here. {what_to_enter(spec, locale)}")
    if value < spec.low:
        raise Unreadable(f"The least is {quantity(spec.low, spec.unit, locale)}. {what_to_enter(spec, locale)}")
    if value > spec.high:
        raise Unreadable(f"The most is {quantity(spec.high, spec.unit, locale)}. {what_to_enter(spec, locale)}")
    return value


def what_to_enter(spec: Input, locale: Locale) -> str:
    """Say what this field takes: "Enter a number from 0 to 1,000,000, for example 50."."""
    low, high = bare(spec.low, spec.unit, locale), quantity(spec.high, spec.unit, locale)
    kind = {"whole": "a whole number", "percent": "a percentage", "money": "an amount"}.get(spec.kind, "a number")
    example = f", for example {bare(spec.default, spec.unit, locale)}" if isinstance(spec.default, (int, float)) else ""
    return f"Enter {kind} from {low} to {high}{example}."


def _untouched(spec: Input, figures: Figures, locale: Locale) -> Spread:
    """Return what an empty field stands for."""
    if not spec.figure:
        if spec.default is None:
            raise Unreadable(what_to_enter(spec, locale))
        return certain(float(spec.default))
    figure = figures.value(spec.figure)
    if spec.known:
        return certain(figure.typical)
    return Spread(figure.low, figure.typical, figure.high)


def _picked(spec: Input, text: str, options: Mapping[str, str]) -> Any:  # noqa: ANN401  a str, or a bool for yes/no
    """Return the option that `text` names; the default, or the first, where it is empty."""
    value = option_named(text, options) if text else str(spec.default) or next(iter(options))
    if value is None:
        raise Unreadable(f"Choose one of these: {list_of_options(list(options.values()))}.")
    return value == "yes" if spec.kind == "yes_no" else value


def option_named(text: str, options: Mapping[str, str]) -> str | None:
    """Return the value of the option that `text` names by its value or its label, in any case; None where none is."""
    wanted = text.strip().casefold()
    return next((value for value, label in options.items() if wanted in {value.casefold(), label.casefold()}), None)

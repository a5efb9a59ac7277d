"""The one place that rounds and writes numbers; nothing is rounded before.

The rule: half away from zero, after a nudge of one part in 10¹¹ so that the last digits in which two Pythons'
`exp` and `pow` differ never decide a printed digit. A real amount is never written as zero.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from calculators.kit.locales import ENGLISH, Locale

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

CURRENCIES = {"USD": "$", "GBP": "£", "EUR": "€", "AUD": "A$"}
"""Currencies with a sign that is known everywhere; any other is written by its code."""
_CENTS = 2
_NO_CENTS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THOUSANDTHS = "BHD IQD JOD KWD LYD OMR TND"
MINOR = dict.fromkeys(_NO_CENTS.split(), 0) | dict.fromkeys(_THOUSANDTHS.split(), 3)
"""Decimals of currencies that are not divided into a hundred: none, as yen and won, or three (ISO 4217)."""
_CODE = 3
"""Letters of a currency's code (ISO 4217)."""
BARE = {"ratio", "count"}
"""Units that say nothing beside a number."""
ONE_IN = "one in"
"""The unit of a share that is told as "1 in 48": a chance among people, not a percentage."""
_RAREST = 1e-6
_HALF = 0.5
_DIGITS_OF_A_COUNT = 3
"""Significant digits of what is told with a word: nobody has 26.27 viewers."""
_WHOLE_FROM = 10
"""From how many units of a currency on an amount has no tenths: it is whole, or told to the cent."""
_NUDGE = 1 + 1e-11
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SHOWN_OPTIONS = 6
_MINUS = "−"
_FINEST = 12
"""Decimals beyond which a number counts as zero."""


def is_money(unit: str) -> bool:
    """Whether a unit is a currency's code: "USD", "INR"."""
    return len(unit) == _CODE and unit.isascii() and unit.isalpha() and unit.isupper()


def sign_of(currency: str) -> str:
    """Return what stands before an amount: "$", or the code and a space that does not break."""
    return CURRENCIES.get(currency) or currency + "\u00a0"


def decimals_of(currency: str) -> int:
    """Return the decimals that amounts of a currency are written with: 2 for dollars, 0 for yen."""
    return MINOR.get(currency, _CENTS)


def fixed(value: float, decimals: int, locale: Locale = ENGLISH) -> str:
    """Write `value` with exactly `decimals` decimals and grouped thousands."""
    nudged = min(abs(value) * _NUDGE, abs(value) + 10.0**-decimals / 4)  # of a very large number, less than a digit
    text = f"{nudged:,.{decimals}f}"
    sign = _MINUS if value < 0 and any(digit in "123456789" for digit in text) else ""
    return sign + text.translate({ord(","): locale.group, ord("."): locale.decimal})


def magnitude(value: float) -> int:
    """Return the power of ten of the first digit: 2 for 314, -3 for 0.005. Zero has 0."""
    return int(f"{abs(value) * _NUDGE:.6e}".partition("e")[2]) if value else 0


def significant(value: float, digits: int, locale: Locale = ENGLISH) -> str:
    """Write `value` with about `digits` significant digits: 1,234 -> 1,200; 0.0123 -> 0.012."""
    place = magnitude(value) - digits + 1
    if place <= 0:
        return _trimmed(fixed(value, min(-place, _FINEST), locale), locale)
    unit = 10.0**place
    return fixed(math.floor(abs(value) * _NUDGE / unit + 0.5) * unit * math.copysign(1, value), 0, locale)


def plain(text: str) -> str:
    """Return a number written in English notation as a computer reads it: "−1,200" -> "-1200"."""
    return text.replace(",", "").replace(_MINUS, "-")


def rounded_to(value: float, digits: int) -> float:
    """Return the number that `significant` writes: 1,234 to two digits is 1200."""
    return float(plain(significant(value, digits)))


def _trimmed(text: str, locale: Locale) -> str:
    """Drop the zeros after the last decimal that says something."""
    return text.rstrip("0").rstrip(locale.decimal) if locale.decimal in text else text


def number_text(value: float, locale: Locale = ENGLISH, digits: int = 4) -> str:
    """Write a quantity as a person would: whole when it is, else up to four significant digits."""
    if value == int(value):
        return fixed(value, 0, locale)
    return significant(value, max(digits, magnitude(value) + digits - 2), locale)


def percent_text(value: float, locale: Locale = ENGLISH) -> str:
    """Write a fraction as a percentage: 0.5 -> "50%", 0.9235 -> "92.35%"; else three digits."""
    percent = value * 100
    is_short = abs(percent - round(percent, 2)) < abs(percent) * 1e-9
    return significant(percent, 5 if is_short else 3, locale) + "%"


def money_text(value: float, currency: str = "USD", locale: Locale = ENGLISH) -> str:
    """Write an amount to the cent, or to the yen; below ten of these with the digits it needs, never as nothing."""
    decimals = decimals_of(currency)
    cent = 10.0**-decimals
    digits = fixed(value, decimals, locale)
    cents = float(f"{abs(value) * _NUDGE:.{decimals}f}")
    if abs(value) < 10 * cent and abs(cents - abs(value)) > abs(value) / 1000:  # cents hide a part of it
        digits = significant(value, 2 if abs(value) < cent else 3, locale)
    return _signed(digits, sign_of(currency))


def rounded_money(value: float, step: int, currency: str = "USD", locale: Locale = ENGLISH) -> str:
    """Write an amount to the power of ten `step` (0: dollars, 1: tens, -2: cents), never as nothing.

    No step is finer than the currency's smallest coin; what is less than that has one digit of its own.
    """
    cents = decimals_of(currency)
    step = min(max(step, -cents), magnitude(value))
    if -cents < step < 0 and abs(value) >= _WHOLE_FROM:
        step = 0
    digits = significant(value, magnitude(value) - step + 1, locale)
    if -cents <= step < 0:  # tenths are written as cents
        digits = fixed(round(value * _NUDGE, -step), cents, locale)
    return _signed(digits, sign_of(currency)) if value else _signed("0", sign_of(currency))


def rate_text(value: float, currency: str, locale: Locale = ENGLISH) -> str:
    """Write a rate of exchange with five significant digits: "£0.75758"."""
    return sign_of(currency) + significant(value, 5, locale)


def _signed(digits: str, symbol: str) -> str:
    """Put the currency's sign between a minus and the digits."""
    return f"{_MINUS}{symbol}{digits[1:]}" if digits.startswith(_MINUS) else symbol + digits


def quantity(value: float, unit: str, locale: Locale = ENGLISH) -> str:
    """Write a value with its unit: "$5", "50%", "1 viewer", "200 viewers", "$0.0105 per coin"."""
    thing, slash, per = unit.partition("/")
    if slash:
        return f"{quantity(value, thing, locale)} per {_counted(per, locale)}"
    if is_money(unit):
        whole = value == int(value)
        return rounded_money(value, 0, unit, locale) if whole else money_text(value, unit, locale)
    if unit in _WRITERS:
        return _WRITERS[unit](value, locale)
    text = number_text(value, locale, _DIGITS_OF_A_COUNT)
    return f"{text} {singular(unit) if text == '1' else unit}".strip()


def _counted(per: str, locale: Locale) -> str:
    """Write what a rate is for: "coin", "1,000 views"."""
    number, space, things = per.partition(" ")
    return f"{fixed(int(number), 0, locale)}{space}{things}" if number.isdigit() else per


def singular(unit: str) -> str:
    """Return the words for one of them: "viewers" -> "viewer", "matches" -> "match", "countries" -> "country"."""
    if unit.endswith("ies"):
        return unit[:-3] + "y"
    if unit.endswith(("ches", "shes", "xes")):
        return unit[:-2]
    return unit.removesuffix("s")


def on_receipt(value: float, unit: str, locale: Locale = ENGLISH) -> str:
    """Write a value as a line of a receipt: money to the cent, so that the column lines up."""
    return money_text(value, unit, locale) if is_money(unit) else quantity(value, unit, locale)


def one_in(share: float, locale: Locale = ENGLISH) -> str:
    """Write a share of people as a chance: 0.0208 -> "1 in 48", 0.7 -> "7 in 10"."""
    if share < _RAREST:
        return f"fewer than 1 in {number_text(1 / _RAREST, locale)}"
    if share > _HALF:
        return f"{fixed(math.floor(share * 10 * _NUDGE), 0, locale)} in 10"
    return f"1 in {significant(1 / share, 2, locale)}"


def yes_or_no(value: float, _: Locale = ENGLISH) -> str:
    """Write a condition: met or not."""
    return "yes" if value else "no"


_WRITERS: Mapping[str, Callable[[float, Locale], str]] = {
    "fraction": percent_text,
    "%": percent_text,
    "yes_no": yes_or_no,
    ONE_IN: one_in,
} | dict.fromkeys(BARE, number_text)
"""Units that are more than a word after the number."""


def honest_step(low: float, high: float) -> int:
    """Return the power of ten that a range of this width deserves: two digits of the width.

    $3.17 to $89.62 is 86 wide, so whole dollars: "$3 to $90" would hide, "$3.17" would boast.
    """
    return magnitude(high - low) - 1


def date_text(day: date) -> str:
    """Write a day: 22 Nov 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def bare(value: float, unit: str, locale: Locale = ENGLISH) -> str:
    """Write a value as one would type it: money and percentages with their sign, the rest as a plain number."""
    thing = unit.partition("/")[0]
    signed = is_money(thing) or thing in {"fraction", "%"}
    return quantity(value, thing, locale) if signed else number_text(value, locale)


def span(low: float, high: float, unit: str, locale: Locale = ENGLISH) -> str:
    """Write a range with its unit once: "$0.20 to $1 per 1,000 views", "2 to 30 coins"."""
    return f"{bare(low, unit, locale)} to {quantity(high, unit, locale)}"


def list_of_options(labels: list[str]) -> str:
    """Write a list, shortened when long: "a, b or c"."""
    if len(labels) > _SHOWN_OPTIONS:
        return ", ".join(labels[:_SHOWN_OPTIONS]) + " …"
    return " or ".join(", ".join(labels).rsplit(", ", 1)) if len(labels) > 1 else "".join(labels)

"""From what a person types to a finite number, or to advice about what to type instead.

Understands digits of any script, full-width marks, grouped thousands ("1,000", "1 000", "1'000", "1,00,000"),
multipliers ("1.5k", "2m", "3 million"), a percent or currency sign, and ranges ("5 to 20").
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from calculators.kit.errors import Offer, Unreadable
from calculators.kit.locales import other_way

if TYPE_CHECKING:
    from calculators.kit.locales import Locale

LONGEST = 60
"""Characters a number or a range may have; more is a pasted accident."""

SMALLEST = 1e-12
"""A number nearer to zero than this is a slip, and would make ratios overflow."""

_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u3000\t"), " ")
_MARKS = str.maketrans("，．％－＋٫٬’‘−–—～", ",.%-+.,''---~")
_MULTIPLIERS = {
    "": 1.0, "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9,
}  # fmt: skip
_GROUP = 3
"""Digits in a group of thousands."""
_NUMBER = re.compile(r"(?P<sign>[+-]?)(?P<digits>[\d.,' ]*\d[\d.,' ]*?)(?P<power>e[+-]?\d{1,4})?\s*(?P<word>[a-z]*)")
_CURRENCY = re.compile(r"us\$|usd|gbp|eur|[$£€]")
_DOUBTS = {
    marks: re.compile(
        rf"(?<![\d.,'])(?<!\d )([1-9]\d{{0,2}})[{marks}](\d{{3}})(?![\d.,']| \d| ?(?:[kmb]|thousand|e[+-]?\d))"
    )
    for marks in (".", ",", ".,")
}
"""What may be thousands or decimals, by the marks that leave it open."""
_RANGE = re.compile(r"(?<=[\w%])\s*(?:\bto\b|\.\.\.?|~|…|(?<!e)-)\s*(?=[\d.$£€u+])")


def tidy(text: str) -> str:
    """Return `text` in lower case with plain digits, marks and single spaces."""
    plain = text.translate(_SPACES).translate(_MARKS)
    digits = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in plain)
    return " ".join(digits.lower().split())


def split_range(text: str) -> tuple[str, str] | None:
    """Split "5 to 20", "5-20" or "5 ~ 20" into its two ends; None where there is no range."""
    ends = _RANGE.split(tidy(text))
    return (ends[0], ends[1]) if len(ends) == 2 else None  # noqa: PLR2004  a range has two ends


def parse_number(text: str, locale: Locale) -> float:
    """Read one number as `locale` writes it.

    A percent or currency sign around it is passed over: the input knows its unit.
    Raises Unreadable with advice for anything that is not one finite number.
    """
    if len(text) > LONGEST:
        raise Unreadable("That is too long for a number.")
    bare = _CURRENCY.sub(" ", tidy(text)).replace("%", " ").strip()
    found = _NUMBER.fullmatch(bare)
    if found is None or found["word"] not in _MULTIPLIERS:
        raise Unreadable("That is not a number.")
    digits = _plain_digits(found["digits"].strip(), locale)
    value = float(found["sign"] + digits + (found["power"] or "")) * _MULTIPLIERS[found["word"]]
    if not math.isfinite(value):
        raise Unreadable("That number is too large.")
    if 0 < abs(value) < SMALLEST:
        raise Unreadable("That number is too small.")
    return value


def _plain_digits(digits: str, locale: Locale) -> str:
    """Return `digits` with no grouping and a point before the decimals, or raise Unreadable.

    What makes no sense in this locale but has one plain meaning in the other notation is understood: "1,5", "1.234,50".
    """
    own = _digits_in(digits, locale)
    if own is not None:
        return own
    other = _digits_in(digits, other_way(locale))
    if other is not None and _is_plain(digits, other):
        return other
    raise Unreadable(_advice(digits, locale))


def _digits_in(digits: str, locale: Locale) -> str | None:
    """Return `digits` as this locale writes them, with a point before the decimals; None where it writes otherwise."""
    whole, _, decimals = digits.partition(locale.decimal)
    groups = re.split(r"[.,' ]", whole)
    marks = set(re.findall(r"[.,' ]", whole))
    if len(marks) > 1 or not _well_grouped(groups) or (decimals and not decimals.isdecimal()):
        return None
    return "".join(groups) + "." + (decimals or "0")


def _is_plain(digits: str, read: str) -> bool:
    """Whether a number in the other notation can mean nothing else: grouped, or with decimals as people write them."""
    whole, _, decimals = read.partition(".")
    marks = len(re.findall(r"[.,' ]", digits))
    return marks > 1 or len(decimals) < _GROUP or whole.startswith("0")


def two_readings(text: str, locale: Locale) -> tuple[Offer, Offer] | None:
    """Return a text as thousands and as decimals, where it may be either: "1.234" in English, "1,234" in German.

    One to three digits, a mark and exactly three more are both. The locale's own mark for thousands is taken at its
    word: three decimals are rarer than thousands. A leading zero, a multiplier or a fourth decimal settles it, and so
    do plain decimals at the other end of a range ("1.5 to 2.500").
    """
    plain = _CURRENCY.sub(" ", tidy(text)).strip()
    doubt = _DOUBTS["".join(mark for mark in ".," if mark != locale.group)]
    if not doubt.search(plain) or locale.decimal in doubt.sub("", plain):
        return None
    thousands = doubt.sub(rf"\1{locale.group}\2", plain)
    decimals = doubt.sub(rf"\1{locale.decimal}\2", plain)
    settled = doubt.sub(rf"\1{locale.decimal}\g<2>0", plain)
    return Offer(thousands, thousands), Offer(decimals, settled)


def _well_grouped(groups: list[str]) -> bool:
    """Whether thousands are grouped as people do: 1,000,000 or the Indian 10,00,000."""
    if len(groups) == 1:
        return True
    if groups[0].startswith("0"):  # nobody writes 0,125 for 125
        return False
    first, *middle, last = map(len, groups)
    western = 1 <= first <= _GROUP and all(size == _GROUP for size in middle)
    indian = 1 <= first < _GROUP and all(size == _GROUP - 1 for size in middle)
    return last == _GROUP and (western or indian)


def _advice(digits: str, locale: Locale) -> str:
    """Say how to write what was probably meant."""
    other = "," if locale.decimal == "." else "."
    if digits.count(other) == 1 and digits.replace(other, "").isdecimal():
        return f"Write decimals with “{locale.decimal}”, for example {digits.replace(other, locale.decimal)}."
    if digits.count(locale.decimal) > 1:
        return f"There is more than one “{locale.decimal}” in that number."
    return f"Write thousands like 1{locale.group}500 and decimals like 1{locale.decimal}5."

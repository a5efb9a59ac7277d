"""How numbers are written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit import formatting
from calculators.kit.locales import LOCALES

MONEY = [
    (0, "$0.00"),  # a column of cents; `quantity` writes $0
    (7.5, "$7.50"),
    (1234.5, "$1,234.50"),
    (-3.2, "−$3.20"),
    (0.005, "$0.005"),  # half a cent is real money, never $0.00
    (0.0044, "$0.0044"),
    (0.00000012, "$0.00000012"),
    (0.0105, "$0.0105"),
    (0.02, "$0.02"),
    (0.125, "$0.13"),  # half goes away from zero
    (1.005, "$1.01"),  # as a person rounds it, though the float is a hair below
    (149.995, "$150.00"),
    (0.1 + 0.2, "$0.30"),
]


@pytest.mark.parametrize(("value", "text"), MONEY)
def test_writes_money_to_the_cent(value: float, text: str) -> None:
    """Money has two decimals, or the digits it takes for a real amount not to vanish."""
    assert formatting.money_text(value) == text


SMALLEST = [
    # value, currency, exact, to the first step: hundreds of yen, tens of won, cents of a dinar
    (4875.4, "JPY", 2, "JPY\u00a04,875", "JPY\u00a04,900"),
    (4875.5, "JPY", 0, "JPY\u00a04,876", "JPY\u00a04,876"),
    (-40.25, "KRW", 1, "−KRW\u00a040", "−KRW\u00a040"),
    (31.7, "JPY", -2, "JPY\u00a032", "JPY\u00a032"),  # no step is finer than one yen
    (12.0, "VND", -1, "VND\u00a012", "VND\u00a012"),
    (7.854, "JPY", 0, "JPY\u00a07.85", "JPY\u00a08"),  # below ten of the smallest coin: digits, as below ten cents
    (0.776, "JPY", 0, "JPY\u00a00.78", "JPY\u00a00.8"),  # a Rose for the creator is less than one yen, not nothing
    (0, "JPY", 0, "JPY\u00a00", "JPY\u00a00"),
    (9.7524, "KWD", -2, "KWD\u00a09.752", "KWD\u00a09.750"),  # a dinar has a thousand fils
    (9.7524, "INR", -2, "INR\u00a09.75", "INR\u00a09.75"),
]


@pytest.mark.parametrize(("value", "currency", "step", "exact", "rounded"), SMALLEST)
def test_a_currency_has_the_decimals_of_its_coins(
    value: float, currency: str, step: int, exact: str, rounded: str
) -> None:
    """Yen and won have no cents, so none are shown; some dinars have a thousandth."""
    assert formatting.money_text(value, currency) == exact
    assert formatting.rounded_money(value, step, currency) == rounded


def test_most_currencies_are_divided_into_a_hundred() -> None:
    """Two decimals unless ISO 4217 says otherwise."""
    assert [formatting.decimals_of(code) for code in ("USD", "GBP", "JPY", "KRW", "TND", "XTS")] == [2, 2, 0, 0, 3, 2]


ROUNDED = [
    (31.7, 0, "$32"),
    (3.17, 0, "$3"),
    (89.62, 0, "$90"),
    (1234.5, 1, "$1,230"),
    (1234.5, 2, "$1,200"),
    (0.3, 0, "$0.30"),  # too small for the step: one digit of its own, as cents
    (0.004, 0, "$0.004"),
    (0, 0, "$0"),
    (2.345, -1, "$2.30"),  # tenths of a dollar are written as cents
    (999.6, 0, "$1,000"),
    (26.2175, -1, "$26"),  # from ten dollars on none has tenths, which would look like exact cents
    (-31.84, -1, "−$32"),
    (26.2175, -2, "$26.22"),
]


@pytest.mark.parametrize(("value", "step", "text"), ROUNDED)
def test_rounds_as_the_range_deserves(value: float, step: int, text: str) -> None:
    """A rounded amount keeps the digits of its step, and is never nothing."""
    assert formatting.rounded_money(value, step) == text


QUANTITIES = [
    (1, "viewers", "1 viewer"),
    (200, "viewers", "200 viewers"),
    (1500, "coins", "1,500 coins"),
    (26.274, "viewers", "26.3 viewers"),
    (769.23, "viewers", "769 viewers"),
    (9.0909, "months", "9.09 months"),
    (113636.36, "coins", "113,636 coins"),
    (0.6, "USD/1000 views", "$0.60 per 1,000 views"),
    (1, "matches", "1 match"),
    (1, "countries", "1 country"),
    (1, "likes", "1 like"),
    (2.5, "hours", "2.5 hours"),
    (0.5, "fraction", "50%"),
    (0.125, "fraction", "12.5%"),
    (0.0005, "fraction", "0.05%"),
    (0.9235, "fraction", "92.35%"),  # a rate as the law writes it
    (0.33113, "fraction", "33.1%"),  # a quotient to three digits
    (0, "USD", "$0"),
    (5, "USD", "$5"),
    (5.5, "USD", "$5.50"),
    (0.0105, "USD/coin", "$0.0105 per coin"),
    (10, "coins/viewer-hour", "10 coins per viewer-hour"),
    (1, "diamonds/coin", "1 diamond per coin"),
    (3.5, "ratio", "3.5"),
    (1, "yes_no", "yes"),
    (0, "yes_no", "no"),
    (12, "", "12"),
    (0.0208, "one in", "1 in 48"),  # 1 ÷ 0.0208 = 48.08
    (0.00123, "one in", "1 in 810"),  # 813, to two digits
    (0.5, "one in", "1 in 2"),
    (0.79, "one in", "7 in 10"),
    (1.0, "one in", "10 in 10"),
    (0.0, "one in", "fewer than 1 in 1,000,000"),
]


@pytest.mark.parametrize(("value", "unit", "text"), QUANTITIES)
def test_writes_a_quantity_with_its_unit(value: float, unit: str, text: str) -> None:
    """A value carries its unit, in the singular where it is one."""
    assert formatting.quantity(value, unit) == text


@pytest.mark.parametrize(
    ("low", "high", "step"),
    [(3.17, 89.62, 0), (100, 1000, 1), (0.01, 0.05, -3), (0, 1, -1), (1_000, 1_009, -1)],
)
def test_a_range_says_how_precise_it_is(low: float, high: float, step: int) -> None:
    """The step is the second digit of the range's width: 86 wide means whole dollars."""
    assert formatting.honest_step(low, high) == step


@pytest.mark.parametrize(
    ("value", "digits", "number"),
    [(1234.5, 2, 1200.0), (-1234.5, 3, -1230.0), (0.012345, 2, 0.012), (1_999_999.0, 3, 2_000_000.0), (0.0, 3, 0.0)],
)
def test_rounds_a_number_as_it_is_written(value: float, digits: int, number: float) -> None:
    """The number that `significant` writes, without its commas and with a computer's minus."""
    assert formatting.rounded_to(value, digits) == number
    assert formatting.plain(formatting.significant(-1234.5, 5)) == "-1234.5"


def test_a_very_large_number_is_written_as_it_is() -> None:
    """What keeps halves apart never changes a digit of its own: a trillion dollars are no ten dollars more."""
    assert formatting.money_text(1e12) == "$1,000,000,000,000.00"
    assert formatting.quantity(1e12, "USD") == "$1,000,000,000,000"
    assert formatting.fixed(123_456_789_012.0, 1) == "123,456,789,012.0"


def test_writes_in_the_readers_locale() -> None:
    """Another locale has its own marks."""
    assert formatting.fixed(1234.5, 2, LOCALES["de"]) == "1.234,50"


def test_writes_a_date_in_words() -> None:
    """A date cannot be read as month first."""
    assert formatting.date_text(date(2026, 11, 2)) == "2 Nov 2026"


@given(st.floats(1e-9, 1e12))
def test_money_is_never_written_as_nothing(value: float) -> None:
    """A real amount always shows a digit that is not zero."""
    for text in (formatting.money_text(value), formatting.rounded_money(value, 3)):
        assert any(digit in text for digit in "123456789")


@given(st.floats(1e-6, 1e9), st.floats(-1, 1))
def test_the_last_digits_of_a_float_decide_nothing(value: float, noise: float) -> None:
    """A relative difference of a few units in the last place prints the same, away from exact halves."""
    near = value * (1 + noise * 4e-16)
    scaled = abs(value) * 100
    if abs(scaled % 1 - 0.5) > 1e-6 * max(scaled, 1):
        assert formatting.fixed(value, 2) == formatting.fixed(near, 2)

"""What people type, and what it means."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit.errors import Unreadable
from calculators.kit.formatting import fixed
from calculators.kit.locales import ENGLISH, LOCALES
from calculators.kit.parsing import parse_number, split_range, two_readings

READABLE = [
    ("0", 0),
    ("50", 50),
    (" 50 ", 50),
    ("1,000", 1000),
    ("1 000", 1000),
    ("1\u00a0000", 1000),
    ("1\u202f000", 1000),
    ("1'000", 1000),
    ("1’000", 1000),
    ("12,345,678", 12345678),
    ("10,00,000", 1_000_000),  # Indian grouping: ten lakh
    ("1.5k", 1500),
    ("1.5 K", 1500),
    ("2m", 2_000_000),
    ("3 million", 3_000_000),
    ("1bn", 1_000_000_000),
    ("12 %", 12),
    ("12%", 12),
    ("$5", 5),
    ("US$ 1,234.50", 1234.5),
    ("£3.20", 3.2),
    ("5 USD", 5),
    ("１２３", 123),  # full-width digits
    ("１，０００．５", 1000.5),  # full-width marks
    ("٣٤", 34),  # Arabic-Indic digits
    ("-3", -3),
    ("−3", -3),  # a typographic minus
    ("+7", 7),
    (".5", 0.5),
    ("5.", 5),
    ("1e3", 1000),
    ("1,5", 1.5),  # one plain meaning, though the marks are another language's
    ("1,50", 1.5),
    ("0,125", 0.125),
    ("1.234,5", 1234.5),
    ("1.234.567", 1234567),
    ("1 234,5", 1234.5),
]


@pytest.mark.parametrize(("text", "value"), READABLE)
def test_reads_what_people_type(text: str, value: float) -> None:
    """A number is understood however it is written."""
    assert parse_number(text, ENGLISH) == value


UNREADABLE = [
    ("", "not a number"),
    ("abc", "not a number"),
    ("12 apples", "not a number"),
    ("inf", "not a number"),
    ("Infinity", "not a number"),
    ("nan", "not a number"),
    ("1e999", "too large"),
    ("5e-324", "too small"),
    ("-1e-13", "too small"),
    ("9" * 61, "too long"),
    ("1,0000", "1.0000"),  # a slip for 1,000 as likely as decimals: say how to write it
    ("1,234,5", "Write thousands"),
    ("1.2.3", "more than one"),
    ("1,000 000", "Write thousands"),
    ("--5", "not a number"),
    ("0x10", "not a number"),
    ("1_000", "not a number"),
    ("$", "not a number"),
    ("%", "not a number"),
    ("<script>", "not a number"),
]


@pytest.mark.parametrize(("text", "advice"), UNREADABLE)
def test_refuses_with_advice(text: str, advice: str) -> None:
    """What is no finite number is refused, and the refusal says what is wrong."""
    with pytest.raises(Unreadable, match=advice):
        parse_number(text, ENGLISH)


DOUBTFUL = [
    # text, locale, as thousands, as decimals, the decimals so that they are in no doubt
    ("1.234", "en", "1,234", "1.234", "1.2340"),
    ("$12.345", "en", "12,345", "12.345", "12.3450"),
    ("999.000", "en", "999,000", "999.000", "999.0000"),
    ("1,234", "de", "1.234", "1,234", "1,2340"),
    ("1.234", "fr", "1\u202f234", "1,234", "1,2340"),
    ("1,234", "fr", "1\u202f234", "1,234", "1,2340"),
    ("1.234 to 2.500", "en", "1,234 to 2,500", "1.234 to 2.500", "1.2340 to 2.5000"),
    ("900 to 1.500", "en", "900 to 1,500", "900 to 1.500", "900 to 1.5000"),
    ("１．２３４", "en", "1,234", "1.234", "1.2340"),
]


@pytest.mark.parametrize(("text", "code", "thousands", "decimals", "settled"), DOUBTFUL)
def test_what_has_two_readings_is_told_in_both(
    text: str, code: str, thousands: str, decimals: str, settled: str
) -> None:
    """Each reading comes with a text that can mean nothing else."""
    readings = two_readings(text, LOCALES[code])

    assert readings == ((thousands, thousands), (decimals, settled))
    assert [two_readings(fill, LOCALES[code]) for _, fill in readings or ()] == [None, None]


PLAIN = [
    ("1,234", "en"),  # the locale's own mark for thousands
    ("1.234", "de"),
    ("0.123", "en"),  # nobody writes 0,123 for 123
    (".123", "en"),
    ("1.23", "en"),
    ("1.2345", "en"),
    ("1234.567", "en"),
    ("1,234.567", "en"),
    ("1.234.567", "en"),
    ("1.5 to 2.500", "en"),  # whoever writes 1.5 writes 2.500 for two and a half
    ("1.234k", "en"),  # thousands of thousands are written out
    ("1.234 million", "en"),
    ("1234", "en"),
    ("", "en"),
]


@pytest.mark.parametrize(("text", "code"), PLAIN)
def test_what_has_one_reading_is_not_asked_about(text: str, code: str) -> None:
    """A question too many is a nuisance."""
    assert two_readings(text, LOCALES[code]) is None


RANGES = [
    ("5 to 20", ("5", "20")),
    ("5-20", ("5", "20")),
    ("5 – 20", ("5", "20")),
    ("5 ~ 20", ("5", "20")),
    ("5..20", ("5", "20")),
    ("1.5k to 2m", ("1.5k", "2m")),
    ("10% to 20%", ("10%", "20%")),
    ("$5 - $20", ("$5", "$20")),
    ("50", None),
    ("-5", None),
    ("1e-5", None),
    ("1 to 2 to 3", None),
    ("to", None),
]


@pytest.mark.parametrize(("text", "ends"), RANGES)
def test_splits_ranges(text: str, ends: tuple[str, str] | None) -> None:
    """Two numbers with a word or dash between them are a range, one number is not."""
    assert split_range(text) == ends


@given(value=st.floats(0, 1e11), decimals=st.integers(0, 6), code=st.sampled_from(sorted(LOCALES)))
def test_reads_back_what_is_written(value: float, decimals: int, code: str) -> None:
    """A number written by us in a locale is read back in that locale to the digits written."""
    written = fixed(value, decimals, LOCALES[code])

    assert math.isclose(parse_number(written, LOCALES[code]), value, abs_tol=0.501 * 10.0**-decimals + value * 2e-11)


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes the parser fail in another way than its refusal, and what it reads is finite."""
    try:
        value = parse_number(text, ENGLISH)
    except Unreadable as refusal:
        value, advice = 0.0, str(refusal)
    else:
        advice = "."

    assert math.isfinite(value)
    assert advice.endswith(".")

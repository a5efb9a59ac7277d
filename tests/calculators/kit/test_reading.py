"""The door for what a reader, a page or a shell sends."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit.errors import BadAnswers, DeclarationError, Offer
from calculators.kit.inputs import choice, inputs_of, money, number, percent, whole, yes_no
from calculators.kit.locales import GERMAN
from calculators.kit.reading import read
from calculators.kit.uncertainty import Spread
from tests.calculators.conftest import REGISTER

FIGURES = REGISTER.on(REGISTER.edition)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """One input of each kind."""

    viewers: float = number("Viewers", unit="viewers", default=50, high=1_000_000)
    gifts: int = whole("Gifts", default=3, low=1, high=100)
    share: float = percent("Share", default=0.5)
    price: float = money("Price", default=2.5, high=1_000)
    coins: float = number("Coins", unit="coins", figure="audience.coins_per_viewer_hour")
    minutes: float = number("Minutes", unit="minutes", figure="audience.session_minutes", known=True)
    place: str = choice("Place", {"app": "In the app", "web": "On the website"}, default="app")
    gift: str = choice("Gift", topic="gift_prices", default="rose")
    agency: bool = yes_no("Agency")


@dataclass(frozen=True, kw_only=True)
class Many:
    """A whole number of many things."""

    views: int = whole("Views", default=10, high=1_000_000)


OPTIONS = {"gift": {"rose": "Rose", "lion": "Lion"}}


def reading(**raw: str) -> dict[str, object]:
    """Read a form with these fields filled in."""
    return read(Inputs, raw, FIGURES, options=OPTIONS).values


ENTERED = [
    ("viewers", "1,000", 1000),
    ("viewers", "1.5k", 1500),
    ("viewers", " ", 50),
    ("gifts", "7", 7),
    ("gifts", "1e1", 10),
    ("share", "12", 0.12),
    ("share", "12 %", 0.12),
    ("share", "0.5", 0.005),  # half a percent, as the sign beside the field says
    ("price", "$3.20", 3.2),
    ("minutes", "", 60),  # the figure's typical value
    ("place", "web", "web"),
    ("place", "On the website", "web"),
    ("gift", "Lion", "gift_prices.lion"),
    ("gift", "", "gift_prices.rose"),
    ("agency", "yes", True),
    ("agency", "No", False),
    ("agency", "", False),
]


@pytest.mark.parametrize(("name", "text", "value"), ENTERED)
def test_what_is_entered_becomes_a_value(name: str, text: str, value: object) -> None:
    """Each kind of input reads what people type into it."""
    assert reading(**{name: text})[name] == value


REFUSED = [
    ("viewers", "-1", "The least is 0 viewers. Enter a number from 0 to 1,000,000 viewers, for example 50."),
    ("viewers", "2m", "The most is 1,000,000 viewers. Enter a number from 0 to 1,000,000 viewers, for example 50."),
    ("viewers", "many", "That is not a number. Enter a number from 0 to 1,000,000 viewers, for example 50."),
    ("viewers", "20 to 5", "Write the smaller number first: 5 to 20."),
    ("gifts", "2.5", "A whole number is needed here. Enter a whole number from 1 to 100, for example 3."),
    ("share", "120", "The most is 100%. Enter a percentage from 0% to 100%, for example 50%."),
    ("price", "1e999", "That number is too large. Enter an amount from $0 to $1,000, for example $2.50."),
    ("place", "shop", "Choose one of these: In the app or On the website."),
    ("gift", "house", "Choose one of these: Rose or Lion."),
    ("agency", "perhaps", "Choose one of these: Yes or No."),
]


@pytest.mark.parametrize(("name", "text", "message"), REFUSED)
def test_a_refusal_says_what_to_enter(name: str, text: str, message: str) -> None:
    """A message is advice, not blame."""
    with pytest.raises(BadAnswers) as refused:
        reading(**{name: text})

    assert refused.value.messages == {name: message}


def test_two_readings_are_asked_about() -> None:
    """Never guessed: the message offers both, each with a text that is taken at its word."""
    with pytest.raises(BadAnswers) as refused:
        reading(viewers="1.234")

    assert refused.value.messages == {"viewers": "Do you mean 1,234 or 1.234?"}
    assert refused.value.offers == {"viewers": (Offer("1,234", "1,234"), Offer("1.234", "1.2340"))}
    assert [reading(viewers=offer.fill)["viewers"] for offer in refused.value.offers["viewers"]] == [1234, 1.234]


def test_the_locale_decides_what_is_asked() -> None:
    """In German 1.234 are thousands, as in English 1,234; the other way round is asked."""
    german = read(Inputs, {"viewers": "1.234"}, FIGURES, options=OPTIONS, locale=GERMAN)
    with pytest.raises(BadAnswers, match=r"Do you mean 1\.234 or 1,234\?"):
        read(Inputs, {"viewers": "1,234"}, FIGURES, options=OPTIONS, locale=GERMAN)

    assert german.values["viewers"] == reading(viewers="1,234")["viewers"] == 1234


def test_a_field_that_allows_one_reading_takes_it_or_asks_for_the_thousands() -> None:
    """A share of 1,234 % cannot be; a whole number cannot be 1.234, which is a slip of the thumb or thousands."""
    assert reading(share="1.234")["share"] == pytest.approx(0.01234)
    with pytest.raises(BadAnswers) as refused:
        read(Many, {"views": "1.234"}, FIGURES)

    assert refused.value.messages == {"views": "Do you mean 1,234?"}
    assert refused.value.offers["views"] == (Offer("1,234", "1,234"),)


def test_all_fields_are_read_before_refusing() -> None:
    """One refusal names every field that needs a change, in the order of the form."""
    with pytest.raises(BadAnswers) as refused:
        reading(share="much", viewers="many", gifts="2")

    assert list(refused.value.messages) == ["viewers", "share"]


def test_an_empty_field_is_as_unsure_as_its_figure() -> None:
    """Leaving a field empty means "I do not know"; a number means "I do"."""
    assert read(Inputs, {}, FIGURES, options=OPTIONS).spreads == {"coins": Spread(2, 10, 30)}
    assert not read(Inputs, {"coins": "10"}, FIGURES, options=OPTIONS).spreads


def test_a_range_is_the_readers_own_doubt() -> None:
    """Between 5 and 20 the middle is 10; for a whole number the middle is whole."""
    own = read(Inputs, {"viewers": "5 to 20", "gifts": "2 to 10"}, FIGURES, options=OPTIONS)

    assert own.spreads["viewers"] == Spread(5, 10, 20)
    assert own.values["gifts"] == 4  # √20 = 4.47
    assert own.typed == {"viewers", "gifts"}


@given(st.dictionaries(st.sampled_from([spec.name for spec in inputs_of(Inputs)]), st.text(max_size=70)))
def test_any_form_is_read_or_refused(raw: dict[str, str]) -> None:
    """No text in any field does anything but give a value or a message."""
    try:
        values = reading(**raw)
    except BadAnswers as refused:
        assert set(refused.messages) <= set(raw)  # noqa: PT017  either outcome is right; both are checked
    else:
        assert len(values) == len(inputs_of(Inputs))


BAD_DECLARATIONS = [
    (lambda: number("", default=1), "needs a label"),
    (lambda: number("A", low=5, high=5, default=5), "must be below"),
    (lambda: number("A"), "a default or a figure"),
    (lambda: number("A", default=1, figure="x.y"), "a default or a figure"),
    (lambda: number("A", default=-1), "outside"),
    (lambda: choice("A"), "options or a topic"),
    (lambda: choice("A", {"a": "A"}, topic="x", default="a"), "options or a topic"),
    (lambda: choice("A", {"a": "A"}, default="b"), "must be one of a"),
]


@pytest.mark.parametrize(("declare", "words"), BAD_DECLARATIONS)
def test_a_declaration_that_contradicts_itself_is_refused_where_it_is_made(declare: object, words: str) -> None:
    """The author is told at once, not the reader later."""
    assert callable(declare)
    with pytest.raises(DeclarationError, match=words):
        declare()


def test_a_plain_field_is_no_input() -> None:
    """A field without a declaration cannot be asked."""

    @dataclass(frozen=True, kw_only=True)
    class Plain:
        viewers: float = 5

    with pytest.raises(DeclarationError, match=r"Plain\.viewers"):
        inputs_of(Plain)

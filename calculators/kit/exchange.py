"""The reader's currency: results are worked out in US dollars, and shown at one rate that says where it is from.

A rate is a figure of the topic "rates", named after its currency and told as dollars for one of it ("rates.gbp"); a
currency without one needs the reader's own rate. Nothing is guessed, and only what is shown changes: every step and
every draw stays in dollars, since a dollar amount times one number keeps all that is said about it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from calculators.kit.errors import UnknownDay, Unreadable
from calculators.kit.formatting import is_money, quantity, significant
from calculators.kit.inputs import Input
from calculators.kit.reading import read_spread
from calculators.kit.uncertainty import Spread, certain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.kit.answer import Amount, Answer, Line
    from calculators.kit.errors import Refusals
    from calculators.kit.figures import Figures, Register
    from calculators.kit.locales import Locale

CURRENCY, RATE = "currency", "exchange"
"""The names of the two fields."""
TOPIC = "rates"
BASE = "USD"
ROUNDED = 0.001
"""How far two rates may lie apart and be the same, rounded: $1.32 for a pound, and £0.758 for a dollar."""


class Exchange(NamedTuple):
    """A currency, and what one US dollar is in it."""

    code: str = BASE
    per_dollar: float = 1.0
    figure: str = ""
    """The figure the rate comes from; empty for dollars, and for a rate of the reader's own."""

    @property
    def is_dollars(self) -> bool:
        """Whether nothing is changed."""
        return self.code == BASE

    def unit(self, unit: str) -> str:
        """Return a unit as it is shown: "USD" and "USD/coin" in this currency, any other as it is."""
        thing, slash, per = unit.partition("/")
        return self.code + slash + per if thing == BASE else unit

    def factor(self, unit: str) -> float:
        """Return what a value of this unit is multiplied with."""
        return self.per_dollar if unit.partition("/")[0] == BASE else 1.0

    def answer(self, answer: Answer) -> Answer:
        """Return what is shown of an answer in this currency; the working stays in dollars."""
        if self.is_dollars:
            return answer
        return answer._replace(
            headline=self._shown(answer.headline),
            breakdown=self.lines(answer.breakdown),
            also=tuple(self._shown(amount) for amount in answer.also),
        )

    def lines(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """Return lines of the receipt in this currency."""
        return tuple(self._shown(line) for line in lines)

    def _shown[T: (Amount, Line)](self, amount: T) -> T:
        """Return an amount, or a line of the receipt, in this currency."""
        return amount._replace(value=amount.value * self.factor(amount.unit), unit=self.unit(amount.unit))


DOLLARS = Exchange()


def key_of(code: str) -> str:
    """Return the key of the figure that holds a currency's rate, if there is one: "rates.gbp"."""
    return f"{TOPIC}.{code.lower()}"


def known_codes(register: Register) -> list[str]:
    """Return the currencies of which the register knows a rate."""
    return [key.partition(".")[2].upper() for key in register.topics[TOPIC].keys] if TOPIC in register.topics else []


def rate_input(code: str) -> Input:
    """Return the field in which a reader enters a rate: what one US dollar is in their currency."""
    return Input(RATE, "money", f"One US dollar in {code}", unit=code, low=1e-6, high=1e9)


class Asked(NamedTuple):
    """What a request says about money, as typed, and the figures of its day."""

    currency: str
    rate: str
    locale: Locale
    figures: Figures
    register: Register
    typed: Mapping[str, Spread] = {}
    """The rates that were entered in fields of the form, by the key of the figure they stand for."""


def exchange_of(asked: Asked, own: dict[str, Spread], refusals: Refusals) -> Exchange:
    """Return the exchange that a currency and a rate ask for; note in `refusals` what cannot be used.

    `own` are the reader's values of figures. A typed rate becomes one of these, so that whatever else works with that
    rate follows it: a slip knows one pound. One that was typed in a field of the form is taken over in the same way.
    """
    code = asked.currency.strip().upper()
    if code in {"", BASE}:
        return DOLLARS
    if not is_money(code):
        refusals.add(CURRENCY, "Enter the three letters of a currency, for example GBP or EUR.")
        return DOLLARS
    try:
        return _typed(code, asked, own) if asked.rate.strip() else _known(code, asked, own)
    except Unreadable as refusal:
        refusals.add(RATE, refusal)
    except UnknownDay:
        refusals.add(RATE, f"Our rate for {code} begins later than that day. Enter what one US dollar was in {code}.")
    return DOLLARS


def _typed(code: str, asked: Asked, own: dict[str, Spread]) -> Exchange:
    """Return the exchange at the reader's own rate; raise Unreadable for one that is none."""
    per_dollar = read_spread(rate_input(code), asked.rate.strip(), asked.locale).typical
    key = key_of(code)
    if key in asked.typed and not math.isclose(asked.typed[key].typical * per_dollar, 1, rel_tol=ROUNDED):
        alike = significant(1 / asked.typed[key].typical, 5, asked.locale)
        entered = quantity(asked.typed[key].typical, BASE, asked.locale)
        raise Unreadable(f"You entered {entered} for one {code} above. Enter {alike} here, or leave one of them empty.")
    if key in asked.register.figures:
        own[key] = certain(1 / per_dollar)
    return Exchange(code, per_dollar)


def _known(code: str, asked: Asked, own: dict[str, Spread]) -> Exchange:
    """Return the exchange at the rate of the day; raise Unreadable where we know none, UnknownDay for an early day."""
    key = key_of(code)
    if key not in asked.register.figures:
        raise Unreadable(f"We have no dated rate for {code}. Enter what one US dollar is in {code}.")
    if key in asked.typed:
        own[key] = certain(asked.typed[key].typical)
    dollars = own[key].typical if key in own else asked.figures[key]
    if dollars <= 0:
        raise Unreadable(f"Enter what one US dollar is in {code}.")
    return Exchange(code, 1 / dollars, key)

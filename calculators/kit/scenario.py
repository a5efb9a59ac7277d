"""One set of checked inputs with the figures of one day: what range, drivers, goals and comparisons share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from calculators.kit.calculator import REGION
from calculators.kit.columns import rows_of
from calculators.kit.errors import BadAnswers, Refusals, UnknownDay, Unreadable
from calculators.kit.exchange import DOLLARS, TOPIC, Asked, Exchange, exchange_of
from calculators.kit.formatting import date_text
from calculators.kit.inputs import Input
from calculators.kit.locales import ENGLISH, Locale
from calculators.kit.reading import Reading, option_named, read, read_spread
from calculators.kit.uncertainty import Spread

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from calculators.kit.answer import Answer
    from calculators.kit.calculator import Calculator
    from calculators.kit.figures import Figures, Register

OVERRIDE = "figure:"
"""Marks the field of a figure that the reader overrides."""
ON = "on"
"""The field of the day whose figures hold."""


class Request(NamedTuple):
    """What is asked of a calculator, as raw strings."""

    inputs: Mapping[str, str]
    figures: Mapping[str, str] = {}
    on: date | None = None
    """The day whose figures hold; the register's edition where None."""
    locale: Locale = ENGLISH
    target: str = ""
    """What the headline should come to."""
    solve: str = ""
    """The input to find for the target; every quantity where empty."""
    currency: str = ""
    """The currency to show the result in; US dollars where empty."""
    exchange: str = ""
    """What one US dollar is in it; the figure of the day where empty."""


class Scenario(NamedTuple):
    """Checked inputs, the figures of a day, and the answer they give."""

    calculator: Calculator
    request: Request
    register: Register
    reading: Reading
    figures: Figures
    overrides: Mapping[str, Spread]
    """The reader's own values of figures, with their doubt."""
    in_dollars: Answer
    """What `compute` returned."""
    used: tuple[str, ...]
    """The figures that `compute` asked for, in order."""
    exchange: Exchange = DOLLARS
    """The currency that results are shown in."""

    @property
    def answer(self) -> Answer:
        """The answer in the reader's currency; the steps stay in dollars."""
        return self.exchange.answer(self.in_dollars)

    @property
    def factor(self) -> float:
        """What a headline that `compute` returns is multiplied with, to be in the reader's currency."""
        return self.exchange.factor(self.in_dollars.headline.unit)

    def headline(self, changes: Mapping[str, Any]) -> float:
        """Return the headline with some inputs (by name) and figures (by key) changed, to a number or a column."""
        known = self.reading.values
        values = known | {name: value for name, value in changes.items() if name in known}
        figures = self.figures.replaced({key: value for key, value in changes.items() if key not in known})
        value = self.calculator.run(values, figures).headline.value
        return value if self.factor == 1 else value * self.factor

    def headlines(self, columns: Mapping[str, Sequence[float]]) -> list[float]:
        """Return the headline for each row of columns of changes."""
        return rows_of(self.headline, columns)

    def typical(self, key: str) -> float:
        """Return the value that an input or a figure has in the answer."""
        value = self.reading.values.get(key)
        return self.figures[key] if value is None else float(value)

    def spread_of(self, key: str) -> Spread:
        """Return the doubt about a figure: the reader's own where overridden."""
        if key in self.overrides:
            return self.overrides[key]
        value = self.figures.value(key)
        return Spread(value.low, value.typical, value.high)

    def uncertain(self) -> dict[str, Spread]:
        """Return every uncertain input and figure that the answer rests on."""
        inputs = {name: spread for name, spread in self.reading.spreads.items() if not self._is_rate(name)}
        figures = {key: self.spread_of(key) for key in self.used if key != self.exchange.figure}
        return inputs | {key: spread for key, spread in figures.items() if not spread.is_certain}

    def _is_rate(self, name: str) -> bool:
        """Whether an input holds the rate that the result is shown at: that one rate is taken as it is told."""
        spec = self.input(name)
        return spec is not None and spec.figure != "" and spec.figure == self.exchange.figure

    def limits(self, key: str) -> tuple[float, float]:
        """Return the least and the most that an input or a figure can be."""
        spec = self.input(key) or override_input(self.figures, key)
        return spec.low, spec.high

    def input(self, name: str) -> Input | None:
        """Return the input of this name, if there is one."""
        return next((spec for spec in self.calculator.inputs if spec.name == name), None)

    def label_and_unit(self, key: str) -> tuple[str, str]:
        """Return what an input (by name) or a figure (by key) is called, and its unit."""
        named = self.input(key) or self.register.figures[key]
        return named.label, named.unit


def prepare(calculator: Calculator, request: Request, register: Register) -> Scenario:
    """Check a request and compute its answer once.

    Raises BadAnswers with a message for each input, override or day that cannot be used.
    """
    day, region = request.on or register.edition, region_of(calculator, request)
    refusals, plain = Refusals(), register.on(day, region)
    if day > register.edition:
        refusals.add(ON, f"Enter {date_text(register.edition)} or an earlier day.")
    try:
        overrides = _overrides(request, plain, register, refusals)
        typed = _rates_typed(calculator, request)
        asked = Asked(request.currency, request.exchange, request.locale, plain, register, typed)
        exchange = exchange_of(asked, overrides, refusals)
        figures = register.on(day, region, {key: of.typical for key, of in overrides.items()})
        reading = read(
            calculator.declaration, request.inputs, figures, locale=request.locale, options=calculator.options(register)
        )
        refusals.stop()
        fresh = figures.replaced({})
        answer = calculator.run(reading.values, fresh)
    except BadAnswers as refused:
        messages, offers = refused.messages | refusals.messages, refused.offers | refusals.offers
        raise BadAnswers(messages, offers) from None
    except UnknownDay as gap:
        label = register.figures[gap.key].label
        message = f"“{label}” is known from {date_text(gap.begins)} on. Enter that day or a later one"
        if any(spec.figure == gap.key for spec in calculator.inputs):
            message += ", or put in your own number for it"
        raise BadAnswers({ON: message + "."}) from None
    return Scenario(calculator, request, register, reading, figures, overrides, answer, fresh.used, exchange)


def _rates_typed(calculator: Calculator, request: Request) -> dict[str, Spread]:
    """Return the rates of exchange that the form's own fields were filled in with; a wrong one is refused later."""
    asked = {spec.figure: spec for spec in calculator.inputs if spec.figure.startswith(TOPIC + ".")}
    rates = {}
    for key, spec in asked.items():
        try:
            rates[key] = read_spread(spec, request.inputs.get(spec.name, "").strip(), request.locale)
        except Unreadable:
            continue
    return rates


def _overrides(request: Request, plain: Figures, register: Register, refusals: Refusals) -> dict[str, Spread]:
    """Read the reader's own values of figures; note each that cannot be used."""
    overrides = {}
    for key, text in request.figures.items():
        if key in register.figures and text.strip():
            try:
                overrides[key] = read_spread(override_input(plain, key), text, request.locale)
            except Unreadable as refusal:
                refusals.add(OVERRIDE + key, refusal)
    return overrides


def region_of(calculator: Calculator, request: Request) -> str:
    """Return the region asked for, or the default; a wrong one is refused when the inputs are read."""
    for spec in calculator.inputs:
        if spec.name == REGION:
            return option_named(request.inputs.get(REGION, ""), spec.options) or str(spec.default)
    return "world"


def override_input(figures: Figures, key: str) -> Input:
    """Return the input in which a reader overrides a figure."""
    figure = figures.value(key).figure
    kind = "percent" if figure.unit == "fraction" else "number"
    high = 1.0 if kind == "percent" else 1e9
    return Input(OVERRIDE + key, kind, figure.label, unit="%" if kind == "percent" else figure.unit, high=high)

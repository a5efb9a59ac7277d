"""The parts of a result that are words: sentence, headline, receipt, working and remarks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calculators.kit.adding_up import printed
from calculators.kit.formatting import (
    date_text,
    honest_step,
    is_money,
    magnitude,
    number_text,
    on_receipt,
    quantity,
    rate_text,
    rounded_money,
    rounded_to,
    singular,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.kit.answer import Line
    from calculators.kit.engine import Result
    from calculators.kit.inputs import Input
    from calculators.kit.scenario import Scenario

    type _Filling = Callable[[re.Match[str]], str]

_NAMED = re.compile(r"{([^{}]+)}")
_COUNTED = re.compile(r"{(\w+)} {(\w+)}")
"""A number and, beside it, what there are so many of."""
_CONSTANT = re.compile(r"[\d.]+")
_SMALL = {"From"}
"""First words that are no name, though a name follows."""
_NO_FORMULA = "does not apply here"
_BELOW = re.compile(r"\(([^<()]+) < ([^<()]+)\)")
"""A condition that counts as one where it is met."""
_FUNCTIONS = {
    "least": "the smaller of ",
    "most": "the larger of ",
    "roundup": "rounded up ",
    "log": "the logarithm of ",
    "exp": "e to the power of ",
    "normal_tail": "the part of a bell curve above ",
}
_BETWEEN = re.compile(r", (?=[^{}]*(?:{|$))")
"""What stands between two numbers of a function; a name may have a comma of its own."""
_FUNCTION = re.compile(rf"\b({'|'.join(_FUNCTIONS)})\(")


def rounded(result: Result, value: float) -> str:
    """Write a value of the headline's kind to the digits that the range deserves."""
    unit, spread, locale = result.answer.headline.unit, result.spread, result.request.locale
    if spread.is_certain:
        return quantity(value, unit, locale)
    step = honest_step(spread.low, spread.high)
    if is_money(unit):
        return rounded_money(value, step, unit, locale)
    digits = max(magnitude(value) - step + 1, 2)
    return quantity(rounded_to(value, digits), unit, locale)


def headline_view(result: Result) -> dict[str, str]:
    """Return the headline: as the range deserves, and exact."""
    head = result.answer.headline
    exact = quantity(head.value, head.unit, result.request.locale)
    return {"label": head.label, "text": rounded(result, head.value), "exact": exact}


def sentence(result: Result) -> str:
    """Return the answer in words, with the reader's inputs in it."""
    calculator = result.calculator
    head = result.answer.headline
    texts = input_texts(result)
    texts["headline"] = rounded(result, head.value)
    words = calculator.sentence
    if head.value == 0 and calculator.nothing:
        words = calculator.nothing
    elif head.value < 0 and calculator.loss:
        words, texts["headline"] = calculator.loss, rounded(result, -head.value)
    for number, thing in _COUNTED.findall(words):
        if result.reading.values[number] == 1 and isinstance(result.reading.values[thing], str):
            noun, space, rest = texts[thing].partition(" ")
            texts[thing] = singular(noun) + space + rest
    return capitalised(_NAMED.sub(lambda name: texts[name[1]], words))


def range_sentence(result: Result) -> str:
    """Return the likely range in words, with its unit once; empty where nothing is uncertain."""
    if not result.sample:
        return ""
    low, high = rounded(result, result.spread.low), rounded(result, result.spread.high)
    if low == high:
        return f"8 in 10 times close to {low}."
    return f"8 in 10 times between {lower_end(low, high)} and {high}."


def lower_end(least: str, most: str) -> str:
    """Return the lower end of a span as it stands before the upper: without the unit, where that is the same."""
    number, _, unit = least.partition(" ")
    end = most.partition(" ")[2]
    return number if unit and singular(unit) == singular(end) else least


def input_texts(result: Result) -> dict[str, str]:
    """Return every input as a phrase: "50 viewers", "Rose", "about 10 coins"."""
    scenario = result.scenario
    return {
        spec.name: ("about " if spec.name in scenario.reading.spreads else "")
        + input_text(scenario, spec, scenario.reading.values[spec.name])
        for spec in result.calculator.inputs
    }


def input_text(scenario: Scenario, spec: Input, value: object) -> str:
    """Return the value of one input as a phrase."""
    if spec.topic:
        return scenario.register.figures[str(value)].label
    if spec.is_choice:
        return spec.options["yes" if value is True else "no" if value is False else str(value)]
    return quantity(float(str(value)), spec.unit, scenario.request.locale)


def lowered(label: str) -> str:
    """Return a label as it stands inside a sentence: "length of a LIVE", but "LIVEs a week", "Super Fans", "TikTok"."""
    first, _, rest = label.partition(" ")
    is_before_name = rest[:1].isupper() and rest[1:2].islower()
    is_name = first[1:] != first[1:].lower() or (is_before_name and first not in _SMALL)
    return label if is_name else label[:1].lower() + label[1:]


def capitalised(words: str) -> str:
    """Return words as they begin a sentence: "About 2 viewers"."""
    return words[:1].upper() + words[1:]


def breakdown(result: Result) -> list[dict[str, str]]:
    """Return the lines of the receipt, then the same result in other terms."""
    locale = result.request.locale
    receipt = result.answer.breakdown
    lines = [
        {
            "kind": line.kind,
            "label": line.label,
            "text": _sign(line) + on_receipt(abs(value) if line.kind == "less" else value, line.unit, locale),
            "note": line.note,
        }
        for line, value in zip(receipt, printed(receipt), strict=True)
    ]
    return lines + [
        {"kind": "note", "label": other.label, "text": on_receipt(other.value, other.unit, locale), "note": ""}
        for other in result.answer.also
    ]


def _sign(line: Line) -> str:
    """Return what stands before a line's amount: what is taken off has a minus, and where that is negative a plus."""
    if line.kind != "less" or not line.value:
        return ""
    return "−" if line.value > 0 else "+"


def remarked(line: dict[str, str]) -> str:
    """Return what a line of the receipt comes to, with its note in brackets: "$15.10 (before fees and tax)"."""
    return f"{line['text']} ({line['note']})" if line["note"] else line["text"]


def named_values(result: Result) -> dict[str, tuple[str, float, str]]:
    """Return what a formula may name: label, value and unit of inputs, used figures and steps."""
    names: dict[str, tuple[str, float, str]] = {}
    for spec in result.calculator.inputs:
        value = result.reading.values[spec.name]
        if not isinstance(value, str):
            names[spec.name] = (spec.label, float(value), spec.unit)
        elif value in result.used:
            figure = result.figures.value(value)
            thing = "price" if is_money(figure.figure.unit) else figure.figure.unit
            names[spec.name] = (f"{thing} for {figure.figure.label}", figure.typical, figure.figure.unit)
    for key in result.used:
        figure = result.figures.value(key)
        names[key] = (figure.figure.label, figure.typical, figure.figure.unit)
    for step in result.answer.steps:
        names[step.label] = (step.label, step.value, step.unit)
    return names


def steps(result: Result) -> list[dict[str, str]]:
    """Return the working, each step in words and with the reader's numbers."""
    locale, names = result.request.locale, named_values(result)

    def number(name: re.Match[str]) -> str:
        _, value, unit = names[name[1]]
        thing = unit.partition("/")[0]
        return quantity(value, thing if is_money(thing) or thing in {"fraction", "%"} else "", locale)

    def verdict(sides: re.Match[str]) -> str:
        low, high = (names[side.strip("{}")][1] if "{" in side else float(side) for side in sides.groups())
        return f"{low < high:d} ({sides[1]} is {'' if low < high else 'not '}below {sides[2]})"

    return [
        {
            "label": step.label,
            "text": quantity(step.value, step.unit, locale),
            **_working(
                step.formula.replace("÷ 1000", f"÷ {number_text(1000, locale)}"),
                lambda name: lowered(names[name[1]][0]),
                number,
                verdict,
            ),
        }
        for step in result.answer.steps
    ] + _last_step(result)


def _working(formula: str, word: _Filling, number: _Filling, verdict: _Filling) -> dict[str, str]:
    """Return a formula as readers know it, in words and with numbers; a bare number stands for no working at all."""
    if _CONSTANT.fullmatch(formula):
        return {"formula": _NO_FORMULA, "numbers": ""}
    told = _FUNCTION.sub(lambda name: _FUNCTIONS[name[1]] + "(", _BETWEEN.sub(" and ", formula))
    return {
        "formula": _NAMED.sub(word, _BELOW.sub(r"(1 if \1 < \2)", told)),
        "numbers": _NAMED.sub(number, _BELOW.sub(verdict, told)).replace("+ −", "− "),
    }


def _last_step(result: Result) -> list[dict[str, str]]:
    """Return how the headline comes into the reader's currency; nothing where it does not."""
    scenario, head, locale = result.scenario, result.answer.headline, result.request.locale
    if scenario.factor == 1:
        return []
    rate, dollars = scenario.exchange, scenario.in_dollars.headline
    return [
        {
            "label": f"{head.label}, in {rate.code}",
            "text": quantity(head.value, head.unit, locale),
            "formula": f"{lowered(head.label)} × one US dollar in {rate.code}",
            "numbers": f"{quantity(dollars.value, dollars.unit, locale)} × {_rate(result)}",
        }
    ]


def _rate(result: Result) -> str:
    """Write what one US dollar is in the reader's currency: "£0.75758"."""
    rate = result.scenario.exchange
    return rate_text(rate.per_dollar, rate.code, result.request.locale)


def rate_view(result: Result) -> dict[str, str] | None:
    """Return the rate that the receipt was exchanged at, and where it is from; None for dollars."""
    if not result.is_exchanged:
        return None
    key = result.scenario.exchange.figure
    value = result.figures.value(key) if key else None
    if value is None or value.overridden:
        origin = "your own rate"
    else:
        origin = f"in force since {date_text(value.row.since)}, checked {date_text(value.figure.checked)}"
    return {"text": _rate(result), "origin": origin}


def rate_sentence(result: Result) -> str:
    """Say at which rate a result was exchanged; empty for dollars."""
    rate = rate_view(result)
    return f"One US dollar is taken as {rate['text']} ({rate['origin']})." if rate else ""


def notes(result: Result) -> list[str]:
    """Return what the reader should know about the numbers behind the result."""
    fields = {spec.figure: spec.label for spec in result.calculator.inputs if spec.figure}
    guesses = [
        fields.get(key, result.figures.value(key).figure.label)
        for key in result.shown
        if result.figures.value(key).row.grade == "D" and not result.figures.value(key).overridden
    ]
    if not guesses:
        return []
    names = "; ".join(dict.fromkeys(map(lowered, guesses)))
    return [f"Assumed, for want of a published figure that fits: {names} (grade D). Put in your own if you have one."]

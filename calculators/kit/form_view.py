"""What the form templates see, and the hints under fields that change with the answers."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from calculators.kit.errors import UnknownDay
from calculators.kit.exchange import BASE, CURRENCY, RATE, key_of, known_codes
from calculators.kit.formatting import (
    bare,
    date_text,
    fixed,
    is_money,
    number_text,
    quantity,
    rate_text,
    sign_of,
    significant,
    singular,
)
from calculators.kit.locales import ENGLISH, LOCALES, Locale
from calculators.kit.parsing import two_readings
from calculators.kit.scenario import ON, OVERRIDE
from calculators.kit.solve import SOLVE, TARGET, target_input

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.kit.calculator import Calculator, Example
    from calculators.kit.engine import Result
    from calculators.kit.figures import Figures, FigureValue, Register
    from calculators.kit.inputs import Input

_PERCENT = 100
_DIGITS_OF_A_LONG_ENTRY = 3
YES_OR_NO = "yes_no"
"""The unit of a figure that is a condition: 1 where it is met, else 0."""
NOTATION = 1234.5
"""The number that shows how numbers are written."""
EXTRA_LABELS = {
    TARGET: "Target",
    SOLVE: "What may change",
    ON: "As of",
    CURRENCY: "Currency",
    RATE: "One US dollar in your currency",
}
"""Labels of the fields that every calculator has beside its own inputs."""


def control_id(slug: str, name: str) -> str:
    """Return the id of a field's control: "gift-earnings-viewers"."""
    return f"{slug}-{name.replace(':', '-').replace('.', '-')}"


def hints(result: Result) -> dict[str, str]:
    """Return the hint under each field whose figure depends on the other answers."""
    return {
        spec.name: hint(spec, result.figures, result.request.locale)
        for spec in result.calculator.inputs
        if spec.figure and not spec.known
    } | {TARGET: target_hint(result), RATE: rate_hint(result)}


def target_hint(result: Result) -> str:
    """Say in which currency a target is entered; empty where the headline is no money."""
    unit = result.answer.headline.unit
    return f"In {'US dollars' if unit == BASE else unit}." if is_money(unit) else ""


def rate_hint(result: Result) -> str:
    """Say which rate is used while none is entered."""
    rate = result.scenario.exchange
    if rate.is_dollars or not rate.figure:
        return "Not needed for US dollars." if rate.is_dollars else ""
    value = result.figures.value(rate.figure)
    text = rate_text(rate.per_dollar, rate.code, result.request.locale)
    if value.overridden:
        return f"Leave empty to use {text}, from your own value of “{value.figure.label}”."
    return f"Leave empty to use {text}, in force since {date_text(value.row.since)} (grade {value.row.grade})."


def settings_view(calculator: Calculator, register: Register) -> dict[str, Any]:
    """Return the fields that say how results are shown: currency, rate, notation."""
    codes = known_codes(register)
    return {
        "currency": {
            "id": control_id(calculator.slug, CURRENCY),
            "base": BASE,
            "known": ", ".join(codes),
            "options": [{"value": code, "label": register.figures[key_of(code)].label} for code in codes],
        },
        "rate": {"id": control_id(calculator.slug, RATE), "label": EXTRA_LABELS[RATE]},
        "locale": {
            "id": control_id(calculator.slug, "locale"),
            "options": [{"value": code, "label": fixed(NOTATION, 2, locale)} for code, locale in LOCALES.items()],
        },
    }


def hint(spec: Input, figures: Figures, locale: Locale) -> str:
    """Say what an empty field stands for."""
    if not spec.figure or spec.known:
        return ""
    try:
        return figure_hint(figures.value(spec.figure), locale)
    except UnknownDay as gap:
        return f"We know this only from {date_text(gap.begins)} on."


def own_fields(result: Result) -> dict[str, str]:
    """Return, by figure behind the result, the id of the control in which the reader's own number goes.

    One picked from a list, like the price of a gift, has none: the list is its field.
    """
    slug, inputs = result.calculator.slug, result.calculator.inputs
    picked = {spec.topic for spec in inputs}
    names = {key: OVERRIDE + key for key in result.used if key.partition(".")[0] not in picked}
    names |= {spec.figure: spec.name for spec in inputs if spec.figure in result.standing_in}
    return {key: control_id(slug, name) for key, name in names.items()}


def figure_hint(value: FigureValue, locale: Locale) -> str:
    """Say what a figure is and how sure it is: "Empty: 10 coins, 8 in 10 between 2 and 30 (grade C)."."""
    unit = value.figure.unit
    typical = quantity(value.row.typical, unit, locale)
    if value.row.low == value.row.high:
        if unit == YES_OR_NO:
            return f"We use “{typical}” (grade {value.row.grade})."
        return f"Leave empty to use {typical} (grade {value.row.grade})."
    low, high = bare(value.row.low, unit, locale), bare(value.row.high, unit, locale)
    return f"Leave empty if unsure: about {typical}, 8 in 10 between {low} and {high} (grade {value.row.grade})."


def form_view(result: Result, overridable: tuple[str, ...], headlines: Mapping[str, str]) -> dict[str, Any]:
    """Return the attributes of `f` in `form.html.jinja`.

    `overridable` are the figures that can be replaced; `headlines` the results of the examples, by name.
    """
    calculator, figures, register = result.calculator, result.figures, result.register
    options = calculator.options(register)
    head = result.answer.headline
    return {
        "slug": calculator.slug,
        "title": calculator.title,
        "question": calculator.question,
        "fields": [_field(result, spec, options.get(spec.name, {})) for spec in calculator.inputs],
        "figure_fields": [_figure_field(calculator, figures.value(key)) for key in overridable],
        "target": {
            "id": control_id(calculator.slug, TARGET),
            "label": head.label,
            "suffix": "" if is_money(head.unit) else target_input(result.scenario).unit,
            "hint": target_hint(result),
            "solve_id": control_id(calculator.slug, SOLVE),
            "options": [{"value": spec.name, "label": spec.label} for spec in calculator.inputs if not spec.is_choice],
        },
        "on_field": {
            "id": control_id(calculator.slug, ON),
            "max": register.edition.isoformat(),
            "text": date_text(register.edition).replace(" ", "\u00a0"),
        },
        "settings": settings_view(calculator, register),
        "rate_hint": rate_hint(result),
        "examples": [
            _example(calculator, example, headlines[example.name], options) for example in calculator.examples
        ],
    }


def entry_text(spec: Input, value: float, locale: Locale) -> str:
    """Write a value as it stands in its field: 0.5 of a percent input is "50"."""
    return plain_entry(number_text(value * _PERCENT if spec.kind == "percent" else value, locale), locale)


def plain_entry(text: str, locale: Locale) -> str:
    """Return a number as it can be read in every notation: no mark between thousands, and never three decimals."""
    bare_text = text.replace(locale.group, "")
    return bare_text + "0" if two_readings(bare_text, locale) else bare_text


def _field(result: Result, spec: Input, options: Mapping[str, str]) -> dict[str, Any]:
    """Return one field."""
    raw, figures, locale = result.request.inputs, result.figures, result.request.locale
    value, placeholder = raw.get(spec.name, ""), ""
    if not spec.is_choice:
        standing = figures.value(spec.figure).typical if spec.figure else float(spec.default or 0)
        placeholder = entry_text(spec, standing, locale)
        if not value and (spec.known or not spec.figure):
            value = placeholder
    chosen = value or str(spec.default or next(iter(options), ""))
    return {
        "name": spec.name,
        "id": control_id(result.calculator.slug, spec.name),
        "kind": spec.kind,
        "label": spec.label,
        "prefix": sign_of(spec.unit).strip() if spec.kind == "money" else "",
        "suffix": "" if spec.kind == "money" else spec.unit,
        "value": value,
        "placeholder": placeholder,
        "hint": hint(spec, figures, locale),
        "help": spec.help,
        "required": not spec.figure,
        "uncertain": bool(spec.figure) and not spec.known,
        "figure": spec.figure,
        "shared": spec.shared,
        "options": [
            {
                "value": option,
                "label": _option_label(spec, option, label, figures),
                "selected": option == chosen,
            }
            for option, label in options.items()
        ],
    }


def _option_label(spec: Input, option: str, label: str, figures: Figures) -> str:
    """Return an option's label; one among figures says its value too: "Rose · 1 coin"."""
    if not spec.topic:
        return label
    value = figures.value(f"{spec.topic}.{option}")
    # What the field asks for need not be said again in each option, where a phone has little room.
    short = label.removesuffix(" " + spec.label.partition(",")[0].lower())
    return f"{short} · {quantity(value.typical, value.figure.unit)}"


def _figure_field(calculator: Calculator, value: FigureValue, locale: Locale = ENGLISH) -> dict[str, Any]:
    """Return one field in which a figure can be overridden."""
    return {
        "is_yes_no": value.figure.unit == YES_OR_NO,
        "key": value.figure.key,
        "id": control_id(calculator.slug, OVERRIDE + value.figure.key),
        "label": value.figure.label,
        "placeholder": bare(value.typical, value.figure.unit, locale),
        "hint": figure_hint(value, locale),
    }


def _typed(spec: Input, text: str) -> str:
    """Write what an example enters into a field, with the sign that stands beside the field: "$40", "0.0464%"."""
    long = re.fullmatch(r"\d*\.\d{5,}", text)
    short = significant(float(text), _DIGITS_OF_A_LONG_ENTRY) if long else text
    if spec.kind in {"money", "percent"}:
        return f"{sign_of(spec.unit)}{short}" if spec.kind == "money" else f"{short}%"
    return f"{short} {singular(spec.unit) if short == '1' else spec.unit}".strip()


def _asked(label: str) -> str:
    """Return a label as it stands before its answer: with a colon, unless it is a question."""
    return label if label.endswith("?") else f"{label}:"


def _example(
    calculator: Calculator, example: Example, headline: str, options: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    """Return one example, for its button and its row in the table."""
    return {
        "name": example.name,
        "title": example.title,
        "note": example.note,
        "headline": headline,
        "values": [
            f"{_asked(spec.label)} {options.get(spec.name, {}).get(text) or _typed(spec, text)}"
            for spec in calculator.inputs
            if (text := example.inputs.get(spec.name))
        ],
        "inputs_json": json.dumps(
            {name: text if name in options else plain_entry(text, ENGLISH) for name, text in example.inputs.items()},
            ensure_ascii=False,
        ),
    }

"""A result to take away: as text, as a table for a spreadsheet, as a picture of the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.kit import templates
from calculators.kit.figure_view import figure_view
from calculators.kit.formatting import date_text
from calculators.kit.result_words import (
    breakdown,
    headline_view,
    input_text,
    notes,
    range_sentence,
    rate_sentence,
    remarked,
    sentence,
    steps,
)
from calculators.kit.slip import Slip

if TYPE_CHECKING:
    from calculators.kit.engine import Result
    from calculators.kit.inputs import Input

NOTICE = "An estimate, not a promise of income. Independent of TikTok."
_PERCENT = 100
_SMALL, _PLAIN, _LABEL, _AMOUNT = 24, 30, 34, 76
"""Sizes of texts in a picture."""


def as_text(result: Result, version: str) -> str:
    """Return the receipt and the working as plain text."""
    lines = [sentence(result), range_sentence(result), ""]
    lines += [f"{line['label']}: {remarked(line)}" for line in breakdown(result)]
    lines += ["", "How it was worked out:"]
    lines += [f"{step['label']} = {step['numbers']} = {step['text']}" for step in steps(result)]
    lines += ["", *filter(None, [*notes(result), rate_sentence(result)])]
    lines += [f"Figures as of {date_text(result.figures.day)}, model {version}. {NOTICE}"]
    return "\n".join(line for number, line in enumerate(lines) if line or number > 1) + "\n"


def as_csv(result: Result, version: str) -> str:
    """Return everything behind a result as comma-separated values: part, name, value, unit, low, high, note."""
    spread, head = result.spread, result.answer.headline
    rows: list[tuple[object, ...]] = [
        ("part", "name", "value", "unit", "low", "high", "note"),
        ("result", head.label, head.value, head.unit, spread.low, spread.high, "8 in 10 between low and high"),
    ]
    rows += [_input_row(result, spec) for spec in result.calculator.inputs]
    rows += [
        ("receipt", line.label, line.value, line.unit, "", "", ", ".join(filter(None, (line.kind, line.note))))
        for line in result.answer.breakdown
    ]
    rows += [("also", amount.label, amount.value, amount.unit, "", "", "") for amount in result.answer.also]
    rows += [("step", step.label, step.value, step.unit, "", "", step.formula) for step in result.answer.steps]
    for key in result.shown:
        figure = result.figures.value(key)
        seen = figure_view(figure, result.register)
        about = (
            f"grade {seen['grade']}, in force since {seen['since']}, checked {seen['checked']}, {_origins(result, key)}"
        )
        doubt = result.scenario.spread_of(key)
        rows.append(
            (
                "figure",
                key,
                doubt.typical,
                figure.figure.unit,
                doubt.low,
                doubt.high,
                "your own value" if figure.overridden else about,
            )
        )
    if result.is_exchanged:
        rate = result.scenario.exchange
        rows.append(("about", "one US dollar", rate.per_dollar, rate.code, "", "", rate_sentence(result)))
    rows += [("about", "remark", "", "", "", "", remark) for remark in notes(result)]
    rows.append(("about", "calculator", result.calculator.title, "", "", "", ""))
    rows.append(("about", "figures as of", result.figures.day.isoformat(), "", "", "", NOTICE))
    rows.append(("about", "model version", version, "", "", "", ""))
    return "".join(",".join(map(_cell, row)) + "\r\n" for row in rows)


def _input_row(result: Result, spec: Input) -> tuple[object, ...]:
    """Return the row of one input: a choice in words, a percentage as a number out of a hundred."""
    value, doubt = result.reading.values[spec.name], result.reading.spreads.get(spec.name)
    own = "yours" if spec.name in result.reading.typed else "default"
    if spec.is_choice:
        return "input", spec.label, input_text(result.scenario, spec, value), spec.unit, "", "", own
    scale = _PERCENT if spec.kind == "percent" else 1
    ends = (doubt.low * scale, doubt.high * scale) if doubt else ("", "")
    return "input", spec.label, float(value) * scale, spec.unit, *ends, own


def _origins(result: Result, key: str) -> str:
    """Write who says so, each with its address where it has one."""
    sources = (result.register.sources[name] for name in result.figures.value(key).row.sources)
    return "; ".join(" ".join((source.publisher, *source.links[:1])) for source in sources)


def _cell(value: object) -> str:
    """Write one value: a float to the digits that mean something, a text so that no sheet takes it for a formula."""
    text = f"{value:.12g}" if isinstance(value, float) else str(value)
    if isinstance(value, str) and text[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in ',"\r\n') else text


def as_picture(result: Result, version: str) -> str:
    """Return the receipt as one SVG picture, complete in itself, to post."""
    head, slip = headline_view(result), Slip(top=66)
    slip.paragraph(result.calculator.title, _PLAIN, quiet=True)
    slip.pair(head["label"], head["text"], (_LABEL, _AMOUNT))
    slip.space(_SMALL)
    slip.paragraph(sentence(result), _PLAIN)
    slip.paragraph(range_sentence(result), _PLAIN, quiet=True)
    slip.space(_SMALL)
    for line in breakdown(result):
        slip.pair(line["label"], line["text"], (_PLAIN, _PLAIN), bold=line["kind"] == "total")
    slip.space(_SMALL)
    foot = f"Figures as of {date_text(result.figures.day)} · model {version}"
    for text in (rate_sentence(result), foot, NOTICE):
        slip.paragraph(text, _SMALL, quiet=True)
    slip.space(_PLAIN)
    title = f"{result.calculator.title}: {head['label']} {head['text']}"
    return templates.render(
        "receipt_picture.svg", p={"title": title, "texts": slip.texts, "height": str(round(slip.y))}
    )

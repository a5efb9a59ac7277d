"""A result to take away: as text, as a table for a spreadsheet, as a picture of the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from calculators.kit import templates
from calculators.kit.figure_view import figure_view
from calculators.kit.formatting import date_text
from calculators.kit.result_words import (
    breakdown,
    headline_view,
    input_text,
    range_sentence,
    rate_sentence,
    sentence,
    steps,
)

if TYPE_CHECKING:
    from calculators.kit.engine import Result
    from calculators.kit.inputs import Input

NOTICE = "An estimate, not a promise of income. Independent of TikTok."
_PERCENT = 100
_LINE, _TOP, _WRAP = 44, 250, 46
"""Height of a receipt's line, where the first stands, and the characters that fit across."""


def as_text(result: Result, version: str) -> str:
    """Return the receipt and the working as plain text."""
    lines = [sentence(result), range_sentence(result), ""]
    lines += [f"{line['label']}: {line['text']}" for line in breakdown(result)]
    lines += ["", "How it was worked out:"]
    lines += [f"{step['label']} = {step['numbers']} = {step['text']}" for step in steps(result)]
    lines += ["", *filter(None, [rate_sentence(result)])]
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
    rows += [("receipt", line.label, line.value, line.unit, "", "", line.kind) for line in result.answer.breakdown]
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
    lines = breakdown(result)
    words = _wrapped(sentence(result))
    top = _TOP + _LINE * len(words)
    view: dict[str, Any] = {
        "title": result.calculator.title,
        "label": headline_view(result)["label"],
        "amount": headline_view(result)["text"],
        "words": [{"text": text, "y": str(_TOP + _LINE * row)} for row, text in enumerate(words)],
        "range": range_sentence(result),
        "range_y": str(top),
        "lines": [line | {"y": str(top + _LINE * (row + 2))} for row, line in enumerate(lines)],
        "foot_y": str(top + _LINE * (len(lines) + 3)),
        "notice_y": str(top + _LINE * (len(lines) + 4)),
        "height": str(top + _LINE * (len(lines) + 5)),
        "rate": rate_sentence(result),
        "rate_y": str(top + _LINE * (len(lines) + 2)),
        "foot": f"Figures as of {date_text(result.figures.day)} · model {version}",
        "notice": NOTICE,
    }
    return templates.render("receipt_picture.svg", p=view)


def _wrapped(text: str) -> list[str]:
    """Break a sentence into lines that fit across the picture."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 > _WRAP:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines

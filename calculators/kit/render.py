"""The result and the refusals as HTML: the part of rendering that runs at build and in the browser alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from calculators.kit import form_view, result_words, templates, view
from calculators.kit.formatting import date_text
from calculators.kit.scenario import OVERRIDE

if TYPE_CHECKING:
    from calculators.kit.calculator import Calculator
    from calculators.kit.engine import Result
    from calculators.kit.errors import BadAnswers
    from calculators.kit.figures import Register


def result_html(result: Result, version: str) -> str:
    """Return the receipt and all that explains it."""
    return templates.render("result", r=view.result_view(result, version, date_text(result.figures.day)))


def announcement(result: Result) -> str:
    """Return the sentence a screen reader hears when the result changes."""
    return " ".join(filter(None, (result_words.sentence(result), result_words.range_sentence(result))))


def errors_of(calculator: Calculator, refused: BadAnswers, register: Register) -> list[dict[str, Any]]:
    """Return one record a refused field: field, id of its control, label, message, and what may have been meant."""
    labels = {spec.name: spec.label for spec in calculator.inputs} | form_view.EXTRA_LABELS
    own = [name for name in refused.messages if name.startswith(OVERRIDE)]
    labels |= {name: register.figures[name.removeprefix(OVERRIDE)].label for name in own}
    return [
        {
            "field": name,
            "id": form_view.control_id(calculator.slug, name),
            "label": labels[name],
            "message": message,
            "offers": [offer._asdict() for offer in refused.offers.get(name, ())],
        }
        for name, message in refused.messages.items()
    ]


def errors_html(errors: list[dict[str, Any]]) -> str:
    """Return the summary of refused fields, each a link to its field."""
    return templates.render("errors_summary", errors=errors)

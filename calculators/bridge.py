"""The browser's door: a JSON request in, a JSON reply with finished HTML out. It never raises.

Request: ``{"slug": …, "inputs": {name: text}, "figures": {key: text}, "on": "2026-11-22", "locale": "en",
"target": text, "solve": name, "currency": "GBP", "exchange": text, "pinned": {"inputs": …, "figures": …, "on": …},
"since": "2026.11.22", "want": ["text", "csv", "picture"]}``; a pinned scenario may have a locale and a rate of its
own, those it was typed with. All but the slug may be missing. Reply: ``status`` is ok, invalid (see
``errors``) or failed (see ``message``).
"""

from __future__ import annotations

import functools
import json
from datetime import date
from typing import TYPE_CHECKING, Any

from calculators import __version__, calculator_named
from calculators.common.changes import changes_since
from calculators.kit import form_view, render, result_words, take_away
from calculators.kit.engine import Request, Result, answer_request
from calculators.kit.errors import BadAnswers
from calculators.kit.exchange import CURRENCY, RATE
from calculators.kit.figures import Register
from calculators.kit.locales import locale_of
from calculators.kit.solve import SOLVE, TARGET

if TYPE_CHECKING:
    from calculators.kit.calculator import Calculator

FAILED = "The calculator could not answer that. The result above still stands; reload the page to start afresh."
TAKE_AWAY = {"text": take_away.as_text, "csv": take_away.as_csv, "picture": take_away.as_picture}


@functools.cache
def register() -> Register:
    """Return the register of this process."""
    return Register.load()


def respond(request: str) -> str:
    """Answer one request; see the module's text for the shapes."""
    try:
        asked = json.loads(request)
        reply = answer(asked) if isinstance(asked, dict) else failed()
    except Exception:  # noqa: BLE001  the last door: a reader never sees a traceback
        reply = failed()
    return json.dumps(reply, ensure_ascii=False)


def failed(message: str = FAILED) -> dict[str, Any]:
    """Return the reply to what cannot be answered at all."""
    return {"status": "failed", "message": message}


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    """Answer a request that is at least a JSON object."""
    calculator = calculator_named(str(asked.get("slug")))
    if calculator is None:
        return failed(f"There is no calculator named “{str(asked.get('slug'))[:60]}”.")
    ignored: list[str] = []
    request = request_of(calculator, asked, ignored)
    pinned = None
    if isinstance(other := asked.get("pinned"), dict):
        pinned = request_of(calculator, {"locale": asked.get("locale")} | other, ignored)
    try:
        result = answer_request(calculator, request, register(), pinned)
    except BadAnswers as refused:
        return refusal(calculator, refused) | {"ignored": ignored}
    return success(result, asked) | {"ignored": ignored}


def refusal(calculator: Calculator, refused: BadAnswers) -> dict[str, Any]:
    """Return the reply to entries that cannot be used."""
    errors = render.errors_of(calculator, refused, register())
    return {
        "status": "invalid",
        "errors": errors,
        "html": {"errors": render.errors_html(errors)},
        "announcement": "; ".join(f"{error['label']}: {error['message']}" for error in errors),
    }


def success(result: Result, asked: dict[str, Any]) -> dict[str, Any]:
    """Return the reply to a result, with whatever else is wanted of it."""
    reply: dict[str, Any] = {
        "status": "ok",
        "html": {"result": render.result_html(result, __version__)},
        "hints": form_view.hints(result),
        "announcement": render.announcement(result),
        "headline": result_words.headline_view(result)["text"],
        "version": __version__,
    }
    wanted = asked.get("want")
    for name, made in TAKE_AWAY.items():
        if isinstance(wanted, list) and name in wanted:
            reply[name] = made(result, __version__)
    if since := asked.get("since"):
        reply["changes"] = [change.words for change in changes_since(str(since), result.calculator.slug)]
    return reply


def request_of(calculator: Calculator, asked: dict[str, Any], ignored: list[str]) -> Request:
    """Return the request in a JSON object; note in `ignored` what nobody knows."""
    inputs, figures = texts(asked.get("inputs")), texts(asked.get("figures"))
    known = {spec.name for spec in calculator.inputs}
    ignored += sorted((inputs.keys() - known) | (figures.keys() - register().figures.keys()))
    on = None
    if given := asked.get("on"):
        try:
            on = date.fromisoformat(str(given))
        except ValueError:
            ignored.append("on")
    return Request(
        {name: text for name, text in inputs.items() if name in known},
        figures,
        on,
        locale_of(str(asked.get("locale") or "en")),
        **{name: str(asked.get(name) or "") for name in (TARGET, SOLVE, CURRENCY, RATE)},
    )


def texts(given: object) -> dict[str, str]:
    """Return the entries of a JSON object whose values are texts or numbers, as texts."""
    if not isinstance(given, dict):
        return {}
    return {str(name): str(text) for name, text in given.items() if isinstance(text, (str, int, float))}

"""Runs in the browser while the profile is taken: everything that a visit can lead to, right or wrong."""

# mypy: disable-error-code="index, operator, attr-defined"
# It fails on purpose.
# ruff: noqa: INP001, ICN001, PLE0643, PLW0108, TRY301

from __future__ import annotations

import datetime
import gc
import importlib
import json
import sys
import traceback
import warnings
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from calculators.kit.calculator import Calculator

# Texts that readers type, and that they should not.
TYPED = (
    *("", "0", "1", "-1", "7.5", "1,000", "1.5k", "2 million", "12 %", "12%", "0.3", "1e400", "1e-400", "nan", "inf"),
    *("5 to 20", "20-5", "5–20", "$3", "€2.50", "1.000,5", "1 000", "٣", "½", "yes", "no", "abc", "<b>&\"'", "🎁" * 40),
    *("1.234", "1,234", "0,125", "1.5 to 2.000", "9" * 400, " 4 ", "\t", "\0", "1/3", "0x10", "١٢", "−3"),
)
STEP = 6  # each field of a calculator gets every sixth text, the next field the ones after
WANTED = ("text", "csv", "picture")
TARGETS = ("500", "1", "1e12", "-5", "two hundred", "")
SINCE = ("2025.1.1", "2026.11.22", "9999.1", "soon")
SETTINGS = (("de", "EUR"), ("fr", "GBP"), ("en", "JPY"), ("en", "USD"), ("xx", "XXX"))
DAYS = ("2026-11-22", "2024-02-29", "1999-01-01", "2099-12-31", "2026-02-30", "soon", "")


def requests() -> Iterator[str]:
    """Every request: defaults, examples, each field with several texts, figures overridden, and nonsense."""
    from calculators import registry  # noqa: PLC0415  only the browser's package has it compiled
    from calculators.bridge import register  # noqa: PLC0415

    for slug, calculator in registry().items():
        yield from (json.dumps({"slug": slug, **inputs}) for inputs in _inputs(calculator))
        yield from (json.dumps({"slug": slug, "on": day}) for day in DAYS)
        yield json.dumps({"slug": slug, "locale": "de", "currency": "GBP"})
        yield json.dumps({"slug": slug, "locale": "fr", "currency": "INR", "exchange": "88,5", "target": "1.234"})
        yield from (json.dumps({"slug": slug, **beside}) for beside in _beside(calculator))
    some = list(register().figures)
    slugs = list(registry())
    for number, key in enumerate(some):
        text = TYPED[number % len(TYPED)]
        yield json.dumps({"slug": slugs[number % len(slugs)], "figures": {key: text, key[:-1]: text}})
    yield from ("", "{", "[]", "null", '{"slug": 3}', '{"slug": "no-such"}', "\ud800", "[" * 500)


def _plain(calculator: Calculator) -> Iterator[dict[str, Any]]:
    yield {}
    for example in calculator.examples:
        yield {"inputs": {name: str(value) for name, value in dict(example.inputs).items()}}


def _inputs(calculator: Calculator) -> Iterator[dict[str, Any]]:
    yield from _plain(calculator)
    for number, spec in enumerate(calculator.inputs):
        yield from ({"inputs": {spec.name: text}} for text in TYPED[number % STEP :: STEP])
        yield {"inputs": {spec.name + "s": "1"}}


def _beside(calculator: Calculator) -> Iterator[dict[str, Any]]:
    """What is asked beside the numbers: a comparison, a target, what changed, an older day, and all to take away."""
    pinned = {"inputs": {}, "figures": {}, "locale": "en"}
    wishes: tuple[dict[str, Any], ...] = (
        {"want": list(WANTED)},
        {"pinned": pinned},
        {"pinned": {**pinned, "on": DAYS[1], "currency": "EUR", "exchange": "0.9", "locale": "fr"}},
        {"pinned": {"inputs": {spec.name: "x" for spec in calculator.inputs}}},
        *({"since": version} for version in SINCE),
        *({"target": target} for target in TARGETS),
        *({"target": TARGETS[0], "solve": spec.name} for spec in calculator.inputs),
        {"target": TARGETS[0], "solve": "no_such_input"},
    )
    yield from wishes
    for locale, currency in SETTINGS:
        settings = {"locale": locale, "currency": currency, "exchange": "1,25" if locale == "de" else "1.25"}
        yield {**settings, "on": DAYS[0]}
        yield {
            **settings,
            "on": DAYS[1],
            "pinned": pinned,
            "since": SINCE[0],
            "target": TARGETS[0],
            "want": list(WANTED),
        }


def failing() -> Iterator[Callable[[], object]]:
    """Failures of many kinds, whose tracebacks are then formatted."""
    yield lambda: 1 / 0
    yield lambda: [][1]
    yield lambda: {}["key"]
    yield lambda: json.loads("{")
    yield lambda: int("x" * 50)
    yield lambda: float("1e")
    yield lambda: "é".encode("ascii")
    yield lambda: b"\xff".decode()
    yield lambda: datetime.date(2026, 2, 30)
    yield lambda: datetime.date.fromisoformat("soon")
    yield lambda: importlib.import_module("calculators.no_such_module")
    yield lambda: compile("x = = 1", "typed.py", "exec")
    yield lambda: sys.no_such_name
    yield lambda: "".no_such_name
    yield lambda: None + 1
    yield lambda: _deep(0)


def _deep(level: int) -> int:
    return _deep(level + 1) + 1


def describe(failure: BaseException) -> str:
    """A traceback as Python prints it, with what led to it."""
    return "".join(traceback.format_exception(failure))


def _collect_often(respond: Callable[[str], str]) -> None:
    """Answer the plain requests with the garbage collector at work in the middle of everything.

    When it runs, it asks each kind of object for what it holds; on a visit that may be at any time.
    """
    from calculators import registry  # noqa: PLC0415

    before = gc.get_threshold()
    gc.set_threshold(11)
    for slug, calculator in registry().items():
        for inputs in _plain(calculator):
            respond(json.dumps({"slug": slug, **inputs}))
    gc.set_threshold(*before)


def run(_argument: object = None) -> str:
    """Answer every request and format every failure; return a short account."""
    from calculators.bridge import respond  # noqa: PLC0415

    warnings.simplefilter("always")
    replies = [json.loads(respond(request))["status"] for request in requests()]
    _collect_often(respond)
    told = 0
    for fail in failing():
        try:
            fail()
        except Exception as failure:  # noqa: BLE001  failing is what they are for
            failure.add_note("on purpose")
            told += len(describe(failure))
            try:
                raise RuntimeError("while handling") from failure
            except RuntimeError as second:
                told += len(describe(second))
    warnings.warn("on purpose", UserWarning, stacklevel=1)
    counts = {status: replies.count(status) for status in sorted(set(replies))}
    return json.dumps({"replies": counts, "characters of traceback": told})


def modules(_argument: object = None) -> str:
    """Names of all modules that have been imported from files: not those that are inside the interpreter."""
    specs = {name: getattr(module, "__spec__", None) for name, module in sys.modules.items()}
    return json.dumps(sorted(name for name, spec in specs.items() if spec and spec.origin != "frozen"))

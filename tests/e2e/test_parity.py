"""Parity: the shipped wheel in the reader's Python says, byte for byte, what the build wrote and what CPython says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from build_scripts.serve import SiteServer
from calculators import bridge, registry
from calculators.kit.figures import Register
from tests.calculators import strategies
from tests.e2e.reader import Elsewhere, Visit
from tests.e2e.shipped_python import ShippedPython, Written, written

pytestmark = pytest.mark.browser

REGISTER = Register.load()
RANDOM_FORMS = 200


@pytest.fixture(scope="module")
def visit(chromium: Browser, server: SiteServer, elsewhere: Elsewhere) -> Iterator[Visit]:
    """Keep one visit for all questions, so that Python starts once."""
    begun = Visit.begin(chromium, server, elsewhere)
    yield begun
    begun.context.close()


@pytest.fixture(scope="module")
def shipped(visit: Visit) -> ShippedPython:
    """Return the reader's Python."""
    return ShippedPython(visit.open("how-we-calculate/").tab)


@pytest.fixture(scope="module")
def results(site: Path) -> list[Written]:
    """Return every result that the build wrote."""
    return list(written(site))


def form_in_page(visit: Visit, result: Written) -> dict[str, str]:
    """Return what a browser would send of a calculator's form as it stands in the page."""
    reading = visit.open(result.page.address.removesuffix("index.html"))
    form = reading.tab.locator(f"live-calculator[slug={result.slug}] .calculator-form")
    values: dict[str, str] = form.evaluate("form => Object.fromEntries(new FormData(form))")
    reading.tab.close()
    return {name: text for name, text in values.items() if text}


def test_every_calculator_was_compared(results: list[Written]) -> None:
    """Each calculator is on a page with its default and all its examples: the comparison below leaves nothing out."""
    places = [result.place for result in results]

    for slug, calculator in registry().items():
        names = ["default", *(example.name for example in calculator.examples)]
        assert [f"calculators/{slug}/index.html: {slug}: {name}" for name in names] == [
            place for place in places if place.startswith(f"calculators/{slug}/")
        ]


def test_results_equal_what_the_build_wrote(visit: Visit, shipped: ShippedPython, results: list[Written]) -> None:
    """Default results and examples of all pages, links and announcements included, come out the same in the browser."""
    for result in results:
        inputs = form_in_page(visit, result) if result.inputs is None else result.inputs

        reply = shipped.respond({"slug": result.slug, "inputs": inputs, "on": REGISTER.edition.isoformat()})

        assert reply["status"] == "ok", (result.place, reply)
        assert result.as_on_its_page(reply["html"]["result"]) == result.text, result.place
        assert result.announcement in ("", reply["announcement"]), result.place


@st.composite
def questions(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a calculator and a form filled in within its limits."""
    calculator = draw(st.sampled_from(sorted(registry().values(), key=lambda each: each.slug)))
    return {"slug": calculator.slug, "inputs": draw(strategies.forms(calculator, REGISTER))}


@settings(
    max_examples=RANDOM_FORMS,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(question=questions())
def test_any_form_is_answered_alike_by_both_pythons(shipped: ShippedPython, question: dict[str, Any]) -> None:
    """CPython and the reader's Python agree on every byte of a reply: result, hints, refusals, announcement."""
    assert shipped.respond(question) == json.loads(bridge.respond(json.dumps(question)))


@pytest.mark.parametrize(
    "question",
    [
        {"slug": "gift-earnings", "inputs": {"viewers": "1.5k", "share": "50 %", "coins": "5 to 20"}},
        {"slug": "gift-earnings", "inputs": {"viewers": "２００"}, "figures": {"gifts.creator_share": "60%"}},
        {"slug": "gift-earnings", "inputs": {"viewers": "<b>many</b>", "coins": "20 to 5"}},
        {"slug": "gift-earnings", "inputs": {"viewers": "-1", "nonsense": "1"}, "on": "2024-06-01"},
        {"slug": "gift-earnings", "inputs": {}, "on": "1999-01-01"},
        {"slug": "no-such-calculator"},
    ],
    ids=["shorthand", "full-width", "markup", "refused", "too-early", "unknown"],
)
def test_odd_questions_are_answered_alike(shipped: ShippedPython, question: dict[str, Any]) -> None:
    """Ways of typing, refusals and questions without an answer: the same reply from both."""
    assert shipped.respond(question) == json.loads(bridge.respond(json.dumps(question)))

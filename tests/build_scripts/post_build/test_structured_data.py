"""Tests of what search engines are told; tests/site checks the built pages against schemas."""

from __future__ import annotations

import json
from typing import Any

import pytest

from build_scripts.post_build import structured_data
from build_scripts.post_build.outline import Outline
from tests.build_scripts.post_build.example_site import ABOUT, CALCULATOR, PAGE

HOME = ("", "Our Site")
QUESTIONS = PAGE._replace(path="faq/", questions=(("Is it </script>?", "No <!-- never."),))


def graph(page: Outline, *above: tuple[str, str]) -> list[dict[str, Any]]:
    """Return the things that a page's data block describes."""
    script = structured_data.script(page, above, "https://ann.example/card.png", ABOUT)
    opening, closing = '<script type="application/ld+json">', "</script>"
    assert script.startswith(opening)
    assert script.endswith(closing)
    things: list[dict[str, Any]] = json.loads(script[len(opening) : -len(closing)])["@graph"]
    return things


@pytest.mark.parametrize(
    ("page", "above", "kinds"),
    [
        (PAGE._replace(path=""), (), ["WebSite", "Article"]),
        (PAGE, (HOME, ("earn/", "Earn")), ["BreadcrumbList", "Article"]),
        (CALCULATOR, (HOME,), ["BreadcrumbList", "WebApplication"]),
        (QUESTIONS, (HOME,), ["BreadcrumbList", "FAQPage"]),
        (PAGE._replace(path="figures/"), (HOME,), ["BreadcrumbList"]),
    ],
)
def test_kinds(page: Outline, above: tuple[tuple[str, str], ...], kinds: list[str]) -> None:
    """Each kind of page is told as what it is."""
    assert [thing["@type"] for thing in graph(page, *above)] == kinds


def test_trail() -> None:
    """The trail leads from home over the pages above to the page itself, with whole addresses."""
    (trail, _) = graph(PAGE, HOME, ("earn/", "Earn"))

    assert [(step["position"], step["name"], step["item"]) for step in trail["itemListElement"]] == [
        (1, "Our Site", "https://ann.example/our-site/"),
        (2, "Earn", "https://ann.example/our-site/earn/"),
        (3, "Gifts", "https://ann.example/our-site/earn/gifts/"),
    ]


def test_date_of_an_article() -> None:
    """It is the day its figures were checked; without figures, the edition."""
    assert graph(PAGE, HOME)[1]["dateModified"] == "2026-11-20"
    assert graph(PAGE._replace(checked=""), HOME)[1]["dateModified"] == "2026-11-22"


def test_words_cannot_end_the_block() -> None:
    """A page's words may hold what would end a script element; they come back unchanged."""
    (question,) = graph(QUESTIONS, HOME)[1]["mainEntity"]

    assert question["name"] == "Is it </script>?"
    assert question["acceptedAnswer"]["text"] == "No <!-- never."
    assert "<" not in structured_data.script(QUESTIONS, [HOME], "", ABOUT)[len("<script") : -len("</script>")]

"""Tests of what is read from a page for those who show it elsewhere."""

from __future__ import annotations

import pytest

from build_scripts.post_build import html_page, outline

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Gifts &amp; coins - Our Site</title>
<meta name="description" content="What a &quot;gift&quot; pays."></head><body>
<article><h1 id="g">What <em>gifts</em> pay<a class="headerlink" href="#g">¶</a></h1>
<p><a class="inline-figure" href="root:figures/#figure-a-b">5</a> <a class="inline-figure" href="#figure-a-b">5</a></p>
{}
<p class="page-checked"><small>Between <time datetime="2026-01-05">5 Jan</time> and <time datetime="2026-03-04">x</time>
</small></p></article></body></html>"""
SLIP = """<live-calculator slug="x" data-version="2026.11.22">
<h3 class="slip-title"><span class="visually-hidden">Result: </span>You keep, a month</h3>
<data class="amount" value="31.7">$32</data>
<figcaption class="range-sentence">8 in 10 times between $6 and $95.</figcaption>
<template><data class="amount">$999</data></template></live-calculator>"""


def read(body: str, address: str = "earn/gifts/index.html") -> outline.Outline:
    """Return the outline of PAGE with a body."""
    return outline.outline(html_page.parse(PAGE.format(body), address), "Our Site")


def test_words_of_a_page() -> None:
    """Entities are read, markup and the heading's own link are not, and the site's name is cut from the title."""
    seen = read("")

    assert (seen.path, seen.title, seen.heading) == ("earn/gifts/", "Gifts & coins", "What gifts pay")
    assert seen.description == 'What a "gift" pays.'
    assert seen.checked == "2026-03-04"
    assert seen.figures == ("figure-a-b",)
    assert seen.result is None


def test_result_of_a_calculator() -> None:
    """It is the one shown first, not one of the examples kept in templates."""
    seen = read(SLIP, "calculators/x/index.html")

    assert seen.result == outline.Result("You keep, a month", "$32", "8 in 10 times between $6 and $95.")
    assert seen.version == "2026.11.22"


@pytest.mark.parametrize(
    ("address", "body", "kind"),
    [
        ("index.html", SLIP, "article"),
        ("earn/gifts/index.html", "", "article"),
        ("calculators/x/index.html", SLIP, "calculator"),
        ("calculators/x/index.html", "", ""),
        ("faq/index.html", "", ""),
        ("figures/index.html", "", ""),
        ("about/decisions/0001-x/index.html", "", ""),
    ],
)
def test_kinds_of_page(address: str, body: str, kind: str) -> None:
    """Guide pages are articles, also with a calculator in them; pages to look things up in are neither."""
    seen = read(body, address)

    assert (seen.is_article, seen.is_calculator) == (kind == "article", kind == "calculator")


def test_questions_with_their_answers() -> None:
    """An answer ends at the next heading of either level, or at the page's closing line."""
    body = (
        '<h2>Part</h2><p>Not an answer.</p><h3 id=a>Is it <b>5</b>?<a class="headerlink" href=#a>¶</a></h3>'
        "<p>Yes,\n <a href=x>it\nis</a>.</p>\n<p>Twice.</p><h2>Other</h2><h3>And 6 &lt; 7?</h3><p>Yes.</p>"
        "<template><p>Kept back.</p></template>"
    )

    assert read(body, "faq/index.html").questions == (("Is it 5?", "Yes, it is. Twice."), ("And 6 < 7?", "Yes."))
    assert read(body, "myths/index.html").questions == ()


@pytest.mark.parametrize(
    ("address", "public"),
    [("index.html", True), ("a/b/index.html", True), ("404.html", False), ("embed/x/index.html", False)],
)
def test_what_is_to_be_found(address: str, *, public: bool) -> None:
    """The 404 page and pages for frames are not."""
    assert outline.is_public(address) is public

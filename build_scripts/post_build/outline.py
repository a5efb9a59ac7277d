"""What a page is about, read from the page itself, for those who show it elsewhere: search engines, cards, feeds."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from build_scripts.post_build.html_page import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_scripts.post_build.html_page import Page, Tag

CALCULATORS = "calculators/"
QUESTIONS = "faq/"
REFERENCE = ("about/", "figures/", "sources/")
"""Pages that are looked things up in, or that are about the site: no articles."""


class Result(NamedTuple):
    """What a calculator says before anything is typed."""

    label: str
    amount: str
    range: str
    """The sentence about the likely range, or ""."""


class Outline(NamedTuple):
    """What others are told of a page."""

    path: str
    """Its address from the site's root: "earn/gifts/"; "" for home."""
    title: str
    heading: str
    description: str
    checked: str
    """The day its figures were last checked, as ISO date, or "" where it names none."""
    result: Result | None
    version: str
    """Of the model, on a page with a calculator; else ""."""
    questions: tuple[tuple[str, str], ...]
    """Each question with its answer, on the page of questions."""
    figures: tuple[str, ...]
    """The anchors of the figures that its sentences name, each once."""

    @property
    def is_calculator(self) -> bool:
        """Tell whether the page is there for its calculator."""
        return self.path.startswith(CALCULATORS) and bool(self.version)

    @property
    def is_article(self) -> bool:
        """Tell whether the page explains something."""
        return not self.path.startswith((CALCULATORS, QUESTIONS, *REFERENCE))


def is_public(address: str) -> bool:
    """Tell whether a page is one to be found: neither the 404 page nor one made for a frame."""
    return address.endswith("index.html") and not address.startswith("embed/")


def outline(page: Page, site_name: str) -> Outline:
    """Return what a page is about; a part that the page has not is "" or None."""
    path = page.address.removesuffix("index.html")
    calculator = _first(page, lambda tag: tag.name == "live-calculator")
    return Outline(
        path,
        _text(page, lambda tag: tag.name == "title").removesuffix(f" - {site_name}"),
        _text(page, lambda tag: tag.name == "h1"),
        _description(page),
        _checked(page),
        _result(page) if calculator else None,
        calculator.attributes.get("data-version", "") if calculator else "",
        tuple(questions(page)) if path == QUESTIONS else (),
        _figures(page),
    )


def questions(page: Page) -> list[tuple[str, str]]:
    """Return each heading of the third level with the text up to the next heading, as readers see it on the page."""
    headings = [tag for tag in page.tags if tag.name in {"h2", "h3"} and not tag.scope]
    found = []
    for tag in headings:
        if tag.name != "h3":
            continue
        rest = page.text[page.text.index("</h3>", tag.end) + len("</h3>") :]
        end = re.search(r"<h[23]\b|<p class=\"page-checked\"|</article>|<footer\b|<template\b", rest)
        found.append((element_text(page, tag), text_of(rest[: end.start()] if end else rest)))
    return found


def element_text(page: Page, tag: Tag) -> str:
    """Return the text of an element, without the sign that links to a heading."""
    return text_of(re.sub(r'<a class="headerlink".*?</a>', "", inner(page, tag), flags=re.DOTALL))


def inner(page: Page, tag: Tag) -> str:
    """Return the HTML between the tags of an element."""
    depth = 1
    for match in re.finditer(rf"<(/?){tag.name}\b", page.text[tag.end :]):
        depth += -1 if match[1] else 1
        if not depth:
            return page.text[tag.end : tag.end + match.start()]
    return page.text[tag.end :]


def text_of(markup: str) -> str:
    """Return the words of a piece of HTML, white space as a browser shows it."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", markup)).split())


def has_class(tag: Tag, name: str) -> bool:
    """Tell whether an element is of a class."""
    return name in tag.attributes.get("class", "").split()


def _description(page: Page) -> str:
    tag = _first(page, lambda tag: tag.name == "meta" and tag.attributes.get("name") == "description")
    return tag.attributes.get("content", "") if tag else ""


def _checked(page: Page) -> str:
    """Return the last day that the page's closing line names."""
    line = _first(page, lambda tag: has_class(tag, "page-checked"))
    days = (
        [tag.attributes["datetime"] for tag in parse(inner(page, line), "").tags if tag.name == "time"] if line else []
    )
    return max(days, default="")


def _figures(page: Page) -> tuple[str, ...]:
    links = (tag.attributes.get("href", "") for tag in page.tags if has_class(tag, "inline-figure"))
    return tuple(dict.fromkeys(link.partition("#")[2] for link in links))


def _result(page: Page) -> Result | None:
    """Return what the first slip of the page says."""
    title = _first(page, lambda tag: has_class(tag, "slip-title"))
    if title is None:
        return None
    label = inner(page, title).rpartition("</span>")[2]
    return Result(
        text_of(label),
        _text(page, lambda tag: has_class(tag, "amount")),
        _text(page, lambda tag: has_class(tag, "range-sentence")),
    )


def _text(page: Page, wanted: Callable[[Tag], bool]) -> str:
    tag = _first(page, wanted)
    return element_text(page, tag) if tag else ""


def _first(page: Page, wanted: Callable[[Tag], bool]) -> Tag | None:
    """Return the first such element of the page itself, not of what its <template>s hold."""
    return next((tag for tag in page.tags if not tag.scope and wanted(tag)), None)

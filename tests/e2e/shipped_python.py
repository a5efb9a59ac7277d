"""The Python that readers download, asked directly; and what the build wrote, to hold against its answers."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page

from build_scripts.post_build import html_page, links

# The page's own worker, in the page's own policy; one for all questions.
_ASK = """async (request) => {
  window.shipped ??= (() => {
    const meta = document.querySelector("meta[name=calculator-runtime]");
    const root = new URL(document.documentElement.dataset.siteRoot, document.baseURI);
    const worker = new Worker(new URL(meta.content, root), { type: "module" });
    const waiting = new Map();
    const tellAll = (message) => [...waiting.values()].forEach((answer) => answer(message));
    worker.onmessage = ({ data }) => {
      if (data.kind === "failed" && data.id === undefined) tellAll(data);
      waiting.get(data.id)?.(data);
    };
    worker.onerror = ({ message }) => tellAll({ kind: "broken", message });
    return { worker, waiting, asked: 0 };
  })();
  const id = ++shipped.asked;
  return new Promise((answer) => {
    shipped.waiting.set(id, answer);
    shipped.worker.postMessage({ kind: "respond", id, request });
  });
}"""


class ShippedPython:
    """The shipped worker with the shipped wheel, in a page of the site."""

    def __init__(self, tab: Page) -> None:
        """Take a tab in which any page of the site is open."""
        self._tab = tab

    def respond(self, question: dict[str, Any]) -> dict[str, Any]:
        """Return the reply to one request of the bridge."""
        message = self._tab.evaluate(_ASK, json.dumps(question, ensure_ascii=False))
        assert message["kind"] == "reply", message
        reply: dict[str, Any] = json.loads(message["reply"])
        return reply


class Written(NamedTuple):
    """One result that the build wrote into a page."""

    place: str
    """Such as "calculators/gift-earnings/index.html: starting"; "default" for the result in view."""
    page: html_page.Page
    slug: str
    inputs: dict[str, str] | None
    """What the template says its form holds; None for the result in view, whose form stands in the page."""
    announcement: str
    text: str
    """The HTML, to the byte."""

    def as_on_its_page(self, result: str) -> str:
        """Write a fresh result's links to other pages as the build does on this page."""
        base = "/no/page/has/absolute/links/"
        fresh = html_page.parse(result, self.page.address)
        return fresh.replaced(links.edits(fresh, base))


_CALCULATOR = re.compile(r'<live-calculator slug="([^"]+)".*?</live-calculator>', re.DOTALL)
_RESULT = re.compile(
    r'<section class="result" data-part="result"[^>]*>\n(.*)\n</section>\n<p class="visually-hidden" role="status"',
    re.DOTALL,
)
_EXAMPLE = re.compile(
    r'<template data-example="([^"]*)" data-inputs="([^"]*)" data-announcement="([^"]*)">(.*?)</template>', re.DOTALL
)


def written(site: Path) -> Iterator[Written]:
    """Yield every result of every calculator on every page, as in the files."""
    for page in html_page.pages(site):
        for calculator in _CALCULATOR.finditer(page.text):
            slug, text = calculator[1], calculator[0]
            (result,) = _RESULT.findall(text)
            yield Written(f"{page.address}: {slug}: default", page, slug, None, "", result)
            for name, inputs, announcement, example in _EXAMPLE.findall(text):
                yield Written(
                    f"{page.address}: {slug}: {name}",
                    page,
                    slug,
                    json.loads(html.unescape(inputs)),
                    html.unescape(announcement),
                    example,
                )

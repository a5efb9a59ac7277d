"""Reads the dated changes: of rules from the built page "What changed", of figures from CHANGELOG.md.

Each item of the page carries an id that begins with its date, which must be the date in its text: what a feed calls a
change must never change, whatever becomes of the words.
"""

from __future__ import annotations

import html
import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from build_scripts.post_build.outline import element_text, inner, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_scripts.post_build.html_page import Page, Tag

PAGE = "what-changed/index.html"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(r"(?:(\d{1,2}) )?([A-Z][a-z]+)(?: (\d{4}))?\.?")
_ID = re.compile(r"change-(\d{4}-\d\d(?:-\d\d)?)-[a-z0-9-]+")
_CITATION = re.compile(r'<small class="citation".*?</small>', re.DOTALL)


class ChangesError(Exception):
    """An item has no date or no lasting name; the message is for the author of the page."""


class Change(NamedTuple):
    """Something that changed on a day."""

    id: str
    """Never changes and is never used again."""
    day: date
    """The first of the month where only the month is known."""
    title: str
    markup: str
    """The whole of it as HTML, its links as they stand on the page."""
    path: str
    """Where it stands, from the site's root."""


def of_rules(page: Page) -> Iterator[Change]:
    """Yield the changes that the page lists, in its order; raises ChangesError for an item without date or id."""
    year = ""
    lists_left = 0
    for tag in page.tags:
        if tag.name == "h2":
            year = next(iter(re.findall(r"\d{4}", element_text(page, tag))), "")
        elif tag.name == "ul" and year:
            lists_left = tag.end + len(inner(page, tag))
        elif tag.name == "li" and tag.end <= lists_left and year:
            yield _change(page, tag, year)


def of_figures(changelog: str) -> Iterator[Change]:
    """Yield what the sections "Figures" of the changelog say, newest first."""
    for version, body in re.findall(r"^## (\d{4}\.\d\d\.\d\d)\n(.*?)(?=^## |\Z)", changelog, re.DOTALL | re.MULTILINE):
        section = re.search(r"^### Figures\n(.*?)(?=^### |\Z)", body, re.DOTALL | re.MULTILINE)
        if section:
            items = [" ".join(item.split()) for item in re.split(r"^- ", section[1], flags=re.MULTILINE)[1:]]
            day = date.fromisoformat(version.replace(".", "-"))
            yield Change(
                f"figures-{day}",
                day,
                f"Figures, edition {version}",
                html.escape(" ".join(items), quote=False),
                "figures/",
            )


def _change(page: Page, tag: Tag, year: str) -> Change:
    markup = inner(page, tag)
    text = text_of(markup)
    bold = re.match(r"\s*(?:<p>)?\s*<strong>(.*?)</strong>", markup, re.DOTALL)
    written = _DATE.fullmatch(text_of(bold[1])) if bold else None
    if not bold or not written or written[2][:3].lower() not in _MONTHS:
        raise ChangesError(f"{page.address}: “{text[:60]}” must begin with a bold date, such as **22 January.**")
    day, month = written[1], _MONTHS.index(written[2][:3].lower()) + 1
    named = f"{written[3] or year}-{month:02}" + (f"-{int(day):02}" if day else "")
    name = tag.attributes.get("id", "")
    if not (found := _ID.fullmatch(name)) or found[1] != named:
        raise ChangesError(
            f"{page.address}: “{text[:60]}” needs a line {{ #change-{named}-a-few-words }} at its end, not “{name}”."
        )
    said = text_of(_CITATION.sub("", markup[bold.end() :]))
    first = re.split(r"(?<=[.!?]) ", said.replace(" .", ".").replace(" ,", ","))[0]
    when = text_of(bold[1]).rstrip(".") + ("" if written[3] else f" {year}")
    return Change(
        name,
        date.fromisoformat(named if day else f"{named}-01"),
        f"{when}: {first.rstrip('.')}",
        markup.strip(),
        f"{page.address.removesuffix('index.html')}#{name}",
    )

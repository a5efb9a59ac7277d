"""Turns href="correct:" and href="discuss:" into links that open a form of the repository, already filled in.

Templates cannot know on which page they stand or where the repository is; plain links need no script of anybody.
The names of the fields are those of .github/ISSUE_TEMPLATE.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from build_scripts.post_build.addresses import CORRECT, DISCUSS, REPOSITORY
from calculators.kit.figure_view import anchor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_scripts.post_build.about import About
    from build_scripts.post_build.html_page import Edit, Page
    from build_scripts.post_build.outline import Outline

CATEGORY = "general"
"""Of the discussions; GitHub makes it in every repository that has them."""


def edits(page: Page, outline: Outline, about: About) -> Iterator[Edit]:
    """Yield the edits that give each such link its address."""
    for tag in page.tags:
        href = tag.attributes.get("href", "")
        if href.startswith(CORRECT):
            asked = urlsplit(href)
            query = dict(parse_qsl(asked.query))
            address = figure(asked.path, query, outline, about) if asked.path else correction(outline, about)
        elif href.startswith(DISCUSS):
            address = discussion(outline, about)
        elif href.startswith(REPOSITORY):
            address = about.repository
        else:
            continue
        yield page.attribute_edit(tag, "href", address)


def correction(outline: Outline, about: About) -> str:
    """Return the address of the form for a mistake on a page."""
    fields = {"page": about.url + outline.path, "edition": about.edition.isoformat()}
    return _issue(about, "page.yml", f"Page: {outline.title}", fields)


def figure(key: str, asked: dict[str, str], outline: Outline, about: About) -> str:
    """Return the address of the form for a wrong figure; `asked` has the value that is shown."""
    fields = {
        "figure": key,
        "shown": asked.get("value", ""),
        "page": f"{about.url}{outline.path}#{anchor(key)}",
        "edition": about.edition.isoformat(),
    }
    return _issue(about, "figure.yml", f"Figure: {key}", fields)


def discussion(outline: Outline, about: About) -> str:
    """Return the address of a new discussion about a page."""
    body = f"About {about.url}{outline.path} (edition {about.edition.isoformat()})\n\n"
    fields = {"category": CATEGORY, "title": outline.title, "body": body}
    return f"{about.repository}/discussions/new?{_query(fields)}"


def _issue(about: About, form: str, title: str, fields: dict[str, str]) -> str:
    return f"{about.repository}/issues/new?{_query({'template': form, 'title': title, **fields})}"


def _query(fields: dict[str, str]) -> str:
    return urlencode(fields, quote_via=quote)

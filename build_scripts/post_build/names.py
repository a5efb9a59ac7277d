"""Gives a name to what the themes leave without one, so that a screen reader can say where its user is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_scripts.post_build.html_page import Edit, Page

SEARCH = "Search"


def edits(page: Page) -> Iterator[Edit]:
    """Yield the edits that name the search, which Material says is a dialog."""
    for tag in page.tags:
        classes = tag.attributes.get("class", "").split()
        named = {"aria-label", "aria-labelledby"} & set(tag.attributes)
        if tag.attributes.get("role") == "dialog" and "md-search" in classes and not named:
            yield page.attribute_edit(tag, "aria-label", SEARCH)

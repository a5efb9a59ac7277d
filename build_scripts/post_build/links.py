"""Rewrites href="root:figures/#gifts-creator_share" to the way there from the page it stands on.

A calculator's HTML is the same on every page, so it cannot know how deep the page is; only this step does.
In a snippet to copy, the address becomes a whole one: it will stand on another site.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_scripts import project
from build_scripts.post_build.addresses import ROOT_SCHEME, root_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_scripts.post_build.html_page import Edit, Page


_SNIPPET = f'&lt;iframe src="({re.escape(ROOT_SCHEME)})'
"""How a snippet that shows a calculator on another site begins."""


def edits(page: Page, base: str) -> Iterator[Edit]:
    """Yield the edits that make root: links relative, or absolute on the 404 page.

    Whether they lead anywhere is for `check` to say.
    """
    root = root_from(page.address, base)
    for tag in page.tags:
        address = tag.attributes.get("href", "")
        if address.startswith(ROOT_SCHEME):
            yield page.attribute_edit(tag, "href", root + address.removeprefix(ROOT_SCHEME))
    for found in re.finditer(_SNIPPET, page.text):
        yield found.start(1), found.end(1), project.site_url()


def root_from(address: str, base: str) -> str:
    """Return how a page reaches the root. The 404 page is shown at any depth, so it uses the absolute path."""
    return base if address == "404.html" else root_of(address)

"""What the site does to be found, shared, corrected and discussed, put into every page as it passes.

Only what a page is about is kept of it. When all have passed, `files` writes what tells of them together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from build_scripts.post_build import cards, changes, contact, feed, llms, outline, social, structured_data
from build_scripts.post_build.links import root_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from build_scripts.post_build.about import About
    from build_scripts.post_build.changes import Change
    from build_scripts.post_build.html_page import Edit, Page
    from build_scripts.post_build.outline import Outline
    from calculators.kit.figures import Register


class Sharing:
    """Sees one page after another."""

    def __init__(self, site: Path, base: str, about: About) -> None:
        self._site, self._base, self._about = site, base, about
        self._outlines: list[Outline] = []
        self._changes: list[Change] = []
        self._headings: dict[str, str] = {}

    def edits(self, page: Page) -> Iterator[Edit]:
        """Yield what a page gains; raises ChangesError where the page of changes cannot be read."""
        seen = outline.outline(page, self._about.name)
        yield from contact.edits(page, seen, self._about)
        if not outline.is_public(page.address):
            return
        self._outlines.append(seen)
        if page.address == changes.PAGE:
            self._changes.extend(changes.of_rules(page))
        end = page.text.find("</head>")
        if end >= 0:
            yield end, end, self._head(page, seen)

    def files(self, changelog: str, nav: Sequence[Any], register: Register) -> None:
        """Write the feed of changes and llms.txt."""
        told = [*self._changes, *changes.of_figures(changelog)]
        (self._site / feed.FILE).write_bytes(feed.atom(told, self._about))
        text = llms.text(nav, self._outlines, register, self._about)
        (self._site / llms.FILE).write_bytes(text.encode())

    def _head(self, page: Page, seen: Outline) -> str:
        image = self._about.url + cards.write(self._site, seen, self._about)
        return (
            social.metas(seen, self._about, image, cards.description(seen, self._about))
            + social.alternate(root_from(page.address, self._base), feed.FILE, self._about)
            + structured_data.script(seen, list(self._above(seen.path)), image, self._about)
        )

    def _above(self, path: str) -> Iterator[tuple[str, str]]:
        """Yield path and heading of every page in the folders above, home first."""
        if not path:
            return
        yield "", self._about.name
        folders = path.split("/")[:-2]
        for depth in range(1, len(folders) + 1):
            above = "/".join(folders[:depth]) + "/"
            heading = self._heading(above)
            if heading:
                yield above, heading

    def _heading(self, path: str) -> str:
        """Return the heading of a page that may come later, or "" where there is no such page."""
        if path not in self._headings:
            file = self._site / path / "index.html"
            text = file.read_text("utf-8") if file.is_file() else ""
            found = re.search(r"<h1\b[^>]*>(.*?)(?:<a class=\"headerlink\"|</h1>)", text, re.DOTALL)
            self._headings[path] = outline.text_of(found[1]) if found else ""
        return self._headings[path]

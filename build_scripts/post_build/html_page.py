"""Reads an HTML page with the place of every tag, so that a step can change an attribute and not one byte more."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path


type Edit = tuple[int, int, str]
"""Where a span of the text starts and ends, and what it becomes."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One start tag."""

    name: str
    attributes: Mapping[str, str]
    """Unescaped values; "" for an attribute without one; of an attribute written twice the first, as browsers do."""
    start: int
    """Offset of "<" in the text."""
    end: int
    """Offset just after ">"."""
    scope: int
    """0 in the page itself; otherwise the number of the <template> it is in, whose ids are its own."""
    repeated: tuple[str, ...] = ()
    """Names of the attributes written more than once."""


@dataclass(slots=True)
class Page:
    """One page of the built site."""

    address: str
    """Path in the site: "figures/index.html"."""
    text: str
    tags: list[Tag] = field(default_factory=list)
    inline_scripts: list[str] = field(default_factory=list)
    """Bodies of the scripts that a browser would run (not of data blocks such as JSON)."""
    words: str = ""
    """All text outside of code, scripts and styles."""

    def ids(self, scope: int = 0) -> Iterator[str]:
        """Yield the ids in one scope."""
        for tag in self.tags:
            if tag.scope == scope and "id" in tag.attributes:
                yield tag.attributes["id"]

    def replaced(self, edits: Iterable[Edit]) -> str:
        """Return the text with each span (start, end) replaced; spans must not overlap."""
        pieces: list[str] = []
        done = 0
        for start, end, new in sorted(edits):
            pieces += self.text[done:start], new
            done = end
        return "".join([*pieces, self.text[done:]])

    def attribute_edit(self, tag: Tag, name: str, value: str) -> Edit:
        """Return the edit that sets an existing attribute of a tag, or adds it."""
        raw = self.text[tag.start : tag.end]
        new = f'{name}="{html.escape(value)}"'
        found = re.search(rf"""(?<=\s){re.escape(name)}\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""", raw, re.IGNORECASE)
        if found:
            return tag.start + found.start(), tag.start + found.end(), new
        after_name = tag.start + 1 + len(tag.name)
        return after_name, after_name, f" {new}"


def read(path: Path, site: Path) -> Page:
    """Parse one page of the site."""
    return parse(path.read_bytes().decode("utf-8"), path.relative_to(site).as_posix())


def pages(site: Path) -> Iterator[Page]:
    """Yield every page of the site, in order of its path."""
    for path in sorted(site.rglob("*.html")):
        yield read(path, site)


def parse(text: str, address: str) -> Page:
    """Parse a page."""
    parser = _Parser(Page(address, text))
    parser.feed(text)
    parser.close()
    parser.page.words = "".join(parser.pieces)
    return parser.page


class _Parser(HTMLParser):
    """Collects tags with their offsets, scripts and text."""

    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.pieces: list[str] = []
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", page.text))]
        self._templates: list[int] = []
        self._template_count = 0
        self._silent = 0
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Record a start tag and what it opens."""
        attributes = {name: value or "" for name, value in reversed(attrs)}
        line, column = self.getpos()
        start = self._line_starts[line - 1] + column
        raw = self.get_starttag_text() or ""
        scope = self._templates[-1] if self._templates else 0
        repeated: tuple[str, ...] = ()
        if len(attributes) < len(attrs):
            repeated = tuple(name for name, count in Counter(name for name, _ in attrs).items() if count > 1)
        self.page.tags.append(Tag(tag, attributes, start, start + len(raw), scope, repeated))
        if tag == "template":
            self._template_count += 1
            self._templates.append(self._template_count)
        elif tag in _SILENT:
            self._silent += 1
        if tag == "script" and "src" not in attributes and attributes.get("type", "") in _RUN:
            self._in_script = True

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Record a tag such as <path/>, which opens nothing."""
        self.handle_starttag(tag, attrs)
        if tag in _SILENT or tag == "template":
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag closes."""
        if tag == "template" and self._templates:
            self._templates.pop()
        elif tag in _SILENT and self._silent:
            self._silent -= 1
        if tag == "script":
            self._in_script = False

    def handle_data(self, data: str) -> None:
        """Keep text, and the bodies of scripts that run."""
        if self._in_script:
            self.page.inline_scripts.append(data)
        elif not self._silent:
            self.pieces.append(data)


_SILENT = {"script", "style", "code", "pre"}
_RUN = {"", "module", "text/javascript", "application/javascript", "importmap", "speculationrules"}

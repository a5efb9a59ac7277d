"""Python-Markdown extension: tables too wide for a phone carry each column's heading in their cells, too.

There `site.css` shows a row as a few lines, each with its label, like the slip; as a table its columns would be a word
wide. Tables of short cells stay tables. The roles are written out, because some browsers forget what a table is when
its rows are shown as blocks.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET

    from markdown import Markdown

AFTER_INLINE = 5
"""Priority below Python-Markdown's inline patterns (20): figures and sources are known. Above the glossary's links."""

FITS = 38
"""Characters in a row beside which a phone of 360 points has room for the gaps of three columns."""

FEWEST = 3
"""Columns: two share a phone's width well, whatever is in them."""

STASHED = re.compile("\x02wzxhzdk:([0-9]+)\x03")
ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "columnheader", "td": "cell"}


class RowLabels(Treeprocessor):
    """Labels the cells of wide tables."""

    def run(self, root: ET.Element) -> None:
        """Change the tables of a page that need it."""
        for table in root.iter("table"):
            headings = [self._text(cell) for cell in table.iter("th")]
            rows = [list(row) for row in table.iterfind("tbody/tr")]
            texts = [headings, *([self._text(cell) for cell in row] for row in rows)]
            if len(headings) < FEWEST or sum(max(map(len, column)) for column in zip(*texts, strict=True)) <= FITS:
                continue
            table.set("role", "table")
            table.set("data-rows", "")
            for element in table.iter():
                if element.tag in ROLES:
                    element.set("role", ROLES[element.tag])
            for row in rows:
                row[0].set("role", "rowheader")
                for cell, heading in zip(row[1:], headings[1:], strict=True):
                    cell.set("data-label", heading)

    def _text(self, element: ET.Element) -> str:
        """Return what a reader reads in a cell, without its markup."""
        stash = self.md.htmlStash.rawHtmlBlocks
        marked = STASHED.sub(lambda found: str(stash[int(found[1])]), "".join(element.itertext()))
        return html.unescape(re.sub("<[^>]*>", "", marked)).strip()


class RowLabelsExtension(Extension):
    """Registers the step."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Add it to this Markdown instance."""
        md.treeprocessors.register(RowLabels(md), "row_labels", AFTER_INLINE)


def makeExtension(**settings: Any) -> RowLabelsExtension:  # noqa: ANN401, N802
    """Return the extension; the name and form that Python-Markdown looks for."""
    return RowLabelsExtension(**settings)

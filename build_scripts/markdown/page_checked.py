"""Python-Markdown extension: ends each page that uses inline figures with the day they were last checked.

Calculators and tables of figures say it for themselves.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from build_scripts.markdown.content import content
from build_scripts.markdown.notation import INLINE_PATTERN, without_code

if TYPE_CHECKING:
    from markdown import Markdown

BEFORE_FENCES = 30
"""Priority above superfences' (25): the figures are found in the page as its author wrote it."""

LAST = -10
"""Priority below every other treeprocessor. (A postprocessor would also be given each heading, by toc.)"""


class Noticed(Preprocessor):
    """Remembers which figures the page names, outside of code."""

    keys: frozenset[str] = frozenset()

    def run(self, lines: list[str]) -> list[str]:
        """Return the page unchanged."""
        insides = re.findall(INLINE_PATTERN, without_code("\n".join(lines)))
        self.keys = frozenset(inside.split()[0] for inside in insides if inside.strip())
        return lines


class Appended(Treeprocessor):
    """Adds the line at the end of the page."""

    def __init__(self, md: Markdown, noticed: Noticed) -> None:
        super().__init__(md)
        self._noticed = noticed

    def run(self, root: ET.Element) -> None:
        """Append the line, hidden from further processing, where the page names a figure."""
        known = self._noticed.keys & set(content().figures())
        if known:
            ET.SubElement(root, "p").text = self.md.htmlStash.store(content().checked_html(tuple(sorted(known))))


class PageCheckedExtension(Extension):
    """Registers both ends."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Add both to this Markdown instance."""
        noticed = Noticed(md)
        md.preprocessors.register(noticed, "page_checked", BEFORE_FENCES)
        md.treeprocessors.register(Appended(md, noticed), "page_checked", LAST)


def makeExtension(**settings: Any) -> PageCheckedExtension:  # noqa: ANN401, N802
    """Return the extension; the name and form that Python-Markdown looks for."""
    return PageCheckedExtension(**settings)

"""Python-Markdown extension: links each term of the glossary where it first stands on a page.

Not in headings, links, code and what fences put in. The link's title is the term's short meaning; `term-card.js`
shows it on hover, focus and tap. The glossary is the single source: a new entry is linked everywhere by itself.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from build_scripts import project, templates
from build_scripts.markdown.content import content
from build_scripts.markdown.glossary import HEADING, Term, terms
from build_scripts.markdown.page_checked import BEFORE_FENCES

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET

    from markdown import Markdown

AFTER_LINKS = -5
"""Priority below the builders' own step for links (0), which would take ours for broken."""

LEFT_ALONE = {"a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "label", "pre", "summary", "th"}


class Headings(Preprocessor):
    """Remembers the page's headings, by which the glossary itself is known: nothing tells which page this is."""

    names: frozenset[str] = frozenset()

    def run(self, lines: list[str]) -> list[str]:
        """Return the page unchanged."""
        self.names = frozenset(match["name"] for match in HEADING.finditer("\n".join(lines)))
        return lines


class Links(Treeprocessor):
    """Makes the first mention of each term a link to its entry."""

    def __init__(self, md: Markdown, headings: Headings) -> None:
        super().__init__(md)
        self._headings = headings
        self._left: dict[str, Term] = {}
        self._pattern = re.compile("")

    def run(self, root: ET.Element) -> None:
        """Link the terms of a page, in the order of its text, and add the card's template where there is one."""
        known = terms(project.DOCS, content())
        if not known or {term.name for term in known} <= self._headings.names:
            return
        self._left = {form: term for term in known for form in _spellings(term)}
        own_name = str(project.config()["site_name"])  # found first and left alone: it is a name, not a mention
        longest_first = sorted({*self._left, own_name}, key=lambda form: (-len(form), form))
        self._pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")
        before = len(self._left)
        self._link_in(root)
        if len(self._left) < before:
            card = templates.render("guide", "term_card.html")
            root.append(root.makeelement("p", {}))
            root[-1].text = self.md.htmlStash.store(card.strip())

    def _link_in(self, element: ET.Element) -> None:
        if element.tag in LEFT_ALONE or "admonition-title" in element.get("class", ""):
            return
        element.text = self._linked(element.text)
        for child in element:
            self._link_in(child)
            child.tail = self._linked(child.tail)

    def _linked(self, text: str | None) -> str | None:
        """Return a text with its first mentions hidden behind placeholders, as inline figures are."""
        return self._pattern.sub(self._link, text) if text and self._left else text

    def _link(self, match: re.Match[str]) -> str:
        term = self._left.get(match[0])
        if term is None:
            return match[0]
        self._left = {form: other for form, other in self._left.items() if other is not term}
        title = html.escape(term.meaning)
        return self.md.htmlStash.store(
            f'<a class="term" href="root:glossary/#{term.anchor}" title="{title}">{html.escape(match[0])}</a>'
        )


def _spellings(term: Term) -> set[str]:
    """Return the forms of a term, each also with a large first letter."""
    return {spelling for form in term.forms for spelling in (form, form[0].upper() + form[1:])}


class GlossaryLinksExtension(Extension):
    """Registers both ends."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Add both to this Markdown instance."""
        headings = Headings(md)
        md.preprocessors.register(headings, "glossary_links", BEFORE_FENCES)
        md.treeprocessors.register(Links(md, headings), "glossary_links", AFTER_LINKS)


def makeExtension(**settings: Any) -> GlossaryLinksExtension:  # noqa: ANN401, N802
    """Return the extension; the name and form that Python-Markdown looks for."""
    return GlossaryLinksExtension(**settings)

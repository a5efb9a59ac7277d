"""Python-Markdown extension: `{source:N1 T6 B}` becomes "(Business Insider, TikTok; grade B)", linked to the sources.

The words are ids of the source register and, last, the grade of the claim before it: A, B, C or D. An unknown
source, or a missing grade, stops the build.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from build_scripts.markdown.checks import Mistake, split_citation
from build_scripts.markdown.fences import places
from build_scripts.markdown.inline_figures import AFTER_CODE
from build_scripts.markdown.kit import kit
from build_scripts.markdown.notation import SOURCE_PATTERN

if TYPE_CHECKING:
    import re

    from markdown import Markdown


class InlineSources(InlineProcessor):
    """Replaces one citation by the HTML that the kit renders."""

    def handleMatch(self, match: re.Match[str], _data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        """Return the citation's HTML, hidden from further processing, and the span it replaces."""
        try:
            html = kit().citation_html(*split_citation(match[1], kit()))
        except Exception as error:
            where = places("source", {"inside": match[1]})
            raise Mistake(f"{where}: {match[0]}: {error}") from error
        return self.md.htmlStash.store(html), match.start(), match.end()


class InlineSourcesExtension(Extension):
    """Registers the citation."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Add the citation to this Markdown instance."""
        md.inlinePatterns.register(InlineSources(SOURCE_PATTERN, md), "inline_source", AFTER_CODE)


def makeExtension(**settings: Any) -> InlineSourcesExtension:  # noqa: ANN401, N802
    """Return the extension; the name and form that Python-Markdown looks for."""
    return InlineSourcesExtension(**settings)

"""Python-Markdown extension: `{figure:gifts.creator_share}` becomes the figure's value, linked to its row.

A second word chooses another part of the figure, as in `{figure:gifts.creator_share range}`, and a region can
follow: `{figure:gifts.creator_share range us}`. The words are in `checks.PARTS`.

Code spans and code blocks are left alone. An unknown figure, part or region stops the build.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from build_scripts.markdown.checks import Mistake, split_inline
from build_scripts.markdown.fences import places
from build_scripts.markdown.kit import kit
from build_scripts.markdown.notation import INLINE_PATTERN

if TYPE_CHECKING:
    import re

    from markdown import Markdown

AFTER_CODE = 175
"""Priority below Python-Markdown's code spans (190) and escapes (180), above its links (170)."""


class InlineFigures(InlineProcessor):
    """Replaces one inline figure by the HTML that the kit renders."""

    def handleMatch(self, match: re.Match[str], _data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        """Return the figure's HTML, hidden from further processing, and the span it replaces."""
        try:
            html = kit().figure_html(*split_inline(match[1], kit()))
        except Exception as error:
            where = places("figure", {"inside": match[1]})
            raise Mistake(f"{where}: {match[0]}: {error}") from error
        return self.md.htmlStash.store(html), match.start(), match.end()


class InlineFiguresExtension(Extension):
    """Registers the inline figure."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Add the inline figure to this Markdown instance."""
        md.inlinePatterns.register(InlineFigures(INLINE_PATTERN, md), "inline_figure", AFTER_CODE)


def makeExtension(**settings: Any) -> InlineFiguresExtension:  # noqa: ANN401, N802
    """Return the extension; the name and form that Python-Markdown looks for."""
    return InlineFiguresExtension(**settings)

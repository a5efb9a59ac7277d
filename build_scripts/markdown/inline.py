"""Python-Markdown extension: what stands inside a sentence, each linked to where it comes from.

`{figure:gifts.creator_share}` becomes the figure's value. A second word chooses another part of the figure, as in
`{figure:gifts.creator_share range}`, and a region can follow: `{figure:gifts.creator_share range us}`. The words are
in `checks.PARTS`.

`{source:N1 T6 B}` becomes "(Business Insider, TikTok; grade B)". The words are ids of the source register and, last,
the grade of the claim before it: A, B, C or D.

Code spans and code blocks are left alone. What is not known stops the build.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from build_scripts.markdown.checks import Mistake, split_citation, split_inline
from build_scripts.markdown.content import content
from build_scripts.markdown.fences import places
from build_scripts.markdown.notation import CITATION, INLINE, INLINE_PATTERN, SOURCE_PATTERN

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from markdown import Markdown

AFTER_CODE = 175
"""Priority below Python-Markdown's code spans (190) and escapes (180), above its links (170)."""


class Inline(InlineProcessor):
    """Replaces one kind of notation by the HTML that `render` makes of its inside."""

    def __init__(self, pattern: str, md: Markdown, kind: str, render: Callable[[str], str]) -> None:
        super().__init__(pattern, md)
        self._kind, self._render = kind, render

    def handleMatch(self, match: re.Match[str], _data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        """Return the HTML, hidden from further processing, and the span it replaces."""
        try:
            html = self._render(match[1])
        except Exception as error:
            where = places(self._kind, {"inside": match[1]})
            raise Mistake(f"{where}: {match[0]}: {error}") from error
        return self.md.htmlStash.store(html), match.start(), match.end()


def _figure(inside: str) -> str:
    return content().figure_html(*split_inline(inside, content()))


def _citation(inside: str) -> str:
    return content().citation_html(*split_citation(inside, content()))


class InlineExtension(Extension):
    """Registers figures and citations."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Add both to this Markdown instance."""
        for kind, pattern, render in ((INLINE, INLINE_PATTERN, _figure), (CITATION, SOURCE_PATTERN, _citation)):
            md.inlinePatterns.register(Inline(pattern, md, kind, render), f"inline_{kind}", AFTER_CODE)


def makeExtension(**settings: Any) -> InlineExtension:  # noqa: ANN401, N802
    """Return the extension; the name and form that Python-Markdown looks for."""
    return InlineExtension(**settings)

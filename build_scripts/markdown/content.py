"""The one place where pages meet the calculators: what may be named, and the HTML it becomes."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class PageContent(Protocol):
    """What the fences and inline figures need to know and to render.

    Tests stand in for it; pages use `content()`.
    """

    def calculators(self) -> Sequence[str]:
        """Return the slug of every calculator."""

    def title(self, slug: str) -> str:
        """Return the name of one calculator, for readers."""

    def inputs(self, slug: str) -> Sequence[str]:
        """Return the input names of one calculator."""

    def refusals(self, slug: str, raw: Mapping[str, str]) -> Mapping[str, str]:
        """Return, for each value that cannot be used, the input's name and what to enter instead."""

    def figures(self) -> Sequence[str]:
        """Return the key of every figure: "topic.name"."""

    def regions(self, key: str) -> Sequence[str]:
        """Return the regions that one figure has values for."""

    def topics(self) -> Sequence[str]:
        """Return the name of every topic of figures."""

    def sources(self) -> Sequence[str]:
        """Return the id of every source."""

    def pictures(self) -> Sequence[str]:
        """Return the name of every picture."""

    def picture_html(self, name: str) -> str:
        """Return a picture with its text and table."""

    def gifts_html(self) -> str:
        """Return every gift with what it costs and brings."""

    def calculator_html(self, slug: str, raw: Mapping[str, str]) -> str:
        """Return a calculator's form and result, computed with `raw`."""

    def figures_html(self, topic: str | None) -> str:
        """Return the table of one topic's figures, or of all."""

    def sources_html(self, topic: str | None) -> str:
        """Return the list of the sources of one topic's figures, or of all."""

    def figure_html(self, key: str, part: str, region: str) -> str:
        """Return one figure as a link to its row; `part` is one of `checks.PARTS`."""

    def citation_html(self, ids: Sequence[str], grade: str) -> str:
        """Return where a claim comes from, in brackets, each source a link."""

    def checked_html(self, keys: Sequence[str]) -> str:
        """Return the line that says when these figures were last checked."""


@functools.cache
def content() -> PageContent:
    """Return the calculators and figures of this project, read once."""
    from build_scripts.markdown.project_content import ProjectContent  # noqa: PLC0415  pages without fences need none

    return ProjectContent()

"""The project's own calculators and figures, as `content.PageContent` wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_scripts import pictures
from build_scripts.markdown import gift_table
from calculators import __version__, registry
from calculators.kit import page
from calculators.kit.errors import BadAnswers
from calculators.kit.figures import Register
from calculators.kit.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path


class ProjectContent:
    """Reads the register once, and renders with the calculators' own templates."""

    def __init__(self, folder: Path | None = None) -> None:
        """Load the figures, the project's or those of a folder; raises FigureError when a file breaks a rule."""
        self._register = Register.load(folder)

    def calculators(self) -> Sequence[str]:
        """Return the slug of every calculator."""
        return tuple(registry())

    def title(self, slug: str) -> str:
        """Return the name of one calculator, for readers."""
        return registry()[slug].title

    def inputs(self, slug: str) -> Sequence[str]:
        """Return the input names of one calculator."""
        return tuple(spec.name for spec in registry()[slug].inputs)

    def refusals(self, slug: str, raw: Mapping[str, str]) -> Mapping[str, str]:
        """Return, for each value that cannot be used, the input's name and what to enter instead."""
        calculator = registry()[slug]
        figures = self._register.on(self._register.edition)
        try:
            read(calculator.declaration, raw, figures, options=calculator.options(self._register))
        except BadAnswers as refused:
            return refused.messages
        return {}

    def figures(self) -> Sequence[str]:
        """Return the key of every figure."""
        return tuple(self._register.figures)

    def regions(self, key: str) -> Sequence[str]:
        """Return the regions that one figure has values for."""
        return tuple({row.region: None for row in self._register.figures[key].rows})

    def topics(self) -> Sequence[str]:
        """Return the name of every topic."""
        return tuple(self._register.topics)

    def sources(self) -> Sequence[str]:
        """Return the id of every source."""
        return tuple(self._register.sources)

    def pictures(self) -> Sequence[str]:
        """Return the name of every picture."""
        return tuple(pictures.PICTURES)

    def picture_html(self, name: str) -> str:
        """Return a picture with its text and table."""
        return pictures.html(name, self._register)

    def gifts_html(self) -> str:
        """Return every gift with what it costs and brings."""
        return gift_table.html(self._register)

    def calculator_html(self, slug: str, raw: Mapping[str, str]) -> str:
        """Return a calculator's form and result, computed with `raw`."""
        return page.calculator_html(registry()[slug], raw, self._register, __version__)

    def figures_html(self, topic: str | None) -> str:
        """Return one topic's table; or every topic's, each under its label."""
        if topic:
            return page.figures_table_html(self._register, self._register.topics[topic].keys)
        return page.all_figures_html(self._register)

    def sources_html(self, topic: str | None) -> str:
        """Return the sources of one topic's figures, in order of first use; or every source."""
        if topic is None:
            return page.sources_html(self._register)
        return page.sources_html(self._register, tuple(self._sources_of(self._register.topics[topic].keys)))

    def figure_html(self, key: str, part: str, region: str) -> str:
        """Return one figure as a link to its row."""
        return page.inline_figure_html(self._register, key, part, region)

    def citation_html(self, ids: Sequence[str], grade: str) -> str:
        """Return where a claim comes from."""
        return page.citation_html(self._register, ids, grade)

    def checked_html(self, keys: Sequence[str]) -> str:
        """Return the line that says when these figures were last checked."""
        return page.checked_html(self._register, keys)

    def _sources_of(self, keys: Iterable[str]) -> dict[str, None]:
        """Return the ids of the sources of these figures, each once."""
        rows = (row for key in keys for row in self._register.figures[key].rows)
        return {name: None for row in rows for name in row.sources}

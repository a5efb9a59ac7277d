"""A stand-in for the calculators, so that the page seam is tested without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CALCULATORS = {"gift-earnings": ["viewers", "hours"], "like-value": ["likes"]}
FIGURES = {"gifts.creator_share": "50%", "gifts.diamond_usd": "$0.005", "likes.direct_pay": "$0"}


class StandInContent:
    """Knows two calculators and three figures."""

    def calculators(self) -> list[str]:
        """Return the slugs."""
        return list(CALCULATORS)

    def title(self, slug: str) -> str:
        """Return a name."""
        return f"{slug} & more"

    def inputs(self, slug: str) -> list[str]:
        """Return the input names."""
        return CALCULATORS[slug]

    def refusals(self, slug: str, raw: Mapping[str, str]) -> dict[str, str]:
        """Refuse whatever is not digits."""
        assert slug in CALCULATORS
        return {name: "Enter a number." for name, value in raw.items() if not value.isdigit()}

    def figures(self) -> list[str]:
        """Return the keys."""
        return list(FIGURES)

    def regions(self, key: str) -> list[str]:
        """Return the regions; only one figure has a second."""
        return ["world", "us"] if key == "gifts.creator_share" else ["world"]

    def topics(self) -> list[str]:
        """Return the topics."""
        return ["gifts", "likes"]

    def calculator_html(self, slug: str, raw: Mapping[str, str]) -> str:
        """Return a custom element with a form, as the real templates do."""
        values = " ".join(f'{name}="{value}"' for name, value in raw.items())
        return f'<live-calculator slug="{slug}">\n\n<form {values}>\n\n</form></live-calculator>'

    def figures_html(self, topic: str | None) -> str:
        """Return a table."""
        return f"<table><tr><td>{topic or 'all'}</td></tr></table>"

    def sources_html(self, topic: str | None) -> str:
        """Return a list."""
        return f"<ul><li>{topic or 'all'}</li></ul>"

    def figure_html(self, key: str, part: str, region: str) -> str:
        """Return a link that says what was asked for."""
        return f'<a class="figure" href="root:figures/#{key.replace(".", "-")}">{FIGURES[key]} {part} {region}</a>'

    def pictures(self) -> list[str]:
        """Return the names."""
        return ["hundred-coins"]

    def picture_html(self, name: str) -> str:
        """Return a picture."""
        return f"<figure>{name}</figure>"

    def gifts_html(self) -> str:
        """Return a table."""
        return "<table><tr><td>Rose</td></tr></table>"

    def sources(self) -> list[str]:
        """Return the ids."""
        return ["N1", "T6"]

    def citation_html(self, ids: Sequence[str], grade: str) -> str:
        """Return a link for each source."""
        return " ".join(f'<a class="cited" href="root:sources/#{name}">{name}</a>' for name in ids) + f" {grade}"

    def checked_html(self, keys: Sequence[str]) -> str:
        """Return a line that names the figures."""
        return f"<p>Checked: {', '.join(keys)}</p>"

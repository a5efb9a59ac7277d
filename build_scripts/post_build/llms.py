"""Writes llms.txt: what this site is, in one page of plain Markdown, for programs that read on a person's behalf.

See llmstxt.org for the form: a title, a summary, lists of links; what can be left out comes last, as "Optional".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_scripts.post_build import feed
from calculators.kit.figure_records import WORLD
from calculators.kit.figure_view import anchor, range_text
from calculators.kit.figure_words import REGIONS
from calculators.kit.formatting import date_text, quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_scripts.post_build.about import About
    from build_scripts.post_build.outline import Outline
    from calculators.kit.figures import Register

FILE = "llms.txt"
FIRST = "Start here"
OPTIONAL = "Optional"
"""The section of pages that lie two levels deep in the navigation."""


def text(nav: Sequence[Any], outlines: Iterable[Outline], register: Register, about: About) -> str:
    """Return the file: every page of the navigation with its description, and the figures that the first pages name."""
    pages = {outline.path: outline for outline in outlines}
    listed = {
        section: [pages[path] for path in map(_path, names) if path in pages]
        for section, names in sections(nav).items()
    }
    optional = listed.pop(OPTIONAL, [])
    named = {place for page in listed.get(FIRST, ()) for place in page.figures}
    keys = [key for key in register.figures if anchor(key) in named]
    lines = [
        f"# {about.name}",
        "",
        f"> {about.description}",
        "",
        (
            f"Figures as of {date_text(about.edition)}, each with its grade from A (best) to D: {about.url}figures/."
            f" Changes: {about.url}{feed.FILE}. Not affiliated with TikTok."
        ),
    ]
    for section, found in listed.items():
        links = (f"- [{page.title}]({about.url}{page.path}): {page.description}" for page in found)
        lines += ["", f"## {section}", "", *links]
    lines += ["", "## Figures", "", *_figures(keys, register)]
    if optional:
        lines += ["", f"## {OPTIONAL}", "", *(f"- [{page.title}]({about.url}{page.path})" for page in optional)]
    return "\n".join([*lines, ""])


def sections(nav: Sequence[Any]) -> dict[str, list[str]]:
    """Return the Markdown pages of each section of the navigation; those in none come first."""
    found: dict[str, list[str]] = {}
    for part in nav:
        ((name, inside),) = part.items() if isinstance(part, dict) else (("", part),)
        if isinstance(inside, str):
            found.setdefault(FIRST, []).append(inside)
            continue
        for page in inside:
            leaves = list(_leaves(page))
            deep = not isinstance(page, str) and not isinstance(next(iter(page.values())), str)
            found.setdefault(OPTIONAL if deep else name, []).extend(leaves)
    return found


def _leaves(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for inside in part.values():
            yield from _leaves(inside)
    elif isinstance(part, list):
        for inside in part:
            yield from _leaves(inside)


def _path(markdown: str) -> str:
    """Return the address of a page from the root: "earn/" for "earn/index.md"."""
    name = markdown.removesuffix(".md")
    return name.removesuffix("index") if name.rpartition("/")[2] == "index" else f"{name}/"


def _figures(keys: Iterable[str], register: Register) -> Iterator[str]:
    """Yield a line for each figure and region: label, value, range, grade and dates."""
    for key in keys:
        figure = register.figures[key]
        for region in dict.fromkeys(row.region for row in figure.rows):
            value = register.on(register.edition, region).value(key)
            spread = range_text(value.low, value.high, figure.unit)
            notes = [spread, f"grade {value.row.grade}", f"since {date_text(value.row.since)}"]
            notes += [f"checked {date_text(figure.checked)}", key]
            where = "" if region == WORLD else f" ({REGIONS[region]})"
            yield (
                f"- {figure.label}{where}: {quantity(value.typical, figure.unit)}"
                f" ({'; '.join(note for note in notes if note)})"
            )

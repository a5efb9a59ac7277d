"""Decides whether a fence or an inline figure names what exists, and says what to write when not."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from calculators.kit.figure_records import GRADES, WORLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from build_scripts.markdown.content import PageContent

MOST_NAMES = 60
"""A list of names longer than this helps nobody."""

PARTS = ("value", "low", "high", "range", "date", "checked", "grade")
"""What of a figure can stand in a sentence; without such a word it is the (typical) value."""


class Mistake(Exception):  # noqa: N818  the author's, not the program's
    """A page names something that does not exist, or gives a value that cannot be used."""


def check(kind: str, options: Mapping[str, str], content: PageContent) -> None:
    """Raise Mistake unless the fence or inline figure `kind` can be rendered with these options."""
    match kind:
        case "calculator":
            _check_calculator(options, content)
        case "figures" | "sources":
            _check_topic(kind, options, content)
        case "picture":
            _check_picture(options, content)
        case "gifts":
            for name in options:
                _known("option of the gifts fence", name, ())
        case "figure":
            split_inline(options["inside"], content)
        case "source":
            split_citation(options["inside"], content)


def split_inline(inside: str, content: PageContent) -> tuple[str, str, str]:
    """Return key, part and region of `{figure:key part region}`, the last two optional.

    Raises Mistake for an unknown figure, or a word that is neither a part nor a region of that figure.
    """
    key, *words = inside.split() or [""]
    _known("figure", key, content.figures())
    regions = content.regions(key)
    for word in words:
        _known(f"part or region of {key}", word, (*PARTS, *regions))
    chosen = {word in PARTS: word for word in words}
    if len(chosen) < len(words):
        raise Mistake(f"Write {key}, then at most one of {', '.join(PARTS)}, then at most one region.")
    return key, chosen.get(True, PARTS[0]), chosen.get(False, WORLD)


def split_citation(inside: str, content: PageContent) -> tuple[tuple[str, ...], str]:
    """Return the ids and the grade of `{source:N1 T6 B}`.

    Raises Mistake for an unknown source, or where ids or the grade are missing.
    """
    *ids, grade = inside.split() or [""]
    if not ids or grade not in GRADES:
        raise Mistake("Write the ids of sources, then the grade of the claim: {source:N1 T6 B}.")
    for name in ids:
        _known("source", name, content.sources())
    return tuple(ids), grade


def _check_calculator(options: Mapping[str, str], content: PageContent) -> None:
    """Check the slug, then the input names, then the values."""
    if "slug" not in options:
        raise Mistake(f'The calculator fence needs a slug: slug="…", one of {", ".join(content.calculators())}.')
    slug = options["slug"]
    _known("calculator", slug, content.calculators())
    raw = calculator_inputs(options)
    for name in raw:
        _known(f"input of {slug}", name, content.inputs(slug))
    refusals = content.refusals(slug, raw)
    if refusals:
        raise Mistake(" ".join(f'{name}="{raw.get(name, "")}": {advice}' for name, advice in refusals.items()))


def calculator_inputs(options: Mapping[str, str]) -> dict[str, str]:
    """Return the options of a calculator fence that are inputs: all but the slug."""
    return {name: value for name, value in options.items() if name != "slug"}


def _check_picture(options: Mapping[str, str], content: PageContent) -> None:
    """Check a fence whose only option is the picture's name."""
    for name in options:
        _known("option of the picture fence", name, ("name",))
    _known("picture", options.get("name", ""), content.pictures())


def _check_topic(kind: str, options: Mapping[str, str], content: PageContent) -> None:
    """Check a fence whose only option is a topic, which may be left out."""
    for name in options:
        _known(f"option of the {kind} fence", name, ("topic",))
    if "topic" in options:
        _known("topic", options["topic"], content.topics())


def _known(what: str, name: str, names: Iterable[str]) -> None:
    """Raise Mistake, with the nearest and the known names, unless `name` is among `names`."""
    known = sorted(names)
    if name in known:
        return
    near = difflib.get_close_matches(name, known, n=3)
    hint = f" Did you mean {' or '.join(f'“{word}”' for word in near)}?" if near else ""
    raise Mistake(f"There is no {what} “{name}”.{hint} Known: {', '.join(_shortened(known, name)) or 'none'}.")


def _shortened(known: list[str], name: str) -> list[str]:
    """Return all names; where they are very many, those of the same topic, or else the topics."""
    if len(known) <= MOST_NAMES:
        return known
    topic = name.partition(".")[0] + "."
    return [each for each in known if each.startswith(topic)] or sorted(
        {f"{each.partition('.')[0]}.…" for each in known}
    )

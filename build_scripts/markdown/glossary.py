"""Reads docs/glossary.md: the terms, the words that mean them, and each meaning in a sentence or two."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown.extensions.toc import slugify

from build_scripts.markdown.checks import Mistake, split_inline
from build_scripts.markdown.notation import INLINE_PATTERN, SOURCE_PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from build_scripts.markdown.content import PageContent

FILE = "glossary.md"
HEADING = re.compile(r"^## (?P<name>[^{\n]+?)[ ]*(?:\{:[ ]*data-forms=\"(?P<forms>[^\"]*)\"[ ]*\})?$", re.MULTILINE)
"""`## Coin`, or `## Like {: data-forms="likes" }` where the name is not what to look for; several are parted by "|"."""

_SEE = re.compile(r"\s*See (?:[^.\[]*\[[^\]]*\]\([^)]*\))+\.")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of the glossary."""

    name: str
    anchor: str
    forms: tuple[str, ...]
    """What stands for it in a sentence; a small first letter stands for a large one too."""
    meaning: str
    """Plain text, figures and all."""


def terms(docs: Path, content: PageContent) -> tuple[Term, ...]:
    """Return the entries in their order; none where a site has no glossary.

    Raises Mistake for an entry without a meaning, and for a word that stands for two of them.
    """
    path = docs / FILE
    found = tuple(_terms(path.read_text("utf-8"), content)) if path.exists() else ()
    forms = [form.lower() for term in found for form in term.forms]
    for form in forms:
        if forms.count(form) > 1:
            raise Mistake(f"{docs.name}/{FILE}: “{form}” stands for two terms: give one of them data-forms.")
    return found


def _terms(text: str, content: PageContent) -> Iterator[Term]:
    headings = list(HEADING.finditer(text))
    starts = [*(heading.start() for heading in headings), len(text)]
    for heading, end in zip(headings, starts[1:], strict=True):
        name, forms = heading["name"], heading["forms"]
        meaning = _plain(text[heading.end() : end].strip().partition("\n\n")[0], content)
        if not meaning:
            raise Mistake(f"{FILE}: “{name}” has no meaning.")
        own = tuple(filter(None, forms.split("|"))) if forms is not None else _both_numbers(name)
        yield Term(name, slugify(name, "-"), own, meaning)


def _plain(markdown: str, content: PageContent) -> str:
    """Return a paragraph as plain text, without sources and without "See …": the entry has those."""
    text = re.sub(rf"\s*{SOURCE_PATTERN}", "", markdown)
    text = re.sub(INLINE_PATTERN, lambda match: _figure(match[1], content), text)
    return " ".join(_LINK.sub(r"\1", _SEE.sub("", text)).replace("**", "").split())


def _figure(inside: str, content: PageContent) -> str:
    """Return an inline figure's text."""
    return html.unescape(re.sub(r"<[^>]+>", "", content.figure_html(*split_inline(inside, content)))).strip()


def _both_numbers(name: str) -> tuple[str, ...]:
    """Return a name as it stands inside a sentence, for one and for several."""
    form = name[0].lower() + name[1:] if name[1:2].islower() else name
    if form.endswith("s"):
        return (form,)
    if form.endswith("y") and form[-2] not in "aeiou":
        return form, f"{form[:-1]}ies"
    return form, form + ("es" if form.endswith(("ch", "sh", "x")) else "s")

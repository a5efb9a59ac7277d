"""Cuts out of a page what our fences and inline figures put into it."""

from __future__ import annotations

import re

_FENCE = re.compile(r'<article class="fence fence-(\w+)"')
_ARTICLE = re.compile(r"<article\b|</article>")
_CITATION = re.compile(r'<small class="citation".*?</small>', re.DOTALL)
_TERM = re.compile(r'<a class="term".*?</a>', re.DOTALL)
_INLINE = re.compile(r'<a class="inline-figure".*?</a>', re.DOTALL)


def fences(text: str) -> list[tuple[str, str]]:
    """Return kind and HTML of every fence of a page, in order.

    Without the mark that keeps it out of the search index: Zensical takes the mark away once it has obeyed it.
    """
    return [
        (match[1], _element(text, match.start()).replace(" data-search-exclude", "", 1))
        for match in _FENCE.finditer(text)
    ]


def inline_figures(text: str) -> list[str]:
    """Return the HTML of every figure in a sentence of a page, in order."""
    return _INLINE.findall(text)


def citations(text: str) -> list[str]:
    """Return the HTML of every citation in a sentence of a page, in order."""
    return _CITATION.findall(text)


def terms(text: str) -> list[str]:
    """Return the HTML of every term of the glossary that is linked in a page, in order."""
    return _TERM.findall(text)


def _element(text: str, start: int) -> str:
    """Return the <article> that begins at `start`, to its own end."""
    depth = 0
    for match in _ARTICLE.finditer(text, start):
        depth += 1 if match[0] == "<article" else -1
        if not depth:
            return text[start : match.end()]
    raise AssertionError(f"a <article> is never closed: {text[start : start + 80]}")

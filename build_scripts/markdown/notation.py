"""Finds our fences and inline figures in the text of a Markdown page, with the line each stands on.

Python-Markdown does not tell an extension which page it is on, so a message that names the page needs this.
"""

from __future__ import annotations

import difflib
import re
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FENCES = ("calculator", "figures", "sources", "picture", "gifts")
INLINE = "figure"
CITATION = "source"

INLINE_PATTERN = r"\{figure:([^{}\n]*)\}"
"""`{figure:gifts.creator_share}` or `{figure:gifts.creator_share range}`; group 1 is the inside."""

SOURCE_PATTERN = r"\{source:([^{}\n]*)\}"
"""`{source:N1 T6 B}`; group 1 is the inside."""

_FENCE_LINE = re.compile(r"^[> \t]*(?P<marks>`{3,}|~{3,})[ \t]*(?P<header>.*?)[ \t]*$")
_OPTION = re.compile(r"""[ \t]+([A-Za-z][A-Za-z0-9_]*)=("|')(.*?)\2(?=[ \t]|$)""")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)((?:(?!\n[ \t]*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_INDENTED = re.compile(r"^(?: {4}|\t).*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a page that names something of ours."""

    page: str
    """Path of the page as people write it: docs/index.md."""
    line: int
    kind: str
    """A fence's name, "figure" for an inline figure, "source" for a citation."""
    written: str
    """What stands there, as the author wrote it."""
    options: Mapping[str, str]
    """A fence's options; for an inline figure or citation `{"inside": …}`."""
    trouble: str = ""
    """Why the header cannot be read at all, or ""."""

    @property
    def place(self) -> str:
        """Return "page:line"."""
        return f"{self.page}:{self.line}"


def mentions(docs: Path) -> Iterator[Mention]:
    """Yield every mention in every page under `docs`, pages in order of their path."""
    for path in sorted(docs.rglob("*.md")):
        page = f"{docs.name}/{path.relative_to(docs).as_posix()}"
        yield from mentions_in(path.read_text("utf-8"), page)


def mentions_in(text: str, page: str) -> Iterator[Mention]:
    """Yield the mentions in one page, in order of line, fences first."""
    prose, openings, is_open = _divided(_blank(_COMMENT, text))
    for number, match in openings:
        mention = _fence(match["marks"], match["header"], page, number)
        if mention:
            yield mention
    if is_open:
        number, match = openings[-1]
        yield Mention(page, number, "fence", match[0].strip(), {}, "This fence is never closed.")
    yield from _inline(prose, page)


def without_code(text: str) -> str:
    """Return the text of a page without its fences and code spans, in which a notation is only shown."""
    return _blank(_CODE_SPAN, _divided(text)[0])


def _divided(text: str) -> tuple[str, list[tuple[int, re.Match[str]]], bool]:
    """Return the text with blank lines for fences, the first line of each fence, and whether the last stays open."""
    prose: list[str] = []
    openings: list[tuple[int, re.Match[str]]] = []
    open_marks = ""
    for number, line in enumerate(text.split("\n"), start=1):
        match = _FENCE_LINE.match(line)
        if open_marks:
            prose.append("")
            if match and match["marks"] == open_marks and not match["header"]:
                open_marks = ""
            continue
        prose.append("" if match else line)
        if match:
            open_marks = match["marks"]
            openings.append((number, match))
    return "\n".join(prose), openings, bool(open_marks)


def _fence(marks: str, header: str, page: str, line: int) -> Mention | None:
    """Return the mention that a fence's first line makes, or None for a fence that is not ours."""
    name = header[: len(header) - len(header.lstrip(string.ascii_letters + "_-"))]
    written = f"{marks}{header}"
    if name not in FENCES:
        near = difflib.get_close_matches(name, FENCES, n=1, cutoff=0.8)
        if not near:
            return None
        trouble = f"There is no fence “{name}”. Did you mean “{near[0]}”? Known fences: {', '.join(FENCES)}."
        return Mention(page, line, "fence", written, {}, trouble)
    rest = header[len(name) :]
    options = {match[1]: match[3] for match in _OPTION.finditer(rest)}
    trouble = "" if not _OPTION.sub("", rest).strip() else f'Write each option as name="value": {header!r}.'
    return Mention(page, line, name, written, options, trouble)


def _inline(text: str, page: str) -> Iterator[Mention]:
    """Yield the inline figures in text whose fences are blank, leaving code out."""
    for pattern in (_CODE_SPAN, _INDENTED):
        text = _blank(pattern, text)
    for kind, notation in ((INLINE, INLINE_PATTERN), (CITATION, SOURCE_PATTERN)):
        for match in re.finditer(notation, text):
            line = text.count("\n", 0, match.start()) + 1
            yield Mention(page, line, kind, match[0], {"inside": match[1]})


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """Return the text with every match replaced by its line ends, so that line numbers stay."""
    return pattern.sub(lambda match: "\n" * match[0].count("\n"), text)

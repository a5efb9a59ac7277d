"""A receipt as a picture: texts placed one below the other, none beside another that it would touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

LEFT, RIGHT = 90, 990
"""Where texts begin and amounts end; the paper is 50 wider on either side."""
_BY_CHARACTER = 0.6
"""Width of a character of a monospaced face, of its size."""
_LEADING = 1.46
"""Height of a line, of the size of its face."""
_GAP = 2
"""Characters between a label and the amount beside it."""


class Text(NamedTuple):
    """One line of text at its place."""

    text: str
    y: int
    size: int
    bold: bool
    quiet: bool
    """In the lighter of the two colours."""
    at_end: bool
    """Ends at the right edge."""


class Slip:
    """Texts from the top downwards."""

    def __init__(self, top: int) -> None:
        """Begin at a height."""
        self.y = float(top)
        self.texts: list[Text] = []

    def space(self, size: int) -> None:
        """Leave a line of that size empty."""
        self.y += size * _LEADING

    def paragraph(self, text: str, size: int, *, bold: bool = False, quiet: bool = False) -> None:
        """Add a text over as many lines as it needs; none where it is empty."""
        for line in wrapped(text, fitting(size)):
            self.space(size)
            self._put(line, size, bold=bold, quiet=quiet)

    def pair(self, label: str, amount: str, sizes: Sequence[int], *, bold: bool = False) -> None:
        """Add a label with its amount at the end of the same line, or below it where both do not fit.

        `sizes` are those of the label and of the amount, which becomes smaller where it alone does not fit.
        """
        size, large = sizes
        while len(amount) > fitting(large):
            large -= 1
        *before, last = wrapped(label, fitting(size)) or [""]
        for line in before:
            self.space(size)
            self._put(line, size, bold=bold)
        beside = (len(last) + _GAP) * size + len(amount) * large <= (RIGHT - LEFT) / _BY_CHARACTER
        self.space(large if beside and not before else size)
        self._put(last, size, bold=bold)
        if not beside:
            self.space(large)
        self._put(amount, large, bold=bold or large > size, at_end=True)

    def _put(self, text: str, size: int, *, bold: bool = False, quiet: bool = False, at_end: bool = False) -> None:
        self.texts.append(Text(text, round(self.y), size, bold, quiet, at_end))


def fitting(size: int) -> int:
    """Return how many characters of a size fit between the edges."""
    return int((RIGHT - LEFT) / (size * _BY_CHARACTER))


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of at most so many characters; a longer word has a line of its own.

    A number's own spaces cannot be broken at: they are no white space to textwrap.
    """
    import textwrap  # noqa: PLC0415  a visit that takes no picture does without it

    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)

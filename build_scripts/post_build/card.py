"""Draws the picture that stands for a page where it is shared: a till slip with its title and a calculator's result.

1200 × 630 pixels, at most 16 colours, some 12 KB. The bytes depend on the words, this file, the typeface and pinned
Pillow alone: see docs/about/decisions/0013-found-and-shared.md.
"""

from __future__ import annotations

import itertools
import struct
import textwrap
import zlib
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE = (1200, 630)

DESK, PAPER, INK, SOFT, RULE = "#e8eae5", "#fefefb", "#1b1e20", "#50565a", "#b9beb8"
"""The light colours of tokens.css."""

SHADES = 6
"""Steps from paper to ink, for the edges of letters: more add bytes and no beauty."""

_LEFT, _RIGHT = 110, 1090
_TOP, _BOTTOM = 44, 586
_TOOTH = 20
_TITLE_SIZES = (96, 84, 76, 68, 60, 54, 48, 42)
_AMOUNT_SIZES = (96, 84, 72, 60, 48)
_WIDEST_AMOUNT = 560


class Words(NamedTuple):
    """All that is written on a card."""

    brand: str
    title: str
    label: str
    """What the amount is; "" where the page has no result."""
    amount: str
    note: str
    """Below the amount: how sure it is."""
    left: str
    """At the foot: where this is."""
    right: str
    """At the foot: as of when."""


def png(words: Words, typeface: Path) -> bytes:
    """Return the card as a PNG file."""
    image = Image.new("RGB", SIZE, DESK)
    pen = _Pen(image, typeface)
    _slip(pen.draw)
    pen.write((_LEFT, 78), words.brand, 30, bold=True)
    pen.rule(132)
    below = 330 if words.amount else 500
    pen.block((_LEFT, 164), words.title, below - 164)
    if words.amount:
        pen.rule(344)
        pen.line(440, words.label, words.amount)
        pen.write((_LEFT, 464), pen.fitted(words.note, 26, _RIGHT - _LEFT), 26, SOFT)
    pen.rule(512)
    pen.write((_LEFT, 534), words.left, 24, SOFT)
    pen.write((_RIGHT - pen.width(words.right, 24), 534), words.right, 24, SOFT)
    return _encoded(image.quantize(palette=_palette(), dither=Image.Dither.NONE))


class _Pen:
    """Writes with the site's typeface."""

    def __init__(self, image: Image.Image, typeface: Path) -> None:
        self.draw = ImageDraw.Draw(image)
        self._typeface = typeface
        self._fonts: dict[tuple[int, bool], ImageFont.FreeTypeFont] = {}

    def _font(self, size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
        if (size, bold) not in self._fonts:
            # BASIC: the other layout engine is a library of the machine, so its bytes are too.
            font = ImageFont.truetype(str(self._typeface), size, layout_engine=ImageFont.Layout.BASIC)
            font.set_variation_by_axes([700 if bold else 400])
            self._fonts[size, bold] = font
        return self._fonts[size, bold]

    def width(self, text: str, size: int, *, bold: bool = False) -> float:
        return self._font(size, bold=bold).getlength(text)

    def write(self, place: tuple[float, float], text: str, size: int, colour: str = INK, *, bold: bool = False) -> None:
        """Write one line, its left upper corner at `place`."""
        self.draw.text(place, text, font=self._font(size, bold=bold), fill=colour, anchor="la")

    def write_on(self, baseline: tuple[float, float], text: str, size: int, *, bold: bool = False) -> None:
        """Write one line, the foot of its first letter at `baseline`."""
        self.draw.text(baseline, text, font=self._font(size, bold=bold), fill=INK, anchor="ls")

    def fitted(self, text: str, size: int, width: float) -> str:
        """Return the text, cut at a word where it is too wide."""
        letters = int(width / self.width("0", size))
        return textwrap.shorten(text, letters, placeholder=" …")

    def block(self, place: tuple[int, int], text: str, height: int) -> None:
        """Write a title in the largest size that fits."""
        for size in _TITLE_SIZES:
            lines, step = self._wrapped(text, size), round(size * 1.22)
            if len(lines) * step <= height or size == _TITLE_SIZES[-1]:
                for number, line in enumerate(lines):
                    self.write((place[0], place[1] + number * step), line, size, bold=True)
                return

    def _wrapped(self, text: str, size: int) -> list[str]:
        """Return the lines of a title, of about the same length; all letters are equally wide."""
        letters = int((_RIGHT - _LEFT) / self.width("0", size, bold=True))
        lines = textwrap.wrap(text, letters, break_long_words=False)
        for fewer in range(letters - 1, 0, -1):
            narrower = textwrap.wrap(text, fewer, break_long_words=False)
            if len(narrower) > len(lines) or max(map(len, narrower), default=0) > fewer:
                break
            lines = narrower
        return lines

    def line(self, baseline: int, label: str, amount: str) -> None:
        """Write a line of a receipt: label, dots, amount."""
        fitting = [each for each in _AMOUNT_SIZES if self.width(amount, each, bold=True) < _WIDEST_AMOUNT]
        size = next(iter(fitting), _AMOUNT_SIZES[-1])
        start = _RIGHT - self.width(amount, size, bold=True)
        self.write_on((start, baseline), amount, size, bold=True)
        lines = textwrap.wrap(label, max(8, int((start - _LEFT - 60) / self.width("0", 32))))[:2]
        for above, text in enumerate(reversed(lines)):
            self.write_on((_LEFT, baseline - above * 40), text, 32)
        self._dots(_LEFT + self.width(lines[-1], 32) + 16, start - 16, baseline - 4)

    def rule(self, top: int) -> None:
        """Draw a dotted line across the slip."""
        self._dots(_LEFT, _RIGHT, top)

    def _dots(self, start: float, end: float, top: int) -> None:
        for left in range(round(start), round(end) - 4, 12):
            self.draw.rectangle((left, top, left + 4, top + 4), fill=RULE)


def _slip(draw: ImageDraw.ImageDraw) -> None:
    """Draw the paper: torn off above and below."""
    left, right = _LEFT - 50, _RIGHT + 50
    teeth = range(left, right + 1, _TOOTH // 2)
    heights = itertools.cycle((0, _TOOTH // 2))
    above = [(x, _TOP - 10 + up) for x, up in zip(teeth, heights, strict=False)]
    heights = itertools.cycle((0, _TOOTH // 2))
    below = [(x, _BOTTOM + 10 - up) for x, up in zip(teeth, heights, strict=False)]
    draw.polygon([*above, *reversed(below)], fill=PAPER)


def _palette() -> Image.Image:
    """Return the colours, as Pillow wants them."""
    paper, ink = _channels(PAPER), _channels(INK)
    ramp = [
        tuple(round(a + (b - a) * step / (SHADES - 1)) for a, b in zip(paper, ink, strict=True))
        for step in range(SHADES)
    ]
    colours = [_channels(DESK), _channels(RULE), _channels(SOFT), *ramp]
    image = Image.new("P", (1, 1))
    image.putpalette(list(itertools.chain.from_iterable(colours)))
    return image


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _encoded(image: Image.Image) -> bytes:
    """Return a PNG of two pixels a byte.

    Not by Pillow, whose zlib-ng packs differently on other processors.
    """
    width, height = image.size
    pixels = image.tobytes()
    left, right = (int.from_bytes(pixels[first::2]) for first in (0, 1))  # two numbers, no loop over pixels
    pairs = (left << 4 | right).to_bytes(width * height // 2)
    packed = b"".join(b"\0" + bytes(row) for row in itertools.batched(pairs, width // 2, strict=True))
    palette = bytes(image.getpalette() or ())[: 3 * 16]
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)),
        (b"PLTE", palette),
        (b"IDAT", zlib.compress(packed, 9)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunks(parts))


def _chunks(parts: list[tuple[bytes, bytes]]) -> Iterator[bytes]:
    for kind, body in parts:
        yield struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

"""Tests of the picture that stands for a page where it is shared, and of when it is drawn."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from build_scripts import project
from build_scripts.post_build import card, cards
from tests.build_scripts.post_build.example_site import ABOUT, CALCULATOR, PAGE

TYPEFACE = project.DOCS / cards.TYPEFACE
WORDS = card.Words(
    "Our Site", "What a gift pays", "You keep", "$32", "8 in 10: $6 to $95.", "ann.example", "as of today"
)


def drawn(words: card.Words) -> Image.Image:
    """Return the card as a picture."""
    image = Image.open(io.BytesIO(card.png(words, TYPEFACE)))
    image.load()  # checks each part of the file against its checksum
    return image.convert("RGB")


def is_written_on(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Tell whether anything as dark as ink is in a part of the picture."""
    (darkest, _), *_ = image.crop(box).getextrema()
    return darkest < 0x50


def test_size_and_weight() -> None:
    """It has the size that services want, and is light."""
    content = card.png(WORDS, TYPEFACE)

    assert drawn(WORDS).size == (1200, 630)
    assert len(content) < 20_000


def test_same_words_same_bytes() -> None:
    """Nothing of the day or the machine is in it."""
    assert card.png(WORDS, TYPEFACE) == card.png(WORDS, TYPEFACE)


@pytest.mark.parametrize("field", card.Words._fields)
def test_every_word_is_drawn(field: str) -> None:
    """Each of the words changes the picture."""
    assert card.png(WORDS, TYPEFACE) != card.png(WORDS._replace(**{field: "Other"}), TYPEFACE)


@pytest.mark.parametrize("amount", ["$0", "$1,234,567.89", "1,234 conditions"])
@pytest.mark.parametrize("title", ["Short", "A title of sixty letters, which is as long as one may be here", "W " * 30])
def test_words_stay_on_the_slip(title: str, amount: str) -> None:
    """The margins and the gap between title and result stay free, however long the words."""
    image = drawn(WORDS._replace(title=title, amount=amount, label="What the contract changes in a usual month by"))

    for margin in (
        (0, 0, 100, 630),
        (1100, 0, 1200, 630),
        (0, 332, 1200, 344),
        (0, 500, 1200, 512),
        (0, 590, 1200, 630),
    ):
        assert not is_written_on(image, margin), margin
    assert is_written_on(image, (110, 160, 1090, 330))


def test_page_without_result_has_a_larger_title() -> None:
    """Its title may take the place of the amount."""
    title = "Three words here and several more of them"

    with_result, without = (drawn(WORDS._replace(title=title, amount=amount)) for amount in ("$1", ""))

    assert is_written_on(without, (110, 345, 1090, 500))
    assert without.tobytes() != with_result.tobytes()


def test_page_without_a_title_has_a_card() -> None:
    """A page that says nothing stops no build: a test of the built site complains of it."""
    assert drawn(WORDS._replace(title="")).size == card.SIZE


def test_typeface_has_the_letters() -> None:
    """A letter that the typeface lacks is drawn as its empty box; the signs of our titles and amounts are not."""
    font = ImageFont.truetype(str(TYPEFACE), 40, layout_engine=ImageFont.Layout.BASIC)
    missing = bytes(font.getmask("\u4e2d"))
    signs = "ABCXYZabcxyz0123456789 .,:;?!%$£€−–’“”&()/-…".replace(" ", "")

    assert [sign for sign in signs if bytes(font.getmask(sign)) == missing] == []


def test_card_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build takes it from the cache; changed words have another name, so that services fetch it anew."""
    monkeypatch.setattr(project, "CACHE", tmp_path / "cache")
    first = cards.write(tmp_path / "one", CALCULATOR, ABOUT)
    monkeypatch.setattr(card, "png", lambda *_: pytest.fail("drawn again"))

    again = cards.write(tmp_path / "two", CALCULATOR, ABOUT)

    assert first == again
    assert first.startswith("assets/cards/calculators-gift-earnings-")
    assert (tmp_path / "one" / first).read_bytes() == (tmp_path / "two" / first).read_bytes()
    monkeypatch.setattr(card, "png", lambda *_: b"other")
    assert cards.write(tmp_path / "two", CALCULATOR._replace(title="Other"), ABOUT) != first


def test_words_are_the_pages_own() -> None:
    """Title and result come from the page, the rest from the site."""
    assert cards.words(CALCULATOR, ABOUT) == card.Words(
        brand="Our Site",
        title="What gifts & “coins” pay",
        label="You keep, a month",
        amount="$32",
        note="8 in 10 times between $6 and $95.",
        left="ann.example/our-site",
        right="as of 22 Nov 2026",
    )


def test_description_for_those_who_cannot_see_it() -> None:
    """It says what is written on the card."""
    assert cards.description(PAGE, ABOUT) == "A till slip: What gifts & “coins” pay."
    assert cards.description(CALCULATOR, ABOUT) == (
        "A till slip: What gifts & “coins” pay. You keep, a month: $32. 8 in 10 times between $6 and $95."
    )


def test_lines_of_a_title_are_about_as_long() -> None:
    """No single short word is left on a last line where the line before could give one."""
    image = Image.new("RGB", card.SIZE)
    lines = card._Pen(image, TYPEFACE)._wrapped("What TikTok LIVE likes pay", 68)

    assert lines == ["What TikTok", "LIVE likes pay"]

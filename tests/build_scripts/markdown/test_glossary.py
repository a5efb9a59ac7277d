"""Tests of the glossary's links: read from one page, made on all others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from build_scripts import project
from build_scripts.markdown.checks import Mistake
from build_scripts.markdown.content import content as project_content
from build_scripts.markdown.glossary import terms
from tests.build_scripts.markdown.conversion import html

if TYPE_CHECKING:
    from pathlib import Path

    from tests.build_scripts.stand_in import StandInContent

GLOSSARY = """# Glossary

**Short meanings.**

## Coin

What gifts are *worth* {source:N1 A}: {figure:gifts.diamond_usd}. See [the page](x.md) or [that](y.md#z).

More, for the entry alone.

## Agency

A firm & "coach".

## Like {: data-forms="likes" }

A free tap, unlike a [coin](#coin).

## LIVE Match {: data-forms="LIVE Match|Match" }

A contest.

## Mean and median {: data-forms="" }

The person in the middle.
"""


@pytest.fixture
def pages(docs: Path, content: StandInContent) -> Path:
    """Return a folder of pages with a glossary."""
    assert content.figures()
    (docs / "glossary.md").write_text(GLOSSARY)
    return docs


@pytest.mark.usefixtures("content")
def test_a_glossary_without_entries_links_nothing(docs: Path) -> None:
    """A page that has only its title is no mistake."""
    (docs / "glossary.md").write_text("# Glossary\n")

    assert terms(docs, project_content()) == ()


def links(text: str) -> list[tuple[str, str]]:
    """Return the anchor and the words of each term that is linked on a page."""
    return re.findall(r'<a class="term" href="root:glossary/#([^"]*)"[^>]*>([^<]*)</a>', html(text))


def test_meanings_are_plain_first_paragraphs(pages: Path, content: StandInContent) -> None:
    """Figures become text; sources, markup and where to read on go."""
    found = {term.anchor: term for term in terms(pages, content)}
    assert list(found) == ["coin", "agency", "like", "live-match", "mean-and-median"]
    assert found["coin"].meaning == "What gifts are *worth*: $0.005 value world."
    assert found["like"].meaning == "A free tap, unlike a coin."
    assert found["agency"].forms == ("agency", "agencies")
    assert found["like"].forms == ("likes",)
    assert found["mean-and-median"].forms == ()


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("A coin and two coins, one Coin.", [("coin", "coin")]),
        ("Coins first.", [("coin", "Coins")]),
        ("# Coin\n\n## Coins here\n\nNone but this coin.", [("coin", "coin")]),
        ("[a coin](x) and `coin` and\n\n    coin\n\n**one coin**", [("coin", "coin")]),
        ("| coin | x |\n|---|---|\n| agency | coins |", [("agency", "agency"), ("coin", "coins")]),
        ('!!! note "Coin"\n    A coin.', [("coin", "coin")]),
        ("- agencies\n- *likes*\n\n> A Match.", [("agency", "agencies"), ("like", "likes"), ("live-match", "Match")]),
        ("I like to match a bitcoin, coin-free, coin's worth.", [("coin", "coin")]),
        ("A LIVE Match, then a Match.", [("live-match", "LIVE Match")]),
        ("**Do Likes Pay?** Likes do not.", [("like", "Likes")]),
        ("COIN, likeness and Matchbox.", []),
        ("The median, on the mean.", []),
        ("{figure:gifts.diamond_usd} {source:N1 A}", []),
        ('```figures topic="gifts"\n```', []),
    ],
)
def test_the_first_mention_is_linked(text: str, linked: list[tuple[str, str]]) -> None:
    """Once a page, in its order, as whole words; not in headings, links, code, titles and fences."""
    assert links(text) == linked


@pytest.mark.usefixtures("pages")
def test_a_link_has_the_meaning_as_its_title() -> None:
    """It needs no script, and no sign in it breaks out."""
    page = html("An agency & more.")
    assert 'href="root:glossary/#agency" title="A firm &amp; &quot;coach&quot;."' in page
    assert "</a> &amp; more." in page
    assert page.count('<template data-part="term-card">') == 1
    assert "template" not in html("Nothing of the kind.")


@pytest.mark.usefixtures("pages")
def test_the_glossary_itself_is_left_alone() -> None:
    """Its entries do not explain each other."""
    assert links(GLOSSARY) == []


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("## Coins\n\nMany.", "“coins” stands for two terms"),
        ('## Money {: data-forms="coin" }\n\nAll of it.', "“coin” stands for two terms"),
        ("## Empty\n\n## Full\n\nIs.", "“Empty” has no meaning"),
        ("## Odd\n\nIs {figure:gifts.nothing}.", "no figure “gifts.nothing”"),
    ],
)
def test_a_mistake_stops_the_build(entry: str, reason: str, pages: Path, content: StandInContent) -> None:
    """What cannot be linked without doubt is said."""
    (pages / "glossary.md").write_text(f"{GLOSSARY}\n{entry}\n")
    with pytest.raises(Mistake, match=reason):
        terms(pages, content)


def test_a_site_without_a_glossary(docs: Path, content: StandInContent) -> None:
    """Nothing is linked, and nothing is wrong."""
    assert terms(docs, content) == ()
    assert links("A coin.") == []


def test_meanings_of_the_project_fit_a_card() -> None:
    """Each is one to three sentences, without markup, of at most 160 characters."""
    for term in terms(project.DOCS, project_content()):
        assert 15 <= len(term.meaning) <= 160, term.name
        assert term.meaning.endswith("."), term.name
        assert not re.search(r"[\[\]{}*`]|See ", term.meaning), term.name

"""Tests of the fences, through Python-Markdown as the site builders run it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pymdownx.superfences import SuperFencesException

from build_scripts.markdown import fences
from tests.build_scripts.markdown.conversion import html

if TYPE_CHECKING:
    from pathlib import Path

    from tests.build_scripts.stand_in import StandInContent

pytestmark = pytest.mark.usefixtures("content", "docs")


@pytest.mark.parametrize(
    ("fence", "expected"),
    [
        ('```calculator slug="gift-earnings" viewers="200"\n```', '<form viewers="200">'),
        ("~~~~calculator slug='like-value'\n~~~~", '<live-calculator slug="like-value">'),
        ('```figures topic="gifts"\n```', "<td>gifts</td>"),
        ("```figures\n```", "<td>all</td>"),
        ('```sources topic="likes"\n```', "<li>likes</li>"),
        ("```sources\n```", "<li>all</li>"),
        ("```gifts\n```", "<td>Rose</td>"),
    ],
)
def test_rendered(fence: str, expected: str) -> None:
    """A fence becomes what is rendered for its options."""
    assert expected in html(f"Before\n\n{fence}\n\nAfter")


def test_form_stays_inside_its_element() -> None:
    """No paragraph is wrapped around the custom element, which a browser would close at the form."""
    page = html('Before\n\n```calculator slug="like-value"\n```\n\nAfter')

    assert '<article class="fence fence-calculator" data-search-exclude><live-calculator slug="like-value">' in page
    assert "<p><article" not in page
    assert "<p><live-calculator" not in page


@pytest.mark.parametrize(
    ("fence", "reason"),
    [
        (
            '```calculator slug="gift-earning"\n```',
            "no calculator “gift-earning”. Did you mean “gift-earnings”?",
        ),
        ('```calculator slug="zzz"\n```', "Known: gift-earnings, like-value."),
        ("```calculator\n```", "needs a slug"),
        ("```calculator slug=like-value\n```", "needs a slug"),
        ("```calculator slug like-value\n```", "needs a slug"),
        (
            '```calculator slug="like-value" viewers="2"\n```',
            "no input of like-value “viewers”. Known: likes.",
        ),
        ('```calculator slug="like-value" likes="many"\n```', 'likes="many": Enter a number.'),
        ('```calculator slug="like-value"\n12\n```', "Nothing may stand between"),
        ('```figures topic="gift"\n```', "no topic “gift”. Did you mean “gifts”? Known: gifts, likes."),
        ('```figures about="gifts"\n```', "no option of the figures fence “about”. Known: topic."),
        ('```sources topic="gift"\n```', "no topic “gift”"),
        ('```gifts topic="gifts"\n```', "no option of the gifts fence “topic”. Known: none."),
        ('```sources all="yes"\n```', "no option of the sources fence “all”"),
    ],
)
def test_mistake_stops_the_build(fence: str, reason: str, docs: Path) -> None:
    """Every author's mistake raises the one exception superfences lets through, naming page, line and reason."""
    text = f"# Title\n\n{fence}\n"
    (docs / "guide.md").write_text(text)

    with pytest.raises(SuperFencesException) as stopped:
        html(text)

    assert reason in str(stopped.value)
    assert str(stopped.value).startswith("docs/guide.md:3: ```")


def test_a_failure_in_rendering_stops_the_build(content: StandInContent, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error inside a calculator is not swallowed by superfences."""

    def fail(*_arguments: object) -> str:
        raise ZeroDivisionError("float division by zero")

    monkeypatch.setattr(content, "calculator_html", fail)

    with pytest.raises(SuperFencesException, match="ZeroDivisionError: float division by zero"):
        html('```calculator slug="like-value"\n```')


def test_all_pages_with_the_fence_are_named(docs: Path) -> None:
    """The same mistake on two pages is found on both."""
    (docs / "a.md").write_text('```calculator slug="x"\n```\n')
    (docs / "b.md").write_text('\n\n```calculator slug="x"\n```\n```calculator slug="y"\n```\n')

    assert fences.places("calculator", {"slug": "x"}) == "docs/a.md:1, docs/b.md:3"


def test_other_fences_are_left_alone() -> None:
    """A code block in another language, and a fence shown inside a longer fence, stay code."""
    page = html('````markdown\n```calculator slug="zzz"\n```\n````\n\n```python\nx = 1\n```\n')

    assert "live-calculator" not in page
    assert page.count("<pre") == 2

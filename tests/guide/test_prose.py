"""The measure itself: syllables, sentences and the grade, against values worked out by hand."""

from __future__ import annotations

import pytest

from tests.guide import prose


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("a", 1), ("coin", 1), ("money", 2), ("average", 2), ("viewer", 2), ("estimate", 3)),
        *(("TikTok", 1), ("creators", 1)),  # terms of the site
        *(("1,000", 1), ("doesn’t", 2)),
        *(("tikkers", 2), ("gloved", 1), ("zzz", 1)),  # not in the dictionary: groups of vowels
    ],
)
def test_syllables(word: str, count: int) -> None:
    """Words of the dictionary, terms, numbers and words that nobody listed."""
    assert prose.syllables(word) == count


def test_grade_of_a_text_worked_out_by_hand() -> None:
    """12 words in 2 sentences, 16 syllables: 0.39 × 6 + 11.8 × 16 ÷ 12 − 15.59 = 2.5."""
    text = "The cat sat on the yellow mat. Nobody saw it go away."
    assert sum(map(prose.syllables, prose.words(text))) == 16
    assert prose.grade(text) == pytest.approx(0.39 * 6 + 11.8 * 16 / 12 - 15.59)


def test_a_hard_text_is_graded_hard() -> None:
    """A sentence of an official form lies far above grade 8."""
    text = (
        "Notwithstanding any previous determination, remuneration attributable to intermediated consumer "
        "contributions constitutes taxable consideration irrespective of contemporaneous documentation."
    )
    assert prose.grade(text) > 20


def test_sentences_leave_out_what_is_not_read_as_one() -> None:
    """Fences, headings, tables, figures' notation, citations and addresses are not prose; list items are."""
    body = (
        "# A heading\n\nYou get {figure:gifts.creator_share us} of it {source:N1 A}. See [this page](x.md).\n\n"
        '```calculator slug="like-value"\n```\n\n| a | b |\n| - | - |\n\n- First thing\n- Second\n  thing\n'
    )
    assert prose.sentences(body) == ["You get 10 of it.", "See this page.", "First thing", "Second thing"]

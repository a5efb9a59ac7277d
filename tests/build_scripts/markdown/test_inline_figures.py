"""Tests of figures inside a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_scripts.markdown.checks import Mistake
from tests.build_scripts.markdown.conversion import html

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("content", "docs")

LINK = '<a class="figure" href="root:figures/#gifts-creator_share">50% {}</a>'


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Keep {figure:gifts.creator_share}.", "value world"),
        ("Keep {figure:gifts.creator_share range}.", "range world"),
        ("Keep {figure:gifts.creator_share us}.", "value us"),
        ("Keep {figure:gifts.creator_share high us}.", "high us"),
        ("Keep {figure: gifts.creator_share  low }.", "low world"),
        ("Keep **{figure:gifts.creator_share high}**.", "high world"),
        ("# Keep {figure:gifts.creator_share grade}", "grade world"),
        ("| a |\n|---|\n| {figure:gifts.creator_share date} |", "date world"),
        ("- one\n\n    {figure:gifts.creator_share}", "value world"),
    ],
)
def test_rendered(text: str, part: str) -> None:
    """The figure's chosen part stands where it was named: in text, headings, tables and lists."""
    assert LINK.format(part) in html(text)


@pytest.mark.parametrize(
    "text",
    [
        "Write `{figure:gifts.creator_share}`.",
        "Write ``{figure:zzz} ` {figure:zzz}``.",
        "Text\n\n    {figure:zzz}\n",
        "```\n{figure:zzz}\n```",
        "Write \\{figure:zzz}.",
    ],
)
def test_code_is_left_alone(text: str) -> None:
    """In code, or after a backslash, the notation is shown, not read."""
    page = html(text)

    assert "{figure:" in page
    assert "<a class" not in page


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{figure:gifts.creator_shar}", "Did you mean “gifts.creator_share”?"),
        ("{figure:gifts.creator_share median}", "no part or region of gifts.creator_share “median”"),
        ("{figure:likes.direct_pay us}", "no part or region of likes.direct_pay “us”"),
        ("{figure:gifts.creator_share low high}", "at most one of value, low"),
        ("{figure:}", "no figure “”"),
    ],
)
def test_mistake_stops_the_build(text: str, reason: str, docs: Path) -> None:
    """An unknown figure or part stops the build with page, line and the known names."""
    (docs / "guide.md").write_text(f"# Title\n\nSome text, {text}.\n")

    with pytest.raises(Mistake) as stopped:
        html(f"# Title\n\nSome text, {text}.\n")

    assert reason in str(stopped.value)
    assert str(stopped.value).startswith(f"docs/guide.md:3: {text}: ")

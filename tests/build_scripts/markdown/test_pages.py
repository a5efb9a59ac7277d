"""Tests of the check that reads all pages before a site builder runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_scripts.markdown.pages import mistakes
from tests.build_scripts.stand_in import StandInContent

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """# Title

Creators keep {figure:gifts.creator_share} of it, `{figure:zzz}` is code,
and ``so ` is
{figure:zzz}`` over two lines. <!-- {figure:zzz}
```calculator slug="zzz" -->

    {figure:zzz} is an indented code block

```calculator slug="gift-earnings" viewers="20"
```

> ```figures topic="likes"
> ```

````markdown
```calculator slug="zzz"
```
````
"""


def test_good_page(docs: Path) -> None:
    """A page that names only what exists has no mistakes; code and comments are not read."""
    (docs / "good.md").write_text(GOOD)

    assert mistakes(docs, StandInContent()) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('```calculator slug="x"\n```', '1: ```calculator slug="x": There is no calculator “x”.'),
        (
            "```calculator slug=like-value\n```",
            '1: ```calculator slug=like-value: Write each option as name="value"',
        ),
        (
            'a\n\n```calculater slug="like-value"\n```',
            '3: ```calculater slug="like-value": There is no fence “calcu',
        ),
        (
            '```calculator slug="like-value"\n',
            '1: ```calculator slug="like-value": This fence is never closed.',
        ),
        ('- a\n\n    ```figures topic="x"\n    ```', '3: ```figures topic="x": There is no topic “x”.'),
        ("a\n{figure:x}", "2: {figure:x}: There is no figure “x”."),
        (
            "a {figure:likes.direct_pay middle}",
            "1: {figure:likes.direct_pay middle}: There is no part or region",
        ),
    ],
)
def test_mistakes(text: str, expected: str, docs: Path) -> None:
    """Each mistake is reported with page, line, what is written and why."""
    (docs / "sub").mkdir()
    (docs / "sub/page.md").write_text(text)

    found = mistakes(docs, StandInContent())

    assert any(line.startswith(f"docs/sub/page.md:{expected}") for line in found), found


def test_all_mistakes_at_once(docs: Path) -> None:
    """Two mistakes on two pages are both reported, pages in order."""
    (docs / "b.md").write_text("{figure:x}")
    (docs / "a.md").write_text("{figure:y}")

    assert [line.split(":")[0] for line in mistakes(docs, StandInContent())] == ["docs/a.md", "docs/b.md"]

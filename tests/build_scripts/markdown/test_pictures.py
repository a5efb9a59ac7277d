"""Tests of the fence that puts a picture into a page."""

from __future__ import annotations

import pytest
from pymdownx.superfences import SuperFencesException

from tests.build_scripts.markdown.conversion import html


@pytest.mark.usefixtures("content", "docs")
def test_the_fence() -> None:
    """The fence gives the picture; an unknown name stops the build and says which exist."""
    assert "<figure>hundred-coins</figure>" in html('```picture name="hundred-coins"\n```')
    for wrong in ('name="hundred-coin"', 'nam="hundred-coins"', ""):
        with pytest.raises(SuperFencesException, match=r"hundred-coins|name"):
            html(f"```picture {wrong}\n```")

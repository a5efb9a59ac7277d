"""Tests of the names that the themes leave out."""

from __future__ import annotations

import pytest

from build_scripts.post_build import html_page, names


@pytest.mark.parametrize(
    ("written", "finished"),
    [
        (
            '<div class="md-search" data-md-component="search" role="dialog">',
            '<div aria-label="Search" class="md-search" data-md-component="search" role="dialog">',
        ),
        (
            '<div class="md-search" role="dialog" aria-label="Find">',
            '<div class="md-search" role="dialog" aria-label="Find">',
        ),
        ('<div class="md-search">', '<div class="md-search">'),
        ('<div class="other" role="dialog">', '<div class="other" role="dialog">'),
    ],
)
def test_the_search_gets_a_name(written: str, finished: str) -> None:
    """Only Material's own dialog is named, and only where the theme has not done so by now."""
    page = html_page.parse(written, "index.html")

    assert page.replaced(names.edits(page)) == finished

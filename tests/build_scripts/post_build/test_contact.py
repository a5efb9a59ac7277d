"""Tests of the links that open a form of the repository, filled in."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from build_scripts import project
from build_scripts.post_build import contact, html_page
from tests.build_scripts.post_build.example_site import ABOUT, PAGE


def asked(href: str) -> tuple[str, dict[str, str]]:
    """Return the address that a link becomes, without its query, and the query."""
    page = html_page.parse(f'<p><a class="x" href="{href}">Go</a></p>', "earn/gifts/index.html")
    text = page.replaced(contact.edits(page, PAGE, ABOUT))
    (link,) = html_page.parse(text, "").tags[1:]
    parts = urlsplit(link.attributes["href"])
    return f"{parts.scheme}://{parts.netloc}{parts.path}", {
        name: value for name, (value,) in parse_qs(parts.query).items()
    }


def test_correct_a_page() -> None:
    """The form for pages, with the page's address and the edition."""
    assert asked("correct:") == (
        "https://code.example/ann/our-site/issues/new",
        {
            "template": "page.yml",
            "title": "Page: What gifts & “coins” pay",
            "page": "https://ann.example/our-site/earn/gifts/",
            "edition": "2026-11-22",
        },
    )


def test_correct_a_figure() -> None:
    """The form for figures, with key, value as shown, place and edition."""
    assert asked("correct:gifts.creator_share?value=50%25%20%26%20more") == (
        "https://code.example/ann/our-site/issues/new",
        {
            "template": "figure.yml",
            "title": "Figure: gifts.creator_share",
            "figure": "gifts.creator_share",
            "shown": "50% & more",
            "page": "https://ann.example/our-site/earn/gifts/#figure-gifts-creator_share",
            "edition": "2026-11-22",
        },
    )


def test_discuss_a_page() -> None:
    """A new discussion that names the page."""
    address, query = asked("discuss:")

    assert address == "https://code.example/ann/our-site/discussions/new"
    assert query["category"] == "general"
    assert query["title"] == "What gifts & “coins” pay"
    assert query["body"].strip() == "About https://ann.example/our-site/earn/gifts/ (edition 2026-11-22)"


def test_the_repository() -> None:
    """A page may link to it without knowing its address."""
    assert asked("repository:") == ("https://code.example/ann/our-site", {})


def test_other_links_stay() -> None:
    """Only these kinds of link are changed."""
    page = html_page.parse('<a href="x/">x</a><a href="mailto:a@b.example">m</a>', "index.html")

    assert list(contact.edits(page, PAGE, ABOUT)) == []


@pytest.mark.parametrize("href", ["correct:", "correct:gifts.creator_share?value=1"])
def test_forms_have_the_fields(href: str) -> None:
    """GitHub fills in only fields of that id; one that it does not know is lost without a word."""
    _, query = asked(href)
    form = yaml.safe_load((project.ROOT / ".github/ISSUE_TEMPLATE" / query["template"]).read_text("utf-8"))

    assert query.keys() - {"template", "title"} <= {part["id"] for part in form["body"]}
    assert query["title"].startswith(form["title"])

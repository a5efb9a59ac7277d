"""Every image and drawing of the built site says in words what it shows, or that it shows nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_scripts import pictures, project
from build_scripts.markdown.notation import mentions
from build_scripts.post_build import html_page
from tests.site import fragments

TITLED = re.compile(r'<svg\b[^>]*role="img"[^>]*aria-labelledby="([^"]+)"[^>]*>\s*<title id="([^"]+)">([^<]+)</title>')


def unnamed_drawings(text: str) -> list[str]:
    """Return the start tags of drawings that are neither titled, nor hidden, nor an icon in a control with a name."""
    found = []
    for match in re.finditer(r"<svg\b[^>]*>", text):
        titled = TITLED.match(text, match.start())
        if titled and titled[2] in titled[1].split():
            continue
        if 'aria-hidden="true"' in match[0] or _is_icon_of_a_named_control(text, match.start()):
            continue
        found.append(match[0])
    return found


def _is_icon_of_a_named_control(text: str, start: int) -> bool:
    """Return whether the drawing directly follows a start tag of the theme's that has a name, a role or is hidden."""
    before = text[:start].rstrip()
    if before.endswith("</svg>"):
        return _is_icon_of_a_named_control(text, before.rindex("<svg"))
    if not before.endswith(">"):
        return False
    opening = before[before.rindex("<") :]
    return any(f"{name}=" in opening for name in ("aria-label", "title", "aria-hidden", "for")) or (
        'class="md-icon' in opening or 'class="md-nav__icon' in opening or "md-footer__button" in opening
    )


def test_every_image_has_a_text(pages: list[html_page.Page]) -> None:
    """<img> has an alt attribute: words, or nothing for an image that a script fills and describes."""
    missing = [
        (page.address, tag.attributes)
        for page in pages
        for tag in page.tags
        if tag.name == "img" and "alt" not in tag.attributes
    ]
    assert missing == []


def test_every_drawing_has_a_text(pages: list[html_page.Page]) -> None:
    """An SVG has a title that labels it, or is hidden from screen readers, or is the icon of a named control."""
    assert {page.address: found for page in pages if (found := unnamed_drawings(page.text))} == {}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('<svg role="img" aria-labelledby="t d"><title id="t">What it shows</title></svg>', 0),
        ('<svg role="img" aria-labelledby="d"><title id="t">What it shows</title></svg>', 1),
        ('<svg role="img" aria-labelledby="t"><title id="t"></title></svg>', 1),
        ('<p><svg viewBox="0 0 1 1"></svg></p>', 1),
        ('<p><svg aria-hidden="true"></svg></p>', 0),
        ('<label aria-label="Menu"><svg></svg> <svg></svg></label>', 0),
        ("<p><svg></svg> <svg></svg></p>", 2),
    ],
)
def test_what_counts_as_a_text(text: str, count: int) -> None:
    """The test above can fail."""
    assert len(unnamed_drawings(text)) == count


def test_every_picture_is_on_a_page_with_its_table(site: Path) -> None:
    """All pictures are in use, each with a title, a description, a caption and a table with as many rows as amounts."""
    shown = {}
    for mention in mentions(project.DOCS):
        if mention.kind == "picture":
            name = mention.page.removeprefix("docs/").removesuffix(".md")
            file = site / ("index.html" if name == "index" else f"{name}/index.html")
            shown[mention.options["name"]] = file.read_text("utf-8")

    assert set(shown) == set(pictures.PICTURES)
    for name, text in shown.items():
        (html,) = [html for kind, html in fragments.fences(text) if kind == "picture" and f"picture--{name}" in html]
        assert TITLED.search(html), name
        for part in (f'<desc id="picture-{name}-desc">', "<figcaption", "<table", '<th scope="row">', "Drawn from:"):
            assert part in html, (name, part)
        assert re.search(r'href="[./]*figures/#[\w-]+"', html), name

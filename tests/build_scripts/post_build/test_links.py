"""Tests of the links counted from the site's root."""

from __future__ import annotations

import pytest

from build_scripts import project
from build_scripts.post_build import html_page, links


def rewritten(page: html_page.Page, base: str) -> str:
    """Return the page's text with its links rewritten."""
    return page.replaced(links.edits(page, base))


@pytest.mark.parametrize(
    ("address", "link", "expected"),
    [
        ("index.html", "root:figures/#a-b", "./figures/#a-b"),
        ("figures/index.html", "root:figures/#a-b", "../figures/#a-b"),
        ("calculators/like-value/index.html", "root:how-we-calculate/", "../../how-we-calculate/"),
        ("calculators/like-value/index.html", "root:", "../../"),
        ("404.html", "root:figures/", "/do-likes-pay/figures/"),
    ],
)
def test_rewritten(address: str, link: str, expected: str) -> None:
    """A root: link becomes the way from the page it is on; the 404 page, shown at any depth, has absolute ones."""
    page = html_page.parse(f'<p>é “x”\n <a class="figure" href="{link}">50&nbsp;%</a>\r\n</p>', address)

    assert rewritten(page, "/do-likes-pay/") == (
        f'<p>é “x”\n <a class="figure" href="{expected}">50&nbsp;%</a>\r\n</p>'
    )


def test_links_in_templates_and_svg() -> None:
    """Presets stand in <template> and chart labels in SVG; their links are rewritten too."""
    page = html_page.parse('<template><a href="root:x/">x</a></template><svg><a href="root:y/"/></svg>', "a/index.html")

    assert rewritten(page, "/") == '<template><a href="../x/">x</a></template><svg><a href="../y/"/></svg>'


def test_everything_else_is_kept_byte_for_byte() -> None:
    """Scripts, comments, odd quoting and text that merely looks like a link stay as they are."""
    text = (
        '<!-- <a href="root:x/"> --><script>var a = \'<a href="root:x/">\';</script>'
        "<a HREF='root:y/'>y</a><a data-href=\"root:z/\" href=z>root:q</a>"
    )

    assert rewritten(html_page.parse(text, "index.html"), "/") == text.replace("HREF='root:y/'", 'href="./y/"')


def test_address_in_a_snippet_to_copy() -> None:
    """It will stand on another site, so it is the whole address."""
    page = html_page.parse('<textarea>&lt;iframe src="root:embed/x/"&gt;</textarea>', "a/index.html")

    assert rewritten(page, "/") == f'<textarea>&lt;iframe src="{project.site_url()}embed/x/"&gt;</textarea>'

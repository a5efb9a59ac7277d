"""What stands in a page's head for those who show a link to it: Open Graph and card, and where changes are told."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from build_scripts.post_build import card

if TYPE_CHECKING:
    from build_scripts.post_build.about import About
    from build_scripts.post_build.outline import Outline


def metas(page: Outline, about: About, image: str, image_description: str) -> str:
    """Return the tags; `image` is the address of the page's card."""
    width, height = card.SIZE
    graph = {
        "og:site_name": about.name,
        "og:type": "article" if page.is_article and page.path else "website",
        "og:title": page.title,
        "og:description": page.description,
        "og:url": about.url + page.path,
        "og:image": image,
        "og:image:type": "image/png",
        "og:image:width": str(width),
        "og:image:height": str(height),
        "og:image:alt": image_description,
    }
    return "".join(f'<meta property="{name}" content="{html.escape(value)}">' for name, value in graph.items()) + (
        # Title, description and picture are taken from the tags above.
        '<meta name="twitter:card" content="summary_large_image">'
        f'<meta name="twitter:image:alt" content="{html.escape(image_description)}">'
    )


def alternate(root: str, feed: str, about: About) -> str:
    """Return the tag that tells feed readers where changes are told; `root` is the way from the page to the root."""
    return (
        f'<link rel="alternate" type="application/atom+xml" title="What changed - {html.escape(about.name)}"'
        f' href="{root}{feed}">'
    )

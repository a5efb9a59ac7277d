"""Tells search engines what a page is, in schema.org's words (JSON-LD), with nothing that the page itself does not say.

A data block: browsers do not run it, so the security policy needs no hash of it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_scripts.post_build.about import About
    from build_scripts.post_build.outline import Outline

type Thing = dict[str, Any]


def script(page: Outline, above: Sequence[tuple[str, str]], image: str, about: About) -> str:
    """Return the data block of a page.

    `above` has path and heading of the pages above it, home first; `image` is the address of its card.
    """
    graph = list(_things(page, above, image, about))
    if not graph:
        return ""
    written = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    # "</script>" or "<!--" inside a string would end the block or swallow the page.
    return f'<script type="application/ld+json">{written.replace("<", "\\u003c")}</script>'


def _things(page: Outline, above: Sequence[tuple[str, str]], image: str, about: About) -> Iterator[Thing]:
    address = about.url + page.path
    organisation = {"@type": "Organization", "name": about.name, "url": about.url}
    if above:
        yield _trail([*above, (page.path, page.heading)], about)
    else:
        yield {"@type": "WebSite", "name": about.name, "description": about.description, "url": about.url}
    if page.is_article:
        yield {
            "@type": "Article",
            "headline": page.title,
            "description": page.description,
            "dateModified": page.checked or about.edition.isoformat(),
            "image": image,
            "mainEntityOfPage": address,
            "author": organisation,
            "publisher": organisation,
        }
    if page.is_calculator:
        yield {
            "@type": "WebApplication",
            "name": page.heading,
            "description": page.description,
            "url": address,
            "image": image,
            "applicationCategory": "FinanceApplication",
            "operatingSystem": "Any, in a web browser",
            "softwareVersion": page.version,
            "isAccessibleForFree": True,
            "offers": {"@type": "Offer", "price": "0", "priceCurrency": "USD"},
            "author": organisation,
        }
    if page.questions:
        yield {
            "@type": "FAQPage",
            "url": address,
            "mainEntity": [
                {"@type": "Question", "name": asked, "acceptedAnswer": {"@type": "Answer", "text": answer}}
                for asked, answer in page.questions
            ],
        }


def _trail(steps: Sequence[tuple[str, str]], about: About) -> Thing:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": about.url + path}
            for place, (path, name) in enumerate(steps, 1)
        ],
    }

"""Writes `embed/<slug>/`: a page with one calculator and nothing else, for a frame on somebody else's site.

It has our stylesheets and scripts without the theme's, the same policy as every page, and is not for search engines:
its canonical address is the calculator's own page. It tells the page around it how tall it is (`embed-frame.js`).
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from build_scripts.markdown.content import content
from build_scripts.post_build.addresses import ROOT_SCHEME

if TYPE_CHECKING:
    from pathlib import Path

    from build_scripts.markdown.content import PageContent
    from build_scripts.post_build.bundle import Ours

FOLDER = "embed"
_UP = "../../"

OF_THE_GUIDE = "assets/javascripts/guide.js"
"""The script that no calculator needs."""

_PAGE = """<!doctype html>
<html lang="en" data-full-page="calculators/{slug}/">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<base target="_blank">
<link rel="canonical" href="{site}calculators/{slug}/">
<link rel="icon" href="{up}assets/images/favicon.svg">
{loads}
</head>
<body class="embed">
<main>
{calculator}
</main>
<footer class="embed-foot">
<p>From <a href="{root}">Do Likes Pay?</a> · <a href="{root}calculators/{slug}/">full page</a></p>
</footer>
</body>
</html>
"""


def write(site: Path, site_url: str, ours: Ours, calculators: PageContent | None = None) -> None:
    """Write the embedded page of every calculator into a site; `ours` is what they load."""
    source = calculators or content()
    loads = [f'<link rel="stylesheet" href="{_UP}{name}">' for name in ours.styles]
    loads += [f'<script type="module" src="{_UP}{name}"></script>' for name in ours.scripts if name != OF_THE_GUIDE]
    for slug in source.calculators():
        page = site / FOLDER / slug / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        text = _PAGE.format(
            slug=slug,
            title=html.escape(source.title(slug)),
            site=html.escape(site_url),
            up=_UP,
            loads="\n".join(loads),
            calculator=source.calculator_html(slug, {}),
            root=ROOT_SCHEME,
        )
        page.write_bytes(text.encode())

"""What stands in each page's head that only the finished site knows: the policy, the runtime, the way to the root."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, NamedTuple

from build_scripts.post_build.links import root_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_scripts.post_build.html_page import Edit, Page
    from build_scripts.post_build.release import Release

HOLE = "<!-- what only the finished site knows -->"
"""Marks the place until all pages have been read."""


class Runtime(NamedTuple):
    """Where the reader's browser finds Python."""

    worker: str
    """Path from the site's root: "assets/runtime/worker-<hash>.js"."""
    size: int
    """What a reader downloads at most, in bytes as sent, told before it starts."""


def edits(page: Page, base: str) -> Iterator[Edit]:
    """Yield the edits that put the way to the root on <html>, and HOLE first after the charset.

    Raises ValueError for a page without <html> or <meta charset>: a page without a policy must not be published.
    """
    opening = next((tag for tag in page.tags if tag.name == "html"), None)
    charset = next((tag for tag in page.tags if tag.name == "meta" and "charset" in tag.attributes), None)
    if opening is None or charset is None:
        message = f"{page.address} has no <html> or no <meta charset>, so it cannot carry the security policy."
        raise ValueError(message)
    yield page.attribute_edit(opening, "data-site-root", root_from(page.address, base))
    yield charset.end, charset.end, HOLE


def metas(policy: str, runtime: Runtime | None, release: Release) -> str:
    """Return what fills HOLE: the policy first, then what our scripts are told."""
    told = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy, quote=False)}">'
    if runtime:
        told += f'<meta name="calculator-runtime" content="{runtime.worker}" data-bytes="{runtime.size}">'
    worker = f' data-service-worker="{release.worker}"' if release.worker else ""
    return f'{told}<meta name="site-code" content="{release.code}"{worker}>'

"""Adds up what a page makes a browser download before any Python, as GitHub Pages sends it: gzipped."""

from __future__ import annotations

import functools
import json
import re
from typing import TYPE_CHECKING

from build_scripts.post_build import html_page, loads
from build_scripts.post_build.addresses import file_of, resolve
from build_scripts.runtime.archive import size_as_sent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from build_scripts.post_build.html_page import Page

LIMIT = 200_000
"""Bytes of a page with everything it loads, fonts included: the promise of the design."""

ALREADY_SMALL = {".woff2", ".png", ".jpg", ".webp", ".avif", ".gz", ".zip"}
"""Kinds of file that a server sends as they are."""


def complaints(site: Path, base: str) -> list[str]:
    """Return a line for each page that is heavier than LIMIT, with its largest parts."""
    return too_heavy({page.address: weights(page, site, base) for page in html_page.pages(site)})


def too_heavy(pages: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Return a line for each page, of those with these weights, that is heavier than LIMIT."""
    found = []
    for address, parts in pages.items():
        total = sum(parts.values())
        if total > LIMIT:
            largest = sorted(parts.items(), key=lambda part: -part[1])[:5]
            listed = ", ".join(f"{name} {size:,}" for name, size in largest)
            found.append(f"{address}: weighs {total:,} bytes gzipped, more than {LIMIT:,}: {listed}")
    return found


def weights(page: Page, site: Path, base: str) -> dict[str, int]:
    """Return the gzipped size of the page and of each file it loads."""
    seen: dict[str, int] = {}
    waiting = [page.address]
    while waiting:
        name = waiting.pop()
        if name in seen or not (site / name).is_file():
            continue
        seen[name] = size(site / name)
        addresses = _loaded_by_page(page) if name == page.address else _loaded_by_file(site / name)
        targets = (resolve(name, address, base) for address in addresses)
        waiting += [file_of(target) for target in targets if target]
    return dict(sorted(seen.items()))


def _loaded_by_page(page: Page) -> Iterator[str]:
    """Yield what a page loads: what its tags name, and what Material's script then fetches for the search."""
    for tag in page.tags:
        if not tag.scope:
            yield from loads.of_tag(tag)
    settings = re.search(r'<script id="?__config"?[^>]*>(.*?)</script>', page.text, re.DOTALL)
    if settings:
        material = json.loads(settings[1])
        root = material["base"].rstrip("/")
        yield (f"{root}/{material['search']}" if not material["search"].startswith((".", "/")) else material["search"])
        yield f"{root}/search/search_index.json"
        yield f"{root}/sitemap.xml"


def _loaded_by_file(path: Path) -> tuple[str, ...]:
    """Return what a stylesheet or a module loads."""
    return _loaded_by_version(path, path.stat().st_mtime_ns)


@functools.lru_cache(maxsize=1024)
def _loaded_by_version(path: Path, _changed: int) -> tuple[str, ...]:
    """Read one version of a file once: every page loads the same stylesheets."""
    if path.suffix == ".css":
        return tuple(loads.in_css(path.read_text("utf-8")))
    if path.suffix in {".js", ".mjs"}:
        return tuple(loads.imported_by(path.read_text("utf-8")))
    return ()


def size(path: Path) -> int:
    """Return how many bytes a server that gzips sends for a file."""
    return _size_of_version(path, path.stat().st_mtime_ns)


@functools.lru_cache(maxsize=1024)
def _size_of_version(path: Path, _changed: int) -> int:
    """Compress one version of a file once: every page loads the same stylesheets."""
    body = path.read_bytes()
    return len(body) if path.suffix in ALREADY_SMALL else size_as_sent(body)

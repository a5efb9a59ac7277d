"""Writes into every page what it lacks: links, bundles, policy, runtime, and the name of the code.

Each page is read once and kept no longer, so that a site of a thousand pages takes no more memory than one of ten.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from build_scripts.post_build import bundle, head, html_page, links, names, release
from build_scripts.post_build.addresses import file_of, resolve
from build_scripts.post_build.policy import policy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from build_scripts.post_build.html_page import Edit, Page


def write(
    site: Path,
    base: str,
    bundles: Mapping[str, str],
    runtime: head.Runtime | None,
    service_worker: str = "",
    *,
    sharing: Callable[[Page], Iterator[Edit]] = lambda _page: iter(()),
) -> release.Release:
    """Finish all pages; return what they say of the code.

    `bundles` has the bundle of each script and stylesheet that went into one; `service_worker` is the worker's path
    from the root, or "" for none; `sharing` yields what a page gains to be found and shared.
    """
    scripts: set[str] = set()
    loaded = {runtime.worker} if runtime else set()
    addresses = []
    for page in html_page.pages(site):
        edits = itertools.chain(
            links.edits(page, base),
            bundle.edits(page, base, bundles),
            head.edits(page, base),
            names.edits(page),
            sharing(page),
        )
        (site / page.address).write_bytes(page.replaced(edits).encode())
        scripts.update(page.inline_scripts)
        loaded.update(bundles.get(name, name) for name in _code(page, base))
        addresses.append(page.address)
    published = release.Release(release.code_of(site, loaded), service_worker)
    filling = head.metas(policy(scripts), runtime, published).encode()
    for address in addresses:
        path = site / address
        path.write_bytes(path.read_bytes().replace(head.HOLE.encode(), filling, 1))
    release.write(site, published)
    return published


def _code(page: Page, base: str) -> Iterator[str]:
    """Yield the scripts and stylesheets that a page loads."""
    for tag, attribute in bundle.loading(page):
        target = resolve(page.address, tag.attributes[attribute], base)
        if target:
            yield file_of(target)

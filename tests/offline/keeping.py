"""What a browser has kept of the site, read through the page."""

from __future__ import annotations

import time

from playwright.sync_api import Page

from tests.patience import PATIENCE

_ALL = """async () => {
  const found = {};
  for (const name of await caches.keys()) found[name] = (await (await caches.open(name)).keys()).map(({ url }) => url);
  return found;
}"""


def cache_names(tab: Page) -> set[str]:
    """Return the names of the caches. Opening one that has just been deleted would make it anew."""
    return set(tab.evaluate("caches.keys()"))


def caches(tab: Page) -> dict[str, list[str]]:
    """Return the addresses in each cache, while none is about to be deleted."""
    found: dict[str, list[str]] = tab.evaluate(_ALL)
    return found


def kept(tab: Page) -> list[str]:
    """Return the paths of all that is kept, whatever the version."""
    root = tab.evaluate("new URL(document.documentElement.dataset.siteRoot, document.baseURI).href")
    return sorted(url.removeprefix(root) for urls in caches(tab).values() for url in urls)


def wait_for(tab: Page, start: str) -> None:
    """Wait until a path that starts so, or the home page for "", is kept."""
    until = time.monotonic() + PATIENCE / 1000
    while not any(path.startswith(start) if start else path == "" for path in kept(tab)):
        assert time.monotonic() < until, f"{start!r} is not kept: {kept(tab)}"
        tab.wait_for_timeout(50)


def wait_for_one_cache(tab: Page, other_than: str, count: int = 1) -> None:
    """Wait until an old cache has gone, and `count` are left."""
    until = time.monotonic() + PATIENCE / 1000
    while len(found := cache_names(tab)) != count or other_than in found:
        assert time.monotonic() < until, sorted(found)
        tab.wait_for_timeout(50)

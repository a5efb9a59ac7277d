"""The finished site in Chromium, as readers of the guide meet it: in a sub-path, at a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from build_scripts.serve import SiteServer
from tests.open_fully import open_fully
from tests.patience import PATIENCE

type Open = Callable[..., Page]

DESK = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[SiteServer]:
    """Serve the site."""
    with SiteServer(site, "/some/sub-path/") as running:
        yield running


@pytest.fixture
def open_page(chromium: Browser, server: SiteServer) -> Iterator[Open]:
    """Open a page in a profile of its own, without the service worker; afterwards its console must be empty."""
    contexts: list[BrowserContext] = []
    said: list[str] = []

    def open_it(path: str = "", **profile: object) -> Page:
        context = chromium.new_context(**{"service_workers": "block", **DESK, **profile})
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        tab = context.new_page()
        tab.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        tab.on("pageerror", lambda error: said.append(f"error: {error}"))
        open_fully(tab, server.address + path)
        return tab

    yield open_it
    for context in contexts:
        context.close()
    assert [line for line in said if "registration blocked" not in line] == []

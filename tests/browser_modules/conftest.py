"""One fixture site for all tests of the browser's modules."""

from collections.abc import Iterator
from functools import partial
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser_modules.fixture_site import FIXTURES, UNKNOWN_CONNECTION, CalculatorPage, Open, Site
from tests.patience import PATIENCE


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """The fixture site, served for the whole run."""
    server = Site()
    thread = Thread(target=partial(server.serve_forever, 0.05), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A fresh profile on a phone's screen."""
    fresh = chromium.new_context(viewport={"width": 360, "height": 740})
    fresh.set_default_timeout(PATIENCE)
    yield fresh
    fresh.close()


@pytest.fixture
def open_page(site: Site, context: BrowserContext) -> Iterator[Open]:
    """Opens a fixture page; afterwards the test fails if the page threw, or broke its own security policy."""
    problems: list[str] = []

    def open_it(
        path: str = "calculators/gift-earnings/", *, before: str = "", connection: str = UNKNOWN_CONNECTION
    ) -> CalculatorPage:
        site.asked.clear()
        tab = context.new_page()
        tab.on("pageerror", lambda error: problems.append(str(error)))
        tab.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        tab.add_init_script(f"Object.defineProperty(navigator, 'connection', {{ value: {connection} }});")
        # In braces, so that its names are its own.
        tab.add_init_script(f"{{{(FIXTURES / 'fake-python.js').read_text(encoding='utf-8')}}}\n{before}")
        tab.goto(site.url(path))
        tab.locator("live-calculator:defined").first.wait_for()
        return CalculatorPage(tab, site)

    yield open_it
    assert problems == []

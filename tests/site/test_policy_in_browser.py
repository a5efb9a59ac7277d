"""The policy in a real browser: it breaks nothing of ours, and it stops what it should."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from build_scripts.serve import SiteServer
from tests.open_fully import open_fully

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Open an empty tab whose console the test can read as `page.said`."""
    tab = chromium.new_page()
    tab.said = []  # type: ignore[attr-defined]
    tab.on("console", lambda message: tab.said.append(f"{message.type}: {message.text}"))  # type: ignore[attr-defined]
    tab.on("pageerror", lambda error: tab.said.append(f"error: {error}"))  # type: ignore[attr-defined]
    yield tab
    tab.close()


@pytest.mark.parametrize(
    "path", ["", "calculators/gift-earnings/", "figures/", "about/decisions/0002-two-site-builders/"]
)
def test_pages_load_without_a_complaint(path: str, page: Page, server: SiteServer) -> None:
    """Nothing that a page loads or runs is against its policy, and nothing comes from elsewhere."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    open_fully(page, server.address + path)

    assert page.said == []  # type: ignore[attr-defined]
    assert page.evaluate("customElements.whenDefined('live-calculator').then(() => true)")
    assert [url for url in asked if not url.startswith(server.address)] == []


def test_policy_holds_after_instant_navigation(page: Page, server: SiteServer) -> None:
    """The page changes without a reload, and its scripts run under the policy of the first page."""
    open_fully(page, server.address)
    page.evaluate("window.sameVisit = true")

    page.locator(".md-nav a[href*='calculators/gift-value']").first.evaluate("link => link.click()")
    page.wait_for_url("**/calculators/gift-value/")
    page.wait_for_selector("live-calculator[slug='gift-value']")

    assert page.evaluate("window.sameVisit") is True
    assert page.said == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "attack",
    [
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.hit = 1'}))",
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hit = 1\">')",
        "document.body.append(Object.assign(document.createElement('script'), {src: 'data:,window.hit=1'}))",
    ],
)
def test_policy_stops_injected_scripts(attack: str, page: Page, server: SiteServer) -> None:
    """A script that is not the site's own does not run."""
    open_fully(page, server.address)

    page.evaluate(f"() => {{ {attack} }}")
    page.wait_for_timeout(300)

    assert page.evaluate("window.hit") is None
    assert any("Content Security Policy" in line for line in page.said)  # type: ignore[attr-defined]


def test_policy_stops_requests_to_other_hosts(page: Page, server: SiteServer) -> None:
    """Not even a script of ours could send what a reader types to another address."""
    open_fully(page, server.address)
    other = server.address.replace("127.0.0.1", "localhost")

    refused = page.evaluate("address => fetch(address).then(() => false, () => true)", other)

    assert refused is True

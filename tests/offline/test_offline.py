"""The site without a network, after one visit."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.reader import FAST_CONNECTION, Reading, Visit
from tests.offline.conftest import Visits
from tests.offline.deployment import Deployment
from tests.offline.keeping import kept, wait_for

pytestmark = pytest.mark.browser

PAGE = "calculators/gift-earnings/"
OFFLINE = "You seem to be offline. Pages and calculators you have used still work."
STATUSES = "paths => Promise.all(paths.map(async (path) => (await fetch(path || './')).status))"


def calculate(reading: Reading, viewers: str) -> str:
    """Type a number of viewers and return the amount that Python makes of it."""
    before = reading.headline.inner_text()
    reading.field("viewers").fill(viewers)
    expect(reading.calculator).to_have_attribute("state", "ready")
    expect(reading.headline).not_to_have_text(before)
    return reading.headline.inner_text()


def used(visit: Visit) -> Page:
    """Use a calculator, and wait until all is kept that should be; return the tab."""
    reading = visit.open(PAGE)
    calculate(reading, "321")
    wait_for(reading.tab, "sources/")
    wait_for(reading.tab, "assets/runtime/worker-")
    return reading.tab


def test_whole_site_after_one_use(visit: Visit, deployment: Deployment) -> None:
    """One visit with one calculator used: then every page opens without a network, and any calculator calculates."""
    tab = used(visit)
    online = calculate(Reading(tab), "777")
    pages = deployment.pages
    tab.close()

    deployment.go_away()
    try:
        reading = visit.open("")
        expect(reading.tab.locator("main h1").first).to_be_visible()
        expect(reading.tab.locator("[data-site-notice=offline]")).to_have_text(OFFLINE)
        assert reading.tab.evaluate(STATUSES, pages) == [200] * len(pages)
        reading.tab.goto(deployment.server.address + PAGE)
        assert calculate(reading, "7") != online
        assert calculate(reading, "777") == online
    finally:
        deployment.come_back()


def test_instant_navigation_works_offline(visit: Visit, deployment: Deployment) -> None:
    """A link inside the site still changes the page without loading it anew; back online, the notice goes."""
    tab = used(visit)
    tab.reload()
    tab.evaluate("window.sameVisit = true")

    deployment.go_away()
    try:
        tab.locator(".md-nav a[href*='calculators/gift-value']").first.evaluate("link => link.click()")
        tab.locator("live-calculator[slug=gift-value]").wait_for()
        expect(tab.locator("[data-site-notice=offline]")).to_have_text(OFFLINE)
        assert tab.evaluate("window.sameVisit") is True
    finally:
        deployment.come_back()
    tab.locator(".md-nav a[href*='calculators/like-value']").first.evaluate("link => link.click()")
    tab.locator("live-calculator[slug=like-value]").wait_for()
    expect(tab.locator(".site-notice")).to_be_empty()


def test_page_that_was_never_kept(visit: Visit, deployment: Deployment) -> None:
    """A reader who only read one page has that one; another says plainly why it is not there."""
    reading = visit.open("figures/")
    wait_for(reading.tab, "figures/")
    reading.tab.close()

    deployment.go_away()
    try:
        expect(visit.open("figures/").tab.locator("main h1").first).to_be_visible()
        tab = visit.open("sources/").tab
        expect(tab.get_by_role("heading", name="You are offline")).to_be_visible()
        tab.get_by_role("link", name="To the home page").wait_for()
    finally:
        deployment.come_back()


def test_nothing_of_the_runtime_before_intent(visit: Visit) -> None:
    """On a connection that says nothing, reading costs no megabyte and no other page, service worker or not."""
    reading = visit.open(PAGE)
    wait_for(reading.tab, PAGE)
    reading.tab.wait_for_timeout(2_000)

    assert visit.runtime_requests == []
    assert [path for path in kept(reading.tab) if path.endswith("/") or path == ""] == [PAGE]


def test_pages_are_kept_ahead_on_a_fast_connection(visits: Visits, deployment: Deployment) -> None:
    """On a fast, unmetered connection the pages are kept quietly; the runtime waits for a calculator in view."""
    visit = visits(connection=FAST_CONNECTION)
    reading = visit.open("sources/")
    for path in deployment.pages:
        wait_for(reading.tab, path)

    assert visit.runtime_requests == []


def test_without_a_service_worker_all_is_as_before(visits: Visits) -> None:
    """Browsers that have none, or refuse it, calculate all the same and say nothing of it."""
    for browser in (
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });",
        "if (navigator.serviceWorker) navigator.serviceWorker.register = () => Promise.reject(new Error('refused'));",
    ):
        visit = visits()
        visit.context.add_init_script(browser)
        reading = visit.open(PAGE)
        assert calculate(reading, "321")
        assert [line for line in visit.said if "erviceWorker" in line or "refused" in line] == []
        assert kept(reading.tab) == []


def test_frame_on_another_site_keeps_nothing(visit: Visit, deployment: Deployment) -> None:
    """A calculator in a frame calculates, and neither registers a worker nor fetches the rest of the site."""
    (deployment.folder / "around.html").write_text(
        '<!doctype html><title>Around</title><iframe src="embed/gift-earnings/" width="600" height="900"></iframe>'
    )
    tab = visit.open("around.html").tab
    frame = tab.frame_locator("iframe")
    before = frame.locator("[data-part=result] .amount").inner_text()

    frame.locator("[name=viewers]").fill("321")

    expect(frame.locator("[data-part=result] .amount")).not_to_have_text(before)
    assert tab.evaluate("navigator.serviceWorker.getRegistrations().then((found) => found.length)") == 0
    assert not any("search_index" in request.path for request in visit.server.requests)

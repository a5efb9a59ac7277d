"""A new version is published while somebody reads: versions never mix, and nobody is thrown out of their work."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import FAST_CONNECTION, Reading, Visit
from tests.offline.conftest import Visits
from tests.offline.deployment import Deployment
from tests.offline.keeping import cache_names, caches, kept, wait_for, wait_for_one_cache
from tests.offline.test_offline import PAGE, calculate, used

pytestmark = pytest.mark.browser

OTHER = ".md-nav a[href*='calculators/gift-value']"
UPDATE = "async () => { await (await navigator.serviceWorker.ready).update(); }"
SWITCH = "({ waiting }) => waiting?.postMessage({ kind: 'switch' })"
NEW = "There is a new version of this site. Your numbers are kept."
GONE = "This page is from an earlier version of the site, and its calculator is no longer there. Your numbers are kept."


def test_reader_decides_when_to_take_the_new_version(visit: Visit, deployment: Deployment) -> None:
    """A page in use goes on with its own version, is told of the new one, and has it after one press, numbers kept."""
    tab = used(visit)
    (old,) = cache_names(tab)
    deployment.publish_new_code("Second")

    tab.evaluate(UPDATE)

    expect(tab.locator(".site-notice p")).to_have_text(NEW)
    assert calculate(Reading(tab), "7")
    assert old in cache_names(tab)
    tab.get_by_role("button", name="Reload", exact=True).click()
    expect(tab).to_have_title("Second")
    expect(Reading(tab).field("viewers")).to_have_value("7")
    wait_for_one_cache(tab, other_than=old)
    assert calculate(Reading(tab), "777")


def test_new_version_has_what_the_old_one_had(visit: Visit, deployment: Deployment) -> None:
    """The new version is whole before it takes over: pages and runtime that were kept are, and work offline."""
    tab = used(visit)
    (old,) = cache_names(tab)
    pages = [path for path in kept(tab) if not path.startswith("assets/")]
    deployment.publish_new_code("Second")
    tab.reload()
    wait_for_one_cache(tab, other_than=old)

    assert set(pages) <= set(kept(tab))
    deployment.go_away()
    try:
        tab.reload()
        expect(tab).to_have_title("Second")
        assert calculate(Reading(tab), "7")
    finally:
        deployment.come_back()


def test_a_reload_by_the_browser_takes_nothing_from_the_new_version(visit: Visit, deployment: Deployment) -> None:
    """While the new version waits, the old worker hears of a page that opened: the cache of the new one stays whole."""
    tab = used(visit)
    (old,) = cache_names(tab)
    deployment.publish_new_code("Second")
    tab.evaluate(UPDATE)
    expect(tab.locator(".site-notice p")).to_have_text(NEW)
    new = {name: paths for name, paths in caches(tab).items() if name != old}

    tab.reload()

    # The new worker waits until the old one is idle and ended. Under Playwright, which holds on to the old one, that
    # never comes, so the test ends here. In Chromium alone it took over within seconds, and one cache was left.
    expect(tab).to_have_title("Second")
    tab.wait_for_timeout(2_000)
    ((name, paths),) = new.items()
    assert set(caches(tab)[name]) >= set(paths)


def test_other_tab_that_opens_takes_nothing_from_the_new_version(visit: Visit, deployment: Deployment) -> None:
    """The old worker is asked by each page that opens; it takes away what is older, not what is to come."""
    tab = used(visit)
    deployment.publish_new_code("Second")
    tab.evaluate(UPDATE)
    expect(tab.locator(".site-notice p")).to_have_text(NEW)
    both = cache_names(tab)

    tab.evaluate("navigator.serviceWorker.controller.postMessage({ kind: 'opened', path: '' })")
    tab.wait_for_timeout(1_000)

    assert cache_names(tab) == both
    assert len(both) == 2


def test_pages_of_a_newer_version_are_not_fetched_for_nothing(visits: Visits, deployment: Deployment) -> None:
    """The first page that is not of the worker's version ends the keeping of pages ahead."""
    deployment.publish_new_words("Second", tell_worker=False)
    visit = visits(connection=FAST_CONNECTION)
    tab = visit.open(PAGE).tab
    wait_for(tab, "assets/")
    tab.wait_for_timeout(2_000)

    pages = [request.path for request in visit.server.requests if request.path.endswith("/")]
    assert len(set(pages)) <= 2, pages  # the one that was opened, and one more


def test_page_of_another_version_is_loaded_in_full(visit: Visit, deployment: Deployment) -> None:
    """A link pressed after a deploy leads to the new page with the new scripts, not into the old ones."""
    tab = visit.open(PAGE).tab
    wait_for(tab, PAGE)
    tab.evaluate("document.documentElement.dataset.sameVisit = ''")
    deployment.publish_new_code("Second")

    tab.locator(OTHER).first.evaluate("link => link.click()")

    expect(tab).to_have_title("Second")
    expect(tab.locator("meta[name=site-code]")).to_have_attribute("content", deployment.code)
    expect(tab.locator("html:not([data-same-visit])")).to_have_count(1)
    expect(tab.locator("live-calculator[slug=gift-value]:defined")).to_have_count(1)


def test_new_words_need_no_reload(visit: Visit, deployment: Deployment) -> None:
    """A deploy that changed only texts is seen at the next link, in the same visit."""
    tab = visit.open(PAGE).tab
    wait_for(tab, PAGE)
    tab.evaluate("window.sameVisit = true")
    deployment.publish_new_words("Second")

    tab.locator(OTHER).first.evaluate("link => link.click()")

    expect(tab).to_have_title("Second")
    assert tab.evaluate("window.sameVisit") is True


@pytest.mark.parametrize("service_workers", ["allow", "block"])
def test_calculator_that_is_gone(service_workers: str, visits: Visits, deployment: Deployment) -> None:
    """An old page whose calculator was never fetched says that it is gone, and offers the new one, numbers kept."""
    visit = visits(service_workers=service_workers)
    reading = visit.open(PAGE)
    deployment.publish_new_code("Second")

    reading.field("viewers").fill("7")

    expect(reading.tab.locator(".site-notice p")).to_have_text(GONE)
    reading.tab.get_by_role("button", name="Reload", exact=True).click()
    expect(reading.tab).to_have_title("Second")
    expect(reading.field("viewers")).to_have_value("7")
    assert calculate(reading, "777")


@pytest.mark.parametrize("seconds", [3, 10])  # the new version is there after the download, or before its end
def test_new_version_waits_for_a_download(seconds: int, visit: Visit, deployment: Deployment) -> None:
    """What is fetched through the old version's worker is fetched to its end. The new one comes after, runtime kept."""
    reading = visit.open(PAGE)
    wait_for(reading.tab, PAGE)
    (old,) = cache_names(reading.tab)
    deployment.server.delays["pyodide-"] = seconds
    reading.field("viewers").fill("7")
    expect(reading.calculator).to_have_attribute("state", "loading")
    deployment.publish_new_words("Second")

    reading.tab.evaluate(UPDATE)

    expect(reading.calculator).to_have_attribute("state", "ready")
    assert calculate(reading, "777")
    wait_for_one_cache(reading.tab, other_than=old)
    for stem in ("worker", "pyodide", "stdlib", "libraries", "calculators"):
        wait_for(reading.tab, f"assets/runtime/{stem}-")
    deployment.go_away()
    try:
        reading.tab.reload()
        assert calculate(reading, "7")
    finally:
        deployment.come_back()


def test_download_begins_anew_where_its_way_is_gone(visit: Visit, deployment: Deployment) -> None:
    """A new version that takes over in the middle of a download leaves nobody waiting for ever."""
    reading = visit.open(PAGE)
    wait_for(reading.tab, PAGE)
    deployment.server.delays["stdlib-"] = 2
    deployment.publish_new_words("Second")
    reading.tab.evaluate(UPDATE)
    reading.field("viewers").fill("7")
    reading.tab.evaluate(f"async () => ({SWITCH})(await navigator.serviceWorker.ready)")

    expect(reading.calculator).to_have_attribute("state", "ready")
    assert calculate(reading, "777")


def test_other_tabs_keep_their_version(visit: Visit, deployment: Deployment) -> None:
    """While a second tab is open, the old version's files stay; they go once a page opens with no other beside it."""
    first = used(visit)
    (old,) = cache_names(first)
    second = visit.open(PAGE)
    deployment.publish_new_code("Second")
    first.evaluate(UPDATE)
    first.get_by_role("button", name="Reload", exact=True).click()
    expect(first).to_have_title("Second")

    assert old in cache_names(second.tab)
    assert calculate(second, "7")
    second.tab.close()
    first.reload()
    wait_for_one_cache(first, other_than=old)


def test_half_a_version_is_never_installed(visit: Visit, deployment: Deployment) -> None:
    """A new version with a file that cannot be had, or with other bytes, is not taken: the old one stays whole."""
    tab = used(visit)
    (old,) = cache_names(tab)
    deployment.publish_new_code("Second")
    (script,) = (deployment.folder / "assets/javascripts").glob("main-*.js")
    good = script.read_bytes()
    script.write_bytes(good + b"/* cut or stale */")

    tab.evaluate(f"async () => {{ await ({UPDATE})().catch(() => 0); }}")
    tab.wait_for_timeout(1_000)

    assert tab.evaluate("navigator.serviceWorker.ready.then(({ waiting }) => waiting === null)")
    assert old in cache_names(tab)
    script.write_bytes(good)
    tab.evaluate(UPDATE)
    expect(tab.locator(".site-notice p")).to_have_text(NEW)


def test_kill_switch(visit: Visit, deployment: Deployment) -> None:
    """A site published without a service worker frees its readers of the one they have, and of all that it kept."""
    tab = used(visit)
    deployment.retire_the_service_worker()

    tab.reload()

    wait_for_one_cache(tab, other_than="", count=0)
    tab.reload()
    assert tab.evaluate("navigator.serviceWorker.getRegistrations().then((found) => found.length)") == 0
    assert tab.evaluate("navigator.serviceWorker.controller") is None
    assert calculate(Reading(tab), "7")


def test_caches_of_neighbours_stay(visit: Visit, deployment: Deployment) -> None:
    """All projects of one account share an origin: others' caches are neither read nor deleted."""
    tab = visit.open(PAGE).tab
    wait_for(tab, PAGE)
    tab.evaluate("caches.open('neighbour')")
    (old,) = [name for name in cache_names(tab) if name != "neighbour"]
    deployment.publish_new_code("Second")
    tab.reload()

    wait_for_one_cache(tab, other_than=old, count=2)
    assert "neighbour" in cache_names(tab)

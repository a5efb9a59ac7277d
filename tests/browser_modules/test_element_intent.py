"""<live-calculator> in Chromium: When the runtime is fetched, and what the reader is told of it."""

import pytest
from playwright.sync_api import expect

from tests.browser_modules.fixture_site import FAST_CONNECTION, HOLD_LOADING, WORKER, Open, Site

pytestmark = pytest.mark.browser

HOLD_SECONDS = """
  const start = setTimeout;
  window.seconds = [];
  window.setTimeout = (act, delay, ...rest) => (delay === 1_000 ? seconds.push(act) : start(act, delay, ...rest));
"""
"""What is to happen after a second happens when the test calls it."""


def test_nothing_of_the_runtime_is_fetched_before_intent(site: Site, open_page: Open) -> None:
    """Reading, scrolling and pressing a preset on an unknown connection cost no download."""
    page = open_page()
    page.tab.mouse.wheel(0, 400)
    page.tab.get_by_text("Working").click()
    page.tab.wait_for_timeout(1_500)
    assert WORKER not in site.asked
    expect(page.calculator).to_have_attribute("state", "idle")


def test_a_calculator_in_view_for_a_second_warms_up_on_a_fast_connection(site: Site, open_page: Open) -> None:
    """On a fast, unmetered connection Python is ready before the first key, without a word on the page."""
    page = open_page(connection=FAST_CONNECTION, before=HOLD_SECONDS)
    page.tab.wait_for_function("seconds.length === 1")
    assert WORKER not in site.asked
    page.tab.evaluate("seconds[0]()")
    expect(page.calculator).to_have_attribute("state", "ready")
    expect(page.tab.locator("[data-part=status]")).to_be_hidden()


def test_a_tab_in_the_background_warms_up_when_it_comes_to_the_front(site: Site, open_page: Open) -> None:
    """A page opened in a new tab is not seen yet; it is not given up for that."""
    hidden = "Object.defineProperty(document, 'visibilityState', { get: () => window.seen ? 'visible' : 'hidden' });"
    page = open_page(connection=FAST_CONNECTION, before=hidden)
    page.tab.wait_for_timeout(1_500)
    assert WORKER not in site.asked
    page.tab.evaluate("window.seen = true; document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.calculator).to_have_attribute("state", "ready")


def test_a_retry_that_fails_again_is_said_again(open_page: Open) -> None:
    """Who cannot see the status line hears that the second try failed too."""
    page = open_page(before=HOLD_LOADING)
    said = page.tab.locator("[data-part=announcement]")
    failure = "{ kind: 'failed', reason: 'download', message: '404' }"
    page.viewers.fill("12")
    page.say(failure)
    expect(said).to_contain_text("could not be fetched")
    page.tab.get_by_role("button", name="Try again").click()
    expect(said).not_to_contain_text("could not be fetched")
    page.tab.wait_for_function("fake.starts === 2")
    page.say(failure)
    expect(said).to_contain_text("could not be fetched")


def test_the_first_focus_starts_the_download_and_tells_its_size(open_page: Open) -> None:
    """Focus alone is intent; the megabytes are told, then counted, with a way to stop."""
    page = open_page(before=HOLD_LOADING)
    page.viewers.focus()
    expect(page.tab.locator(".runtime-message")).to_have_text("Getting the calculator ready: 3.4 MB, once.")
    expect(page.calculator).to_have_attribute("state", "loading")
    expect(page.tab.get_by_role("button", name="Stop")).to_be_visible()
    page.say("{ kind: 'progress', loaded: 1200000, total: 3400000, step: 'download' }")
    expect(page.tab.locator(".runtime-message")).to_have_text("Getting the calculator ready: 1.2 of 3.4 MB, once.")
    assert page.tab.locator("progress").evaluate("(bar) => bar.position") == pytest.approx(12 / 34)
    page.say("{ kind: 'progress', loaded: 3400000, total: 3400000, step: 'start' }")
    expect(page.tab.locator(".runtime-message")).to_have_text("Starting the calculator.")
    page.be_ready()
    expect(page.tab.locator("[data-part=status]")).to_be_hidden()
    expect(page.calculator).to_have_attribute("state", "ready")


def test_a_failed_download_says_so_keeps_everything_and_can_be_retried(open_page: Open) -> None:
    """A plain sentence; the numbers stay; a retry starts anew and answers them."""
    page = open_page(before=HOLD_LOADING)
    page.viewers.fill("12")
    page.say("{ kind: 'failed', reason: 'download', message: 'TypeError: Failed to fetch' }")
    expect(page.tab.locator(".runtime-message")).to_contain_text("could not be fetched")
    expect(page.tab.locator(".runtime-message")).not_to_contain_text("TypeError")
    expect(page.calculator).to_have_attribute("state", "failed")
    expect(page.viewers).to_have_value("12")
    expect(page.headline).to_have_text("default result")
    page.viewers.fill("123")
    page.tab.wait_for_timeout(300)
    assert page.starts == 1
    page.tab.evaluate("fake.loads = true")
    page.tab.get_by_role("button", name="Try again").click()
    expect(page.headline).to_contain_text("live viewers 123")
    assert page.starts == 2


def test_offline_is_called_by_its_name(open_page: Open) -> None:
    """A reader in a tunnel learns that it is the tunnel."""
    page = open_page()
    page.tab.route("**/worker.js", lambda route: route.abort("internetdisconnected"))
    page.tab.evaluate("Object.defineProperty(navigator, 'onLine', { value: false })")
    page.tab.evaluate("console.error = console.warn = () => {}")
    page.viewers.fill("12")
    expect(page.tab.locator(".runtime-message")).to_contain_text("offline")


def test_stopping_and_taking_it_up_again_by_keyboard(open_page: Open) -> None:
    """Stop ends the download for good; keys do not restart it; focus goes on to the button that does."""
    page = open_page(before=HOLD_LOADING)
    page.viewers.fill("12")
    page.wait_for_start()
    page.tab.get_by_role("button", name="Stop").focus()
    page.tab.keyboard.press("Enter")
    expect(page.tab.get_by_role("button", name="Try again")).to_be_focused()
    expect(page.calculator).to_have_attribute("state", "idle")
    page.viewers.fill("13")
    page.tab.wait_for_timeout(300)
    assert page.starts == 1
    page.tab.evaluate("fake.loads = true")
    page.tab.get_by_role("button", name="Try again").focus()
    page.tab.keyboard.press("Enter")
    expect(page.headline).to_contain_text("live viewers 13")
    expect(page.tab.get_by_role("button", name="Calculate")).to_be_focused()

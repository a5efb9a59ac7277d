"""<live-calculator> in Chromium: Presets, starting again, and what the device and a link keep."""

import pytest
from playwright.sync_api import expect

from tests.browser_modules.fixture_site import HOLD_REPLIES, WORKER, Open, Site

pytestmark = pytest.mark.browser


def test_a_preset_answers_without_python(site: Site, open_page: Open) -> None:
    """Its numbers fill the form, its result is there at once, and no worker is started for it."""
    page = open_page()
    page.tab.get_by_role("button", name="Big room").click()
    expect(page.headline).to_have_text("preset for 900")
    expect(page.viewers).to_have_value("900")
    expect(page.tab.get_by_label("Yes")).to_be_checked()
    expect(page.tab.get_by_role("button", name="Big room")).to_have_attribute("aria-pressed", "true")
    page.tab.get_by_role("button", name="Small room").click()
    expect(page.headline).to_have_text("preset for 20")
    expect(page.tab.get_by_label("No", exact=True)).to_be_checked()
    expect(page.tab.get_by_role("button", name="Big room")).to_have_attribute("aria-pressed", "false")
    expect(page.tab.locator("[data-part=announcement]")).to_have_text("Small room: preset announced.")
    expect(page.tab.locator(".about a")).to_have_attribute(
        "href", page.tab.url.replace("calculators/gift-earnings/", "figures/#share")
    )
    assert WORKER not in site.asked


def test_a_preset_overtakes_a_calculation_under_way(open_page: Open) -> None:
    """The answer to what was typed before must not replace the preset's; a key releases the preset."""
    page = open_page(before=HOLD_REPLIES)
    page.viewers.fill("5")
    page.wait_for_requests(1)
    page.tab.get_by_role("button", name="Small room").click()
    page.reply(0)
    page.tab.wait_for_timeout(200)
    expect(page.headline).to_have_text("preset for 20")
    page.viewers.fill("21")
    expect(page.tab.get_by_role("button", name="Small room")).to_have_attribute("aria-pressed", "false")
    page.wait_for_requests(2)
    page.reply(1)
    expect(page.headline).to_contain_text("live viewers 21")


def test_reset_goes_back_to_the_page_as_it_was_built(open_page: Open) -> None:
    """Numbers, result, hints, errors and marks are those of the built page, also after a reload."""
    page = open_page()
    page.viewers.fill("5")
    expect(page.headline).to_contain_text("live viewers 5")
    page.viewers.fill("x")
    expect(page.tab.locator("#gift-earnings-viewers-error")).to_be_visible()
    page.tab.get_by_role("button", name="Start again").click()
    expect(page.headline).to_have_text("default result")
    expect(page.viewers).to_have_value("")
    expect(page.tab.locator("#gift-earnings-viewers-hint")).to_have_text("Empty means 50.")
    expect(page.tab.locator("#gift-earnings-viewers-error")).to_be_hidden()
    expect(page.tab.locator("[data-notice]")).to_have_count(0)
    page.tab.reload()
    expect(page.viewers).to_have_value("")


def test_inputs_survive_a_reload_and_wait_for_intent(site: Site, open_page: Open) -> None:
    """The numbers are back; the result is marked as not theirs, and no download starts by itself."""
    page = open_page()
    page.viewers.fill("31")
    page.tab.get_by_label("Yes").check()
    site.asked.clear()
    page.tab.reload()
    expect(page.viewers).to_have_value("31")
    expect(page.tab.get_by_label("Yes")).to_be_checked()
    expect(page.stale_notice).to_contain_text("fetches 3.4 MB, once")
    assert WORKER not in site.asked
    page.tab.get_by_role("button", name="Calculate").click()
    expect(page.headline).to_contain_text("live viewers 31")


def test_a_preset_survives_a_reload_with_its_result(site: Site, open_page: Open) -> None:
    """What needed no Python before the reload needs none after it."""
    page = open_page()
    page.tab.get_by_role("button", name="Small room").click()
    page.tab.reload()
    expect(page.headline).to_have_text("preset for 20")
    expect(page.tab.get_by_role("button", name="Small room")).to_have_attribute("aria-pressed", "true")
    assert WORKER not in site.asked


def test_forgetting_everything_empties_device_and_form(open_page: Open) -> None:
    """One press, and neither the form nor the device knows what was typed."""
    page = open_page()
    page.viewers.fill("31")
    page.tab.get_by_role("button", name="Forget everything").click()
    expect(page.viewers).to_have_value("")
    expect(page.headline).to_have_text("default result")
    assert page.tab.evaluate("localStorage.length") == 0


def test_a_browser_without_storage_works_all_the_same(open_page: Open) -> None:
    """In-app browsers may throw on the mere look at localStorage."""
    page = open_page(before="Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });")
    page.viewers.fill("4")
    expect(page.headline).to_contain_text("live viewers 4")
    page.tab.get_by_role("button", name="Start again").click()
    expect(page.headline).to_have_text("default result")


def test_a_device_that_is_full_leaves_the_numbers_to_the_address(open_page: Open) -> None:
    """What was not kept stands in the address, from the first key on; with room again, the address is short again."""
    full = """const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (key, text) {
        if (text.length > 10 && !window.hasRoom) throw new DOMException("full", "QuotaExceededError");
        setItem.call(this, key, text);
      };"""
    page = open_page(before=full)
    page.viewers.fill("4")
    expect(page.headline).to_contain_text("live viewers 4")
    assert "i.viewers=4" in page.tab.url
    page.tab.evaluate("window.hasRoom = true")
    page.viewers.fill("5")
    expect(page.headline).to_contain_text("live viewers 5")
    assert "#" not in page.tab.url


def test_a_link_fills_the_form_and_says_what_it_could_not(open_page: Open) -> None:
    """What is known is filled in, the rest named as plain text; version and date of the link count."""
    page = open_page(
        "calculators/gift-earnings/#c=gift-earnings&v=2025.1.1&on=2025-01-01&i.viewers=64&i.gone=1&%3Cimg%3E=2"
    )
    expect(page.viewers).to_have_value("64")
    expect(page.tab.locator("[data-notice=ignored]")).to_contain_text("<img>, gone")
    expect(page.tab.locator("[data-notice=version]")).to_contain_text("2025.1.1")
    page.tab.get_by_role("button", name="Calculate").click()
    expect(page.headline).to_have_text("live viewers 64 share 50% on 2025-01-01")
    page.tab.evaluate("location.hash = '#c=gift-earnings&i.viewers=65'")
    expect(page.headline).to_have_text("live viewers 65 share 50% on 2026-11-22")

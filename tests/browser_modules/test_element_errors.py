"""<live-calculator> in Chromium: What happens to an answer that is none."""

import pytest
from playwright.sync_api import expect

from tests.browser_modules.fixture_site import HOLD_REPLIES, Open

pytestmark = pytest.mark.browser


def test_an_impossible_value_gets_its_message_and_keeps_the_last_result(open_page: Open) -> None:
    """While typing: a message at the field alone, and the last good result marked as for other numbers."""
    page = open_page()
    page.viewers.fill("5")
    expect(page.headline).to_contain_text("live viewers 5")
    page.viewers.fill("5x")
    expect(page.tab.locator("#gift-earnings-viewers-error")).to_have_text("Enter a number, for example 50.")
    expect(page.viewers).to_have_attribute("aria-invalid", "true")
    expect(page.viewers).to_have_attribute(
        "aria-describedby",
        "gift-earnings-viewers-help gift-earnings-viewers-hint gift-earnings-viewers-error",
    )
    expect(page.headline).to_contain_text("live viewers 5 ")
    expect(page.stale_notice).to_have_text("This result is for your earlier numbers.")
    expect(page.tab.locator(".result")).to_have_attribute("data-stale", "")
    expect(page.tab.locator(".error-summary")).to_be_hidden()
    expect(page.viewers).to_be_focused()
    page.viewers.fill("6")
    expect(page.tab.locator("#gift-earnings-viewers-error")).to_be_hidden()
    expect(page.viewers).not_to_have_attribute("aria-invalid", "true")
    expect(page.stale_notice).to_have_count(0)
    expect(page.headline).to_contain_text("live viewers 6")


def test_sending_an_impossible_value_leads_to_a_summary_that_leads_back(open_page: Open) -> None:
    """After Enter the focus goes to the summary; its link focuses the field and leaves the address alone."""
    page = open_page()
    page.viewers.fill("many")
    page.viewers.press("Enter")
    expect(page.tab.locator(".error-summary")).to_be_focused()
    page.tab.locator(".error-summary a").click()
    expect(page.viewers).to_be_focused()
    assert page.tab.url.endswith("/gift-earnings/")
    page.viewers.fill("8")
    expect(page.tab.locator(".error-summary")).to_be_hidden()


def test_a_file_that_fails_after_the_start_costs_a_worker_and_nothing_else(open_page: Open) -> None:
    """Without its second file the worker is of no use: "Try again" starts another, and asks it what was asked."""
    page = open_page(before=HOLD_REPLIES)
    page.viewers.fill("12")
    page.wait_for_requests(1)
    page.say("{ kind: 'failed', id: fake.requests[0].id, reason: 'download', message: 'rest: status 404' }")
    expect(page.tab.locator(".runtime-message")).to_contain_text("could not be fetched. Your numbers are kept")
    expect(page.calculator).to_have_attribute("state", "failed")
    page.tab.evaluate("fake.replies = true")
    page.tab.get_by_role("button", name="Try again").click()
    expect(page.headline).to_contain_text("live viewers 12")
    assert page.starts == 2


def test_a_calculation_that_fails_says_so_and_can_be_tried_again(open_page: Open) -> None:
    """Python's own sentence is shown; the numbers and the last result stay."""
    page = open_page()
    page.viewers.fill("crash")
    expect(page.tab.locator(".runtime-message")).to_have_text("This could not be worked out.")
    expect(page.viewers).to_have_value("crash")
    page.tab.get_by_role("button", name="Try again").click()
    page.wait_for_requests(2)
    page.viewers.fill("3")
    expect(page.headline).to_contain_text("live viewers 3")
    expect(page.tab.locator("[data-part=status]")).to_be_hidden()

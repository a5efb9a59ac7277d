"""<live-calculator> in Chromium: From a key to a result, without disturbing whoever reads."""

import pytest
from playwright.sync_api import expect

from tests.browser_modules.fixture_site import HOLD_LOADING, HOLD_REPLIES, Open

pytestmark = pytest.mark.browser


def test_typing_replaces_the_result(open_page: Open) -> None:
    """A key leads to a request of raw texts and to a new result, with hints and working links."""
    page = open_page()
    page.viewers.fill("1.5")
    expect(page.headline).to_have_text("live viewers 1.5 share 50% on 2026-11-22")
    expect(page.tab.locator("#gift-earnings-viewers-hint")).to_have_text("You said 1.5.")
    expect(page.tab.locator(".about a")).to_have_attribute(
        "href", page.tab.url.replace("calculators/gift-earnings/", "figures/#share")
    )
    expect(page.tab.locator(".result .overdue-mark")).to_be_visible()
    assert page.tab.evaluate("JSON.parse(fake.requests[0].request)") == {
        "slug": "gift-earnings",
        "inputs": {"viewers": "1.5", "agency": "no"},
        "figures": {},
        "on": "2026-11-22",
        "locale": "en",
    }


def test_what_is_typed_while_loading_is_kept_and_answered_when_ready(open_page: Open) -> None:
    """Keys before Python is there make one request, the latest; the old result is marked meanwhile."""
    page = open_page(before=HOLD_LOADING)
    page.viewers.press_sequentially("123", delay=200)
    expect(page.stale_notice).to_have_text("This result is still for the starting numbers, not for yours.")
    expect(page.headline).to_have_text("default result")
    page.be_ready()
    expect(page.headline).to_contain_text("live viewers 123")
    expect(page.stale_notice).to_have_count(0)
    assert page.requests == ["123"]


def test_a_stale_answer_is_never_shown_nor_waited_for_in_a_queue(open_page: Open) -> None:
    """While one calculation runs only the latest other is kept; the running one's answer is not shown."""
    page = open_page(before=HOLD_REPLIES)
    page.viewers.fill("1")
    page.wait_for_requests(1)
    for text in ("12", "123", "1234"):
        page.viewers.fill(text)
        page.tab.wait_for_timeout(200)
    assert page.requests == ["1"]
    page.reply(0)
    page.wait_for_requests(2)
    expect(page.headline).to_have_text("default result")
    page.reply(1)
    expect(page.headline).to_contain_text("live viewers 1234")
    assert page.requests == ["1", "1234"]


def test_enter_calculates_at_once(open_page: Open) -> None:
    """The form is never sent anywhere; Enter asks as a key does."""
    page = open_page()
    page.viewers.press("Enter")
    expect(page.headline).to_contain_text("live agency no")
    assert page.tab.url.endswith("/gift-earnings/")


def test_a_number_typed_before_the_script_ran_is_respected(open_page: Open) -> None:
    """What stands in the form at the upgrade is the reader's, and is answered as soon as Python is there."""
    # Modules run as soon as the page is parsed, so the typing has to come while it is.
    typed = """new MutationObserver((_, observer) => {
      const field = document.getElementById("gift-earnings-viewers");
      if (field) { field.value = "77"; observer.disconnect(); }
    }).observe(document, { childList: true, subtree: true });"""
    page = open_page(before=typed)
    expect(page.viewers).to_have_value("77")
    expect(page.stale_notice).to_be_visible()
    page.viewers.focus()
    expect(page.headline).to_contain_text("live viewers 77")


def test_a_figure_of_ones_own_is_sent_counted_and_taken_back(open_page: Open) -> None:
    """An override is visible, counted, and gone with one press."""
    page = open_page()
    page.tab.get_by_text("Put in figures").click()
    page.tab.get_by_label("Your share").fill("60%")
    expect(page.headline).to_contain_text("share 60%")
    expect(page.tab.locator("[data-part=override-count]")).to_have_text("1 of your own")
    page.tab.get_by_role("button", name="Use our figures again").click()
    expect(page.headline).to_contain_text("share 50%")
    expect(page.tab.locator("[data-part=override-count]")).to_be_hidden()


def test_details_focus_and_nodes_survive_a_new_result(open_page: Open) -> None:
    """What the reader opened stays open, and the focus stays on the very same element."""
    page = open_page()
    page.tab.locator(".working summary").click()
    page.tab.get_by_role("button", name="Copy").focus()
    page.tab.evaluate("window.copy = document.activeElement")
    # As from another device: the form changes while the focus is in the result.
    page.tab.evaluate("""() => {
      const field = document.getElementById("gift-earnings-viewers");
      field.value = "9";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }""")
    expect(page.headline).to_contain_text("live viewers 9")
    expect(page.tab.locator(".working p")).to_have_text("for 9")
    expect(page.tab.locator(".working p")).to_be_visible()
    expect(page.tab.get_by_role("button", name="Copy")).to_be_focused()
    assert page.tab.evaluate("window.copy === document.activeElement")


def test_an_outcome_is_announced_once_after_a_pause(open_page: Open) -> None:
    """Four keys make one announcement, of the last result."""
    page = open_page()
    page.tab.evaluate("""() => {
      window.said = [];
      const region = document.querySelector("[data-part=announcement]");
      new MutationObserver(() => said.push(region.textContent)).observe(region, { childList: true });
    }""")
    page.viewers.press_sequentially("1234", delay=50)
    expect(page.tab.locator("[data-part=announcement]")).to_have_text("Announced 1234.")
    page.tab.wait_for_timeout(1_200)
    assert page.tab.evaluate("said") == ["Announced 1234."]


def test_overdue_figures_are_marked_by_the_readers_own_date(open_page: Open) -> None:
    """A check that is past gets its visible mark, one to come does not."""
    page = open_page()
    expect(page.tab.locator("#late .overdue-mark")).to_be_visible()
    expect(page.tab.locator("#fresh .overdue-mark")).to_be_hidden()


def test_calculate_brings_the_result_into_view_on_a_phone(open_page: Open) -> None:
    """On a small screen the result starts below the button that asks for it."""
    page = open_page()
    page.tab.locator(".actions").evaluate("(actions) => actions.insertAdjacentHTML('afterend', '<br>'.repeat(60))")
    page.viewers.fill("5")
    page.tab.get_by_role("button", name="Calculate").click()
    expect(page.headline).to_contain_text("live viewers 5")
    expect(page.headline).to_be_in_viewport()

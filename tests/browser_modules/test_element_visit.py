"""<live-calculator> in Chromium: One worker for the whole visit, whoever comes and goes."""

import pytest
from playwright.sync_api import expect

from tests.browser_modules.fixture_site import HOLD_LOADING, HOLD_REPLIES, WORKER, Open, Site

pytestmark = pytest.mark.browser


def test_navigation_away_and_back_keeps_the_one_worker(site: Site, open_page: Open) -> None:
    """Across instant navigation, at any depth of address, the first page's worker answers."""
    page = open_page()
    page.viewers.fill("5")
    expect(page.headline).to_contain_text("live viewers 5")
    page.go_to("two/")
    page.tab.get_by_label("Likes").fill("2000")
    expect(page.headline).to_contain_text("live likes 2000")
    page.go_to("calculators/gift-earnings/")
    expect(page.calculator).to_have_attribute("state", "ready")
    expect(page.viewers).to_have_value("5")
    expect(page.headline).to_contain_text("live viewers 5")
    assert page.starts == 1
    assert site.asked.count(WORKER) == 1


def test_a_calculator_that_left_the_page_hears_nothing_more(open_page: Open) -> None:
    """An answer after the reader has gone changes nothing; an element put back works once, not twice."""
    page = open_page(before=HOLD_REPLIES)
    page.viewers.fill("5")
    page.wait_for_requests(1)
    page.tab.evaluate("""() => {
      window.block = document.querySelector(".calculator-block");
      window.place = block.parentNode;
      block.remove();
      fake.reply(0);
    }""")
    page.tab.wait_for_timeout(200)
    assert page.tab.evaluate("block.querySelector('.headline').textContent") == "default result"
    page.tab.evaluate("place.append(block); fake.replies = true;")
    expect(page.headline).to_contain_text("live viewers 5")
    before = len(page.requests)
    page.viewers.fill("6")
    expect(page.headline).to_contain_text("live viewers 6")
    page.tab.wait_for_timeout(200)
    assert page.requests[before:] == ["6"]


def test_a_keyboard_over_the_page_is_told_to_the_styles(open_page: Open) -> None:
    """Safari's covers the page's lower edge, where the answer sticks; the styles know by how much."""
    seen = """window.seen = Object.assign(new EventTarget(), { height: 740, offsetTop: 0, scale: 1 });
      Object.defineProperty(window, "visualViewport", { value: seen });"""
    page = open_page(before=seen)
    told = "getComputedStyle(document.documentElement).getPropertyValue('--keyboard')"
    page.tab.evaluate("seen.height = 400; seen.dispatchEvent(new Event('resize'))")
    assert page.tab.evaluate(told) == "340px"
    page.tab.evaluate("seen.height = 740; seen.dispatchEvent(new Event('resize'))")
    assert page.tab.evaluate(told) == "0px"


def test_a_page_back_from_the_cache_takes_up_what_was_open(open_page: Open) -> None:
    """It comes back as it was left: what was asked before Python was ready is asked now, and nothing twice."""
    page = open_page(before=HOLD_REPLIES)
    page.viewers.fill("5")
    page.wait_for_requests(1)
    page.tab.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    page.tab.wait_for_timeout(200)
    assert page.requests == ["5"]
    page.reply(0)
    expect(page.headline).to_contain_text("live viewers 5")
    page.tab.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    page.tab.wait_for_timeout(200)
    assert page.requests == ["5"]


def test_two_calculators_share_a_worker_and_not_their_answers(open_page: Open) -> None:
    """Each gets its own answer, and only the one that is used shows the download."""
    page = open_page("two/", before=HOLD_LOADING)
    page.tab.get_by_label("Likes").fill("7")
    expect(page.tab.locator("[data-part=status]").first).to_be_visible()
    expect(page.tab.locator("[data-part=status]").last).to_be_hidden()
    page.tab.get_by_label("Gifts").fill("8")
    page.tab.wait_for_timeout(200)
    page.be_ready()
    expect(page.tab.locator(".headline").first).to_contain_text("live likes 7")
    expect(page.tab.locator(".headline").last).to_contain_text("live count 8")
    assert page.starts == 1

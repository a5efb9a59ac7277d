"""Terms of the glossary in Chromium: hover, focus and tap show the short meaning, Escape takes it away."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.reading.conftest import PHONE, Open

pytestmark = pytest.mark.browser

MEANING = "The counter on the creator's side."


def term(tab: Page, name: str = "Diamonds") -> Locator:
    """Return a term of the home page."""
    return tab.locator("a.term").filter(has_text=name).first


def card(tab: Page) -> Locator:
    """Return the card."""
    return tab.locator("#term-card")


def test_without_scripts_a_term_is_a_link(open_page: Open) -> None:
    """It leads to its entry, and its title is the meaning."""
    tab = open_page(java_script_enabled=False)
    assert (term(tab).get_attribute("title") or "").startswith(MEANING)

    term(tab).click()

    expect(tab).to_have_url(tab.url.split("glossary")[0] + "glossary/#diamond")
    expect(tab.locator("#diamond")).to_be_in_viewport()


def test_a_pointer_may_rest_on_term_and_card(open_page: Open) -> None:
    """The card comes without moving anything, stays while the pointer is on it, and goes with the pointer."""
    tab = open_page()
    before = tab.evaluate("document.body.scrollHeight"), tab.locator("h2").first.bounding_box()

    term(tab).hover()

    expect(card(tab)).to_be_visible()
    expect(card(tab)).to_contain_text(MEANING)
    assert (tab.evaluate("document.body.scrollHeight"), tab.locator("h2").first.bounding_box()) == before
    card(tab).hover()
    tab.wait_for_timeout(600)
    expect(card(tab)).to_be_visible()
    tab.mouse.move(5, 5)
    expect(card(tab)).to_have_count(0)
    assert (term(tab).get_attribute("title") or "").startswith(MEANING)


def test_escape_takes_the_card_away(open_page: Open) -> None:
    """The pointer need not move for it, and another term shows its own card."""
    tab = open_page()
    term(tab).hover()
    expect(card(tab)).to_be_visible()

    tab.keyboard.press("Escape")

    expect(card(tab)).to_have_count(0)
    term(tab, "gifts").hover()
    expect(card(tab)).to_contain_text("animation")


def test_the_keyboard_shows_and_follows(open_page: Open) -> None:
    """Focus shows the card and names it as the term's description; it stays; Enter follows the term."""
    tab = open_page()
    term(tab, "gifts").focus()
    tab.keyboard.press("Tab")

    expect(term(tab)).to_be_focused()
    expect(card(tab)).to_contain_text(MEANING)
    expect(term(tab)).to_have_accessible_description(card(tab).inner_text())
    tab.wait_for_timeout(600)
    expect(card(tab)).to_be_visible()
    tab.keyboard.press("Escape")
    expect(card(tab)).to_have_count(0)
    expect(term(tab)).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(tab.url.split("glossary")[0].rstrip("/") + "/glossary/#diamond")


def test_a_first_tap_shows_a_second_follows(open_page: Open) -> None:
    """A finger cannot hover: the first tap shows the card, with the way to the entry in it."""
    tab = open_page(**PHONE)
    home = tab.url

    term(tab).tap()

    expect(card(tab)).to_contain_text(MEANING)
    expect(tab).to_have_url(home)
    around = card(tab).bounding_box()
    assert around
    assert around["x"] >= 0
    assert around["x"] + around["width"] <= PHONE["viewport"]["width"]
    term(tab).tap()
    expect(tab).to_have_url(home + "glossary/#diamond")


def test_a_tap_on_the_cards_link_and_beside_it(open_page: Open) -> None:
    """A tap beside the card takes it away; its link leads to the entry, without a reload."""
    tab = open_page(**PHONE)
    home = tab.url
    tab.evaluate("window.sameVisit = true")
    term(tab).tap()
    expect(card(tab)).to_be_visible()

    tab.locator("h1").first.tap()

    expect(card(tab)).to_have_count(0)
    term(tab).tap()
    card(tab).get_by_role("link").tap()
    expect(tab).to_have_url(home + "glossary/#diamond")
    assert tab.evaluate("window.sameVisit") is True
    expect(card(tab)).to_have_count(0)


def test_cards_come_after_instant_navigation_too(open_page: Open) -> None:
    """The page changes without a reload, and its terms have cards."""
    tab = open_page("glossary/")
    tab.locator(".md-nav a[href*='earn/matches']").first.evaluate("link => link.click()")
    tab.wait_for_url("**/earn/matches/")

    tab.locator("a.term").first.hover()

    expect(card(tab)).to_be_visible()

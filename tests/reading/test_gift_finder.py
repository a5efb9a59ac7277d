"""The gift finder in Chromium: it filters, sorts, says how many are left, and can be shared."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from benchmarks import gift_finder
from build_scripts.serve import SiteServer
from calculators.kit.figures import Register
from tests.reading.conftest import PHONE, Open

pytestmark = pytest.mark.browser

GIFTS = len(Register.load().topics["gift_prices"].keys)

MANY = 1_000
WATCH = """() => {
  const seen = [];
  const changes = new MutationObserver((records) => seen.push(...records));
  changes.observe(document.querySelector("gift-finder tbody"), { attributes: true, childList: true, subtree: true });
  window.touched = () => {
    const all = [...seen.splice(0), ...changes.takeRecords()];
    const moved = all.filter(({ type }) => type === "childList").length;
    return { hidden: all.length - moved, moved };
  };
}"""
"""Counts from here on what happens to the rows."""


def rows(tab: Page) -> Locator:
    """Return the rows in sight."""
    return tab.locator("gift-finder tbody tr:visible")


def names(tab: Page) -> list[str]:
    """Return the names in sight, in their order."""
    return rows(tab).locator("th").all_text_contents()  # rows out of sight are not laid out, and have no inner text


def box(tab: Page) -> Locator:
    """Return the box for a name."""
    return tab.get_by_label("Name of the gift")


def test_filters_by_name(open_page: Open) -> None:
    """Part of a name in any case and with any accent is enough; the number is shown, and said after a pause."""
    tab = open_page("gifts/")
    expect(rows(tab)).to_have_count(GIFTS)

    box(tab).fill("LÍon")

    assert names(tab) == ["Lion", "Leon and Lion"]
    expect(tab.locator("[data-part=count]")).to_have_text("2 gifts")
    expect(tab.locator("gift-finder [role=status]")).to_have_text("2 gifts")
    box(tab).fill("galax")
    expect(tab.locator("gift-finder [role=status]")).to_have_text("1 gift")


def test_filters_by_coins(open_page: Open) -> None:
    """From and to are numbers of coins, both included."""
    tab = open_page("gifts/")

    tab.get_by_label("Coins, from").fill("29,999")
    tab.get_by_label("to", exact=True).fill("30000")

    assert names(tab) == ["Lion", "Gorilla", "Sam the whale"]


def test_coins_that_are_no_number_are_said_to_be_none(open_page: Open) -> None:
    """What sets no limit is not passed over: the field says what it takes, in sight and to a screen reader."""
    tab = open_page("gifts/")
    start, sentence = tab.get_by_label("Coins, from"), tab.locator("[data-part=odd]")

    start.fill("1.5")
    expect(sentence).to_have_text("Enter coins as a whole number, such as 500, 1,500 or 2k.")
    expect(start).to_have_attribute("aria-invalid", "true")
    expect(start).to_have_accessible_description("Enter coins as a whole number, such as 500, 1,500 or 2k.")
    expect(tab.locator("gift-finder [role=status]")).to_contain_text("Enter coins as a whole number")
    expect(rows(tab)).to_have_count(GIFTS)

    start.fill("29.9k")
    expect(sentence).to_be_hidden()
    expect(start).not_to_have_attribute("aria-invalid", "true")
    assert names(tab)[0] == "Lion"


def test_the_address_of_another_page_is_left_alone(open_page: Open) -> None:
    """Under instant navigation the address may be the next page's before a filter is written into it."""
    tab = open_page("gifts/")
    tab.evaluate("""() => {
      const box = document.querySelector("gift-finder [name=q]");
      box.value = "lion";
      box.dispatchEvent(new Event("input", { bubbles: true }));
      history.pushState({}, "", "../faq/");
    }""")
    tab.wait_for_timeout(600)
    assert tab.url.endswith("/faq/")


def test_nothing_fits(open_page: Open) -> None:
    """An empty list says what to try, and gives all back."""
    tab = open_page("gifts/")
    box(tab).fill("zebra")

    expect(tab.locator("gift-finder table")).to_be_hidden()
    expect(tab.locator(".finder-empty")).to_contain_text("Try fewer letters")
    expect(tab.locator("gift-finder [role=status]")).to_have_text("No gift found")
    tab.get_by_role("button", name="Show all gifts").click()

    expect(rows(tab)).to_have_count(GIFTS)
    expect(box(tab)).to_be_focused()
    expect(box(tab)).to_have_value("")


def test_sorts_by_each_column(open_page: Open) -> None:
    """A header's button sorts, a second press turns round; the header says so, and only one does."""
    tab = open_page("gifts/")
    for name, first, last in (
        ("Gift", "Adam's Dream", "Zeus"),
        ("Web price", "Cake Slice", "TikTok Universe"),
        ("App price", "Cake Slice", "TikTok Universe"),
        ("Creator keeps", "Cake Slice", "TikTok Universe"),
        ("How sure", None, None),
        ("Coins", "Cake Slice", "TikTok Universe"),
    ):
        button = tab.get_by_role("columnheader", name=name).get_by_role("button")
        button.click()
        expect(tab.locator("gift-finder [aria-sort]")).to_have_count(1)
        expect(tab.get_by_role("columnheader", name=name)).to_have_attribute("aria-sort", "ascending")
        upwards = names(tab)
        if first:
            assert (upwards[0], upwards[-1]) == (first, last)
        button.press("Enter")
        expect(tab.get_by_role("columnheader", name=name)).to_have_attribute("aria-sort", "descending")
        assert names(tab)[0] != upwards[0]


def test_state_is_in_the_address(open_page: Open) -> None:
    """What is asked for stands in the fragment, opens again from there, and is gone with the last wish."""
    tab = open_page("gifts/")
    plain = tab.url
    box(tab).fill("rose")
    tab.get_by_role("columnheader", name="Coins").get_by_role("button").click()

    expect(tab).to_have_url(f"{plain}#q=rose&sort=-coins")
    shared = open_page("gifts/#q=rose&sort=-coins")
    assert names(shared) == names(tab) == ["Rose Bear", "Rose"]
    expect(box(shared)).to_have_value("rose")
    tab.get_by_role("button", name="Show all").click()
    tab.get_by_role("columnheader", name="Coins").get_by_role("button").click()
    expect(tab).to_have_url(plain)


def test_what_was_typed_before_the_script_ran_is_kept(open_page: Open, server: SiteServer) -> None:
    """On a slow connection the box is there before the script: what stands in it then is filtered for, and shared."""
    tab = open_page("faq/")
    held: list[Route] = []
    tab.route("**/guide-*.js", lambda route: held.append(route))  # noqa: PLW0108  Playwright marks the function that it gets
    with tab.expect_request("**/guide-*.js"):
        tab.goto(f"{server.address}gifts/#q=rose&sort=-coins", wait_until="commit")
    box(tab).fill("lion")
    assert tab.locator("gift-finder:defined").count() == 0

    for route in held:
        route.continue_()

    expect(rows(tab)).to_have_count(2)
    assert names(tab) == ["Leon and Lion", "Lion"]
    expect(box(tab)).to_have_value("lion")
    expect(tab).to_have_url(f"{server.address}gifts/#q=lion&sort=-coins")


def test_a_gift_opens_its_calculator_and_back(open_page: Open) -> None:
    """The name opens the calculator with that gift chosen; going back shows what was asked for."""
    tab = open_page("gifts/#q=lion")
    tab.evaluate("window.sameVisit = true")

    rows(tab).get_by_role("link", name="Lion", exact=True).click()

    expect(tab.locator("live-calculator [name=gift]")).to_have_value("lion")
    expect(tab.locator("live-calculator .slip-amount")).to_contain_text("$150")
    tab.go_back()
    expect(box(tab)).to_have_value("lion")
    assert names(tab) == ["Lion", "Leon and Lion"]


@pytest.mark.parametrize("width", [320, 390])
def test_fits_a_phone(width: int, open_page: Open) -> None:
    """Nothing lies beside the screen, and every control and name can be hit."""
    tab = open_page("gifts/", **{**PHONE, "viewport": {"width": width, "height": 844}})

    assert tab.evaluate("document.documentElement.scrollWidth") == width
    edges = tab.locator("gift-finder :is(td, th, input, button)").evaluate_all(
        "(all) => all.filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect().right)"
    )
    assert max(edges) <= width
    heights = tab.locator("gift-finder :is(input, button)").evaluate_all(
        "(all) => all.filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24


def test_is_a_table_without_scripts(open_page: Open) -> None:
    """Every gift with its amounts is there as plain HTML, and nothing that does not work."""
    tab = open_page("gifts/", java_script_enabled=False)

    expect(rows(tab)).to_have_count(GIFTS)
    expect(tab.locator("#lion")).to_contain_text("29,999")
    expect(tab.locator("#lion td").nth(3)).to_contain_text("$150.00")
    expect(tab.locator(".finder-form")).to_be_hidden()
    expect(tab.locator("gift-finder button:visible")).to_have_count(0)


def test_a_key_touches_no_row_that_stays(open_page: Open) -> None:
    """Of a thousand gifts only those that come or go are changed, none is moved; `benchmarks.gift_finder` times it."""
    tab = open_page("gifts/")
    gift_finder.fill_up(tab, MANY)
    expect(rows(tab)).to_have_count(MANY)
    box(tab).fill("r")
    before = rows(tab).count()
    tab.evaluate(WATCH)

    box(tab).fill("rose")

    after = rows(tab).count()
    assert 0 < after < before
    assert tab.evaluate("window.touched()") == {"hidden": before - after, "moved": 0}
    box(tab).fill("")
    expect(rows(tab)).to_have_count(MANY)
    assert tab.evaluate("window.touched()") == {"hidden": MANY - after, "moved": 0}

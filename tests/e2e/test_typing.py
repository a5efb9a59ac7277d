"""A reader types, presses and goes by keyboard; the slip follows, from the Python that the site ships."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import Reading, Visit

pytestmark = pytest.mark.browser

GIFT_EARNINGS = "calculators/gift-earnings/"

# viewers × 1 hour × 10 coins × $0.01 × 50 % × 3 LIVEs × 52 ÷ 12
AT_50 = "$32.50"
AT_200 = "$130"
AT_1000 = "$650"

FOCUSED = "document.activeElement.id || document.activeElement.dataset.example || document.activeElement.textContent"
# Links are compared by where they lead: a built one is relative, a fresh one absolute.
SHOWN = """result => [result.innerText, [...result.querySelectorAll("a")].map((link) => link.href)]"""


@pytest.fixture
def reading(visit: Visit) -> Reading:
    """Open the gift calculator."""
    return visit.open(GIFT_EARNINGS)


def test_typing_brings_a_new_result(visit: Visit, reading: Reading) -> None:
    """The first key fetches Python once, telling how much that is; then the slip follows the numbers."""
    reading.expect_amount(AT_50)

    reading.field("viewers").fill("")
    reading.field("viewers").press_sequentially("200")
    reading.expect_amount(AT_200)
    expect(reading.headline).to_have_text("$130")
    expect(reading.result.locator(".slip-sentence")).to_contain_text("200 viewers at once")
    expect(reading.result.locator(".step-numbers").first).to_have_text("200 × 60 ÷ 60 × 10")
    expect(reading.calculator).to_have_attribute("state", "ready")
    expect(reading.status).to_be_hidden()
    expect(reading.notice("stale")).to_have_count(0)

    fetched = visit.runtime_requests
    reading.field("viewers").fill("1k")
    reading.expect_amount(AT_1000)
    assert visit.runtime_requests == fetched
    assert len(fetched) == len(set(fetched))
    assert len(visit.workers) == 1


def test_download_is_told_in_megabytes(visit: Visit, reading: Reading) -> None:
    """While Python is under way the reader sees how much it is, on a bar, and can stop it; what they typed stays."""
    visit.server.delays["/stdlib-"] = 2

    reading.field("viewers").fill("200")

    expect(reading.status).to_contain_text("MB")
    expect(reading.status.locator("progress")).to_be_visible()
    expect(reading.notice("stale")).to_be_visible()
    reading.button("Stop").click()
    expect(reading.calculator).to_have_attribute("state", "idle")
    expect(reading.field("viewers")).to_have_value("200")
    reading.expect_amount(AT_50)

    visit.server.delays.clear()
    reading.button("Try again").click()
    reading.expect_amount(AT_200)


def test_a_figure_of_their_own(reading: Reading) -> None:
    """A figure typed over ours counts at once, and is counted; ours come back with one button."""
    reading.calculator.locator(".figure-overrides summary").click()
    # 50 × 1 × 10 coins × $0.02 × 50 % × 3 × 52 ÷ 12 = 65
    reading.field("figure:gifts.diamond_usd").fill("0.02")

    reading.expect_amount("$65")
    expect(reading.calculator.locator("[data-part=override-count]")).to_have_text("1 of your own")
    reading.button("Use our figures again").click()
    reading.expect_amount(AT_50)
    assert reading.typed()["figure:gifts.diamond_usd"] == ""


def test_an_impossible_value_is_refused_and_nothing_is_lost(reading: Reading) -> None:
    """The field says what to enter; the last result stays, marked as an earlier one; every field keeps its text."""
    reading.field("lives").fill("6")
    reading.field("viewers").fill("200")
    reading.expect_amount("$260")  # twice as many LIVEs

    reading.field("viewers").fill("lots")

    expect(reading.error("viewers")).to_have_text(
        "That is not a number. Enter a number from 0 to 1,000,000 viewers, for example 50."
    )
    expect(reading.field("viewers")).to_have_attribute("aria-invalid", "true")
    reading.expect_amount("$260")
    expect(reading.result).to_have_attribute("data-stale", "")
    expect(reading.notice("stale")).to_have_text("This result is for your earlier numbers.")
    assert (reading.typed()["viewers"], reading.typed()["lives"]) == ("lots", "6")

    reading.field("viewers").fill("100")
    reading.expect_amount(AT_200)  # half the viewers, twice the LIVEs
    expect(reading.error("viewers")).to_be_hidden()
    expect(reading.notice("stale")).to_have_count(0)
    expect(reading.field("viewers")).not_to_have_attribute("aria-invalid", "true")


def test_an_impossible_first_value(reading: Reading) -> None:
    """Also before any answer: the result that the page came with stays, and is said to be for other numbers."""
    reading.field("viewers").fill("-5")

    expect(reading.error("viewers")).to_contain_text("The least is 0 viewers.")
    reading.expect_amount(AT_50)
    expect(reading.notice("stale")).to_contain_text("starting numbers")


def test_examples_answer_without_python(visit: Visit, reading: Reading) -> None:
    """A preset fills the form and shows its result, and the runtime is not asked for."""
    # 200 × 2 × √(40 × 150) coins × $0.01 × 50 % × 5 × 52 ÷ 12 = 3,356.59
    reading.example("gifting-room").click()

    reading.expect_amount("$3,356.59")
    expect(reading.example("gifting-room")).to_have_attribute("aria-pressed", "true")
    assert {"viewers": "200", "minutes": "120", "lives": "5", "coins": "40 to 150"}.items() <= reading.typed().items()
    reading.example("starting").click()
    reading.expect_amount("$2.17")  # 0.25 × 2 × 52 ÷ 12 = 2.17
    assert reading.typed()["coins"] == ""
    reading.tab.wait_for_load_state("networkidle")
    assert visit.runtime_requests == []
    assert visit.workers == []


def test_an_example_is_what_python_says(reading: Reading) -> None:
    """Pressing Calculate on a preset's numbers changes nothing but that it comes from Python."""
    reading.example("regular-us").click()
    reading.expect_amount("$28.60")  # 500 coins × $0.01 × 44 % × 3 × 52 ÷ 12
    before = reading.result.evaluate(SHOWN)

    reading.button("Calculate").click()

    expect(reading.calculator).to_have_attribute("state", "ready")
    reading.field("viewers").fill("51")
    expect(reading.result.locator(".slip-sentence")).to_contain_text("51 viewers")
    reading.field("viewers").fill("50")
    expect(reading.result.locator(".slip-sentence")).to_contain_text("50 viewers")
    assert reading.result.evaluate(SHOWN) == before


def test_start_again(reading: Reading) -> None:
    """The form and the slip go back to what the page came with."""
    before = reading.result.inner_html()
    reading.field("viewers").fill("200")
    reading.expect_amount(AT_200)

    reading.button("Start again").click()

    reading.expect_amount(AT_50)
    expect(reading.field("viewers")).to_have_value("50")
    assert reading.result.inner_html() == before


def test_links_of_a_fresh_result_lead_where_built_ones_do(reading: Reading) -> None:
    """Python does not know how deep a page lies; its links end up the same, and lead to a figure's row."""
    links = "links => links.map((link) => link.href)"
    built = reading.result.locator("a").evaluate_all(links)
    reading.field("viewers").fill("200")
    reading.expect_amount(AT_200)

    assert reading.result.locator("a").evaluate_all(links) == built
    reading.result.locator(".figures-used summary").click()
    reading.result.locator("a.figure-label").first.scroll_into_view_if_needed()
    # Material notes the scroll position 100 ms after scrolling; a click before that takes the note to the next page.
    reading.tab.wait_for_timeout(500)
    reading.result.locator("a.figure-label").first.click()
    reading.tab.wait_for_url("**/do-likes-pay/figures/#*audience-coins_per_viewer_hour")
    row = reading.tab.locator("[id$='audience-coins_per_viewer_hour']")
    expect(row).to_contain_text("Coins given")
    expect(row).to_be_in_viewport()


def test_keyboard_alone(reading: Reading) -> None:
    """Tab goes through presets, fields and buttons in the order of the page; Enter calculates and follows errors."""
    keyboard = reading.tab.keyboard
    wanted = reading.calculator.locator(".calculator-form").evaluate(
        """form => [...form.querySelectorAll("button, input, select, summary")]
          .filter((control) => control.checkVisibility({ visibilityProperty: true }))
          .map((control) => control.id || control.dataset.example || control.textContent)"""
    )
    reading.example("starting").focus()
    reached = []
    for _ in wanted:
        reached.append(reading.tab.evaluate(FOCUSED))
        keyboard.press("Tab")
    assert reached == wanted

    reading.field("viewers").focus()
    keyboard.press("ControlOrMeta+A")
    keyboard.type("200")
    keyboard.press("Enter")
    reading.expect_amount(AT_200)

    keyboard.press("ControlOrMeta+A")
    keyboard.type("none")
    keyboard.press("Tab")
    keyboard.type("0")
    keyboard.press("Enter")
    expect(reading.error_summary).to_be_focused()
    expect(reading.error_summary.locator("a")).to_have_count(2)
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(reading.field("viewers")).to_be_focused()
    keyboard.press("ControlOrMeta+A")
    keyboard.type("200")
    keyboard.press("Tab")
    expect(reading.field("minutes")).to_be_focused()
    keyboard.type("60")
    keyboard.press("Enter")
    expect(reading.error_summary).to_be_hidden()
    reading.expect_amount(AT_200)


def test_a_choice_by_keyboard(reading: Reading) -> None:
    """An arrow key changes a choice, the slip, and the hint that hangs on it."""
    reading.field("region").focus()
    reading.tab.keyboard.press("ArrowDown")

    # 500 coins × $0.01 × 44 % × 3 × 52 ÷ 12 = 28.60
    reading.expect_amount("$28.60")
    expect(reading.calculator.locator("#gift-earnings-share-hint")).to_contain_text("44%")


def test_an_answer_is_announced_once(reading: Reading) -> None:
    """A screen reader hears the outcome after a pause, in a sentence, not a word for each key."""
    reading.tab.evaluate(
        """() => {
          window.announced = [];
          const region = document.querySelector("[data-part=announcement]");
          const note = () => announced.push(region.textContent);
          new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
        }"""
    )
    reading.field("viewers").fill("")
    reading.field("viewers").press_sequentially("200")

    expect(reading.calculator.locator("[data-part=announcement]")).to_contain_text("about $130 a month")
    announced = reading.tab.evaluate("announced.filter((text) => text.includes('a month'))")
    assert len(announced) == 1

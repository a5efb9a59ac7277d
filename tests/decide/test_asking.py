"""What a reader can ask beside the inputs: a target, another day, their own figures, a comparison."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.decide.conftest import Desks
from tests.decide.desk import Desk
from tests.e2e.reader import Visit

pytestmark = pytest.mark.browser


def test_a_range_typed_widens_the_likely_range(desk: Desk) -> None:
    """“5 to 20” stands for both and all between; one number again takes its doubt away."""
    sentence = desk.reading.result.locator(".range-sentence")
    desk.fill(coins="10")
    expect(sentence).to_have_count(0)

    desk.fill(coins="5 to 20")

    expect(sentence).to_contain_text("8 in 10 times between")
    expect(desk.root.locator(".form-help")).to_contain_text("5 to 20")


def test_what_it_would_take_put_back_in_gives_the_target(desk: Desk) -> None:
    """The needed value of one input, typed into that input, makes the headline the target; the chance is told."""
    desk.open_drawer("What would it take?")
    desk.field("solve").select_option("lives")
    desk.fill(target="65")
    goal = desk.part("goal")
    expect(goal.locator("h3")).to_have_text("What would it take to reach $65?")
    expect(goal.locator("[data-announce]")).to_contain_text("the chance of reaching $65 is about")
    expect(desk.root.locator("[data-part=announcement]")).to_contain_text("the chance of reaching $65")
    expect(goal.locator(".row")).to_have_count(1)

    desk.fill(lives=goal.locator("strong").inner_text().split()[0])

    # The amount to the cent: the headline in sight is rounded as its range deserves.
    expect(desk.reading.headline).to_have_attribute("value", "$65")


def test_a_target_out_of_reach_names_the_nearest(desk: Desk) -> None:
    """A share cannot pass 100 %, which is said with what 100 % would bring; any of the others may change instead."""
    desk.open_drawer("What would it take?")
    desk.fill(target="5000")

    expect(desk.part("goal").locator(".row")).to_have_count(5)
    expect(desk.part("goal")).to_contain_text(
        re.compile(r"Your share of gift value\s*not reachable\s*Now 50%\. The nearest is \$\d+, with 100%\.")
    )
    desk.button("See what it would take").click()
    expect(desk.part("goal")).to_be_in_viewport()


def test_an_error_in_the_target_stands_at_the_target(desk: Desk) -> None:
    """Also when its drawer is closed: the summary's link opens it. Start again empties it."""
    desk.open_drawer("What would it take?")
    desk.field("target").fill("lots")
    desk.open_drawer("What would it take?")
    desk.button("Calculate").click()
    expect(desk.reading.error_summary).to_be_focused()

    desk.reading.error_summary.get_by_role("link").click()

    expect(desk.field("target")).to_be_focused()
    expect(desk.reading.error("target")).to_be_visible()
    assert desk.faults() == []
    desk.button("Start again").click()
    expect(desk.field("target")).to_have_value("")
    expect(desk.reading.error("target")).to_be_hidden()


def test_another_day_shows_what_has_changed(desk: Desk) -> None:
    """Before 10 February 2025 the US share was another; both results stand there, with the figure that differs."""
    desk.field("region").select_option("us")
    desk.open_drawer("As of another day")
    desk.fill(on="2025-01-15")

    expect(desk.part("today").locator("h3")).to_have_text("With the figures of 15 Jan 2025")
    expect(desk.part("today")).to_contain_text("Then: $32.50. With the figures of 22 Nov 2026: $28.60.")
    expect(desk.part("today")).to_contain_text("15 Jan 2025: 50% → 22 Nov 2026: 44%")
    expect(desk.part("today").locator(".row")).not_to_have_count(0)
    expect(desk.reading.result.locator(".slip-foot")).to_contain_text("15 Jan 2025")
    desk.button("Start again").click()
    expect(desk.field("on")).to_have_value("")
    expect(desk.part("today")).to_have_count(0)


def test_a_day_before_the_figures_is_refused_at_its_field(desk: Desk) -> None:
    """No figure is guessed for a day that none is known for."""
    desk.open_drawer("As of another day")
    desk.field("on").fill("2010-01-01")

    expect(desk.reading.error("on")).to_contain_text("Enter that day or a later one")
    expect(desk.field("on")).to_have_attribute("aria-invalid", "true")


def test_own_figures_are_counted_and_gone_by_one_tap(desk: Desk) -> None:
    """The drawer says how many, also when it is closed; one button outside of it takes all back."""
    before = desk.reading.headline.inner_text()
    desk.open_drawer("Put in figures from your own app")
    expect(desk.button("Use our figures again")).to_be_hidden()
    desk.field("figure:gifts.diamond_usd").fill("0.006")
    desk.fill(**{"figure:gifts.diamonds_per_coin": "2"})
    expect(desk.root.locator("[data-part=override-count]")).to_have_text("2 of your own")
    expect(desk.reading.result.locator(".figure.is-yours")).to_have_count(2)
    desk.open_drawer("Put in figures from your own app")

    desk.button("Use our figures again").click()
    desk.settle()

    expect(desk.reading.headline).to_have_text(before)
    expect(desk.root.locator("[data-part=override-count]")).to_be_hidden()


def test_a_figure_leads_to_the_field_for_ones_own(desk: Desk) -> None:
    """From its date, grade and source to where it is replaced, by key, also in a closed drawer; the address stays."""
    desk.open_drawer("Figures used")
    for label, name in (("Diamonds credited", "figure:gifts.diamonds_per_coin"), ("Coins given", "coins")):
        figure = desk.reading.result.locator("li.figure", has_text=label)
        expect(figure).to_contain_text(re.compile(r"Grade [BC]\s+in force since .*\s+checked"))
        expect(figure.locator(".figure-sources a").first).to_be_visible()
        figure.get_by_role("link", name="Put in your own").press("Enter")
        expect(desk.field(name)).to_be_focused()
        expect(desk.field(name)).to_be_in_viewport()
    assert "#" not in desk.reading.tab.url


def test_a_pin_taken_cold_starts_python_and_then_stands(desk: Desk) -> None:
    """Nothing was fetched before; the tap says that it has started, and keeps its word."""
    assert desk.visit.runtime_requests == []

    desk.button("Pin this").click()

    expect(desk.said).to_contain_text("Pinned.")
    expect(desk.button("Unpin")).to_be_focused()
    expect(desk.part("pinned")).to_contain_text("Both are the same so far")


def test_pinned_and_now_side_by_side_with_what_makes_the_difference(desk: Desk) -> None:
    """Both headlines, and each input that differs with its part; unpinned, all of it goes."""
    desk.button("Pin this").click()
    expect(desk.said).to_contain_text("Pinned.")

    desk.fill(viewers="100", lives="6")

    sides = desk.part("pinned").locator(".side-amount")
    expect(sides).to_have_text(["$33", "$130"])
    expect(desk.part("pinned").locator(".row")).to_have_count(2)
    expect(desk.part("pinned")).to_contain_text("50 viewers → Now: 100 viewers")
    words = "The difference is +$97.50. Most of that: average viewers at once"
    expect(desk.part("pinned")).to_contain_text(words)
    expect(desk.root.locator("[data-part=announcement]")).to_contain_text(words)
    desk.button("Unpin").click()
    expect(desk.part("pinned")).to_have_count(0)
    expect(desk.button("Pin this")).to_be_focused()


def test_a_preset_answers_at_once_and_is_then_compared(desk: Desk) -> None:
    """A preset beside a pin: its own result first, the comparison as soon as Python has it."""
    desk.button("Pin this").click()
    expect(desk.said).to_contain_text("Pinned.")

    desk.root.locator("button[data-example]").first.click()

    expect(desk.part("pinned").locator(".side-amount").first).to_have_text("$33")
    expect(desk.part("pinned").locator(".side-amount").last).to_have_text(desk.reading.headline.inner_text())
    expect(desk.root.locator("button[data-example]").first).to_have_attribute("aria-pressed", "true")


def test_wrong_numbers_are_not_pinned(desk: Desk) -> None:
    """They would make every later comparison an error; the form says what is wrong instead."""
    desk.field("viewers").fill("many")
    desk.button("Pin this").click()

    expect(desk.reading.error_summary).to_be_focused()
    expect(desk.said).to_contain_text("The form says why")
    expect(desk.button("Pin this")).to_be_visible()


def test_all_at_once_on_a_narrow_phone(desks: Desks) -> None:
    """Pinned, a target and another day on 320 pixels: nothing is cut off, nothing is small, axe finds nothing."""
    desk = desks(viewport={"width": 320, "height": 640})
    desk.button("Pin this").click()
    expect(desk.said).to_contain_text("Pinned.")
    desk.open_drawer("What would it take?")
    desk.open_drawer("As of another day")
    desk.fill(viewers="120", target="500", on="2025-01-15")
    for drawer in ("Take away", "Save"):
        desk.button(drawer).first.click()
        width = desk.reading.tab.evaluate("document.documentElement.scrollWidth")
        assert width == 320

        assert desk.faults() == []

        small = desk.root.locator("button:visible, .drawer summary:visible").evaluate_all(
            "all => all.filter(one => one.getBoundingClientRect().height < 43.9).map(one => one.textContent)"
        )
        assert small == []


def test_without_javascript_there_are_no_dead_controls(visits: Callable[..., Visit]) -> None:
    """What only a script can do is not shown without one."""
    visit = visits(java_script_enabled=False)
    reading = visit.open("calculators/gift-earnings/")

    for selector in (".tools", ".tool-row", ".decide", ".as-of", ".actions", "[data-action=reset-figures]"):
        for element in reading.tab.locator(f"live-calculator {selector}").all():
            expect(element).to_be_hidden()

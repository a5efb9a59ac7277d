"""The reader's own currency, and numbers that may mean two things, in the built site with the Python readers get."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.decide.conftest import Desks
from tests.decide.desk import Desk

pytestmark = pytest.mark.browser

NO_SHARE = "Object.defineProperty(Navigator.prototype, 'share', { value: undefined }); undefined;"
SETTINGS = "Currency, and how you write numbers"


def test_a_result_in_pounds_names_its_rate_in_all_its_parts(desk: Desk) -> None:
    """$130 ÷ 1.32 = £98.48, in the slip, the range, the bars, the chart, the target and the pinned comparison."""
    desk.fill(viewers="200", coins="10", share="40% to 60%")
    desk.button("Pin this").click()
    desk.open_drawer(SETTINGS)
    desk.fill(currency="GBP")
    desk.open_drawer("What would it take?")
    desk.fill(target="200")

    expect(desk.reading.headline).to_have_attribute("value", re.compile(r"^£9\d\.\d\d$"))
    expect(desk.reading.result.locator(".slip-foot")).to_contain_text("£0.75758")
    expect(desk.reading.result.locator(".slip-foot")).to_contain_text("in force since 1 Jan 2025")
    expect(desk.part("goal").locator("h3")).to_have_text("What would it take to reach £200?")
    for part in (".slip-body", ".drivers", ".goal", ".pinned"):
        text = desk.reading.result.locator(part).inner_text()
        assert "£" in text, part
        assert "$" not in text, part
    expect(desk.root.locator("[data-field=target] .field-hint")).to_have_text("In GBP.")
    expect(desk.root.locator("[data-field=exchange] .field-hint")).to_contain_text("Leave empty to use £0.75758")
    assert desk.faults() == []


def test_a_currency_without_a_rate_asks_for_one(desk: Desk) -> None:
    """None is guessed: the question stands at the rate's field, and the answer is used and named as the reader's."""
    desk.open_drawer(SETTINGS)
    desk.field("currency").fill("EUR")
    expect(desk.reading.error("exchange")).to_have_text(
        "We have no dated rate for EUR. Enter what one US dollar is in EUR."
    )

    desk.fill(exchange="0.92", viewers="200", coins="10", share="50")

    desk.reading.expect_amount("€119.60")
    expect(desk.reading.result.locator(".slip-foot")).to_contain_text("your own rate")


def test_a_link_carries_currency_rate_and_notation(desks: Desks) -> None:
    """Link → state → link, whoever opens it; the reader's own preference does not change what a link shows."""
    sender = desks()
    sender.visit.context.add_init_script(NO_SHARE)
    sender.reading.tab.reload()
    sender.open_drawer(SETTINGS)
    sender.field("locale").select_option("de")
    sender.fill(currency="EUR", exchange="0,92", viewers="1.500", coins="10", share="50")
    sender.reading.expect_amount("€897")  # 1,500 × 10 × $0.01 × 50 % × 3 × 52 ÷ 12 = $975
    link = sender.shared_link()

    reader = desks("#" + link.partition("#")[2])
    reader.visit.context.add_init_script(NO_SHARE)
    reader.reading.tab.reload()
    assert reader.reading.typed() == sender.reading.typed()
    reader.button("Calculate").click()
    reader.settle()

    reader.reading.expect_amount("€897")
    assert reader.shared_link() == link


def test_the_choice_is_remembered_in_every_calculator_until_start_again(desks: Desks) -> None:
    """Chosen in one calculator, it stands in the next, with its result still in dollars until Python has answered."""
    desk = desks()
    desk.open_drawer(SETTINGS)
    desk.fill(currency="GBP")

    other = Desk.at(desk.visit, "gift-value")
    expect(other.field("currency")).to_have_value("GBP")
    other.button("Calculate").click()
    other.settle()
    expect(other.reading.headline).to_contain_text("£")
    other.root.locator("button[data-example]").last.click()
    other.settle()
    expect(other.reading.headline).to_contain_text("£")
    other.button("Start again").click()
    expect(other.reading.headline).to_contain_text("$")

    third = Desk.at(desk.visit, "like-value")
    expect(third.field("currency")).to_have_value("")


def test_a_number_with_two_readings_is_asked_about_and_one_press_answers(desk: Desk) -> None:
    """By keyboard: the question names both, a press writes the one that was meant, and the focus is in the field."""
    desk.field("viewers").fill("1.500")
    expect(desk.reading.error("viewers")).to_have_text("Do you mean 1,500 or 1.500?")
    offers = desk.root.get_by_role("group", name="Do you mean 1,500 or 1.500?")
    assert offers.get_by_role("button").all_inner_texts() == ["1,500", "1.500"]
    assert desk.faults() == []

    desk.reading.tab.keyboard.press("Tab")
    expect(offers.get_by_role("button", name="1,500")).to_be_focused()
    desk.reading.tab.keyboard.press("Enter")

    expect(desk.field("viewers")).to_have_value("1,500")
    expect(desk.field("viewers")).to_be_focused()
    desk.settle()
    expect(desk.reading.error("viewers")).to_be_hidden()
    expect(offers).to_have_count(0)
    desk.field("viewers").fill("1.500")
    desk.root.get_by_role("group", name="Do you mean").get_by_role("button", name="1.500").click()
    expect(desk.field("viewers")).to_have_value("1.5000")
    desk.settle()
    expect(desk.reading.result.locator(".slip-sentence")).to_contain_text("1.5 viewers")


def test_the_chosen_notation_decides(desk: Desk) -> None:
    """Whoever writes 1.234,5 is understood so, is answered so, and is asked about 1,500 instead."""
    desk.open_drawer(SETTINGS)
    desk.field("locale").select_option("de")
    desk.fill(viewers="1.500", coins="10", share="50")
    desk.reading.expect_amount("$975")
    expect(desk.reading.result.locator(".slip-sentence")).to_contain_text("1.500 viewers")

    desk.field("viewers").fill("1,500")

    expect(desk.reading.error("viewers")).to_have_text("Do you mean 1.500 or 1,500?")


def test_a_framed_calculator_has_it_too(desks: Desks) -> None:
    """The frame on another site shows the same form: in pounds there as well, by its link or by hand."""
    visit = desks().visit
    reading = visit.open("embed/gift-earnings/#c=gift-earnings&cur=GBP&i.viewers=200&i.coins=10&i.share=50")
    framed = Desk(visit, reading)
    framed.button("Calculate").click()
    framed.settle()

    reading.expect_amount("£98.48")

"""With JavaScript off a page still answers: the default result, how it came about, and the worked examples."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from calculators import registry
from tests.e2e.conftest import Visits

pytestmark = pytest.mark.browser


def test_calculators_are_readable(visits: Visits) -> None:
    """Every calculator's page shows amount, sentence, working, charts and examples; and no button that does nothing."""
    visit = visits(java_script_enabled=False)
    tab = visit.open("").tab
    for slug, calculator in registry().items():
        tab.goto(f"{visit.server.address}calculators/{slug}/")
        block = tab.locator(".calculator-block").first

        expect(block.locator("[data-part=result] .amount")).to_be_visible()
        expect(block.locator(".slip-sentence")).to_be_visible()
        expect(block.locator(".lines .line").first).to_be_visible()
        expect(block.locator(".working .step").first).to_be_visible()
        expect(block.locator(".notice", has_text="These fields need JavaScript")).to_be_visible()
        for drawing in block.locator("[data-part=result] svg").all():
            expect(drawing).to_be_visible()
        for button in block.locator("button").all():
            expect(button).to_be_hidden()
        block.locator("summary", has_text="Worked examples").click()
        expect(block.locator(".examples tbody tr")).to_have_count(len(calculator.examples))
        expect(block.locator(".examples tbody tr").first).to_be_visible()


def test_range_and_sources_of_an_uncertain_result(visits: Visits) -> None:
    """The likely range stands in words and in dots, and every figure used has its date and its sources."""
    visit = visits(java_script_enabled=False)
    result = visit.open("calculators/gift-earnings/").result

    expect(result.locator(".range-sentence")).to_have_text("8 in 10 times between $7 and $98.")
    expect(result.locator(".chart--range circle")).to_have_count(20)
    result.locator("summary", has_text="Figures used").click()
    for figure in result.locator("li.figure").all():
        expect(figure).to_contain_text("checked")
        expect(figure.locator(".figure-sources a").first).to_be_visible()


def test_pages_link_to_each_other(visits: Visits) -> None:
    """A link is an ordinary link."""
    visit = visits(java_script_enabled=False)
    tab = visit.open("").tab

    tab.get_by_role("main").get_by_role("link", name="LIVE gift earnings").first.click()

    tab.wait_for_url("**/do-likes-pay/calculators/gift-earnings/")
    expect(tab.get_by_role("heading", level=1)).to_contain_text("LIVE gift earnings")

"""Every page on paper: all of its text, nothing cut off, nothing that only a screen can do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_scripts.post_build import html_page
from tests.e2e.conftest import Visits
from tests.e2e.reader import Visit

pytestmark = pytest.mark.browser

A4 = {"width": 672, "height": 1000}
"""What is between the margins of a sheet, in CSS pixels: 210 less twice 16 millimetres."""

BEFORE_PRINT = "dispatchEvent(new Event('beforeprint'))"
AFTER_PRINT = "dispatchEvent(new Event('afterprint'))"

UNFIT = """() => {
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const named = (one) => `${one.tagName.toLowerCase()}.${one.className?.baseVal ?? one.className}`;
  const all = [...document.querySelectorAll("body *")].filter(isShown);
  const hasWords = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const hidden = (one) => one.closest(".visually-hidden, svg");
  const sticks = all.filter((one) => ["fixed", "sticky"].includes(getComputedStyle(one).position));
  // A heading of a column that sorts it is a heading on paper.
  const controls = all.filter((one) => one.matches("button:not(th *), [type=submit], [type=reset], .tools, progress"));
  const wide = all.filter((one) => hasWords(one) && !hidden(one) && one.getBoundingClientRect().right > innerWidth + 1);
  const cut = all.filter((one) => !hidden(one) && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 &&
    getComputedStyle(one).overflowX !== "visible" && !one.matches("input, select"));
  const closed = all.filter((one) => one.matches("details:not([open])"));
  return Object.entries({ sticks, controls, wide, cut, closed })
    .flatMap(([what, ones]) => ones.map((one) => `${what}: ${named(one)}`));
}"""

SPOIL = """() => {
  const added = "<details><summary>More</summary>x</details><button>b</button><p id=far>far out</p><p id=bar>bar</p>";
  document.querySelector("article").insertAdjacentHTML("beforeend", added);
  far.style = "width: 4000px; text-align: right";
  bar.style = "position: sticky";
}"""


def put_on_paper(tab: Page) -> None:
    """Make the tab what a printer would get: a sheet's width, print's styles, all that can be opened open."""
    tab.set_viewport_size(A4)  # type: ignore[arg-type]
    tab.emulate_media(media="print")
    tab.evaluate(BEFORE_PRINT)


def pages_of(pdf: bytes) -> int:
    """Return how many pages a PDF of Chromium's has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def test_every_page_fits_on_paper(visits: Visits, site: Path) -> None:
    """No bar that sticks, no control, no drawer left closed, no word beyond the edge, nothing cut by a box."""
    visit = visits()
    tab = visit.open("").tab
    put_on_paper(tab)
    unfit = {}
    for page in html_page.pages(site):
        if page.address.startswith("embed/"):
            continue
        tab.goto(visit.server.address + page.address.removesuffix("index.html"))
        tab.evaluate(BEFORE_PRINT)
        unfit[page.address] = sorted(set(tab.evaluate(UNFIT)))

    assert {page: found for page, found in unfit.items() if found} == {}


def test_what_does_not_fit_would_be_found(visit: Visit) -> None:
    """The test above can fail."""
    tab = visit.open("myths/").tab
    put_on_paper(tab)
    tab.evaluate(SPOIL)

    assert {found.partition(":")[0] for found in tab.evaluate(UNFIT)} >= {"sticks", "wide", "closed", "controls"}


def test_dark_readers_print_on_white(visits: Visits) -> None:
    """The colours of the dark scheme stay on the screen: paper has dark text, and parts of pictures differ."""
    tab = visits(color_scheme="dark").open("how-live-money-works/").tab
    put_on_paper(tab)

    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert tab.locator("h1").evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
    fills = [
        tab.locator(f".picture-part--{kind}").first.evaluate("one => getComputedStyle(one).fill")
        for kind in ("creator", "tiktok", "store", "whole")
    ]
    assert len(set(fills)) == len(fills)


def test_a_picture_is_printed_with_its_table(visit: Visit) -> None:
    """On paper nothing can be opened, so the table stands below its picture; on the screen it is closed again after."""
    tab = visit.open("earn/gifts/").tab
    table = tab.locator(".picture--gift-shape table")
    expect(table).to_be_hidden()
    put_on_paper(tab)
    expect(table).to_be_visible()

    tab.emulate_media(media="screen")
    tab.evaluate(AFTER_PRINT)

    expect(table).to_be_hidden()


def test_addresses_of_sources_are_printed(visit: Visit) -> None:
    """A link out of the site is of no use on paper without its address."""
    tab = visit.open("sources/").tab
    put_on_paper(tab)

    links = tab.locator('.source-title a[href^="http"]')
    told = links.evaluate_all(
        "all => all.filter(one => getComputedStyle(one, '::after').content.includes(one.getAttribute('href'))).length"
    )
    assert told == links.count() > 100


def test_a_result_of_other_numbers_says_so_on_paper(visit: Visit) -> None:
    """Where Python cannot be fetched the slip is for the starting numbers; printed, it must not pass for others."""
    visit.may_complain = True
    visit.server.failing.add("/assets/runtime/")
    reading = visit.open("calculators/gift-earnings/")
    reading.field("viewers").fill("77")
    expect(reading.tab.locator("[data-notice=stale]")).to_contain_text("not for yours")

    put_on_paper(reading.tab)

    expect(reading.tab.locator("[data-notice=stale]")).to_be_visible()


@pytest.mark.parametrize(("path", "most"), [("calculators/gift-earnings/", 7), ("how-live-money-works/", 7)])
def test_a_page_as_pdf(path: str, most: int, visit: Visit) -> None:
    """Chromium prints a calculator with its working, and a guide page, on a few sheets."""
    tab = visit.open(path).tab
    pdf = tab.pdf(format="A4", prefer_css_page_size=True)

    assert pdf.startswith(b"%PDF")
    assert 2 <= pages_of(pdf) <= most

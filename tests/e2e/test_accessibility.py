"""Accessibility as far as a machine can tell: axe finds nothing (WCAG 2.2 A and AA), and small screens suffice."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_scripts import project
from build_scripts.post_build import html_page
from tests.e2e.conftest import Visits
from tests.e2e.reader import RUNTIME, Visit

pytestmark = pytest.mark.browser

AXE = project.ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 800}}
PAGE_TYPES = [
    "",
    "how-live-money-works/",
    "calculators/gift-earnings/",
    "calculators/gift-value/",
    "calculators/coins-diamonds-cash/",
    "how-we-calculate/",
    "figures/",
    "sources/",
    "gifts/",
    "glossary/",
    "about/decisions/0002-two-site-builders/",
    "404.html",
]

# Axe passes over what is hidden, so everything that can be opened is open.
OPEN_ALL = "document.querySelectorAll('details').forEach((box) => { box.open = true; })"
RUN_AXE = """async (tags) => {
  const asked = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] };
  const { violations } = await axe.run(document, asked);
  const line = (id, { target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`;
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => line(id, node)));
}"""


def violations(tab: Page) -> list[str]:
    """Return what axe finds on a page as it stands."""
    if not tab.evaluate("typeof axe === 'object'"):
        tab.add_script_tag(path=AXE)
    found: list[str] = tab.evaluate(RUN_AXE, TAGS)
    return found


@pytest.fixture(params=["light", "dark"])
def reader(request: pytest.FixtureRequest, visits: Visits) -> Visit:
    """Begin a visit in light or in dark; only axe's own script needs the page's policy out of its way."""
    return visits(color_scheme=request.param, reduced_motion="reduce", bypass_csp=True)


@pytest.mark.parametrize("path", PAGE_TYPES)
def test_axe_finds_nothing(path: str, reader: Visit) -> None:
    """Each type of page, with everything opened, on a phone and at a desk."""
    tab = reader.open(path).tab
    tab.evaluate(OPEN_ALL)
    found = {}
    for name, size in SIZES.items():
        tab.set_viewport_size(size)
        found[name] = violations(tab)

    assert found == {name: [] for name in SIZES}


def test_axe_finds_nothing_in_a_refusal_or_a_failure(reader: Visit) -> None:
    """A refused form with its summary, a fresh result marked as earlier, and a failed download."""
    reader.may_complain = True
    reader.server.failing.add(RUNTIME)
    reading = reader.open("calculators/gift-earnings/")
    reading.field("viewers").fill("lots")
    expect(reading.status).to_contain_text("could not be fetched")
    failed = violations(reading.tab)
    reader.server.failing.clear()
    reading.button("Try again").click()
    expect(reading.error("viewers")).to_be_visible()
    reading.button("Calculate").click()
    expect(reading.error_summary).to_be_focused()
    refused = violations(reading.tab)

    assert (failed, refused) == ([], [])


def test_axe_can_find_something(reader: Visit) -> None:
    """The tests above can fail: pale text and a field without a name are found."""
    tab = reader.open("how-we-calculate/").tab
    tab.evaluate(
        "document.querySelector('article').insertAdjacentHTML('beforeend', "
        "'<p id=pale>pale</p><input>'); document.getElementById('pale').style = 'color: #777; background: #888'"
    )

    assert {line.partition(":")[0] for line in violations(tab)} == {"color-contrast", "label"}


def test_no_page_scrolls_sideways_on_the_smallest_phone(visits: Visits, site: Path) -> None:
    """320 pixels are enough for every page, with everything opened (WCAG 1.4.10)."""
    visit = visits(viewport={"width": 320, "height": 640})
    tab = visit.open("").tab
    widths = {}
    for page in html_page.pages(site):
        tab.goto(visit.server.address + page.address.removesuffix("index.html"))
        tab.evaluate(OPEN_ALL)
        widths[page.address] = tab.evaluate("document.scrollingElement.scrollWidth")

    assert {page: width for page, width in widths.items() if width > 320} == {}

"""Targets for a thumb: WCAG 2.2's least size everywhere, 44 pixels for what the page is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.post_build import html_page
from tests.e2e.conftest import Visits
from tests.e2e.reader import Visit
from tests.e2e.test_accessibility import AXE, OPEN_ALL, PAGE_TYPES, SIZES

pytestmark = pytest.mark.browser

MAIN = "live-calculator :is(button, summary, .affix, .option label), .picture summary, .md-header__button"
"""What a reader on a phone uses most."""

SMALL = """([selector, least]) => [...document.querySelectorAll(selector)]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length)
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (box.width < least - .1 || box.height < least - .1))
  .map(([one, box]) => `${one.tagName}.${one.className} ${Math.round(box.width)}x${Math.round(box.height)}`)
"""
TARGET_SIZE = """async () => {
  const { violations } = await axe.run(document, { runOnly: { type: "rule", values: ["target-size"] } });
  return violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(" ")));
}"""

SPOIL = """() => {
  const added = "<button id=a>a</button><button id=b>b</button>";
  document.querySelector("live-calculator").insertAdjacentHTML("afterbegin", added);
  for (const one of [a, b]) one.style = "all: unset; width: 9px; height: 9px; font-size: 8px";
}"""


def opened(visit: Visit, address: str) -> None:
    """Go to a page and open all that can be opened."""
    tab = visit.context.pages[-1]
    tab.goto(visit.server.address + address.removesuffix("index.html"))
    tab.evaluate(OPEN_ALL)


def test_every_target_can_be_hit(visits: Visits) -> None:
    """On a phone no target is smaller than 24 by 24 pixels, unless it has that much room or is a link in a sentence.

    On each type of page: axe looks at every pair of targets, which takes long.
    """
    visit = visits(viewport=SIZES["phone"], bypass_csp=True)
    visit.open("")
    found = {}
    for path in [*PAGE_TYPES, "earn/gifts/", "faq/"]:
        opened(visit, path)
        tab = visit.context.pages[-1]
        tab.add_script_tag(path=AXE)
        found[path] = tab.evaluate(TARGET_SIZE)

    assert {page: targets for page, targets in found.items() if targets} == {}


def test_main_controls_are_large(visits: Visits, site: Path) -> None:
    """Buttons, drawers, fields and the header's symbols are 44 by 44 pixels or more, on every page."""
    visit = visits(viewport=SIZES["phone"])
    visit.open("")
    found = {}
    for page in html_page.pages(site):
        opened(visit, page.address)
        found[page.address] = visit.context.pages[-1].evaluate(SMALL, [MAIN, 44])

    assert {page: small for page, small in found.items() if small} == {}


def test_small_targets_would_be_found(visits: Visits) -> None:
    """The tests above can fail."""
    visit = visits(viewport=SIZES["phone"], bypass_csp=True)
    tab = visit.open("").tab
    tab.add_script_tag(path=AXE)
    tab.evaluate(SPOIL)

    assert len(tab.evaluate(TARGET_SIZE)) == 2
    assert len(tab.evaluate(SMALL, [MAIN, 44])) == 2

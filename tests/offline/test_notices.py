"""The line above the content: it tells all that holds, one at a time, and covers nothing that a reader moves to."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.reader import Visit
from tests.e2e.test_accessibility import SIZES
from tests.offline.conftest import Visits
from tests.offline.deployment import Deployment
from tests.offline.keeping import wait_for
from tests.offline.test_deploys import NEW, UPDATE
from tests.offline.test_offline import OFFLINE, PAGE

pytestmark = pytest.mark.browser

FOCUSED = """() => {
  const [one, notice] = [document.activeElement, document.querySelector(".site-notice")];
  if (one === document.body || one.closest(".site-notice, .md-header")) return null;
  // A radio button is drawn by its label, and is itself a point.
  const { top, bottom, height } = (one.labels?.[0] ?? one).getBoundingClientRect();
  return { what: one.outerHTML.slice(0, 80), top, bottom, height, edge: notice.getBoundingClientRect().bottom };
}"""
STEPS = 60
THUMB = 44  # pixels


def told_of_new_version(visit: Visit, deployment: Deployment) -> Page:
    """Open a page, deploy another version, and return the tab once it tells of that."""
    tab = visit.open(PAGE).tab
    wait_for(tab, PAGE)
    expect(tab.locator(".site-notice[role=status]")).to_be_empty()
    deployment.publish_new_code("Second")
    tab.evaluate(UPDATE)
    expect(tab.locator(".site-notice p")).to_have_text(NEW)
    return tab


def test_a_tunnel_does_not_take_the_new_version_away(visit: Visit, deployment: Deployment) -> None:
    """Offline for a moment, the reader is told so; then the new version is offered again, with its button."""
    tab = told_of_new_version(visit, deployment)

    visit.context.set_offline(True)
    expect(tab.locator(".site-notice p")).to_have_text(OFFLINE)
    visit.context.set_offline(False)

    expect(tab.locator(".site-notice p")).to_have_text(NEW)
    tab.get_by_role("button", name="Reload", exact=True).click()
    expect(tab).to_have_title("Second")


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_the_notice_covers_nothing_in_focus(size: str, visits: Visits, deployment: Deployment) -> None:
    """Moving backwards by keyboard, each element comes to stand below it; its button is large enough for a thumb."""
    tab = told_of_new_version(visits(viewport=SIZES[size]), deployment)
    button = tab.get_by_role("button", name="Reload", exact=True).bounding_box()
    assert button
    assert button["height"] >= THUMB

    tab.locator(".md-footer a").last.focus()
    covered = []
    for _ in range(STEPS):
        tab.keyboard.press("Shift+Tab")
        found = tab.evaluate(FOCUSED)
        if found and found["height"] and found["top"] < found["edge"] - 1:
            covered.append(found)
    assert covered == []


def test_a_low_screen_is_left_to_the_page(visits: Visits, deployment: Deployment) -> None:
    """On a phone on its side the line goes away with the page that it stands above."""
    tab = told_of_new_version(visits(viewport={"width": 740, "height": 360}), deployment)
    assert tab.locator(".site-notice").evaluate("one => getComputedStyle(one).position") == "static"

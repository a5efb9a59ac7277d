"""A calculator in a frame on somebody else's page, by the snippet that its page offers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from build_scripts import project
from build_scripts.serve import SiteServer
from tests.decide.conftest import Desks
from tests.e2e.reader import Visit

pytestmark = pytest.mark.browser

OUTER = (
    "<!doctype html><html lang='en'><meta charset='utf-8'><title>A blog</title><h1>My LIVEs</h1>{}<p>Below</p></html>"
)


def test_the_snippet_shows_the_calculator_at_its_full_height(desks: Desks, tmp_path: Path) -> None:
    """Another origin embeds it by the copied snippet: it works there, grows and shrinks, and links to the full page."""
    desk = desks()
    desk.reading.tab.locator("summary", has_text="Put this on your own site").click()
    desk.reading.tab.get_by_role("button", name="Copy", exact=True).click()
    expect(desk.reading.tab.get_by_role("button", name="Copied")).to_be_visible()
    expect(desk.reading.tab.locator(".embed-code [role=status]")).to_have_text("Copied")
    snippet: str = desk.reading.tab.evaluate("navigator.clipboard.readText()")
    assert f'src="{project.site_url()}embed/gift-earnings/"' in snippet
    here = snippet.replace(project.site_url(), desk.visit.server.address)
    (tmp_path / "index.html").write_text(OUTER.format(here), "utf-8")

    with SiteServer(tmp_path) as outer:
        tab = desk.visit.context.new_page()
        tab.goto(outer.address)
        frame = tab.frame_locator("iframe")
        calculator = frame.locator("live-calculator")
        expect(calculator).to_be_visible()
        box = tab.locator("iframe")
        expect(box).not_to_have_css("height", "1200px")
        first = box.bounding_box()
        inner = frame.locator("body").evaluate("body => body.getBoundingClientRect().height")
        assert first
        assert abs(first["height"] - inner) < 2

        frame.locator("summary", has_text="What would it take?").click()
        expect(box).not_to_have_css("height", f"{first['height']}px")
        taller = box.bounding_box()
        frame.locator("summary", has_text="What would it take?").click()
        expect(box).to_have_css("height", f"{int(first['height'])}px")
        assert taller
        assert taller["height"] > first["height"]

        calculator.locator("[name=viewers]").fill("120")
        expect(calculator.locator(".amount").first).to_have_attribute("value", "$78")
        expect(frame.locator("a", has_text="full page")).to_have_attribute("href", "../../calculators/gift-earnings/")
        calculator.get_by_role("button", name="Share").click()
        expect(calculator.locator("[data-part=said]")).to_contain_text("Link copied")
        link = tab.evaluate("navigator.clipboard.readText()")
        assert link.startswith(f"{desk.visit.server.address}calculators/gift-earnings/#c=gift-earnings")
        tab.close()
    desk.forgive("Unrecognized feature: 'web-share'")  # Chromium has it on phones only
    desk.forgive("404 (Not Found)")  # the other site has no icon


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_bare_page_fits_every_frame(width: int, visits: Callable[..., Visit]) -> None:
    """No theme, no scrolling sideways, and no service worker is started from it."""
    visit = visits(viewport={"width": width, "height": 700})
    reading = visit.open("embed/gift-earnings/")
    expect(reading.button("Share")).to_be_visible()

    assert reading.tab.locator(".md-header").count() == 0
    assert reading.tab.evaluate("document.documentElement.scrollWidth") == width
    assert reading.tab.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    expect(reading.tab.locator(".embed-code")).to_be_hidden()

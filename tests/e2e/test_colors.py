"""The colours of the page are there before the theme's large script is."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visits

pytestmark = pytest.mark.browser

DENIED = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });"
)
THEME_SCRIPT = "/javascripts/bundle."


@pytest.mark.parametrize("storage", ["kept", "refused"])
@pytest.mark.parametrize(("system", "scheme"), [("light", "default"), ("dark", "slate")])
def test_a_first_visit_follows_the_system_without_the_themes_script(
    system: str, scheme: str, storage: str, visits: Visits
) -> None:
    """The script is late, or its storage is refused: the page is in the right colours all the same."""
    visit = visits(color_scheme=system)
    visit.may_complain = True
    visit.server.failing.add(THEME_SCRIPT)
    if storage == "refused":
        visit.context.add_init_script(DENIED)

    body = visit.open("").tab.locator("body")

    expect(body).to_have_attribute("data-md-color-scheme", scheme)
    expect(body).to_have_css("color-scheme", system)


def test_a_choice_is_kept_and_stands_before_the_themes_script(visits: Visits) -> None:
    """Dark by choice on a light system: also on the next page, where the script is late."""
    visit = visits(color_scheme="light")
    tab = visit.open("").tab
    tab.get_by_title("Colours follow the system; switch to light").click()
    tab.get_by_title("Light colours; switch to dark").click()
    expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    visit.may_complain = True
    visit.server.failing.add(THEME_SCRIPT)

    body = visit.open("glossary/").tab.locator("body")

    expect(body).to_have_css("color-scheme", "dark")

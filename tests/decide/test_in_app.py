"""Inside an app: what is refused is told calmly, and the numbers go along to a browser in the page's address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.decide.conftest import Desks
from tests.decide.desk import Desk
from tests.decide.test_keeping import REFUSED
from tests.decide.test_sharing import NO_COPY, NO_SHARE

pytestmark = pytest.mark.browser

TIKTOK = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 "
    "musical_ly_2024005030 JsSdk/2.0 NetType/WIFI BytedanceWebview/d8a21c6"
)


FULL = """
const { setItem } = Storage.prototype;
Storage.prototype.setItem = function (key, text) {
  if (text.length > 10) throw new DOMException("full", "QuotaExceededError");
  setItem.call(this, key, text);
};
"""


def hint(desk: Desk) -> Locator:
    """Return the remark on how to go on in a browser."""
    return desk.root.locator("[data-part=browser-hint]")


def test_a_usual_browser_is_told_nothing(desk: Desk) -> None:
    """Storage works and a file is saved: no remark, and the address stays as short as it was."""
    before = desk.reading.tab.url
    desk.fill(viewers="120")
    desk.button("Take away").click()
    with desk.reading.tab.expect_download():
        desk.button("Table (CSV)").click()

    expect(desk.said).to_contain_text("Saved as")
    expect(hint(desk)).to_be_hidden()
    assert desk.reading.tab.url == before


def test_where_storage_is_full_the_address_keeps_the_numbers(desks: Desks) -> None:
    """A device may take a little and refuse what matters: that is found out with the first key, and told."""
    desk = desks()
    desk.visit.context.add_init_script(FULL)
    desk.reading.tab.reload()

    desk.field("viewers").fill("120")

    expect(hint(desk)).to_contain_text("Open in browser")
    assert "i.viewers=120" in desk.reading.tab.url


def test_where_storage_is_refused_the_address_keeps_the_numbers(desks: Desks) -> None:
    """From the first key on; a reload brings them back, and so does the same address in another browser."""
    desk = desks()
    desk.visit.context.add_init_script(REFUSED)
    desk.reading.tab.reload()
    expect(hint(desk)).to_be_hidden()

    desk.field("viewers").fill("120")

    expect(hint(desk)).to_contain_text("Open in browser")
    expect(desk.reading.tab).to_have_url(re.compile("i.viewers=120"))
    desk.reading.tab.reload()
    expect(desk.field("viewers")).to_have_value("120")
    browser = desks("#" + desk.reading.tab.url.partition("#")[2])
    expect(browser.field("viewers")).to_have_value("120")
    desk.forgive("error: no")  # Material's own scripts do not expect that


def test_an_address_that_keeps_the_numbers_follows_them(desks: Desks) -> None:
    """A preset, a key, Start again: the address never brings back what the reader has changed."""
    desk = desks(user_agent=TIKTOK)
    desk.root.locator("button[data-example]").first.click()
    expect(desk.reading.tab).to_have_url(re.compile("#c=gift-earnings&"))
    desk.field("viewers").fill("7")
    expect(desk.reading.tab).to_have_url(re.compile("i.viewers=7(&|$)"))

    desk.button("Start again").click()

    expect(desk.field("viewers")).to_have_value("50")
    expect(desk.reading.tab).to_have_url(re.compile("^[^#]*$"))


def test_a_file_that_an_app_may_drop_is_not_called_saved(desks: Desks) -> None:
    """No page learns whether a file was saved: inside an app the table stands there to copy, with the way out."""
    desk = desks(user_agent=TIKTOK)
    desk.button("Take away").click()
    expect(hint(desk)).to_be_hidden()
    desk.button("Table (CSV)").click()

    expect(desk.said).to_have_text("If no file was saved, copy the table from here:")
    assert desk.root.get_by_label("Text to copy").input_value().count("\n") > 5
    expect(hint(desk)).to_be_visible()
    assert desk.faults() == []


def test_a_file_of_scenarios_that_an_app_may_drop(desks: Desks) -> None:
    """The same for what is kept."""
    desk = desks(user_agent=TIKTOK)
    desk.button("Save").first.click()
    desk.save("Fridays")
    desk.button("Save all to a file").click()

    expect(desk.said).to_have_text("If do-likes-pay.json was not saved, this app does not let pages save files.")
    expect(hint(desk)).to_be_visible()


def test_where_sharing_and_copying_are_refused_the_way_out_is_told(desk: Desk) -> None:
    """In whatever browser: the link stands there to copy, the remark below it, and the numbers in the address stay."""
    desk.reading.tab.evaluate(NO_COPY + NO_SHARE)
    desk.button("Share").click()

    expect(desk.root.get_by_label("Text to copy")).to_be_focused()
    expect(hint(desk)).to_contain_text("in this page's address")
    expect(desk.reading.tab).to_have_url(re.compile("i.viewers=50"))
    assert desk.faults() == []
    desk.field("viewers").fill("60")
    expect(desk.reading.tab).to_have_url(re.compile("i.viewers=60"))


def test_a_frame_is_not_sent_to_a_browser(desks: Desks) -> None:
    """The address of a frame is not the page's, so nothing is said of it."""
    desk = desks()
    tab = desk.reading.tab
    tab.goto(desk.visit.server.address + "embed/gift-earnings/")
    expect(desk.button("Share")).to_be_visible()
    tab.evaluate(NO_COPY + NO_SHARE)
    desk.button("Share").click()

    expect(desk.root.get_by_label("Text to copy")).to_be_visible()
    expect(hint(desk)).to_be_hidden()

"""A result as text, as a table, on paper and as a picture: each complete with date, version and ranges."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest
from playwright.sync_api import expect

from calculators import __version__, bridge
from calculators.kit.figures import Register
from tests.decide.conftest import Desks
from tests.decide.desk import Desk
from tests.decide.test_sharing import NO_COPY, SHEET

pytestmark = pytest.mark.browser

REQUEST = {"slug": "gift-earnings", "inputs": {"viewers": "120", "minutes": "60", "lives": "3", "region": "world"}}
NO_SHARE_OF_FILES = "navigator.canShare = () => false;"


def wanted(kind: str) -> str:
    """Return what CPython makes of the same numbers."""
    asked = REQUEST | {"on": Register.load().edition.isoformat(), "want": [kind]}
    text: str = json.loads(bridge.respond(json.dumps(asked)))[kind]
    return text


def open_drawer(desk: Desk) -> None:
    """Type a number and open the drawer, before Python is there."""
    desk.field("viewers").fill("120")
    desk.button("Take away").click()


def test_text_is_copied(desk: Desk) -> None:
    """The clipboard holds the receipt and the working, as the same Python writes them here."""
    open_drawer(desk)
    assert desk.faults() == []
    desk.button("Copy text").click()

    expect(desk.said).to_have_text("Copied as text.")
    copied = desk.reading.tab.evaluate("navigator.clipboard.readText()")
    assert copied == wanted("text")
    assert f"model {__version__}" in copied


def test_text_for_earlier_numbers_is_not_copied(desk: Desk) -> None:
    """Who types on before the text is there has changed their mind: nothing is copied, and nothing said of it."""
    desk.fill(viewers="120")
    desk.button("Take away").click()
    desk.reading.tab.evaluate("""async () => {
      await navigator.clipboard.writeText("before");
      const root = document.querySelector("live-calculator");
      root.querySelector("[data-action=text]").click();
      const field = root.querySelector("[name=viewers]");
      field.value = "121";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }""")
    desk.settle()
    desk.reading.tab.wait_for_timeout(500)

    expect(desk.said).to_be_empty()
    assert desk.reading.tab.evaluate("navigator.clipboard.readText()") == "before"


def test_text_can_be_selected_where_copying_is_refused(desk: Desk) -> None:
    """As after a long download, when the browser no longer takes the tap for a wish to copy."""
    desk.reading.tab.evaluate(NO_COPY)
    open_drawer(desk)
    desk.button("Copy text").click()

    expect(desk.root.get_by_label("Text to copy")).to_be_focused()
    expect(desk.root.get_by_label("Text to copy")).to_have_value(wanted("text"))


def test_table_is_saved(desk: Desk) -> None:
    """The file is what CPython writes, with the mark that makes spreadsheets read it as UTF-8."""
    open_drawer(desk)
    with desk.reading.tab.expect_download() as download:
        desk.button("Table (CSV)").click()

    assert download.value.suggested_filename == "gift-earnings.csv"
    assert Path(download.value.path()).read_bytes() == b"\xef\xbb\xbf" + wanted("csv").encode()
    expect(desk.said).to_contain_text("gift-earnings.csv")


def test_picture_is_made_on_the_device(desk: Desk) -> None:
    """A PNG as large as the drawing says and not empty, saved and shown, with the result in words beside it."""
    desk.reading.tab.evaluate(NO_SHARE_OF_FILES)
    open_drawer(desk)
    with desk.reading.tab.expect_download() as download:
        desk.button("Picture").click()

    image = Path(download.value.path()).read_bytes()
    width, height = struct.unpack(">II", image[16:24])
    assert image.startswith(b"\x89PNG")
    assert f'width="{width}" height="{height}"' in wanted("picture")
    assert len(image) > 10_000  # an empty one of that size takes about 4 KB
    shown = desk.root.get_by_role("img", name="120 viewers at once")
    expect(shown).to_be_visible()
    assert shown.evaluate("image => image.naturalWidth") == width
    assert desk.faults() == []


def test_picture_goes_to_the_share_sheet_where_there_is_one(desk: Desk) -> None:
    """As a file, ready to post."""
    desk.reading.tab.evaluate(SHEET)
    open_drawer(desk)
    desk.button("Picture").click()

    expect(desk.root.locator("[data-part=picture]")).to_be_visible()
    assert desk.reading.tab.evaluate("sheet.map(({files}) => [files[0].name, files[0].type])") == [
        ["gift-earnings.png", "image/png"]
    ]


@pytest.mark.parametrize(
    "refusal",
    [
        "HTMLCanvasElement.prototype.toBlob = (call) => call(null);",
        "HTMLImageElement.prototype.decode = () => Promise.reject(new DOMException('no', 'EncodingError'));",
    ],
)
def test_a_browser_that_makes_no_picture_is_told_of(desk: Desk, refusal: str) -> None:
    """No empty file is saved, and no wait goes on for ever."""
    desk.reading.tab.evaluate(f"{NO_SHARE_OF_FILES} {refusal} 0")
    open_drawer(desk)
    desk.button("Picture").click()

    expect(desk.said).to_have_text("This browser could not make the picture. “Copy text” and “Print” work without it.")
    expect(desk.root.locator("[data-part=picture]")).to_be_hidden()
    assert desk.faults() == []


def test_paper_has_what_the_result_rests_on(desk: Desk) -> None:
    """Inputs, range, working, figures with their sources, date and version; no buttons; closed again after it."""
    desk.fill(viewers="120")
    tab = desk.reading.tab
    tab.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    desk.button("Take away").click()
    desk.button("Print").click()
    tab.emulate_media(media="print")

    text = desk.root.inner_text()
    for part in ("120 viewers at once", "8 in 10 times between", __version__, "22 Nov 2026", "Source", "Grade"):
        assert part in text, part
    expect(desk.field("viewers")).to_be_visible()
    expect(desk.reading.result.locator(".figure-sources").first).to_be_visible()
    expect(desk.reading.result.locator(".step").first).to_be_visible()
    for gone in (".tools", ".actions", ".presets", ".decide", ".as-of"):
        expect(desk.root.locator(gone)).to_be_hidden()
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    tab.emulate_media(media="screen")
    expect(desk.reading.result.locator("details.figures-used")).not_to_have_attribute("open", "")


def test_a_tool_that_python_cannot_help_says_so(desks: Desks) -> None:
    """The runtime cannot be fetched: the tool says it did not work, the form says why, and trying again works."""
    desk = desks()
    desk.visit.server.failing.add("/assets/runtime/")
    desk.button("Take away").click()
    desk.button("Copy text").click()
    expect(desk.said).to_have_text("That did not work. The form says why.")
    expect(desk.reading.status).to_contain_text("could not be fetched")
    desk.visit.server.failing.clear()

    desk.button("Copy text").click()

    expect(desk.said).to_have_text("Copied as text.")
    desk.forgive("The calculator's worker failed")

"""What a reader keeps: typed numbers, scenarios by name, a file of them; and that forgetting leaves nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.decide.conftest import Desks
from tests.decide.desk import Desk
from tests.e2e.reader import Reading

pytestmark = pytest.mark.browser

HEAD = {"format": "do-likes-pay scenarios", "formatVersion": 1}
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"


def file_of(*scenarios: object, **other: object) -> str:
    """Return a file of scenarios, as text."""
    return json.dumps({**HEAD, "scenarios": scenarios, **other})


def add(desk: Desk, text: str) -> None:
    """Add a file to the saved scenarios; their drawer is open."""
    file = {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()}
    desk.root.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]


def export(desk: Desk) -> Any:  # noqa: ANN401  whatever the file holds
    """Save all to a file and read it; the drawer is open."""
    with desk.reading.tab.expect_download() as download:
        desk.button("Save all to a file").click()
    expect(desk.said).to_contain_text(download.value.suggested_filename)
    return json.loads(Path(download.value.path()).read_text("utf-8"))


def test_numbers_typed_survive_a_reload(desk: Desk) -> None:
    """The target and the day with them; and no download starts by itself."""
    desk.open_drawer("What would it take?")
    desk.fill(viewers="120", target="500")

    desk.reading.tab.reload()

    expect(desk.field("viewers")).to_have_value("120")
    expect(desk.field("target")).to_be_visible()
    expect(desk.field("target")).to_have_value("500")
    expect(desk.reading.notice("stale")).to_contain_text("“Calculate” brings it up to date")


def test_numbers_shared_by_calculators_are_asked_once(desk: Desk) -> None:
    """The share typed into one calculator stands in the next, which says so; Start again frees it."""
    desk.field("share").fill("40")

    reading = Reading(desk.reading.tab)
    reading.tab.goto(desk.visit.server.address + "calculators/coins-diamonds-cash/")

    expect(reading.field("share")).to_have_value("40")
    expect(reading.notice("shared")).to_contain_text("another calculator")
    reading.button("Start again").click()
    expect(reading.field("share")).to_have_value("")
    reading.tab.reload()
    expect(reading.field("share")).to_have_value("")


def test_scenarios_are_saved_opened_and_deleted_by_name(desk: Desk) -> None:
    """By keyboard too; each with what it came to; opening one brings everything of it back."""
    desk.open_drawer("What would it take?")
    desk.fill(viewers="120", target="500")
    desk.button("Save").first.press("Enter")
    desk.save("Fridays")
    desk.fill(viewers="1,000 to 2,000", target="")
    desk.save("Dream <b>")
    expect(desk.saved).to_have_text(["Fridays", "Dream <b>"])
    expect(desk.root.locator(".saved-amount").first).to_contain_text("$")
    assert desk.faults() == []

    desk.reading.tab.reload()
    desk.button("Save").first.click()
    desk.saved.first.click()
    desk.settle()

    expect(desk.field("viewers")).to_have_value("120")
    expect(desk.field("target")).to_have_value("500")
    expect(desk.part("goal")).to_be_visible()
    desk.root.get_by_role("button", name="Delete Dream <b>").click()
    expect(desk.said).to_have_text("“Dream <b>” is deleted.")
    expect(desk.saved).to_have_text(["Fridays"])
    expect(desk.root.get_by_label("Save these numbers as")).to_be_focused()


def test_a_file_carries_everything_to_another_device(desks: Desks) -> None:
    """What one device exports, another imports and exports as the same; a second time adds nothing."""
    one, other = desks(), desks()
    one.button("Save").first.click()
    one.field("viewers").fill("120")
    one.save("Fridays")
    one.field("figure:gifts.diamond_usd").evaluate("field => { field.closest('details').open = true; }")
    one.fill(viewers="5 to 20", **{"figure:gifts.diamond_usd": "0.006"})
    one.save("Own figure, 50 % & more")
    file = export(one)

    other.button("Save").first.click()
    add(other, json.dumps(file))
    expect(other.said).to_have_text("Added: 2. Here already: 0.")

    assert export(other) == file
    add(other, json.dumps(file))
    expect(other.said).to_have_text("Added: 0. Here already: 2.")
    other.saved.last.click()
    other.settle()
    expect(other.field("viewers")).to_have_value("5 to 20")
    assert other.reading.headline.inner_text() == one.reading.headline.inner_text()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "That is no file of this site. Nothing was changed."),
        ("{" * 5000, "That is no file of this site. Nothing was changed."),
        (file_of(formatVersion=9), "That file is from a newer version of this site. Nothing was changed."),
        (" " * 4_000_001, "That file is too large. Nothing was changed."),
        (
            file_of(
                {"name": "<img src=x onerror=alert(1)>", "link": "#c=gift-earnings&i.viewers=<b>", "run": "alert(1)"}
            ),
            "Added: 1. Here already: 0. Left out, not understood or no room: run.",
        ),
        (
            file_of({"name": "n", "link": "https://elsewhere.example/"}, 5, tracker="x"),
            "Added: 0. Here already: 0. Left out, not understood or no room: tracker, n, ?.",
        ),
    ],
)
def test_a_hostile_file_does_no_harm(text: str, said: str, desk: Desk) -> None:
    """Nothing of it is run or shown but as text, sizes are bounded, and what was left out is named."""
    desk.button("Save").first.click()

    add(desk, text)

    expect(desk.said).to_have_text(said)
    assert desk.root.locator("img[src=x]").count() == 0
    if "onerror" in text:
        desk.saved.click()
        expect(desk.field("viewers")).to_have_value("<b>")
        desk.button("Calculate").click()
        expect(desk.reading.error("viewers")).to_contain_text("Enter a number")


def test_forgetting_everything_is_one_tap_and_leaves_nothing(desk: Desk) -> None:
    """Neither page nor device knows anything; until the reader goes on, one more tap brings it all back."""
    desk.button("Save").first.click()
    desk.field("viewers").fill("120")
    desk.save("Fridays")
    expect(desk.button("Undo")).to_be_hidden()

    desk.button("Forget everything").press("Enter")

    expect(desk.saved).to_have_count(0)
    expect(desk.field("viewers")).to_have_value("50")
    expect(desk.said).to_contain_text("Everything is forgotten.")
    assert kept(desk) == []
    assert desk.faults() == []
    desk.button("Undo").press("Enter")
    expect(desk.saved).to_have_text(["Fridays"])
    expect(desk.field("viewers")).to_have_value("120")
    expect(desk.button("Forget everything")).to_be_focused()
    expect(desk.button("Undo")).to_be_hidden()
    desk.button("Forget everything").click()
    desk.button("Take away").click()
    desk.button("Save").first.click()
    expect(desk.button("Undo")).to_be_hidden()
    assert kept(desk) == []


def kept(desk: Desk) -> list[str]:
    """Return the names of what the device keeps for the site."""
    names: list[str] = desk.reading.tab.evaluate(
        "Object.keys(localStorage).filter(key => key.startsWith('do-likes-pay'))"
    )
    return names


def test_a_browser_that_keeps_nothing_says_so_and_works(desks: Desks) -> None:
    """In some apps storage is refused: saving holds for the visit, and a file takes it along."""
    desk = desks()
    desk.visit.context.add_init_script(REFUSED)
    desk.reading.tab.reload()
    desk.button("Save").first.click()
    expect(desk.root.locator("[data-part=not-kept]")).to_contain_text("This browser keeps nothing for this site")

    desk.field("viewers").fill("120")
    desk.save("Fridays")

    expect(desk.saved).to_have_text(["Fridays"])
    assert [scenario["name"] for scenario in export(desk)["scenarios"]] == ["Fridays"]
    desk.forgive("error: no")  # Material's own scripts do not expect that

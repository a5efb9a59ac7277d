"""Links: they reopen exactly this, say what changed since, and do no harm."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from calculators import __version__
from calculators.kit.figures import Register
from tests.decide.conftest import Desks
from tests.decide.desk import Desk

pytestmark = pytest.mark.browser

NO_SHARE = "Object.defineProperty(Navigator.prototype, 'share', { value: undefined }); undefined;"
NO_COPY = "navigator.clipboard.writeText = () => Promise.reject(new Error('no')); undefined;"
SHEET = """
globalThis.sheet = [];
navigator.canShare = () => true;
navigator.share = (data) => Promise.resolve(globalThis.sheet.push(data));
undefined;
"""


def test_a_link_reopens_exactly_this(desks: Desks) -> None:
    """Link → state → link: inputs, own figures, day, target and result are the same for whoever opens it."""
    sender = desks()
    sender.visit.context.add_init_script(NO_SHARE)
    sender.reading.tab.reload()
    sender.open_drawer("What would it take?")
    sender.open_drawer("As of another day")
    sender.open_drawer("Put in figures")
    sender.field("solve").select_option("viewers")
    sender.fill(viewers="100 to 300", target="500", on="2025-01-15", **{"figure:gifts.diamond_usd": "0.006"})
    link = sender.shared_link()
    assert f"v={__version__}" in link
    assert "h=%24" in link
    assert "on=2025-01-15" in link

    reader = desks("#" + link.partition("#")[2])
    expect(reader.field("viewers")).to_have_value("100 to 300")
    expect(reader.field("on")).to_be_visible()
    assert reader.reading.typed() == sender.reading.typed()
    reader.visit.context.add_init_script(NO_SHARE)
    reader.reading.tab.reload()
    reader.button("Calculate").click()
    reader.settle()

    expect(reader.reading.headline).to_have_text(sender.reading.headline.inner_text())
    expect(reader.reading.notice("version")).to_have_count(0)
    assert reader.shared_link() == link


def test_a_condition_of_ours_can_be_turned_round(desks: Desks) -> None:
    """A figure that is yes or no is picked from a list; the link opens with it, and one press takes it back."""
    sender = desks(slug="video-rewards")
    sender.reading.tab.evaluate(NO_SHARE)
    sender.open_drawer("Put in figures")
    sender.field("figure:video.crp_open").select_option("No")
    sender.reading.expect_amount("$0")
    sender.settle()
    link = sender.shared_link()

    reader = desks("#" + link.partition("#")[2], slug="video-rewards")
    expect(reader.field("figure:video.crp_open")).to_have_value("0")
    expect(reader.field("figure:video.crp_open")).to_be_visible()
    reader.button("Calculate").click()
    reader.reading.expect_amount("$0")
    reader.button("Use our figures again").click()
    expect(reader.field("figure:video.crp_open")).to_have_value("")
    reader.reading.expect_amount("$38.70")
    assert reader.faults() == []


def test_a_link_names_the_day_of_its_figures(desks: Desks) -> None:
    """Opened soon it changes nothing; once figures have changed it opens as it was, beside what it is now, and why."""
    sender = desks()
    sender.reading.tab.evaluate(NO_SHARE)
    sender.fill(viewers="100")
    link = sender.shared_link()
    today = Register.load().edition.isoformat()
    assert f"on={today}" in link

    reader = desks("#" + link.partition("#")[2])
    expect(reader.field("viewers")).to_have_value("100")
    expect(reader.field("on")).to_have_value("")

    # A link of the time when the US share was another.
    later = desks("#c=gift-earnings&v=2025.1.15&h=%2433&on=2025-01-15&i.viewers=50&i.minutes=60&i.lives=3&i.region=us")
    later.button("Calculate").click()
    later.settle()
    expect(later.reading.headline).to_have_text("$33")
    expect(later.reading.notice("version").locator("p")).to_have_text(
        "Made with version 2025.1.15, which said $33; now: $33."
    )
    expect(later.part("today")).to_contain_text("Then: $32.50. With the figures of 22 Nov 2026: $28.60.")
    expect(later.part("today")).to_contain_text("50% → 22 Nov 2026: 44%")


def test_the_phones_share_sheet_is_used_where_there_is_one(desks: Desks) -> None:
    """It gets the sentence and the link."""
    desk = desks()
    desk.reading.tab.evaluate(SHEET)
    desk.button("Share").click()

    expect(desk.button("Share")).to_be_enabled()
    (data,) = desk.reading.tab.evaluate("globalThis.sheet")
    assert "$33 a month" in data["text"]
    assert data["url"].startswith(desk.visit.server.address + "calculators/gift-earnings/#c=gift-earnings&v=")


def test_where_copying_is_refused_the_link_stands_there_to_select(desk: Desk) -> None:
    """The text is selected, so that one key or a long press copies it."""
    desk.reading.tab.evaluate(NO_COPY + NO_SHARE)
    desk.button("Share").click()

    field = desk.root.get_by_label("Text to copy")
    expect(field).to_be_focused()
    expect(desk.said).to_have_text("This link opens exactly this. Copy it:")
    selected = field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")
    assert selected.startswith(desk.reading.tab.url.partition("#")[0] + "#c=gift-earnings&v=")
    assert desk.faults() == []


def test_a_link_of_a_preset_opens_with_its_result_and_no_download(desks: Desks) -> None:
    """What is at hand in the page needs no Python."""
    sender = desks()
    sender.reading.tab.evaluate(NO_SHARE)
    sender.root.locator("button[data-example]").last.click()
    link = sender.shared_link()

    reader = desks("#" + link.partition("#")[2])

    expect(reader.root.locator("button[data-example]").last).to_have_attribute("aria-pressed", "true")
    expect(reader.reading.headline).to_have_text(sender.reading.headline.inner_text())
    assert sender.visit.runtime_requests == []


def test_a_later_version_says_what_changed_with_both_results(desks: Desks) -> None:
    """A link from 2025 is answered by today's model; then and now stand side by side, and the changes below."""
    desk = desks("#c=gift-earnings&v=2025.1.1&h=%2429&i.viewers=200&i.minutes=60&i.lives=3")
    notice = desk.reading.notice("version")
    expect(notice).to_have_text("Made with version 2025.1.1, which said $29.")

    desk.button("Calculate").click()
    desk.settle()

    now = desk.reading.headline.inner_text()
    expect(notice.locator("p")).to_have_text(f"Made with version 2025.1.1, which said $29; now: {now}.")
    expect(notice.locator("li").first).to_have_text("First edition of the figures and of the calculators.")
    expect(desk.root.locator("[data-part=announcement]")).to_contain_text(f"which said $29; now: {now}.")
    assert desk.faults() == []
    desk.fill(viewers="300")
    expect(notice).to_have_count(0)


def test_typed_numbers_come_before_the_link_after_a_reload(desks: Desks) -> None:
    """Whoever changes what a link brought keeps the change: the link has left the address."""
    desk = desks("#c=gift-earnings&i.viewers=200&i.minutes=60&i.lives=3")
    expect(desk.field("viewers")).to_have_value("200")
    desk.field("viewers").fill("201")

    desk.reading.tab.reload()

    expect(desk.field("viewers")).to_have_value("201")
    assert "#" not in desk.reading.tab.url


@pytest.mark.parametrize(
    ("fragment", "named"),
    [
        ("c=gift-earnings&i.viewers=7&i.viewers=8&evil=1&i.gone=2", "i.viewers, evil, gone"),
        ("c=gift-earnings&i.viewers=7&" + quote("<img src=x onerror=alert(1)>") + "=1", "<img src=x onerror=alert(1)>"),
        ("c=gift-earnings&i.viewers=7&h=" + quote("You won, call 555-0199"), "h"),
        ("c=gift-earnings&i.viewers=7&on=2025-02-30", "on"),
        ("c=gift-earnings&i.viewers=7&s=everything&i.__proto__=1", "i.__proto__, solve"),
        ("c=gift-earnings&i.viewers=7&f.no.such=1&v=latest", "v, no.such"),
    ],
)
def test_a_hostile_link_does_no_harm_and_is_answered_for_the_rest(fragment: str, named: str, desks: Desks) -> None:
    """What is understood is filled in; what is not is named as text."""
    desk = desks("#" + fragment)

    expect(desk.field("viewers")).to_have_value("7")
    expect(desk.reading.notice("ignored")).to_have_text(
        f"Some of what the link or file held is not known here and was left out: {named}."
    )
    assert desk.root.locator("img[src=x]").count() == 0


@pytest.mark.parametrize(
    "fragment", ["c=gift-earnings&i.viewers=" + "9" * 9000, "c=no-such-calculator&i.x=1", "c=%ff%00"]
)
def test_a_broken_link_leaves_the_page_as_it_was(fragment: str, desks: Desks) -> None:
    """The page works as without it; a link that was meant for a calculator is told to be ignored."""
    desk = desks("#" + fragment)

    expect(desk.field("viewers")).to_have_value("50")
    expect(desk.reading.headline).to_have_text("$33")
    expect(desk.reading.notice("ignored")).to_have_count(0 if fragment.startswith("c=%") else 1)
    assert json.loads(desk.reading.tab.evaluate("JSON.stringify(({}).polluted ?? null)")) is None


def test_a_link_to_numbers_that_are_refused_says_no_amount(desk: Desk) -> None:
    """Before a message stands at the field, too: the amount on the slip is that of other numbers."""
    desk.fill(viewers="120")
    assert "&h=" in desk.shared_link()
    desk.field("viewers").fill("lots")
    desk.reading.tab.wait_for_timeout(300)

    assert "&h=" not in desk.shared_link()

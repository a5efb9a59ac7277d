"""A whole visit: many pages, one worker; nothing fetched before it is wanted or from elsewhere, and nothing lost."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from build_scripts.post_build import html_page
from calculators import registry
from tests.e2e.conftest import Visits
from tests.e2e.reader import FAST_CONNECTION, RUNTIME, Visit

pytestmark = pytest.mark.browser

GIFT_EARNINGS = "calculators/gift-earnings/"
IN_VIEW = 1_500  # milliseconds: a calculator in view that long is intent, on a fast connection


def test_pages_are_quiet_and_fetch_no_runtime(visit: Visit, site: Path) -> None:
    """On every page, read to its end: no complaint, no worker, no byte of Python, and no other host (see `visits`)."""
    said = {}
    tab = visit.context.new_page()
    for page in html_page.pages(site):
        tab.goto(visit.server.address + page.address.removesuffix("index.html"))
        if tab.locator("live-calculator").count():
            tab.locator("live-calculator button[type=submit]").first.scroll_into_view_if_needed()
            tab.locator("live-calculator .amount").first.hover()
            tab.wait_for_timeout(IN_VIEW)
        said[page.address] = list(visit.said)
        visit.said.clear()
    tab.wait_for_load_state("networkidle")

    assert {page: lines for page, lines in said.items() if lines} == {}
    assert len(said) > len(registry())
    assert visit.runtime_requests == []
    assert visit.workers == []


def test_a_fast_connection_fetches_once_a_calculator_is_seen(visits: Visits) -> None:
    """The test above can fail: with a connection that says it is fast and unmetered, being in view is enough."""
    visit = visits(connection=FAST_CONNECTION)

    reading = visit.open(GIFT_EARNINGS)
    reading.button("Calculate").scroll_into_view_if_needed()

    expect(reading.calculator).to_have_attribute("state", "ready")
    assert visit.runtime_requests
    expect(reading.status).to_be_hidden()


def test_requests_to_other_hosts_are_seen(visit: Visit) -> None:
    """The check of every visit can fail: a page's and a worker's requests to another host are both heard of."""
    tab = visit.context.new_page()
    tab.evaluate("fetch('http://one.example/').catch(() => 0)")
    tab.evaluate(
        """() => new Promise((done) => {
          const code = "fetch('http://two.example/').finally(() => postMessage(0))";
          new Worker(URL.createObjectURL(new Blob([code]))).onmessage = done;
        })"""
    )

    assert visit.elsewhere.asked == ["GET http://one.example/", "GET http://two.example/"]
    visit.elsewhere.asked.clear()
    visit.may_complain = True


def test_instant_navigation_keeps_the_one_worker(visit: Visit) -> None:
    """The next page's calculator answers from the worker that the first page started."""
    reading = visit.open(GIFT_EARNINGS)
    reading.field("viewers").fill("200")
    reading.expect_amount("$130")
    fetched = visit.runtime_requests
    reading.tab.evaluate("window.sameVisit = true")

    reading.tab.get_by_role("link", name="What likes pay").first.click()
    reading.tab.wait_for_url("**/calculators/like-value/")
    expect(reading.calculator).to_have_attribute("slug", "like-value")
    expect(reading.calculator).to_have_attribute("state", "ready")
    reading.field("likes").fill("12345")

    expect(reading.result.locator(".slip-sentence")).to_contain_text("12,345")
    reading.tab.go_back()
    reading.tab.wait_for_url("**/calculators/gift-earnings/")
    expect(reading.field("viewers")).to_have_value("200")
    reading.expect_amount("$130")
    assert reading.tab.evaluate("window.sameVisit") is True
    assert len(visit.workers) == 1
    assert visit.runtime_requests == fetched


def test_every_calculator_answers(visit: Visit) -> None:
    """Each calculator, reached by instant navigation, replaces its built result by a fresh one, from the one worker."""
    reading = visit.open("how-we-calculate/")
    follow = "slug => [...document.links].find(({ href }) => href.endsWith(`/calculators/${slug}/`)).click()"
    for slug, calculator in registry().items():
        reading.tab.evaluate(follow, slug)
        expect(reading.calculator).to_have_attribute("slug", slug)
        amount = reading.headline.text_content()
        reading.headline.evaluate("amount => amount.replaceChildren()")

        reading.button("Calculate").click()

        expect(reading.headline, calculator.title).to_have_text(amount or "")
        expect(reading.notice("stale")).to_have_count(0)
    assert len(visit.workers) == 1


def test_no_input_hides_a_method_of_its_form(visit: Visit) -> None:
    """An input called "reset" or "matches" would stand in the form's method's place, for our script and for others'."""
    names = sorted({spec.name for calculator in registry().values() for spec in calculator.inputs})
    hidden = "names => names.filter((name) => typeof document.createElement('form')[name] === 'function')"
    tab = visit.context.new_page()

    assert tab.evaluate(hidden, ["reset", "matches", "viewers"]) == ["reset", "matches"]
    assert tab.evaluate(hidden, names) == []


def test_navigation_in_the_middle_of_the_download(visit: Visit) -> None:
    """A reader who goes on while Python is under way finds it arriving on the next page."""
    visit.server.delays["/stdlib-"] = 2
    reading = visit.open(GIFT_EARNINGS)
    reading.field("viewers").fill("200")
    expect(reading.calculator).to_have_attribute("state", "loading")

    reading.tab.get_by_role("link", name="What likes pay").first.click()
    expect(reading.calculator).to_have_attribute("slug", "like-value")
    reading.field("likes").fill("12345")

    expect(reading.result.locator(".slip-sentence")).to_contain_text("12,345")
    assert len(visit.workers) == 1


@pytest.mark.parametrize("lost", ["/worker-", "/pyodide-", "/stdlib-", "/calculators-"])
def test_a_failed_download_can_be_tried_again(lost: str, visit: Visit) -> None:
    """Whichever file fails: a sentence, the old result, what was typed; and a button that then brings the answer."""
    visit.may_complain = True
    visit.server.failing.add(RUNTIME.rstrip("/") + lost)
    reading = visit.open(GIFT_EARNINGS)

    reading.field("lives").fill("6")
    reading.field("viewers").fill("200")

    expect(reading.status).to_contain_text("The calculator could not be fetched. Your numbers are kept")
    reading.expect_amount("$32.50")
    expect(reading.notice("stale")).to_be_visible()
    visit.server.failing.clear()
    reading.button("Try again").click()
    reading.expect_amount("$260")  # 200 × 10 coins × $0.01 × 50 % × 6 × 52 ÷ 12
    expect(reading.status).to_be_hidden()
    assert (reading.typed()["viewers"], reading.typed()["lives"]) == ("200", "6")


def test_examples_work_after_a_failed_download(visit: Visit) -> None:
    """What the page came with needs no Python, also when that has failed."""
    visit.may_complain = True
    visit.server.failing.add(RUNTIME)
    reading = visit.open(GIFT_EARNINGS)
    reading.field("viewers").fill("200")
    expect(reading.status).to_contain_text("could not be fetched")

    reading.example("starting").click()

    reading.expect_amount("$2.17")


def test_a_reload_keeps_what_was_typed(visit: Visit) -> None:
    """The numbers come back, without a download; the slip says that it is not theirs yet, and how it will be."""
    reading = visit.open(GIFT_EARNINGS)
    reading.field("viewers").fill("200")
    reading.field("region").select_option("us")
    reading.expect_amount("$114.40")  # 130 × 44 % ÷ 50 % = 114.40
    before = visit.runtime_requests

    reading.tab.reload()

    expect(reading.field("viewers")).to_have_value("200")
    expect(reading.field("region")).to_have_value("us")
    expect(reading.notice("stale")).to_contain_text("“Calculate” brings it up to date")
    reading.tab.wait_for_load_state("networkidle")
    assert visit.runtime_requests == before
    reading.button("Calculate").click()
    reading.expect_amount("$114.40")
    expect(reading.notice("stale")).to_have_count(0)


def test_a_link_opens_with_its_numbers(visit: Visit) -> None:
    """A fragment fills the form, never goes to the server, and says when another version made it."""
    reading = visit.open(f"{GIFT_EARNINGS}#c=gift-earnings&v=2025.1.1&i.viewers=200&i.bygone=1")

    expect(reading.field("viewers")).to_have_value("200")
    expect(reading.notice("version")).to_contain_text("2025.1.1")
    expect(reading.notice("ignored")).to_contain_text("bygone")
    assert visit.runtime_requests == []
    reading.button("Calculate").click()
    reading.expect_amount("$130")


ATTACK = '"><img src=x onerror="window.hit=1"><script>window.hit=1</script>'
HOSTILE_FRAGMENTS = {
    "markup": f"c=gift-earnings&i.viewers={quote(ATTACK)}&i.{quote(ATTACK)}=1&v={quote(ATTACK)}",
    "prototype": "c=gift-earnings&i.__proto__=1&i.constructor=1&f.__proto__.hit=1&f.constructor.prototype=1",
    "choice": f"c=gift-earnings&i.region={quote(ATTACK)}&i.viewers=200",
    "dates": "c=gift-earnings&on=0000-00-00&i.viewers=1e309",
    "broken": "c=gift-earnings&i.viewers=%E0%A4%A&%ZZ",
    "long": "c=gift-earnings&i.viewers=" + "9" * 7_000,
    "address": "javascript:window.hit=1",
}


@pytest.mark.parametrize("fragment", HOSTILE_FRAGMENTS.values(), ids=HOSTILE_FRAGMENTS)
def test_a_hostile_fragment_does_no_harm(fragment: str, visit: Visit) -> None:
    """Whatever a link holds is text: nothing runs, and the calculator works on."""
    reading = visit.open(f"{GIFT_EARNINGS}#{fragment}")

    reading.button("Calculate").click()
    expect(reading.calculator).to_have_attribute("state", "ready")
    reading.field("viewers").fill("200")
    reading.example("regular").click()
    reading.field("viewers").fill("1000")

    reading.expect_amount("$650")
    assert reading.tab.evaluate("window.hit ?? ({}).hit ?? null") is None


HOSTILE_STORAGE = {
    "not JSON": "{",
    "a number": "7",
    "nested": json.dumps({"inputs": {"viewers": {"a": 1}}, "figures": []}),
    "markup": json.dumps({"inputs": {"viewers": ATTACK, ATTACK: "1"}, "figures": {ATTACK: ATTACK}, "example": ATTACK}),
    "prototype": '{"inputs": {"__proto__": "1", "constructor": "1"}, "figures": {"__proto__": "1"}, "on": "x"}',
}


@pytest.mark.parametrize("kept", HOSTILE_STORAGE.values(), ids=HOSTILE_STORAGE)
def test_hostile_storage_does_no_harm(kept: str, visit: Visit) -> None:
    """Other sites of the same account share the origin and may have written anything."""
    entry = json.dumps(["do-likes-pay:inputs:gift-earnings", kept])
    # Frames without an address have no storage.
    visit.context.add_init_script(f"if (location.protocol === 'http:') localStorage.setItem(...{entry});")

    reading = visit.open(GIFT_EARNINGS)
    reading.button("Calculate").click()
    expect(reading.calculator).to_have_attribute("state", "ready")
    reading.example("regular").click()
    reading.field("viewers").fill("1000")

    reading.expect_amount("$650")
    assert reading.tab.evaluate("window.hit ?? ({}).hit ?? null") is None

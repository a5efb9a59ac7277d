"""Material's search in Chromium: real questions bring the page that answers them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.reading.conftest import PHONE, Open

pytestmark = pytest.mark.browser

TOP = 3

FIRST = {
    "how much is a lion": "gifts/#lion",
    "How much is a Lion?": "gifts/#lion",
    "do likes give money": "",
    "do I get paid for likes": "",
    "rose worth": "gifts/#rose",
    "tiktok universe price": "gifts/#tiktok-universe",
}
"""What readers type, and the one place that must come first."""

AMONG_THE_FIRST = {
    "when do I get paid": {"faq/", "calculators/withdrawal/"},
    "minimum withdrawal": {"calculators/withdrawal/"},
    "cash out": {"calculators/withdrawal/"},
    "taxes": {"keep-it/taxes/"},
    "creator fund closed": {"earn/video-rewards/"},
    "super fan": {"earn/subscriptions/"},
    "live match likes": {"earn/matches/"},
    "battle": {"earn/matches/"},
    "how many followers do i need to go live": {"eligibility/"},
    "how old must I be": {"faq/", "eligibility/"},
    "what percentage does tiktok take": {"faq/", "how-live-money-works/"},
    "how much is 1000 coins": {"faq/"},
    "diamonds to dollars": {"calculators/coins-diamonds-cash/"},
    "do views pay": {"calculators/video-rewards/", "earn/video-rewards/"},
    "agency contract": {"keep-it/agencies/"},
    "is this a scam": {"keep-it/scams/"},
    "refund": {"parents-and-viewers/"},
    "my child spent money on gifts": {"parents-and-viewers/"},
    "how to get more viewers": {"earn-more/"},
    "do likes help the algorithm": {"engagement/"},
    "galaxy gift": {"gifts/"},
}
"""What readers type, and pages of which one must be in the first three."""

BEST_FIRST = """(items, root) => {
  const score = (link) => Number(link.firstElementChild.dataset.mdScore);
  const places = (item) => [...item.querySelectorAll("a")].sort((one, other) => score(other) - score(one));
  return items.map((item) => places(item).map(({ href }) => href.slice(root.length)));
}"""


@pytest.fixture(scope="module")
def questions() -> dict[str, list[list[str]]]:
    """Keep what each question brought: one visit asks them all."""
    return {}


@pytest.fixture
def results(open_page: Open, questions: dict[str, list[list[str]]]) -> dict[str, list[list[str]]]:
    """Ask every question, once for all tests: for each result the addresses of its page and sections, best first."""
    if not questions:
        tab = open_page()
        for question in (*FIRST, *AMONG_THE_FIRST):
            questions[question] = _asked(tab, question)
    return questions


def _asked(tab: Page, question: str) -> list[list[str]]:
    """Type a question and return the results."""
    field = tab.locator("[data-md-component=search-query]")
    items = tab.locator("[data-md-component=search-result] .md-search-result__item")
    _type(field, "")
    expect(items).to_have_count(0)
    _type(field, question)
    expect(items.first).to_be_visible()
    found: list[list[str]] = items.evaluate_all(BEST_FIRST, tab.url)
    return found


def _type(field: Locator, text: str) -> None:
    """Put a text into the box; Material looks at it when a key comes up."""
    field.fill(text)
    field.press("End")


@pytest.mark.parametrize(("question", "place"), FIRST.items())
def test_the_answer_comes_first(question: str, place: str, results: dict[str, list[list[str]]]) -> None:
    """The best entry of the first result is the answer itself, a gift's row or the page that says no."""
    assert results[question][0][0] == place


@pytest.mark.parametrize(("question", "pages"), AMONG_THE_FIRST.items())
def test_the_answer_is_among_the_first(question: str, pages: set[str], results: dict[str, list[list[str]]]) -> None:
    """A page that answers is one of the first three results."""
    assert pages & {result[0].partition("#")[0] for result in results[question][:TOP]}


def test_enter_goes_to_the_gift(open_page: Open) -> None:
    """A reader on a phone who asks for a Lion and presses Enter stands before its row, marked."""
    tab = open_page("earn/", **PHONE)
    root = tab.url.removesuffix("earn/")
    tab.locator("header [for=__search]").first.click()
    _type(tab.locator("[data-md-component=search-query]"), "how much is a lion")
    expect(tab.locator(".md-search-result__item").first).to_be_visible()

    tab.keyboard.press("Enter")

    expect(tab).to_have_url(root + "gifts/#lion")
    expect(tab.locator("#lion")).to_be_in_viewport()
    expect(tab.locator("tr:target")).to_contain_text("29,999")


def test_what_can_be_found_comes_with_the_first_question(open_page: Open) -> None:
    """A page is not burdened with the search index; it is fetched once, however much is asked."""
    tab = open_page("faq/")
    fetched: list[str] = []
    tab.context.on("request", lambda request: fetched.append(request.url) if "/search/" in request.url else None)
    assert (
        tab.evaluate("performance.getEntriesByType('resource').filter(({ name }) => /entries/.test(name)).length") == 0
    )

    for question in ("rose", "taxes"):
        _asked(tab, question)

    assert [url.rpartition("/")[2] for url in fetched] == ["entries.json"]


def test_nothing_found_and_nothing_asked(open_page: Open) -> None:
    """A word that is nowhere says so, and an empty box shows no result."""
    tab = open_page()
    field = tab.locator("[data-md-component=search-query]")
    meta = tab.locator(".md-search-result__meta")

    _type(field, "xylophone")
    expect(meta).to_have_text("No matching documents")
    _type(field, "")
    expect(meta).to_have_text("Type to start searching")

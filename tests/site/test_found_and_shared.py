"""Tests of what the built site tells those who find it, share it and correct it."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jsonschema
import pytest
from PIL import Image, ImageFont
from playwright.sync_api import Browser, expect

from build_scripts import project
from build_scripts.post_build import about, budget, cards, outline
from build_scripts.post_build.html_page import Page, parse
from build_scripts.serve import SiteServer
from calculators import __version__, registry
from calculators.common.changes import parts
from calculators.kit.figure_view import anchor
from calculators.kit.figures import Register
from tests.guide import prose
from tests.open_fully import open_fully
from tests.site.structured_data import schemas

ATOM = "{http://www.w3.org/2005/Atom}"
REGISTER = Register.load()
SITE = about.read(REGISTER.edition)
SCHEMAS = schemas(SITE.url)
LONGEST_TITLE = 60
DESCRIPTION = range(70, 156)


@pytest.fixture(scope="session")
def public(pages: list[Page]) -> dict[str, Page]:
    """Return the pages that are there to be found, by their path from the root."""
    found = [page for page in pages if outline.is_public(page.address)]
    return {page.address.removesuffix("index.html"): page for page in found}


def graph(page: Page) -> dict[str, dict[str, Any]]:
    """Return the things that a page describes, by their kind."""
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.text, re.DOTALL)
    described = json.loads(data)
    assert described["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in described["@graph"]}


def metas(page: Page) -> dict[str, str]:
    """Return the properties and names in a page's head; none may be there twice but the theme's own."""
    tags = [tag.attributes for tag in page.tags if tag.name == "meta" and "content" in tag.attributes]
    pairs = [(each.get("property") or each.get("name", ""), each["content"]) for each in tags]
    assert max(times for name, times in Counter(name for name, _ in pairs).items() if name.startswith("og:")) == 1
    return dict(pairs)


def link(page: Page, rel: str) -> str:
    """Return where the one link of a kind leads."""
    (found,) = [tag.attributes["href"] for tag in page.tags if tag.name == "link" and tag.attributes.get("rel") == rel]
    return found


def in_words(page: Page) -> str:
    """Return all that a page says, white space as a browser shows it, without what its <template>s hold back."""
    shown = parse(re.sub(r"<template\b.*?</template>", "", page.text, flags=re.DOTALL), page.address)
    return " ".join(shown.words.replace("¶", "").split())


def heading(page: Page) -> str:
    """Return a page's own heading, as a reader sees it."""
    (found,) = re.findall(r"<h1\b[^>]*>(.*?)</h1>", page.text, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", found)).replace("¶", "").split())


# Structured data


def test_structured_data_fits_its_schemas(public: dict[str, Page]) -> None:
    """Every page describes itself, with all properties that are required, none unknown, and whole addresses."""
    for path, page in public.items():
        things = graph(page)
        assert things, path
        for kind, thing in things.items():
            jsonschema.validate(thing, SCHEMAS[kind])


@pytest.mark.parametrize("name", ["offers", "applicationCategory", "name"])
def test_schemas_refuse_what_is_missing(name: str, public: dict[str, Page]) -> None:
    """The schemas see when a property is gone."""
    thing = graph(public["calculators/gift-earnings/"])["WebApplication"]
    del thing[name]

    with pytest.raises(jsonschema.ValidationError, match=name):
        jsonschema.validate(thing, SCHEMAS["WebApplication"])


def test_every_page_is_told_as_what_it_is(public: dict[str, Page]) -> None:
    """A trail on every page but home, an application for each calculator, an article for each page of the guide."""
    kinds = {path: set(graph(page)) for path, page in public.items()}

    assert {path for path, of_page in kinds.items() if "BreadcrumbList" not in of_page} == {""}
    assert {path for path, of_page in kinds.items() if "WebApplication" in of_page} == {
        f"calculators/{slug}/" for slug in registry()
    }
    assert {path for path, of_page in kinds.items() if "FAQPage" in of_page} == {"faq/"}
    articles = {path for path, of_page in kinds.items() if "Article" in of_page}
    assert {"", "earn/gifts/", "keep-it/taxes/", "how-we-calculate/"} <= articles
    assert not any(path.startswith(("calculators/", "about/")) or path in {"figures/", "faq/"} for path in articles)


def test_articles_say_what_the_page_says(public: dict[str, Page]) -> None:
    """Headline and description are the page's; the date is the one in its last line."""
    dated = 0
    for page in public.values():
        article = graph(page).get("Article")
        if not article:
            continue
        assert article["headline"] in re.sub(r"&amp;", "&", page.text.partition("</title>")[0])
        assert article["description"] == metas(page)["description"]
        line = re.search(r'<p class="page-checked">.*?</p>', page.text, re.DOTALL)
        days = re.findall(r'datetime="([^"]+)"', line[0]) if line else [REGISTER.edition.isoformat()]
        assert article["dateModified"] == max(days)
        dated += bool(line)
    assert dated > 15  # most pages of the guide name figures


def test_trails_lead_to_pages(public: dict[str, Page]) -> None:
    """Each step is a page of the site, told with its own heading, from home to the page itself."""
    for path, page in public.items():
        steps = graph(page).get("BreadcrumbList", {}).get("itemListElement", [])
        for place, step in enumerate(steps, 1):
            assert step["position"] == place
            target = public[step["item"].removeprefix(SITE.url)]
            assert step["name"] == (SITE.name if place == 1 else heading(target))
        assert not steps or (steps[0]["item"], steps[-1]["item"]) == (SITE.url, SITE.url + path)


def test_questions_are_the_pages_own_words(public: dict[str, Page]) -> None:
    """Each heading that asks something is there with its answer, word for word as the page has it, in its order."""
    page = public["faq/"]
    told = [(each["name"], each["acceptedAnswer"]["text"]) for each in graph(page)["FAQPage"]["mainEntity"]]
    written = re.findall(r"^### (.+)$", (project.DOCS / "faq.md").read_text("utf-8"), re.MULTILINE)

    assert [question for question, _answer in told] == written
    words = in_words(page)
    for question, answer in told:
        assert f"{question} {answer}" in words


# Titles, descriptions, addresses


def test_titles_and_descriptions(public: dict[str, Page]) -> None:
    """Unique on every page and short enough to be shown whole; what is written before the build comes out unchanged."""
    titles = {path: outline.outline(page, "").title for path, page in public.items()}
    descriptions = {path: metas(page)["description"] for path, page in public.items()}

    assert [text for text, times in Counter(titles.values()).items() if times > 1] == []
    assert [text for text, times in Counter(descriptions.values()).items() if times > 1] == []
    assert {path: title for path, title in titles.items() if not 0 < len(title) <= LONGEST_TITLE} == {}
    assert {path: text for path, text in descriptions.items() if len(text) not in DESCRIPTION} == {}
    for written in prose.pages():
        path = re.sub(r"(^|/)index/$", r"\1", written.name.removesuffix(".md") + "/")
        assert descriptions[path] == written.head["description"]
        assert titles[path].removesuffix(f" - {SITE.name}") == written.head["title"]


def test_canonical_addresses(pages: list[Page], public: dict[str, Page]) -> None:
    """Every page names its own address; one for a frame names the calculator's page and is not for search engines."""
    for path, page in public.items():
        assert link(page, "canonical") == SITE.url + path
        assert "noindex" not in metas(page).get("robots", "")
    framed = [page for page in pages if page.address.startswith("embed/")]
    assert len(framed) == len(registry())
    for page in framed:
        slug = page.address.split("/")[1]
        assert link(page, "canonical") == f"{SITE.url}calculators/{slug}/"
        robots = [tag.attributes["content"] for tag in page.tags if tag.attributes.get("name") == "robots"]
        assert robots == ["noindex"]


# Cards


def test_every_page_has_its_card(site: Path, public: dict[str, Page]) -> None:
    """A picture of the right size stands where the tags say, and they say what it shows."""
    seen = {}
    for path, page in public.items():
        said = metas(page)
        assert said["og:url"] == SITE.url + path
        assert said["og:title"] == outline.outline(page, SITE.name).title
        assert said["og:description"] == said["description"]
        assert said["twitter:card"] == "summary_large_image"
        assert said["og:title"].rstrip("?.") in said["og:image:alt"]
        assert said["og:image"].startswith(SITE.url)
        file = site / said["og:image"].removeprefix(SITE.url)
        with Image.open(file) as picture:
            assert picture.size == (int(said["og:image:width"]), int(said["og:image:height"])) == (1200, 630)
        assert file.stat().st_size < 20_000
        seen[path] = file.name
    assert len(set(seen.values())) == len(public)
    assert {path.name for path in (site / cards.FOLDER).iterdir()} == set(seen.values())


@pytest.mark.parametrize("slug", sorted(registry()))
def test_cards_of_calculators_show_the_result(slug: str, public: dict[str, Page]) -> None:
    """The headline is the one that stands on the page before anything is typed."""
    page = public[f"calculators/{slug}/"]
    slip = page.text[page.text.index('data-part="result"') :]
    amount = re.search(r'<data class="amount"[^>]*>(.*?)</data>', slip)
    assert amount
    assert f": {outline.text_of(amount[1])}." in metas(page)["og:image:alt"]


def test_cards_are_in_letters_that_the_typeface_has(public: dict[str, Page]) -> None:
    """No card shows the empty box of a missing letter."""
    font = ImageFont.truetype(str(project.DOCS / cards.TYPEFACE), 40, layout_engine=ImageFont.Layout.BASIC)
    missing = bytes(font.getmask("\u4e2d"))
    written = {
        letter for page in public.values() for letter in "".join(cards.words(outline.outline(page, SITE.name), SITE))
    }

    assert [letter for letter in sorted(written - {" "}) if bytes(font.getmask(letter)) == missing] == []


def test_cards_weigh_nothing_on_a_page(site: Path, public: dict[str, Page]) -> None:
    """No page loads a card, and the service worker keeps none."""
    for path in ("", "calculators/gift-earnings/"):
        loaded = budget.weights(public[path], site, project.base_path())
        assert not any(name.startswith(cards.FOLDER) for name in loaded)
    assert cards.FOLDER not in (site / "service-worker.js").read_text("utf-8")


# Feed and llms.txt


def test_feed(site: Path, public: dict[str, Page]) -> None:
    """Valid Atom: required elements, whole addresses, lasting ids, dates of the changes and not of the build."""
    root = ET.parse(site / "changes.xml").getroot()
    entries = root.findall(f"{ATOM}entry")

    assert root.tag == f"{ATOM}feed"
    for element in (root, *entries):
        assert all(element.findtext(ATOM + name) for name in ("id", "title", "updated"))
        assert all(each.attrib["href"].startswith(SITE.url) for each in element.findall(f"{ATOM}link"))
    assert root.findtext(f"{ATOM}author/{ATOM}name") == SITE.name
    assert [each.attrib["href"] for each in root.findall(f"{ATOM}link[@rel='self']")] == [f"{SITE.url}changes.xml"]
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    assert len(set(ids)) == len(ids)
    assert all(name.startswith(f"tag:{urlsplit(SITE.url).hostname},2026:") for name in ids)
    moments = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert moments == sorted(moments, reverse=True)
    newest = max(REGISTER.edition, date(*parts(__version__)))
    assert all(date.fromisoformat(moment.removesuffix("T00:00:00Z")) <= newest for moment in moments)
    for entry in entries:
        inside = re.findall(r'href="([^"]*)"', entry.findtext(f"{ATOM}content") or "")
        assert all(re.match(r"https?://", address) for address in inside)
    assert all(link(page, "alternate").endswith("changes.xml") for page in public.values())


def test_feed_has_every_change(site: Path, public: dict[str, Page]) -> None:
    """Each item of the page of changes, and each edition of the figures in the changelog, is an entry."""
    text = (project.DOCS / "what-changed.md").read_text("utf-8")
    ids = set(re.findall(r"^  \{ #(change-[^ ]+) \}$", text, re.MULTILINE))
    assert len(ids) == len(re.findall(r"^- \*\*", text, re.MULTILINE)) > 20
    assert ids <= set(public["what-changed/"].ids())

    told = {
        (entry.findtext(f"{ATOM}id") or "").rpartition("/")[2]
        for entry in ET.parse(site / "changes.xml").iter(f"{ATOM}entry")
    }

    changelog = (project.ROOT / "CHANGELOG.md").read_text("utf-8")
    editions = re.findall(r"^## (\S+)$(?=(?:(?!^## ).)*?^### Figures$)", changelog, re.MULTILINE | re.DOTALL)
    assert editions
    assert told == ids | {f"figures-{version.replace('.', '-')}" for version in editions}


def test_llms_txt(site: Path, public: dict[str, Page]) -> None:
    """Every page once, with its title; every link a page of the site; figures with value, grade and dates; short."""
    text = (site / "llms.txt").read_text("utf-8")
    linked = re.findall(rf"^- \[(.+?)\]\({re.escape(SITE.url)}(\S*)\)", text, re.MULTILINE)

    assert text.startswith(f"# {SITE.name}\n\n> {SITE.description}\n")
    assert sorted(path for _title, path in linked) == sorted(public)
    assert all(title == metas(public[path])["og:title"] for title, path in linked)
    figures = text.partition("## Figures\n")[2].partition("\n## ")[0].strip().splitlines()
    assert len(figures) > 20
    assert all(
        re.fullmatch(r"- .+: .+ \(.*grade [A-D]; since .+; checked .+; [a-z_]+\.\w+\)", line) for line in figures
    )
    assert {line.rpartition("; ")[2].rstrip(")") for line in figures} <= set(REGISTER.figures)
    assert len(text) < 25_000


# Correct and discuss


def asked(href: str) -> tuple[str, dict[str, str]]:
    """Return an address without its query, and the query."""
    parts = urlsplit(href)
    query = {name: value for name, (value,) in parse_qs(parts.query, strict_parsing=True).items()}
    return f"{parts.scheme}://{parts.netloc}{parts.path}", query


def test_every_page_can_be_corrected_and_discussed(public: dict[str, Page]) -> None:
    """Two links at the foot, to the repository of this site, with the page's address and the edition filled in."""
    repository = project.repository(project.config())
    edition = REGISTER.edition.isoformat()
    for path, page in public.items():
        foot = page.text.index('<footer class="page-contact"')
        correct, discuss = [
            tag.attributes["href"]
            for tag in page.tags
            if tag.name == "a" and "/new?" in tag.attributes.get("href", "") and tag.start > foot
        ]
        address, query = asked(correct)
        assert address == f"{repository}/issues/new"
        assert (query["template"], query["page"], query["edition"]) == ("page.yml", SITE.url + path, edition)
        assert query["title"] == f"Page: {metas(page)['og:title']}"
        address, query = asked(discuss)
        assert address == f"{repository}/discussions/new"
        assert SITE.url + path in query["body"]
        assert edition in query["body"]


def test_every_figure_can_be_corrected(public: dict[str, Page]) -> None:
    """Each row of the page of figures has a link with its key, the value as shown there, and its own anchor."""
    page = public["figures/"]
    links = [tag.attributes for tag in page.tags if outline.has_class(tag, "correct")]
    queries = [asked(each["href"])[1] for each in links]

    assert sorted(query["figure"] for query in queries) == sorted(REGISTER.figures)
    for query, attributes in zip(queries, links, strict=True):
        assert query["page"] == f"{SITE.url}figures/#{anchor(query['figure'])}"
        assert query["edition"] == REGISTER.edition.isoformat()
        row = page.text[page.text.index(f'id="{anchor(query["figure"])}"') :]
        shown = re.search(r'(?:<span class="figure-value">|</th><td role="cell">)(.*?)</', row)
        assert shown
        assert query["shown"] == outline.text_of(shown[1])
        assert attributes["aria-label"] == f"Correct this figure: {REGISTER.figures[query['figure']].label}"


# In a browser


@pytest.mark.browser
def test_missing_page_leads_on(site: Path, chromium: Browser) -> None:
    """In the sub-path it is made for, the 404 page has its styles at any depth, and its links lead to pages."""
    with SiteServer(site, project.base_path()) as server:
        tab = chromium.new_page()
        failed: list[str] = []
        tab.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
        missing = f"{server.address}no/such/page/"
        open_fully(tab, missing)

        assert failed == [missing]
        assert tab.title().startswith("Page not found")
        links = tab.locator("main article a").evaluate_all("links => links.map(link => link.href)")
        assert len(links) > 3
        tab.locator("main article a").nth(1).click()
        tab.wait_for_url("**/how-live-money-works/")
        expect(tab.locator("h1")).to_contain_text("How LIVE money works")
        assert failed == [missing]
        tab.close()


@pytest.mark.browser
def test_search_dialog_has_a_name(server: SiteServer, chromium: Browser) -> None:
    """A screen reader that comes to the dialog says what it is."""
    tab = chromium.new_page()
    tab.goto(f"{server.address}faq/")

    assert tab.get_by_role("dialog", name="Search", include_hidden=True).count() == 1
    tab.close()


@pytest.mark.browser
def test_data_goes_along_with_instant_navigation(server: SiteServer, chromium: Browser) -> None:
    """After a change of page without a reload the head describes the new page, and the policy has no objection."""
    tab = chromium.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    open_fully(tab, f"{server.address}faq/")
    tab.evaluate("window.sameVisit = true")

    tab.locator(".md-nav a[href*='calculators/gift-value']").first.evaluate("link => link.click()")
    tab.wait_for_url("**/calculators/gift-value/")
    tab.wait_for_selector("live-calculator[slug='gift-value']")

    address = tab.locator("meta[property='og:url']")
    expect(address).to_have_attribute("content", f"{SITE.url}calculators/gift-value/")
    described = tab.locator("script[type='application/ld+json']")
    expect(described).to_have_count(1)
    assert "WebApplication" in (described.text_content() or "")
    assert tab.evaluate("window.sameVisit") is True
    assert said == []
    tab.close()

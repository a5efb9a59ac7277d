"""Tests of the finished site as files: every page protected, light, whole, and useful without JavaScript."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from build_scripts import project
from build_scripts.post_build import budget, check, html_page, search_index
from calculators import registry
from calculators.kit.figure_view import anchor
from calculators.kit.figures import Register
from tests.site import fragments


def test_nothing_is_wrong(site: Path) -> None:
    """Links and anchors resolve, ids are unique, no other host is asked, nothing is left unread."""
    assert check.complaints(site, project.base_path()) == []


def test_every_page_is_light(site: Path) -> None:
    """Before any Python, a page with all it loads is at most 200 KB as sent."""
    assert budget.complaints(site, project.base_path()) == []


@pytest.mark.parametrize("slug", sorted(registry()))
def test_every_calculator_has_its_page(slug: str, site: Path) -> None:
    """The page named by the slug shows that calculator, with a result and its presets, as plain HTML."""
    text = (site / "calculators" / slug / "index.html").read_text("utf-8")

    html = "".join(html for kind, html in fragments.fences(text) if kind == "calculator")
    assert f'<live-calculator slug="{slug}"' in html
    assert re.search(r'data-part="result"[^>]*>\s*<', html)
    assert html.count("<template data-example=") == len(registry()[slug].examples)


MANY_WORDS = 5


def test_every_figure_and_source_has_its_place(site: Path) -> None:
    """Figures link to their row and rows to their sources; both pages have them all."""
    register = Register.load()
    figures = set(html_page.read(site / "figures/index.html", site).ids())
    sources = set(html_page.read(site / "sources/index.html", site).ids())

    assert {anchor(key) for key in register.figures} <= figures
    assert set(register.sources) <= sources


def test_every_figure_shows_the_key_to_name_it_by(site: Path) -> None:
    """Whoever reports a wrong figure is asked for its key, so it stands beside the figure."""
    text = (site / "figures/index.html").read_text("utf-8").replace("<wbr>", "")  # it may break there
    shown = re.findall(r'<code class="figure-key">([^<]+)</code>', text)

    assert sorted(shown) == sorted(Register.load().figures)


def test_every_page_knows_the_runtime(site: Path, pages: list[html_page.Page]) -> None:
    """Every page names one worker, which exists, and what a reader would download."""
    metas = {
        (tag.attributes["content"], tag.attributes["data-bytes"])
        for page in pages
        for tag in page.tags
        if tag.attributes.get("name") == "calculator-runtime"
    }

    ((worker, size),) = metas
    assert (site / worker).is_file()
    assert 1_000_000 < int(size) < 10_000_000  # a trimmed Pyodide is some megabytes


def test_policy_is_strict_and_the_same_everywhere(pages: list[html_page.Page]) -> None:
    """One policy for all pages: nothing inline but known scripts, no other host, no eval of JavaScript."""
    policies = []
    for page in pages:
        first, second = [tag for tag in page.tags if tag.name == "meta"][:2]
        assert first.attributes.get("charset") == "utf-8"
        assert second.attributes["http-equiv"] == "Content-Security-Policy"
        policies.append(second.attributes["content"])

    (policy,) = set(policies)
    assert policy.startswith("default-src 'none';")
    assert "'unsafe-inline'" not in policy
    assert "'unsafe-eval'" not in policy
    assert "http" not in policy


def test_root_of_every_page(pages: list[html_page.Page]) -> None:
    """<html> says how many folders up the root is; the 404 page, shown anywhere, gives the whole path."""
    roots = {page.address: page.tags[0].attributes["data-site-root"] for page in pages}

    assert roots["index.html"] == "./"
    assert roots["figures/index.html"] == "../"
    assert roots["calculators/like-value/index.html"] == "../../"
    assert roots["404.html"] == project.base_path()


def test_sitemap_is_dated_by_the_figures(site: Path, pages: list[html_page.Page]) -> None:
    """The sitemap lists every page once but the embedded ones, dated by the edition, not by the build."""
    text = (site / "sitemap.xml").read_text("utf-8")

    listed = sorted(re.findall(r"<loc>(.*?)</loc>", text))
    expected = {page.address.removesuffix("index.html") for page in pages} - {"404.html"}
    expected = {address for address in expected if not address.startswith("embed/")}
    assert listed == sorted(project.site_url() + address for address in expected)
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", text)) == {Register.load().edition.isoformat()}


def test_search_finds_prose_only(site: Path) -> None:
    """What can be found are headings, prose and the rows of the gift finder, but not what other fences show."""
    docs = json.loads((site / search_index.ENTRIES).read_text("utf-8"))
    locations = [entry["location"] for entry in docs]

    assert len(set(locations)) == len(locations)
    assert {"", "how-we-calculate/", "calculators/like-value/", "gifts/#lion"} <= set(locations)
    assert not any('class="' in entry["text"] or "-result-title" in entry["location"] for entry in docs)
    # A title of many words stands in no sentence of ours by chance.
    titles = [source.title for source in Register.load().sources.values() if len(source.title.split()) > MANY_WORDS]
    assert all(title not in json.dumps(docs, ensure_ascii=False) for title in titles)


TERM = "term"


def test_every_term_leads_to_its_entry_once_a_page(site: Path, pages: list[html_page.Page]) -> None:
    """Pages link terms of the glossary, none of them twice, each to an entry that exists and with its meaning."""
    entries = set(html_page.read(site / "glossary/index.html", site).ids())
    linking = 0
    for page in pages:
        found = [tag.attributes for tag in page.tags if tag.attributes.get("class") == TERM]
        anchors = [attributes["href"].rpartition("glossary/#")[2] for attributes in found]
        assert len(set(anchors)) == len(anchors), page.address
        assert set(anchors) <= entries, page.address
        assert all(attributes["title"] for attributes in found), page.address
        linking += bool(found)
    assert linking > len(pages) / 3  # the embedded pages have none
    assert not any(tag.attributes.get("class") == TERM for tag in _page(pages, "glossary/index.html").tags)


def test_every_gift_has_its_row(pages: list[html_page.Page]) -> None:
    """The gift finder is whole without a script: a row for each gift, whose name opens the calculator with it."""
    keys = Register.load().topics["gift_prices"].keys
    tags = _page(pages, "gifts/index.html").tags
    ids = {tag.attributes["id"] for tag in tags if tag.name == "tr" and "id" in tag.attributes}
    links = {tag.attributes["href"] for tag in tags if "#c=gift-value" in tag.attributes.get("href", "")}

    assert ids == {key.partition(".")[2].replace("_", "-") for key in keys}
    assert links == {f"../calculators/gift-value/#c=gift-value&i.gift={key.partition('.')[2]}" for key in keys}


def _page(pages: list[html_page.Page], address: str) -> html_page.Page:
    """Return one page."""
    return next(page for page in pages if page.address == address)

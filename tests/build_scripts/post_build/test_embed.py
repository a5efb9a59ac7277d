"""Tests of the pages for frames on other sites."""

from __future__ import annotations

from pathlib import Path

from build_scripts.post_build import embed, html_page
from build_scripts.post_build.bundle import Ours
from tests.build_scripts.stand_in import CALCULATORS, StandInContent

OURS = Ours(
    ("assets/javascripts/main.js", embed.OF_THE_GUIDE), ("assets/stylesheets/one.css", "assets/stylesheets/two.css")
)


def page_of(site: Path, slug: str) -> html_page.Page:
    """Write the embedded pages and return one, parsed."""
    embed.write(site, "https://site.example/base/", OURS, StandInContent())
    return html_page.read(site / "embed" / slug / "index.html", site)


def test_every_calculator_has_one(tmp_path: Path) -> None:
    """The page stands under the calculator's slug and holds that calculator."""
    for slug in CALCULATORS:
        page = page_of(tmp_path, slug)

        assert [tag.attributes["slug"] for tag in page.tags if tag.name == "live-calculator"] == [slug]


def test_it_loads_what_pages_load_and_is_no_page_of_its_own_for_search_engines(tmp_path: Path) -> None:
    """Ours and nothing of the theme's; the canonical address is the full page; a title is escaped."""
    page = page_of(tmp_path, "like-value")
    tags = [(tag.name, tag.attributes) for tag in page.tags]

    assert [a["href"] for name, a in tags if a.get("rel") == "stylesheet" and name == "link"] == [
        "../../assets/stylesheets/one.css",
        "../../assets/stylesheets/two.css",
    ]
    assert [a["src"] for name, a in tags if name == "script"] == ["../../assets/javascripts/main.js"]
    assert [a["content"] for _, a in tags if a.get("name") == "robots"] == ["noindex"]
    assert [a["href"] for _, a in tags if a.get("rel") == "canonical"] == [
        "https://site.example/base/calculators/like-value/"
    ]
    assert "<title>like-value &amp; more</title>" in page.text


def test_it_says_where_it_is_from(tmp_path: Path) -> None:
    """Two links lead out of the frame: to the site and to the full page."""
    page = page_of(tmp_path, "like-value")
    links = [tag.attributes["href"] for tag in page.tags if tag.name == "a"]

    assert links == ["root:", "root:calculators/like-value/"]
    assert [tag.attributes["target"] for tag in page.tags if tag.name == "base"] == ["_blank"]

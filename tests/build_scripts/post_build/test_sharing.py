"""Tests of what every page gains to be found, shared and corrected, and of llms.txt."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from build_scripts import project
from build_scripts.post_build import card, finish, html_page, llms, sharing
from calculators.kit.figures import Register
from tests.build_scripts.post_build import built_site
from tests.build_scripts.post_build.example_site import ABOUT, CALCULATOR, PAGE

FOOT = '<a href="correct:">Correct this</a><a href="discuss:">Discuss</a>'


@pytest.fixture
def seeing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> sharing.Sharing:
    """Return the step over an empty site, its cards left undrawn."""
    monkeypatch.setattr(project, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(card, "png", lambda *_: b"card")
    return sharing.Sharing(tmp_path / "site", "/our-site/", ABOUT)


def finished(seeing: sharing.Sharing, site: Path, **bodies: str) -> dict[str, html_page.Page]:
    """Write pages, finish them, and return them by address."""
    built_site.write(site, **bodies)
    finish.write(site, "/our-site/", {}, None, sharing=seeing.edits)
    return {page.address: page for page in html_page.pages(site)}


def metas(page: html_page.Page) -> dict[str, str]:
    """Return the properties and names that a page's head gives."""
    tags = [tag.attributes for tag in page.tags if tag.name == "meta" and "content" in tag.attributes]
    return {each.get("property") or each.get("name", ""): each["content"] for each in tags}


def test_a_page_gains_what_others_show_of_it(seeing: sharing.Sharing, tmp_path: Path) -> None:
    """Title, address, card and feed, all in the head, and links that lead to the repository."""
    page = finished(seeing, tmp_path / "site", earn_gifts=f"<h1>Gifts</h1>{FOOT}")["earn/gifts/index.html"]

    said = metas(page)
    assert (said["og:title"], said["og:url"]) == ("T", "https://ann.example/our-site/earn/gifts/")
    assert (said["og:type"], said["twitter:card"]) == ("article", "summary_large_image")
    assert said["og:image:alt"] == said["twitter:image:alt"] == "A till slip: T."
    path = said["og:image"].removeprefix(ABOUT.url)
    assert (tmp_path / "site" / path).read_bytes() == b"card"
    (feed,) = [tag.attributes for tag in page.tags if tag.attributes.get("rel") == "alternate"]
    assert feed["href"] == "../../changes.xml"
    links = [tag.attributes["href"] for tag in page.tags if tag.name == "a"]
    assert all(link.startswith(ABOUT.repository) for link in links)
    assert page.text.index('"og:title"') < page.text.index("</head>")


def test_pages_not_to_be_found_gain_only_their_links(seeing: sharing.Sharing, tmp_path: Path) -> None:
    """The 404 page and pages for frames have no card and no data, and their links work."""
    pages = finished(seeing, tmp_path / "site", missing=FOOT, embed_x=FOOT)

    for address in ("404.html", "embed/x/index.html"):
        assert "og:" not in pages[address].text
        assert "ld+json" not in pages[address].text
        assert "correct:" not in pages[address].text


def test_trail_names_the_pages_above(seeing: sharing.Sharing, tmp_path: Path) -> None:
    """A folder without a page of its own is left out of the trail, since it has no address to go to."""
    heading = '<h1 id="e">Eight <em>ways</em><a class="headerlink" href="#e">¶</a></h1>'
    pages = finished(
        seeing, tmp_path / "site", index="", earn=heading, earn_gifts="<h1>Gifts</h1>", other_page="<h1>Other</h1>"
    )

    def trail(address: str) -> list[str]:
        data = re.search(r'<script type="application/ld\+json">(.*?)</script>', pages[address].text)
        assert data
        return [step["name"] for step in json.loads(data[1])["@graph"][0].get("itemListElement", [])]

    assert trail("earn/gifts/index.html") == ["Our Site", "Eight ways", "Gifts"]
    assert trail("other/page/index.html") == ["Our Site", "Other"]
    assert trail("index.html") == []


NAV = [
    {"Home": "index.md"},
    {"Calculators": [{"Gifts": "calculators/gift-earnings.md"}]},
    {"About": [{"About": "about/index.md"}, {"Decisions": ["about/decisions/0001-x.md"]}]},
]


def test_llms_lists_pages_and_figures() -> None:
    """Sections as in the navigation, each page with its description; of figures, those that the first pages name."""
    register = Register.load()
    home = PAGE._replace(path="", title="Home", figures=("figure-gifts-creator_share",))
    pages = [home, CALCULATOR, PAGE._replace(path="about/"), PAGE._replace(path="about/decisions/0001-x/", title="X")]

    lines = llms.text(NAV, pages, register, ABOUT).splitlines()

    assert lines[0] == "# Our Site"
    assert lines[2] == "> All about it."
    assert [line for line in lines if line.startswith("## ")] == [
        *("## Start here", "## Calculators", "## About", "## Figures", "## Optional")
    ]
    assert "- [Home](https://ann.example/our-site/): Half a cent." in lines
    assert "- [X](https://ann.example/our-site/about/decisions/0001-x/)" in lines
    figures = lines[lines.index("## Figures") + 2 : lines.index("## Optional") - 1]
    assert figures
    assert all(line.endswith("; gifts.creator_share)") for line in figures)
    rows = register.figures["gifts.creator_share"].rows
    assert len(figures) == len({row.region for row in rows})
    assert any(" (United States): " in line for line in figures)
    assert all("; checked " in line and "grade " in line and "since " in line for line in figures)

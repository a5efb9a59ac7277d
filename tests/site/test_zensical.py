"""The same pages and `mkdocs.yml` built with MkDocs and with Zensical: everything of ours comes out the same.

Zensical ignores what it does not know without a word, so silence proves nothing: what should be on each page is
counted in the Markdown.
"""

from __future__ import annotations

import collections
import itertools
import re
from pathlib import Path

import pytest

from build_scripts import project
from build_scripts.markdown.notation import CITATION, INLINE, mentions
from build_scripts.post_build import about, contact, html_page, links, outline
from build_scripts.site_builders import zensical
from calculators.kit.figures import Register
from tests.site import fragments
from tests.site.trial import Trial

PAGES = sorted(path.relative_to(project.DOCS).as_posix() for path in project.DOCS.rglob("*.md"))


@pytest.fixture(scope="session")
def by_zensical(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the pages with Zensical, their own kinds of link rewritten as in the finished site."""
    folder = tmp_path_factory.mktemp("zensical") / "site"
    edition = Register.load().edition
    zensical(folder, edition)
    site = about.read(edition)
    for page in html_page.pages(folder):
        seen = outline.outline(page, site.name)
        edits = itertools.chain(links.edits(page, project.base_path()), contact.edits(page, seen, site))
        (folder / page.address).write_text(page.replaced(edits), "utf-8")
    return folder


def built(site: Path, page: str) -> str:
    """Return the HTML that a Markdown page became."""
    name = page.removesuffix(".md")
    file = "index.html" if name == "index" else f"{name.removesuffix('/index')}/index.html"
    return (site / file).read_text("utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_everything_written_is_there(page: str, by_zensical: Path) -> None:
    """Each page has as many calculators, tables, lists and inline figures as its Markdown names."""
    written = collections.Counter(mention.kind for mention in mentions(project.DOCS) if mention.page == f"docs/{page}")

    text = built(by_zensical, page)

    found = collections.Counter(kind for kind, _html in fragments.fences(text))
    found[INLINE] += len(fragments.inline_figures(text))
    found[CITATION] += len(fragments.citations(text))
    assert +found == written


@pytest.mark.parametrize("page", PAGES)
def test_same_as_mkdocs(page: str, site: Path, by_zensical: Path) -> None:
    """Each calculator, table, list, inline figure, citation and linked term is the same HTML from both builders."""
    one, two = built(site, page), built(by_zensical, page)

    assert fragments.fences(two) == fragments.fences(one)
    assert fragments.inline_figures(two) == fragments.inline_figures(one)
    assert fragments.citations(two) == fragments.citations(one)
    assert fragments.terms(two) == fragments.terms(one)


@pytest.mark.parametrize("page", PAGES)
def test_same_links_to_correct_and_discuss(page: str, site: Path, by_zensical: Path) -> None:
    """The end of every page is the same, too: both builders read our part of the theme."""
    one, two = (
        re.search(r'<footer class="page-contact".*?</footer>', built(each, page), re.DOTALL)
        for each in (site, by_zensical)
    )

    assert one
    assert two
    assert [tag.attributes for tag in html_page.parse(two[0], "").tags if tag.name == "a"] == [
        tag.attributes for tag in html_page.parse(one[0], "").tags if tag.name == "a"
    ]


def test_pages_have_something_of_ours(site: Path) -> None:
    """The comparison is not of nothing: every fence, inline figures, citations and linked terms are in use."""
    assert fragments.terms(built(site, "index.md"))
    kinds = {"calculator", "figures", "sources", "picture", "gifts", INLINE, CITATION}
    assert {mention.kind for mention in mentions(project.DOCS)} == kinds


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (
            '```calculator slug="gift-earning"\n```',
            "There is no calculator “gift-earning”. Did you mean “gift-earnings”",
        ),
        ('```calculator slug="gift-earnings" viewers="many"\n```', 'viewers="many": '),
        ("Creators keep {figure:gifts.nothing} of it.", "There is no figure “gifts.nothing”."),
    ],
)
def test_mistake_stops_the_build(builder: str, written: str, reason: str, trial: Trial) -> None:
    """A name that does not exist stops both builders, with the page, its line, what is written and why."""
    trial.empty_pages()
    trial.add_to_page("how-we-calculate.md", written)

    done = trial.build(builder)

    assert done.returncode == 1
    assert reason in done.stderr
    assert "docs/how-we-calculate.md:4: " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (trial.root / "built" / "how-we-calculate" / "index.html").exists()


def test_page_check_names_every_mistake(trial: Trial) -> None:
    """The build's own first step reports all mistakes of all pages at once, one a line, and builds nothing."""
    trial.add_to_page("how-we-calculate.md", '```figures topic="nothing"\n```')
    trial.add_to_page("index.md", "{figure:gifts.nothing}")

    done = trial.run("-m", "build_scripts.build", "--output", "out")

    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert [line.split(":")[0] for line in lines] == ["docs/how-we-calculate.md", "docs/index.md"]
    assert not (trial.root / "out").exists()

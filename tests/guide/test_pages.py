"""Every page of the guide, as its author wrote it."""

from __future__ import annotations

import itertools
import re
from collections import Counter

import pytest
import yaml

from build_scripts import project
from calculators.kit.figures import Register
from tests.guide import prose
from tests.guide.prose import Page

REGISTER = Register.load()
PAGES = prose.pages()
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)

HIGHEST_GRADE = 8
LONGEST_PARAGRAPH = 75
"""Words: about six lines on a telephone's screen times two."""

READ_BUT_NOT_CITED = {
    "I3": "confirms the trend that I2 gives in numbers",
    "N28": "single evenings of one genre, which say nothing about a usual one",
    "N31": "a Chinese platform's totals, with no TikTok figure",
    "N39": "French totals of 2022 and 2023, with nothing for one creator",
    "B33": "fees that are not charged on mass payouts",
}
"""Sources that no figure and no page rests on, each with the reason why it stays in the register."""


@each_page
def test_the_reading_grade_is_8_or_lower(page: Page) -> None:
    """Eighth-graders can read it, by the Flesch-Kincaid formula, the site's own terms excepted."""
    assert prose.grade(page.body) <= HIGHEST_GRADE


@each_page
def test_paragraphs_are_short(page: Page) -> None:
    """No paragraph is a wall."""
    blocks = re.split(r"\n\s*\n|\n(?=\s*(?:[-*|]|\d+\.) )", prose.plain(page.body))
    assert [block for block in blocks if len(prose.words(block)) > LONGEST_PARAGRAPH] == []


@each_page
def test_title_and_description_fit_a_search_result(page: Page) -> None:
    """A title of at most 60 characters, a description of 70 to 155."""
    assert 0 < len(page.head["title"]) <= 60
    assert 70 <= len(page.head["description"]) <= 155


@pytest.mark.parametrize("key", ["title", "description"])
def test_titles_and_descriptions_are_unique(key: str) -> None:
    """No two pages look the same among search results."""
    assert [text for text, times in Counter(page.head[key] for page in PAGES).items() if times > 1] == []


@each_page
def test_headings_are_in_order(page: Page) -> None:
    """One heading of the first level, first; no level is left out; no two headings of a page are the same."""
    headings = re.findall(r"^(#+) (.+)$", prose.plain(page.body), re.MULTILINE)
    levels = [len(marks) for marks, _ in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    below = set(itertools.pairwise(levels))
    steps = {(before, after) for before, after in below if after > before + 1}
    assert steps == set()
    assert len({text for _, text in headings}) == len(headings)


def test_every_page_is_in_the_navigation() -> None:
    """No page is an orphan, and none is listed twice."""
    listed = _leaves(yaml.load(project.CONFIG.read_text("utf-8"), Loader=_Loose)["nav"])  # noqa: S506  it makes nothing
    assert sorted(name for name in listed if "decisions" not in name) == sorted(page.name for page in PAGES)


def test_every_decision_is_in_the_list_and_in_the_navigation() -> None:
    """Whoever looks for a decision finds it on their list; a closed menu shows no more than that list."""
    folder = project.DOCS / "about" / "decisions"
    decisions = {path.name for path in folder.glob("*.md")} - {"index.md"}
    listed = re.findall(r"\]\(([^)#\s]+\.md)", (folder / "index.md").read_text("utf-8"))
    assert sorted(listed) == sorted(decisions)
    menu = _leaves(yaml.load(project.CONFIG.read_text("utf-8"), Loader=_Loose)["nav"])  # noqa: S506  it makes nothing
    names = [name.rpartition("/")[2] for name in menu if "decisions" in name]
    assert names == ["index.md", *sorted(decisions)]


def test_every_page_is_linked_from_the_text_of_another() -> None:
    """A reader who follows links finds every page; for a calculator, just begun, the navigation is enough."""
    linked = set()
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#\s]+\.md)", page.body):
            path = (project.DOCS / page.name).parent / target
            linked.add(path.resolve().relative_to(project.DOCS.resolve()).as_posix())
    assert sorted({page.name for page in PAGES if not page.name.startswith("calculators/")} - linked) == []


@each_page
def test_external_addresses_are_in_the_source_register(page: Page) -> None:
    """An address in prose is one that we have read and keep: today all go through citations."""
    kept = {_bare(address) for source in REGISTER.sources.values() for address in source.links}
    found = re.findall(r"https?://[^\s)>\"”]+", page.body)
    assert [address for address in found if _bare(address) not in kept] == []


@each_page
def test_a_page_with_numbers_names_figures(page: Page) -> None:
    """A built page ends with the day its figures were checked; only pages about the site, and signposts, have none."""
    without = ("about/", "calculators/index.md", "how-we-calculate.md", "figures.md", "sources.md")
    fence = re.search(r"^```(?:calculator|figures|sources|gifts)", page.body, re.MULTILINE)
    assert page.name.startswith(without) or fence or "{figure:" in page.body


def test_every_source_is_used_or_has_a_reason() -> None:
    """A source is used by a figure, cited in a page, or kept for a stated reason."""
    of_figures = {name for figure in REGISTER.figures.values() for row in figure.rows for name in row.sources}
    cited = {
        name
        for page in PAGES
        for inside in re.findall(r"\{source:([^}]*)\}", page.body)
        for name in inside.split()[:-1]
    }
    assert set(REGISTER.sources) - of_figures - cited == set(READ_BUT_NOT_CITED)


def test_no_citation_raises_a_grade() -> None:
    """What rests on blogs, code or our own assumption alone is cited as C at best; the assumption itself as D."""
    of_law = {"L2"}  # three practitioners on a rule of law, which the notes grade by the rule
    weak = {"blog", "repository", "thread", "assumption"}
    raised = []
    for page in PAGES:
        for inside in re.findall(r"\{source:([^}]*)\}", page.body):
            *names, grade = inside.split()
            kinds = {REGISTER.sources[name].kind for name in names}
            lone_blog = kinds <= weak and not of_law.issuperset(names) and len(names) == 1 and grade < "C"
            if lone_blog or ("assumption" in kinds and grade != "D"):
                raised.append(f"{page.name}: {inside}")
    assert raised == []


class _Loose(yaml.SafeLoader):
    """Reads mkdocs.yml without making the Python objects it names."""


_Loose.add_multi_constructor("tag:yaml.org,2002:python/", lambda _loader, suffix, _node: suffix)


def _leaves(nav: object) -> list[str]:
    """Return the pages of a navigation, in order."""
    if isinstance(nav, str):
        return [nav]
    parts = nav.values() if isinstance(nav, dict) else nav
    return [name for part in parts for name in _leaves(part)]  # type: ignore[attr-defined]


def _bare(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", address).rstrip("/.,")

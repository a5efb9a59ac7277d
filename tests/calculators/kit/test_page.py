"""What only the build renders: tables of figures and lists of sources, in words and not in our codes."""

from __future__ import annotations

import re

from calculators.kit import page
from calculators.kit.figure_words import KINDS, REGIONS
from tests.calculators.conftest import REGISTER


def test_a_region_is_told_by_its_name() -> None:
    """Beside the figure where it holds in one region only, and in the table of its rows."""
    tables = "".join(page.figures_table_html(REGISTER, topic.keys) for topic in REGISTER.topics.values())
    beside = set(re.findall(r"<span>region: ([^<]+)</span>", tables))
    in_rows = set(re.findall(r'<tr><th scope="row">[^<]+</th><td>([^<]+)</td>', tables))

    assert "United States" in beside | in_rows
    assert "everywhere else" in beside, "a figure of several regions does not hold for all of them"
    assert beside <= set(REGIONS.values()) - {"worldwide"} | {"everywhere else"}
    assert in_rows <= set(REGIONS.values())


def test_the_list_of_topics_leads_to_each_with_what_is_to_be_known_of_it() -> None:
    """Each topic has a link before the tables, and under its title its note, which may warn of the figures."""
    html = page.all_figures_html(REGISTER)
    links = re.findall(r'<li class="ledger-topic"><a href="#(topic-[^"]+)">', html)

    assert links == [page.topic_anchor(name) for name in REGISTER.topics]
    assert re.findall(r'<h2 class="ledger-title" id="([^"]+)">', html) == links
    notes = [topic.note for topic in REGISTER.topics.values() if topic.note]
    assert html.count('<p class="ledger-note">') == len(notes)
    assert "to be compared, not to be used" in html


def test_our_own_assumption_is_no_source_of_that_name() -> None:
    """A guess of ours is told as one, not as what a publisher says."""
    html = page.all_figures_html(REGISTER)
    assert ">Our own assumption</a>" in html
    assert ">Do Likes Pay?</a>" not in html


def test_a_kind_of_source_is_told_in_words() -> None:
    """Each source says what it is: "press", "TikTok's own text"."""
    listed = page.sources_html(REGISTER)
    kinds = re.findall(r"<span>([^<]+)</span></p>", listed)

    assert len(kinds) == len(REGISTER.sources)
    assert {kind.replace("&#39;", "'") for kind in kinds} <= set(KINDS.values())

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
    assert beside <= set(REGIONS.values()) - {"worldwide"}
    assert in_rows <= set(REGIONS.values())


def test_a_kind_of_source_is_told_in_words() -> None:
    """Each source says what it is: "press", "TikTok's own text"."""
    listed = page.sources_html(REGISTER)
    kinds = re.findall(r"<span>([^<]+)</span></p>", listed)

    assert len(kinds) == len(REGISTER.sources)
    assert {kind.replace("&#39;", "'") for kind in kinds} <= set(KINDS.values())

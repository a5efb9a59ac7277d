"""What was asked for at the start: each topic has a calculator and a page, and the three levers are bars."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from calculators import registry
from calculators.kit.result_charts import drivers
from tests.calculators.conftest import REGISTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.kit.engine import Result

DOCS = Path(__file__).parents[2] / "docs"
NAVIGATION = (DOCS.parent / "mkdocs.yml").read_text(encoding="utf-8")

TOPICS = [
    # topic, calculators, the page of the guide that has or names them
    ("likes", ("like-value", "live-match"), "engagement.md"),
    ("likes in matches", ("live-match",), "earn/matches.md"),
    ("gifts", ("gift-earnings", "gift-value"), "earn/gifts.md"),
    ("coins and diamonds", ("coins-diamonds-cash",), "how-live-money-works.md"),
    ("Creator Fund, closed", ("video-rewards",), "earn/video-rewards.md"),
    ("brand partnerships and sponsored content", ("brand-deal",), "earn/brand-deals.md"),
    ("merchandise", ("merch-profit",), "earn/merchandise.md"),
    ("engagement and visibility", ("like-value", "gift-levers"), "engagement.md"),
    ("the three levers", ("gift-levers",), "engagement.md"),
]


@pytest.mark.parametrize(("topic", "slugs", "guide"), TOPICS, ids=[topic for topic, _, _ in TOPICS])
def test_each_topic_has_a_calculator_and_a_page(topic: str, slugs: tuple[str, ...], guide: str) -> None:
    """The calculator's own page shows it, and stands in the navigation; a page of the guide leads there."""
    text = (DOCS / guide).read_text(encoding="utf-8")
    led_to = {slug for slug in slugs if f'calculator slug="{slug}"' in text or f"calculators/{slug}.md" in text}

    assert set(slugs) <= set(registry())
    assert led_to, f"{guide} does not lead to a calculator on {topic}"
    assert guide in NAVIGATION
    for slug in slugs:
        assert f"calculators/{slug}.md" in NAVIGATION
        assert f'calculator slug="{slug}"' in (DOCS / "calculators" / f"{slug}.md").read_text(encoding="utf-8")


CLOSED = {"us": (2023, 12, 16), "uk": (2023, 12, 16), "de": (2023, 12, 16), "fr": (2023, 12, 16)} | {
    "it": (2024, 2, 26),
    "es": (2024, 2, 26),
}
"""When the Creator Fund closed (facts §6: N7, T11, T12)."""


@pytest.mark.parametrize("country", CLOSED)
def test_the_creator_fund_is_closed_on_its_day(answer: Callable[..., Result], country: str) -> None:
    """The slip says that it is closed and pays nothing; the page tells the day by country, from the figure."""
    lines = {line.label: line for line in answer("video-rewards", region=country, views="1m").answer.breakdown}
    page = (DOCS / "earn" / "video-rewards.md").read_text(encoding="utf-8")

    assert lines["The Creator Fund pays today"].value == 0
    assert lines["The Creator Fund pays today"].note == "it is closed"
    assert lines["The Creator Fund would have paid, while it ran"].value == pytest.approx(25)  # 1,000 × $0.025
    assert REGISTER.figures["video.fund_rpm"].row(REGISTER.edition, country).since == date(*CLOSED[country])
    assert f"{{figure:video.fund_rpm {country} date}}" in page


LEVERS = [
    # lever, the input that stands for it, whether it works by itself
    ("number of viewers", "reach", True),
    ("engagement rate", "givers", True),
    ("gift value", "gift", True),
    ("engagement rate, by the viewers it may bring", "extra_viewers", False),
]


@pytest.mark.parametrize(("lever", "name", "is_direct"), LEVERS, ids=[lever for lever, _, _ in LEVERS])
def test_each_lever_is_a_bar(answer: Callable[..., Result], lever: str, name: str, *, is_direct: bool) -> None:
    """Direct effects begin above nothing and end higher; the indirect one begins at the month without it."""
    result = answer("gift-levers")
    bar = next(driver for driver in result.drivers if driver.key == name)
    label = next(spec.label for spec in result.calculator.inputs if spec.name == name)
    month = result.answer.headline.value

    assert bar.at_low < bar.at_high, lever
    assert (bar.at_low < month) == is_direct
    assert bar.at_high > month
    assert label in {shown["label"] for shown in drivers(result)["drivers"]}


def test_the_levers_are_shown_not_asserted() -> None:
    """The page of the levers claims no weight of likes: it says that nobody knows it."""
    text = (DOCS / "calculators" / "gift-levers.md").read_text(encoding="utf-8")

    assert re.search(r"Nobody\s+knows\s+its\s+weight", text)

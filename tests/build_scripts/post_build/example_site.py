"""A site and a page of it, for the tests of what is told of pages."""

from __future__ import annotations

from datetime import date

from build_scripts.post_build.about import About
from build_scripts.post_build.outline import Outline, Result

ABOUT = About(
    "Our Site",
    "All about it.",
    "https://ann.example/our-site/",
    "https://code.example/ann/our-site",
    date(2026, 11, 22),
)
PAGE = Outline(
    path="earn/gifts/",
    title="What gifts & “coins” pay",
    heading="Gifts",
    description="Half a cent.",
    checked="2026-11-20",
    result=None,
    version="",
    questions=(),
    figures=(),
)
CALCULATOR = PAGE._replace(
    path="calculators/gift-earnings/",
    result=Result("You keep, a month", "$32", "8 in 10 times between $6 and $95."),
    version="2026.11.22",
)

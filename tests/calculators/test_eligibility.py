"""Eligibility: each condition at its limit and just missed, from TikTok's pages and the press."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import registry
from calculators.eligibility import GOALS
from calculators.kit.engine import Request, answer_request
from calculators.kit.result_charts import likely_range
from calculators.kit.result_words import range_sentence
from tests.calculators.conftest import REGISTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.kit.engine import Result

# For test_properties.py.
FALLING = ("followers", "age", "views")
NEVER_NOTHING = "counts conditions, and none of them comes of nothing"

READY = {"age": "20", "followers": "100000", "views": "100000", "region": "us"}
"""Somebody who meets every condition of every goal."""

CASES = [
    # goal, what is changed, conditions missing
    ("live", {"age": "18", "followers": "1000"}, 0),  # the limits themselves are enough
    ("live", {"age": "17"}, 1),  # 18 since 23 November 2022
    ("live", {"age": "16", "followers": "999"}, 2),
    ("live", {"views": "0"}, 0),  # views are not asked for
    ("live", {"region": "in"}, 1),  # banned since 2020
    ("live", {"region": "ru"}, 1),  # LIVE stopped in March 2022
    ("live", {"standing": "no"}, 1),
    ("live", {"public": "yes"}, 0),  # a politician may go LIVE
    ("gifts", {"public": "yes"}, 1),  # and may not collect gifts
    ("gifts", {"business": "yes"}, 0),
    ("gifts", {"age": "17"}, 1),
    ("gifts", {"region": "kr", "age": "18"}, 1),  # of age at 19 in South Korea
    ("gifts", {"region": "kr", "age": "19"}, 0),
    ("live", {"region": "kr", "age": "18"}, 0),  # TikTok's 18 is for all who host
    ("subscription", {"followers": "9999", "views": "99999"}, 2),
    ("subscription", {"age": "17"}, 1),
    ("subscription", {"followers": "10000"}, 0),
    ("rewards", {"followers": "10000"}, 0),
    ("rewards", {"views": "99999"}, 1),
    ("rewards", {"business": "yes"}, 1),  # personal accounts only
    ("rewards", {"public": "yes"}, 1),  # nor is a party's account a personal one
    ("video_gifts", {"public": "yes"}, 0),  # what bars them is told of LIVE Gifts only
    ("rewards", {"business": "yes", "public": "yes"}, 1),  # the wrong kind of account is one condition
    ("rewards", {"region": "it"}, 1),  # Italy had the fund; it is not among the eight countries
    ("rewards", {"region": "kr", "age": "18"}, 1),  # 19 in South Korea
    ("video_gifts", {"followers": "99999"}, 1),
    ("video_gifts", {"business": "yes"}, 1),
    ("video_gifts", {"region": "jp", "age": "19"}, 1),  # 20 in Japan
    ("video_gifts", {"region": "jp", "age": "20"}, 0),
]


@pytest.mark.parametrize(("goal", "change", "missing"), CASES)
def test_counts_what_is_missing(answer: Callable[..., Result], goal: str, change: dict[str, str], missing: int) -> None:
    """The headline and the list agree on what is missing."""
    result = answer("eligibility", goal=goal, **READY | change)

    assert result.answer.headline.value == missing
    assert [line.note for line in result.answer.breakdown].count("missing") == missing


@pytest.mark.parametrize("goal", GOALS)
def test_says_so_when_nothing_is_missing(answer: Callable[..., Result], goal: str) -> None:
    """Somebody who meets everything reads it in words, with no promise beyond what is known."""
    from calculators.kit.result_words import sentence

    assert sentence(answer("eligibility", goal=goal, **READY)).endswith(
        "none of the conditions we asked about is missing."
    )


def test_conditions_that_are_not_asked_are_told(answer: Callable[..., Result]) -> None:
    """For gifts on videos: an account of 30 days, a public post within 30, and no Duet, Stitch or sponsored video."""
    told = {
        goal: [
            (line.value, line.unit)
            for line in answer("eligibility", goal=goal).answer.breakdown
            if line.note == "not asked here"
        ]
        for goal in GOALS
    }

    assert told.pop("video_gifts") == [(30, "days"), (30, "days"), (1, "yes_no")]
    assert set(map(tuple, told.values())) == {()}


def test_the_bar_for_going_live_is_doubtful(answer: Callable[..., Result]) -> None:
    """With 500 followers one misses the usual 1,000, and not the 300 that some need: two readings, not a range."""
    result = answer("eligibility", **READY | {"followers": "500"})

    assert result.answer.headline.value == 1
    assert [(driver.at_low, driver.at_high) for driver in result.drivers] == [(0, 1)]
    assert range_sentence(result) == ""
    assert likely_range(result) is None


@settings(max_examples=40, deadline=None)
@given(
    goal=st.sampled_from(list(GOALS)),
    age=st.integers(0, 40),
    followers=st.integers(0, 200_000),
    views=st.integers(0, 200_000),
    more=st.integers(0, 100_000),
)
def test_more_never_misses_more(goal: str, age: int, followers: int, views: int, more: int) -> None:
    """Growing older, and more followers and views, never add a missing condition."""
    before, after = (
        answer_request(
            registry()["eligibility"],
            Request(
                {
                    "goal": goal,
                    "age": str(age + min(add, 50)),
                    "followers": str(followers + add),
                    "views": str(views + add),
                }
            ),
            REGISTER,
        ).answer.headline.value
        for add in (0, more)
    )

    assert after <= before

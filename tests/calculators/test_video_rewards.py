"""Video rewards: cases from the press, and one case for each condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import registry
from calculators.kit.engine import Request, answer_request
from tests.calculators.conftest import REGISTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.kit.engine import Result

# For test_properties.py.
RISING = ("views", "qualified", "rpm", "age", "followers")
NOTHING = [{"views": "0"}]

CASES = [
    # views, part that counts, RPM, pay
    ("70000", "43", "0.68", 20.468),  # 30,100 ÷ 1,000 × 0.68: near the student's 30,000 views at $0.67 to $0.70
    ("1000000", "43", "0.60", 258.0),  # 430,000 ÷ 1,000 × 0.60
    ("1000000", "100", "1.00", 1000.0),  # every view counts: the ceiling
    ("0", "43", "0.60", 0.0),  # nobody watched
    ("1000000", "0", "0.60", 0.0),  # nothing counts
]


@pytest.mark.parametrize(("views", "qualified", "rpm", "pay"), CASES)
def test_pays_for_views_that_count(
    answer: Callable[..., Result], views: str, qualified: str, rpm: str, pay: float
) -> None:
    """Views × the part that counts ÷ 1,000 × RPM, for somebody in the programme."""
    result = answer("video-rewards", views=views, qualified=qualified, rpm=rpm, member="yes")

    assert result.answer.headline.value == pytest.approx(pay)


GOOD = {"views": "100000", "age": "18", "followers": "10000", "personal": "yes", "region": "us", "rpm": "1"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("views", "99999"),
        ("age", "17"),
        ("followers", "9999"),
        ("personal", "no"),
        ("region", "es"),  # Spain had the fund, but is not among the eight countries
    ],
)
def test_one_missing_condition_keeps_one_out(answer: Callable[..., Result], name: str, value: str) -> None:
    """At the limit one is let in; each condition alone, just missed, keeps one out, and its line says so."""
    good, bad = answer("video-rewards", **GOOD), answer("video-rewards", **GOOD | {name: value})

    assert good.answer.headline.value == pytest.approx(43.0)  # 100,000 × 43 % ÷ 1,000 × $1
    assert bad.answer.headline.value == 0
    assert [line.note for line in good.answer.breakdown].count("missing") == 0
    assert [line.note for line in bad.answer.breakdown].count("missing") == 1
    assert bad.answer.steps[0].value == 1


def test_south_korea_asks_for_nineteen(answer: Callable[..., Result]) -> None:
    """18 is enough in Japan and not in South Korea."""
    japan, korea = (answer("video-rewards", **GOOD | {"region": place}).answer for place in ("jp", "kr"))

    assert (japan.steps[0].value, korea.steps[0].value) == (0, 1)


def test_the_fund_paid_little_and_pays_nothing_now(answer: Callable[..., Result]) -> None:
    """Hank Green counted 2.5 cents for 1,000 views: $25 for a million; today it is $0 everywhere."""
    for region in ("us", "it", "world"):
        lines = {line.label: line.value for line in answer("video-rewards", views="1m", region=region).answer.breakdown}

        assert lines["The Creator Fund would have paid, while it ran"] == pytest.approx(25.0)
        assert lines["The Creator Fund pays today"] == 0


@settings(max_examples=40, deadline=None)
@given(views=st.integers(0, 10**7), more=st.integers(0, 10**7), member=st.sampled_from(["yes", "no"]))
def test_more_views_never_pay_less(views: int, more: int, member: str) -> None:
    """The pay rises with the views, inside the programme and at its door."""
    low, high = (
        answer_request(registry()["video-rewards"], Request({"views": str(n), "member": member}), REGISTER)
        for n in (views, views + more)
    )

    assert low.answer.headline.value <= high.answer.headline.value

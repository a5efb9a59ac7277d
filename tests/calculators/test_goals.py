"""Beside any goal stands how usual it is, as far as anybody knows."""

from __future__ import annotations

import pytest

from calculators import registry
from calculators.kit.decision_views import goal_view
from calculators.kit.engine import Request, answer_request
from calculators.kit.result_words import breakdown
from tests.calculators.conftest import REGISTER


def usual(**request: str) -> dict[str, str]:
    """Return what stands beside a target for gifts, by label."""
    result = answer_request(registry()["gift-earnings"], Request({"lives": "3"}, **request), REGISTER)
    return {line["label"]: line["text"] for line in (goal_view(result) or {})["usual"]}


def test_a_target_stands_beside_the_average_the_middle_and_those_who_have_it() -> None:
    """$5 × 13 LIVEs = $65; ÷ e^(2.3² ÷ 2) = $4.62 in the middle; $500 is 2.037 deviates above: 1 in 48 (or 1 in 11)."""
    assert usual(target="500") == {
        "Average host, with as many LIVEs": "$65",
        "Host in the middle": "$4.62",
        "Hosts who have that much": "1 in 48",
        "The same, if the average is at its highest reading": "1 in 11",
    }


def test_a_target_in_pounds_is_as_usual_as_its_dollars() -> None:
    """£378.79 are $500 at $1.32; the same hosts have it, told in pounds: $65 ÷ 1.32 = £49.24."""
    pounds = usual(target="378.787879", currency="GBP")

    assert pounds["Average host, with as many LIVEs"] == "£49.24"
    assert pounds["Hosts who have that much"] == "1 in 48"


@pytest.mark.parametrize("slug", sorted(registry()))
def test_where_nobody_knows_it_says_so(slug: str) -> None:
    """No number is made up: the panel then says that none is published, and where one is."""
    result = answer_request(registry()[slug], Request({}, target="1"), REGISTER)
    lines = (goal_view(result) or {})["usual"]

    assert bool(lines) == (slug in {"gift-earnings", "gift-levers"})


def test_a_goal_for_viewers_stands_beside_hosts_of_record() -> None:
    """No spread of audiences is published; the best documented ones are, at their peak."""
    labels = {
        line["label"]: line["text"] for line in breakdown(answer_request(registry()["growth"], Request({}), REGISTER))
    }

    assert labels["How usual is that? The most-watched US host, at the peak"] == "2,000 viewers"
    assert labels["One of Australia's best-paid hosts, at the peak"] == "400 viewers"

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
    """$5 × 13 LIVEs = $65; ÷ e^(2.3² ÷ 2) = $4.62 in the middle; $500 is 2.037 deviates above: 1 in 48.

    At the highest reading $25 × 13 = $325, and 1 in 11.
    """
    assert usual(target="500") == {
        "Average host, a month": "$65",
        "Host in the middle, a month": "$4.62",
        "Hosts who have that much": "1 in 48",
        "That average, at its highest": "$325",
        "Hosts who have that much, then": "1 in 11",
    }


def test_a_target_in_pounds_is_as_usual_as_its_dollars() -> None:
    """£378.79 are $500 at $1.32; the same hosts have it, told in pounds: $65 ÷ 1.32 = £49.24."""
    pounds = usual(target="378.787879", currency="GBP")

    assert pounds["Average host, a month"] == "£49.24"
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


def chance_of(slug: str, target: str, **inputs: str) -> tuple[float | None, str]:
    """Return the chance of a target, as a number and in words."""
    result = answer_request(registry()[slug], Request(inputs, target=target), REGISTER)
    assert result.goal
    return result.goal.chance, (goal_view(result) or {})["chance"]


def test_no_missing_condition_is_not_reached_while_one_is_missing() -> None:
    """The default form lacks one condition. A rule has no likely range, so its target is met or it is not."""
    none, one = (
        "With these numbers it is more than 0 conditions; nothing here is uncertain.",
        "With these numbers it is at most 1 condition; nothing here is uncertain.",
    )
    assert chance_of("eligibility", "0") == (None, none)
    assert chance_of("eligibility", "1") == (None, one)


@pytest.mark.parametrize(
    ("slug", "target"),
    [
        ("growth", "12"),  # it takes 71 months
        ("withdrawal", "3"),  # it takes 7 days
        ("income-goal", "100"),  # it takes 770 viewers
    ],
)
def test_less_than_is_likely_has_a_small_chance(slug: str, target: str) -> None:
    """Where less is better a target below the headline has less than an even chance, and says “at most”."""
    chance, words = chance_of(slug, target)

    assert chance is not None
    assert chance < 0.5
    assert f"at most {target}" in words


def test_more_than_is_likely_has_a_large_chance() -> None:
    """71 months are likely; ten times as many are all but certain to be enough."""
    assert (chance_of("growth", "700")[0] or 0) > 0.9


def test_without_doubt_it_says_on_which_side_of_the_target_the_answer_is() -> None:
    """770 viewers are needed where an average viewer gives exactly ten coins an hour and the share is known."""
    sure = {"coins": "10", "share": "50"}

    assert chance_of("income-goal", "100", **sure)[1] == (
        "With these numbers it is more than 100 viewers; nothing here is uncertain."
    )
    assert chance_of("income-goal", "1000", **sure)[1] == (
        "With these numbers it is at most 1,000 viewers; nothing here is uncertain."
    )


def test_a_whole_number_solves_a_goal_from_the_side_where_less_is_better() -> None:
    """One condition is missing for want of followers: the first number of followers at which none is missing."""
    result = answer_request(registry()["eligibility"], Request({}, target="0", solve="followers"), REGISTER)
    assert result.goal
    (solution,) = result.goal.solutions

    assert solution.reached
    assert solution.headline == 0
    assert result.scenario.headline({"followers": solution.value - 1}) == 1

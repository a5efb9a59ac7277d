"""The words around a result, and what its charts say beside the lines."""

from __future__ import annotations

import re
from typing import Any

import pytest

from calculators import registry
from calculators.kit import result_charts
from calculators.kit.engine import Request, Result, answer_request
from calculators.kit.form_view import form_view
from calculators.kit.result_words import lowered, range_sentence, rounded, steps
from tests.calculators.conftest import REGISTER


def ask(slug: str, **inputs: str) -> Result:
    """Answer one calculator."""
    return answer_request(registry()[slug], Request(inputs), REGISTER)


def form(slug: str, *overridable: str) -> dict[str, Any]:
    """Return what the form's template sees of an untouched calculator, with fields for these figures."""
    examples = {example.name: "" for example in registry()[slug].examples}
    return form_view(ask(slug), overridable, examples)


@pytest.mark.parametrize(
    ("label", "inside"),
    [
        ("Length of a LIVE", "length of a LIVE"),
        ("LIVEs a week", "LIVEs a week"),
        ("Average viewers at once", "average viewers at once"),
        ("TikTok's fee", "TikTok's fee"),
        ("Creator Rewards: age needed", "Creator Rewards: age needed"),
        ("Super Fans", "Super Fans"),
        ("US: added share", "US: added share"),
        ("A gift", "a gift"),
        ("From Super Fans", "from Super Fans"),
    ],
)
def test_names_keep_their_capital_inside_a_sentence(label: str, inside: str) -> None:
    """Only what is no name begins with a small letter."""
    assert lowered(label) == inside


def test_a_picked_figure_is_told_as_what_it_is_for() -> None:
    """The price of a gift is coins for a Rose, that of a post a price for so many followers."""
    assert steps(ask("gift-value"))[0]["formula"] == "how many × coins for Rose"
    price = steps(ask("brand-deal", deal="post"))[0]
    assert price["formula"] == "price for 10,000 to 100,000 followers"


def test_a_formula_has_no_name_of_a_function() -> None:
    """Readers meet the larger and the smaller of two numbers, and are told where a step has nothing to do."""
    told = [
        step["formula"] + step["numbers"] for calculator in registry().values() for step in steps(ask(calculator.slug))
    ]
    assert not [text for text in told if re.search(r"\b(least|most|roundup|log|exp)\(|_", text)]
    assert any("the larger of (" in text for text in told)
    entered = next(step for step in steps(ask("viewer-spend")) if step["label"] == "Coins a week")
    assert (entered["formula"], entered["numbers"]) == ("what I give", "100")
    idle = next(step for step in steps(ask("withdrawal")) if not step["numbers"])
    assert idle["formula"] == "does not apply here"


def test_a_condition_is_told_with_what_it_comes_to() -> None:
    """25 is not below 18 and counts as none, 500 is below 1,000 and counts as one; a bare number stands for itself."""
    missing = steps(ask("eligibility"))[-1]
    assert missing["formula"].startswith("(1 if your age < age needed) + (1 if your followers < followers needed) + ")
    assert missing["numbers"].startswith("0 (25 is not below 18) + 1 (500 is below 1,000) + 0 (150,000 is not below 0)")
    closed = next(step for step in steps(ask("video-rewards", region="world")) if "runs in" in step["formula"])
    assert "+ 1 (0 is below 1) +" in closed["numbers"]


def test_spans_go_upwards_and_name_their_unit_once() -> None:
    """More of an input may mean less of the result: the span is still told from its lower end."""
    spans = {driver["label"]: driver["span"] for driver in result_charts.drivers(ask("merch-profit"))["drivers"]}
    assert spans["Orders sent back"] == "$13 to $50"
    viewers = result_charts.drivers(ask("income-goal"))["drivers"][0]["span"]
    assert viewers == "260 to 3,800 viewers"
    assert range_sentence(ask("income-goal")) == "8 in 10 times between 260 and 3,800 viewers."
    assert range_sentence(ask("withdrawal")) == "8 in 10 times between 1 and 15 days."
    assert range_sentence(ask("gift-earnings")) == "8 in 10 times between $7 and $98."


def test_the_table_of_a_chart_has_both_ends_and_the_reader() -> None:
    """Where the chart ends and where the reader stands are rows, whatever the steps between."""
    chart = result_charts.series(ask("subscriptions"))
    assert chart
    rows = [(row["x"], row["here"]) for row in chart["rows"]]
    assert rows[0] == ("0 Super Fans", False)
    assert ("5 Super Fans", True) in rows
    assert rows[-1] == ("10 Super Fans", False)


def test_the_table_tells_on_which_side_of_a_limit_a_step_is() -> None:
    """A LIVE of 25 minutes is not over 25 minutes; one of five counts as five."""
    chart = result_charts.series(ask("us-live-rewards"))
    assert chart
    rows = {row["x"]: row["y"] for row in chart["rows"]}
    assert rows["5 minutes"] == "29%"
    assert rows["over 25 minutes"] == "46%"
    assert "25 minutes" not in rows


def test_the_bottom_line_of_a_chart_has_no_word_where_it_is_nothing() -> None:
    """There the other axis has its mark, and the ring of a reader who entered nothing."""
    chart = result_charts.series(ask("gift-earnings"))
    assert chart
    assert chart["y_ticks"][0]["text"] == ""
    assert chart["y_ticks"][1]["text"].startswith("$")


def test_a_chart_says_what_it_is_along() -> None:
    """The axis has its unit where its name does not say it; words of an axis stand below their places."""
    chart = result_charts.series(ask("us-live-rewards"))
    assert chart
    assert chart["across"] == "Length of a LIVE, in minutes"
    assert {tick["anchor"] for tick in chart["x_ticks"]} <= {"start", "middle", "end"}
    for slug in registry():
        seen = result_charts.series(ask(slug))
        for tick in seen["x_ticks"] if seen else []:
            is_inside = 20 < float(tick["x"]) < 300
            assert tick["anchor"] == "middle" or not is_inside
    offer = result_charts.series(ask("agency-offer"))
    assert offer
    assert not offer["up"].endswith(" by")


@pytest.mark.parametrize(
    ("slug", "of", "across"),
    [
        ("coins-diamonds-cash", "diamonds", "Amount, in diamonds"),
        ("coins-diamonds-cash", "paid", "Amount, in dollars a viewer pays"),
        ("viewer-spend", "coins", "What I give, in coins a week"),
    ],
)
def test_a_chart_says_what_its_amount_is_counted_in(slug: str, of: str, across: str) -> None:
    """A unit that is picked beside the amount is the axis's as well."""
    chart = result_charts.series(ask(slug, of=of))
    assert chart
    assert chart["across"] == across


def test_the_middle_of_the_dots_is_their_median() -> None:
    """The headline is what the usual values give: half of the cases need not be below it."""
    result = ask("shop-affiliate")
    seen = result_charts.likely_range(result)
    assert seen
    below = sum(value <= result.sample[len(result.sample) // 2] for value in result.sample)
    assert below == pytest.approx(len(result.sample) / 2, abs=2)
    assert seen["middle"] == rounded(result, result.sample[len(result.sample) // 2]) != seen["typical"]
    floor = result_charts.likely_range(ask("subscriptions"))
    assert floor
    assert floor["low_means"] == "none is lower"


def test_functions_do_not_run_into_names_with_commas() -> None:
    """Two numbers of a function are told with "and", a negative one after a plus with one sign, thousands grouped."""
    told = [step["formula"] for step in steps(ask("take-home"))]
    assert any("the larger of (0 and profit, a year)" in formula for formula in told)
    numbers = [step["numbers"] for step in steps(ask("agency-offer"))]
    assert not any("+ −" in text for text in numbers)
    assert "÷ 1,000" in steps(ask("like-value"))[1]["numbers"]


def test_a_target_is_entered_in_what_the_reader_sees() -> None:
    """A share is asked for in percent, as it is shown."""
    assert form("us-live-rewards")["target"]["suffix"] == "%"
    assert form("growth")["target"]["suffix"] == "months"
    assert form("gift-earnings")["target"]["suffix"] == ""


def test_a_condition_of_ours_is_picked_not_typed() -> None:
    """A figure that is yes or no has a list in its place, and a hint that says what we take it for."""
    shown = form("video-rewards", "video.crp_open", "video.crp_age")["figure_fields"]
    fields = {field["key"]: field for field in shown}
    assert [key for key, field in fields.items() if field["is_yes_no"]] == ["video.crp_open"]
    assert fields["video.crp_open"]["hint"] == "We use “yes” (grade C)."
    assert fields["video.crp_age"]["hint"].startswith("Leave empty to use ")


def test_examples_show_entries_with_their_sign() -> None:
    """What an example enters is told as the form would: a price with its currency, a share with its percent."""
    rows = {example["name"]: example["values"] for example in form("shop-affiliate")["examples"]}
    assert any(value.endswith(": 0.0464%") for value in rows["few-buyers"])
    assert any(value.endswith(": 17%") for value in rows["beauty"])
    fields = [value for slug in registry() for example in form(slug)["examples"] for value in example["values"]]
    assert "Length of a LIVE: 120 minutes" in fields
    assert "Where is your account? United States" in fields
    assert not [value for value in fields if "?:" in value]


def test_an_option_says_only_what_its_field_does_not() -> None:
    """A phone has no room for the same word twice; the price beside it must be seen."""
    followers = next(field for field in form("brand-deal")["fields"] if field["label"].startswith("Followers"))
    assert "10,000 to 100,000 · $500" in [option["label"] for option in followers["options"]]

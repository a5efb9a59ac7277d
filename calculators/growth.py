"""How long an audience takes to grow to a goal."""

from __future__ import annotations

import math

from calculators.common import inputs as common
from calculators.kit.author import Amount, Answer, Calculator, Figures, Step, example, note
from calculators.kit.columns import log, most
from calculators.kit.inputs import Form, number, percent


class Inputs(Form):
    """Where the audience is, where it should be, and how fast it grows."""

    viewers: float = common.viewers(default=20, low=1)
    goal: float = number("Viewers you want", unit="viewers", default=100, low=1, high=1_000_000)
    growth: float = percent(
        "Growth in a month",
        figure="audience.monthly_growth",
        low=0.001,
        help="Average viewers this month, over the month before, less 100%. Take several months: one may be luck.",
    )


def compute(given: Inputs, figures: Figures) -> Answer:
    """Count the months of equal growth from here to the goal, and the same at half and twice the growth."""
    times = most(1, given.goal / given.viewers)
    months = log(times) / log(1 + given.growth)
    slow, fast = given.growth / 2, given.growth * 2
    return Answer(
        headline=Amount("Months to your goal", months, "months"),
        breakdown=(
            note("If you grow half as fast", log(times) / log(1 + slow), unit="months"),
            note("If you grow twice as fast", log(times) / log(1 + fast), unit="months"),
            note("Viewers after 12 months", given.viewers * (1 + given.growth) ** 12, unit="viewers"),
            note("Half as fast, after 12 months", given.viewers * (1 + slow) ** 12, unit="viewers"),
            note("Twice as fast, after 12 months", given.viewers * (1 + fast) ** 12, unit="viewers"),
            note(
                "How usual is that? The most-watched US host, at the peak",
                figures["platform.top_case_peak"],
                unit="viewers",
            ),
            note("One of Australia's best-paid hosts, at the peak", figures["platform.best_paid_peak"], unit="viewers"),
        ),
        steps=(
            Step("Times as many viewers", times, "most(1, {goal} ÷ {viewers})", "times"),
            Step("Months to your goal", months, "log({Times as many viewers}) ÷ log(1 + {growth})", "months"),
        ),
    )


CALCULATOR = Calculator(
    "growth",
    "Audience growth",
    Inputs,
    compute,
    question="How long until my audience reaches a goal?",
    sentence="From {viewers} to {goal}: about {headline}, if the growth of {growth} a month goes on.",
    nothing="You have {viewers}, and wanted {goal}: you are there.",
    sweep="goal",
    less_is_better=True,
    examples=(
        # doubling at 100 % a month takes one month; 8 times is 2 × 2 × 2, so three
        example("doubling", "Doubling each month, 10 to 80").given(viewers="10", goal="80", growth="100").gives(3.0),
        # 1.1 to the 17th is 5.0545, so 5 times takes a little less: log 5 ÷ log 1.1 = 16.886 months
        example("ten-percent", "20 to 100, by 10% a month")
        .given(viewers="20", goal="100", growth="10")
        .gives(math.log(5) / math.log(1.1)),
        # 1.023 to the 70th is 4.9126, to the 71st 5.0256, so 5 times takes log 5 ÷ log 1.023 = 70.777 months
        example("platform", "20 to 100, as fast as all of TikTok LIVE")
        .given(viewers="20", goal="100", growth="2.3")
        .gives(
            math.log(5) / math.log(1.023),
            "Hours watched on the whole platform, in the two quarters after the first of 2025.",
        ),
    ),
)

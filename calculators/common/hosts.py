"""How usual an income from LIVE gifts is among hosts: the average beside the host in the middle, and how many have it.

Published totals can be read two ways, so that the average is told at both readings. A rough guess, grade D.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from calculators.common import lognormal
from calculators.kit.answer import Line, Step, note
from calculators.kit.columns import least
from calculators.kit.formatting import ONE_IN

if TYPE_CHECKING:
    from calculators.kit.figures import Figures

DAY, SIGMA = "audience.mean_income_live_day", "audience.creator_income_sigma"
AVERAGE = "{audience.mean_income_live_day} × least({lives}, 7) × 52 ÷ 12"
MIDDLE = "{Average host, a month} ÷ exp({audience.creator_income_sigma} × {audience.creator_income_sigma} ÷ 2)"
ABOVE = "normal_tail(log({GOAL} ÷ {Host in the middle, a month}) ÷ {audience.creator_income_sigma})"


def usual(
    month: float,
    given: Any,  # noqa: ANN401  any Inputs with `lives`
    figures: Figures,
    having: str = "Hosts who have that much",
) -> tuple[Line, ...]:
    """Return the lines that put a month's income beside that of all hosts with as many LIVEs a week.

    `month` is in US dollars; everybody has more than none. `given` has `lives`, a number a week.
    """
    days, sigma = live_days(given), figures[SIGMA]
    mean, high = figures[DAY] * days, figures.value(DAY).high * days
    above, at_most = (lognormal.share_above(month, reading, sigma) for reading in (mean, high))
    return (
        note("Average host, a month", mean, "with as many LIVEs, before fees and tax; a few have most of it"),
        note("Host in the middle, a month", lognormal.median(mean, sigma), "half have less"),
        note(having, above, "a rough guess, grade D", unit=ONE_IN),
        note("That average, at its highest", high, "if the reports count the whole world; a few pull it up"),
        note(f"{having}, then", at_most, "a rough guess, too", unit=ONE_IN),
    )


def usual_steps(goal: str, month: float, given: Any, figures: Figures) -> tuple[Step, ...]:  # noqa: ANN401
    """Return the working of `usual`; `goal` is the name of the input or step that holds the month's income."""
    mean, sigma = figures[DAY] * live_days(given), figures[SIGMA]
    return (
        Step("Average host, a month", mean, AVERAGE),
        Step("Host in the middle, a month", lognormal.median(mean, sigma), MIDDLE),
        Step(
            "Part of all hosts who have that much",
            lognormal.share_above(month, mean, sigma),
            ABOVE.replace("GOAL", goal),
            "fraction",
        ),
    )


def live_days(given: Any) -> float:  # noqa: ANN401
    """Return the days of a month with a LIVE: a week has seven at most."""
    return least(given.lives, 7) * 52 / 12

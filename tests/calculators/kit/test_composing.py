"""What calculators are composed of."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from calculators import gift_earnings, merch_profit
from calculators.kit.composing import NOTHING, answer_of, case_of, figure_of, filled, headlines_of, reached
from calculators.kit.errors import FigureError
from calculators.kit.inputs import Form, choice, number, percent, yes_no
from tests.calculators.conftest import REGISTER

FIGURES = REGISTER.on(REGISTER.edition)


class Inputs(Form):
    """A calculator that another asks."""

    viewers: float = number("Viewers", default=50)
    minutes: float = number("Minutes", default=60)
    share: float = percent("Share", figure="gifts.creator_share")
    place: str = choice("Place", {"app": "App", "web": "Web"}, default="app")
    agency: bool = yes_no("Agency", default=True)


@dataclass(frozen=True, kw_only=True)
class Given:
    """What the asking calculator was told."""

    viewers: float = 7
    minutes: float = 30
    lives: float = 3


def test_another_calculator_is_asked_with_what_is_said_then_given_then_known() -> None:
    """Said: 45 minutes, not 30; given: 7 viewers; a figure: the share; the rest by default."""
    asked = filled(Inputs, Given(), FIGURES, minutes=45)

    assert asked == Inputs(viewers=7, minutes=45, share=FIGURES["gifts.creator_share"], place="app", agency=True)


def test_what_is_filled_in_cannot_be_changed() -> None:
    """Filled inputs are the frozen record that a form gives, with the defaults of the rest."""
    asked = filled(Inputs, Given(), FIGURES)

    assert asked.place == "app"
    assert asked.agency is True
    with pytest.raises(AttributeError):
        asked.viewers = 8


def test_another_calculator_answers() -> None:
    """100 viewers × 1 hour × 10 coins × $0.01 × 50 % = $5 a LIVE × 3 × 52 ÷ 12 = $65; its whole answer comes back."""
    answer = answer_of(gift_earnings.CALCULATOR, Given(viewers=100, minutes=60), FIGURES)

    assert answer.headline.value == pytest.approx(65)
    assert answer.breakdown[-1].label == "You keep, a month"


def test_several_calculators_are_asked_at_once() -> None:
    """$65 of gifts; 20 × ($25 × 90 % − $18.75) = $75 of merchandise; figures of inputs come first."""
    figures = REGISTER.on(REGISTER.edition)
    headlines = headlines_of(
        Given(viewers=100, minutes=60),
        figures,
        (gift_earnings.CALCULATOR, {}),
        (merch_profit.CALCULATOR, {"units": 20}),
    )

    assert headlines == pytest.approx([65, 75])
    assert figures.used.index("merch.print_price") < figures.used.index("gifts.diamond_usd")


def test_the_first_case_that_holds_counts() -> None:
    """Each value comes with its formula; where no case holds it is nothing, written 0."""
    assert case_of((False, 1.0, "{a}"), (True, 2.0, "{b}"), (True, 3.0, "{c}")) == (2.0, "{b}")
    assert case_of((False, 1.0, "{a}")) == NOTHING == (0.0, "0")
    assert case_of() == NOTHING


def test_only_the_figure_of_the_case_that_holds_is_read() -> None:
    """So a result lists the figures it rests on, and a figure that does not exist is found when it is needed."""
    figures = REGISTER.on(REGISTER.edition)
    chosen = figure_of(figures, (False, "gifts.no_such"), (True, "gifts.diamond_usd"), (True, "gifts.creator_share"))

    assert chosen == (0.01, "{gifts.diamond_usd}")
    assert figures.used == ("gifts.diamond_usd",)
    assert figure_of(figures, (False, "gifts.diamond_usd")) == NOTHING
    with pytest.raises(FigureError):
        figure_of(figures, (True, "gifts.no_such"))


RUNGS = (("gifts.us_team_members_most", "gifts.us_team_most"), (10, "gifts.us_team_some"))


@pytest.mark.parametrize(
    ("members", "key"),
    [(2000, "gifts.us_team_most"), (1999, "gifts.us_team_some"), (10, "gifts.us_team_some"), (9, "")],
)
def test_the_highest_rung_that_is_reached_counts(members: float, key: str) -> None:
    """2,000 members are asked for the most, 10 for some; below that there is nothing."""
    figures = REGISTER.on(REGISTER.edition, "us")

    assert reached(figures, members, RUNGS) == ((figures[key], f"{{{key}}}") if key else NOTHING)
    assert figures.used[:1] == ("gifts.us_team_members_most",)

"""Which share of their gifts a creator gets in the US, where it depends on missions."""

from __future__ import annotations

from calculators.common import inputs as common
from calculators.kit.author import Amount, Answer, Calculator, Figures, Step, example, less, note, total
from calculators.kit.composing import NOTHING, figure_of, reached
from calculators.kit.inputs import Form, percent, whole
from calculators.kit.parts import Part, Parts

FOLLOWS = (("gifts.us_new_followers_needed", "gifts.us_bonus_enough_followers"), (1, "gifts.us_bonus_new_followers"))
WEEK = (("gifts.us_lives_for_most", "gifts.us_weekly_two_lives"), (1, "gifts.us_weekly_one_live"))
TEAM = (("gifts.us_team_members_most", "gifts.us_team_most"), ("gifts.us_team_members_first", "gifts.us_team_some"))
"""What is asked for, highest first, and the part of the share that it brings."""
CAPPED = "{gifts.us_weekly_league_cap} × 52 ÷ 12 ÷ {Value of your gifts, a month}"


class Inputs(Form):
    """What the missions look at."""

    minutes: float = common.minutes()
    lives: float = common.lives()
    follows: int = whole("New followers in a LIVE", unit="followers", default=0, high=1_000_000)
    team: int = whole(
        "Active members of your team", unit="members", default=0, high=10_000_000, help="Your fan club on LIVE."
    )
    league: float = percent(
        "Creator League bonus this week",
        figure="gifts.us_weekly_league",
        known=True,
        high=0.03,
        help="0 without a place in the league; the app shows yours.",
    )
    breach: float = percent(
        "Share lost for breaking the LIVE guidelines",
        figure="gifts.us_guideline_penalty",
        known=True,
        high=0.20,
        help="0 if you keep the rules.",
    )
    diamonds: float = common.diamonds()


def compute(given: Inputs, figures: Figures) -> Answer:
    """Add up the parts of the share: by LIVE, by week, less what a breach costs."""
    counts = given.minutes > figures["gifts.us_long_live_minutes"]
    length = figure_of(
        figures,
        (counts, "gifts.us_share_long_live"),
        (given.minutes < figures["gifts.us_short_live_minutes"], "gifts.us_share_short_live"),
        (True, "gifts.us_share_middle_live"),  # between the two, only the ends are known
    )
    follows = reached(figures, given.follows, FOLLOWS)
    weekly = reached(figures, given.lives, WEEK) if counts else NOTHING
    team = reached(figures, given.team, TEAM)
    gross = given.diamonds * figures["gifts.diamond_usd"]
    capped = figures["gifts.us_weekly_league_cap"] * 52 / 12
    league = (capped / gross, CAPPED) if given.league * gross > capped else (given.league, "{league}")
    parts = Parts(
        Part("For the length of the LIVE", *length, step="For the length"),
        Part("For new followers", *follows),
        Part("For going LIVE in the week", *weekly, "only LIVEs that are long enough count", "For the week"),
        Part("For your team", *team, step="For the team"),
        Part("For the Creator League", *league, step="For the league"),
        unit="fraction",
    )
    lost = min(given.breach, parts.sum)
    share = parts.sum - lost
    old = figures["gifts.creator_share"]
    return Answer(
        headline=Amount("Your share of gift value", share, "fraction"),
        breakdown=(
            *parts.items,
            less("Lost for breaking the guidelines", lost, unit="fraction"),
            total("Your share of gift value", share, unit="fraction"),
            note("That is, a month", gross * share, "before fees and tax"),
            note("At a flat share, as elsewhere", gross * old, "before fees and tax"),
        ),
        steps=(
            Step("Value of your gifts, a month", gross, "{diamonds} × {gifts.diamond_usd}"),
            *parts.steps("All parts"),
            Step("Your share", share, "{All parts} − least({breach}, {All parts})", "fraction"),
            Step("You keep, a month", gross * share, "{Value of your gifts, a month} × {Your share}"),
        ),
    )


CALCULATOR = Calculator(
    "us-live-rewards",
    "US LIVE rewards",
    Inputs,
    compute,
    question="What share of my gifts do I get in the US?",
    sentence="With {lives} a week of {minutes} each, TikTok pays you about {headline} of what your gifts are worth.",
    nothing="With LIVEs of {minutes} and this breach, TikTok pays you {headline} of what your gifts are worth.",
    sweep="minutes",
    examples=(
        # 20 % for less than 5 minutes, and nothing for the week
        example("short", "One short LIVE").given(minutes="4", lives="1").gives(0.20),
        # 38 % for more than 25 minutes + 6 % for one such LIVE in the week
        example("half-hour", "One LIVE of half an hour").given(minutes="30", lives="1").gives(0.44),
        # 38 % + 2 % for 5 new followers + 8 % for two LIVEs + 1 % for 10 team members
        example("regular", "A regular host").given(minutes="60", lives="3", follows="5", team="10").gives(0.49),
        # 38 % + 2 % + 8 % + 2 % for 2,000 team members + 3 % for a personal best in the league
        example("most", "Every mission done")
        .given(minutes="60", lives="5", follows="20", team="2,000", league="3")
        .gives(0.53),
        # 20 % − 20 points
        example("breach", "A short LIVE that broke the rules").given(minutes="4", lives="1", breach="20").gives(0.0),
    ),
)

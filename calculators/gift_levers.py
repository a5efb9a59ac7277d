"""The three levers of gift income: how many watch, how many of them give, and what a giver gives."""

from __future__ import annotations

from calculators.common import hosts
from calculators.common import inputs as common
from calculators.common.formulas import CASH
from calculators.kit.author import Answer, Calculator, Figures, Step, example, item, note, total, usd
from calculators.kit.columns import most
from calculators.kit.inputs import Form, number, percent


class Inputs(Form):
    """A creator's followers, what they do on a LIVE, and the LIVEs."""

    followers: int = common.followers()
    reach: float = percent(
        "Viewers at once, of your followers",
        figure="audience.ccv_per_follower",
        help="The first lever. Average viewers of your last LIVEs, divided by your followers.",
    )
    givers: float = percent("Visitors who give", figure="audience.session_gifter_share", help="The second lever.")
    gift: float = number(
        "What one giver gives in a LIVE", unit="coins", figure="audience.coins_per_giver", help="The third lever."
    )
    likes: float = common.likes()
    extra_viewers: float = number(
        "People whom 1,000 likes bring",
        unit="people",
        figure="likes.extra_viewers_per_1000",
        high=10_000,
        help="Engagement that is seen. Nobody has measured it: none is the start, a few would be a guess.",
    )
    minutes: float = common.minutes()
    lives: float = common.lives()
    visit: float = common.visit()
    region: str = common.region()
    share: float = common.share()


def compute(given: Inputs, figures: Figures) -> Answer:
    """Count those who come, those of them who give, and their coins; likes may bring some more."""
    viewers = given.followers * given.reach
    people = viewers * most(1, given.minutes / given.visit)
    likes = viewers * given.minutes / 60 * given.likes
    extra = likes / 1000 * given.extra_viewers
    coin = figures["gifts.diamonds_per_coin"] * figures["gifts.diamond_usd"] * given.share
    a_person = given.givers * given.gift * coin
    lives = given.lives * 52 / 12
    direct, indirect = people * a_person * lives, extra * a_person * lives
    month = direct + indirect
    return Answer(
        headline=usd("You keep, a month", month),
        breakdown=(
            item("From those who come anyway", direct),
            item("From those whom likes may bring", indirect, "a guess, not a fact"),
            total("You keep, a month", month, "before fees and tax"),
            *([note("With twice the viewers", month * 2)] if given.reach * 2 <= 1 else []),
            *([note("With twice the givers", month * 2)] if given.givers * 2 <= 1 else []),
            note("With gifts of twice the value", month * 2),
            note("Viewers at once", viewers, unit="viewers"),
            note("Different people in a LIVE", people + extra, unit="people"),
            note("Givers in a LIVE", (people + extra) * given.givers, unit="givers"),
        ),
        steps=(
            Step("Viewers at once", viewers, "{followers} × {reach}", "viewers"),
            Step("People in a LIVE", people, "{Viewers at once} × most(1, {minutes} ÷ {visit})", "people"),
            Step("Likes in a LIVE", likes, "{Viewers at once} × {minutes} ÷ 60 × {likes}", "likes"),
            Step("People whom likes bring", extra, "{Likes in a LIVE} ÷ 1000 × {extra_viewers}", "people"),
            Step("A person brings", a_person, "{givers} × {gift} × " + CASH),
            Step("From those who come", direct, "{People in a LIVE} × {A person brings} × {lives} × 52 ÷ 12"),
            Step("From likes", indirect, "{People whom likes bring} × {A person brings} × {lives} × 52 ÷ 12"),
            Step("You keep, a month", month, "{From those who come} + {From likes}"),
        ),
    )


CALCULATOR = Calculator(
    "gift-levers",
    "Three levers of gifts",
    Inputs,
    compute,
    question="What moves my gifts most: viewers, engagement or the value of gifts?",
    sentence="{followers}, {lives} a week: gifts bring you about {headline} a month.",
    sweep="followers",
    usual=hosts.usual,
    examples=(
        # 10,000 × 0.2 % = 20 viewers × 60 ÷ 3 = 400 people × 2 % × 25 coins × $0.005 = $1 × 3 × 52 ÷ 12 = $13
        example("ordinary", "10,000 followers").given(followers="10,000").gives(13.0),
        # twice the viewers, twice the givers or twice the coins: $26
        example("more-viewers", "Twice the viewers").given(followers="10,000", reach="0.4").gives(26.0),
        example("more-givers", "Twice the givers").given(followers="10,000", givers="4").gives(26.0),
        example("larger-gifts", "Gifts of twice the value").given(followers="10,000", gift="50").gives(26.0),
        # 20 viewers × 60 likes = 1,200 likes ÷ 1,000 × 5 = 6 people beside the 400: $13 × 406 ÷ 400 = $13.195
        example("likes", "If likes bring people").given(followers="10,000", extra_viewers="5").gives(13.195),
    ),
)

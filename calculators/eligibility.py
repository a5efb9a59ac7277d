"""Which conditions of a LIVE or video program a creator misses."""

from __future__ import annotations

from calculators.common import inputs as common
from calculators.common.conditions import condition, unasked
from calculators.kit.author import Amount, Answer, Calculator, Figures, Step, example
from calculators.kit.composing import case_of, figure_of
from calculators.kit.inputs import Form, choice, yes_no

GOALS = {
    "live": "go LIVE",
    "gifts": "get gifts on LIVE",
    "subscription": "offer a subscription",
    "rewards": "join Creator Rewards for videos",
    "video_gifts": "get gifts on videos",
}


ASKED = {
    "live": ("eligibility.host_age", "eligibility.live_followers", ""),
    "gifts": ("eligibility.host_age", "eligibility.live_followers", ""),
    "subscription": (
        "eligibility.subscription_age",
        "subscriptions.subscription_followers",
        "eligibility.subscription_views",
    ),
    "rewards": ("video.crp_age", "video.crp_followers", "video.crp_views_30_days"),
    "video_gifts": ("eligibility.video_gifts_age", "eligibility.video_gifts_followers", ""),
}
"""The figures that say what each goal asks for: age, followers, views."""
NOT_PUBLIC, NOT_BUSINESS = {"gifts", "rewards"}, {"rewards", "video_gifts"}
"""Goals that are closed to accounts of this kind; of Creator Rewards this reads "personal account"."""
MISSING = (
    "({age} < {Age needed}) + ({followers} < {Followers needed}) + ({views} < {Views needed})"
    " + {Account of the wrong kind} + {Closed in your country} + (1 − {standing})"
)


class Inputs(Form):
    """A creator and an account."""

    goal: str = choice("I want to", GOALS, default="live")
    age: int = common.age()
    followers: int = common.followers(default=500)
    views: int = common.views()
    region: str = common.country()
    standing: bool = yes_no("Is the account in good standing?", default=True, help="No open penalties.")
    business: bool = yes_no("Is it a business account?")
    public: bool = yes_no("Does it belong to a government, a party or a politician?")


def compute(given: Inputs, figures: Figures) -> Answer:
    """Look up what the goal asks for, then count what is missing."""
    (age, by_age), (followers, by_followers), (views, by_views) = (
        figure_of(figures, (key != "", key)) for key in ASKED[given.goal]
    )
    if given.goal == "gifts":
        age = max(age, figures["eligibility.receive_gifts_age"])
        by_age = "most({eligibility.host_age}, {eligibility.receive_gifts_age})"
    barred, by_kind = case_of(
        (given.business and given.goal in NOT_BUSINESS, 1, "{business}"),
        (given.public and given.goal in NOT_PUBLIC, 1, "{public}"),
    )
    abroad, by_place = figures["eligibility.live_blocked"], "{eligibility.live_blocked}"
    if given.goal == "rewards":
        abroad, by_place = 1 - figures["video.crp_open"], "1 − {video.crp_open}"

    young, small, unseen = given.age < age, given.followers < followers, given.views < views
    missing = young + small + unseen + barred + abroad + (not given.standing)
    return Answer(
        headline=Amount("Conditions missing", missing, "conditions"),
        breakdown=(
            condition("Age, at least", age, "years", missing=young),
            condition("Followers, at least", followers, "followers", missing=small),
            *((condition("Views, at least", views, "views", missing=unseen),) if views else ()),
            condition("An account of the right kind", 1, "yes_no", missing=barred > 0),
            condition("An account in good standing", 1, "yes_no", missing=not given.standing),
            condition("Open in your country, as far as we know", 1, "yes_no", missing=abroad > 0),
            *(unasked(figures) if given.goal == "video_gifts" else ()),
        ),
        steps=(
            Step("Age needed", age, by_age, "years"),
            Step("Followers needed", followers, by_followers, "followers"),
            Step("Views needed", views, by_views, "views"),
            Step("Account of the wrong kind", barred, by_kind, "yes_no"),
            Step("Closed in your country", abroad, by_place, "yes_no"),
            Step("Conditions missing", missing, MISSING, "conditions"),
        ),
    )


CALCULATOR = Calculator(
    "eligibility",
    "What you need to join",
    Inputs,
    compute,
    question="Can I go LIVE, get gifts or join a program, and what is missing?",
    sentence="To {goal}: {headline} missing. The list says which.",
    nothing="To {goal}: none of the conditions we asked about is missing.",
    is_rule=True,
    sweep="followers",
    less_is_better=True,
    examples=(
        # 17 years are fewer than 18; 5,000 followers are enough
        example("seventeen", "17 years old, wants to go LIVE").given(age="17", followers="5,000").gives(1.0),
        # 1,500 followers are more than 1,000, and nothing else is asked for
        example("ready", "1,500 followers, wants gifts").given(goal="gifts", followers="1,500").gives(0.0),
        # too few followers (8,000 of 10,000) and views (60,000 of 100,000)
        example("subscription", "8,000 followers, wants subscribers")
        .given(goal="subscription", followers="8,000", views="60,000")
        .gives(2.0),
        # South Korea asks for 19 years
        example("korea", "18 years old in South Korea, wants Creator Rewards")
        .given(goal="rewards", age="18", followers="20,000", views="200,000", region="kr")
        .gives(1.0),
        # 10,000 followers are fewer than 100,000
        example("video-gifts", "10,000 followers, wants gifts on videos")
        .given(goal="video_gifts", followers="10,000")
        .gives(1.0, "Many pages say that 10,000 are enough; TikTok's own page says 100,000."),
    ),
)

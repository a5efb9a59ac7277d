"""What views of videos pay: Creator Rewards today, and the closed Creator Fund beside it."""

from __future__ import annotations

from calculators.common import inputs as common
from calculators.common.conditions import condition
from calculators.kit.author import Answer, Calculator, Figures, Step, example, item, less, note, total, usd
from calculators.kit.inputs import Form, money, percent, yes_no

MISSING = (
    "({age} < {video.crp_age}) + ({followers} < {video.crp_followers}) + ({views} < {video.crp_views_30_days})"
    " + ({video.crp_open} < 1) + (1 − {personal})"
)


class Inputs(Form):
    """A creator's videos and account."""

    views: int = common.views()
    qualified: float = percent(
        "Part of the views that counts",
        figure="video.crp_qualified_share",
        help="Only views from For You of long enough, original videos, watched for a few seconds and not paid for.",
    )
    rpm: float = money(
        "Pay for 1,000 views that count", figure="video.crp_rpm", high=1000, help="Your dashboard calls it RPM."
    )
    member: bool = yes_no("Are you in Creator Rewards already?")
    age: int = common.age()
    followers: int = common.followers()
    personal: bool = yes_no("Is it a personal account with videos of your own?", default=True)
    region: str = common.country()


def compute(given: Inputs, figures: Figures) -> Answer:
    """Count the conditions that are missing, then price the views that count."""
    young = given.age < figures["video.crp_age"]
    small = given.followers < figures["video.crp_followers"]
    unseen = given.views < figures["video.crp_views_30_days"]
    closed = figures["video.crp_open"] < 1
    missing = young + small + unseen + closed + (not given.personal)
    counted = given.views * given.qualified
    worth = counted / 1000 * given.rpm
    joined = given.member or missing == 0
    pay = worth if joined else 0.0
    fund = given.views / 1000 * figures["video.fund_rpm_historic"]
    today = given.views / 1000 * figures["video.fund_rpm"]
    length, countries = figures["video.crp_video_minutes"], figures["video.crp_countries"]
    return Answer(
        headline=usd("Creator Rewards, for 30 days", pay),
        breakdown=(
            item("Worth of the views that count", worth),
            less("Not paid, as long as a condition is missing", worth - pay),
            total("Creator Rewards, for 30 days", pay, "before fees and tax"),
            note("The Creator Fund would have paid, while it ran", fund),
            note("The Creator Fund pays today", today, "it is closed"),
            condition("Age, at least", figures["video.crp_age"], "years", missing=young),
            condition("Followers, at least", figures["video.crp_followers"], "followers", missing=small),
            condition("Views in 30 days, at least", figures["video.crp_views_30_days"], "views", missing=unseen),
            note("A video lasts, at least", length, "shorter ones do not count", "minutes"),
            condition("A personal account, videos of your own", 1, "yes_no", missing=not given.personal),
            condition("One of the countries where it runs", countries, "countries", missing=closed),
        ),
        steps=(
            Step("Conditions missing", missing, MISSING, "conditions"),
            Step("Views that count", counted, "{views} × {qualified}", "views"),
            Step("Worth of the views", worth, "{Views that count} ÷ 1000 × {rpm}"),
            Step("You get", pay, "{Worth of the views}" if joined else "0 × {Worth of the views}"),
            Step("The fund would have paid", fund, "{views} ÷ 1000 × {video.fund_rpm_historic}"),
        ),
    )


CALCULATOR = Calculator(
    "video-rewards",
    "What video views pay",
    Inputs,
    compute,
    question="What do views of my videos pay, and can I join?",
    sentence="{views} of your videos: Creator Rewards would pay about {headline}, if you are in it.",
    nothing="{views} of your videos: Creator Rewards pays you {headline}. The list shows what is missing.",
    sweep="views",
    examples=(
        # 150,000 × 43 % = 64,500 ÷ 1,000 × $0.60 = $38.70
        example("just-in", "Just let in").given(views="150,000").gives(38.7),
        # 70,000 × 43 % = 30,100 ÷ 1,000 × $0.68 = $20.468
        example("student", "A student's month")
        .given(views="70,000", qualified="43", rpm="0.68", member="yes")
        .gives(20.468, "A student told a blog of 30,000 views that count, at $0.67 to $0.70."),
        # 1,000,000 × 43 % = 430,000 ÷ 1,000 × $0.60 = $258; the fund would have paid 1,000 × $0.025 = $25
        example("million", "A million views").given(views="1,000,000").gives(258.0),
        # 5,000 followers are too few, so nothing is paid
        example("small", "A million views, 5,000 followers").given(views="1,000,000", followers="5,000").gives(0.0),
    ),
)

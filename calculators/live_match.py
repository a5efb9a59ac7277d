"""What an hour of LIVE Matches brings beside an hour without, and what likes count for in them."""

from __future__ import annotations

from calculators.common import inputs as common
from calculators.common.formulas import CASH
from calculators.kit.author import Answer, Calculator, Figures, Step, example, item, note, total, usd
from calculators.kit.composing import case_of
from calculators.kit.inputs import Form, percent, whole

ALL = "all the time is matches, so all gifts fall in them"


class Inputs(Form):
    """A LIVE with some matches in it."""

    viewers: float = common.viewers()
    minutes: float = common.minutes()
    coins: float = common.coins()
    match_count: int = whole("Matches in a LIVE", unit="matches", default=4, high=1000)
    part: float = percent(
        "Part of your gifts that falls in matches",
        figure="audience.battle_share_of_gifts",
        help="Look at your last LIVEs: most hosts do not know this.",
    )
    likes: float = common.likes()
    region: str = common.region()
    share: float = common.share()


def compute(given: Inputs, figures: Figures) -> Answer:
    """Divide time and gifts into those in matches and the others; then count points, which are not money."""
    coins = given.viewers * given.minutes / 60 * given.coins
    inside = min(given.match_count * figures["matches.minutes"], given.minutes)
    outside = given.minutes - inside
    given_inside, by_part = case_of(
        (outside == 0, coins, "{Coins in the LIVE}"), (inside > 0, coins * given.part, "{Coins in the LIVE} × {part}")
    )
    cash = figures["gifts.diamonds_per_coin"] * figures["gifts.diamond_usd"] * given.share
    in_matches, elsewhere = given_inside * cash, (coins - given_inside) * cash
    hour_in = in_matches / inside * 60 if inside else 0.0
    hour_out = elsewhere / outside * 60 if outside else 0.0
    likes = given.viewers * inside / 60 * given.likes
    for_likes = likes * figures["likes.direct_value"]
    like_points = likes * figures["matches.points_per_like"]
    gift_points = given_inside * figures["matches.points_per_coin"]
    return Answer(
        headline=usd("An hour of matches brings you", hour_in),
        breakdown=(
            item("Gifts in matches, your share", in_matches, ALL if outside == 0 else ""),
            item("Gifts outside matches, your share", elsewhere),
            item("Likes", for_likes, "they score points, and pay nothing"),
            total("You get, a LIVE", in_matches + elsewhere + for_likes, "before fees and tax"),
            note("An hour of matches", hour_in),
            note("An hour without", hour_out),
            note("Match points from likes", like_points, "at the points supposed for a like", unit="points"),
            note("Match points from gifts", gift_points, "at the points supposed for a coin", unit="points"),
        ),
        steps=(
            Step("Coins in the LIVE", coins, "{viewers} × {minutes} ÷ 60 × {coins}", "coins"),
            Step("Minutes in matches", inside, "least({match_count} × {matches.minutes}, {minutes})", "minutes"),
            Step("Coins in matches", given_inside, by_part, "coins"),
            Step("You get in matches", in_matches, "{Coins in matches} × " + CASH),
            Step("An hour of matches", hour_in, "{You get in matches} ÷ {Minutes in matches} × 60" if inside else "0"),
            Step("Likes in matches", likes, "{viewers} × {Minutes in matches} ÷ 60 × {likes}", "likes"),
            Step("Points from likes", like_points, "{Likes in matches} × {matches.points_per_like}", "points"),
            Step("Points from gifts", gift_points, "{Coins in matches} × {matches.points_per_coin}", "points"),
        ),
    )


CALCULATOR = Calculator(
    "live-match",
    "LIVE Match",
    Inputs,
    compute,
    question="Do LIVE Matches bring more, and what do likes do in them?",
    sentence="{viewers}, {match_count} in a LIVE of {minutes}: an hour of matches brings you about {headline}.",
    nothing="{viewers}, {match_count} in a LIVE of {minutes}: matches bring you {headline}. Likes score points, "
    "and points are not money.",
    sweep="part",
    examples=(
        # 50 × 10 = 500 coins × 40 % = 200 × $0.005 = $1 in 4 × 5 = 20 minutes, so $3 an hour
        example("ordinary", "An ordinary room").given(viewers="50", minutes="60", match_count="4").gives(3.0),
        # 200 × 2 × 60 = 24,000 coins × 80 % = 19,200 × $0.005 = $96 in 16 × 5 = 80 minutes, so $72 an hour
        example("leading", "A room built on matches")
        .given(viewers="200", minutes="120", coins="60", match_count="16", part="80")
        .gives(72.0, "Up to 80 percent of gifts fell in matches at leading hosts in Australia and New Zealand."),
        # likes alone: 0 coins, so no money, whatever the points
        example("likes-only", "Many likes, no gifts").given(viewers="100", coins="0", likes="300").gives(0.0),
    ),
)

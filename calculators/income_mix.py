"""All the ways LIVE pays together: what each adds, and how much hangs on one."""

from __future__ import annotations

from calculators import brand_deal, gift_earnings, merch_profit, shop_affiliate, subscriptions, video_rewards
from calculators.common import inputs as common
from calculators.common.formulas import GIFTS_OF_A_VIEWER
from calculators.kit.author import Answer, Calculator, Figures, example, note, total, usd
from calculators.kit.columns import largest_of, least, most
from calculators.kit.composing import headlines_of
from calculators.kit.inputs import Form, choice, number, whole
from calculators.kit.parts import Part, Parts

IN_A_SENTENCE = ("gifts", "Super Fans and subscribers", "video views", "brand deals", "selling on LIVE", "merchandise")
MEMBERS = (
    "({superfans} × {subscriptions.superfan_price} × {subscriptions.superfan_share}"
    " + {subscribers} × {subscriptions.price} × {subscriptions.base_share}) × (1 − {subscriptions.store_fee})"
)
VIDEOS = "{views} × {video.crp_qualified_share} ÷ 1000 × {video.crp_rpm}"
SELLING = (
    "{viewers} × most(1, {minutes} ÷ {audience.visit_minutes}) × {shop.buyers_per_unique} × least({selling}, {lives})"
    " × 52 ÷ 12 × {shop.order_value} × (1 − {shop.return_rate}) × {shop.affiliate_commission}"
)
MERCH = "{units} × {merch.print_price} × ({merch.print_margin} − {shop.return_rate})"


class Inputs(Form):
    """How much of each a creator has; their prices are figures."""

    viewers: float = common.viewers()
    minutes: float = common.minutes()
    lives: float = common.lives()
    coins: float = common.coins()
    region: str = common.region()
    share: float = common.share()
    superfans: int = common.superfans()
    subscribers: int = common.subscribers()
    views: int = whole(
        "Video views in 30 days, if you are in Creator Rewards",
        unit="views",
        default=0,
        high=100_000_000_000,
        help="All views. Enter 0 if you are not in it.",
    )
    deals: float = number("Sponsored posts a month", unit="posts", default=0, high=100)
    tier: str = choice("Followers, for sponsored posts", topic="brand_posts", default="nano")
    selling: float = number("LIVEs a week in which you sell", unit="LIVEs", default=1, high=100)
    units: float = common.units()


def compute(given: Inputs, figures: Figures) -> Answer:
    """Ask each calculator for its stream, then compare the largest with them all."""
    gifts, members, videos, a_deal, selling, merch = headlines_of(
        given,
        figures,
        (gift_earnings.CALCULATOR, {}),
        (subscriptions.CALCULATOR, {}),
        (video_rewards.CALCULATOR, {"member": True}),
        (brand_deal.CALCULATOR, {"deal": "post"}),
        (shop_affiliate.CALCULATOR, {"lives": least(given.selling, given.lives)}),
        (merch_profit.CALCULATOR, {}),
    )
    deals = a_deal * given.deals
    streams = Parts(
        Part("Gifts", gifts, "{viewers} × " + GIFTS_OF_A_VIEWER),
        Part("Super Fans and subscribers", members, MEMBERS),
        Part("Video views", videos, VIDEOS, "Creator Rewards; LIVE itself is not in it"),
        Part("Brand deals", deals, "{deals} × {tier} × (1 − {brands.manager_fee})", "after a manager"),
        Part("Selling on LIVE", selling, SELLING, "commission after returns"),
        Part("Merchandise", merch, MERCH, "after making and returns"),
    )
    name, largest = largest_of(dict(zip(IN_A_SENTENCE, (gifts, members, videos, deals, selling, merch), strict=True)))
    together = streams.sum
    gains = gifts + members + videos + deals + selling + most(0, merch)
    return Answer(
        headline=usd("All together, a month", together),
        breakdown=(
            *streams.items,
            total("All together, a month", together, "before fees and tax"),
            note("Hangs on one alone", largest / gains if gains else 0.0, name if gains else "", unit="fraction"),
            note("Without that one", together - largest),
        ),
        steps=streams.steps("All together, a month"),
        also=(usd("That is, a year", together * 12),),
    )


CALCULATOR = Calculator(
    "income-mix",
    "Income mix",
    Inputs,
    compute,
    question="What do all my streams of income come to, and how much hangs on one?",
    sentence="With {viewers} at once and all that you entered: about {headline} a month, before fees and tax.",
    loss="With {viewers} at once and all that you entered: a loss of about {headline} a month, before fees and tax.",
    sweep="viewers",
    examples=(
        # 50 × 10 coins × $0.01 × 50 % × 3 × 52 ÷ 12 = $32.50, and nothing else
        example("gifts-only", "Gifts only")
        .given(viewers="50", superfans="0", subscribers="0", selling="0", units="0")
        .gives(32.5, "All hangs on one stream."),
        # gifts $32.50; 5 × $9.99 × 70 % × 50 % = $17.4825; 1,000 people × 0.5 % × 52 ÷ 12 = 21.6667 orders × $25 × 90 %
        # × 13 % = $63.375; 10 × $25 × (25 % − 10 %) = $37.50
        example("four-streams", "A regular room with four streams")
        .given(viewers="50", superfans="5", subscribers="0", selling="1", units="10")
        .gives(32.5 + 17.4825 + 63.375 + 37.5),
        # gifts $32.50; 2 × $500 × 85 % = $850
        example("brand-deals", "Two brand deals a month")
        .given(viewers="50", superfans="0", subscribers="0", selling="0", units="0", deals="2", tier="micro")
        .gives(882.5),
        # gifts $32.50; 500,000 × 43 % ÷ 1,000 × $0.60 = $129
        example("videos", "Half a million video views")
        .given(viewers="50", superfans="0", subscribers="0", selling="0", units="0", views="500,000")
        .gives(161.5),
    ),
)

"""What a brand could pay for a LIVE or a post, and what reaches the creator."""

from __future__ import annotations

from calculators.common import inputs as common
from calculators.kit.author import Answer, Calculator, Figures, Step, example, item, less, note, total, usd
from calculators.kit.inputs import Form, choice, money, percent


class Inputs(Form):
    """What the brand buys, and who takes a part."""

    deal: str = choice("What the brand buys", {"live": "A sponsored LIVE", "post": "A sponsored post"}, default="live")
    viewers: float = common.viewers()
    minutes: float = common.minutes()
    rate: float = money(
        "For each viewer at once, an hour",
        figure="brands.live_per_viewer_hour",
        high=1_000,
        help="For a LIVE. The only rates we found are those of Twitch.",
    )
    tier: str = choice(
        "Followers", topic="brand_posts", default="micro", help="For a post. A LIVE goes by viewers, not by followers."
    )
    usage: float = percent(
        "On top, for usage rights",
        default=0.0,
        high=3.0,
        help="If the brand may run your video as an ad. We found no rate we trust, so it starts at nothing.",
    )
    manager: float = percent(
        "Manager's or agency's part", figure="brands.manager_fee", help="Enter 0 if you have none."
    )


def compute(given: Inputs, figures: Figures) -> Answer:
    """Price the deal by viewers or by followers, add the rights, take the manager's part off."""
    base = given.viewers * given.minutes / 60 * given.rate if given.deal == "live" else figures[given.tier]
    rights = base * given.usage
    ask = base + rights
    fee = ask * given.manager
    kept = ask - fee
    return Answer(
        headline=usd("You keep, a deal", kept),
        breakdown=(
            item("The deal itself", base),
            item("Usage rights", rights),
            total("Ask for about", ask, "a start for talks, not a price list"),
            less("Manager or agency", fee),
            total("You keep, a deal", kept, "before tax"),
            note("Average payment to a creator", figures["brands.average_payment"], "a mean, which a few pull up"),
        ),
        steps=(
            Step("The deal itself", base, "{viewers} × {minutes} ÷ 60 × {rate}" if given.deal == "live" else "{tier}"),
            Step("Ask for about", ask, "{The deal itself} × (1 + {usage})"),
            Step("You keep, a deal", kept, "{Ask for about} × (1 − {manager})"),
        ),
    )


CALCULATOR = Calculator(
    "brand-deal",
    "Brand deals",
    Inputs,
    compute,
    question="What could I ask a brand for, and what reaches me?",
    sentence="{deal}: about {headline} reaches you, before tax and after a manager, if you have one.",
    sweep="viewers",
    examples=(
        # 50 viewers × 1 h × $1 = $50 − 15 % = $42.50
        example("small-live", "A LIVE with 50 viewers").given(deal="live", viewers="50", minutes="60").gives(42.5),
        # 200 viewers × 2 h × $1 = $400, and no manager
        example("long-live", "Two hours, 200 viewers, no manager")
        .given(deal="live", viewers="200", minutes="120", manager="0")
        .gives(400.0),
        # $150, and no manager
        example("nano-post", "A post, under 10,000 followers")
        .given(deal="post", tier="nano", manager="0")
        .gives(150.0),
        # $500 × 1.5 = $750 − 15 % = $637.50
        example("micro-rights", "A post, the brand may advertise with it")
        .given(deal="post", tier="micro", usage="50")
        .gives(637.5, "Half as much again for the rights is only an example: we found no rate we trust."),
    ),
)

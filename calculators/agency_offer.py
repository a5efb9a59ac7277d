"""What an agency's contract changes for a host: bonus and hours against commissions."""

from __future__ import annotations

from calculators.common import inputs as common
from calculators.kit.author import Answer, Calculator, Figures, Step, example, item, less, note, total, usd
from calculators.kit.inputs import Form, money, number, percent

THEN = "({Your gift money} + {other} + {The contract changes your month by}) ÷ most({hours}, {asked})"


class Inputs(Form):
    """A host's month, and what the contract says."""

    diamonds: float = common.diamonds()
    region: str = common.region()
    share: float = common.share()
    hours: float = number("Hours LIVE you do now, a month", unit="hours", default=20, low=0.1, high=744)
    other: float = money("Your other income, a month", default=100, help="Brand deals, shop, subscriptions.")
    asked: float = number("Hours the contract asks for, a month", unit="hours", default=40, high=744, help="Our guess.")
    bonus: float = percent(
        "Bonus it promises, of gift value", default=0.05, help="Before your share is taken. 5% is our guess."
    )
    chance: float = percent(
        "How often you would reach the target", default=0.5, help="6 months of 12 are 50%, our guess. No target: 100%."
    )
    commission: float = percent(
        "Commission on your other income", figure="brands.manager_fee", known=True, help="Some take it from all deals."
    )
    cut: float = percent(
        "Cut of your own gift money", figure="gifts.agency_cut", known=True, help="TikTok's network takes none."
    )


def compute(given: Inputs, figures: Figures) -> Answer:
    """Weigh the bonus against commissions, and the money against the hours."""
    gross = given.diamonds * figures["gifts.diamond_usd"]
    kept = gross * given.share
    bonus = gross * given.bonus * given.chance
    cut = kept * given.cut
    commission = given.other * given.commission
    change = bonus - cut - commission
    now = kept + given.other
    hours = max(given.hours, given.asked)
    an_hour, then = now / given.hours, (now + change) / hours
    to_agency = gross * figures["gifts.agency_base"]
    return Answer(
        headline=usd("The contract changes your month by", change),
        breakdown=(
            item("Bonus, as often as you reach the target", bonus),
            less("Cut of your gift money", cut),
            less("Commission on your other income", commission),
            total("The contract changes your month by", change, "before fees and tax"),
            note("Your month now", now),
            note("More hours LIVE it asks for", hours - given.hours, unit="hours"),
            note("Your month, for each hour LIVE", an_hour),
            note("The same with the contract", then, "if gifts stay the same"),
            note("TikTok pays the agency, a month", to_agency, "from its own part, not from yours"),
        ),
        steps=(
            Step("Value of your gifts", gross, "{diamonds} × {gifts.diamond_usd}"),
            Step("Your gift money", kept, "{Value of your gifts} × {share}"),
            Step("Bonus", bonus, "{Value of your gifts} × {bonus} × {chance}"),
            Step("Cut of your gift money", cut, "{Your gift money} × {cut}"),
            Step("Commission", commission, "{other} × {commission}"),
            Step("The contract changes your month by", change, "{Bonus} − {Cut of your gift money} − {Commission}"),
            Step("An hour now", an_hour, "({Your gift money} + {other}) ÷ {hours}"),
            Step("An hour with the contract", then, THEN),
        ),
    )


CALCULATOR = Calculator(
    "agency-offer",
    "An agency's offer",
    Inputs,
    compute,
    question="What would an agency's contract change for me?",
    sentence="{diamonds} a month and {other} from elsewhere: the contract changes your month by about {headline}.",
    loss="{diamonds} a month and {other} from elsewhere: the contract takes about {headline} from your month.",
    nothing="{diamonds} a month and {other} from elsewhere: the contract changes nothing in your money.",
    sweep="other",
    examples=(
        # 100,000 × $0.01 = $1,000 × 5 % = $50, with no target and nothing else to take from
        example("bonus", "A bonus, gifts alone").given(diamonds="100,000", other="0", chance="100").gives(50.0),
        # $100 × 5 % × 50 % = $2.50, less 15 % of $500 = $75
        example("deals", "A small room with brand deals").given(diamonds="10,000", other="500").gives(-72.5),
        # 56,000 × $0.01 = $560 × 5 % × 50 % = $14
        example("part-timer", "Part-time, twice the hours")
        .given(diamonds="56,000", other="0", hours="30", asked="60")
        .gives(14.0, "An agency in Taiwan tells of part-time hosts with $280 to $1,220 a month."),
        # $1,000 × 50 % = $500 × 10 % = $50 taken, no bonus
        example("cut", "A cut of your gifts")
        .given(diamonds="100,000", other="0", bonus="0", cut="10")
        .gives(-50.0, "TikTok's network takes nothing from gifts: ask what this is for."),
    ),
)

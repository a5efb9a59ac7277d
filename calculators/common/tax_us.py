"""United States: self-employment tax, federal and state income tax of a single person who works alone.

After the order of Schedule SE, Form 8959 and Form 1040. Left out: the deduction for business income, credits, and
what states and cities do differently. An orientation, not advice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.common.bands import band_of, banded, formulas
from calculators.common.tax import Tax
from calculators.kit.answer import Step, less

if TYPE_CHECKING:
    from calculators.kit.figures import Figures

ENDS = tuple(f"tax_us.bracket_{rate}_to" for rate in ("10", "12", "22", "24", "32", "35"))
RATES = tuple(f"tax_us.rate_{band}" for band in range(1, 8))
MONTHS = 12
WITH, WITHOUT = (formulas(name, ENDS, RATES) for name in ("Taxable income", "Taxable without LIVE"))


def us_tax(profit: float, other: float, tips: float, state: float, figures: Figures) -> Tax:
    """Return the tax that `profit` (a year, dollars) adds to that on `other` income, a wage.

    `tips` is what the person deducts as tips, before its limits; `state` the state's rate on the profit.
    """
    gain = max(0.0, profit)
    earnings = gain * figures["tax_us.self_employment_base"]
    is_due = earnings >= figures["tax_us.self_employment_from"]
    base = earnings if is_due else 0.0
    room = max(0.0, figures["tax_us.social_security_base"] - other)
    own = min(base, room) * figures["tax_us.social_security_rate"] + base * figures["tax_us.medicare_rate"]
    limit = figures["tax_us.additional_medicare_from"]
    extra = (max(0.0, base + other - limit) - max(0.0, other - limit)) * figures["tax_us.additional_medicare_rate"]
    income = gain + other - own * figures["tax_us.self_employment_deductible"]
    over = max(0.0, income - figures["tax_us.tip_phase_out_single"])
    most = max(0.0, figures["tax_us.tip_deduction_cap"] - over * figures["tax_us.tip_phase_out_rate"])
    deducted = min(tips, most, gain)
    free = figures["tax_us.standard_deduction_single"]
    taxable, without = max(0.0, income - deducted - free), max(0.0, other - free)
    ends, rates = [figures[key] for key in ENDS], [figures[key] for key in RATES]
    full, before = banded(taxable, ends, rates), banded(without, ends, rates)
    federal = full - before
    local = gain * state
    return Tax(
        own + extra + federal + local,
        (
            less("Self-employment tax", (own + extra) / MONTHS, "social security and Medicare"),
            less("Federal income tax", federal / MONTHS, "single, standard deduction"),
            less("State income tax", local / MONTHS, "at the rate you entered, or our guess"),
        ),
        (
            Step(
                "Part that self-employment tax falls on",
                base,
                "most(0, {Profit, a year}) × {tax_us.self_employment_base}" if is_due else "0",
            ),
            Step(
                "Self-employment tax",
                own,
                "least({Part that self-employment tax falls on}, most(0, {tax_us.social_security_base} − {other}))"
                " × {tax_us.social_security_rate}"
                " + {Part that self-employment tax falls on} × {tax_us.medicare_rate}",
            ),
            Step(
                "Additional Medicare tax",
                extra,
                "(most(0, {Part that self-employment tax falls on} + {other} − {tax_us.additional_medicare_from})"
                " − most(0, {other} − {tax_us.additional_medicare_from})) × {tax_us.additional_medicare_rate}",
            ),
            Step(
                "Income of the year",
                income,
                "most(0, {Profit, a year}) + {other} − {Self-employment tax} × {tax_us.self_employment_deductible}",
            ),
            Step(
                "Deducted as tips",
                deducted,
                "least({tips}, most(0, {tax_us.tip_deduction_cap} − most(0, {Income of the year}"
                " − {tax_us.tip_phase_out_single}) × {tax_us.tip_phase_out_rate}), most(0, {Profit, a year}))",
            ),
            Step(
                "Taxable income",
                taxable,
                "most(0, {Income of the year} − {Deducted as tips} − {tax_us.standard_deduction_single})",
            ),
            Step("Taxable without LIVE", without, "most(0, {other} − {tax_us.standard_deduction_single})"),
            Step("Income tax with LIVE", full, WITH[band_of(taxable, ends)]),
            Step("Income tax without LIVE", before, WITHOUT[band_of(without, ends)]),
            Step("Federal income tax", federal, "{Income tax with LIVE} − {Income tax without LIVE}"),
            Step("State income tax", local, "most(0, {Profit, a year}) × {state}"),
            Step(
                "Tax, a year",
                own + extra + federal + local,
                "{Self-employment tax} + {Additional Medicare tax} + {Federal income tax} + {State income tax}",
            ),
        ),
    )

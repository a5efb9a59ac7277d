"""United Kingdom (not Scotland): income tax and Class 4 National Insurance of somebody who works alone.

Worked in pounds, told in dollars. Left out: student loans, pensions, Class 2 and what a job already paid in National
Insurance. An orientation, not advice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.common.bands import band_of, banded, formulas
from calculators.common.tax import Tax
from calculators.kit.answer import Step, less

if TYPE_CHECKING:
    from calculators.kit.figures import Figures

ENDS = ("tax_uk.basic_to", "tax_uk.additional_from")
RATES = ("tax_uk.basic_rate", "tax_uk.higher_rate", "tax_uk.additional_rate")
MONTHS = 12
WITH, WITHOUT = (formulas(name, ENDS, RATES) for name in ("Taxable income", "Taxable without LIVE"))
TAXABLE = (
    "most(0, {NAME} − most(0, {tax_uk.personal_allowance} − most(0, {NAME} − {tax_uk.allowance_shrinks_from})"
    " × {tax_uk.allowance_shrinks_by}))"
)
ABOVE, ABOVE_WITHOUT = (TAXABLE.replace("NAME", name) for name in ("Income in pounds", "Other income in pounds"))


def allowance(income: float, figures: Figures) -> float:
    """Return what of an income (pounds a year) is free of income tax: less and less above a limit."""
    over = max(0.0, income - figures["tax_uk.allowance_shrinks_from"])
    return max(0.0, figures["tax_uk.personal_allowance"] - over * figures["tax_uk.allowance_shrinks_by"])


def uk_tax(takings: float, costs: float, other: float, pound: float, figures: Figures) -> Tax:
    """Return the tax that takings (a year, dollars) less their costs add to that on `other` income, a wage.

    The trading allowance takes the place of the costs where they are smaller. `pound` is dollars for a pound.
    """
    kept = max(0.0, takings - max(costs, figures["tax_uk.trading_allowance"] * pound)) / pound
    wage = other / pound
    free, free_without = allowance(kept + wage, figures), allowance(wage, figures)
    taxable, without = max(0.0, kept + wage - free), max(0.0, wage - free_without)
    ends, rates = [figures[key] for key in ENDS], [figures[key] for key in RATES]
    full, before = banded(taxable, ends, rates), banded(without, ends, rates)
    income_tax = full - before
    first, second = figures["tax_uk.class4_from"], figures["tax_uk.class4_main_to"]
    main, upper = figures["tax_uk.class4_rate"], figures["tax_uk.class4_upper_rate"]
    class4 = banded(kept, (first, second), (0.0, main, upper))
    return Tax(
        (income_tax + class4) * pound,
        (
            less("Income tax", income_tax * pound / MONTHS, "England, Wales and Northern Ireland"),
            less("Class 4 National Insurance", class4 * pound / MONTHS),
        ),
        (
            Step(
                "Profit in pounds",
                kept,
                "most(0, {Takings, a year} − most({Costs, a year}, {tax_uk.trading_allowance} × {pound})) ÷ {pound}",
                "GBP",
            ),
            Step("Other income in pounds", wage, "{other} ÷ {pound}", "GBP"),
            Step("Income in pounds", kept + wage, "{Profit in pounds} + {Other income in pounds}", "GBP"),
            Step("Taxable income", taxable, ABOVE, "GBP"),
            Step("Taxable without LIVE", without, ABOVE_WITHOUT, "GBP"),
            Step("Income tax with LIVE", full, WITH[band_of(taxable, ends)], "GBP"),
            Step("Income tax without LIVE", before, WITHOUT[band_of(without, ends)], "GBP"),
            Step("Income tax", income_tax, "{Income tax with LIVE} − {Income tax without LIVE}", "GBP"),
            Step(
                "Class 4 National Insurance",
                class4,
                "most(0, {Profit in pounds} − {tax_uk.class4_from}) × {tax_uk.class4_rate}"
                " + most(0, {Profit in pounds} − {tax_uk.class4_main_to})"
                " × ({tax_uk.class4_upper_rate} − {tax_uk.class4_rate})",
                "GBP",
            ),
            Step(
                "Tax, a year", (income_tax + class4) * pound, "({Income tax} + {Class 4 National Insurance}) × {pound}"
            ),
        ),
    )

"""US and UK tax, each case worked by hand from the tables of 2026 and 2026/27."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.common.tax_uk import uk_tax
from calculators.common.tax_us import us_tax
from calculators.common.taxes import PLACES, flat_tax, tax_of
from tests.calculators.conftest import REGISTER

FIGURES = REGISTER.on(REGISTER.edition)

US = [
    # profit, other, tips, state, tax
    (0, 0, 0, 0.0, 0),
    (-5000, 30_000, 0, 0.05, 0),  # a loss bears nothing (and, simply, relieves nothing)
    # $433 × 92.35 % = $399.8755: below net earnings of $400 no self-employment tax is due
    (433, 0, 0, 0.0, 0),
    # $434 × 92.35 % = $400.799 × 15.3 % = $61.322247
    (434, 0, 0, 0.0, 61.322247),
    # $30,000 × 92.35 % = $27,705 × 15.3 % = $4,238.865. $30,000 − $2,119.4325 − $16,100 = $11,780.5675 × 10 %
    # = $1,178.05675. State 5 % = $1,500
    (30_000, 0, 0, 0.05, 4238.865 + 1178.05675 + 1500),
    # $60,000 × 92.35 % = $55,410 × 15.3 % = $8,477.73. $60,000 − $4,238.865 − $16,100 = $39,661.135:
    # $1,240 + $27,261.135 × 12 % = $4,511.3362
    (60_000, 0, 0, 0.0, 8477.73 + 4511.3362),
    # the same with $25,000 of tips: $14,661.135: $1,240 + $2,261.135 × 12 % = $1,511.3362
    (60_000, 0, 40_000, 0.0, 8477.73 + 1511.3362),
    # a wage of $184,500 has used the social-security base: $10,000 × 92.35 % = $9,235 × 2.9 % = $267.815.
    # $194,500 − $133.9075 − $16,100 = $178,266.0925 against $168,400: $9,866.0925 × 24 % = $2,367.8622
    (10_000, 184_500, 0, 0.0, 267.815 + 2367.8622),
    # $170,000 × 92.35 % = $156,995 × 15.3 % = $24,020.235. Income $170,000 − $12,010.1175 = $157,989.8825, which is
    # $7,989.8825 above $150,000: the tips deduction shrinks by a tenth of that to $24,201.01175. Taxable
    # $157,989.8825 − $24,201.01175 − $16,100 = $117,688.87075: $17,966 + $11,988.87075 × 24 % = $20,843.32898
    (170_000, 0, 30_000, 0.0, 24_020.235 + 20_843.32898),
]


@pytest.mark.parametrize(("profit", "other", "tips", "state", "tax"), US)
def test_us_tax_is_what_the_forms_give(profit: float, other: float, tips: float, state: float, tax: float) -> None:
    """Self-employment tax with its base and cap, then the bands."""
    worked = us_tax(profit, other, tips, state, FIGURES)

    assert worked.year == pytest.approx(tax)
    assert sum(line.value for line in worked.lines) * 12 == pytest.approx(worked.year)


UK = [
    # takings, costs, other (all in dollars), dollars a pound, tax in pounds
    (0, 0, 0, 1.25, 0),
    (1250, 0, 0, 1.25, 0),  # £1,000: within the trading allowance
    (1250, 0, 62_500, 1.25, 0),  # within it beside a job, too
    # £11,000 − £1,000 = £10,000, all of it above a wage of £30,000: × 20 % = £2,000; no Class 4 below £12,570
    (13_750, 0, 37_500, 1.25, 2000),
    # £30,000 − £1,000 = £29,000 − £12,570 = £16,430 × (20 % + 6 %) = £4,271.80
    (37_500, 0, 0, 1.25, 4271.80),
    # costs of £6,000 instead: £24,000 − £12,570 = £11,430 × 26 % = £2,971.80
    (37_500, 7_500, 0, 1.25, 2971.80),
    # £61,000 − £1,000 = £60,000. Income tax £37,700 × 20 % + £9,730 × 40 % = £11,432.
    # Class 4 £37,700 × 6 % + £9,730 × 2 % = £2,456.60
    (76_250, 0, 0, 1.25, 11_432 + 2456.60),
    # £131,000 − £1,000 = £130,000: no allowance left. £37,700 × 20 % + £87,440 × 40 % + £4,860 × 45 % = £44,703.
    # Class 4 £2,262 + £79,730 × 2 % = £3,856.60
    (163_750, 0, 0, 1.25, 44_703 + 3856.60),
    # £111,000 − £1,000 = £110,000: the allowance is £12,570 − £5,000 = £7,570. £102,430: £7,540 + £64,730 × 40 %
    # = £33,432. Class 4 £2,262 + £59,730 × 2 % = £3,456.60
    (138_750, 0, 0, 1.25, 33_432 + 3456.60),
]


@pytest.mark.parametrize(("takings", "costs", "other", "pound", "tax"), UK)
def test_uk_tax_is_what_the_tables_give(takings: float, costs: float, other: float, pound: float, tax: float) -> None:
    """Trading allowance, personal allowance, the bands and Class 4."""
    worked = uk_tax(takings, costs, other, pound, FIGURES)

    assert worked.year == pytest.approx(tax * pound)
    assert sum(line.value for line in worked.lines) * 12 == pytest.approx(worked.year)


@given(profit=st.floats(400, 5e5), more=st.floats(0, 5e5), other=st.floats(0, 5e5), tips=st.floats(0, 5e4))
def test_us_tax_never_takes_more_than_is_added(profit: float, more: float, other: float, tips: float) -> None:
    """From $400 on, where self-employment tax sets in at once, a dollar more is never taxed by more than a dollar."""
    added = us_tax(profit + more, other, tips, 0.1, FIGURES).year - us_tax(profit, other, tips, 0.1, FIGURES).year

    assert -1e-6 <= added <= more + 1e-6


@given(takings=st.floats(0, 5e5), more=st.floats(0, 5e5), costs=st.floats(0, 1e5), other=st.floats(0, 5e5))
def test_uk_tax_never_takes_more_than_is_added(takings: float, more: float, costs: float, other: float) -> None:
    """The highest part of a pound more is 66 pence: 60 where a wage makes the allowance shrink, and Class 4."""
    less, more_tax = (uk_tax(each, costs, other, 1.3, FIGURES).year for each in (takings, takings + more))

    assert -1e-6 <= more_tax - less <= 0.66 * more + 1e-6


@pytest.mark.parametrize(("profit", "rate", "tax"), [(6000, 0.25, 1500), (0, 0.25, 0), (-6000, 0.25, 0), (6000, 0, 0)])
def test_one_rate_stands_for_all_taxes(profit: float, rate: float, tax: float) -> None:
    """$6,000 × 25 % = $1,500, a twelfth of which is $125 a month; a loss bears nothing."""
    flat = flat_tax(profit, rate)

    assert flat.year == flat.steps[-1].value == tax
    assert [line.value for line in flat.lines] == [tax / 12]


class Asked:
    """What the tax of every place asks for."""

    region = "world"
    other, tips, state, pound, rate = 10_000.0, 0.0, 0.05, 1.32, 0.2


@pytest.mark.parametrize("region", PLACES)
def test_each_place_has_its_own_tax(region: str) -> None:
    """The place that is picked decides: the US and the UK by their rules, elsewhere the rate that was entered."""
    asked = Asked()
    asked.region = region
    of_place = {
        "us": us_tax(20_000, 10_000, 0, 0.05, FIGURES),
        "uk": uk_tax(24_000, 4000, 10_000, 1.32, FIGURES),
        "world": flat_tax(20_000, 0.2),
    }

    assert tax_of(24_000, 4000, 20_000, asked, FIGURES) == of_place[region]
    assert len({tax.year for tax in of_place.values()}) == len(PLACES)

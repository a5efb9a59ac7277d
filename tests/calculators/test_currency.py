"""Any result in the reader's currency: the same numbers times one rate, which the receipt names with its date."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import registry
from calculators.__main__ import main
from calculators.bridge import respond
from calculators.kit.engine import Request, answer_request
from calculators.kit.errors import BadAnswers
from calculators.kit.result_words import steps
from tests.calculators.conftest import REGISTER

if TYPE_CHECKING:
    from calculators.kit.engine import Result

SLUGS = sorted(registry())
POUND = 1 / 1.32
"""Pounds for a dollar: the average of 2025 is $1.32 for a pound (facts: L23)."""


def result(slug: str, **request: Any) -> Result:  # noqa: ANN401  any part of a Request
    """Answer one request by a calculator."""
    return answer_request(registry()[slug], Request(request.pop("inputs", {}), **request), REGISTER)


def reply(**request: object) -> dict[str, Any]:
    """Answer one request at the browser's door."""
    answered = json.loads(respond(json.dumps({"slug": "gift-earnings", "inputs": {"viewers": "200"}, **request})))
    assert isinstance(answered, dict)
    return answered


def refused(**request: Any) -> dict[str, str]:  # noqa: ANN401
    """Return the messages against a request that cannot be used."""
    with pytest.raises(BadAnswers) as refusal:
        result("gift-earnings", **request)
    return refusal.value.messages


def amounts(of: Result) -> list[tuple[str, float, str]]:
    """Return every amount on a receipt: label, value, unit."""
    answer = of.answer
    return [(each.label, each.value, each.unit) for each in (answer.headline, *answer.breakdown, *answer.also)]


@pytest.mark.parametrize("slug", SLUGS)
def test_dollars_become_pounds_and_all_else_stays(slug: str) -> None:
    """Headline, receipt, range, drivers and chart: dollars ÷ 1.32 are pounds; shares, coins and hours do not change."""
    dollars, pounds = result(slug), result(slug, currency="GBP")

    for (label, before, unit), (same_label, after, shown) in zip(amounts(dollars), amounts(pounds), strict=True):
        is_dollars = unit.partition("/")[0] == "USD"
        assert (same_label, shown) == (label, unit.replace("USD", "GBP") if is_dollars else unit)
        assert after == pytest.approx(before * POUND if is_dollars else before)
    factor = POUND if dollars.answer.headline.unit == "USD" else 1
    assert list(pounds.spread) == pytest.approx([end * factor for end in dollars.spread])
    assert pounds.sample == pytest.approx([draw * factor for draw in dollars.sample])
    assert [(d.key, d.at_low, d.at_high) for d in pounds.drivers] == [
        (d.key, pytest.approx(d.at_low * factor), pytest.approx(d.at_high * factor)) for d in dollars.drivers
    ]
    assert pounds.series == [(x, pytest.approx(y * factor)) for x, y in dollars.series]
    assert pounds.answer.steps == dollars.answer.steps, "the working stays in dollars"


@pytest.mark.parametrize("slug", SLUGS)
def test_the_receipt_names_the_rate_and_its_date_wherever_it_was_used(slug: str) -> None:
    """In the page, as text, as a table and as a picture; and the rate is among the figures, with its source."""
    answered = reply(slug=slug, inputs={}, currency="GBP", want=["text", "csv", "picture"])
    has_money = any(unit == "GBP" for _, _, unit in amounts(result(slug, currency="GBP")))

    picture = " ".join(re.findall(r">([^<>]+)</text>", answered["picture"]))  # lines of it, that may break anywhere
    for part in (answered["html"]["result"], answered["text"], answered["csv"], picture):
        assert ("£0.75758" in part) == has_money
        assert ("in force since 1 Jan 2025, checked 22 Nov 2026" in part) == has_money
    assert ("Dollars for a pound" in answered["html"]["result"]) == has_money


def test_the_working_ends_with_the_exchange() -> None:
    """200 viewers bring $130 a month, × 0.75758 = £98.48."""
    last = steps(result("gift-earnings", inputs={"viewers": "200", "coins": "10", "share": "50"}, currency="gbp"))[-1]

    assert last == {
        "label": "You keep, a month, in GBP",
        "text": "£98.48",
        "formula": "you keep, a month × one US dollar in GBP",
        "numbers": "$130 × £0.75758",
    }


def test_dollars_are_left_as_they_are() -> None:
    """Naming the dollar changes no byte, and a rate beside it means nothing."""
    assert reply() == reply(currency="USD") == reply(currency=" usd ", exchange="5") == reply(exchange="5")


def test_any_currency_can_be_had_at_the_readers_own_rate() -> None:
    """$130 × 0.92 = €119.60; a currency without a sign of its own is written by its code."""
    euros = result("gift-earnings", inputs={"viewers": "200"}, currency="EUR", exchange="0.92")
    rupees = reply(currency="INR", exchange="88.5")

    assert (euros.answer.headline.value, euros.answer.headline.unit) == (pytest.approx(119.6), "EUR")
    assert "INR\u00a011,505" in rupees["html"]["result"]  # $130 × 88.5
    assert "INR\u00a088.5" in rupees["html"]["result"]
    assert "your own rate" in rupees["html"]["result"]


def test_a_rate_of_ones_own_comes_before_the_figure_and_holds_everywhere() -> None:
    """£0.80 a dollar is $1.25 a pound, for UK tax too; a figure put in by its key does the same."""
    typed = result("take-home", inputs={"region": "uk"}, currency="GBP", exchange="0.8")
    keyed = result("take-home", inputs={"region": "uk"}, currency="GBP", figures={"rates.gbp": "1.25"})

    assert typed.reading.values["pound"] == pytest.approx(1.25)
    assert typed.answer.headline == keyed.answer.headline
    assert typed.answer.headline.value == pytest.approx(typed.scenario.in_dollars.headline.value * 0.8)


def test_one_slip_has_one_pound() -> None:
    """A pound of $1.25 in the UK's tax is £0.80 for a dollar on the slip, too; and no draw has another."""
    form = {"region": "uk", "amount": "5000", "pound": "1.25"}
    typed = result("take-home", inputs=form, currency="GBP")
    plain = result("take-home", inputs={"region": "uk", "amount": "5000"}, currency="GBP")

    assert typed.scenario.exchange.per_dollar == pytest.approx(0.8)
    assert typed.answer.headline.value == pytest.approx(typed.scenario.in_dollars.headline.value * 0.8)
    assert "your own rate" in reply(slug="take-home", inputs=form, currency="GBP")["html"]["result"]
    assert "pound" not in {driver.key for driver in (*typed.drivers, *plain.drivers)}
    assert result("take-home", inputs=form, currency="EUR", exchange="0.9").reading.values["pound"] == 1.25


def test_two_pounds_that_differ_are_refused() -> None:
    """£0.80 and £0.758 agree with $1.25 and $1.32, to the digits that were typed; £0.75 does not."""
    calculator = registry()["take-home"]
    for pound, rate in (("1.25", "0.8"), ("1.32", "0.758")):
        assert result("take-home", inputs={"pound": pound}, currency="GBP", exchange=rate).scenario.exchange.per_dollar
    with pytest.raises(BadAnswers) as refusal:
        answer_request(calculator, Request({"pound": "1.25"}, currency="GBP", exchange="0.75"), REGISTER)

    assert refusal.value.messages == {
        "exchange": "You entered $1.25 for one GBP above. Enter 0.8 here, or leave one of them empty."
    }


@pytest.mark.parametrize(
    ("request_", "field", "words"),
    [
        ({"currency": "EUR"}, "exchange", "We have no dated rate for EUR. Enter what one US dollar is in EUR."),
        ({"currency": "pounds"}, "currency", "three letters"),
        ({"currency": "G P"}, "currency", "three letters"),
        ({"currency": "GBP", "exchange": "much"}, "exchange", "not a number"),
        ({"currency": "EUR", "exchange": "0"}, "exchange", "The least is"),
        ({"currency": "KRW", "exchange": "1.375"}, "exchange", "Do you mean 1,375 or 1.375?"),
        ({"currency": "GBP", "figures": {"rates.gbp": "0"}}, "exchange", "Enter what one US dollar is in GBP"),
        ({"currency": "GBP", "on": date(2024, 6, 1)}, "exchange", "begins later than that day"),
    ],
)
def test_no_rate_is_ever_guessed(request_: dict[str, Any], field: str, words: str) -> None:
    """Without a rate of that day the reader is asked for one, at its field."""
    messages = refused(**request_)

    assert list(messages) == [field]
    assert words in messages[field]


def test_a_target_is_told_in_the_readers_currency() -> None:
    """£98.48 is reached with the 200 viewers that bring it; the field says which currency it takes."""
    seen = result("gift-earnings", inputs={"coins": "10", "share": "50"}, currency="GBP", target="98.4848484848")
    viewers = next(each for each in seen.goal.solutions if each.spec.name == "viewers") if seen.goal else None

    assert viewers is not None
    assert viewers.value == pytest.approx(200)
    assert viewers.headline == pytest.approx(98.4848484848)
    hints = [reply(**asked)["hints"]["target"] for asked in ({}, {"currency": "GBP"})]
    assert hints == ["In US dollars.", "In GBP."]


def test_the_field_of_the_rate_says_where_its_rate_is_from() -> None:
    """Ours has a day and a grade; one that the reader put in as the figure is theirs, and needs neither."""
    hints = [reply(currency="GBP", **own)["hints"]["exchange"] for own in ({}, {"figures": {"rates.gbp": "1.25"}})]

    assert "in force since" in hints[0]
    assert hints[1] == "Leave empty to use £0.8, from your own value of “Dollars for a pound”."


def test_pinned_and_now_and_another_day_stand_in_one_currency() -> None:
    """What was pinned in dollars is shown in pounds beside the pounds of now, and so is another day."""
    html = reply(currency="GBP", pinned={"inputs": {"viewers": "100"}, "figures": {}})["html"]["result"]
    sides = re.findall(r'side-amount" value="([^"]+)"', html)
    then = reply(currency="GBP", on="2025-02-01", inputs={"region": "us"})["html"]["result"]

    assert sides == ["£49.24", "£98.48"]  # $65 and $130 ÷ 1.32
    assert re.findall(r"Then: (\S)\S+ With the figures of [\w ]+: (\S)", then) == [("£", "£")]


def test_what_was_pinned_is_read_as_it_was_written() -> None:
    """1.500 viewers were pinned by somebody who writes so; in English they stand there as 1,500."""
    pinned = {"inputs": {"viewers": "1.500"}, "figures": {}, "locale": "de"}

    assert "1,500 viewers" in reply(pinned=pinned)["html"]["result"]


def test_the_table_has_pounds_in_pounds_and_says_so() -> None:
    """A spreadsheet gets the value with its currency, unrounded, and the rate."""
    rows = list(csv.reader(io.StringIO(reply(currency="GBP", want=["csv"])["csv"])))

    assert rows[1][2:4] == [f"{130 * POUND:.12g}", "GBP"]
    assert [row[2:4] for row in rows if row[1] == "one US dollar"] == [[f"{POUND:.12g}", "GBP"]]


def test_the_shell_has_it_too(capsys: pytest.CaptureFixture[str]) -> None:
    """--currency and --exchange, and the rate below the slip; --locale for how numbers are written."""
    assert (
        main(["gift-earnings", "--viewers", "1.500", "--currency", "GBP", "--exchange", "0,8", "--locale", "de"]) == 0
    )
    printed = capsys.readouterr().out
    assert "£780" in printed  # 1,500 × 10 × $0.01 × 50 % × 3 × 52 ÷ 12 = $975
    assert "One US dollar is taken as £0,8 (your own rate)." in printed
    assert main(["gift-earnings", "--currency", "EUR"]) == 2
    assert "--exchange: We have no dated rate for EUR." in capsys.readouterr().err


@pytest.mark.parametrize("slug", SLUGS)
def test_no_page_shows_a_hundredth_of_a_yen(slug: str) -> None:
    """At 155 yen for a dollar: receipt, range, chart, text and picture show whole yen, from ten yen on."""
    answered = reply(slug=slug, inputs={}, currency="JPY", exchange="155", want=["text", "picture"])
    shown = " ".join([answered["html"]["result"], answered["text"], answered["picture"], answered["announcement"]])
    amounts_in_yen = re.findall(r"JPY[\s\u00a0]([\d,]+)(\.\d+)?", shown)

    assert amounts_in_yen or slug in NOT_MONEY
    assert [whole for whole, part in amounts_in_yen if part and len(whole) > 1] == []


NOT_MONEY = {"eligibility", "growth"}
"""Calculators whose receipt has no amount of money."""


@settings(max_examples=60, deadline=None)
@given(slug=st.sampled_from(SLUGS), per_dollar=st.floats(1e-4, 1e5), code=st.sampled_from(["EUR", "JPY", "GBP", "XTS"]))
def test_any_rate_gives_a_finished_page(slug: str, per_dollar: float, code: str) -> None:
    """However large or small a currency's unit is, every amount is written, and none as nothing."""
    answered = reply(slug=slug, inputs={}, currency=code, exchange=f"{per_dollar:.7f}")

    assert answered["status"] == "ok", answered
    assert "nan" not in answered["headline"]

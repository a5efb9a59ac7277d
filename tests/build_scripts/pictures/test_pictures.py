"""Tests of the pictures that the build draws from the figures."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from build_scripts import pictures, templates
from build_scripts.pictures.gift_receipt import gift_receipt
from build_scripts.pictures.hundred_coins import hundred_coins
from build_scripts.pictures.money_flow import money_flow
from build_scripts.pictures.shape import GROUPS, gift_shape, income_shape, shares, whole
from build_scripts.pictures.world import parts_of
from calculators.common import lognormal
from calculators.kit.figure_view import anchor
from calculators.kit.figures import Figures, Register

if TYPE_CHECKING:
    from build_scripts.pictures.world import World

REGISTER = Register.load()
PERCENT_OR_MONEY = re.compile(r"[−]?\$[\d,]+(?:\.\d+)?|\d+(?:\.\d+)?%")


def world_with(**shares_by_region: float) -> World:
    """Return today's figures, in some regions with another share of the creator."""

    def world(region: str) -> Figures:
        own = {"gifts.creator_share": shares_by_region[region]} if region in shares_by_region else {}
        return REGISTER.on(REGISTER.edition, region, own)

    return world


WORLD = world_with()


def rows(view: Any) -> dict[str, list[str]]:  # noqa: ANN401  a view is whatever its template takes
    """Return the lines of a picture's table, by name."""
    return {row["name"]: row["cells"] for row in view["rows"]}


@pytest.mark.parametrize("name", pictures.PICTURES)
def test_a_picture_has_text_and_a_table(name: str) -> None:
    """A title, a description, a caption, and what the drawing says in numbers stands in the table or the caption."""
    drawn = pictures.html(name, REGISTER)
    for tag in ("<title", "<desc", "<figcaption", "<table"):
        assert drawn.count(tag) == 1
    assert all(re.findall(r"<(?:title|desc|figcaption)[^>]*>([^<]+)<", drawn))
    drawing, _, beside = re.sub(r"<desc.*?</desc>", "", drawn).partition("</svg>")
    assert set(PERCENT_OR_MONEY.findall(drawing)) <= set(PERCENT_OR_MONEY.findall(beside))


@pytest.mark.parametrize("name", pictures.PICTURES)
def test_a_picture_says_what_it_is_drawn_from(name: str) -> None:
    """Below the table stands every figure that was read, each once, linked to its row on the page of figures."""
    links = re.findall(r'href="root:figures/#([^"]+)"', pictures.html(name, REGISTER))
    assert links
    assert len(set(links)) == len(links)
    assert set(links) <= {anchor(key) for key in REGISTER.figures}


def test_a_figure_of_two_regions_has_both_grades() -> None:
    """The creator's share is read for the world and for the US, whose grades differ: both stand there, once."""
    grades = {region: WORLD(region).value("gifts.creator_share").row.grade for region in ("world", "us")}
    said = f"({grades['world']}; in the United States {grades['us']})"
    assert pictures.html("money-flow", REGISTER).count(said) == 1
    assert f"({grades['world']})" in pictures.html("hundred-coins", REGISTER)


@pytest.mark.parametrize(
    "template", sorted((templates.FOLDER / "pictures").glob("*.jinja")), ids=lambda path: path.name
)
def test_a_template_has_colours_from_the_scheme_only(template: Path) -> None:
    """Both colour schemes reach every shape by its class: no colour, style or font is written into a drawing."""
    assert not re.search(r"""\s(?:fill|stroke|style|color|font[\w-]*)=|#[0-9a-f]{3,6}\b""", template.read_text("utf-8"))


def test_parts_add_up_to_what_was_paid() -> None:
    """100 coins in the app: $1.51 = 0.50 + 30% of it (0.453) + the rest (0.557)."""
    parts = parts_of(WORLD("world"), 100, "app")
    assert parts == pytest.approx((0.50, 0.557, 0.453))
    assert parts.paid == pytest.approx(1.51)
    assert parts_of(WORLD("world"), 100, "web", 0.44) == pytest.approx((0.44, 0.61, 0))


def test_hundred_coins() -> None:
    """App: $1.51 = 0.50 + 0.56 + 0.45. Web: $1.05 = 0.50 + 0.55; bars are as long as amounts."""
    view = hundred_coins(WORLD)
    assert rows(view) == {
        "A viewer pays": ["$1.51", "$1.05"],
        "Creator": ["$0.50", "$0.50"],
        "TikTok": ["$0.56", "$0.55"],
        "Store": ["$0.45", "nothing"],
    }
    app, web = ([float(part["width"]) + 2 for part in bar["parts"]] for bar in view["bars"])
    assert sum(app) == pytest.approx(320, abs=0.2)
    assert sum(web) == pytest.approx(320 * 1.05 / 1.51, abs=0.2)
    assert app[0] == pytest.approx(web[0], abs=0.1)


def test_money_flow() -> None:
    """Half outside the US; 44, 20 and 53 percent by US missions; TikTok has the rest of $1.51 − $0.45 = $1.06."""
    view = money_flow(WORLD)
    assert rows(view) == {
        "A viewer pays": ["$1.51"] * 4,
        "App store": ["$0.45"] * 4,
        "TikTok": ["$0.56", "$0.62", "$0.86", "$0.53"],
        "You": ["$0.50", "$0.44", "$0.20", "$0.53"],
    }
    assert view["head"][1:] == [
        "Outside the US, 50%",
        "US, one LIVE a week, 44%",
        "US, the least, 20%",
        "US, the most, 53%",
    ]
    assert view["credited"] == "100 Diamonds"
    assert "$1,000 a day" in view["note"]


def test_money_flow_is_as_wide_as_the_money() -> None:
    """180 units are $1.51: the stream after the store is 0.7 of it, and both parts of every split fill that."""
    view = money_flow(WORLD)
    stream = float(view["stream"]["width"])
    assert stream == pytest.approx(180 * 0.7, abs=0.1)
    assert float(view["store"]["width"]) + stream == pytest.approx(180, abs=0.1)
    for case in view["cases"]:
        assert float(case["you"]) + 2 + float(case["tiktok"]) == pytest.approx(stream, abs=0.2)
    assert float(view["cases"][0]["you"]) + 1 == pytest.approx(180 * 0.50 / 1.51, abs=0.1)


def test_gift_receipt() -> None:
    """Galaxy: 1,000 coins × $0.0151 = $15.10; less 30% ($4.53), less $5.57, is 1,000 × $0.005 = $5: to the cent."""
    view = gift_receipt(WORLD)
    assert "50% is not of what the store leaves. It is of 1,000 Diamonds, which stand for $10.00." in view["note"]
    found = rows(view)
    assert found == {
        "1 Galaxy": ["1,000 coins"],
        "Price of a coin": ["$0.0151"],
        "The fan pays": ["$15.10"],
        "App store, 30%": ["−$4.53"],
        "TikTok, tax, card fees": ["−$5.57"],
        "You get": ["$5.00"],
    }
    amounts = [float(text.replace("$", "").replace("−", "-")) for (text,) in list(found.values())[2:]]
    assert sum(amounts[:-1]) == pytest.approx(amounts[-1])


def test_shares_of_an_uneven_spread() -> None:
    """Nobody has more than another when sigma is 0; at 2.72 a fifth has 97 of 100, at 2.33 a hundredth has half."""
    assert shares(0) == pytest.approx(GROUPS)
    assert sum(shares(2.72)[:3]) == pytest.approx(97, abs=0.2)
    assert shares(2.33)[0] == pytest.approx(50, abs=0.2)
    assert sum(shares(2.7)) == pytest.approx(100)


def test_rounded_shares_still_add_up() -> None:
    """Largest remainders go up: 64.6, 20.9, 11.4 and 3.2 are 65, 21, 11 and 3."""
    assert whole([64.6, 20.9, 11.4, 3.1]) == [65, 21, 11, 3]
    assert whole([33.4, 33.3, 33.3, 0.0]) == [34, 33, 33, 0]
    for tenths in range(15, 36):
        assert sum(whole(shares(tenths / 10))) == 100


def test_gift_shape() -> None:
    """At sigma 2.7 the first of 100 viewers gives 65 of 100 coins; at 2.0 it is 37, at 3.0 it is 75."""
    found = rows(gift_shape(WORLD))
    assert found["1 viewer gives"] == ["65 coins", "37 to 75 coins"]
    assert [cells[0] for cells in found.values()] == ["65 coins", "21 coins", "11 coins", "3 coins"]


def test_income_shape() -> None:
    """At sigma 2.3 the first of 100 creators gets $49; the mean the caption tells fits the same spread."""
    view = income_shape(WORLD)
    assert rows(view)["1 creator gets"] == ["$49", "$37 to $61"]
    times = WORLD("world")["platform.mean_over_median"]
    assert f"about {times:.0f} times" in view["note"]
    sigma = WORLD("world")["audience.creator_income_sigma"]
    assert 1 / lognormal.median(1, sigma) == pytest.approx(times, rel=0.1)


def test_bands_of_a_shape_join_people_and_what_they_have() -> None:
    """Both bars are 320 long, and each group's band runs from its piece above to its piece below."""
    parts = gift_shape(WORLD)["parts"]
    ends = {0: 0.0, 1: 0.0}
    for part, people, share in zip(parts, GROUPS, shares(2.7), strict=True):
        corners = [[float(number) for number in corner.split(",")] for corner in part["band"].split()]
        (left, _), (right, _), (low_right, _), (low_left, _) = corners
        assert (left, low_left) == pytest.approx((ends[0], ends[1]), abs=0.1)
        assert (right - left, low_right - low_left) == pytest.approx((3.2 * people, 3.2 * share), abs=0.15)
        ends = {0: right, 1: low_right}
    assert ends == {0: 320, 1: 320}


def test_pictures_follow_the_figures() -> None:
    """With another share the creator's part is another."""
    assert rows(hundred_coins(world_with(world=0.4)))["Creator"][0] == "$0.40"
    assert rows(gift_receipt(world_with(world=0.4)))["You get"] == ["$4.00"]
    assert rows(money_flow(world_with(us=0.3)))["You"] == ["$0.50", "$0.30", "$0.30", "$0.30"]

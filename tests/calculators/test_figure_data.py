"""The figures themselves: complete, graded, sourced, and equal to what the research notes say."""

from __future__ import annotations

from datetime import date

import pytest

from calculators.kit.figures import GRADES, Figure, Register, Row

REGISTER = Register.load()
ROWS = [(key, row) for key, figure in REGISTER.figures.items() for row in figure.rows]

# Nobody rests a B on one blog: a blog, a code file or our own assumption alone is C at best.
WEAK_KINDS = {"blog", "repository", "thread", "assumption"}


def test_the_edition_is_the_day_of_the_last_check() -> None:
    """All figures of this edition were checked on 22 November 2026."""
    assert REGISTER.edition == date(2026, 11, 22)


def test_no_figure_is_overdue_on_the_day_of_the_edition() -> None:
    """A register that is already out of date on its own day was not checked."""
    assert [key for key, figure in REGISTER.figures.items() if figure.overdue(REGISTER.edition)] == []


def test_every_row_has_a_known_grade_a_source_and_a_day_before_the_edition() -> None:
    """No figure claims to hold from a day in the future."""
    for key, row in ROWS:
        assert row.grade in GRADES, key
        assert row.sources, key
        assert set(row.sources) <= set(REGISTER.sources), key
        assert row.since <= REGISTER.edition, key


def test_every_row_outside_the_catalogue_says_why_it_holds() -> None:
    """A note stands beside each number; the catalogue has one for all in its topic."""
    without = [key for key, row in ROWS if not row.note and not key.startswith("gift_prices.")]
    assert without == []
    assert REGISTER.topics["gift_prices"].note


def test_assumptions_are_graded_d() -> None:
    """What is partly our own guess never looks better than a guess."""
    assert {row.grade for _, row in ROWS if "assumption" in row.sources} == {"D"}


def test_one_weak_source_alone_is_never_better_than_c() -> None:
    """One blog or one code file does not make a B."""
    lone = [(key, row) for key, row in ROWS if len(row.sources) == 1]
    weak = {key for key, row in lone if REGISTER.sources[row.sources[0]].kind in WEAK_KINDS and row.grade < "C"}
    # UK tax is read from explainers of the law; the rule is the law's, and graded so in the notes.
    assert {key for key in weak if not key.startswith("tax_uk.")} == set()


def test_blogs_alone_are_never_better_than_c() -> None:
    """However many blogs agree: they copy one another, and none of them knows."""
    blogs = {
        key
        for key, row in ROWS
        if row.grade < "C" and {REGISTER.sources[each].kind for each in row.sources} == {"blog"}
    }
    assert {key for key in blogs if not key.startswith("tax_uk.")} == set()  # explainers of a public rule


def test_fractions_lie_between_zero_and_one() -> None:
    """A share written as 50 instead of 0.50 is caught."""
    for key, row in ROWS:
        if REGISTER.figures[key].unit == "fraction":
            assert 0 <= row.low <= row.high <= 1, key


def test_no_value_is_negative() -> None:
    """No figure of this site can be below zero."""
    assert [key for key, row in ROWS if row.low < 0] == []


def test_the_catalogue_has_every_gift() -> None:
    """The notes list 148 gifts; 77 of them are in all four lists."""
    gifts = [REGISTER.figures[key] for key in REGISTER.topics["gift_prices"].keys]
    assert len(gifts) == 148
    assert sum(len(gift.rows[-1].sources) == 4 for gift in gifts) == 77
    assert {gift.unit for gift in gifts} == {"coins"}


def test_catalogue_prices_rest_on_two_lists_and_are_whole_coins() -> None:
    """Every current price has two lists or more, and no gift costs part of a coin."""
    for key in REGISTER.topics["gift_prices"].keys:
        for row in REGISTER.figures[key].rows:
            assert len(row.sources) >= 2, key
            assert row.low == row.typical == row.high == int(row.typical) >= 1, key


def _figure(key: str) -> Figure:
    return REGISTER.figures[key]


def test_the_value_of_a_coin_follows_from_its_parts() -> None:
    """Value of a coin = share × nominal value of a Diamond × Diamonds per coin, in every region and time."""
    share, value = _figure("gifts.creator_share"), _figure("gifts.creator_value_per_coin")
    diamond = _figure("gifts.diamond_usd").rows[0].typical * _figure("gifts.diamonds_per_coin").rows[0].typical
    assert [(row.since, row.region) for row in share.rows] == [(row.since, row.region) for row in value.rows]
    for of_share, of_value in zip(share.rows, value.rows, strict=True):
        for name in ("low", "typical", "high"):
            assert getattr(of_value, name) == pytest.approx(getattr(of_share, name) * diamond, rel=1e-12)


def test_the_parts_of_the_us_share_add_up() -> None:
    """38 + 6 = 44, 38 + 2 + 8 + 1 = 49 and 38 + 2 + 8 + 2 + 3 = 53 percent."""
    figures = REGISTER.on(REGISTER.edition, "us")
    long, one, two = (
        figures[f"gifts.us_{name}"] for name in ("share_long_live", "weekly_one_live", "weekly_two_lives")
    )
    follows, team, league = (
        figures.value(f"gifts.us_{name}").high for name in ("bonus_new_followers", "weekly_team", "weekly_league")
    )
    assert long + one == pytest.approx(figures["gifts.us_share_one_long"])
    assert long + follows + two + 0.01 == pytest.approx(figures["gifts.us_share_regular"])
    assert long + follows + two + team + league == pytest.approx(figures["gifts.us_share_most"])
    share = figures.value("gifts.creator_share")
    assert (share.low, share.typical, share.high) == tuple(
        figures[f"gifts.us_share_{name}"] for name in ("short_only", "one_long", "most")
    )


def test_the_parts_of_the_retail_price_follow_from_the_coin_prices() -> None:
    """0.005 ÷ 0.0105 = 47.6 percent on the web and 0.005 ÷ 0.0151 = 33.1 percent in the app."""
    figures = REGISTER.on(REGISTER.edition)
    coin = figures["gifts.creator_value_per_coin"]
    for channel in ("web", "app"):
        expected = coin / figures[f"coins.{channel}_price_usd"]
        assert figures[f"gifts.retail_share_{channel}"] == pytest.approx(expected, abs=0.0005)


def test_what_calculators_need_is_there_from_september_2023() -> None:
    """A result can be seen as of a day before the US change of February 2025."""
    figures = REGISTER.on(date(2023, 9, 1), "us")
    needed = (
        "gifts.creator_share",
        "gifts.diamonds_per_coin",
        "gifts.diamond_usd",
        "gifts.creator_value_per_coin",
        "coins.web_price_usd",
        "coins.app_price_usd",
        "audience.coins_per_viewer_hour",
        "audience.ccv_per_follower",
        "likes.direct_value",
        "payouts.maximum_day",
    )
    assert all(figures[key] >= 0 for key in needed)
    assert figures["gifts.creator_share"] == 0.50


# Each case quotes the line of the research notes that it was copied from.
SPOT_CHECKS = [
    # | coin_price_web_usd | 0.0103 | 0.0105 | 0.0108 | USD/coin | §1.1 | B |
    ("coins.web_price_usd", "world", (0.0103, 0.0105, 0.0108), "USD/coin", "B"),
    # | coin_price_app_usd | 0.0150 | 0.0151 | 0.0154 | USD/coin | §1.1 | B |
    ("coins.app_price_usd", "world", (0.0150, 0.0151, 0.0154), "USD/coin", "B"),
    # | creator_share_classic | 0.50 | 0.50 | 0.50 | fraction | N1 | A |
    ("gifts.creator_share", "world", (0.50, 0.50, 0.50), "fraction", "A"),
    # | creator_share_us_scaled | 0.20 | 0.44 | 0.53 | fraction | T6, P1 | B |
    ("gifts.creator_share", "us", (0.20, 0.44, 0.53), "fraction", "B"),
    # | coins_per_viewer_hour | 2 | 10 | 30 | coins | §9.2 (platform mean 5–25) | C |
    ("audience.coins_per_viewer_hour", "world", (2, 10, 30), "coins/viewer-hour", "C"),
    # | withdraw_min_usd | 10 | 50 | 100 | USD | §2.4 | D |
    ("payouts.minimum", "world", (10, 50, 100), "USD", "D"),
    # | withdraw_max_day_usd | 1000 | 1000 | 1000 | USD/day | T3, T4 | A |
    ("payouts.maximum_day", "world", (1000, 1000, 1000), "USD/day", "A"),
    # | followers_to_go_live | 300 | 1000 | 1000 | followers | §4 | B |
    ("eligibility.live_followers", "world", (300, 1000, 1000), "followers", "B"),
    # | crp_rpm_usd | 0.20 | 0.60 | 1.00 | USD/1,000 qualified views | §6 | C |
    ("video.crp_rpm", "world", (0.20, 0.60, 1.00), "USD/1000 views", "C"),
    # | sponsor_post_micro_usd | 75 | 500 | 2000 | USD | §8 | C |
    ("brand_posts.micro", "world", (75, 500, 2000), "USD", "C"),
    # | affiliate_commission | 0.05 | 0.13 | 0.25 | fraction | §8 | B |
    ("shop.affiliate_commission", "world", (0.05, 0.13, 0.25), "fraction", "B"),
    # | pod_margin | 0.15 | 0.25 | 0.40 | fraction of retail | §8 | C |
    ("merch.print_margin", "world", (0.15, 0.25, 0.40), "fraction", "C"),
    # | us_ss_wage_base_2026 | 184500 | 184500 | 184500 | USD | L3 | A |
    ("tax_us.social_security_base", "us", (184500, 184500, 184500), "USD", "A"),
    # | uk_class4_rate | 0.06 | 0.06 | 0.06 | fraction | L14 | A |
    ("tax_uk.class4_rate", "uk", (0.06, 0.06, 0.06), "fraction", "A"),
    # | Rose | 1 | abcd | 0.01 | 0.02 | 0.005 | B |
    ("gift_prices.rose", "world", (1, 1, 1), "coins", "B"),
    # | Lion | 29,999 | abcd | 314.99 | 452.98 | 149.995 | B |
    ("gift_prices.lion", "world", (29999, 29999, 29999), "coins", "B"),
    # | TikTok Universe+ | 34,999 | abc· | 367.49 | 528.48 | 174.995 | B |
    ("gift_prices.tiktok_universe_plus", "world", (34999, 34999, 34999), "coins", "B"),
    # | TikTok Universe | 44,999 | abcd | 472.49 | 679.48 | 224.995 | B |
    ("gift_prices.tiktok_universe", "world", (44999, 44999, 44999), "coins", "B"),
]


@pytest.mark.parametrize(("key", "region", "values", "unit", "grade"), SPOT_CHECKS)
def test_a_value_equals_the_research_notes(
    key: str, region: str, values: tuple[float, float, float], unit: str, grade: str
) -> None:
    """Low, typical, high, unit and grade were carried over unchanged."""
    row = _row(key, REGISTER.edition, region)
    assert (row.low, row.typical, row.high) == values
    assert (REGISTER.figures[key].unit, row.grade) == (unit, grade)


@pytest.mark.parametrize(
    ("key", "region", "day", "expected"),
    [
        ("gifts.creator_share", "us", date(2025, 2, 9), 0.50),
        ("gifts.creator_share", "us", date(2025, 2, 10), 0.44),
        ("gift_prices.tiktok_universe", "world", date(2024, 2, 21), 34999),
        ("gift_prices.tiktok_universe", "world", date(2024, 2, 22), 44999),
        ("eligibility.host_age", "world", date(2022, 11, 22), 16),
        ("eligibility.host_age", "world", date(2022, 11, 23), 18),
        ("eligibility.send_gifts_age", "kr", date(2026, 11, 22), 19),
        ("video.fund_rpm", "us", date(2023, 12, 15), 0.025),
        ("video.fund_rpm", "us", date(2023, 12, 16), 0),
        ("video.fund_rpm", "it", date(2024, 2, 25), 0.025),
        ("video.fund_rpm", "it", date(2024, 2, 26), 0),
        ("tax_us.form_1099_nec_from", "us", date(2025, 12, 31), 600),
        ("tax_us.form_1099_nec_from", "us", date(2026, 1, 1), 2000),
    ],
)
def test_a_figure_changes_on_its_day(key: str, region: str, day: date, expected: float) -> None:
    """The day before a change has the old value, and the day itself the new one."""
    assert _row(key, day, region).typical == expected


def _row(key: str, day: date, region: str) -> Row:
    return REGISTER.figures[key].row(day, region)

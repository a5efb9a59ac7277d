"""The worked examples are worked out again from the figures they rest on."""

from __future__ import annotations

import math

import pytest

from calculators import registry
from calculators.kit.engine import Request, answer_request
from calculators.kit.figures import Register

REGISTER = Register.load()
WORLD = REGISTER.on(REGISTER.edition)
US = REGISTER.on(REGISTER.edition, "us")


def _three(key: str) -> tuple[float, float, float]:
    value = WORLD.value(key)
    return value.low, value.typical, value.high


def _coin() -> float:
    """Return what a creator gets for a coin, outside the US."""
    return WORLD["gifts.diamonds_per_coin"] * WORLD["gifts.diamond_usd"] * WORLD["gifts.creator_share"]


@pytest.mark.parametrize(
    ("name", "coins", "price"),
    [
        ("hundred_coins_creator", 100, _coin()),
        ("hundred_coins_web", 100, US["coins.web_price_usd"]),
        ("hundred_coins_app", 100, US["coins.app_price_usd"]),
        ("thousand_coins_creator", 1000, _coin()),
        ("thousand_coins_web", 1000, US["coins.web_price_usd"]),
        ("thousand_coins_app", 1000, US["coins.app_price_usd"]),
        ("ten_thousand_diamonds_creator", 10_000, _coin()),
        ("rose_creator", WORLD["gift_prices.rose"], _coin()),
        ("galaxy_creator", WORLD["gift_prices.galaxy"], _coin()),
        ("lion_creator", WORLD["gift_prices.lion"], _coin()),
        ("lion_web", WORLD["gift_prices.lion"], US["coins.web_price_usd"]),
        ("lion_app", WORLD["gift_prices.lion"], US["coins.app_price_usd"]),
        ("universe_creator", WORLD["gift_prices.tiktok_universe"], _coin()),
        ("universe_app", WORLD["gift_prices.tiktok_universe"], US["coins.app_price_usd"]),
    ],
)
def test_amounts_of_coins(name: str, coins: float, price: float) -> None:
    """Coins × what one of them costs or brings, to the cent."""
    assert WORLD[f"examples.{name}"] == pytest.approx(coins * price, abs=0.005)


def test_an_hour_with_fifty_viewers() -> None:
    """50 viewers × 1 hour × coins per viewer-hour × half a cent."""
    expected = [50 * coins * _coin() for coins in _three("audience.coins_per_viewer_hour")]
    assert _three("examples.fifty_viewers_hour") == pytest.approx(expected)


def test_a_super_fan() -> None:
    """Price, less the store's fee, times the share; the lower fee leaves more."""
    price, share, fee = (
        US["subscriptions.superfan_price"],
        WORLD["subscriptions.superfan_share"],
        "subscriptions.store_fee",
    )
    low_fee, typical_fee, high_fee = _three(fee)
    expected = [price * (1 - each) * share for each in (high_fee, typical_fee, low_fee)]
    assert _three("examples.superfan_month") == pytest.approx(expected, abs=0.005)


def test_a_sponsored_hour() -> None:
    """50 viewers × 1 hour × the rate."""
    expected = [50 * rate for rate in _three("brands.live_per_viewer_hour")]
    assert _three("examples.sponsored_hour") == pytest.approx(expected)


def test_an_order_and_a_printed_item() -> None:
    """Order × commission, and price × margin."""
    assert WORLD["examples.affiliate_order"] == pytest.approx(
        WORLD["shop.order_value"] * WORLD["shop.affiliate_commission"]
    )
    assert WORLD["examples.printed_item"] == pytest.approx(WORLD["merch.print_price"] * WORLD["merch.print_margin"])


def test_the_host_in_the_middle() -> None:
    """Mean of a day with a LIVE × 3 a week, divided by how far a log-normal mean lies above the middle."""
    mean, sigma = WORLD["audience.mean_income_live_day"], WORLD["audience.creator_income_sigma"]
    expected = mean * 3 * 52 / 12 / math.exp(sigma**2 / 2)
    assert WORLD["examples.middle_host_month"] == round(expected)  # a guess of ours: no cents


def test_a_hundred_thousand_video_views() -> None:
    """What the calculator says now, with its 8 in 10 in whole dollars; views × pay for 1,000, in the closed fund."""
    now = answer_request(registry()["video-rewards"], Request({"views": "100,000"}), REGISTER).spread
    low, typical, high = _three("examples.video_rewards")
    assert typical == pytest.approx(100 * WORLD["video.crp_qualified_share"] * WORLD["video.crp_rpm"])
    assert (low, typical, high) == pytest.approx((round(now.low), now.typical, round(now.high)))
    then = [100 * pay for pay in _three("video.fund_rpm_historic")]
    assert _three("examples.video_fund") == pytest.approx(then)


def test_the_claims_are_what_their_recipes_give() -> None:
    """Half the Diamonds at half a cent; 70 percent of a cent; half of five cents for 500 or 1,000 Diamonds."""
    assert WORLD["claims.thousand_coins_halved_twice"] == pytest.approx(1000 / 2 * 0.005)
    assert WORLD["claims.thousand_coins_70_percent"] == pytest.approx(1000 * 0.01 * 0.70)
    value = WORLD.value("claims.thousand_coins_five_cents")
    assert (value.low, value.high) == pytest.approx((500 * 0.05 / 2, 1000 * 0.05 / 2))


def test_no_calculator_reads_a_claim_or_an_example() -> None:
    """What others claim, and what we worked out to be read, is never an input."""
    from pathlib import Path

    import calculators

    folder = Path(calculators.__file__).parent
    code = "\n".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    assert '"claims.' not in code
    assert '"examples.' not in code

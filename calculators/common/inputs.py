"""Inputs that several calculators share: asked in the same words, with the same limits, remembered together.

A page marks their fields, so that what a reader enters in one calculator stands in the others too.
"""

from __future__ import annotations

from typing import Any

from calculators.kit.inputs import choice, number, percent, whole

REGIONS = {"world": "Outside the US", "us": "United States"}
"""Where TikTok's share differs; values are the figures' regions."""

COUNTRIES = {
    "us": "United States",
    "uk": "United Kingdom",
    "de": "Germany",
    "fr": "France",
    "it": "Italy",
    "es": "Spain",
    "ca": "Canada",
    "br": "Brazil",
    "mx": "Mexico",
    "jp": "Japan",
    "kr": "South Korea",
    "in": "India",
    "ru": "Russia",
    "world": "Somewhere else",
}
"""Where a program runs or not; values are the figures' regions."""


def viewers(default: float = 50, low: float = 0.0) -> Any:  # noqa: ANN401  stands where a field's type is float
    """Ask for the average number of viewers at once."""
    return number(
        "Average viewers at once",
        unit="viewers",
        default=default,
        low=low,
        high=1_000_000,
        help="Not the peak, not everyone who came.",
        shared=True,
    )


def minutes() -> Any:  # noqa: ANN401
    """Ask for the length of a LIVE."""
    return number(
        "Length of a LIVE",
        unit="minutes",
        figure="audience.session_minutes",
        known=True,
        low=1,
        high=1_440,
        shared=True,
    )


def lives(low: float = 0.0) -> Any:  # noqa: ANN401
    """Ask for the number of LIVEs in a week."""
    return number(
        "LIVEs a week", unit="LIVEs", figure="audience.sessions_per_week", known=True, low=low, high=100, shared=True
    )


def coins(low: float = 0.0) -> Any:  # noqa: ANN401
    """Ask for the coins that a viewer gives in an hour."""
    return number(
        "Coins a viewer gives in an hour",
        unit="coins",
        figure="audience.coins_per_viewer_hour",
        low=low,
        high=100_000,
        help="All gifts of a LIVE, in coins, divided by average viewers and by hours.",
        shared=True,
    )


def likes() -> Any:  # noqa: ANN401
    """Ask for the likes that a viewer sends in an hour."""
    return number("Likes a viewer sends in an hour", unit="likes", figure="likes.per_viewer_hour", high=100_000)


def diamonds() -> Any:  # noqa: ANN401
    """Ask for the Diamonds that a creator collects in a month."""
    return number(
        "Diamonds you collect in a month",
        unit="diamonds",
        default=10_000,
        high=1_000_000_000,
        help="One for every coin of the gifts you get.",
        shared=True,
    )


def superfans() -> Any:  # noqa: ANN401
    """Ask for the number of Super Fans."""
    return whole(
        "Super Fans", unit="Super Fans", default=5, high=1_000_000, help="They pay for your LIVEs.", shared=True
    )


def subscribers() -> Any:  # noqa: ANN401
    """Ask for the number of subscribers."""
    return whole(
        "Subscribers",
        unit="subscribers",
        default=5,
        high=1_000_000,
        help="They pay for your page, not for LIVE.",
        shared=True,
    )


def units() -> Any:  # noqa: ANN401
    """Ask for the items of merchandise that are sold."""
    return number("Merchandise sold a month", unit="items", default=10, high=1_000_000, shared=True)


def store_fee() -> Any:  # noqa: ANN401
    """Ask for the part that an app store keeps."""
    return percent(
        "App store's fee",
        figure="subscriptions.store_fee",
        help="Taken by Apple or Google from what is bought in the app.",
        shared=True,
    )


def age() -> Any:  # noqa: ANN401
    """Ask for the creator's age."""
    return whole("Your age", unit="years", default=25, high=120, shared=True)


def followers(default: int = 10_000) -> Any:  # noqa: ANN401
    """Ask for the creator's followers."""
    return whole("Your followers", unit="followers", default=default, high=1_000_000_000, shared=True)


def views() -> Any:  # noqa: ANN401
    """Ask for the views of a creator's videos in a month."""
    return whole(
        "Views of your videos in 30 days",
        unit="views",
        default=150_000,
        high=100_000_000_000,
        help="All views. LIVE views do not count.",
        shared=True,
    )


def country() -> Any:  # noqa: ANN401
    """Ask where the creator lives, by country; the field must be called `region`, and its figures hold."""
    return choice("Where do you live?", COUNTRIES, default="us")


def region(label: str = "Where is your account?") -> Any:  # noqa: ANN401
    """Ask where the creator's account is; the figures of that region hold. A viewer is asked in other words."""
    return choice(label, REGIONS, default="world", shared=True)


def share(label: str = "Your share of gift value", low: float = 0.0) -> Any:  # noqa: ANN401
    """Ask for the creator's share of a gift's net value."""
    return percent(
        label,
        figure="gifts.creator_share",
        low=low,
        help="In the US it depends on missions: LIVE length, new followers, LIVEs a week.",
        shared=True,
    )


def bought(label: str = "Where the viewer bought the coins") -> Any:  # noqa: ANN401
    """Ask where the viewer bought the coins."""
    return choice(
        label,
        {"app": "In the app", "web": "On TikTok's website"},
        default="app",
        shared=True,
    )


def visit() -> Any:  # noqa: ANN401
    """Ask how long one visitor stays; never nothing, since times are divided by it."""
    return number(
        "How long a visitor stays",
        unit="minutes",
        figure="audience.visit_minutes",
        low=0.1,
        high=1_440,
        help="Short visits mean that many different people pass through.",
        shared=True,
    )


def returns() -> Any:  # noqa: ANN401
    """Ask for the part of orders that come back."""
    return percent("Orders sent back", figure="shop.return_rate", shared=True)

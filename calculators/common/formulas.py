"""Workings that several calculators tell in the same words."""

from __future__ import annotations

CASH = "{gifts.diamonds_per_coin} × {gifts.diamond_usd} × {share}"
"""What a coin of gifts brings the creator."""

HOURS_LIVE = "{minutes} ÷ 60 × {lives} × 52 ÷ 12"
"""The hours LIVE in a month."""

GIFTS_OF_A_VIEWER = "{minutes} ÷ 60 × {coins} × " + CASH + " × {lives} × 52 ÷ 12"
"""What one viewer's gifts bring the creator in a month."""

"""Readers who decide: the same visits as in the end-to-end tests, each with a calculator in hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.decide.desk import Desk
from tests.e2e.conftest import elsewhere, server, visits
from tests.e2e.reader import Visit

__all__ = ["elsewhere", "server", "visits"]

type Desks = Callable[..., Desk]


@pytest.fixture
def desks(visits: Callable[..., Visit]) -> Desks:
    """Open calculators, each for a reader of their own, whose browser lets pages copy."""

    def open_one(fragment: str = "", slug: str = "gift-earnings", **profile: object) -> Desk:
        visit = visits(**{"permissions": ["clipboard-read", "clipboard-write"]} | profile)
        return Desk.at(visit, slug, fragment)

    return open_one


@pytest.fixture
def desk(desks: Desks) -> Desk:
    """Open a calculator, with nothing typed and nothing kept."""
    return desks()

"""What the tests of calculators share: the register, and a short way to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calculators.kit.figures import Register

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.kit.engine import Result

REGISTER = Register.load()


@pytest.fixture(scope="session")
def register() -> Register:
    """Return the register as it is committed."""
    return REGISTER


@pytest.fixture(scope="session")
def answer() -> Callable[..., Result]:
    """Return a short way to ask: a slug, then one keyword an input."""
    from calculators import registry
    from calculators.kit.engine import Request, answer_request

    def ask(slug: str, figures: dict[str, str] | None = None, **inputs: str) -> Result:
        return answer_request(registry()[slug], Request(inputs, figures or {}), REGISTER)

    return ask

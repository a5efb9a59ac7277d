"""Runs in the browser for a test: the draws behind a likely range, as they come out there."""

# ruff: noqa: INP001 - the browser's package holds it on its own

from __future__ import annotations

import json


def sample(argument: str) -> str:
    """Return each input's draws, as bits, and the sorted results of one calculator."""
    from calculators import registry  # noqa: PLC0415  only the browser's package has it compiled
    from calculators.bridge import register  # noqa: PLC0415
    from calculators.kit import uncertainty  # noqa: PLC0415
    from calculators.kit.engine import Request, answer_request  # noqa: PLC0415

    asked = json.loads(argument)
    result = answer_request(registry()[asked["slug"]], Request(asked["inputs"]), register())
    draws = [[value.hex() for value in uncertainty.draws(dimension)] for dimension in range(asked["dimensions"])]
    return json.dumps({"draws": draws, "sample": result.sample})

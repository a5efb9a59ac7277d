"""The browser keeps what it compiled of the WebAssembly, and uses it on a later visit, through the service worker."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, CDPSession, Page

from build_scripts.setup.chromium import find
from tests.conftest import ARGUMENTS
from tests.e2e.reader import Reading
from tests.offline.deployment import Deployment
from tests.offline.test_offline import calculate
from tests.patience import PATIENCE

pytestmark = pytest.mark.browser

PAGE = "calculators/gift-earnings/"
TRACED = {
    "traceConfig": {"includedCategories": ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8.wasm"]}
}
HIT = "v8.wasm.moduleCacheHit"
MOST_VISITS = 6
"""The first compile, the second finds the worker in charge; how soon code is kept is the browser's affair."""
SETTLE = 3_000
"""Milliseconds in which the browser writes what it compiled."""


def traced(session: CDPSession, tab: Page) -> list[str]:
    """End a trace; return the names of its events."""
    seen: list[str] = []
    ended: list[object] = []
    session.on("Tracing.dataCollected", lambda part: seen.extend(event["name"] for event in part["value"]))
    session.on("Tracing.tracingComplete", lambda told: ended.append(told))  # noqa: PLW0108  Playwright marks functions
    session.send("Tracing.end")
    until = time.monotonic() + PATIENCE / 1000
    while not ended:
        assert time.monotonic() < until, "the browser does not end its trace"
        tab.wait_for_timeout(50)
    return seen


def test_compiled_code_is_used_again(chromium: Browser, deployment: Deployment, tmp_path: Path) -> None:
    """In a profile that is kept, a later visit takes the compiled WebAssembly from the browser's own cache."""
    told = []
    for visit in range(MOST_VISITS):
        context = chromium.browser_type.launch_persistent_context(
            tmp_path / "profile", executable_path=str(find()), args=ARGUMENTS
        )
        context.set_default_timeout(PATIENCE)
        tab = context.pages[0]
        session = context.new_cdp_session(tab)
        session.send("Tracing.start", TRACED)
        tab.goto(deployment.server.address + PAGE)
        calculate(Reading(tab), str(321 + visit))
        tab.wait_for_timeout(SETTLE)
        names = traced(session, tab)
        controlled = tab.evaluate("navigator.serviceWorker.controller !== null")
        context.close()
        told.append(sorted({name for name in names if "wasm" in name.lower()}))
        if controlled and HIT in names:
            return
    pytest.fail(f"no visit used compiled code: {json.dumps(told)}")

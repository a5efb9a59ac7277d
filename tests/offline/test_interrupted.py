"""Downloads that break off half-way: said plainly, and taken up again from a clean start."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import Visit
from tests.offline.deployment import Deployment
from tests.offline.keeping import kept, wait_for
from tests.offline.test_offline import PAGE, calculate

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("file", ["/worker-", "/pyodide-", "/stdlib-", "/calculators-"])
def test_download_cut_half_way(file: str, visit: Visit, deployment: Deployment) -> None:
    """Any file of the runtime may break off: what was typed stays, and one press gets the result."""
    deployment.server.cuts[f"assets/runtime{file}"] = 5_000
    reading = visit.open(PAGE)
    wait_for(reading.tab, PAGE)

    reading.field("viewers").fill("777")

    expect(reading.calculator).to_have_attribute("state", "failed")
    expect(reading.status).to_contain_text("could not be fetched. Your numbers are kept")
    expect(reading.tab.locator(".site-notice")).to_be_empty()
    deployment.server.cuts.clear()
    before = reading.headline.inner_text()
    reading.button("Try again").click()
    expect(reading.calculator).to_have_attribute("state", "ready")
    expect(reading.headline).not_to_have_text(before)
    expect(reading.field("viewers")).to_have_value("777")


def test_a_file_with_other_bytes_is_never_kept(visit: Visit, deployment: Deployment) -> None:
    """Only what a file's name promises is kept, of the runtime too: whatever a cache on the way made of it."""
    deployment.spoil("worker")
    reading = visit.open(PAGE)
    assert calculate(reading, "7")

    wait_for(reading.tab, "assets/runtime/stdlib-")
    reading.tab.wait_for_timeout(1_000)
    assert [path for path in kept(reading.tab) if path.startswith("assets/runtime/worker-")] == []


def test_half_a_file_is_never_kept(visit: Visit, deployment: Deployment) -> None:
    """A start that failed leaves nothing broken behind: the runtime is kept only after it has worked."""
    deployment.server.cuts["assets/runtime/stdlib-"] = 5_000
    reading = visit.open(PAGE)
    wait_for(reading.tab, PAGE)
    reading.field("viewers").fill("777")
    expect(reading.calculator).to_have_attribute("state", "failed")
    assert [path for path in kept(reading.tab) if path.startswith("assets/runtime/")] == []

    deployment.server.cuts.clear()
    reading.tab.reload()
    assert calculate(reading, "7")
    wait_for(reading.tab, "assets/runtime/stdlib-")

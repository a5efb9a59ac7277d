"""What several folders of tests share: the built site and the browser, each made once for the whole run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from build_scripts import project
from build_scripts.build import Order, build
from build_scripts.setup.chromium import find
from tests.patience import PATIENCE

# Services of Chromium's own would look for hosts that a test machine cannot reach.
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
    "--disable-features=AutofillServerCommunication",
]

# The same examples in every run, so that a commit either passes or does not. Look for others with
# `pytest --hypothesis-profile=default`.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the tests of the built site run on another runtime."""
    parser.addoption("--stock-runtime", action="store_true", help="build the tested site on Pyodide as it is")


@pytest.fixture(scope="session")
def site(pytestconfig: pytest.Config) -> Path:
    """Return the site's folder; built only if it is not up to date."""
    stock = bool(pytestconfig.getoption("stock_runtime"))
    folder = project.SITE.with_name("site-stock") if stock else project.SITE
    build(Order(folder, stock_runtime=stock))
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the one Chromium of the run (Playwright can be started only once); a test opens a profile of its own."""
    path = find()
    assert path, "There is no Chromium: run `make browser`."
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(path), args=ARGUMENTS)
        yield browser
        browser.close()

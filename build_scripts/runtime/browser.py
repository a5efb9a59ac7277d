"""A real Chromium on a folder of files: for the profile, for tests and for measuring."""

from __future__ import annotations

import functools
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from build_scripts.runtime.errors import RuntimeBuildError
from build_scripts.setup.chromium import find
from build_scripts.setup.steps import SetupError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

# No sandbox, because machines that run tests are often containers; and nothing is asked of the network but
# what the page asks.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str:
    """Path of the browser of this machine; `RuntimeBuildError` if there is none, or if $CHROMIUM does not run."""
    try:
        found = find()
    except SetupError as error:
        raise RuntimeBuildError(str(error)) from error
    if found is None:
        raise RuntimeBuildError("No Chromium found: run `make browser`, or set CHROMIUM to its path.")
    return str(found)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:  # noqa: ANN401  the base class's own signature
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:  # noqa: ANN401  the base class's own signature
        """A browser that is closed hangs up: no matter for anyone."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve `folder` on this machine only; yields the address, which ends in a slash."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


class Tab:
    """A page of a browser that lives on a thread of its own: Playwright allows one of its kind per thread."""

    def __init__(self, thread: ThreadPoolExecutor, page: Page) -> None:
        self._thread = thread
        self._page = page

    def goto(self, address: str) -> None:
        """Open `address` and wait until it has loaded."""
        self._thread.submit(self._page.goto, address).result()

    def evaluate(self, expression: str, argument: Any = None) -> Any:  # noqa: ANN401  whatever JSON the page gives
        """What `expression`, or the function that it is, gives in the page; promises are awaited."""
        return self._thread.submit(self._page.evaluate, expression, argument).result()


@contextmanager
def tab() -> Iterator[Tab]:
    """An empty page of a new browser without a history."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  building the site does not need it

    with ThreadPoolExecutor(1) as thread:
        driver = thread.submit(sync_playwright().start).result()
        try:
            launch = thread.submit(driver.chromium.launch, executable_path=chromium(), args=list(FLAGS))
            browser = launch.result()
            yield Tab(thread, thread.submit(browser.new_page).result())
            thread.submit(browser.close).result()
        finally:
            thread.submit(driver.stop).result()

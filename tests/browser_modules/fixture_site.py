"""A small site by the DOM contract with a worker that has no Python, and a reader's hands and eyes on it."""

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

HERE = Path(__file__).parent
FIXTURES = HERE / "fixtures"
MODULES = HERE.parents[1] / "docs" / "assets" / "javascripts"

# The site lies in a sub-path, as a project's site on GitHub Pages does.
WORKER = "/repo/assets/runtime/worker.js"
FILES = {
    "/repo/calculators/gift-earnings/": FIXTURES / "gift-earnings.html",
    "/repo/two/": FIXTURES / "two-calculators.html",
    WORKER: FIXTURES / "fake-worker.js",
}

UNKNOWN_CONNECTION = "undefined"
FAST_CONNECTION = "{ effectiveType: '4g', saveData: false, downlink: 10 }"
HOLD_LOADING = "fake.loads = false;"
HOLD_REPLIES = "fake.replies = false;"

STEPS = 100
STEP = 20  # milliseconds


class Site(ThreadingHTTPServer):
    """Serves fixtures and modules on a free port of this machine, and remembers what was asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []

    def url(self, path: str) -> str:
        """Address of a page below the site's root."""
        return f"http://127.0.0.1:{self.server_port}/repo/{path}"


class Handler(BaseHTTPRequestHandler):
    """Answers from `FILES` and the folder of modules."""

    server: Site

    def do_GET(self) -> None:
        """Send the file, or 404."""
        path = self.path.split("?")[0]
        self.server.asked.append(path)
        file = FILES.get(path, MODULES / path.removeprefix("/repo/assets/javascripts/"))
        if not file.is_file():
            self.send_error(404)
            return
        body = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript" if file.suffix == ".js" else "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the test's output for tests."""


class CalculatorPage:
    """A page with a calculator; a test plays Python where `fake-python.js` does not do so by itself."""

    def __init__(self, tab: Page, site: Site) -> None:
        self.tab = tab
        self.site = site

    @property
    def calculator(self) -> Locator:
        """The first calculator of the page."""
        return self.tab.locator("live-calculator").first

    @property
    def headline(self) -> Locator:
        """The first calculator's headline."""
        return self.calculator.locator(".headline")

    @property
    def viewers(self) -> Locator:
        """The field that most tests type into."""
        return self.tab.get_by_label("Average viewers")

    @property
    def stale_notice(self) -> Locator:
        """The remark that the result is for other numbers."""
        return self.tab.locator("[data-notice=stale]")

    @property
    def starts(self) -> int:
        """How many workers have come up so far."""
        return int(self.tab.evaluate("fake.starts"))

    @property
    def requests(self) -> list[str]:
        """The first input of each request that reached the worker, in order."""
        return list(
            self.tab.evaluate("fake.requests.map(({ request }) => Object.values(JSON.parse(request).inputs)[0])")
        )

    def wait_for_start(self) -> None:
        """Wait until a worker is up."""
        self._wait(lambda: self.starts > 0, "a worker")

    def say(self, message: str) -> None:
        """Let the worker say this, once it is up: a JavaScript object."""
        self.wait_for_start()
        self.tab.evaluate(f"fake.say({message})")

    def be_ready(self) -> None:
        """Let the worker say that Python is there."""
        self.say("{ kind: 'ready', startedIn: 1 }")

    def reply(self, index: int) -> None:
        """Let the worker answer a request that was held back, once it has come."""
        self.wait_for_requests(index + 1)
        self.tab.evaluate("(index) => fake.reply(index)", index)

    def wait_for_requests(self, count: int) -> None:
        """Wait until the worker has heard so many."""
        self._wait(lambda: len(self.requests) >= count, f"{count} requests")

    def go_to(self, path: str) -> None:
        """What Material's navigation.instant does: other content and another address in the same document."""
        text = self.tab.request.get(self.site.url(path)).text()
        self.tab.evaluate(
            """([text, url]) => {
              const page = new DOMParser().parseFromString(text, "text/html");
              history.pushState({}, "", url);
              document.querySelector("main").replaceWith(page.querySelector("main"));
            }""",
            [text, self.site.url(path)],
        )

    def _wait(self, condition: Callable[[], bool], what: str) -> None:
        for _ in range(STEPS):
            if condition():
                return
            self.tab.wait_for_timeout(STEP)
        pytest.fail(f"{what} expected; requests seen: {self.requests}")


Open = Callable[..., CalculatorPage]

"""A reader's visit to the built site: a fresh profile, and a record of all it asks for and all its console says."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect

from build_scripts.serve import SiteServer
from tests.patience import PATIENCE

RUNTIME = "/assets/runtime/"

UNKNOWN_CONNECTION = "undefined"
FAST_CONNECTION = "{ effectiveType: '4g', saveData: false, downlink: 10 }"


class Elsewhere:
    """Stands for all other hosts: a proxy that hears of every request not meant for this machine, and refuses it.

    A worker's requests come here too, which neither the page's policy nor the browser's driver would show.
    """

    def __init__(self) -> None:
        """Make the proxy; `asked` will hold a line for each request, such as "GET http://example.org/"."""
        self.asked: list[str] = []
        elsewhere = self

        class Handler(BaseHTTPRequestHandler):
            def refuse(self) -> None:
                elsewhere.asked.append(f"{self.command} {self.path}")
                self.send_error(403)

            do_GET = do_POST = do_HEAD = do_OPTIONS = do_CONNECT = refuse  # noqa: N815  names of http.server

            def log_message(self, *_: object) -> None:
                """Keep the test's output for tests."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)

    @property
    def address(self) -> str:
        """Where the proxy listens."""
        return f"http://127.0.0.1:{self._http.server_port}"

    def __enter__(self) -> Self:
        """Start listening."""
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


def second_files(server: SiteServer) -> list[str]:
    """Return what was asked for of the files that a visit is to do without: what no profile names moved there."""
    return [request.path for request in server.requests if f"{RUNTIME}rest" in request.path]


@dataclass
class Visit:
    """One reader, on one device, for as long as a test takes."""

    context: BrowserContext
    server: SiteServer
    elsewhere: Elsewhere
    said: list[str] = field(default_factory=list)
    """What pages and workers wrote to the console, and errors nobody caught."""
    may_complain: bool = False
    """Whether the console may say something: a browser notes there that a file was refused, sooner or later."""
    workers: list[str] = field(default_factory=list)
    """The address of every worker with Python that was started (the search of the theme has a worker of its own)."""

    @classmethod
    def begin(
        cls,
        chromium: Browser,
        server: SiteServer,
        elsewhere: Elsewhere,
        connection: str = UNKNOWN_CONNECTION,
        **profile: object,
    ) -> Visit:
        """Open a fresh profile; `connection` is what the browser tells pages about the network."""
        settings = {"viewport": {"width": 1280, "height": 800}} | profile
        context = chromium.new_context(**settings, proxy={"server": elsewhere.address, "bypass": "127.0.0.1"})
        context.set_default_timeout(PATIENCE)
        context.add_init_script(f"Object.defineProperty(navigator, 'connection', {{ value: {connection} }});")
        server.requests.clear()
        elsewhere.asked.clear()
        visit = cls(context, server, elsewhere)
        context.on("console", visit._heard)
        context.on("weberror", lambda error: visit.said.append(f"error: {error.error}"))
        return visit

    def _heard(self, message: ConsoleMessage) -> None:
        self.said.append(f"{message.type}: {message.text}")

    def open(self, path: str) -> Reading:
        """Open a page of the site, by its path from the root, in a new tab."""
        tab = self.context.new_page()
        tab.on("worker", lambda worker: self.workers.append(worker.url) if RUNTIME in worker.url else None)
        tab.goto(self.server.address + path)
        return Reading(tab)

    @property
    def runtime_requests(self) -> list[str]:
        """The files of the runtime that the server was asked for."""
        return [request.path for request in self.server.requests if RUNTIME in request.path]


@dataclass
class Reading:
    """One tab with a calculator in it, as its reader sees it."""

    tab: Page

    @property
    def calculator(self) -> Locator:
        """The first calculator."""
        return self.tab.locator("live-calculator").first

    @property
    def headline(self) -> Locator:
        """The amount at the top of the slip."""
        return self.calculator.locator("[data-part=result] .amount")

    @property
    def result(self) -> Locator:
        """The slip and what explains it."""
        return self.calculator.locator("[data-part=result]")

    @property
    def status(self) -> Locator:
        """What is said of the runtime."""
        return self.calculator.locator("[data-part=status]")

    @property
    def error_summary(self) -> Locator:
        """The list of refused fields."""
        return self.calculator.locator("[data-part=errors]")

    def field(self, name: str) -> Locator:
        """The control of one input."""
        return self.calculator.locator(f"[name='{name}']")

    def error(self, name: str) -> Locator:
        """The message at one input."""
        return self.calculator.locator(f"[data-field='{name}'] .field-error")

    def notice(self, name: str) -> Locator:
        """A remark above the result: "stale", "ignored" or "version"."""
        return self.calculator.locator(f"[data-notice={name}]")

    def button(self, name: str) -> Locator:
        """A button of the form."""
        return self.calculator.get_by_role("button", name=name, exact=True)

    def example(self, name: str) -> Locator:
        """The button of a preset."""
        return self.calculator.locator(f"button[data-example={name}]")

    def expect_amount(self, exact: str) -> None:
        """Wait until the slip is for this amount, which it writes as round as its range is wide."""
        expect(self.headline).to_have_attribute("value", exact)

    def typed(self) -> dict[str, str]:
        """What stands in the form now, field by field."""
        found: dict[str, str] = self.calculator.locator(".calculator-form").evaluate(
            "form => Object.fromEntries(new FormData(form))"
        )
        return found

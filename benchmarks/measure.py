"""One row of the table: cold and warm visits of one page, each in a browser of its own."""

from __future__ import annotations

import statistics
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.link import FAST_4G, LOCAL, SLOW_4G, Link, served
from benchmarks.processes import peak_memory, slowed
from build_scripts.runtime.browser import FLAGS, chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserType, Page

    from benchmarks.link import Site
    from benchmarks.pages import Subject

DEADLINE = 180_000  # milliseconds for one visit
SETTLE = 3  # seconds in which the browser keeps compiled code for the next visit
POLL = 0.05  # seconds between two looks; the page notes the time itself
CHANGES = 30  # changes of an input in one visit
COLD = ((LOCAL, False), (FAST_4G, True), (SLOW_4G, True))  # link, and whether the processor is slowed


@dataclass
class Row:
    """Medians of one page; times in milliseconds, sizes in bytes. Zero where a page has no such thing."""

    name: str
    bytes: int = 0
    requests: int = 0
    memory: float = 0
    """At its highest, over three visits."""
    warm: float = 0
    change: float = 0
    heaviest: float = 0
    longest: float = 0
    """Longest task of the main thread, whoever's it is: the theme's, the browser's or ours."""
    ours: float = 0
    """Longest piece of our own work on it."""
    paint: dict[str, float] = field(default_factory=dict)
    result: dict[str, float] = field(default_factory=dict)


def measure(name: str, subject: Subject, browsers: BrowserType, runs: int) -> Row:
    """Every column of one row; medians of `runs` visits."""
    row = Row(name)
    with tempfile.TemporaryDirectory(prefix="bench-site-") as folder:
        subject.make(Path(folder))
        with served(Path(folder)) as site:
            for link, slow in COLD:
                visits = [cold(browsers, site, subject, link, slow=slow) for _ in range(runs)]
                row.paint[link.name] = statistics.median(visit[0] for visit in visits)
                row.result[link.name] = statistics.median(visit[1] for visit in visits)
                row.bytes, row.requests = site.sent, len(site.requests)
            warm = [_warm(browsers, site, subject) for _ in range(runs)]
    row.warm, row.change, row.heaviest, row.longest, row.ours, row.memory = map(
        statistics.median, zip(*warm, strict=True)
    )
    return row


@contextmanager
def _browser(browsers: BrowserType, reader: str) -> Iterator[tuple[Page, Path]]:
    with tempfile.TemporaryDirectory(prefix="bench-profile-", ignore_cleanup_errors=True) as folder:
        profile = Path(folder)
        # The policy of our own pages forbids what Playwright waits with.
        context = browsers.launch_persistent_context(
            profile, executable_path=chromium(), args=list(FLAGS), bypass_csp=True
        )
        if reader:
            context.add_init_script(reader)
        try:
            yield context.pages[0], profile
        finally:
            context.close()


def _visit(page: Page, address: str) -> tuple[float, float]:
    """First paint and first live result, in milliseconds from navigation."""
    page.goto(address, wait_until="commit", timeout=DEADLINE)
    end = time.monotonic() + DEADLINE / 1000
    while not page.evaluate("window.first || window.failed"):
        if time.monotonic() > end:
            raise TimeoutError(f"{address} shows no result.")
        time.sleep(POLL)
    if failed := page.evaluate("window.failed"):
        raise RuntimeError(failed)
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
    return paint, page.evaluate("window.first")


def cold(browsers: BrowserType, site: Site, subject: Subject, link: Link, *, slow: bool) -> tuple[float, float]:
    """A first visit in a fresh profile: first paint and first live result, in milliseconds."""
    with _browser(browsers, subject.reader) as (page, profile):
        site.reset(link)
        with slowed(profile, active=slow):
            return _visit(page, site.address + subject.path)


def _warm(browsers: BrowserType, site: Site, subject: Subject) -> tuple[float, float, float, float, float, float]:
    """The third visit, when files and compiled code are kept: its first result, changes, longest tasks, peak memory."""
    with _browser(browsers, subject.reader) as (page, profile):
        site.reset(LOCAL)
        for _ in range(2):
            _visit(page, site.address + subject.path)
            time.sleep(SETTLE)
        _, warm = _visit(page, site.address + subject.path)
        change = statistics.median(page.evaluate("(count) => again(count)", CHANGES))
        heaviest = page.evaluate("(count) => window.heaviest ? heaviest(count) : [0]", CHANGES)
        longest, ours = page.evaluate("[window.longest ?? 0, window.ours ?? 0]")
        return warm, change, statistics.median(heaviest), longest, ours, peak_memory(profile)

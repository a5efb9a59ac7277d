"""A server on this machine that sends as GitHub Pages does, through an emulated mobile link.

One bucket of bits for all connections, one round trip of delay for each request and two more for the first (the
connection and its encryption). Not emulated: TCP's slow start, and HTTP/2.
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from build_scripts.runtime.archive import PAGES_GZIP_LEVEL, gzip_bytes
from build_scripts.serve import GZIPPED, TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHUNK = 16_384  # bytes sent between two looks at the clock


@dataclass(frozen=True)
class Link:
    """Bits per second and round trip in seconds; no rate is as fast as the machine goes."""

    name: str
    rate: float | None
    round_trip: float


LOCAL = Link("local", None, 0.0)
FAST_4G = Link("Fast 4G", 9e6, 0.165)
SLOW_4G = Link("Slow 4G", 1.6e6, 0.150)


class Site(ThreadingHTTPServer):
    """A folder behind a link; counts the bytes of the bodies that it sends."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.bodies = {f"/{path.relative_to(folder).as_posix()}": _body(path) for path in _files(folder)}
        self.lock = threading.Lock()
        self.reset(LOCAL)

    def reset(self, link: Link) -> None:
        """Start counting anew, with another link."""
        self.link = link
        self.sent = 0
        self.requests: list[str] = []
        self.free_at = 0.0

    def wait_for_turn(self, size: int) -> None:
        """Sleep until `size` bytes have passed the link, behind everything that is already on it."""
        with self.lock:
            self.sent += size
            if self.link.rate is None:
                return
            self.free_at = max(self.free_at, time.monotonic()) + size * 8 / self.link.rate
            wait = self.free_at - time.monotonic()
        time.sleep(max(wait, 0))

    def handle_error(self, *_: Any) -> None:  # noqa: ANN401  the base class's own signature
        """A browser that is closed hangs up: no matter."""

    @property
    def address(self) -> str:
        """Where the folder is served."""
        return f"http://127.0.0.1:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Site

    def log_message(self, *_: Any) -> None:  # noqa: ANN401  the base class's own signature
        """Say nothing."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        path += "index.html" if path.endswith("/") else ""
        first = not self.server.requests
        self.server.requests.append(path)
        time.sleep(self.server.link.round_trip * (3 if first else 1))
        if path not in self.server.bodies:
            self.send_error(404)
            return
        body, headers = self.server.bodies[path]
        self.send_response(200)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        for start in range(0, len(body), CHUNK):
            chunk = body[start : start + CHUNK]
            self.server.wait_for_turn(len(chunk))
            self.wfile.write(chunk)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _body(path: Path) -> tuple[bytes, dict[str, str]]:
    data = path.read_bytes()
    kind = TYPES.get(path.suffix, "application/octet-stream")
    headers = {"Content-Type": kind, "Cache-Control": "max-age=600"}
    if path.suffix in GZIPPED:
        data = gzip_bytes(data, PAGES_GZIP_LEVEL)
        headers["Content-Encoding"] = "gzip"
    return data, {**headers, "Content-Length": str(len(data))}


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """Serve `folder` until the end of the block."""
    site = Site(folder)
    thread = threading.Thread(target=site.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        site.server_close()

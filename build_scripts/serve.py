"""Serves the built site on this machine as GitHub Pages would: `python -m build_scripts.serve [--base /do-likes-pay/]`.

gzip for text and WebAssembly, ten minutes of cache, the 404 page, no headers of ours. Tests and the benchmark
use `SiteServer` directly: it can stand on any free port, remember requests, and fail or delay chosen paths.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import socket
import sys
import threading
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self
from urllib.parse import unquote, urlsplit

from build_scripts import project
from build_scripts.runtime.archive import PAGES_GZIP_LEVEL, gzip_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
GZIPPED = {".css", ".html", ".js", ".json", ".map", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest", ".xml"}


class Request(NamedTuple):
    """One request that was answered."""

    path: str
    """As asked, without the query."""
    status: int
    sent: int
    """Bytes of the body as sent, after gzip."""


@dataclass
class SiteServer:
    """A web server over one folder, in its own threads; use it in a `with` statement."""

    folder: Path
    base: str = "/"
    """The path the site is under, with slashes at both ends."""
    port: int = 0
    """0 takes any free port."""
    failing: set[str] = field(default_factory=set)
    """Answer 503 to a path that contains one of these texts; may change while serving."""
    delays: dict[str, float] = field(default_factory=dict)
    """Wait so many seconds before answering a path that contains the text."""
    cuts: dict[str, int] = field(default_factory=dict)
    """Break off the answer to a path that contains the text after so many bytes of its body; -1 answers not at all."""
    requests: list[Request] = field(default_factory=list)
    compressed: dict[tuple[Path, int], bytes] = field(default_factory=dict)

    def __enter__(self) -> Self:
        """Start serving; `address` is known from here on."""
        self._http = ThreadingHTTPServer(("127.0.0.1", self.port), functools.partial(_Handler, self))
        self._http.daemon_threads = True
        self.port = self._http.server_address[1]
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop serving."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        """Return where the site's home page is."""
        return f"http://127.0.0.1:{self.port}{self.base}"

    def find(self, path: str) -> tuple[HTTPStatus, Path | str]:
        """Return the status for a path and the file to send, or where to go instead."""
        if not path.startswith(self.base):
            return (HTTPStatus.FOUND, self.base) if path == "/" else (HTTPStatus.NOT_FOUND, self.folder / "404.html")
        file = (self.folder / unquote(path[len(self.base) :])).resolve()
        if not file.is_relative_to(self.folder.resolve()):
            return HTTPStatus.NOT_FOUND, self.folder / "404.html"
        if file.is_dir() and not path.endswith("/"):
            return HTTPStatus.MOVED_PERMANENTLY, f"{path}/"
        file = file / "index.html" if file.is_dir() else file
        return (HTTPStatus.OK, file) if file.is_file() else (HTTPStatus.NOT_FOUND, self.folder / "404.html")

    def body(self, file: Path, *, gzipped: bool) -> bytes:
        """Return a file's bytes; compressed ones are kept, since runtime files are megabytes."""
        if not gzipped:
            return self._content(file)
        key = (file, file.stat().st_mtime_ns)
        if key not in self.compressed:
            self.compressed[key] = gzip_bytes(self._content(file), PAGES_GZIP_LEVEL)
        return self.compressed[key]

    def _content(self, file: Path) -> bytes:
        """Return a file's bytes; the sitemap's addresses become this server's.

        Material navigates without reloading only to pages that the sitemap lists under the address in use.
        """
        content = file.read_bytes()
        if file.name == "sitemap.xml":
            return content.replace(project.site_url().encode(), self.address.encode())
        return content


class _Handler(BaseHTTPRequestHandler):
    """Answers one connection's requests."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, site: SiteServer, *connection: Any) -> None:  # noqa: ANN401  as http.server hands them over
        self.site = site
        super().__init__(*connection)

    def do_GET(self) -> None:
        """Send the file that the path means."""
        site, path = self.site, urlsplit(self.path).path
        if self._cut(path) == -1:
            self.close_connection = True
            return
        time.sleep(max((wait for text, wait in site.delays.items() if text in path), default=0))
        if any(text in path for text in site.failing):
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, b"", {"Cache-Control": "no-store"})
            return
        status, found = site.find(path)
        if isinstance(found, str):
            self._send(status, b"", {"Location": found})
            return
        if not found.is_file():
            self._send(status, b"Not found", {"Content-Type": TYPES[".txt"]})
            return
        gzipped = found.suffix in GZIPPED and "gzip" in self.headers.get("Accept-Encoding", "")
        headers = {
            "Content-Type": TYPES.get(found.suffix, "application/octet-stream"),
            "Cache-Control": "max-age=600",
        }
        if gzipped:
            headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        self._send(status, site.body(found, gzipped=gzipped), headers)

    do_HEAD = do_GET  # noqa: N815  the name that http.server looks for

    def _send(self, status: HTTPStatus, body: bytes, headers: dict[str, str]) -> None:
        path = urlsplit(self.path).path
        self.site.requests.append(Request(path, int(status), len(body)))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            # A browser may hang up in the middle: a reader who stops a download, or goes on to another page.
            cut = self._cut(path)
            with contextlib.suppress(ConnectionError):
                self.wfile.write(body[:cut])
            self.close_connection |= cut is not None

    def _cut(self, path: str) -> int | None:
        """Return after how many bytes of the body to break off, if at all."""
        return next((size for text, size in self.site.cuts.items() if text in path), None)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the site's address is the only thing to print."""


def free_port(first: int, tries: int = 50) -> int:
    """Return the first port from `first` on that nothing listens on, on this machine."""
    for port in range(first, first + tries):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m build_scripts.serve", description="Serve the built site.")
    parser.add_argument("--folder", type=Path, default=project.SITE)
    parser.add_argument("--port", type=int, default=8000, help="the next free port is taken when it is in use")
    parser.add_argument("--base", default="/", help='path to serve under, for example "/do-likes-pay/"')
    asked = parser.parse_args(arguments)
    if not (asked.folder / "index.html").exists():
        print(f"There is no site in {asked.folder}. Build it first: make build", file=sys.stderr)
        return 1
    base = f"/{asked.base.strip('/')}/".replace("//", "/")
    with SiteServer(asked.folder, base, free_port(asked.port)) as server:
        print(f"Serving the site at {server.address} (stop with Ctrl+C)", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main())

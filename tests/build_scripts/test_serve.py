"""Tests of the server that stands in for GitHub Pages."""

from __future__ import annotations

import gzip
import http.client
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts import project, serve
from build_scripts.serve import Request, SiteServer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a small site."""
    files = {
        "index.html": "<h1>Home</h1>",
        "404.html": "<h1>Missing</h1>",
        "a/index.html": "<h1>A</h1>",
        "m.mjs": "export {}",
        "s.js": "1",
        "p.wasm": "\0asm",
        "f.woff2": "font",
        "x.unknown": "?",
        "sitemap.xml": f"<loc>{project.site_url()}a/</loc>",
    }
    for name, text in files.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text)
    (tmp_path / "secret.txt").write_text("not in the site")
    return tmp_path / "site"


@pytest.fixture
def server(folder: Path) -> Iterator[SiteServer]:
    """Serve the site in a sub-path."""
    with SiteServer(folder, "/base/") as running:
        yield running


def get(server: SiteServer, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Ask for a path exactly as written; return status, headers and body."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), body


@pytest.mark.parametrize(
    ("path", "status", "kind", "body"),
    [
        ("/base/", 200, "text/html; charset=utf-8", b"<h1>Home</h1>"),
        ("/base/a/", 200, "text/html; charset=utf-8", b"<h1>A</h1>"),
        ("/base/a/?x=1", 200, "text/html; charset=utf-8", b"<h1>A</h1>"),
        ("/base/m.mjs", 200, "text/javascript; charset=utf-8", b"export {}"),
        ("/base/p.wasm", 200, "application/wasm", b"\0asm"),
        ("/base/f.woff2", 200, "font/woff2", b"font"),
        ("/base/x.unknown", 200, "application/octet-stream", b"?"),
        ("/base/nope/deep", 404, "text/html; charset=utf-8", b"<h1>Missing</h1>"),
        ("/elsewhere", 404, "text/html; charset=utf-8", b"<h1>Missing</h1>"),
        ("/base/../secret.txt", 404, "text/html; charset=utf-8", b"<h1>Missing</h1>"),
        ("/base/%2e%2e/secret.txt", 404, "text/html; charset=utf-8", b"<h1>Missing</h1>"),
    ],
)
def test_answer(path: str, status: int, kind: str, body: bytes, server: SiteServer) -> None:
    """A path under the base is a file or a folder's index; anything else is the 404 page, with status 404."""
    got_status, headers, got = get(server, path)

    assert (got_status, headers["Content-Type"], got) == (status, kind, body)
    assert headers["Cache-Control"] == "max-age=600"


@pytest.mark.parametrize(("path", "status", "place"), [("/", 302, "/base/"), ("/base/a", 301, "/base/a/")])
def test_redirect(path: str, status: int, place: str, server: SiteServer) -> None:
    """The bare host leads to the site, a folder without a slash to itself with one."""
    got, headers, _body = get(server, path)

    assert (got, headers["Location"]) == (status, place)


def test_gzip_is_for_those_who_accept_it(server: SiteServer) -> None:
    """Text and WebAssembly are sent gzipped on request; fonts, already small, never are."""
    _status, headers, body = get(server, "/base/p.wasm", Accept_Encoding="gzip, br")

    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == b"\0asm"
    assert "Content-Encoding" not in get(server, "/base/p.wasm")[1]
    assert "Content-Encoding" not in get(server, "/base/f.woff2", Accept_Encoding="gzip")[1]


def test_changed_file_is_sent_changed(server: SiteServer, folder: Path) -> None:
    """Kept compressed copies follow the file."""
    assert gzip.decompress(get(server, "/base/s.js", Accept_Encoding="gzip")[2]) == b"1"

    time.sleep(0.01)
    (folder / "s.js").write_text("22")

    assert gzip.decompress(get(server, "/base/s.js", Accept_Encoding="gzip")[2]) == b"22"


def test_sitemap_names_this_server(server: SiteServer) -> None:
    """The sitemap's addresses are those in use, without which Material reloads on every click."""
    assert get(server, "/base/sitemap.xml")[2].decode() == f"<loc>{server.address}a/</loc>"


def test_requests_are_remembered(server: SiteServer) -> None:
    """Tests and benchmarks read what was asked, how it was answered and how many bytes went out."""
    get(server, "/base/s.js?v=1")
    get(server, "/base/nope")

    assert server.requests == [Request("/base/s.js", 200, 1), Request("/base/nope", 404, len("<h1>Missing</h1>"))]


def test_chosen_paths_fail_and_wait(server: SiteServer) -> None:
    """A test can take a file away for a while, or hold it back."""
    server.failing.add("s.js")
    server.delays["m.mjs"] = 0.2

    assert get(server, "/base/s.js")[:1] == (503,)
    started = time.perf_counter()
    assert get(server, "/base/m.mjs")[0] == 200
    assert time.perf_counter() - started >= 0.2
    server.failing.clear()
    assert get(server, "/base/s.js")[0] == 200


def test_head_has_no_body(server: SiteServer) -> None:
    """HEAD is answered like GET, without the body."""
    status, headers, body = get(server, "/base/", method="HEAD")

    assert (status, headers["Content-Length"], body) == (200, str(len("<h1>Home</h1>")), b"")


def test_next_free_port() -> None:
    """A port in use is passed over."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert serve.free_port(port) > port


def test_no_site_to_serve(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a built site the command says what to type."""
    assert serve.main(["--folder", str(tmp_path)]) == 1

    assert "Build it first: make build" in capsys.readouterr().err

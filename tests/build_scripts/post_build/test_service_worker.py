"""Tests of what the service worker is told of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.post_build import budget, html_page, service_worker
from build_scripts.post_build.release import digest
from tests.build_scripts.post_build import built_site


def manifest(site: Path, code: str = "c0de") -> dict[str, object]:
    """Return the manifest of a site."""
    return service_worker.manifest(site, weights(site), code)


def weights(site: Path) -> dict[str, dict[str, int]]:
    """Weigh the pages, as the build does."""
    return {page.address: budget.weights(page, site, "/") for page in html_page.pages(site)}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write two pages that load a stylesheet with a font, a missing page's page, and a runtime."""
    style = '<link rel="stylesheet" href="{}a.css">'
    built_site.write(tmp_path, index=style.format(""), tips=style.format("../"), missing="")
    (tmp_path / "a.css").write_text("@font-face{src:url(f.woff2)}")
    (tmp_path / "f.woff2").write_text("font")
    (tmp_path / "unused.css").write_text("p{}")
    (tmp_path / "assets/runtime").mkdir(parents=True)
    for name in ("worker-1.js", "rest-2.wasm"):
        (tmp_path / "assets/runtime" / name).write_text(name)
    return tmp_path


def test_pages_and_what_they_load(site: Path) -> None:
    """Pages by their address, each file that a page loads with its hash, and nothing that no page loads."""
    told = manifest(site)

    assert told["pages"] == {
        "": digest((site / "index.html").read_bytes()),
        "tips/": digest((site / "tips/index.html").read_bytes()),
    }
    assert told["files"] == {"a.css": digest((site / "a.css").read_bytes()), "f.woff2": digest(b"font")}
    assert told["ahead"] == ["", "tips/"]


def test_runtime_is_apart(site: Path) -> None:
    """The runtime is listed apart, to be kept after use only; the second WebAssembly is no part of a start."""
    runtime = manifest(site)["runtime"]

    assert runtime["assets/runtime/worker-1.js"]["starts"] is True  # type: ignore[index]
    assert runtime["assets/runtime/rest-2.wasm"]["starts"] is False  # type: ignore[index]


def test_version_follows_everything(site: Path) -> None:
    """Another word on a page, or other code, is another version; the same site is the same version."""
    first = manifest(site)["version"]
    assert manifest(site)["version"] == first
    assert manifest(site, "0ther")["version"] != first

    (site / "tips/index.html").write_text(built_site.PAGE.format("other words"))
    assert manifest(site)["version"] != first


def test_large_site_is_not_kept_ahead_whole(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages beyond the limit are kept when they are visited."""
    home = weights(site)["index.html"]["index.html"]
    monkeypatch.setattr(service_worker, "MOST_KEPT_AHEAD", home)

    assert manifest(site)["ahead"] == [""]


def test_sitemap_may_change_on_the_way(site: Path) -> None:
    """A server that puts its own address into the sitemap does not keep a version from being installed."""
    (site / "sitemap.xml").write_text("<urlset/>")
    told = service_worker.manifest(site, {"index.html": {"index.html": 1, "sitemap.xml": 1}}, "c0de")

    assert told["files"] == {"sitemap.xml": ""}


def test_workers_are_one_file(site: Path) -> None:
    """Both workers stand alone, with the same bytes each time."""
    service_worker.write(site, weights(site), "c0de")
    first = (site / "service-worker.js").read_bytes()
    service_worker.write(site, weights(site), "c0de")
    assert (site / "service-worker.js").read_bytes() == first
    assert b"c0de" in first
    assert b"import" not in first

    service_worker.write_retiring(site)
    retiring = (site / "service-worker.js").read_text()
    assert "unregister" in retiring
    assert "fetch" not in retiring

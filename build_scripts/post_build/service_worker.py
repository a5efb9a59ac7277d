"""Writes the service worker, with the list of the site's files baked in; or the one that undoes it.

See docs/about/decisions/0007-service-worker.md.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_scripts import esbuild
from build_scripts.post_build import budget, embed, search_index
from build_scripts.post_build.release import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    type Weights = Mapping[str, Mapping[str, int]]

FILE = "service-worker.js"
SOURCES = Path(__file__).parents[1] / "service_worker"
RUNTIME = "assets/runtime/"
FETCHED_WHEN_CALLED = "rest-"
"""Start of the name of WebAssembly that a start of Python does without."""

MOST_KEPT_AHEAD = 2_000_000
"""Bytes as sent of pages that are kept before they are visited: the first so many, in the order of the site's paths."""

WANTED_LATER = (search_index.ENTRIES,)
"""Files that no page loads, and a reader offline may want."""

REWRITTEN_BY_SERVERS = {"sitemap.xml"}
"""Kept whatever its bytes: the server for tests puts its own address in."""


def write(site: Path, weights: Weights, code: str) -> None:
    """Write the worker that keeps this version of the site."""
    listing = json.dumps(manifest(site, weights, code), indent=1, sort_keys=True, ensure_ascii=False)
    with tempfile.TemporaryDirectory(prefix="service-worker-") as name:
        folder = Path(name)
        for path in SOURCES.glob("*.js"):
            (folder / path.name).write_bytes(path.read_bytes())
        (folder / "manifest.js").write_text(f"export const manifest = {listing};\n", "utf-8")
        (site / FILE).write_bytes(esbuild.bundled(folder, "worker.js", "--format=iife"))


def write_retiring(site: Path) -> None:
    """Write the worker that deletes what earlier ones kept, and unregisters itself."""
    (site / FILE).write_bytes(esbuild.bundled(SOURCES, "retiring.js", "--format=iife"))


def manifest(site: Path, weights: Weights, code: str) -> dict[str, Any]:
    """Return what the worker knows of the site; paths count from its root, a page's ends in a slash or is "".

    `weights` has, for each page, the size as sent of itself and of each file that it loads.
    """
    # Embedded pages are visited inside of other sites, where no service worker of ours is asked.
    weights = {page: parts for page, parts in weights.items() if not page.startswith(f"{embed.FOLDER}/")}
    pages = [address for address in weights if address.endswith("index.html")]
    loaded = {name for parts in weights.values() for name in parts if not name.endswith(".html")}
    loaded |= {name for name in WANTED_LATER if (site / name).exists()}
    files = {name: "" if name in REWRITTEN_BY_SERVERS else _digest(site / name) for name in sorted(loaded)}
    known = {
        "files": files,
        "pages": {_path(page): _digest(site / page) for page in pages},
        "ahead": _ahead(pages, weights),
        "runtime": _runtime(site),
    }
    return {**known, "code": code, "version": digest(json.dumps([code, known], sort_keys=True).encode())}


def _ahead(pages: list[str], weights: Weights) -> list[str]:
    """Return the pages to keep before they are visited, within MOST_KEPT_AHEAD."""
    chosen, total = [], 0
    for page in pages:
        total += weights[page][page]
        if total <= MOST_KEPT_AHEAD:
            chosen.append(_path(page))
    return chosen


def _runtime(site: Path) -> dict[str, dict[str, Any]]:
    """Return each file of the runtime with its size as sent, and whether every start of Python needs it."""
    return {
        path.relative_to(site).as_posix(): {
            "sent": budget.size(path),
            "starts": not path.name.startswith(FETCHED_WHEN_CALLED),
        }
        for path in sorted((site / RUNTIME).glob("*"))
    }


def _path(page: str) -> str:
    return page.removesuffix("index.html")


def _digest(path: Path) -> str:
    return digest(path.read_bytes())

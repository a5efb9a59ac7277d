"""Start-up of two versions of Pyodide: `python -m benchmarks.pyodide_versions FOLDER`.

The folder is another version's npm package, unpacked. Both are shown as the stock page of `make bench`, visit by visit
in turn, so that whatever else the machine does falls on both. See docs/about/decisions/0003-pyodide-version.md.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.link import FAST_4G, LOCAL, served
from benchmarks.measure import cold
from benchmarks.pages import ROWS, stock_page
from build_scripts.runtime.pyodide_files import checked_files

CORE = ("pyodide.mjs", "pyodide.asm.*js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
LINKS = ((LOCAL, False), (FAST_4G, True))
PAGE = ROWS["Stock Pyodide, plain page"]


def files_of(package: Path) -> dict[str, bytes]:
    """Return the files that a page loads of an unpacked npm package."""
    return {path.name: path.read_bytes() for pattern in CORE for path in package.glob(pattern)}


def main() -> None:
    """Measure the version that we use and the one in the folder; print the medians."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pyodide_versions", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the other version's npm package is unpacked")
    parser.add_argument("--runs", type=int, default=5, help="visits of each kind (default 5)")
    asked = parser.parse_args()
    times: dict[tuple[str, str], list[float]] = {}
    sent = {}
    with contextlib.ExitStack() as stack:
        browsers = stack.enter_context(sync_playwright()).chromium
        sites = {}
        for name, files in (("ours", checked_files()), ("the other", files_of(asked.folder))):
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-site-")))
            stock_page(folder, files)
            sites[name] = stack.enter_context(served(folder))
        for _ in range(asked.runs):
            for link, slow in LINKS:
                for name, site in sites.items():
                    times.setdefault((name, link.name), []).append(cold(browsers, site, PAGE, link, slow=slow)[1])
                    sent[name] = site.sent
    for (name, link_name), found in times.items():
        print(f"{name}, {link_name}: {statistics.median(found) / 1000:.2f} s, {sent[name] / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

"""`python -m benchmarks`: measures every row and writes benchmarks/results/latest.{md,json}."""

from __future__ import annotations

import argparse
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.measure import measure
from benchmarks.pages import ROWS
from benchmarks.report import as_json, as_markdown, machine
from build_scripts.runtime.browser import chromium

RESULTS = Path(__file__).parent / "results"


def main() -> None:
    """Measure as asked on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="visits of each kind (default 5)")
    parser.add_argument("--rows", nargs="*", choices=list(ROWS), default=list(ROWS), help="only these rows")
    parser.add_argument("--output", type=Path, default=RESULTS, help="folder for latest.md and latest.json")
    asked = parser.parse_args()
    rows = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        facts = {**machine(f"Chromium {browser.version}"), "runs": asked.runs}
        browser.close()
        for name in asked.rows:
            rows.append(measure(name, ROWS[name], playwright.chromium, asked.runs))
            print(as_markdown(rows, facts))
    asked.output.mkdir(parents=True, exist_ok=True)
    (asked.output / "latest.md").write_text(as_markdown(rows, facts), encoding="utf-8")
    (asked.output / "latest.json").write_text(as_json(rows, facts), encoding="utf-8")


if __name__ == "__main__":
    main()

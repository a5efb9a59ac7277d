"""`make lighthouse`: the scores of three pages, served gzipped in a sub-path, and what costs them something."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_scripts import project
from build_scripts.serve import SiteServer
from build_scripts.setup.chromium import find

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
RESULTS = HERE / "results"
SUB_PATH = "/do-likes-pay/"
PAGES = ("", "how-live-money-works/", "calculators/gift-earnings/")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
MOST_SECONDS = 300


def main() -> int:
    """Audit, print the table, and keep what was found in results/latest.json."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lighthouse", description=__doc__)
    parser.add_argument("--pages", nargs="*", default=PAGES, help="paths from the site's root")
    asked = parser.parse_args()
    browser = find()
    if browser is None:
        print("There is no Chromium: run `make browser`.", file=sys.stderr)
        return 1
    with SiteServer(project.SITE, SUB_PATH) as server:
        found = audited(browser, [server.address + page for page in asked.pages])
    for page, path in zip(found, asked.pages, strict=True):
        page["path"] = path or "(home)"
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "latest.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(table(found))
    return 0


def audited(browser: Path, addresses: Sequence[str]) -> list[dict[str, Any]]:
    """Return scores and costly audits of each address; CalledProcessError when Lighthouse fails."""
    done = subprocess.run(
        ["node", str(HERE / "audit.mjs"), str(browser), *addresses],
        check=True,
        stdout=subprocess.PIPE,
        timeout=MOST_SECONDS,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def table(found: Sequence[dict[str, Any]]) -> str:
    """Return the scores as Markdown, and below them what costs a page something."""
    today, load = dt.datetime.now(dt.UTC).date().isoformat(), os.getloadavg()[0]
    lines = [
        f"Lighthouse, mobile profile, {today}, load {load:.1f}:",
        "",
        "| page | " + " | ".join(CATEGORIES) + " |",
        "|---" * (len(CATEGORIES) + 1) + "|",
        *(
            f"| {page['path']} | " + " | ".join(str(page["scores"][name]) for name in CATEGORIES) + " |"
            for page in found
        ),
        "",
        *(f"{page['path']}: {audit['id']} {audit.get('value') or ''}" for page in found for audit in page["costly"]),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())

"""`python -m benchmarks.gift_finder`: how long a key, and a sort, take in the gift finder, with more and more rows.

Style and layout are included: the script asks for the page's height after each change. Needs the built site.
"""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from build_scripts import project
from build_scripts.runtime.browser import chromium
from build_scripts.serve import SiteServer

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROWS = (148, 1_000, 3_000)
KEYS = ["l", "li", "lio", "lion", "lio", "li", "l", "", "r", ""] * 5

MANY_ROWS = """(many) => {
  const finder = document.querySelector("gift-finder");
  const [body, rows] = [finder.querySelector("tbody"), [...finder.querySelectorAll("tbody tr")]];
  for (let count = rows.length; count < many; count++) {
    const row = rows[count % rows.length].cloneNode(true);
    row.removeAttribute("id");
    body.append(row);
  }
  // A new element, which reads its rows anew.
  const fresh = document.createElement("gift-finder");
  fresh.className = finder.className;
  fresh.innerHTML = finder.innerHTML;
  finder.replaceWith(fresh);
}"""
TYPED = """(texts) => texts.map((text) => {
  const field = document.querySelector("gift-finder [name=q]");
  field.value = text;
  const began = performance.now();
  field.dispatchEvent(new Event("input", { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - began;
})"""
SORTED = """(times) => Array.from({ length: times }, (_, time) => {
  const button = document.querySelectorAll("gift-finder th button")[time % 6];
  const began = performance.now();
  button.click();
  document.body.getBoundingClientRect();
  return performance.now() - began;
})"""


def fill_up(tab: Page, rows: int) -> None:
    """Give the finder of an open page so many rows, by repeating its own."""
    tab.evaluate(MANY_ROWS, rows)


def main() -> None:
    """Print a line for each number of rows."""
    with SiteServer(project.SITE, "/") as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for rows in ROWS:
            tab = browser.new_page()
            tab.goto(f"{server.address}gifts/")
            fill_up(tab, rows)
            typed, sorts = tab.evaluate(TYPED, KEYS), tab.evaluate(SORTED, 24)
            print(
                f"{rows:,} rows: a key {statistics.median(typed):.1f} ms (slowest {max(typed):.1f}), "
                f"a sort {statistics.median(sorts):.1f} ms (slowest {max(sorts):.1f})"
            )
            tab.close()
        browser.close()


if __name__ == "__main__":
    main()

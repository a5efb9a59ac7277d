"""The pages that are compared: each shows a sentence at once, and then the answer to one question.

A page leaves `first` (milliseconds from navigation to the first live result on the page) and `again(n)`, which
changes an input n times and gives the milliseconds from each change to the new result, laid out; also `heaviest(n)`,
the same for the calculator that takes longest, where it has one.

The last is the page that readers get, whole: there the first live result is that of a number typed as soon as the page
takes one, and `longest` is the longest task of the main thread from then on, `ours` the longest work of our own in it
(`measured.js`).
"""

from __future__ import annotations

import shutil
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from build_scripts import project
from build_scripts.build import Order, build
from build_scripts.runtime import build_runtime, libraries
from build_scripts.runtime.pyodide_files import checked_files
from build_scripts.wheel import PACKAGE
from calculators.kit.figures import JSON_NAME, Register

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

SLUG = "gift-earnings"
HEAVIEST = "income-mix"
_START = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Benchmark</title>
<link rel="icon" href="data:,"><h1>Do likes pay?</h1><p id="result">…</p>
<script type="module">
const show = (reply) => {
  const result = document.getElementById("result");
  result.innerHTML = JSON.parse(reply).html.result;
  result.getBoundingClientRect();
};
const request = (slug, viewers) => JSON.stringify({slug, inputs: {viewers: String(viewers)}});
window.finish = async (ask) => {
  show(await ask(request("SLUG", 50)));
  const repeat = async (slug, count) => {
    const times = [];
    for (let viewers = 51; viewers < 51 + count; viewers++) {
      const began = performance.now();
      show(await ask(request(slug, viewers)));
      times.push(performance.now() - began);
    }
    return times;
  };
  window.again = (count) => repeat("SLUG", count);
  window.heaviest = (count) => repeat("HEAVIEST", count);
  window.first = performance.now();
};
</script>
""".replace("SLUG", SLUG).replace("HEAVIEST", HEAVIEST)
_OURS = """<script type="module">
const worker = new Worker("%s", {type: "module"});
let settle;
worker.onmessage = ({data}) => {
  if (data.kind === "failed") window.failed = data.message;
  if (data.kind === "reply") settle(data.reply);
};
window.finish((request) => new Promise((resolve) => {
  settle = resolve;
  worker.postMessage({kind: "respond", id: 0, request});
}));
</script>
"""
# A reader who types as soon as the form is alive. The sentence of a result names the number that it is for.
_READER = """
const type = (text) => new Promise((resolve) => {
  const began = performance.now();
  const result = document.querySelector("live-calculator [data-part=result]");
  new MutationObserver((_, observer) => {
    if (!result.querySelector(".slip-sentence")?.textContent.includes(text)) return;
    observer.disconnect();
    result.getBoundingClientRect();
    resolve(performance.now() - began);
  }).observe(result, { childList: true, characterData: true, subtree: true });
  const field = document.getElementById("SLUG-viewers");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
customElements.whenDefined("live-calculator").then(async () => {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: "longtask" });
  window.ours = 0;
  new PerformanceObserver((list) => {
    const ours = list.getEntries().filter(({ name }) => name.startsWith("ours:"));
    window.ours = Math.max(window.ours, ...ours.map(({ duration }) => duration));
  }).observe({ type: "measure" });
  await type("51");
  window.again = async (count) => {
    const times = [];
    for (let viewers = 52; viewers < 52 + count; viewers++) times.push(await type(String(viewers)));
    return times;
  };
  window.first = performance.now();
});
""".replace("SLUG", SLUG)
# What Pyodide's own guide for web workers shows, with the packages in one archive.
_PLAIN_WORKER = """import { loadPyodide } from "./pyodide.mjs";
const started = (async () => {
  const pyodide = await loadPyodide();
  const response = await fetch("./packages.zip");
  pyodide.unpackArchive(await response.arrayBuffer(), "zip");
  return pyodide.pyimport("calculators.bridge");
})();
self.onmessage = async ({data}) => {
  try {
    self.postMessage({kind: "reply", reply: (await started).respond(data.request)});
  } catch (error) {
    self.postMessage({kind: "failed", message: String(error)});
  }
};
"""
_PLAIN_JAVASCRIPT = """<script type="module">
const low = 0.2, high = 3;
window.finish(async (request) => {
  const viewers = Number(JSON.parse(request).inputs.viewers);
  const month = viewers * 60 / 60 * 10 * 0.5 * 0.01 * 0.5 * 3 * 52 / 12;
  const money = (amount) => `$${Math.round(amount)}`;
  const result = `<p>You keep ${money(month)} a month, between ${money(month * low)} and ${money(month * high)}.</p>`;
  return JSON.stringify({html: {result}});
});
</script>
"""


def stock_page(folder: Path, files: Mapping[str, bytes] | None = None) -> None:
    """Pyodide as it comes from npm, in a worker, with our package and Jinja2 as source; `files` of another version."""
    for name, data in (files or checked_files()).items():
        (folder / name).write_bytes(data)
    with zipfile.ZipFile(folder / "packages.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, source in libraries.library_sources().items():
            archive.writestr(name, source)
        for path in sorted(PACKAGE.rglob("*.py")):
            archive.write(path, f"{PACKAGE.name}/{path.relative_to(PACKAGE)}")
        archive.writestr(f"{PACKAGE.name}/figures/{JSON_NAME}", Register.load().to_json())
        for path in sorted(PACKAGE.parent.glob("site_templates/calculator/*")):
            archive.write(path, f"site_templates/calculator/{path.name}")
    (folder / "worker.js").write_text(_PLAIN_WORKER, encoding="utf-8")
    _write(folder, _START + _OURS % "worker.js")


def our_page(folder: Path) -> None:
    """The runtime that readers get."""
    _write(folder, _START + _OURS % build_runtime(folder).worker)


def our_page_on_stock(folder: Path) -> None:
    """The same around an unchanged Pyodide: what `--stock-runtime` builds."""
    _write(folder, _START + _OURS % build_runtime(folder, stock=True).worker)


def javascript_page(folder: Path) -> None:
    """The same formula with numbers typed in, in plain JavaScript: no range, no working, no sources."""
    _write(folder, _START + _PLAIN_JAVASCRIPT)


def built_page(folder: Path) -> None:
    """The whole site, as it is deployed."""
    build(Order(project.SITE))
    shutil.copytree(project.SITE, folder, dirs_exist_ok=True)


def _write(folder: Path, text: str) -> None:
    (folder / "index.html").write_text(text, encoding="utf-8")


class Subject(NamedTuple):
    """A page to measure."""

    make: Callable[[Path], None]
    """Writes the page, and all it loads, into a folder."""
    path: str = ""
    """Where the page is in it."""
    reader: str = ""
    """A script that acts as the page's reader, where the page does not measure itself."""


ROWS: dict[str, Subject] = {
    "Stock Pyodide, plain page": Subject(stock_page),
    "Ours, stock switch": Subject(our_page_on_stock),
    "Ours": Subject(our_page),
    "Ours, the whole page": Subject(built_page, f"calculators/{SLUG}/", _READER),
    "Plain JavaScript": Subject(javascript_page),
}

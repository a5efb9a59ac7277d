"""Makes Material's search find what people ask for, and fetch what can be found only when somebody searches.

- The fences are marked as not to be searched: Material then leaves out their words but keeps an entry for each heading,
  once a preset, under the page's own title. These entries go.
- Each row of the gift finder becomes an entry, so that "how much is a lion" leads to the Lion.
- The entries move to a file of their own, which the worker fetches with the first question (`build_scripts/search/`).
"""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_scripts import esbuild
from build_scripts.markdown import gift_table
from build_scripts.post_build.addresses import Target, file_of
from build_scripts.runtime.archive import size_as_sent
from calculators.kit.figures import Register

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

INDEX = "search/search_index.json"
"""What Material fetches with every page: the settings, once this step is done."""

ENTRIES = "search/entries.json"
"""What can be found, fetched with the first question."""

WORKERS = "assets/javascripts/workers"
OURS = Path(__file__).parents[1] / "search"

LIMIT = 60_000
"""Bytes as sent that the entries may weigh."""

KEPT_OF_TEXTS = (None, 400, 200, 100, 50, 0)
"""Characters of each text that are kept: all, or fewer until the index is light enough."""

GIFT, LESS = 1.5, 0.1
"""What a gift counts for beside other entries, and how much less for each shorter name in its own: a Rose comes before
a Rose Bear, and both before a page that names them."""

_FINDER = '<article class="fence fence-gifts"'
_FENCE = re.compile(r'<article class="fence .*?</article>', re.DOTALL)
_ID = re.compile(r'\sid="([^"]*)"')


def tidy(site: Path, register: Register | None = None) -> None:
    """Rewrite the index of a site and the worker that reads it, if it has them in Material's form."""
    path = site / INDEX
    if not path.exists():
        return
    index = json.loads(path.read_text("utf-8"))
    in_fences = functools.cache(lambda file: fence_ids((site / file).read_text("utf-8")))
    docs = [entry for entry in index["docs"] if not _is_in_fence(entry["location"], in_fences)]
    docs += of_gifts(docs, site, register)
    (site / ENTRIES).write_text(fitting(docs), "utf-8")
    path.write_text(_json({**index, "docs": []}), "utf-8")
    for worker in (site / WORKERS).glob("search.*.js"):
        worker.write_bytes(esbuild.bundled(OURS, "worker.js", "--format=iife") + worker.read_bytes())


def of_gifts(docs: list[dict[str, Any]], site: Path, register: Register | None = None) -> Iterator[Mapping[str, Any]]:
    """Yield an entry for each row of a page's gift finder: after the page's own entries, which Material needs first."""
    pages = dict.fromkeys(entry["location"].partition("#")[0] for entry in docs)
    for page in pages:
        file = site / file_of(Target(page, ""))
        if file.exists() and _FINDER in file.read_text("utf-8"):
            for entry in gift_table.search_entries(register or Register.load()):
                yield {
                    "location": f"{page}#{entry['anchor']}",
                    "title": entry["title"],
                    "text": entry["text"],
                    "boost": round(GIFT - LESS * entry["inside"], 1),
                }


def fitting(docs: list[dict[str, Any]]) -> str:
    """Return the entries as JSON of at most LIMIT bytes as sent, or as small as they can be made.

    A site that grows keeps all its titles and headings and loses the ends of its texts; in the end headings go too.
    """
    for length in KEPT_OF_TEXTS:
        for entry in docs:
            if "text" in entry:
                entry["text"] = entry["text"][:length]
        written = _json(docs)
        if size_as_sent(written.encode()) <= LIMIT:
            return written
    return _json([entry for entry in docs if "#" not in entry["location"]])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _is_in_fence(location: str, in_fences: Callable[[str], set[str]]) -> bool:
    """Tell whether "page/#anchor" leads into a fence."""
    page, _, anchor = location.partition("#")
    return bool(anchor) and anchor in in_fences(file_of(Target(page, anchor)))


def fence_ids(text: str) -> set[str]:
    """Return the ids of all elements that fences put into a page."""
    return {name for fence in _FENCE.findall(text) for name in _ID.findall(fence)}

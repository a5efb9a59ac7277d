"""Tests of the search index's tidying."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from build_scripts.post_build import search_index
from calculators.kit.figures import Register
from tests.build_scripts.post_build import built_site

PAGE = """
<h2 id="how">How</h2>
<article class="fence fence-calculator"><h3 id="tip-title">Tip</h3><div><i class="x" id="tip-more"></i></div></article>
<h2 id="why">Why</h2>
<article class="other"><i id="else"></i></article>
"""


def write_index(site: Path, *places: str) -> None:
    """Write an index as Material does, with an entry for each place, and Material's worker."""
    for folder in ("search", search_index.WORKERS):
        (site / folder).mkdir(parents=True)
    docs = [{"location": place, "title": "T"} for place in places]
    (site / search_index.INDEX).write_text(json.dumps({"config": {"lang": ["en"]}, "docs": docs}))
    (site / search_index.WORKERS / "search.abc.min.js").write_text("material()")


def entries(site: Path) -> dict[str, dict[str, Any]]:
    """Return what can be found on a site, by its place."""
    found = json.loads((site / search_index.ENTRIES).read_text("utf-8"))
    return {entry["location"]: entry for entry in found}


def test_entries_in_fences_go(tmp_path: Path) -> None:
    """Only entries that lead into a fence are taken out; what Material fetches with every page has none at all."""
    site = built_site.write(tmp_path, index=PAGE, a=PAGE)
    places = ["", "#how", "a/", "a/#why", "a/#else"]
    write_index(site, *places, "#tip-title", "a/#tip-more")

    search_index.tidy(site)

    assert list(entries(site)) == places
    assert json.loads((site / search_index.INDEX).read_text()) == {"config": {"lang": ["en"]}, "docs": []}


def test_every_gift_of_the_finder_can_be_found(tmp_path: Path) -> None:
    """Each row becomes an entry of its page, after the page's own; a Rose counts more than a Rose Bear."""
    site = built_site.write(tmp_path, index="", gifts='<article class="fence fence-gifts"><p>All</p></article>')
    write_index(site, "", "gifts/", "gifts/#more")

    search_index.tidy(site)

    found = entries(site)
    assert list(found)[:3] == ["", "gifts/", "gifts/#more"]
    assert len(found) == 3 + len(Register.load().topics["gift_prices"].keys)
    assert found["gifts/#lion"]["title"] == "Lion"
    assert found["gifts/#rose"]["boost"] > found["gifts/#rose-bear"]["boost"] > 1


def test_our_worker_stands_before_the_themes(tmp_path: Path) -> None:
    """One file: ours hears each message first."""
    site = built_site.write(tmp_path, index="")
    write_index(site, "")

    search_index.tidy(site)

    code = (site / search_index.WORKERS / "search.abc.min.js").read_text("utf-8")
    assert code.endswith("\nmaterial()")
    assert "search/entries.json" in code.partition("material()")[0]


def test_site_without_an_index(tmp_path: Path) -> None:
    """Zensical writes another index, which is left as it is."""
    search_index.tidy(tmp_path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("limit", "left", "length"), [(40_000, 80, 600), (6_000, 80, 100), (200, 40, 0)])
def test_index_of_a_large_site_loses_the_ends_of_its_texts(
    limit: int, left: int, length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Titles and headings stay findable as long as they can; when even they are too many, the pages are.

    80 entries of 600 letters out of 8: 3 bits a letter, so 225 bytes each, 18,000 in all; 100 letters make 3,000.
    """
    monkeypatch.setattr(search_index, "LIMIT", limit)
    letters = random.Random(1)
    places = [f"p{number}/{anchor}" for number in range(40) for anchor in ("", "#a")]
    docs = [{"location": place, "text": "".join(letters.choices("abcdefgh", k=600))} for place in places]

    kept = json.loads(search_index.fitting(docs))

    assert len(kept) == left
    assert {entry["location"] for entry in kept} >= {f"p{number}/" for number in range(40)}
    assert {len(entry["text"]) for entry in kept} == {length}

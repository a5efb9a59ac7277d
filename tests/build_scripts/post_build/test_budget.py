"""Tests of the weight of a page."""

from __future__ import annotations

import random
from pathlib import Path

from build_scripts.post_build import budget, html_page
from build_scripts.runtime.archive import size_as_sent
from tests.build_scripts.post_build import built_site


def site_with_assets(folder: Path) -> Path:
    """Write a page that loads a stylesheet with a font, and a module that imports another."""
    body = (
        '<link rel="stylesheet" href="a/s.css"><script type="module" src="a/m.js"></script>'
        '<a href="big.png">not loaded</a><template><img src="big.png"></template>'
    )
    built_site.write(folder, index=body)
    (folder / "a").mkdir()
    (folder / "a/s.css").write_text('@font-face{src:url("f.woff2")}')
    (folder / "a/f.woff2").write_bytes(b"\0" * 5000)
    (folder / "a/m.js").write_text('import { x } from "./n.js";\nimport("./lazy.js");\n')
    (folder / "a/n.js").write_text("export const x = 1;\n" * 500)
    (folder / "a/lazy.js").write_text("1")
    (folder / "big.png").write_bytes(random.Random(1).randbytes(300_000))
    return folder


def test_weights(tmp_path: Path) -> None:
    """What the page loads counts as sent: text gzipped, fonts as they are; links and lazy imports do not count."""
    site = site_with_assets(tmp_path)

    weights = budget.weights(html_page.read(site / "index.html", site), site, "/")

    assert set(weights) == {"index.html", "a/s.css", "a/f.woff2", "a/m.js", "a/n.js"}
    assert weights["a/f.woff2"] == 5000
    assert weights["a/n.js"] == size_as_sent(b"export const x = 1;\n" * 500)


def test_light_page_is_fine(tmp_path: Path) -> None:
    """A page under the limit raises no complaint."""
    assert budget.complaints(site_with_assets(tmp_path), "/") == []


def test_heavy_page_is_named_with_its_largest_parts(tmp_path: Path) -> None:
    """A page that loads 300,000 random bytes, is over 200,000."""
    site = site_with_assets(tmp_path)
    built_site.write(site, heavy='<img src="../big.png">')

    (complaint,) = budget.complaints(site, "/")

    assert complaint.startswith("heavy/index.html: weighs 300,")
    assert "more than 200,000: big.png 300," in complaint

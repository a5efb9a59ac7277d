"""Tests of our scripts and stylesheets as one file each."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_scripts import esbuild, project
from build_scripts.post_build import bundle, html_page
from build_scripts.post_build.bundle import Ours

OURS = Ours(("s/main.js",), ("c/one.css", "c/two.css"))
STYLE = '<link rel="stylesheet" href="{{0}}{}">'
STYLES = f"{STYLE.format('theme.css')}{STYLE.format('c/one.css')} {STYLE.format('c/two.css')}"
PAGE = STYLES + '<script src="{0}theme.js"></script><script src="{0}s/main.js" type="module"></script>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write a site's files, and beside them the folder that ours were copied from."""
    files = {
        "s/main.js": 'import { word } from "./word.js";\nconsole.log(word);\n',
        "s/word.js": "/** A word. */\nexport const word = 'hello';\n",
        "s/theme-worker.js": "1",
        "c/one.css": "@font-face { font-family: F; src: url(../fonts/f.woff2); }\np { color: red; }",
        "c/two.css": "p { color: blue; }",
    }
    for name, text in files.items():
        for folder in ("site", "docs"):
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if folder == "site" or "theme" not in name:
                path.write_text(text)
    return tmp_path / "site"


def written(site: Path) -> dict[str, str]:
    """Write the bundles; return which of ours went into which."""
    return bundle.write(site, OURS, site.parent / "docs")


def test_one_file_each(site: Path) -> None:
    """All that the module imports is in one file, stylesheets follow in their order, fonts stay where they are."""
    renamed = written(site)

    assert "hello" in (site / renamed["s/main.js"]).read_text()
    style = (site / renamed["c/one.css"]).read_text()
    assert renamed["c/one.css"] == renamed["c/two.css"]
    assert style.index("red") < style.index("#00f")
    assert "url(../fonts/f.woff2)" in style
    assert "@import" not in style


def test_only_the_bundles_stay(site: Path) -> None:
    """What went into a bundle is gone; the theme's files in the same folder stay."""
    renamed = written(site)

    left = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert left == {"s/theme-worker.js", *renamed.values()}


def test_name_follows_the_content(site: Path) -> None:
    """The same sources give the same names and bytes; another word anywhere gives another name."""
    first = written(site)
    shutil.copytree(site.parent / "docs", site, dirs_exist_ok=True)
    (site / "s/word.js").write_text("export const word = 'bye';\n")
    second = written(site)

    assert second["s/main.js"] != first["s/main.js"]
    assert second["c/one.css"] == first["c/one.css"]


@pytest.mark.parametrize(
    ("address", "root"), [("index.html", ""), ("a/b/index.html", "../../"), ("404.html", "/base/")]
)
def test_pages_load_the_bundles(address: str, root: str) -> None:
    """Each bundle is loaded once, where the first of its parts was, at any depth; the theme's files stay."""
    page = html_page.parse(PAGE.format(root), address)
    renamed = {"s/main.js": "s/main-1.js", "c/one.css": "c/site-2.css", "c/two.css": "c/site-2.css"}

    text = page.replaced(bundle.edits(page, "/base/", renamed))

    assert text == (
        f'<link rel="stylesheet" href="{root}theme.css"><link rel="stylesheet" href="{root}c/site-2.css"> '
        f'<script src="{root}theme.js"></script><script src="{root}s/main-1.js" type="module"></script>'
    )


def test_what_is_ours() -> None:
    """It is what mkdocs.yml adds to every page, and all stylesheets are in one folder."""
    found = bundle.ours(project.config())

    assert found.scripts == ("assets/javascripts/main.js", "assets/javascripts/guide.js")
    assert len({style.rpartition("/")[0] for style in found.styles}) == 1


def test_script_that_cannot_be_read(site: Path) -> None:
    """A mistake in a script stops the build with esbuild's words."""
    (site / "s/main.js").write_text('import "./nowhere.js";')

    with pytest.raises(esbuild.BundleError, match=r"nowhere\.js"):
        written(site)

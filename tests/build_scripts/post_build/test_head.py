"""Tests of what is written into each page's head."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from build_scripts.post_build import finish, head, html_page
from tests.build_scripts.post_build import built_site

RUNTIME = head.Runtime("assets/runtime/worker-abc.js", 3456789)


def test_policy_is_first_after_the_charset(tmp_path: Path) -> None:
    """The policy precedes everything that it should hold for; the runtime follows it; <html> says where the root is."""
    site = built_site.write(tmp_path, index="", calculators_tips="")

    finish.write(site, "/base/", {}, RUNTIME)

    text = (site / "calculators/tips/index.html").read_text()
    start, rest = text.split("</title>")[0].split('<meta charset="utf-8">')
    assert start == '<!doctype html>\n<html data-site-root="../../" lang="en" class="no-js">\n<head>'
    assert rest.startswith(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'"
    )
    assert '<meta name="calculator-runtime" content="assets/runtime/worker-abc.js" data-bytes="3456789">' in rest
    assert '<meta name="site-code" content="' in rest
    assert '<html data-site-root="./"' in (site / "index.html").read_text()


def test_every_page_allows_the_inline_scripts_of_all(tmp_path: Path) -> None:
    """Instant navigation keeps the first page's policy, so each policy has the hash of each page's scripts."""
    scripts = ["var one=1", "var two=2"]
    site = built_site.write(tmp_path, index=f"<script>{scripts[0]}</script>", a=f"<script>{scripts[1]}</script>")

    finish.write(site, "/", {}, None)

    for path in (site / "index.html", site / "a/index.html"):
        for script in scripts:
            expected = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{expected}'" in path.read_text()


def test_only_scripts_that_run_are_allowed() -> None:
    """Data blocks and files need no hash."""
    page = html_page.parse(
        '<script type="application/json">{"a":1}</script><script src="x.js"></script>'
        '<script type="module">go()</script>',
        "index.html",
    )

    assert page.inline_scripts == ["go()"]


def test_missing_page_knows_the_root_at_any_depth(tmp_path: Path) -> None:
    """The 404 page is served for any address, so its way to the root is absolute."""
    site = built_site.write(tmp_path, missing="")

    finish.write(site, "/base/", {}, None)

    assert '<html data-site-root="/base/"' in (site / "404.html").read_text()


def test_page_that_cannot_carry_a_policy_is_refused(tmp_path: Path) -> None:
    """A page without a charset would be published without protection."""
    (tmp_path / "index.html").write_text("<html><head></head></html>")

    with pytest.raises(ValueError, match=r"index\.html has no <html> or no <meta charset>"):
        finish.write(tmp_path, "/", {}, None)

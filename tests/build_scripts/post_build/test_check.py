"""Tests of what makes a finished site be refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.post_build import check
from tests.build_scripts.post_build import built_site

GOOD = """
<p id="top"><a href="#top">up</a> <a href="figures/#x">x</a> <a href="./">home</a>
<a href="https://example.org/">elsewhere</a> <a href="mailto:a@example.org">write</a> <code>{figure:a.b}</code>
<img src="data:image/png;base64,AA=="><svg><use href="#icon"/></svg></p>
<template><p id="top"><a href="#inner">in</a><i id="inner"></i></p></template>
"""

STATE = '<a href="calculators/x/#c=x&amp;i.gift=lion">a calculator with values filled in</a>'


def test_good_site(tmp_path: Path) -> None:
    """Links that lead somewhere, in pages and templates, and links to other sites are fine."""
    site = built_site.write(
        tmp_path, index=GOOD + STATE, figures='<h2 id="x"></h2><a href="/base/figures/#x">x</a>', missing=""
    )
    built_site.write(tmp_path, **{"calculators/x": ""})

    assert check.complaints(site, "/base/") == []


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ('<a href="nope/">x</a>', "<a> leads to nope/, which does not exist"),
        ('<a href="figures">x</a>', "<a> leads to figures, which does not exist"),
        ('<a href="../outside/">x</a>', "<a> leads to ../outside/, which does not exist"),
        ('<a href="/figures/">x</a>', "<a> leads to /figures/, which does not exist"),
        ('<a href="root:figures/">x</a>', "root:figures/ was not rewritten"),
        ('<a href="correct:gifts.share?value=5">x</a>', "correct:gifts.share?value=5 was not rewritten"),
        ('<a href="figures/#y">x</a>', "<a> leads to figures/#y: figures/index.html has no id “y”"),
        (
            '<a href="figures/#c=figures&amp;i.a=1">x</a>',
            "<a> leads to figures/#c=figures&i.a=1: figures/index.html has no id “c=figures&i.a=1”",
        ),
        ('<a href="#y">x</a>', "<a> leads to #y: index.html has no id “y”"),
        (
            '<template><i id="y"></i></template><a href="#y">x</a>',
            "<a> leads to #y: index.html has no id “y”",
        ),
        ('<i id="a"></i><b id="a"></b>', 'the id "a" is used 2 times'),
        ('<template><i id="a"></i><b id="a"></b></template>', 'the id "a" is used 2 times'),
        ('<p title="a" TITLE="b">x</p>', "<p> has the attribute title more than once"),
        ("<p>Keep {figure:gifts.creator_share}.</p>", "left unread: {figure:gifts.creator_share}"),
        ('<meta content="Keep {figure:a.b}">', "left unread: {figure:a.b}"),
        ("<p>\n```calculator slug=x\n</p>", "left unread: ```calculator"),
        (
            '<script src="https://cdn.example/x.js"></script>',
            "asks another host for https://cdn.example/x.js",
        ),
        ('<img src="//cdn.example/x.png">', "asks another host for //cdn.example/x.png"),
        ('<img srcset="https://cdn.example/x.png 2x">', "asks another host for https://cdn.example/x.png"),
        (
            '<link rel="preconnect" href="https://fonts.example">',
            "asks another host for https://fonts.example",
        ),
        ('<iframe src="https://video.example"></iframe>', "asks another host for https://video.example"),
        ('<script src="nope.js"></script>', "<script> leads to nope.js, which does not exist"),
        ('<p style="color:red">x</p>', '<p style="color:red">: the security policy forbids inline styles'),
        ("<style>p{}</style>", "<style>: the security policy forbids inline styles"),
        ('<p onclick="x()">x</p>', "<p onclick>: the security policy forbids inline handlers"),
    ],
)
def test_complaint(body: str, complaint: str, tmp_path: Path) -> None:
    """Each fault is named with its page."""
    site = built_site.write(tmp_path, index=body, figures='<h2 id="x"></h2>')

    assert check.complaints(site, "/base/") == [f"index.html: {complaint}"]


@pytest.mark.parametrize(
    ("name", "text", "address"),
    [
        ("a.css", '@import "https://fonts.example/f.css";', "https://fonts.example/f.css"),
        ("a.css", "p{background:url(//cdn.example/a.png)}", "//cdn.example/a.png"),
        ("a.js", 'import { x } from "https://cdn.example/x.js";', "https://cdn.example/x.js"),
        ("a.js", 'const x = await import("https://cdn.example/x.js");', "https://cdn.example/x.js"),
        ("a.mjs", "fetch('https://api.example/stars')", "https://api.example/stars"),
    ],
)
def test_foreign_request_in_a_file(name: str, text: str, address: str, tmp_path: Path) -> None:
    """Stylesheets and scripts are read for other hosts as well."""
    (tmp_path / name).write_text(text)

    assert check.complaints(tmp_path, "/") == [f"{name}: asks another host for {address}"]


def test_words_in_files_are_no_requests(tmp_path: Path) -> None:
    """A namespace, a licence's address or a relative import is not a request to another host."""
    (tmp_path / "a.css").write_text("/* url(https://x.example) */ p{background:url(data:image/svg+xml;x)}")
    (tmp_path / "a.js").write_text('const NS = "http://www.w3.org/2000/svg"; import "./b.js";')

    assert check.complaints(tmp_path, "/") == []

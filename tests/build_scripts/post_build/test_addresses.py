"""Tests of where an address on a page leads."""

from __future__ import annotations

import pytest

from build_scripts.post_build.addresses import Target, file_of, resolve, root_of


@pytest.mark.parametrize(
    ("page", "address", "path", "anchor"),
    [
        ("index.html", "figures/", "figures/", ""),
        ("index.html", ".", "", ""),
        ("index.html", "./", "", ""),
        ("index.html", "", "index.html", ""),
        ("a/b/index.html", "../..", "", ""),
        ("a/b/index.html", "../c/#x", "a/c/", "x"),
        ("a/b/index.html", "../../assets/m.js?v=1", "assets/m.js", ""),
        ("a/b/index.html", "#%C3%A9", "a/b/index.html", "é"),
        ("404.html", "/base/", "", ""),
        ("404.html", "/base/.", "", ""),
        ("404.html", "/base/figures/", "figures/", ""),
        ("404.html", "/base/assets/m.js", "assets/m.js", ""),
    ],
)
def test_inside(page: str, address: str, path: str, anchor: str) -> None:
    """An address without a host leads into the site, from its page or from the path the site is served under."""
    assert resolve(page, address, "/base/") == Target(path, anchor)


@pytest.mark.parametrize("address", ["https://example.org/", "//example.org/x", "mailto:a@example.org", "data:,x"])
def test_elsewhere(address: str) -> None:
    """Another host, and another scheme, are not the site's."""
    assert resolve("index.html", address, "/base/") is None


@pytest.mark.parametrize("address", ["../x/", "../../", "/x/", "/based/", "/base"])
def test_out_of_the_site(address: str) -> None:
    """A path above the site, or beside it on the same host, is none of its files."""
    target = resolve("index.html", address, "/base/")

    assert target is not None
    assert file_of(target).startswith(("..", "outside the site"))


def test_folder_means_its_index() -> None:
    """A web server sends a folder's index.html."""
    assert file_of(Target("", "")) == "index.html"
    assert file_of(Target("a/", "x")) == "a/index.html"
    assert file_of(Target("a.css", "")) == "a.css"


def test_root_of() -> None:
    """The way to the root climbs out of every folder."""
    assert root_of("index.html") == "./"
    assert root_of("a/b/index.html") == "../../"

"""Lists the addresses that a tag, a stylesheet or a script makes the browser load."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from build_scripts.post_build.html_page import Tag

_SOURCES = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src",),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
_LOADING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "manifest",
    "apple-touch-icon",
}
_CONNECTING_LINKS = {"preconnect", "dns-prefetch"}
_CSS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s*(?:"([^"]*)"|'([^']*)')""")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_JS = re.compile(
    r"""(?:\bfrom|\bimport|\bimport\s*\(|\bimportScripts\s*\(|\bfetch\s*\(|\bnew\s+(?:Shared)?Worker\s*\()"""
    r"""\s*(?:"([^"\n]+)"|'([^'\n]+)'|`([^`$\n]+)`)"""
)


def of_tag(tag: Tag) -> Iterator[str]:
    """Yield what a tag loads; in-page references (#icon) and data: addresses are no loads."""
    kinds = set(tag.attributes.get("rel", "").lower().split())
    if tag.name == "link" and kinds & (_LOADING_LINKS | _CONNECTING_LINKS):
        yield tag.attributes.get("href", "")
    for name in _SOURCES.get(tag.name, ()):
        address = tag.attributes.get(name, "")
        if address and not address.startswith(("#", "data:")):
            yield address
    for candidate in tag.attributes.get("srcset", "").split(","):
        if candidate.strip():
            yield candidate.split()[0]


def in_css(text: str) -> Iterator[str]:
    """Yield what a stylesheet loads: fonts, images, other stylesheets."""
    for match in _CSS.finditer(_CSS_COMMENT.sub("", text)):
        address = next((group for group in match.groups() if group is not None), "")
        if address and not address.startswith(("#", "data:")):
            yield address


def in_script(text: str) -> Iterator[str]:
    """Yield the addresses that a script imports or fetches by a literal name."""
    for match in _JS.finditer(text):
        yield next(group for group in match.groups() if group is not None)


def imported_by(text: str) -> Iterator[str]:
    """Yield the modules that a module imports statically, which a browser loads at once."""
    for match in re.finditer(r"""(?:^|;)\s*(?:import|export)\b[^;'"()]*?["']([^"'\n]+)["']""", text, re.MULTILINE):
        yield match[1]


def in_file(path: Path) -> Iterator[str]:
    """Yield what a stylesheet or script loads."""
    text = path.read_text("utf-8", errors="replace")
    yield from in_css(text) if path.suffix == ".css" else in_script(text)

"""Writes the feed of what changed, as Atom: for readers who want to hear of it without coming back to look."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from build_scripts.post_build.addresses import ROOT_SCHEME

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from build_scripts.post_build.about import About
    from build_scripts.post_build.changes import Change

FILE = "changes.xml"
_SPACE = "http://www.w3.org/2005/Atom"
_NAMED_SINCE = 2026
"""A year in which the project had its name: part of every id (RFC 4151)."""


def atom(changes: Iterable[Change], about: About) -> bytes:
    """Return the feed, newest first; nothing in it depends on the day of the build."""
    newest_first = sorted(changes, key=lambda change: (change.day, change.id), reverse=True)
    feed = ET.Element("feed", {"xmlns": _SPACE, "xml:lang": "en", "xml:base": about.url})
    _add(feed, "id", _id(about, "changes"))
    _add(feed, "title", f"{about.name} What changed")
    _add(feed, "subtitle", about.description)
    _add(feed, "updated", _moment(max((change.day for change in newest_first), default=about.edition)))
    _add(feed, "link", rel="self", type="application/atom+xml", href=about.url + FILE)
    _add(feed, "link", rel="alternate", type="text/html", href=f"{about.url}what-changed/")
    _add(_add(feed, "author"), "name", about.name)
    for change in newest_first:
        entry = _add(feed, "entry")
        _add(entry, "id", _id(about, change.id))
        _add(entry, "title", change.title)
        _add(entry, "updated", _moment(change.day))
        _add(entry, "link", rel="alternate", type="text/html", href=about.url + change.path)
        _add(entry, "content", _with_whole_links(change, about), type="html")
    ET.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'.encode()


def _with_whole_links(change: Change, about: About) -> str:
    """Return what a change says, with links that lead to the site from anywhere."""

    def whole(match: re.Match[str]) -> str:
        address = html.unescape(match[1])
        page = about.url + change.path
        is_ours = address.startswith(ROOT_SCHEME)
        found = about.url + address.removeprefix(ROOT_SCHEME) if is_ours else urljoin(page, address)
        return f'href="{html.escape(found)}"'

    return re.sub(r'href="([^"]*)"', whole, change.markup)


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, name, attributes)
    child.text = text or None
    return child


def _id(about: About, name: str) -> str:
    """Return a name in the form that the standard for such names has, so that a fork's differ from ours."""
    parts = urlsplit(about.url)
    return f"tag:{parts.hostname},{_NAMED_SINCE}:{parts.path.strip('/')}/{name}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

"""Refuses a site with a broken link, an id or attribute twice, an unread figure, an inline style, a foreign request."""

from __future__ import annotations

import collections
import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from build_scripts.post_build import addresses, html_page, loads
from build_scripts.post_build.addresses import file_of, is_foreign, resolve

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from build_scripts.post_build.html_page import Page, Tag

_UNREAD = re.compile(
    r"\{(?:figure|source):[^}]*\}|^`{3,}\s*(?:calculator|figures|sources|picture|gifts)\b", re.MULTILINE
)
_STATE = re.compile(r"c=([a-z0-9-]+)&")
_HANDLER = re.compile(r"on[a-z]+\Z")


def complaints(site: Path, base: str) -> list[str]:
    """Return one line for each thing wrong with the site, pages in order of their path."""
    checker = Checker(site, base)
    for page in html_page.pages(site):
        checker.see(page)
    return checker.complaints() + in_files(site)


def in_files(site: Path) -> list[str]:
    """Return one line for each foreign request of a stylesheet or script."""
    found = []
    for path in sorted([*site.rglob("*.css"), *site.rglob("*.js"), *site.rglob("*.mjs")]):
        name = path.relative_to(site).as_posix()
        found += [f"{name}: asks another host for {address}" for address in loads.in_file(path) if is_foreign(address)]
    return found


class _Open(NamedTuple):
    """A link to an anchor of a page that may come later."""

    order: int
    file: str
    anchor: str
    complaint: str


class Checker:
    """Sees one page after another, keeps only their ids, and knows in the end which links lead nowhere."""

    def __init__(self, site: Path, base: str) -> None:
        self._site, self._base = site, base
        self._found: list[tuple[int, str]] = []
        self._open: list[_Open] = []
        self._anchors: dict[str, frozenset[str]] = {}
        self._exists = functools.cache(lambda file: (site / file).is_file())

    def see(self, page: Page) -> None:
        """Check a page, all but its links to anchors of others."""
        scopes: dict[int, collections.Counter[str]] = {}
        for tag in page.tags:
            ids = scopes.setdefault(tag.scope, collections.Counter())
            if "id" in tag.attributes:
                ids[tag.attributes["id"]] += 1
        self._anchors[page.address] = frozenset(scopes.get(0, ()))
        problems = [
            f'the id "{name}" is used {count} times'
            for ids in scopes.values()
            for name, count in ids.items()
            if count > 1
        ]
        for problem in [*problems, *_problems(page)]:
            self._add(f"{page.address}: {problem}")
        for tag in page.tags:
            for address in _leads_to(tag):
                self._follow(page, tag, address, scopes)

    def complaints(self) -> list[str]:
        """Return one line for each thing wrong with the pages seen, in their order."""
        late = [
            (order, complaint)
            for order, file, anchor, complaint in self._open
            if file in self._anchors and anchor not in self._anchors[file]
        ]
        return [complaint for _order, complaint in sorted([*self._found, *late], key=lambda each: each[0])]

    def _add(self, complaint: str) -> None:
        self._found.append((self._count(), complaint))

    def _count(self) -> int:
        return len(self._found) + len(self._open)

    def _follow(self, page: Page, tag: Tag, address: str, scopes: Mapping[int, Collection[str]]) -> None:
        """Complain if an address leads nowhere, or note which anchor it needs."""
        if address.startswith(addresses.OURS):
            self._add(f"{page.address}: {address} was not rewritten")
            return
        target = resolve(page.address, address, self._base)
        if target is None:
            return
        file = file_of(target)
        if not self._exists(file):
            self._add(f"{page.address}: <{tag.name}> leads to {address}, which does not exist")
        elif target.anchor and tag.name == "a" and not _is_state(file, target.anchor):
            if tag.scope and file == page.address and target.anchor in scopes[tag.scope]:
                return  # a link inside a <template> may mean an id of that template
            complaint = f"{page.address}: <a> leads to {address}: {file} has no id “{target.anchor}”"
            self._open.append(_Open(self._count(), file, target.anchor, complaint))


def _is_state(file: str, anchor: str) -> bool:
    """Tell whether a fragment opens the calculator of that page with values filled in (`link.js`), and is no anchor."""
    match = _STATE.match(anchor)
    return match is not None and file == f"calculators/{match[1]}/index.html"


def _problems(page: Page) -> Iterator[str]:
    """Yield what is wrong with one page by itself."""
    descriptions = [tag.attributes.get("content", "") for tag in page.tags if tag.name == "meta"]
    for text in (page.words, *descriptions):
        yield from (f"left unread: {match[0]}" for match in _UNREAD.finditer(text))
    for tag in page.tags:
        yield from (f"asks another host for {address}" for address in loads.of_tag(tag) if is_foreign(address))
        yield from (f"<{tag.name}> has the attribute {name} more than once" for name in tag.repeated)
        if "style" in tag.attributes:
            yield f'<{tag.name} style="{tag.attributes["style"]}">: the security policy forbids inline styles'
        for name in tag.attributes:
            if _HANDLER.match(name):
                yield f"<{tag.name} {name}>: the security policy forbids inline handlers"
        if tag.name == "style":
            yield "<style>: the security policy forbids inline styles"


def _leads_to(tag: Tag) -> Iterator[str]:
    """Yield every address of a tag: what it links to and what it loads."""
    if tag.name in {"a", "area"} and "href" in tag.attributes:
        yield tag.attributes["href"]
    yield from loads.of_tag(tag)

"""Works out which file of the site an address on a page means, and how to get from one page to another."""

from __future__ import annotations

import posixpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

ROOT_SCHEME = "root:"
"""Written by our templates and fences before an address counted from the site's root."""

CORRECT, DISCUSS, REPOSITORY = "correct:", "discuss:", "repository:"
"""Written by our templates and pages for links to the forms and the source; see `contact`."""

OURS = (ROOT_SCHEME, CORRECT, DISCUSS, REPOSITORY)
"""What no finished page may have left."""


class Target(NamedTuple):
    """Where an address inside the site leads."""

    path: str
    """Path from the root; "" is the root itself, a trailing slash means the folder's index.html."""
    anchor: str


def root_of(page: str) -> str:
    """Return the way from a page to the site's root: "../../" from "a/b/index.html", "./" from "index.html"."""
    return "../" * page.count("/") or "./"


def is_foreign(address: str) -> bool:
    """Tell whether an address leads to another host."""
    parts = urlsplit(address.strip())
    return bool(parts.netloc) or parts.scheme in {"http", "https"}


def resolve(page: str, address: str, base: str) -> Target | None:
    """Return what an address on `page` means; None for another host or scheme (mailto:, data:).

    `base` is the path that the site is served under: the 404 page has absolute addresses that begin with it.
    """
    parts = urlsplit(address.strip())
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if not path:
        return Target(page, unquote(parts.fragment))
    if path.startswith("/"):
        if not path.startswith(base):
            return Target(f"outside the site: {path}", "")
        path = path[len(base) :]
        folder = ""
    else:
        folder = posixpath.dirname(page)
    full = posixpath.normpath(posixpath.join(folder, path))
    full = "" if full == "." else full
    is_folder = path.rpartition("/")[2] in {"", ".", ".."}
    return Target(f"{full}/" if full and is_folder else full, unquote(parts.fragment))


def file_of(target: Target) -> str:
    """Return the file that a web server sends for a target: a folder's is its index.html."""
    return f"{target.path}index.html" if target.path == "" or target.path.endswith("/") else target.path

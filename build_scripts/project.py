"""Where things are in the project, and the few facts of `mkdocs.yml` that other steps need."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
CONFIG = ROOT / "mkdocs.yml"
SITE = ROOT / "site"
CACHE = ROOT / ".cache" / "build"
"""Working folders and records of earlier builds; safe to delete."""


class NoRepositoryError(Exception):
    """`mkdocs.yml` does not say where the source is; the message says what to set."""


class _ConfigLoader(yaml.SafeLoader):
    """Reads `mkdocs.yml` without importing what its `!!python/name` values name."""


_ConfigLoader.add_multi_constructor(
    "tag:yaml.org,2002:python/name:",
    lambda _loader, name, _node: name,
)


def config(path: Path = CONFIG) -> dict[str, Any]:
    """Return the settings of `mkdocs.yml`; Python names are left as text."""
    settings: dict[str, Any] = yaml.load(path.read_text("utf-8"), _ConfigLoader)  # noqa: S506  a SafeLoader
    return settings


@functools.cache
def site_url() -> str:
    """Return the address that the site is made for, with a slash at the end."""
    return str(config()["site_url"]).rstrip("/") + "/"


def repository(settings: Mapping[str, Any]) -> str:
    """Return where the source and its issues are, without a slash at the end.

    That is `repo_url` under `extra` in `mkdocs.yml`, where it is set; else the repository whose pages `site_url` is:
    https://owner.github.io/name/ belongs to owner/name, and https://owner.github.io/ to owner/owner.github.io.
    """
    if told := settings.get("extra", {}).get("repo_url"):
        return str(told).rstrip("/")
    address = urlsplit(str(settings["site_url"]))
    owner, dot, host = str(address.hostname).partition(".")
    if dot + host != ".github.io":
        raise NoRepositoryError(
            f"mkdocs.yml: site_url is {settings['site_url']}, which does not tell the repository. "
            "Set repo_url under “extra” to its address."
        )
    return f"https://github.com/{owner}/{address.path.strip('/') or address.hostname}"


def base_path() -> str:
    """Return the path that the site is served under, such as "/do-likes-pay/", from `site_url`."""
    return urlsplit(site_url()).path

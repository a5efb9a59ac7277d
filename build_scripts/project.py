"""Where things are in the project, and the few facts of `mkdocs.yml` that other steps need."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
CONFIG = ROOT / "mkdocs.yml"
SITE = ROOT / "site"
CACHE = ROOT / ".cache" / "build"
"""Working folders and records of earlier builds; safe to delete."""


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


def base_path() -> str:
    """Return the path that the site is served under, such as "/do-likes-pay/", from `site_url`."""
    return urlsplit(site_url()).path

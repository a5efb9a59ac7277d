"""Puts a page's social card into the site, drawn anew only where its words changed."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from build_scripts import project
from build_scripts.post_build import card
from calculators.kit.formatting import date_text

if TYPE_CHECKING:
    from build_scripts.post_build.about import About
    from build_scripts.post_build.outline import Outline

FOLDER = "assets/cards"
TYPEFACE = Path("assets/fonts/martian-mono-narrow.woff2")


def write(site: Path, page: Outline, about: About) -> str:
    """Write the card of a page; return its path in the site.

    The name has a hash of what is drawn, so that services which keep pictures by address fetch a changed one.
    """
    drawn = words(page, about)
    typeface = project.DOCS / TYPEFACE
    key = _hash(
        typeface.read_bytes(), Path(card.__file__).read_bytes(), version("pillow").encode(), repr(drawn).encode()
    )
    kept = project.CACHE / "cards" / f"{key}.png"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(".new")
        fresh.write_bytes(card.png(drawn, typeface))
        fresh.replace(kept)
    name = f"{FOLDER}/{page.path.strip('/').replace('/', '-') or 'home'}-{key}.png"
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_bytes(kept.read_bytes())
    return name


def words(page: Outline, about: About) -> card.Words:
    """Return what stands on the card: words of the page and of the site, none of its own."""
    result = page.result
    return card.Words(
        about.name,
        page.title,
        result.label if result else "",
        result.amount if result else "",
        result.range if result else "",
        about.shown_url,
        f"as of {date_text(about.edition)}",
    )


def description(page: Outline, about: About) -> str:
    """Return what a card shows, for those who cannot see it."""
    shown = words(page, about)
    result = [f"{shown.label}: {shown.amount}.", shown.note] if shown.amount else []
    return " ".join(filter(None, [f"A till slip: {shown.title}".rstrip("?.") + ".", *result]))


def _hash(*parts: bytes) -> str:
    total = hashlib.sha256()
    for part in parts:
        total.update(hashlib.sha256(part).digest())
    return total.hexdigest()[:12]

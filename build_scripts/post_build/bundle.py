"""Ships our scripts as one file and our stylesheets as one file, each named by its content.

GitHub Pages lets browsers keep everything for ten minutes, whatever its name. A name that changes with the content
is what lets the service worker, and readers with an old page open, never meet half of one version and half of another.
"""

from __future__ import annotations

import posixpath
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from build_scripts import esbuild, project
from build_scripts.post_build.addresses import file_of, resolve
from build_scripts.post_build.release import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from build_scripts.post_build.html_page import Edit, Page, Tag


class Ours(NamedTuple):
    """Paths in the site of what pages load of ours, in their order."""

    scripts: tuple[str, ...]
    styles: tuple[str, ...]


def ours(config: Mapping[str, Any]) -> Ours:
    """Return what `mkdocs.yml` adds to every page."""
    scripts = (each if isinstance(each, str) else each["path"] for each in config.get("extra_javascript", []))
    return Ours(tuple(scripts), tuple(config.get("extra_css", [])))


def write(site: Path, names: Ours, sources: Path = project.DOCS) -> dict[str, str]:
    """Write the bundles and remove what went into them; return the bundle that each of `names` went into.

    `sources` is the folder that the site's own files were copied from: which scripts and stylesheets are ours.
    """
    renamed = {name: _script(site, name) for name in names.scripts}
    if names.styles:
        renamed |= dict.fromkeys(names.styles, _stylesheet(site, names.styles))
    for folder in {posixpath.dirname(name) for name in renamed}:
        for path in sorted((sources / folder).glob("*")):
            if path.suffix in {".js", ".css"}:
                (site / folder / path.name).unlink(missing_ok=True)
    return renamed


def edits(page: Page, base: str, renamed: Mapping[str, str]) -> Iterator[Edit]:
    """Yield the edits that make each tag that loads one of ours load its bundle; a bundle is loaded once."""
    loaded: set[str] = set()
    for tag, attribute in loading(page):
        target = resolve(page.address, tag.attributes[attribute], base)
        name = file_of(target) if target else ""
        if name not in renamed:
            continue
        bundle = renamed[name]
        if bundle in loaded:
            yield tag.start, tag.end, ""
        else:
            loaded.add(bundle)
            address = posixpath.join(posixpath.dirname(tag.attributes[attribute]), posixpath.basename(bundle))
            yield page.attribute_edit(tag, attribute, address)


def loading(page: Page) -> Iterator[tuple[Tag, str]]:
    """Yield the tags that load scripts and stylesheets, each with the attribute that says which."""
    for tag in page.tags:
        if tag.name == "script" and "src" in tag.attributes:
            yield tag, "src"
        elif tag.name == "link" and tag.attributes.get("rel") == "stylesheet":
            yield tag, "href"


def _script(site: Path, name: str) -> str:
    """Bundle a module with all it imports; return the bundle's path in the site."""
    folder, file = posixpath.split(name)
    return _named(site, name, esbuild.bundled(site / folder, file, "--format=esm"))


def _stylesheet(site: Path, names: tuple[str, ...]) -> str:
    """Bundle stylesheets, all of one folder, in their order; fonts and images stay files."""
    (folder,) = {posixpath.dirname(name) for name in names}
    with tempfile.NamedTemporaryFile("w", suffix=".css", dir=site / folder, encoding="utf-8") as entry:
        entry.write("".join(f'@import "./{posixpath.basename(name)}";\n' for name in names))
        entry.flush()
        return _named(
            site,
            f"{folder}/site.css",
            esbuild.bundled(site / folder, Path(entry.name).name, "--external:../fonts/*", "--external:../images/*"),
        )


def _named(site: Path, name: str, content: bytes) -> str:
    """Write a file beside `name`, under its name with a hash of the content."""
    stem, ending = posixpath.splitext(name)
    path = f"{stem}-{digest(content)}{ending}"
    (site / path).write_bytes(content)
    return path

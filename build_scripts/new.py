"""Starts a calculator: `make new name=tip-jar` writes its module, test and page and adds it to the navigation."""

from __future__ import annotations

import keyword
import re
import string
import sys
from typing import TYPE_CHECKING, NamedTuple

from build_scripts import project

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TEMPLATES = project.ROOT / "build_scripts" / "scaffold"
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST = 40
"""A longer name makes addresses and the navigation hard to read."""


class NewError(Exception):
    """The calculator cannot be started; the message says what to type instead."""


class Part(NamedTuple):
    """One file of a new calculator."""

    template: str
    path: str
    """From the project's root."""


def parts(name: str) -> tuple[Part, ...]:
    """Return the files that make up a calculator."""
    module = name.replace("-", "_")
    return (
        Part("calculator.py.txt", f"calculators/{module}.py"),
        Part("test_calculator.py.txt", f"tests/calculators/test_{module}.py"),
        Part("page.md.txt", f"docs/calculators/{name}.md"),
    )


def start(name: str, root: Path = project.ROOT) -> list[str]:
    """Write the files of a new calculator and its entry in the navigation; return their paths.

    Raises NewError, before anything is written, for a name that is badly formed or taken.
    """
    _check_name(name, root)
    title = name.replace("-", " ").capitalize()
    words = {"slug": name, "title": title}
    config = root / "mkdocs.yml"
    navigation = with_entry(config.read_text("utf-8"), title, f"calculators/{name}.md")
    written = []
    for part in parts(name):
        template = string.Template((TEMPLATES / part.template).read_text("utf-8"))
        path = root / part.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template.substitute(words), "utf-8")
        written.append(part.path)
    config.write_text(navigation, "utf-8")
    return [*written, "mkdocs.yml"]


def _check_name(name: str, root: Path) -> None:
    """Raise NewError unless the name can be a calculator's."""
    if not NAME.fullmatch(name) or len(name) > LONGEST:
        raise NewError(
            f"“{name}” cannot be a calculator's name. Use lower-case words joined by dashes, at most {LONGEST} "
            "letters, beginning with a letter: make new name=tip-jar"
        )
    module = name.replace("-", "_")
    if keyword.iskeyword(module) or name == "index":
        raise NewError(f"“{name}” means something else to Python or to the site. Choose another name.")
    taken = [part.path for part in parts(name) if (root / part.path).exists()]
    if (root / "calculators" / module).exists():
        taken.append(f"calculators/{module}/")
    if taken:
        raise NewError(f"“{name}” is taken, by {', '.join(taken)}. Choose another name.")


def with_entry(config: str, title: str, page: str) -> str:
    """Return `mkdocs.yml` with the page at the end of the navigation's Calculators, all else as it was.

    Raises NewError where the navigation has no Calculators to add to.
    """
    section = re.search(r"^(?P<indent> *)- Calculators:\n(?P<entries>(?:(?P=indent) +-.*\n)+)", config, re.MULTILINE)
    if not section:
        raise NewError("mkdocs.yml has no “- Calculators:” with entries under nav, so there is no place for the page.")
    last = section["entries"].splitlines()[-1]
    indent = last[: len(last) - len(last.lstrip())]
    return f"{config[: section.end()]}{indent}- {title}: {page}\n{config[section.end() :]}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the calculator named on the command line, as `tip-jar` or `name=tip-jar`."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    name = given[0].removeprefix("name=") if given else ""
    try:
        written = start(name)
    except NewError as error:
        print(error, file=sys.stderr)
        return 1
    print("Wrote:", *(f"  {path}" for path in written), sep="\n")
    print("Next: make the arithmetic and words your own, then `make test` and `make serve`.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

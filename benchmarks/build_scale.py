"""How the build grows: `python -m benchmarks.build_scale [--sizes 50/250 100/500 200/1000]`.

Each size is a copy of the project with so many calculators and pages in all, built from nothing and then again
unchanged. Copies of one calculator and of one page of prose fill it up, so that sizes differ in number alone.
Prints a table as it goes and, at its end, the curves. See docs/about/decisions/0022-a-site-that-grows.md.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from build_scripts import project
from build_scripts.build import INPUTS

if TYPE_CHECKING:
    from collections.abc import Sequence

CALCULATOR = "gift-earnings"
PROSE = "how-live-money-works.md"
GROUP = 25
"""Pages in one group of the navigation."""

STEP = re.compile(r"done in ([\d.]+) s")


class Size(NamedTuple):
    """How much there is to build."""

    calculators: int
    pages: int
    """All pages, those with a calculator among them."""


class Row(NamedTuple):
    """What one size took: seconds by the clock and of the processor, two steps by the clock, the peak memory in MB."""

    size: Size
    cold: float
    processor: float
    builder: float
    post_build: float
    peak: float
    unchanged: float
    site: float
    """MB of the built site without the runtime."""


def copy_of_project(root: Path, size: Size) -> None:
    """Copy the project and fill it up to `size`; what is there already counts."""
    for name in INPUTS:
        source = project.ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root / name)
    (root / "node_modules").symlink_to(project.ROOT / "node_modules")
    docs = root / "docs"
    there = len(list((docs / "calculators").glob("*.md")))
    calculators = [_add_calculator(root, number) for number in range(size.calculators - there)]
    prose = (docs / PROSE).read_text("utf-8")
    pages = []
    for number in range(size.pages - len(list(docs.rglob("*.md")))):
        pages.append(f"copy-{number}.md")
        (docs / pages[-1]).write_text(prose, "utf-8")
    _add_to_navigation(root / "mkdocs.yml", [*calculators, *pages])


def _add_calculator(root: Path, number: int) -> str:
    """Copy the calculator and its page under another name; return the page's path."""
    slug = f"copy-{number}"
    module = root / "calculators" / f"{CALCULATOR.replace('-', '_')}.py"
    text = module.read_text("utf-8").replace(f'"{CALCULATOR}"', f'"{slug}"')
    (module.parent / f"{slug.replace('-', '_')}.py").write_text(text, "utf-8")
    page = root / "docs" / "calculators" / f"{CALCULATOR}.md"
    (page.parent / f"{slug}.md").write_text(page.read_text("utf-8").replace(CALCULATOR, slug), "utf-8")
    return f"calculators/{slug}.md"


def _add_to_navigation(settings: Path, pages: list[str]) -> None:
    """Put the pages into groups at the end of the navigation, which is the file's last part."""
    lines = ["  - Copies:"] if pages else []
    for start in range(0, len(pages), GROUP):
        lines.append(f"      - Group {start // GROUP + 1}:")
        lines += [f"          - {page}" for page in pages[start : start + GROUP]]
    with settings.open("a", encoding="utf-8") as file:
        file.write("\n".join(["", *lines, ""]))


def measure(size: Size) -> Row:
    """Build one size cold and unchanged."""
    with tempfile.TemporaryDirectory(prefix="build-scale-") as folder:
        root = Path(folder) / "project"
        root.mkdir()
        copy_of_project(root, size)
        cold, said = _build(root)
        unchanged, _again = _build(root)
        *said, processor, peak = said
        steps = [float(found) for found in STEP.findall("\n".join(said))]
        files = [path for path in (root / "site").rglob("*") if path.is_file() and "runtime" not in path.parts]
        weight = sum(path.stat().st_size for path in files) / 1e6
        return Row(size, cold, float(processor), steps[1], steps[-1], float(peak) / 1024, unchanged, weight)


def _build(root: Path) -> tuple[float, list[str]]:
    """Build; return seconds and what was said, at its end the processor's seconds and the largest peak in KB."""
    started = time.perf_counter()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-c", _WITH_PEAK]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return time.perf_counter() - started, done.stdout.splitlines()


_WITH_PEAK = """
import resource, sys
from build_scripts.build import main
status = main([])
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(sum(each.ru_utime + each.ru_stime for each in used))
print(max(each.ru_maxrss for each in used))
sys.exit(status)
"""

HEADER = """\
| calculators | pages | cold build | processor | page step | last step | peak memory | unchanged build | site |
|---:|---:|---:|---:|---:|---:|---:|---:|---:|"""


def as_markdown(row: Row) -> str:
    """Return a line of the table."""
    seconds = [f"{value:.1f} s" for value in (row.cold, row.processor, row.builder, row.post_build)]
    cells = [*map(str, row.size), *seconds, f"{row.peak:.0f} MB", f"{row.unchanged:.1f} s", f"{row.site:.0f} MB"]
    return f"| {' | '.join(cells)} |"


BAR = 60
"""Characters of the longest bar."""


def curves(rows: Sequence[Row]) -> str:
    """Return what grows against the number of pages: a bar for each size, and what a page adds."""
    lines = []
    shown = (("processor", "s", lambda row: row.processor), ("peak memory", "MB", lambda row: row.peak))
    for name, unit, value in shown:
        lines.append(name)
        largest = max(map(value, rows))
        for before, row in zip([None, *rows], rows, strict=False):
            added = ""
            if before:
                each = (value(row) - value(before)) / (row.size.pages - before.size.pages)
                added = f"  (+{each:.3f} {unit} a page)"
            bar = "#" * round(BAR * value(row) / largest)
            lines.append(f"{row.size.pages:>5} pages {bar} {value(row):.0f} {unit}{added}")
    return "\n".join(lines)


def main() -> None:
    """Measure the sizes given on the command line; print each line when it is known."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build_scale", description=__doc__)
    parser.add_argument("--sizes", nargs="*", default=["50/250", "100/500", "200/1000"], help="calculators/pages")
    print(HEADER, flush=True)
    rows = []
    for text in parser.parse_args().sizes:
        calculators, pages = map(int, text.split("/"))
        rows.append(measure(Size(calculators, pages)))
        print(as_markdown(rows[-1]), flush=True)
    print(curves(rows))


if __name__ == "__main__":
    main()

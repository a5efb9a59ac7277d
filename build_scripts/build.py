"""Makes the site: `python -m build_scripts.build`; with `--help` it lists what can be chosen.

check pages → site builder → runtime → post-build → move into place. Nothing that is built depends on today's date or
on the network: the same inputs give the same bytes, and unchanged inputs are not built again.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.metadata
import json
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from build_scripts import fingerprint, project
from build_scripts.esbuild import BundleError
from build_scripts.markdown import pages
from build_scripts.post_build import (
    about,
    budget,
    bundle,
    check,
    embed,
    finish,
    head,
    html_page,
    search_index,
    service_worker,
    sharing,
    theme_styles,
)
from build_scripts.post_build.changes import ChangesError
from build_scripts.runtime import RuntimeBuildError, build_runtime
from build_scripts.site_builders import BUILDERS, BuildError
from calculators.kit.errors import KitError
from calculators.kit.figures import Register

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from build_scripts.post_build.release import Release

INPUTS = (
    *("docs", "calculators", "site_templates", "build_scripts", "mkdocs.yml", "pyproject.toml"),
    *("package.json", "package-lock.json", "requirements", "CHANGELOG.md"),
)
"""All that the site is made of, apart from installed packages."""

PACKAGES = (
    *("mkdocs", "mkdocs-material", "zensical", "markdown", "pymdown-extensions", "pygments", "pillow"),
    *("jinja2", "markupsafe", "pyodide-lock"),
)
"""Installed packages whose version changes what is built."""


class Order(NamedTuple):
    """What to build, and where."""

    output: Path
    builder: str = "mkdocs"
    stock_runtime: bool = False
    service_worker: bool = True
    """False publishes the worker that ends offline use for readers who have one."""


def build(order: Order, say: Callable[[str], None] = lambda _line: None) -> bool:
    """Bring the output folder up to date; return whether anything had to be built.

    Raises BuildError with every mistake of the step that failed; the output folder is then as it was.
    """
    inputs = inputs_hash(order)
    if _is_current(order.output, inputs):
        say(f"{_shown(order.output)} is up to date")
        return False
    project.CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="site-", dir=project.CACHE) as folder:
        workshop = Path(folder) / "site"
        _make(order, workshop, say)
        _move_into_place(workshop, order.output)
    _record(order.output, inputs)
    say(f"Built {_shown(order.output)}")
    return True


def _make(order: Order, workshop: Path, say: Callable[[str], None]) -> None:
    """Run every step into a folder of its own."""
    with _step("Check what pages name", say):
        _stop_at(pages.mistakes())
    with _step(f"Build pages with {order.builder}", say):
        BUILDERS[order.builder](workshop, Register.load().edition)
    with _step("Build the Python that readers download", say):
        runtime = build_runtime(workshop, stock=order.stock_runtime)
    with _step("Link, protect and check pages", say):
        base = project.base_path()
        ours = bundle.ours(project.config())
        theme_styles.tidy(workshop)
        embed.write(workshop, project.site_url(), ours)
        bundles = bundle.write(workshop, ours)
        search_index.tidy(workshop)
        register = Register.load()
        found = sharing.Sharing(workshop, base, about.read(register.edition))
        finished = finish.write(
            workshop,
            base,
            bundles,
            head.Runtime(runtime.worker, runtime.total_sent),
            service_worker.FILE if order.service_worker else "",
            sharing=found.edits,
        )
        found.files((project.ROOT / "CHANGELOG.md").read_text("utf-8"), project.config()["nav"], register)
        _check(workshop, base, finished)


def _check(workshop: Path, base: str, finished: Release) -> None:
    """Weigh and check every page, reading each once, and write the service worker, which lists what they load."""
    checker = check.Checker(workshop, base)
    weights = {}
    for page in html_page.pages(workshop):
        checker.see(page)
        weights[page.address] = budget.weights(page, workshop, base)
    if finished.worker:
        service_worker.write(workshop, weights, finished.code)
    else:
        service_worker.write_retiring(workshop)
    _stop_at(checker.complaints() + check.in_files(workshop) + budget.too_heavy(weights))


@contextlib.contextmanager
def _step(name: str, say: Callable[[str], None]) -> Iterator[None]:
    """Say what is being done, before it is done, and how long it took after."""
    started = time.perf_counter()
    say(f"{name} …")
    try:
        yield
    except (KitError, RuntimeBuildError, BundleError, ChangesError, project.NoRepositoryError) as error:
        raise BuildError(str(error)) from error
    say(f"  done in {time.perf_counter() - started:.1f} s")


def _stop_at(complaints: Sequence[str]) -> None:
    """Raise BuildError with all complaints, one a line, if there are any."""
    if complaints:
        raise BuildError("\n".join(complaints))


def inputs_hash(order: Order) -> str:
    """Return a hash that changes when anything changes that the site is made of."""
    versions = [f"{name} {_version(name)}" for name in PACKAGES]
    paths = [project.ROOT / name for name in INPUTS]
    return fingerprint.of(paths, sys.version, order.builder, str(order[2:]), *versions)


def _move_into_place(workshop: Path, output: Path) -> None:
    """Swap the finished folder in by renaming, so that a server never sees half a site."""
    output.parent.mkdir(parents=True, exist_ok=True)
    fresh, old = output.with_name(f".{output.name}.new"), output.with_name(f".{output.name}.old")
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    shutil.move(workshop, fresh)  # the output may be on another disk; the renames below are not
    if output.exists():
        output.rename(old)
    fresh.rename(output)
    shutil.rmtree(old, ignore_errors=True)


def _record_path(output: Path) -> Path:
    return project.CACHE / "records" / f"{fingerprint.of([], str(output.resolve()))[:16]}.json"


def _record(output: Path, inputs: str) -> None:
    path = _record_path(output)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"inputs": inputs, "output": fingerprint.of([output])}), "utf-8")


def _is_current(output: Path, inputs: str) -> bool:
    path = _record_path(output)
    if not path.exists() or not output.exists():
        return False
    return bool(json.loads(path.read_text("utf-8")) == {"inputs": inputs, "output": fingerprint.of([output])})


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def _shown(path: Path) -> str:
    return f"{path.relative_to(project.ROOT)}/" if path.is_relative_to(project.ROOT) else str(path)


def main(arguments: Sequence[str] | None = None) -> int:
    """Build as asked on the command line; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m build_scripts.build", description="Build the site.")
    parser.add_argument("--output", type=Path, default=project.SITE, help="folder to build into (default: site/)")
    parser.add_argument("--builder", choices=sorted(BUILDERS), default="mkdocs", help="which site builder runs")
    parser.add_argument("--stock-runtime", action="store_true", help="ship Pyodide as it is, to measure against")
    parser.add_argument(
        "--no-service-worker",
        dest="service_worker",
        action="store_false",
        help="end offline use: publish a worker that deletes what earlier ones kept, then itself",
    )
    asked = parser.parse_args(arguments)
    try:
        build(
            Order(asked.output.resolve(), asked.builder, asked.stock_runtime, asked.service_worker),
            lambda line: print(line, flush=True),
        )
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

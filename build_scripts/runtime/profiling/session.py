"""A runtime with the recording worker on a bare page: for the profile, and for tests that look inside."""

from __future__ import annotations

import dataclasses
import json
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_scripts.runtime import browser
from build_scripts.runtime.archive import gzip_bytes, stored_zip
from build_scripts.runtime.build import write_runtime
from build_scripts.runtime.compiling import compile_module

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_scripts.runtime.browser import Tab
    from build_scripts.runtime.parts import Parts

IN_BROWSER = Path(__file__).parent / "in_browser"
_PAGE = """<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script>
const worker = new Worker("%s" + location.search, {type: "module"});
const waiting = new Map();
worker.onmessage = ({data}) => waiting.get(data.id)(data);
worker.onerror = (error) => waiting.forEach((settle) => settle({error: error.message}));
const ask = (asked) => new Promise((resolve) => {
  const id = waiting.size;
  waiting.set(id, resolve);
  worker.postMessage({...asked, id});
});
</script>"""


class SessionError(Exception):
    """The worker could not do what was asked; the message is its own."""


@dataclass(frozen=True)
class Session:
    """A started worker."""

    tab: Tab

    def ask(self, kind: str, **asked: object) -> Any:  # noqa: ANN401  whatever the worker answers
        """What the worker answers to one of the questions of `recording.js`."""
        message = self.tab.evaluate("(asked) => ask(asked)", {"kind": kind, **asked})
        if "error" in message:
            raise SessionError(message["error"])
        return message.get("value")

    def run(self, module: str, name: str, **argument: object) -> str:
        """Call a function of a module of ours in the browser; it takes JSON and gives a text."""
        return str(self.ask("run", module=module, name=name, argument=json.dumps(argument)))


def with_modules_of_ours(parts: Parts) -> Parts:
    """The same parts and one package more: the modules that are only for profiles and tests."""
    files = {
        f"{path.stem}.pyc": compile_module(path.read_bytes(), path.name, lines=True)
        for path in sorted(IN_BROWSER.glob("*.py"))
    }
    return dataclasses.replace(
        parts, packages=(*parts.packages, ("profiling", ".zip.gz", gzip_bytes(stored_zip(files))))
    )


@contextmanager
def session(folder: Path, parts: Parts, *, search: str = "") -> Iterator[Session]:
    """Write the runtime of `parts` into `folder`, open it in a new browser and start it."""
    manifest = write_runtime(folder, with_modules_of_ours(parts), entry="recording.js")
    (folder / "index.html").write_text(_PAGE % manifest.worker, encoding="utf-8")
    with browser.served(folder) as address, browser.tab() as tab:
        tab.goto(address + search)
        started = Session(tab)
        started.ask("start")
        yield started

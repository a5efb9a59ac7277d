"""A built runtime on a bare page, asked from Python: no site around it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from build_scripts.runtime import browser
from build_scripts.runtime.build import RuntimeManifest, build_runtime

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from build_scripts.runtime.browser import Tab

_PAGE = """<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script>
const messages = [], waiting = new Map();
const worker = new Worker("%s", {type: "module"});
const settled = new Promise((resolve) => {
  worker.onmessage = ({data}) => {
    messages.push(data);
    if (data.id === undefined && data.kind !== "progress") resolve(data);
    waiting.get(data.id)?.(data);
  };
  worker.onerror = (error) => resolve({kind: "failed", reason: "error", message: error.message});
});
let last = 0;
const ask = (request) => new Promise((resolve) => {
  const id = ++last;
  waiting.set(id, resolve);
  worker.postMessage({kind: "respond", id, request});
});
</script>"""


@dataclass(frozen=True)
class Trial:
    """A page with a worker on it."""

    page: Tab
    manifest: RuntimeManifest
    folder: Path
    address: str

    def settled(self) -> dict[str, Any]:
        """The message that says whether the worker has started."""
        message: dict[str, Any] = self.page.evaluate("settled")
        return message

    def ask(self, request: str) -> str:
        """The reply to `request`; an assertion if the worker fails."""
        message = self.page.evaluate("(request) => ask(request)", request)
        if message["kind"] != "reply":
            raise AssertionError(message)
        return str(message["reply"])

    def messages(self) -> list[dict[str, Any]]:
        """Everything that the worker has said, in order."""
        found: list[dict[str, Any]] = self.page.evaluate("messages")
        return found


@contextmanager
def trial(folder: Path, *, stock: bool = False, package: Path | None = None) -> Iterator[Trial]:
    """Build a runtime into `folder` and open it in a new browser."""
    manifest = build_runtime(folder, stock=stock, package=package)
    (folder / "index.html").write_text(_PAGE % manifest.worker, encoding="utf-8")
    with browser.served(folder) as address, browser.tab() as page:
        page.goto(address)
        yield Trial(page, manifest, folder, address)

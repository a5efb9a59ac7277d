"""What a site's publisher and its network can do while a reader reads."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from build_scripts.post_build import budget, html_page, release, service_worker
from build_scripts.serve import SiteServer

RUNTIME = "assets/runtime"


@dataclass
class Deployment:
    """A published copy of the site. Every other version is made of it, as a build would: hashed names, no old files."""

    server: SiteServer

    @property
    def folder(self) -> Path:
        """Where the published files are."""
        return self.server.folder

    @property
    def pages(self) -> list[str]:
        """The path of every page that a reader comes to: not of the one for missing pages, and of those for frames."""
        addresses = [page.address for page in html_page.pages(self.folder)]
        return [each.removesuffix("index.html") for each in addresses if not each.startswith(("404.html", "embed/"))]

    @property
    def code(self) -> str:
        """The name of the published code."""
        return str(json.loads((self.folder / release.FILE).read_text("utf-8"))["code"])

    def publish_new_code(self, words: str) -> None:
        """Publish a version with another script and another worker for Python; its pages say `words` in their title."""
        scripts = self.folder / "assets/javascripts"
        (script,) = scripts.glob("main-*.js")
        (worker,) = (self.folder / RUNTIME).glob("worker-*.js")
        names = {old.name: self._again(old, f"/* {words} */") for old in (script, worker)}
        names[self.code] = hashlib.sha256(words.encode()).hexdigest()[:16]
        self._rewrite_pages(names, words)
        (self.folder / release.FILE).write_text(json.dumps({"code": names[self.code]}), "utf-8")
        self._write_worker()

    def publish_new_words(self, words: str, *, tell_worker: bool = True) -> None:
        """Publish a version with the same code, whose pages say `words` in their title."""
        self._rewrite_pages({}, words)
        if tell_worker:
            self._write_worker()

    def spoil(self, start: str) -> None:
        """Let a file of the runtime have other bytes than its name says."""
        (path,) = (self.folder / RUNTIME).glob(f"{start}-*")
        path.write_bytes(path.read_bytes() + b"\n")

    def retire_the_service_worker(self) -> None:
        """Publish what `--no-service-worker` builds."""
        for page in self.folder.rglob("*.html"):
            page.write_bytes(page.read_bytes().replace(b' data-service-worker="service-worker.js"', b""))
        service_worker.write_retiring(self.folder)

    def go_away(self) -> None:
        """Let no request get through any more, as without a network."""
        self.server.cuts[""] = -1

    def come_back(self) -> None:
        """Serve again."""
        self.server.cuts.clear()

    def _again(self, old: Path, comment: str) -> str:
        """Put a file with other bytes, under another name, in the place of an old one."""
        content = old.read_bytes() + comment.encode()
        name = re.sub(r"[0-9a-f]{16}", hashlib.sha256(content).hexdigest()[:16], old.name)
        old.unlink()
        (old.parent / name).write_bytes(content)
        return name

    def _rewrite_pages(self, names: dict[str, str], words: str) -> None:
        for path in self.folder.rglob("*.html"):
            text = path.read_text("utf-8")
            for old, new in names.items():
                text = text.replace(old, new)
            path.write_text(re.sub("<title>.*?</title>", f"<title>{words}</title>", text), "utf-8")

    def _write_worker(self) -> None:
        weights = {
            page.address: budget.weights(page, self.folder, self.server.base) for page in html_page.pages(self.folder)
        }
        service_worker.write(self.folder, weights, self.code)

"""The site's Content-Security-Policy: what a page may load and run.

GitHub Pages sends no headers of ours, so the policy stands in each page. Material's instant navigation replaces
the page's content but the browser keeps the first page's policy: so all pages carry the same one, with the
hashes of every inline script of the site.
"""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def policy(inline_scripts: Iterable[str]) -> str:
    """Return the policy for a site with these inline scripts."""
    hashes = sorted({_hash(script) for script in inline_scripts})
    directives = {
        "default-src": ["'none'"],
        # WebAssembly is how Python runs here; it allows no JavaScript eval.
        "script-src": ["'self'", "'wasm-unsafe-eval'", *hashes],
        "worker-src": ["'self'"],
        "style-src": ["'self'"],
        # Material's stylesheet draws its icons from data: addresses.
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'self'"],
        "form-action": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())


def _hash(script: str) -> str:
    """Return the source expression that allows exactly this script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"

"""Checks every page's fences and inline figures before any site builder runs, and reports page and line.

The fences and the inline figure stop the build themselves as well, one mistake at a time and as a traceback;
this check finds all mistakes at once and says them in plain lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_scripts import project
from build_scripts.markdown.checks import Mistake, check
from build_scripts.markdown.content import content
from build_scripts.markdown.notation import mentions

if TYPE_CHECKING:
    from pathlib import Path

    from build_scripts.markdown.content import PageContent
    from build_scripts.markdown.notation import Mention


def mistakes(docs: Path = project.DOCS, known: PageContent | None = None) -> list[str]:
    """Return one line for each mistake: "docs/index.md:12: ```calculator slug="x": There is no …"."""
    known = known or content()
    found = []
    for mention in mentions(docs):
        reason = mention.trouble or _reason(mention, known)
        if reason:
            found.append(f"{mention.place}: {mention.written}: {reason}")
    return found


def _reason(mention: Mention, known: PageContent) -> str:
    """Return what is wrong with a mention, or ""."""
    try:
        check(mention.kind, mention.options, known)
    except Mistake as mistake:
        return str(mistake)
    return ""

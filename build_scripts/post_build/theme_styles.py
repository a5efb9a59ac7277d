"""Takes a rule out of the theme's stylesheets that makes a browser style the whole page twice as it opens.

Material marks the body while it sets its colours, so that nothing fades from one colour to another. The rule that does
it names every element. Its price, at each page's start, is higher than a tenth of a second's fading when a reader
switches colours.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

EVERY_ELEMENT = re.compile(r"\[data-md-color-switching\] \*[^{}]*\{[^{}]*\}")


def tidy(site: Path) -> None:
    """Rewrite the stylesheets that have the rule."""
    for path in (site / "assets" / "stylesheets").glob("*.css"):
        text = path.read_text("utf-8")
        kept = EVERY_ELEMENT.sub("", text)
        if kept != text:
            path.write_text(kept, "utf-8")

"""What holds for every template and style sheet: finished texts laid out, within a security policy and a budget."""

import gzip
import re
from pathlib import Path

import pytest
from jinja2 import nodes

from calculators.kit.templates import SOURCE, environment

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(Path(SOURCE).glob("*.html.jinja"))
STYLES = sorted((ROOT / "docs" / "assets" / "stylesheets").glob("*.css"))
FONTS = sorted((ROOT / "docs" / "assets" / "fonts").glob("*.woff2"))
STYLE_BUDGET = 17 * 1024
FONT_BUDGET = 30 * 1024

LAYOUT_FILTERS = {"length", "join", "urlencode"}
ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg)
SCHEMES = re.compile(r"(?<=\{)([^{}]*color-scheme: (light|dark);[^{}]*)(?=\})")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours such as "#1a3fbd", as WCAG 2.2 defines it."""

    def luminance(colour: str) -> float:
        digits = colour.lstrip("#")
        digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
        parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def schemes() -> list[tuple[str, dict[str, str]]]:
    """The blocks of colours in tokens.css: ("light", {"ink": "#1b1e20", ...})."""
    text = (ROOT / "docs" / "assets" / "stylesheets" / "tokens.css").read_text(encoding="utf-8")
    return [(name, dict(re.findall(r"--([\w-]+): (#\w+);", block))) for block, name in SCHEMES.findall(text)]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_computes_and_formats_nothing(template: Path) -> None:
    """Templates use no filter but for layout, and no arithmetic: numbers arrive as finished texts."""
    tree = environment().parse(template.read_text(encoding="utf-8"))
    assert {used.name for used in tree.find_all(nodes.Filter)} <= LAYOUT_FILTERS
    assert not list(tree.find_all(ARITHMETIC))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_compiles_and_has_no_inline_style_or_script(template: Path) -> None:
    """Every template compiles, and holds nothing that the Content-Security-Policy would block."""
    text = template.read_text(encoding="utf-8")
    environment().compile(text)
    assert not re.search(r"""<script|<style|\sstyle=|\son\w+=""", text)


@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("ink", "desk", 4.5),
        ("ink", "paper", 4.5),
        ("ink", "bad-soft", 4.5),
        ("ink-soft", "desk", 4.5),
        ("ink-soft", "paper", 4.5),
        ("pen", "desk", 4.5),
        ("pen", "paper", 4.5),
        ("pen", "pen-soft", 4.5),
        ("on-pen", "pen", 4.5),
        ("bad", "desk", 4.5),
        ("bad", "paper", 4.5),
        ("bad", "bad-soft", 4.5),
        ("edge", "desk", 3),
        ("edge", "paper", 3),
    ],
)
def test_every_pair_of_colours_can_be_read(ink: str, ground: str, least: float) -> None:
    """Texts reach 4.5 : 1 and edges of controls 3 : 1, in every colour scheme (WCAG 2.2, 1.4.3 and 1.4.11)."""
    found = schemes()
    assert {name for name, _ in found} == {"light", "dark"}
    for name, colours in found:
        ratio = contrast(colours[ink], colours[ground])
        assert ratio >= least, f"{name}: {ink} on {ground} is {ratio:.2f}"


def test_the_dark_colours_are_the_same_wherever_they_are_written() -> None:
    """Dark by the theme's switch and dark by the system are one scheme."""
    dark = [colours for name, colours in schemes() if name == "dark"]
    assert len(dark) == 2
    assert dark[0] == dark[1]


def test_styles_and_fonts_keep_their_budget() -> None:
    """All style sheets take at most 17 KB gzipped and all typefaces 30 KB, for phones on mobile data."""
    assert STYLES
    assert FONTS
    assert sum(len(gzip.compress(path.read_bytes())) for path in STYLES) <= STYLE_BUDGET
    assert sum(path.stat().st_size for path in FONTS) <= FONT_BUDGET

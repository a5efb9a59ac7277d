"""Tests of what is taken out of the theme's stylesheets."""

from __future__ import annotations

from pathlib import Path

import material

from build_scripts.post_build import theme_styles

RULE = "[data-md-color-switching] *,[data-md-color-switching] :after{transition-duration:0s!important}"


def test_the_rule_goes_and_its_neighbours_stay(tmp_path: Path) -> None:
    """Also inside a block; other rules about the same mark are none of ours."""
    path = tmp_path / "assets" / "stylesheets" / "palette.css"
    path.parent.mkdir(parents=True)
    path.write_text(f"@media screen{{a{{color:red}}{RULE}}}[data-md-color-switching]{{top:0}}")

    theme_styles.tidy(tmp_path)

    assert path.read_text() == "@media screen{a{color:red}}[data-md-color-switching]{top:0}"


def test_the_theme_still_has_it() -> None:
    """When an upgrade writes it otherwise or drops it, this step has to follow."""
    folder = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"

    found = [path for path in folder.glob("*.css") if theme_styles.EVERY_ELEMENT.search(path.read_text("utf-8"))]

    assert [path.name.partition(".")[0] for path in found] == ["palette"]

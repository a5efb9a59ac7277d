"""Templates that only the build fills: those of the guide and of its pictures."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader

from build_scripts import project
from calculators.kit.templates import environment_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment


FOLDER = project.ROOT / "site_templates"


@functools.cache
def _environment(folder: str) -> Environment:
    return environment_for(FileSystemLoader(FOLDER / folder))


def render(folder: str, name: str, view: Mapping[str, object] = {}) -> str:
    """Fill the template `name` ("gifts.html") of a folder of `site_templates/`."""
    return _environment(folder).get_template(f"{name}.jinja").render(view)

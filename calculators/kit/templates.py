"""The Jinja environment: templates from `site_templates/` at work, compiled ones from the wheel in the browser.

Templates lay out finished texts. A name they misspell is an error, and everything is escaped.
"""

from __future__ import annotations

import functools
import os.path

from jinja2 import BaseLoader, Environment, FileSystemLoader, ModuleLoader, StrictUndefined

_PACKAGE = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120  the browser is spared pathlib
COMPILED = "compiled_templates"
"""Folder inside the package that the wheel carries: one module a template."""
SOURCE = os.path.join(os.path.dirname(_PACKAGE), "site_templates", "calculator")  # noqa: PTH118, PTH120


def environment_for(loader: BaseLoader) -> Environment:
    """Return the environment all templates are compiled and rendered with."""
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@functools.cache
def environment() -> Environment:
    """Return the environment of this process."""
    if os.path.isdir(SOURCE):  # noqa: PTH112
        return environment_for(FileSystemLoader(SOURCE))
    return environment_for(ModuleLoader(os.path.join(_PACKAGE, COMPILED)))  # noqa: PTH118


def render(template: str, **view: object) -> str:
    """Fill a template of `site_templates/calculator/`; its name without the ending means HTML."""
    name = template if "." in template else template + ".html"
    return environment().get_template(name + ".jinja").render(view)

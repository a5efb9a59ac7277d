"""Turns Markdown into HTML with exactly the extensions that `mkdocs.yml` names."""

from __future__ import annotations

import importlib
from typing import Any

import markdown

from build_scripts import project


def html(text: str) -> str:
    """Return the page's HTML."""
    names: list[str] = []
    settings: dict[str, Any] = {}
    for entry in project.config()["markdown_extensions"]:
        name, options = (entry, {}) if isinstance(entry, str) else next(iter(entry.items()))
        names.append(name)
        settings[name] = _with_functions(options)
    return markdown.markdown(text, extensions=names, extension_configs=settings)


def _with_functions(options: Any) -> Any:  # noqa: ANN401  whatever YAML holds
    """Return the options with every "build_scripts.module.function" replaced by the function."""
    if isinstance(options, dict):
        return {name: _with_functions(value) for name, value in options.items()}
    if isinstance(options, list):
        return [_with_functions(value) for value in options]
    if isinstance(options, str) and options.startswith("build_scripts."):
        module, _, function = options.rpartition(".")
        return getattr(importlib.import_module(module), function)
    return options

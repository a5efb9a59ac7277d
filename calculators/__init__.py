"""Calculators about TikTok LIVE income: one question, one pure function, one file each."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.kit.calculator import Calculator

__version__ = "2026.11.28"
"""The model version: the day on which a formula or a figure last changed."""

_DOORS = {"bridge", "__main__"}


@functools.cache
def registry() -> Mapping[str, Calculator]:
    """Return every calculator by slug, in order of slug; found by scanning this folder.

    Raises DeclarationError for a module without a CALCULATOR, or with a slug that is not its file's name.
    """
    found = {calculator.slug: calculator for calculator in map(_calculator_in, _modules())}
    return MappingProxyType(dict(sorted(found.items())))


def calculator_named(slug: str) -> Calculator | None:
    """Return the calculator with this slug, if there is one, without importing the others: a reader comes for one."""
    module = slug.replace("-", "_")
    calculator = _calculator_in(module) if module in _modules() else None
    return calculator if calculator and calculator.slug == slug else None


@functools.cache
def _modules() -> frozenset[str]:
    """Return the names of the modules in this folder that declare a calculator."""
    names = {module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg}
    return frozenset(names - _DOORS)


def _calculator_in(module: str) -> Calculator:
    """Return the calculator that a module declares."""
    from calculators.kit.errors import DeclarationError  # noqa: PLC0415  the package must import without the kit

    calculator: Calculator | None = getattr(importlib.import_module(f"{__name__}.{module}"), "CALCULATOR", None)
    if calculator is None:
        raise DeclarationError(f"calculators/{module}.py declares no CALCULATOR.")
    if calculator.module != module:
        raise DeclarationError(f"calculators/{module}.py has the slug “{calculator.slug}”; name both alike.")
    return calculator

"""The exact Python behind a calculator: `compute` and all that it reaches outside the kit. Only for the build."""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_OURS, _KIT = "calculators", "calculators.kit"
_COMPUTE, _CALCULATOR = "compute", "CALCULATOR"


class Source(NamedTuple):
    """One file, taken apart."""

    lines: list[str]
    made: dict[str, list[ast.stmt]]
    """Name to the statements that make it at the top of the file: with a text below it, where one explains it."""
    imported: dict[str, tuple[str, str]]
    """Name to the module and to what is taken from it."""


def exact_code(compute: Callable[..., object]) -> str:
    """Return the source of `compute` and of what it uses, each file's part under the file's name.

    The kit is left out: it is the same for every calculator. Of another calculator that is asked, its `compute` counts.
    """
    found: dict[str, dict[int, ast.stmt]] = {}
    _reach(compute.__module__, compute.__name__, found)
    return "\n\n\n".join(_part(module, statements) for module, statements in found.items())


def _reach(module: str, name: str, found: dict[str, dict[int, ast.stmt]]) -> None:
    """Note in `found` the statements that make a name, and those that make what they use, by module and line."""
    if not module.startswith(_OURS) or module.startswith(_KIT):
        return
    source = _source(module)
    if name in source.imported:
        _reach(*source.imported[name], found)
        return
    name = _COMPUTE if name == _CALCULATOR else name
    statements = found.setdefault(module, {}) if name in source.made else {}
    for statement in source.made.get(name, ()):
        if statement.lineno in statements:
            continue
        statements[statement.lineno] = statement
        for used, part in _uses(statement):
            origin, inside = source.imported.get(used, ("", ""))
            if part and f"{origin}.{inside}" in _modules(origin):
                _reach(f"{origin}.{inside}", part, found)
            else:
                _reach(module, used, found)


def _uses(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the names that run in a statement: (name, "") or, of `name.part`, both; types do not run."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        yield node.value.id, node.attr
        return
    if isinstance(node, ast.Name):
        yield node.id, ""
    for field, value in ast.iter_fields(node):
        if field not in {"annotation", "returns"}:
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from _uses(child)


@functools.cache
def _source(module: str) -> Source:
    """Read a module's file."""
    text = inspect.getsource(importlib.import_module(module))
    body = ast.parse(text).body
    made: dict[str, list[ast.stmt]] = {}
    imported: dict[str, tuple[str, str]] = {}
    for place, statement in enumerate(body):
        if isinstance(statement, ast.ImportFrom):
            imported |= {name.asname or name.name: (statement.module or "", name.name) for name in statement.names}
        after = body[place + 1 : place + 2]
        told = [each for each in after if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)]
        for name in _makes(statement):
            made[name] = [statement, *told]
    return Source(text.splitlines(), made, imported)


def _makes(statement: ast.stmt) -> list[str]:
    """Return the names that a statement makes."""
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return [statement.name]
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    return [node.id for target in targets if target for node in ast.walk(target) if isinstance(node, ast.Name)]


@functools.cache
def _modules(package: str) -> frozenset[str]:
    """Return the modules in a package of ours."""
    if not package.startswith(_OURS):
        return frozenset()
    import pkgutil  # noqa: PLC0415  only the build comes here, and the browser's Python has no such module

    path = getattr(importlib.import_module(package), "__path__", ())
    return frozenset(f"{package}.{each.name}" for each in pkgutil.iter_modules(path))


def _part(module: str, statements: dict[int, ast.stmt]) -> str:
    """Write what one file gives, in its own order."""
    lines = _source(module).lines
    text = ""
    for number in sorted(statements):
        statement = statements[number]
        first = min([number, *(each.lineno for each in getattr(statement, "decorator_list", ()))])
        is_block = isinstance(statement, (ast.FunctionDef, ast.ClassDef))
        text += ("\n\n" if is_block else "") + "\n".join(lines[first - 1 : statement.end_lineno]) + "\n"
    return f"# {module.replace('.', '/')}.py\n\n{text.strip()}"

"""Python functions that no visit was seen to call: their bodies move to a second file.

In place of each stands the same short body, which asks `_rest` (`python_in_browser/_rest.py`) for the real one. Names,
defaults, annotations, decorators and closures are made by the module around a function, and stay as they are. Functions
inside functions stay with theirs. See docs/about/decisions/0015-python-in-two-files.md.
"""

from __future__ import annotations

import inspect
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING

from build_scripts.runtime.compiling import with_locations
from build_scripts.runtime.pyodide_files import HERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

IN_USE = HERE / "python_functions_in_use.txt"
LOADER = HERE / "python_in_browser" / "_rest.py"
_INTRODUCTION = """\
# Functions of the standard library and of Jinja2 that a visit calls; the bodies of the others move to a second file
# that is rarely loaded. By file; those of a class have its name before theirs. Renewed by `make profile`.
"""
# Python calls these before a profile can begin.
ALWAYS = "encodings/"
_SMALLEST = 24  # bytes of bytecode: moving less saves nothing
# Python tells functions that give a generator or a coroutine by their bodies, so there is a stub of each kind.
_STUBS = """\
def stub(*arguments, **named):
    from _rest import run
    return run(arguments, named)

def stub(*arguments, **named):
    from _rest import run
    return (yield from run(arguments, named))

async def stub(*arguments, **named):
    from _rest import run
    return await run(arguments, named)
"""
_KINDS = inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR


@dataclass(frozen=True)
class SplitCode:
    """Modules by file name without the bodies that moved, and one code object whose constants are those bodies."""

    first: Mapping[str, CodeType]
    rest: CodeType


def functions_in_use(path: Path = IN_USE) -> frozenset[tuple[str, str]]:
    """The committed table: file and qualified name of each function that stays."""
    lines = path.read_text(encoding="utf-8").splitlines()
    words = (line.split() for line in lines if line and not line.startswith("#"))
    return frozenset((file, name) for file, *names in words for name in names)


def table_text(functions: Iterable[tuple[str, str]]) -> str:
    """The table as it is committed: a line for each file. Functions inside functions need no mention."""
    files: dict[str, list[str]] = {}
    for file, name in sorted(functions):
        if "<locals>" not in name and " " not in name:  # as in "<generic parameters of …>", which stay anyway
            files.setdefault(file, []).append(name)
    return _INTRODUCTION + "".join(f"{file} {' '.join(names)}\n" for file, names in files.items())


def split(modules: Mapping[str, CodeType], in_use: frozenset[tuple[str, str]]) -> SplitCode:
    """Move the bodies of all functions of `modules` (file name -> code) but those in use."""
    moved: list[CodeType] = []
    first = {}
    for file, code in modules.items():
        keys = Counter(_key(part) for part in _functions(code))
        staying = {key for key, count in keys.items() if count > 1 or (file, key[1]) in in_use}
        first[file] = code if file.startswith(ALWAYS) else _without_bodies(code, staying, moved)
    rest = compile("", "rest", "exec").replace(co_consts=tuple(moved), co_linetable=b"")
    return SplitCode(first, rest)


def _key(code: CodeType) -> tuple[int, str]:
    return code.co_firstlineno, code.co_qualname


def _runs_at_once(code: CodeType) -> bool:
    """Tell what runs where it stands, and only once: the body of a class, and what makes type parameters."""
    return not code.co_flags & inspect.CO_OPTIMIZED or code.co_name.startswith("<generic parameters")


def _functions(code: CodeType) -> Iterator[CodeType]:
    """Every function of a module and of its classes, but none inside a function."""
    for part in code.co_consts:
        if isinstance(part, CodeType):
            if _runs_at_once(part):
                yield from _functions(part)
            elif part.co_name.isidentifier() or part.co_name == "<lambda>":
                yield part


def _without_bodies(code: CodeType, staying: set[tuple[int, str]], moved: list[CodeType]) -> CodeType:
    movable = {part for part in _functions(code) if _key(part) not in staying and _is_worth_it(part)}
    constants = []
    for part in code.co_consts:
        if isinstance(part, CodeType) and _runs_at_once(part):
            constants.append(_without_bodies(part, staying, moved))
        elif isinstance(part, CodeType) and part in movable:
            moved.append(part)
            constants.append(_stub_of(part))
        else:
            constants.append(part)
    return code.replace(co_consts=tuple(constants))


def _is_worth_it(code: CodeType) -> bool:
    return len(code.co_code) >= _SMALLEST and code.co_flags & _KINDS in _STUB_OF_KIND


def _stub_of(code: CodeType) -> CodeType:
    """A body that looks from outside like `code`, and asks for it when it is called."""
    return _STUB_OF_KIND[code.co_flags & _KINDS].replace(
        co_filename=code.co_filename,
        co_name=code.co_name,
        co_qualname=code.co_qualname,
        co_firstlineno=code.co_firstlineno,
        co_freevars=code.co_freevars,  # a function's closure has to fit its body, before and after
    )


def _stubs() -> Iterator[CodeType]:
    for function in _functions(compile(_STUBS, "", "exec")):
        yield with_locations(function, lines=False)


_STUB_OF_KIND = {stub.co_flags & _KINDS: stub for stub in _stubs()}

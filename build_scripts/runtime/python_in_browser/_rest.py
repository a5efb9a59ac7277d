"""Stands in the browser's standard library: fetches the bodies of functions that moved to a second file.

Such a function has the body that `later_code.py` describes, which calls `run` here. The first call puts back the body
of every function there is; then it, and all later ones, go straight through. Nothing here may need what is being
fetched: it imports only what is inside the interpreter, and `types`, which every start imports.
"""

# ruff: noqa: INP001  alone in a folder that is no package

import gc
import marshal
import sys
import zlib
from types import CodeType, FunctionType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_GZIP = 31  # zlib's number for "a gzip file, of any window"
_ITERABLE_COROUTINE = 0x100  # what `types.coroutine` marks a body with

fetch: "Callable[[], Any] | None" = None
"""Gives the second file as JavaScript's buffer; `python.js` puts it here before anything of ours runs."""

_bodies: dict[tuple[str, int, str], CodeType] = {}


def key(code: CodeType) -> tuple[str, int, str]:
    """What a function and the body that moved have in common, and no other function has."""
    return code.co_filename, code.co_firstlineno, code.co_qualname


def _body_for(stub: CodeType) -> CodeType:
    body = _bodies[key(stub)]
    mark = stub.co_flags & _ITERABLE_COROUTINE
    return body.replace(co_flags=body.co_flags | mark) if mark else body


def run(arguments: tuple[object, ...], named: dict[str, object]) -> object:
    """Do what the calling function would have done with these arguments, had its body been there."""
    stub = sys._getframe(1).f_code  # noqa: SLF001  the one way to one's caller
    if fetch and not _bodies:
        moved = marshal.loads(zlib.decompress(fetch().to_bytes(), _GZIP))  # noqa: S302  our own file, of our own build
        _bodies.update((key(body), body) for body in moved.co_consts)
    callers = []
    for function in gc.get_objects():
        if type(function) is FunctionType and function.__code__.co_names == stub.co_names:
            if function.__code__ is stub:
                callers.append(function)
            function.__code__ = _body_for(function.__code__)
    (caller,) = callers  # two functions made of one stub could not be told apart: better to stop than to guess
    return caller(*arguments, **named)

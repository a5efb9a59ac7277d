"""Functions whose bodies moved to a second file do as before."""

import gzip
import importlib.util
import inspect
import marshal
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Generator, Iterator
from types import CodeType, ModuleType
from typing import Any

import pytest

from build_scripts.runtime import later_code, libraries
from build_scripts.runtime.code_bytes import canonical
from build_scripts.runtime.compiling import compiled
from build_scripts.runtime.later_code import functions_in_use, split, table_text
from build_scripts.runtime.pyodide_files import checked_files
from build_scripts.runtime.stdlib import listed_modules, trimmed_stdlib

SOURCE = """
import functools
import types

@types.coroutine
def resting(times):
    for _ in range(times):
        yield
    return "rested" * times

async def delegating():
    return await resting(2)

async def streaming(to):
    for number in range(to):
        yield number * number

def twice(function):
    @functools.wraps(function)
    def wrapped(*given, **named):
        return [function(*given, **named), function(*given, **named)]
    return wrapped

def plain(a, b=2, /, c=3, *rest, d: int = 4, **more):
    return a, b, c, rest, d, more, sum(x for x in rest)

@twice
def decorated(a):
    return a + len("decorated")

def counting(to):
    yield from range(to)
    return "end" * to

async def waiting(value):
    return value * 2 + len("waiting")

def first[T](values: list[T]) -> T:
    return values[0] if values else None

def failing():
    raise KeyError("failing " + "on purpose")

def failing_less():
    return max("failing", "less")

class Base:
    def __init__(self, value):
        self.value = value + len("base")

class Child(Base):
    def __init__(self, value):
        super().__init__(value * len("child"))

    @property
    def half(self):
        return self.value / 2 + len("half") * 0

    @half.setter
    def half(self, value):
        self.value = value * 2 + len("half") * 0

    @classmethod
    def made(cls, *values):
        return [cls(value).value for value in values]

    @staticmethod
    def joined(*texts):
        return "-".join(text.upper() for text in texts)

    key = lambda self, more=1: (self.value, more, "key")
"""
FILE = "some/module.py"
PLACE = f"/lib/{FILE}"
IN_USE = frozenset({(FILE, "plain"), (FILE, "twice")})  # `twice` runs with the module


class Buffer:
    """What JavaScript hands over, and how often it was asked to."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.fetched = 0

    def fetch(self) -> "Buffer":
        """As in `rest.js`."""
        self.fetched += 1
        return self

    def to_bytes(self) -> bytes:
        """As Pyodide's buffers do."""
        return self.data


@pytest.fixture
def rest(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The loader under the name that it has in the browser."""
    spec = importlib.util.spec_from_file_location("_rest", later_code.LOADER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setitem(sys.modules, "_rest", module)
    yield module
    module._bodies.clear()


def split_module(rest: ModuleType, in_use: frozenset[tuple[str, str]] = IN_USE) -> tuple[dict[str, Any], Buffer]:
    """The names of SOURCE's module after the split, and the second file."""
    made = split({FILE: compiled(SOURCE.encode(), PLACE, lines=True)}, in_use)
    buffer = Buffer(gzip.compress(canonical(made.rest)))
    rest.fetch = buffer.fetch  # type: ignore[attr-defined]  set from outside, as in the browser
    return run(canonical(made.first[FILE])), buffer


def run(code: bytes) -> dict[str, Any]:
    """The names of a module after it ran."""
    names: dict[str, Any] = {"__name__": "some.module"}
    exec(marshal.loads(code), names)  # noqa: S102, S302  SOURCE above
    return names


def whole_module() -> dict[str, Any]:
    """The same without a split."""
    return run(canonical(compiled(SOURCE.encode(), PLACE, lines=True)))


def _driven(coroutine: Coroutine[object, object, object]) -> object:
    """What a coroutine returns, rests left out. Not `asyncio.run`: a browser's loop may be running in this thread."""
    try:
        while True:
            coroutine.send(None)
    except StopIteration as ended:
        return ended.value


async def _all(values: AsyncIterator[object]) -> list[object]:
    return [value async for value in values]


def _told(generator: Generator[object, object, object]) -> object:
    """What a generator does when it is thrown at and closed."""
    next(generator)
    with pytest.raises(ValueError, match="thrown"):
        generator.throw(ValueError("thrown"))
    generator.close()
    return inspect.getgeneratorstate(generator)


USES: list[Callable[[dict[str, Any]], object]] = [
    lambda names: names["plain"](1, 5, 6, 7, d=8, e=9),
    lambda names: names["decorated"](a=1),
    lambda names: list(names["counting"](3)),
    lambda names: _driven(names["waiting"](4)),
    lambda names: _driven(names["delegating"]()),
    lambda names: _driven(_all(names["streaming"](3))),
    lambda names: _told(names["counting"](2)),
    lambda names: names["first"]([7, 8]),
    lambda names: names["Child"](2).value,
    lambda names: names["Child"](2).half,
    lambda names: setattr(child := names["Child"](2), "half", 9) or child.value,
    lambda names: names["Child"].made(1, 2),
    lambda names: names["Child"].joined("a", "b"),
    lambda names: names["Child"](1).key(more=3),
]


@pytest.mark.parametrize("use", USES)
def test_what_moved_gives_the_same(rest: ModuleType, use: Callable[[dict[str, Any]], object]) -> None:
    """The first call and the second give what the function gave, of whatever kind it is."""
    names, buffer = split_module(rest)
    expected = use(whole_module())
    assert [use(names), use(names)] == [expected, expected]
    assert buffer.fetched <= 1


def test_functions_in_use_need_no_second_file(rest: ModuleType) -> None:
    """Running a module and calling what a profile named asks for nothing."""
    names, buffer = split_module(rest)
    names["plain"](1)
    assert buffer.fetched == 0
    names["failing_less"]()
    assert buffer.fetched == 1


def test_all_functions_are_filled_by_one_fetch(rest: ModuleType) -> None:
    """Whatever is called after the first one finds its body, also in modules that are imported later."""
    names, buffer = split_module(rest)
    for use in USES:
        use(names)
    later = run(canonical(split({FILE: compiled(SOURCE.encode(), PLACE, lines=True)}, IN_USE).first[FILE]))
    assert later["failing"].__code__.co_names == ("_rest", "run")
    with pytest.raises(KeyError, match="failing on purpose"):
        later["failing"]()
    assert buffer.fetched == 1


def test_a_function_looks_from_outside_as_before(rest: ModuleType) -> None:
    """Names, defaults, annotations and closures are not the body's."""
    names, _ = split_module(rest, frozenset())
    for name, whole in whole_module().items():
        if inspect.isfunction(whole):
            moved = names[name]
            for what in ("__name__", "__qualname__", "__defaults__", "__kwdefaults__"):
                assert getattr(moved, what) == getattr(whole, what)
            assert list(moved.__annotations__) == list(whole.__annotations__)
            assert inspect.iscoroutinefunction(moved) == inspect.iscoroutinefunction(whole)
            assert inspect.isgeneratorfunction(moved) == inspect.isgeneratorfunction(whole)
            assert moved.__code__.co_freevars == whole.__code__.co_freevars


def test_a_second_file_that_does_not_come_can_come_later(rest: ModuleType) -> None:
    """The failure of the download is what the caller sees; the next call tries again."""
    names, buffer = split_module(rest)

    def broken() -> Buffer:
        raise OSError("no connection")

    rest.fetch = broken  # type: ignore[attr-defined]
    with pytest.raises(OSError, match="no connection"):
        names["first"]([1])
    rest.fetch = buffer.fetch  # type: ignore[attr-defined]
    assert names["first"]([1]) == 1


def test_two_functions_that_look_alike_stay() -> None:
    """Name and line tell bodies apart; where they cannot, nothing moves."""
    source = b"a, b = (lambda: [1, 2, 3, 4 + len('a')]), (lambda: [1, 2, 3, 4 + len('b')])"
    made = split({FILE: compiled(source, PLACE, lines=True)}, frozenset())
    assert not made.rest.co_consts
    assert [run(canonical(made.first[FILE]))[name]() for name in "ab"] == [[1, 2, 3, 5]] * 2


def test_the_table_comes_back() -> None:
    """What is written is read, without functions inside functions."""
    functions = {("a.py", "f"), ("a.py", "C.g"), ("b/c.py", "<lambda>"), ("a.py", "f.<locals>.h")}
    lines = table_text(functions).splitlines()
    assert [line for line in lines if not line.startswith("#")] == ["a.py C.g f", "b/c.py <lambda>"]


def _codes(code: CodeType) -> Iterator[CodeType]:
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield part
            yield from _codes(part)


def test_the_committed_table_names_functions_that_exist() -> None:
    """A table of another Pyodide or Jinja2 would leave out what a visit calls: `make profile` renews it."""
    modules = {
        **trimmed_stdlib(checked_files()["python_stdlib.zip"], listed_modules()),
        **libraries.compiled_libraries(libraries.library_sources()),
    }
    there = {(file, part.co_qualname) for file, code in modules.items() for part in _codes(code)}
    named = {(file, name) for file, name in functions_in_use() if file in modules}
    assert len(named) > 500
    assert not named - there

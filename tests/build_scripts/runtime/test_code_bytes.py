"""Code as bytes that depend on nothing but the code."""

import marshal
import subprocess
import sys
from types import CodeType

import pytest

from build_scripts.runtime.code_bytes import canonical

SOURCES = [
    "",
    "x = 1",
    "big = 1 << 100\nlittle = -(1 << 40)\npi = 3.25\nz = 1 - 2j\nnothing = None\ndots = ...",
    "names = {'a', 'b', 'c'}\nif 'q' in {'x', 'y', 'a longer name with spaces'}: pass",
    "def f(a, /, b=2, *c, d, **e):\n    'doc'\n    g = lambda: (a, b)\n    return [h for h in c if h], g",
    "class C:\n  def m(self): return super().m()\n  async def n(self):\n    async for x in self: yield x",
    "text = 'ünïcödé ' * 2, 'x' * 300, b'bytes', '\\ud800'.encode('utf-8', 'surrogatepass')",
    "try:\n    pass\nexcept* ValueError as error:\n    raise KeyError('k') from error",
]


def code_fields(code: CodeType) -> list[object]:
    """All that a code object is made of, with the code inside it, in a form that compares by value."""
    constants = [code_fields(part) if isinstance(part, CodeType) else (type(part), part) for part in code.co_consts]
    names = [
        "co_code",
        "co_names",
        "co_varnames",
        "co_cellvars",
        "co_freevars",
        "co_filename",
        "co_name",
        "co_qualname",
    ]
    more = ["co_firstlineno", "co_linetable", "co_exceptiontable", "co_flags", "co_stacksize", "co_argcount"]
    return [constants, *(getattr(code, name) for name in names + more)]


@pytest.mark.parametrize("source", SOURCES)
def test_the_code_is_the_same_after_loading(source: str) -> None:
    """What `marshal` loads from our bytes is equal, part by part, to what was compiled."""
    code = compile(source, "m.py", "exec")
    assert code_fields(marshal.loads(canonical(code))) == code_fields(code)  # noqa: S302  our own bytes


def test_bytes_do_not_depend_on_the_process() -> None:
    """A process that has met every name before and one that has not write the same bytes."""
    source = "import collections\nx = collections.OrderedDict(last='zebra_unlikely')\ndef zebra(): return x"
    source += "\nclass Herd:\n    class Zebra: pass"
    kept = [sys.intern("zebra_unlikely"), sys.intern("OrderedDict"), compile(source, "m.py", "exec")]
    kept.append(sys.intern("Herd.Zebra"))
    program = (
        "from build_scripts.runtime.code_bytes import canonical\n"
        f"print(canonical(compile({source!r}, 'm.py', 'exec')).hex())"
    )
    fresh = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert canonical(kept[2]).hex() == fresh.stdout.strip()


def test_loading_and_writing_again_changes_nothing() -> None:
    """Reference counts differ after a round trip through `marshal`; our bytes do not."""
    once = canonical(compile(SOURCES[4], "m.py", "exec"))
    assert canonical(marshal.loads(once)) == once  # noqa: S302  our own bytes


def test_an_unknown_kind_is_an_error() -> None:
    """A kind of value that code objects never hold is noticed instead of being copied wrongly."""
    with pytest.raises(ValueError, match="unknown kind"):
        canonical({"a": "dictionary"})  # type: ignore[arg-type]

"""Which functions of Python are called: recorded from the start of the interpreter on.

Python imports a module of this name by itself, before anything of Pyodide's. Only while a profile is taken is it there.
"""

# Imports nothing that is a file: what happens then would not be recorded.

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType

_IS_FUNCTION = 1  # inspect.CO_OPTIMIZED, without an import that would be recorded too early or too late
_called: set[tuple[str, str]] = set()


def _note(code: "CodeType", _offset: int) -> object:
    """Each function once, so that recording costs little; modules and classes run but are not functions."""
    if code.co_flags & _IS_FUNCTION:
        _called.add((code.co_filename, code.co_qualname))
    return sys.monitoring.DISABLE


def called(_argument: object = None) -> str:
    """Return file and qualified name of every function called so far, as JSON."""
    import json  # noqa: PLC0415  not before the start: what it imports is to be recorded

    return json.dumps(sorted(_called))


_monitoring = sys.monitoring
_monitoring.use_tool_id(_monitoring.PROFILER_ID, "calls")
_monitoring.register_callback(_monitoring.PROFILER_ID, _monitoring.events.PY_START, _note)
_monitoring.set_events(_monitoring.PROFILER_ID, _monitoring.events.PY_START)

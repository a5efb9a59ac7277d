"""`python3 -m build_scripts.setup python node browser`: has these parts in place, or says why not."""

import sys
from collections.abc import Callable, Mapping

from build_scripts.setup import chromium, node, python
from build_scripts.setup.steps import SetupError


def lock() -> None:
    """Write every lock file anew."""
    python.lock()
    node.lock()


PARTS: Mapping[str, Callable[[], None]] = {
    "python": python.set_up_python,
    "node": node.set_up_node,
    "browser": chromium.set_up_browser,
    "lighthouse": node.set_up_lighthouse,
    "lock": lock,
}


def main(names: list[str]) -> int:
    """Set up the named parts, in order. Returns the exit code."""
    unknown = [name for name in names if name not in PARTS]
    if unknown or not names:
        print(
            f"usage: python3 -m build_scripts.setup {' '.join(f'[{name}]' for name in PARTS)}",
            file=sys.stderr,
        )
        return 2
    try:
        for name in names:
            PARTS[name]()
    except SetupError as error:
        print(f"Set-up stopped: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

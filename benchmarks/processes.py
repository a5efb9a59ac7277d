"""The browser's renderer processes: how much memory they took, and how to slow them down.

CPU throttling through the DevTools protocol acts on a page's main thread; the work here is in a worker. So
all renderer processes are stopped and continued by signals, running for a quarter of the time.
"""

from __future__ import annotations

import os
import signal
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PERIOD = 0.02  # seconds
DUTY = 0.25  # of them running: four times slower
_PROC = Path("/proc")


def _words(pid: int) -> list[str]:
    try:
        text = (_PROC / str(pid) / "cmdline").read_bytes().decode(errors="replace")
        return text.replace("\0", " ").split()  # processes that Chromium forks put spaces there
    except OSError:
        return []


def _parent(pid: int) -> int:
    try:
        return int((_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return 0


def renderers(profile: Path) -> list[int]:
    """The renderer processes of the browser that was started with the folder `profile`."""
    pids = [int(path.name) for path in _PROC.iterdir() if path.name.isdigit()]
    browsers = {pid for pid in pids if f"--user-data-dir={profile}" in _words(pid) and not _is(pid, "")}
    return [pid for pid in pids if _is(pid, "renderer") and _descends(pid, browsers)]


def _is(pid: int, kind: str) -> bool:
    return any(word.startswith(f"--type={kind}") for word in _words(pid))


def _descends(pid: int, ancestors: set[int]) -> bool:
    while pid > 1:
        if pid in ancestors:
            return True
        pid = _parent(pid)
    return False


def peak_memory(profile: Path) -> int:
    """The most that each renderer has had in memory since it began, summed, in bytes.

    The kernel keeps count, so nothing is missed and the visit is not disturbed. What renderers share, such as Chromium
    itself, counts in each of them: for every row of the table alike.
    """
    total = 0
    for pid in renderers(profile):
        try:
            text = (_PROC / str(pid) / "status").read_text()
        except OSError:
            continue
        total += sum(int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("VmHWM:"))
    return total


@contextmanager
def slowed(profile: Path, *, active: bool) -> Iterator[None]:
    """Let the renderers run for a quarter of the time, if `active`."""
    done = threading.Event()

    def alternate() -> None:
        while not done.is_set():
            pids = renderers(profile)
            for _ in range(10):  # looking for new processes each time would take longer than the period
                _signal(pids, signal.SIGSTOP)
                done.wait(PERIOD * (1 - DUTY))
                _signal(pids, signal.SIGCONT)
                if done.wait(PERIOD * DUTY):
                    return

    thread = threading.Thread(target=alternate, daemon=True)
    if active:
        thread.start()
    try:
        yield
    finally:
        done.set()
        if active:
            thread.join()


def _signal(pids: list[int], what: signal.Signals) -> None:
    for pid in pids:
        try:
            os.kill(pid, what)
        except ProcessLookupError:
            continue

"""Running the steps of the set-up: one line on the screen for each, everything else in a log."""

import hashlib
import subprocess
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STATE = ROOT / ".cache" / "setup"
LOG = STATE / "log.txt"
LOG_LINES_SHOWN = 25


class SetupError(Exception):
    """Set-up cannot go on. The message is one sentence for the person at the keyboard."""


def run(
    title: str,
    command: Sequence[str | Path],
    *,
    environment: Mapping[str, str] | None = None,
    seconds: float = 1800,
) -> None:
    """Run one long step: say its title, log its output, say how long it took.

    A step that fails, or is not done after `seconds`, raises SetupError with the end of its output.
    """
    STATE.mkdir(parents=True, exist_ok=True)
    print(f"  {title} … ", end="", flush=True)
    started = time.monotonic()
    problem = _logged(command, environment, seconds)
    print(f"{problem or 'done'} ({time.monotonic() - started:.0f} s)", flush=True)
    if problem:
        raise SetupError(f"{title}: {problem}.\n{_end_of_log()}The whole output is in {LOG.relative_to(ROOT)}.")


def _logged(command: Sequence[str | Path], environment: Mapping[str, str] | None, seconds: float) -> str:
    """Run a command with its output in the log. Returns what went wrong, or nothing."""
    words = [str(word) for word in command]
    with LOG.open("w", encoding="utf-8") as log:
        try:
            done = subprocess.run(
                words,
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"not done after {seconds:.0f} seconds"
        except OSError as error:
            return f"could not be started ({error})"
    return f"failed with exit code {done.returncode}" if done.returncode else ""


def _end_of_log() -> str:
    lines = LOG.read_text(encoding="utf-8", errors="replace").splitlines()
    return "".join(f"    {line}\n" for line in lines[-LOG_LINES_SHOWN:])


def output(command: Sequence[str | Path], *, environment: Mapping[str, str] | None = None, seconds: float = 60) -> str:
    """What a short command prints, or nothing when it fails, hangs or does not exist."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def fingerprint(files: Iterable[str], *facts: str) -> str:
    """A digest of the contents of these files of the project and of these facts."""
    digest = hashlib.sha256()
    for name in files:
        digest.update(f"{name}\0".encode() + (ROOT / name).read_bytes() + b"\0")
    for fact in facts:
        digest.update(fact.encode() + b"\0")
    return digest.hexdigest()


def is_done(name: str, wanted: str) -> bool:
    """Whether a step was finished for this very fingerprint."""
    stamp = STATE / name
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted


def mark_done(name: str, value: str) -> None:
    """Remember that a step was finished, and for what."""
    STATE.mkdir(parents=True, exist_ok=True)
    (STATE / name).write_text(value, encoding="utf-8")


def forget(name: str) -> None:
    """Drop the mark of a step about to run: a broken-off run is never taken for a finished one."""
    (STATE / name).unlink(missing_ok=True)

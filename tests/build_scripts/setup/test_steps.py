"""How a step of the set-up is run, and when it need not run."""

import sys
from pathlib import Path

import pytest

from build_scripts.setup import steps


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own, so that no test touches the marks of the real set-up."""
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    monkeypatch.setattr(steps, "STATE", tmp_path / ".cache")
    monkeypatch.setattr(steps, "LOG", tmp_path / ".cache" / "log.txt")
    return tmp_path


def test_a_step_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """The screen shows the title and the time; what the command prints goes to the log."""
    steps.run("Greeting", [sys.executable, "-c", "print('hello')"])
    assert capsys.readouterr().out in {f"  Greeting … done ({seconds} s)\n" for seconds in range(30)}
    assert steps.LOG.read_text(encoding="utf-8") == "hello\n"


def test_a_failing_step_shows_why() -> None:
    """The error holds the end of the output."""
    with pytest.raises(steps.SetupError, match=r"(?s)Failing: failed with exit code 3.*no such thing"):
        steps.run("Failing", [sys.executable, "-c", "print('no such thing'); raise SystemExit(3)"])


def test_a_hanging_step_is_ended() -> None:
    """A step that is not done in time is an error, not a wait without end."""
    with pytest.raises(steps.SetupError, match="not done after 1 seconds"):
        steps.run("Hanging", [sys.executable, "-c", "import time; time.sleep(60)"], seconds=1)


def test_a_missing_program_is_an_error() -> None:
    """A program that does not exist is an error in words."""
    with pytest.raises(steps.SetupError, match="could not be started"):
        steps.run("Calling nobody", ["no-such-program-anywhere"])


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ([sys.executable, "-c", "print(' 1 ')"], "1"),
        ([sys.executable, "-c", "print(1); raise SystemExit(1)"], ""),
        (["no-such-program-anywhere"], ""),
    ],
)
def test_output_is_what_a_good_command_prints(command: list[str], expected: str) -> None:
    """A command that fails or does not exist prints nothing."""
    assert steps.output(command) == expected


def test_a_mark_holds_for_one_content(own_state: Path) -> None:
    """A step is done until a file or a fact changes, or the mark is dropped."""
    listed = own_state / "list.txt"
    listed.write_text("a==1", encoding="utf-8")
    before = steps.fingerprint(["list.txt"], "node 20")
    steps.mark_done("step", before)
    assert steps.is_done("step", before)

    assert not steps.is_done("step", steps.fingerprint(["list.txt"], "node 22"))
    listed.write_text("a==2", encoding="utf-8")
    assert not steps.is_done("step", steps.fingerprint(["list.txt"], "node 20"))

    steps.forget("step")
    assert not steps.is_done("step", before)

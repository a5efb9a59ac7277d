"""The runtime in a real Chromium, stock and trimmed, around a small package of the tests' own."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.runtime.build import RuntimeManifest, build_runtime
from build_scripts.runtime.trial import Trial, trial

PACKAGE = Path(__file__).parent / "fixture" / "calculators"
ORDER = json.dumps({"name": "Ann & Bo", "price": "1.5", "count": "3"})


@pytest.fixture(scope="module", params=["trimmed", "stock"])
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    """A worker that has started."""
    folder = tmp_path_factory.mktemp(request.param)
    with trial(folder, stock=request.param == "stock", package=PACKAGE) as started:
        assert started.settled()["kind"] == "ready"
        yield started


def test_a_request_is_answered(running: Trial) -> None:
    """3 at 1.5 are 4.50, and the name is escaped."""
    assert running.ask(ORDER) == "<p>Ann &amp;amp; Bo: 4.50</p>"


def test_every_request_gets_its_own_answer(running: Trial) -> None:
    """Requests sent without waiting are answered under their own ids: n at 1 are n."""
    asked = "Promise.all([1, 2, 3].map((n) => ask(JSON.stringify({name: 'x', price: '1', count: String(n)}))))"
    replies = running.page.evaluate(asked)
    assert [reply["reply"] for reply in replies] == [f"<p>x: {n}.00</p>" for n in (1, 2, 3)]


def test_a_broken_request_is_an_internal_failure_and_the_worker_lives(running: Trial) -> None:
    """A package that raises costs one answer, not the visit."""
    message = running.page.evaluate("ask('{')")
    assert (message["kind"], message["reason"]) == ("failed", "internal")
    assert running.ask(ORDER).endswith("4.50</p>")


def test_tracebacks_can_be_formatted(running: Trial) -> None:
    """A frame of ours names its line; a failure inside the library reads as in any Python."""
    text = running.ask('{"trace": true}')
    lines = (PACKAGE / "bridge.py").read_text(encoding="utf-8").splitlines()
    line = 1 + next(number for number, line in enumerate(lines) if 'json.loads("{")' in line)
    assert text.startswith("Traceback (most recent call last):\n")
    assert f'calculators/bridge.py", line {line}, in respond' in text
    assert text.rstrip().endswith(
        "JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"
    )


def test_progress_is_told_in_bytes_up_to_the_total(running: Trial) -> None:
    """Progress never goes back and ends at the total, which is what the worker downloads."""
    progress = [message for message in running.messages() if message["kind"] == "progress"]
    expected = sum(file.sent for file in running.manifest.files if not file.name.startswith(("worker", "rest")))
    loaded = [message["loaded"] for message in progress]
    assert {message["total"] for message in progress} == {expected}
    assert loaded == sorted(loaded)
    assert (loaded[-1], progress[-1]["step"]) == (expected, "start")


def test_a_missing_file_is_a_failed_download(tmp_path: Path) -> None:
    """A deployment that lost a file is told as a download, with the file's name."""
    with trial(tmp_path, package=PACKAGE) as started:
        assert started.settled()["kind"] == "ready"
        lost = lose(started, "libraries")
        started.page.goto(started.address)
        message = started.settled()
    assert (message["kind"], message["reason"]) == ("failed", "download")
    assert lost in message["message"]


RARELY = """
import difflib


def respond(request):
    return "|".join(difflib.unified_diff(["kept", request], ["kept", "new"], lineterm=""))
"""
DIFFERENCE = "--- |+++ |@@ -1,2 +1,2 @@| kept|-old|+new"


@pytest.fixture
def calling_what_moved(tmp_path: Path) -> Path:
    """A package whose answer needs a function whose body is in the second file."""
    package = tmp_path / "calculators"
    package.mkdir()
    (package / "__init__.py").write_text('__version__ = "1.0"\n', encoding="utf-8")
    (package / "bridge.py").write_text(RARELY, encoding="utf-8")
    return package


def lose(started: Trial, stem: str) -> str:
    """Take a file out of a deployment."""
    lost = next(file.name for file in started.manifest.files if file.name.startswith(stem))
    (started.folder / "assets" / "runtime" / lost).unlink()
    return lost


def test_a_function_that_moved_answers(tmp_path: Path, calling_what_moved: Path) -> None:
    """Its body is fetched in the middle of the answer; a reader notices nothing."""
    with trial(tmp_path / "site", package=calling_what_moved) as started:
        assert started.settled()["kind"] == "ready"
        before = len(started.messages())
        assert [started.ask("old"), started.ask("old")] == [DIFFERENCE, DIFFERENCE]
        said = started.messages()[before:]
    told = [message["total"] for message in said if message["kind"] == "progress"]
    assert said[0]["kind"] == "progress", "the page knows what it waits for"
    assert set(told) <= {file.sent for file in started.manifest.files if file.name.startswith("rest-")}
    assert len(told) == len(set(told)), "once for each file"


def test_a_body_that_cannot_be_had_is_a_failed_download(tmp_path: Path, calling_what_moved: Path) -> None:
    """Now and at the next question, by name: the page then offers to try again with another worker."""
    with trial(tmp_path / "site", package=calling_what_moved) as started:
        assert started.settled()["kind"] == "ready"
        lost = lose(started, "rest-python")
        for _ in range(2):
            message = started.page.evaluate("ask('old')")
            assert (message["kind"], message["reason"]) == ("failed", "download")
            assert lost in message["message"]


def test_a_body_that_the_start_needs_and_cannot_have_is_a_failed_download(tmp_path: Path) -> None:
    """Our fixture compiles a template at its start, as the site never does."""
    with trial(tmp_path, package=PACKAGE) as started:
        lost = lose(started, "rest-python")
        started.page.goto(started.address)
        message = started.settled()
    assert (message["kind"], message["reason"]) == ("failed", "download")
    assert lost in message["message"]


def written(folder: Path, manifest: RuntimeManifest) -> dict[str, bytes]:
    """Every file that a manifest names, as it lies in the site."""
    return {file.name: (folder / "assets" / "runtime" / file.name).read_bytes() for file in manifest.files}


def test_building_again_writes_the_same_bytes_and_removes_the_old(tmp_path: Path) -> None:
    """Two builds are equal file by file, and a file of an earlier runtime does not stay in the site."""
    first = build_runtime(tmp_path / "a", package=PACKAGE)
    (tmp_path / "b" / "assets" / "runtime").mkdir(parents=True)
    (tmp_path / "b" / "assets" / "runtime" / "worker-old.js").write_text("old", encoding="utf-8")
    second = build_runtime(tmp_path / "b", package=PACKAGE)
    assert written(tmp_path / "a", first) == written(tmp_path / "b", second)
    assert {path.name for path in (tmp_path / "b" / "assets" / "runtime").iterdir()} == set(
        written(tmp_path / "b", second)
    )

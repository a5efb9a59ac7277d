"""What holds for the whole repository: nothing of one machine, everything pinned, CI that can run."""

import json
import re
import stat
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))
NPM_FOLDERS = (".", "benchmarks/lighthouse")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))

# Joined here, so that this file does not hold them.
REGISTRY_HOSTS = [".".join(parts) for parts in (
    ("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("deb", "debian", "org"),
    ("yarnpkg", "com"),
)]  # fmt: skip
CONFLICT = re.compile(r"^([<>|])\1{6} ", re.MULTILINE)
MACHINE_PATH = re.compile(r"(?<![\w.~*/-])/(?:root|work|home/\w+|Users/\w+)/[\w.]")


def git(*words: str) -> str:
    """What git prints."""
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


def tracked_texts() -> dict[str, str]:
    """The text of every file in git that is text."""
    texts = {}
    for name in git("ls-files", "-z").split("\0"):
        path = ROOT / name
        if name and path.is_file():
            content = path.read_bytes()
            if b"\0" not in content:
                texts[name] = content.decode("utf-8")
    return texts


def make_targets() -> set[str]:
    """The targets that the Makefile declares as phony."""
    declared = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert declared
    return set(declared[1].split())


def steps_of(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    """Every step of every job of a workflow."""
    return [step for job in workflow["jobs"].values() for step in job.get("steps", [])]


def test_no_file_names_a_registry() -> None:
    """Which registry a machine uses is that machine's matter."""
    found = [(name, host) for name, text in tracked_texts().items() for host in REGISTRY_HOSTS if host in text]
    assert found == []


def test_no_file_holds_two_versions_of_itself() -> None:
    """What a merge could not settle is shown to readers as text, and a page with it still builds."""
    assert [name for name, text in tracked_texts().items() if CONFLICT.search(text)] == []


def test_no_file_names_a_path_of_one_machine() -> None:
    """A folder that exists on one machine only is of no use to anyone else."""
    found = [(name, hit[0]) for name, text in tracked_texts().items() for hit in MACHINE_PATH.finditer(text)]
    assert found == []


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (f"cd /{'work'}/main", True),
        (f"'/{'root'}/.venv'", True),
        (f"/{'home'}/ann/site", True),
        (f"https://example.org/{'work'}/main", False),
        (f"../{'work'}/main", False),
    ],
)
def test_what_counts_as_a_path_of_one_machine(text: str, *, is_one: bool) -> None:
    """The pattern finds absolute paths, and leaves addresses and relative paths alone."""
    assert bool(MACHINE_PATH.search(text)) == is_one


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_python_packages_are_pinned_with_hashes(path: Path) -> None:
    """Every package has one exact version and at least one hash, and no line says where to fetch it."""
    text = path.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[^\s#])", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE))
    assert entries
    for entry in entries:
        assert re.match(r"[a-z0-9.-]+(\[[a-z,]+\])?==\S+ ", entry), entry
        assert "--hash=sha256:" in entry, entry
    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_every_wish_is_locked(path: Path) -> None:
    """A package added to a .in file is in the .txt file: `make lock` was run."""
    wishes = path.with_suffix(".in").read_text(encoding="utf-8").splitlines()
    names = {match[0] for wish in wishes if (match := re.match(r"[a-z0-9-]+", wish))} - {"-c"}
    locked = set(re.findall(r"^([a-z0-9.-]+)==", path.read_text(encoding="utf-8"), re.MULTILINE))
    assert names <= locked


def test_both_lists_agree() -> None:
    """A package in both lists has the same version: they go into one environment."""
    site, dev = (
        dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", (ROOT / "requirements" / name).read_text(), re.MULTILINE))
        for name in ("site.txt", "dev.txt")
    )
    assert {name: site[name] for name in site.keys() & dev.keys()} == {
        name: dev[name] for name in site.keys() & dev.keys()
    }


@pytest.mark.parametrize("folder", NPM_FOLDERS)
def test_npm_packages_are_pinned_with_hashes(folder: str) -> None:
    """Every npm package has a hash and no address."""
    packages = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert len(packages) > 1
    for name, package in packages.items():
        assert "resolved" not in package, name
        if name:
            assert package["integrity"].startswith("sha512-"), name


@pytest.mark.parametrize("folder", NPM_FOLDERS)
def test_npm_wishes_are_exact(folder: str) -> None:
    """package.json names exact versions, and the lock file has the same ones."""
    wishes = json.loads((ROOT / folder / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, version in (wishes["dependencies"] | wishes.get("devDependencies", {})).items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), name
        assert locked[f"node_modules/{name}"]["version"] == version


def test_one_python_version() -> None:
    """.python-version, the package, ruff and mypy mean the same Python."""
    version = (ROOT / ".python-version").read_text(encoding="utf-8").strip()
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["project"]["requires-python"] == f">={version}"
    assert settings["tool"]["mypy"]["python_version"] == version
    assert settings["tool"]["ruff"]["target-version"] == "py" + version.replace(".", "")


def test_ci_runs_the_tests() -> None:
    """.ci/run is a program in git, stops at the first failure, and calls `make test`."""
    script = ROOT / ".ci" / "run"
    assert git("ls-files", "--stage", ".ci/run").startswith("100755 ")
    assert script.stat().st_mode & stat.S_IXUSR
    lines = script.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines
    assert lines[-1] == "make test"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_use_what_exists(path: Path) -> None:
    """A workflow calls only targets of the Makefile and files of the project, and says what it may do."""
    text = path.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"]["contents"] == "read"
    for step in steps_of(workflow):
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@v\d+(\.\d+)*", step["uses"])
        command = step.get("run", "")
        called = re.findall(r"^make(?: --\w+)* (\w+)", command, re.MULTILINE)
        assert set(called) <= make_targets()
        assert command != ".ci/run" or (ROOT / ".ci" / "run").is_file()
    for called_workflow in re.findall(r"uses: \./(\S+)", text):
        assert (ROOT / called_workflow).is_file()


def test_help_lists_every_target() -> None:
    """`make` alone tells about every target that a person calls."""
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    told = set(re.findall(r"^ +make ([\w-]+)", done.stdout, re.MULTILINE))
    assert told == make_targets() - {"environment", "browser"}


def test_make_runs_modules_that_exist() -> None:
    """Every `python -m` in the Makefile names a module of the project or a tool of its lists."""
    modules = set(re.findall(r"\$\(PYTHON\) -m ([\w.]+)", (ROOT / "Makefile").read_text(encoding="utf-8")))
    own = {name for name in modules if name.partition(".")[0] in {"benchmarks", "build_scripts"}}
    tools = modules - own
    assert tools == {"mypy", "pytest", "ruff"}
    files = {name: name.replace(".", "/") for name in own}
    missing = [
        name
        for name, file in sorted(files.items())
        if not (ROOT / f"{file}.py").is_file() and not (ROOT / file / "__main__.py").is_file()
    ]
    assert missing == []


def test_the_readme_shows_the_latest_benchmark() -> None:
    """What `make bench` wrote last is what the README tells, with its date and machine."""
    latest = (ROOT / "benchmarks" / "results" / "latest.md").read_text("utf-8").strip()

    assert latest in (ROOT / "README.md").read_text("utf-8")

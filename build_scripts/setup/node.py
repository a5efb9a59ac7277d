"""Makes node_modules: exactly what package-lock.json lists, no package's own scripts run.

The project's own are in its root. Lighthouse is large and nothing else needs it, so it has a list of its own.
"""

from collections.abc import Sequence

from build_scripts.setup.steps import ROOT, fingerprint, forget, is_done, mark_done, output, run

FILES = ("package.json", "package-lock.json", ".npmrc")
LIGHTHOUSE = "benchmarks/lighthouse"
QUIETLY = ("--ignore-scripts", "--no-audit", "--no-fund")


def set_up_node() -> None:
    """Make node_modules hold exactly what package-lock.json lists. At once when nothing has changed."""
    _set_up("node", "Installing the npm packages", ".", FILES)


def set_up_lighthouse() -> None:
    """Make Lighthouse's own node_modules hold exactly what its package-lock.json lists."""
    _set_up("lighthouse", "Installing Lighthouse", LIGHTHOUSE, FILES[:2])


def _set_up(step: str, title: str, folder: str, files: Sequence[str]) -> None:
    """Install what a folder's package-lock.json lists, unless that was done with these very files."""
    wanted = fingerprint([f"{folder}/{name}" for name in files], output(["node", "--version"]))
    if is_done(step, wanted) and (ROOT / folder / "node_modules" / ".package-lock.json").exists():
        return
    forget(step)
    run(title, ["npm", "ci", "--prefix", folder, *QUIETLY])
    mark_done(step, wanted)


def lock() -> None:
    """Write both package-lock.json anew from their package.json, without addresses (see .npmrc)."""
    for folder in (".", LIGHTHOUSE):
        (ROOT / folder / "package-lock.json").unlink(missing_ok=True)
        run(
            f"Locking {folder}/package-lock.json".replace("./", ""),
            [
                *("npm", "install", "--prefix", folder, "--package-lock-only"),
                *("--omit-lockfile-registry-resolved", *QUIETLY),
            ],
        )

"""Makes node_modules: exactly what package-lock.json lists, no package's own scripts run.

The project's own are in its root. Lighthouse is large and nothing else needs it, so it has a list of its own.
"""

from build_scripts.setup.steps import ROOT, fingerprint, forget, is_done, mark_done, output, run

FILES = ("package.json", "package-lock.json", ".npmrc")
LIGHTHOUSE = "benchmarks/lighthouse"
QUIETLY = ("--ignore-scripts", "--no-audit", "--no-fund")


def set_up_node() -> None:
    """Make node_modules hold exactly what package-lock.json lists. At once when nothing has changed."""
    wanted = fingerprint(FILES, output(["node", "--version"]))
    if is_done("node", wanted) and (ROOT / "node_modules" / ".package-lock.json").exists():
        return
    forget("node")
    run("Installing the npm packages", ["npm", "ci", *QUIETLY])
    mark_done("node", wanted)


def set_up_lighthouse() -> None:
    """Make Lighthouse's own node_modules hold exactly what its package-lock.json lists."""
    wanted = fingerprint([f"{LIGHTHOUSE}/{name}" for name in FILES[:2]], output(["node", "--version"]))
    if is_done("lighthouse", wanted) and (ROOT / LIGHTHOUSE / "node_modules" / ".package-lock.json").exists():
        return
    forget("lighthouse")
    run("Installing Lighthouse", ["npm", "ci", "--prefix", LIGHTHOUSE, *QUIETLY])
    mark_done("lighthouse", wanted)


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

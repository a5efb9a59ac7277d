"""Tells uv what this machine told pip: which index, which folders of wheels, which certificates.

uv reads none of pip's settings. A machine behind a mirror has often set only pip, so its answers are
handed on here. A setting that uv already has is left alone. Nothing of this is ever written to a file.
"""

import ast
import os
from collections.abc import Mapping
from pathlib import Path

from build_scripts.setup.steps import output

# pip's name of a setting: uv's variable, and what joins several values there.
TRANSLATIONS = {
    "index-url": ("UV_DEFAULT_INDEX", ""),
    "extra-index-url": ("UV_INDEX", " "),
    "find-links": ("UV_FIND_LINKS", ","),
    "trusted-host": ("UV_INSECURE_HOST", " "),
    "no-index": ("UV_NO_INDEX", ""),
    "cert": ("SSL_CERT_FILE", ""),
    "proxy": ("ALL_PROXY", ""),
}
# The older names of two of uv's variables.
FORMER_NAMES = {"UV_DEFAULT_INDEX": "UV_INDEX_URL", "UV_INDEX": "UV_EXTRA_INDEX_URL"}


def parse_pip_settings(listing: str) -> dict[str, str]:
    """Pip's settings by name, from what `pip config list` prints.

    A line reads `global.index-url='…'`, `install.find-links='…'` or `:env:.find-links='…'`; the environment
    wins over a section for one command, and that over the global section, as in pip.
    """
    ranks = ("global", "install", ":env:")
    found: dict[str, tuple[int, str]] = {}
    for line in listing.splitlines():
        key, separator, quoted = line.partition("=")
        section, _, name = key.rpartition(".")
        if not separator or section not in ranks:
            continue
        rank = ranks.index(section)
        if rank >= found.get(name, (0, ""))[0]:
            found[name] = (rank, str(ast.literal_eval(quoted)))
    return {name: value for name, (_, value) in found.items()}


def translate(settings: Mapping[str, str], environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for uv: `environment`, with pip's settings added where uv has none."""
    result = dict(environment)
    for name, (variable, joint) in TRANSLATIONS.items():
        value = settings.get(name, "")
        if not value or variable in environment or FORMER_NAMES.get(variable, "") in environment:
            continue
        result[variable] = joint.join(value.split()) if joint else value
    if "UV_INDEX" in result:
        # pip looks in every index; every file is held to a hash, so uv may do the same.
        result.setdefault("UV_INDEX_STRATEGY", "unsafe-best-match")
    return result


def uv_environment(pip: list[str | Path]) -> dict[str, str]:
    """The environment for uv on this machine. `pip` is the command that runs pip."""
    return translate(parse_pip_settings(output([*pip, "config", "list"])), os.environ)


def main_index_only(environment: Mapping[str, str]) -> dict[str, str]:
    """The same environment without further indexes and folders of wheels.

    Those often hold files for one machine only; a lock file made from them would lack the other hashes.
    """
    further = {"UV_INDEX", "UV_EXTRA_INDEX_URL", "UV_FIND_LINKS"}
    return {name: value for name, value in environment.items() if name not in further}

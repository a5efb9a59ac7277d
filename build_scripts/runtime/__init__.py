"""The runtime: the Python that a reader downloads, made from Pyodide's files and our own package.

`build_runtime` writes it into a built site; `stock=True` writes the same thing around an unchanged Pyodide.
"""

from build_scripts.runtime.build import RuntimeFile, RuntimeManifest, build_runtime
from build_scripts.runtime.errors import RuntimeBuildError

__all__ = ["RuntimeBuildError", "RuntimeFile", "RuntimeManifest", "build_runtime"]

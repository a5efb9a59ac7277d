"""Shared by the tests of the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_scripts import project
from build_scripts.markdown import fences, glossary_links, inline, page_checked, pages
from tests.build_scripts.stand_in import StandInContent

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def content(monkeypatch: pytest.MonkeyPatch) -> StandInContent:
    """Put a stand-in where the fences look for the calculators."""
    stand_in = StandInContent()
    for module in (fences, glossary_links, inline, page_checked, pages):
        monkeypatch.setattr(module, "content", lambda: stand_in)
    return stand_in


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty docs folder that takes the place of the project's."""
    folder = tmp_path / "docs"
    folder.mkdir()
    monkeypatch.setattr(project, "DOCS", folder)
    return folder

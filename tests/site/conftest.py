"""The built site, served as GitHub Pages would: gzipped, in a sub-path."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.post_build import html_page
from build_scripts.serve import SiteServer
from tests.site.trial import Trial

SUB_PATH = "/some/sub-path/"


@pytest.fixture(scope="session")
def pages(site: Path) -> list[html_page.Page]:
    """Return every page, parsed."""
    return list(html_page.pages(site))


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[SiteServer]:
    """Serve the site, on a free port, in a sub-path that is not the one in `site_url`."""
    with SiteServer(site, SUB_PATH) as running:
        yield running


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    """Return a copy of the project in which a test may change pages and build them."""
    return Trial.copied_to(tmp_path / "project")

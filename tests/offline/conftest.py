"""A site that can be deployed anew and taken away, and a reader who comes back to it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from build_scripts.serve import SiteServer
from tests.e2e.reader import Elsewhere, Visit, second_files
from tests.offline.deployment import Deployment

type Visits = Callable[..., Visit]


@pytest.fixture
def deployment(site: Path, tmp_path: Path) -> Iterator[Deployment]:
    """Publish a copy of the site in the sub-path of a project; a test may publish other versions over it."""
    folder = tmp_path / "published"
    shutil.copytree(site, folder, copy_function=shutil.copy)
    with SiteServer(folder, "/some/fork/") as server:
        yield Deployment(server)


@pytest.fixture
def visits(chromium: Browser, deployment: Deployment) -> Iterator[Visits]:
    """Begin visits; what their consoles say is for each test to look at, since an offline browser complains."""
    begun: list[Visit] = []
    with Elsewhere() as elsewhere:

        def begin(**profile: object) -> Visit:
            begun.append(Visit.begin(chromium, deployment.server, elsewhere, **profile))
            return begun[-1]

        yield begin
        for visit in begun:
            visit.context.close()
    assert second_files(deployment.server) == []


@pytest.fixture
def visit(visits: Visits) -> Visit:
    """Begin the visit of a reader whose connection says nothing of itself."""
    return visits()

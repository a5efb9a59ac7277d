"""The built site as its readers meet it: in Chromium, from a server like GitHub Pages, in the sub-path of a project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from build_scripts.serve import SiteServer
from tests.e2e.reader import Elsewhere, Visit, second_files

type Visits = Callable[..., Visit]


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[SiteServer]:
    """Serve the site."""
    with SiteServer(site, "/do-likes-pay/") as running:
        yield running


@pytest.fixture(scope="session")
def elsewhere() -> Iterator[Elsewhere]:
    """Listen for requests to other hosts."""
    with Elsewhere() as listening:
        yield listening


@pytest.fixture
def visits(chromium: Browser, server: SiteServer, elsewhere: Elsewhere) -> Iterator[Visits]:
    """Begin visits. Whatever the test is about, each must end with an empty console and no request to another host.

    Nor may it have asked for the runtime's second files.
    """
    begun: list[Visit] = []
    second: list[str] = []

    def begin(**profile: object) -> Visit:
        second.extend(second_files(server))  # a visit begins with an empty list
        begun.append(Visit.begin(chromium, server, elsewhere, **profile))
        return begun[-1]

    yield begin
    second.extend(second_files(server))
    server.failing.clear()
    server.delays.clear()
    for visit in begun:
        visit.context.close()
    assert [line for visit in begun if not visit.may_complain for line in visit.said] == []
    assert elsewhere.asked == []
    assert second == [], "Something that readers do is not in the runtime's profile: run `make profile`."


@pytest.fixture
def visit(visits: Visits) -> Visit:
    """Begin the visit of a reader at a desk, whose connection says nothing of itself."""
    return visits()

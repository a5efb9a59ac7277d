"""What other steps learn from `mkdocs.yml`."""

from __future__ import annotations

import pytest

from build_scripts import project


@pytest.mark.parametrize(
    ("settings", "repository"),
    [
        ({"site_url": "https://ann.github.io/do-likes-pay/"}, "https://github.com/ann/do-likes-pay"),
        ({"site_url": "https://ann.github.io/do-likes-pay"}, "https://github.com/ann/do-likes-pay"),
        ({"site_url": "https://ann.github.io/", "extra": {}}, "https://github.com/ann/ann.github.io"),
        (
            {"site_url": "https://pay.example/", "extra": {"repo_url": "https://code.example/ann/pay/"}},
            "https://code.example/ann/pay",
        ),
    ],
)
def test_the_repository_follows_from_the_address(settings: dict[str, object], repository: str) -> None:
    """A fork on GitHub Pages edits the address alone; anywhere else the repository is told."""
    assert project.repository(settings) == repository


def test_another_address_does_not_tell_the_repository() -> None:
    """It is not guessed: the message says what to set."""
    with pytest.raises(project.NoRepositoryError, match="Set repo_url under “extra”"):
        project.repository({"site_url": "https://pay.example/"})


def test_this_sites_own() -> None:
    """As it is committed, nothing but the address is told."""
    assert "repo_url" not in project.config()["extra"]
    assert project.repository(project.config()) == "https://github.com/example/do-likes-pay"

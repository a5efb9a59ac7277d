"""What every page says of the site itself, to those who find and share it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from build_scripts import project

if TYPE_CHECKING:
    from datetime import date


class About(NamedTuple):
    """The site, as `mkdocs.yml` and the figures have it."""

    name: str
    description: str
    url: str
    """Where it is published, with a slash at the end."""
    repository: str
    """Where its source and its issues are, without a slash at the end."""
    edition: date
    """The latest day on which any figure was checked: the date of everything that has none of its own."""

    @property
    def shown_url(self) -> str:
        """Return the address as people write it: "example.org/do-likes-pay"."""
        parts = urlsplit(self.url)
        return f"{parts.netloc}{parts.path}".rstrip("/")


def read(edition: date) -> About:
    """Return what `mkdocs.yml` says."""
    config = project.config()
    return About(
        config["site_name"],
        config["site_description"],
        project.site_url(),
        project.repository(config),
        edition,
    )

"""What uv is told of pip's settings."""

import pytest

from build_scripts.setup.indexes import main_index_only, parse_pip_settings, translate


@pytest.mark.parametrize(
    ("listing", "expected"),
    [
        ("", {}),
        ("global.index-url='https://mirror.example/simple'", {"index-url": "https://mirror.example/simple"}),
        ("install.index-url='b'\nglobal.index-url='a'", {"index-url": "b"}),
        (":env:.index-url='c'\ninstall.index-url='b'\nglobal.index-url='a'", {"index-url": "c"}),
        ("download.index-url='d'", {}),
        ("no such line", {}),
    ],
)
def test_pip_settings_are_read_as_pip_ranks_them(listing: str, expected: dict[str, str]) -> None:
    """The environment wins over a section for installing, and that over the global section."""
    assert parse_pip_settings(listing) == expected


@pytest.mark.parametrize(
    ("settings", "environment", "expected"),
    [
        ({"index-url": "a"}, {}, {"UV_DEFAULT_INDEX": "a"}),
        ({"index-url": "a"}, {"UV_DEFAULT_INDEX": "b"}, {"UV_DEFAULT_INDEX": "b"}),
        ({"index-url": "a"}, {"UV_INDEX_URL": "b"}, {"UV_INDEX_URL": "b"}),
        ({"find-links": "one\ntwo"}, {}, {"UV_FIND_LINKS": "one,two"}),
        ({"cert": "c.pem"}, {}, {"SSL_CERT_FILE": "c.pem"}),
        (
            {"extra-index-url": "one two"},
            {},
            {"UV_INDEX": "one two", "UV_INDEX_STRATEGY": "unsafe-best-match"},
        ),
        ({"timeout": "15"}, {"HOME": "h"}, {"HOME": "h"}),
    ],
)
def test_uv_is_told_what_pip_was_told(
    settings: dict[str, str], environment: dict[str, str], expected: dict[str, str]
) -> None:
    """Each of pip's settings becomes uv's, unless uv has its own."""
    assert translate(settings, environment) == expected


def test_lock_files_come_from_the_main_index() -> None:
    """Further indexes and folders of wheels are left out, the main index stays."""
    environment = {"UV_DEFAULT_INDEX": "a", "UV_INDEX": "b", "UV_FIND_LINKS": "c", "HOME": "h"}
    assert main_index_only(environment) == {"UV_DEFAULT_INDEX": "a", "HOME": "h"}

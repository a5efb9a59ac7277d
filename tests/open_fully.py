"""Opening a page until all that belongs to it has happened."""

from __future__ import annotations

from playwright.sync_api import Page


def open_fully(tab: Page, address: str) -> None:
    """Open an address, until its scripts have run and it asks for nothing more.

    A quiet network alone says too little: on a busy machine it is quiet for long while the page is still being parsed.
    """
    tab.goto(address, wait_until="load")
    tab.wait_for_load_state("networkidle")

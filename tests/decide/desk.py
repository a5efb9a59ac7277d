"""A reader's hands on one calculator of the built site, with the Python that readers get."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.e2e.reader import Reading, Visit

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Desk:
    """One calculator in one tab."""

    visit: Visit
    reading: Reading

    @classmethod
    def at(cls, visit: Visit, slug: str, fragment: str = "") -> Desk:
        """Open a calculator's page, and wait for its tools."""
        reading = visit.open(f"calculators/{slug}/{fragment}")
        desk = cls(visit, reading)
        expect(desk.button("Share")).to_be_visible()
        return desk

    @property
    def root(self) -> Locator:
        """The calculator."""
        return self.reading.calculator

    @property
    def said(self) -> Locator:
        """What the tools say."""
        return self.root.locator("[data-part=said]")

    @property
    def saved(self) -> Locator:
        """The names of saved scenarios, as buttons that open them."""
        return self.root.locator(".saved-open .saved-name")

    def button(self, name: str) -> Locator:
        """A button of the calculator."""
        return self.root.get_by_role("button", name=name, exact=True)

    def field(self, name: str) -> Locator:
        """The control of one field."""
        return self.reading.field(name)

    def part(self, name: str) -> Locator:
        """A panel of the result: pinned, goal or today."""
        return self.reading.result.locator(f".{name}")

    def open_drawer(self, title: str) -> None:
        """Open a drawer of the form."""
        self.root.locator("summary", has_text=title).click()

    def fill(self, **values: str) -> None:
        """Type into fields, and wait until Python has answered."""
        for name, text in values.items():
            self.field(name).fill(text)
        self.settle()

    def settle(self) -> None:
        """Wait until the result is that of the numbers in the form."""
        expect(self.root).to_have_attribute("state", "ready")
        expect(self.reading.result).to_have_attribute("aria-busy", "false")

    def save(self, name: str) -> None:
        """Save the numbers under a name, by keyboard; the drawer is open."""
        self.root.get_by_label("Save these numbers as").fill(name)
        self.reading.tab.keyboard.press("Enter")
        expect(self.said).to_have_text(f"“{name}” is saved.")

    def shared_link(self) -> str:
        """Share, and return the link that was copied."""
        self.button("Share").click()
        expect(self.said).to_contain_text("Link copied")
        link: str = self.reading.tab.evaluate("navigator.clipboard.readText()")
        return link

    def forgive(self, text: str) -> None:
        """Take away the console's lines that contain a text, of which there is at least one."""
        kept = [line for line in self.visit.said if text not in line]
        assert len(kept) < len(self.visit.said), self.visit.said
        self.visit.said[:] = kept

    def faults(self) -> list[str]:
        """What axe finds wrong in the calculator as it stands."""
        tab = self.reading.tab
        tab.evaluate(AXE.read_text("utf-8"))
        found = tab.evaluate(
            "rules => axe.run('live-calculator', {runOnly: rules}).then(({violations}) => violations)", RULES
        )
        return [f"{fault['id']}: {node['target']}" for fault in found for node in fault["nodes"]]

"""Tests of the list of overdue figures."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest

from build_scripts import figures_report
from calculators.kit.figure_records import Figure, Row
from calculators.kit.figures import Register

ROW = Row(date(2023, 9, 1), "world", 0.5, 0.5, 0.5, "A", ("old-source",), "")
NEWER = Row(date(2025, 2, 1), "world", 0.5, 0.5, 0.5, "A", ("help-page", "blog"), "")


def figure(name: str, checked: date, every: int) -> Figure:
    """Return a figure that is due `every` days after `checked`."""
    return Figure(f"gifts.{name}", name.capitalize(), "fraction", every, checked, (ROW, NEWER))


@pytest.fixture
def register() -> SimpleNamespace:
    """Return three figures: due on 1, 11 and 31 January 2026."""
    figures = [
        figure("late", date(2025, 12, 22), 20),  # 22 December + 20 days = 11 January
        figure("later", date(2025, 12, 2), 30),  # 2 December + 30 days = 1 January
        figure("fresh", date(2026, 1, 1), 30),  # 1 January + 30 days = 31 January
    ]
    return SimpleNamespace(figures={each.key: each for each in figures})


def test_longest_overdue_first(register: SimpleNamespace) -> None:
    """A figure is overdue from the day after it was due; its newest row says where to look."""
    found = figures_report.overdue(register, date(2026, 1, 12))

    assert [(item.key, item.days) for item in found] == [("gifts.later", 11), ("gifts.late", 1)]
    assert found[0].sources == ("help-page", "blog")
    assert figures_report.overdue(register, date(2026, 1, 1)) == []


def test_as_text(register: SimpleNamespace) -> None:
    """For a terminal: a count, then a line a figure."""
    on = date(2026, 1, 12)

    assert figures_report.as_text(figures_report.overdue(register, on), on).splitlines() == [
        "2 figures are overdue on 2026-01-12:",
        "  gifts.later: Later. Due 2026-01-01, last checked 2025-12-02.",
        "  gifts.late: Late. Due 2026-01-11, last checked 2025-12-22.",
    ]
    assert figures_report.as_text([], on) == "No figure is overdue on 2026-01-12."


def test_as_markdown(register: SimpleNamespace) -> None:
    """For an issue: a list to tick off, with the sources."""
    on = date(2026, 1, 12)

    lines = figures_report.as_markdown(figures_report.overdue(register, on), on).splitlines()

    assert lines[2] == (
        "- [ ] `gifts.later`: Later. Due 2026-01-01, last checked 2025-12-02. Sources: `help-page`, `blog`"
    )
    assert figures_report.as_markdown([], on) == "No figure is overdue on 2026-01-12.\n"


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_command_line(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The project's own figures: ten years on all are overdue; what is overdue is news and never a failure."""
    register = Register.load()
    later = register.edition + timedelta(days=3650)

    assert figures_report.main(["--on", register.edition.isoformat(), "--format", form]) == 0
    today = capsys.readouterr().out
    assert figures_report.main(["--on", later.isoformat(), "--format", form]) == 0
    ten_years_on = capsys.readouterr().out

    overdue_now = figures_report.overdue(register, register.edition)
    assert len(overdue_now) < len(register.figures)
    assert all(item.key in today for item in overdue_now)
    assert ten_years_on.startswith(f"{len(register.figures)} figures are overdue")


def test_today_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a day the report is about today, in UTC."""
    days = [datetime.now(tz=UTC).date()]
    assert figures_report.main([]) == 0
    days.append(datetime.now(tz=UTC).date())

    first = capsys.readouterr().out.partition("\n")[0]
    assert any(f" on {day}" in first for day in days)  # two, if midnight passed meanwhile

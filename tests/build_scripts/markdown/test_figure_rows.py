"""Whoever changes a row of a figure file sees every page that uses it change, and no other."""

from __future__ import annotations

import functools
import random
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from build_scripts import project
from build_scripts.markdown import notation
from build_scripts.markdown.checks import calculator_inputs, split_citation, split_inline
from build_scripts.markdown.project_content import ProjectContent
from calculators import gift_value, registry, viewer_spend
from calculators.kit import page
from calculators.kit.figures import Figures, Register
from calculators.kit.scenario import Request, Scenario, prepare

if TYPE_CHECKING:
    from build_scripts.markdown.notation import Mention
    from calculators.kit.figures import Row

FIGURES = project.ROOT / "calculators" / "figures"
REGISTER = Register.load()
CONTENT = ProjectContent()
MENTIONS = list(notation.mentions(project.DOCS))
SHAPES = {
    "gift-shape": {"audience.viewer_gift_sigma", "platform.top_fifth_gifts"},
    "income-shape": {
        "audience.creator_income_sigma",
        "platform.top_hundredth_income",
        "platform.mean_over_median",
    },
}
"""Pictures that no calculator stands behind, and their figures."""
LESS = 0.9
"""What a row's values are multiplied with: enough to be seen after rounding, and a share stays a share."""


def rendered(content: ProjectContent) -> dict[str, str]:
    """Return all that comes from the figures, of every page that names something of ours."""
    pages: dict[str, str] = {}
    done: dict[str, str] = {}
    for mention in MENTIONS:
        if mention.written not in done:
            done[mention.written] = html(mention, content)
        pages[mention.page] = pages.get(mention.page, "") + done[mention.written]
    return pages


def html(mention: Mention, content: ProjectContent) -> str:  # noqa: PLR0911  one for each kind
    """Return what stands in the page for a fence, an inline figure or a citation."""
    options = mention.options
    match mention.kind:
        case "calculator":
            return content.calculator_html(options["slug"], calculator_inputs(options))
        case "figures":
            return content.figures_html(options.get("topic"))
        case "sources":
            return content.sources_html(options.get("topic"))
        case "picture":
            return content.picture_html(options["name"])
        case "gifts":
            return content.gifts_html()
        case "figure":
            return content.figure_html(*split_inline(options["inside"], content))
        case "source":
            return content.citation_html(*split_citation(options["inside"], content))
    raise AssertionError(mention)


def uses(mention: Mention, key: str, row: Row) -> bool:  # noqa: PLR0911  one for each kind
    """Return whether a mention is of a row: found without rendering anything."""
    options, topic = mention.options, key.partition(".")[0]
    match mention.kind:
        case "calculator":
            return row in rows_of_calculator(options["slug"], tuple(calculator_inputs(options).items()), key)
        case "figures":
            return options.get("topic", topic) == topic
        case "picture":
            if options["name"] in SHAPES:
                return key in SHAPES[options["name"]]
            figures = REGISTER.on(REGISTER.edition)
            given = {"store_fee": figures["subscriptions.store_fee"], "share": figures["gifts.creator_share"]}
            for bought in ("app", "web"):
                viewer_spend.compute(
                    viewer_spend.Inputs(amount=1, of="coins", bought=bought, region="world", **given), figures
                )
            return key in figures.used and figures.value(key).row == row
        case "gifts":
            figures = REGISTER.on(REGISTER.edition)
            for gift in REGISTER.topics["gift_prices"].keys:
                given = {"gift": gift, "count": 1, "bought": "web", "region": "world"}
                gift_value.compute(gift_value.Inputs(**given, share=figures["gifts.creator_share"]), figures)
            return key in figures.used and figures.value(key).row == row
        case "figure":
            named, part, region = split_inline(options["inside"], CONTENT)
            value = named == key and REGISTER.on(REGISTER.edition, region).value(key)
            return bool(value) and value.row == row and part not in {"date", "checked", "grade"}
    return False


@functools.cache
def results_of(slug: str, raw: tuple[tuple[str, str], ...]) -> list[Scenario]:
    """Return a calculator's default in a page, and its examples."""
    calculator = registry()[slug]
    asked = [dict(raw), *(example.inputs for example in calculator.examples)]
    return [prepare(calculator, Request(inputs), REGISTER) for inputs in asked]


@functools.cache
def within_reach(slug: str, raw: tuple[tuple[str, str], ...]) -> set[str]:
    """Return the figures that another answer would bring into play: the form has a field for each."""
    return set(page._within_reach(registry()[slug], dict(raw), REGISTER))


def rows_of_calculator(slug: str, raw: tuple[tuple[str, str], ...], key: str) -> list[Row]:
    """Return the rows of a figure that a calculator shows or works with, in its default and in its examples."""
    calculator, results = registry()[slug], results_of(slug, raw)
    topics = {spec.topic for spec in calculator.inputs}
    asked = {spec.figure for spec in calculator.inputs}
    # Overrides and options stand in the form with the default's figures, whichever example uses them.
    anywhere = {name for each in results for name in each.used} | within_reach(slug, raw)
    rows = [of_day(each.figures, key) for each in results if key in each.used or key in asked]
    return rows + ([of_day(results[0].figures, key)] if key in anywhere or key.partition(".")[0] in topics else [])


def of_day(figures: Figures, key: str) -> Row:
    """Return the row that holds among these figures."""
    return figures.value(key).row


def edited(folder: Path, key: str) -> None:
    """Make the first row of a figure a tenth smaller, in the text of its file, as a person would."""
    topic, _, name = key.partition(".")
    path = folder / f"{topic}.toml"
    text = path.read_text("utf-8")
    start = re.search(rf"^\[+{name}(\.values)?\]+$", text, re.MULTILINE)
    assert start, key
    row = re.compile(r"^(?:low|typical) = ([\d_.e-]+)$", re.MULTILINE)
    first = row.search(text, start.end())
    assert first, key
    end = text.find("\n[", first.end())
    end = len(text) if end < 0 else end
    body = row.sub(lambda line: line[0].replace(line[1], repr(float(line[1]) * LESS)), text[first.start() : end])
    path.write_text(text[: first.start()] + body + text[end:], "utf-8")


def sample() -> list[str]:
    """Return a figure of each topic by a fixed draw, none that is zero or a yes or no; and two much used."""
    draw = random.Random(20261122)
    fit = {
        topic: [key for key in keys.keys if REGISTER.figures[key].rows[0].typical > 0 and is_number(key)]
        for topic, keys in REGISTER.topics.items()
    }
    chosen = [draw.choice(keys) for keys in fit.values() if keys]
    return sorted({"gifts.diamond_usd", "rates.gbp", *chosen})


def is_number(key: str) -> bool:
    """Return whether a figure's value can be a tenth less."""
    return REGISTER.figures[key].unit != "yes_no"


@pytest.fixture(scope="module")
def before() -> dict[str, str]:
    """Return every page as it is."""
    return rendered(CONTENT)


@pytest.mark.parametrize("key", sample())
def test_pages_change_where_the_row_is_used_and_nowhere_else(key: str, before: dict[str, str], tmp_path: Path) -> None:
    """The set of changed pages is the set of pages that name the row or calculate with it."""
    folder = Path(shutil.copytree(FIGURES, tmp_path / "figures"))
    edited(folder, key)
    now = Register.load(folder).figures[key]
    (row,) = [old for old, new in zip(REGISTER.figures[key].rows, now.rows, strict=True) if old != new]

    after = rendered(ProjectContent(folder))

    changed = {page for page in before if before[page] != after[page]}
    assert changed == {mention.page for mention in MENTIONS if uses(mention, key, row)}
    assert "docs/figures.md" in changed

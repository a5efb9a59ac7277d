"""What only the build renders: the whole calculator with its form, tables of figures, lists of sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from calculators.kit import form_view, render, result_words, templates
from calculators.kit.engine import Request, answer_request
from calculators.kit.errors import BadAnswers
from calculators.kit.exact_code import exact_code
from calculators.kit.figure_records import WORLD
from calculators.kit.figure_view import figure_view, range_text, told_apart
from calculators.kit.figure_words import KINDS, REGIONS
from calculators.kit.formatting import date_text, quantity, span
from calculators.kit.scenario import prepare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from calculators.kit.calculator import Calculator
    from calculators.kit.figures import Figure, FigureValue, Register, Source
    from calculators.kit.inputs import Input


def calculator_html(calculator: Calculator, raw: Mapping[str, str], register: Register, version: str) -> str:
    """Return a calculator as it stands in a page: form, result for `raw`, ready-made examples, its code.

    Raises BadAnswers where `raw` cannot be used.
    """
    result = answer_request(calculator, Request(raw), register)
    examples = {
        example.name: (example, answer_request(calculator, Request(example.inputs), register))
        for example in calculator.examples
    }
    used = dict.fromkeys((*result.used, *_within_reach(calculator, raw, register)))
    chosen = {spec.topic for spec in calculator.inputs if spec.topic}
    overridable = tuple(key for key in used if key.partition(".")[0] not in chosen)
    headlines = {name: result_words.headline_view(each)["exact"] for name, (_, each) in examples.items()}
    form = form_view.form_view(result, overridable, headlines)
    entries = {example["name"]: example["inputs_json"] for example in form["examples"]}
    return templates.render(
        "calculator",
        f=form | {"version": version, "on": result.figures.day.isoformat()},
        title=calculator.title,
        result_html=Markup(render.result_html(result, version)),  # noqa: S704  escaped by its own template
        examples=[
            {
                "name": name,
                "inputs_json": entries[name],
                "announcement": render.announcement(each),
                "html": Markup(render.result_html(each, version)),  # noqa: S704
            }
            for name, (_, each) in examples.items()
        ],
        code=exact_code(calculator.compute),
    )


def _within_reach(calculator: Calculator, raw: Mapping[str, str], register: Register) -> Iterator[str]:
    """Yield the figures that a reader's answers may bring into play: each has a field to be replaced in.

    Found by trying: examples, each option of each choice, and quantities from one end of their limits to the other.
    """
    options = calculator.options(register)
    tried = [example.inputs for example in calculator.examples]
    for spec in calculator.inputs:
        texts = options.get(spec.name, {}) if spec.is_choice else _spaced(spec, register)
        tried += [{**raw, spec.name: text} for text in texts]
    for inputs in tried:
        try:
            yield from prepare(calculator, Request(inputs), register).used
        except BadAnswers:
            continue  # another input rules this one out


def _spaced(spec: Input, register: Register) -> list[str]:
    """Return texts for a quantity: its ends, and around what it is for most."""
    usual = register.figures[spec.figure].rows[-1].typical if spec.figure else float(spec.default or 0)
    scale = 100 if spec.kind == "percent" else 1
    around = [spec.low, spec.high, *(usual * by for by in (0.25, 0.5, 0.75, 1.5, 2, 4))]
    return [f"{min(max(value, spec.low), spec.high) * scale:.12g}" for value in around]


CATALOGUE = 40
"""A topic with more figures than this is shown as a plain table."""


def figures_table_html(register: Register, keys: tuple[str, ...], title: str = "") -> str:
    """Return a table of figures of one topic with dates, grades and sources, and their earlier and regional rows.

    Under a title stands what is to be known of the whole topic.
    """
    figures = register.on(register.edition)
    name = keys[0].partition(".")[0]
    is_catalogue = len(keys) > CATALOGUE
    return templates.render(
        "figures_grid" if is_catalogue else "figures_table",
        title=title,
        anchor=topic_anchor(name),
        note=register.topics[name].note if title or is_catalogue else "",
        figures=[_entry(figures.value(key), register) for key in keys],
    )


def all_figures_html(register: Register) -> str:
    """Return every topic's table under its label, after a list of the topics that leads to each."""
    topics = [{"anchor": topic_anchor(name), "label": topic.label} for name, topic in register.topics.items()]
    tables = (figures_table_html(register, topic.keys, topic.label) for topic in register.topics.values())
    return templates.render("figures_topics", topics=topics) + "".join(tables)


def topic_anchor(name: str) -> str:
    """Return the place of a topic on the figures page: "topic-gifts"."""
    return f"topic-{name}"


def _entry(value: FigureValue, register: Register) -> dict[str, Any]:
    """Return one figure of a table: with its region, empty where it is the only one, and its other rows."""
    region, rows = value.row.region, value.figure.rows
    if region == WORLD:
        told = "everywhere else" if any(row.region != WORLD for row in rows) else ""
    else:
        told = REGIONS[region]
    history = _history(value.figure)
    ranged = any(row["range"] for row in history)
    return figure_view(value, register) | {"region": told, "history": history, "ranged": ranged}


def _history(figure: Figure) -> list[dict[str, str]]:
    """Return every row of a figure that has several, oldest first."""
    if len(figure.rows) == 1:
        return []
    return [
        {
            "since": date_text(row.since),
            "region": REGIONS[row.region],
            "text": quantity(row.typical, figure.unit),
            "range": range_text(row.low, row.high, figure.unit),
            "grade": row.grade,
        }
        for row in figure.rows
    ]


def sources_html(register: Register, ids: tuple[str, ...] | None = None) -> str:
    """Return the list of sources (all of them without `ids`), each an anchor for the figures."""
    wanted = register.sources if ids is None else ids
    return templates.render("sources_list", sources=[source_view(register.sources[name]) for name in wanted])


def source_view(source: Source) -> dict[str, Any]:
    """Return the attributes of one source in the templates."""
    published = source.published if isinstance(source.published, str) else date_text(source.published)
    return {
        "id": source.id,
        "publisher": source.publisher,
        "title": source.title,
        "address": source.links[0] if source.links else "",
        "published": published,
        "accessed": date_text(source.accessed),
        "kind": KINDS[source.kind],
    }


def inline_figure_html(register: Register, key: str, part: str = "value", region: str = WORLD) -> str:
    """Return one figure inside a sentence, as it stands on the register's edition.

    `part` is what to tell of it: value, low, high, range, date (in force since), checked or grade; another raises
    KeyError. An unknown figure, or one without a value in that region, raises FigureError.
    """
    value = register.on(register.edition, region).value(key)
    seen = figure_view(value, register)
    unit = value.figure.unit
    texts = {
        "value": seen["text"],
        "low": quantity(value.low, unit),
        "high": quantity(value.high, unit),
        "range": span(value.low, value.high, unit),
        "date": seen["since"],
        "checked": seen["checked"],
        "grade": seen["grade"],
    }
    return templates.render("inline_figure", figure=seen | {"text": texts[part]}).strip()


def citation_html(register: Register, ids: Sequence[str], grade: str) -> str:
    """Return "(publisher, publisher; grade B)", each publisher a link to its source.

    Publishers are cut before what explains them: "Business Insider (read in a copy)" is "Business Insider".
    """
    names = {name: re.split(r" \(|, | with |; ", register.sources[name].publisher)[0] for name in ids}
    cited = [
        {
            "id": name,
            "text": text,
            "title": f"{register.sources[name].publisher}: {register.sources[name].title}",
        }
        for name, text in told_apart(names).items()
    ]
    return templates.render("citation", sources=cited, grade=grade).strip()


def checked_html(register: Register, keys: Sequence[str]) -> str:
    """Return the line that says between which days these figures were last checked."""
    days = sorted({register.figures[key].checked for key in keys})
    first, last = ({"text": date_text(day), "iso": day.isoformat()} for day in (days[0], days[-1]))
    return templates.render("page_checked", first=first, last=last).strip()

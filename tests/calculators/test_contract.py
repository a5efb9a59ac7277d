"""What every calculator keeps, present and future: this file loops over the registry."""

from __future__ import annotations

import ast
import dis
import inspect
import itertools
import json
import math
import operator
import re
import sys
from collections.abc import Hashable
from html import unescape
from pathlib import Path
from statistics import NormalDist
from types import CodeType, FunctionType, ModuleType
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calculators import registry
from calculators.kit import result_charts
from calculators.kit.calculator import Calculator
from calculators.kit.engine import Request, answer_request
from calculators.kit.exact_code import exact_code
from calculators.kit.figures import Register
from calculators.kit.form_view import form_view
from calculators.kit.locales import ENGLISH, LOCALES, Locale
from calculators.kit.render import result_html
from calculators.kit.result_words import named_values, sentence
from calculators.kit.take_away import as_picture
from calculators.kit.view import result_view
from tests.calculators.strategies import forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from calculators.kit.calculator import Example
    from calculators.kit.engine import Result

KIT = "calculators.kit."
ROOT = Path(__file__).parents[2]
REGISTER = Register.load()
ALL = list(registry().values())
EXAMPLES = [pytest.param(each, example, id=f"{each.slug}-{example.name}") for each in ALL for example in each.examples]

each_calculator = pytest.mark.parametrize("calculator", ALL, ids=lambda calculator: calculator.slug)
each_example = pytest.mark.parametrize(("calculator", "example"), EXAMPLES)

FUNCTIONS: dict[str, Callable[..., float]] = {
    "least": min,
    "most": max,
    "roundup": math.ceil,
    "log": math.log,
    "exp": math.exp,
    "normal_tail": lambda z: NormalDist().cdf(-z),
}
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def ask(calculator: Calculator, inputs: dict[str, str]) -> Result:
    """Answer one request with today's figures."""
    return answer_request(calculator, Request(inputs), REGISTER)


def evaluate(formula: str, values: dict[str, float]) -> float:
    """Work a step's formula out: + − × ÷, brackets, the functions above, and "a < b" as 1 or 0."""
    names = {name: f"v{place}" for place, name in enumerate(values)}
    plain = re.sub(r"{([^{}]+)}", lambda name: names[name[1]], formula)
    plain = plain.translate(str.maketrans("×÷−", "*/-"))
    return value_of(ast.parse(plain, mode="eval").body, {names[name]: value for name, value in values.items()})


def value_of(node: ast.expr, values: dict[str, float]) -> float:
    """Return the value of one node of a formula; anything but arithmetic is an error."""
    match node:
        case ast.Constant(value=float() | int() as value):
            return float(value)
        case ast.Name(id=name):
            return values[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -value_of(operand, values)
        case ast.BinOp(left=left, op=op, right=right):
            return OPERATORS[type(op)](value_of(left, values), value_of(right, values))
        case ast.Call(func=ast.Name(id=name), args=args) if name in FUNCTIONS:
            return float(FUNCTIONS[name](*(value_of(each, values) for each in args)))
        case ast.Compare(left=left, ops=[ast.Lt()], comparators=[right]):
            return float(value_of(left, values) < value_of(right, values))
    raise AssertionError(f"not arithmetic: {ast.dump(node)}")


def test_formulas_may_count_and_round_up() -> None:
    """5 < 10 counts as one, 10 < 5 as none; 1,500 ÷ 1,000 rounds up to 2, and 1,000 ÷ 1,000 stays 1."""
    assert evaluate("({a} < {b}) + ({b} < {a})", {"a": 5.0, "b": 10.0}) == 1
    assert [evaluate("roundup({a} ÷ 1000)", {"a": a}) for a in (1500.0, 1000.0, 0.0)] == [2, 1, 0]


@each_calculator
def test_one_name_for_module_page_and_test(calculator: Calculator) -> None:
    """Slug, module, page and test are called alike, and the page shows the calculator."""
    page = ROOT / "docs" / "calculators" / f"{calculator.slug}.md"

    assert (ROOT / "calculators" / f"{calculator.module}.py").is_file()
    assert (ROOT / "tests" / "calculators" / f"test_{calculator.module}.py").is_file()
    assert f'calculator slug="{calculator.slug}"' in page.read_text(encoding="utf-8")


@each_example
def test_examples_come_to_what_they_say(calculator: Calculator, example: Example) -> None:
    """The headline of an example is what its author worked out."""
    assert ask(calculator, dict(example.inputs)).answer.headline.value == pytest.approx(example.headline, rel=1e-9)


def check_result(result: Result) -> None:
    """Check what every result keeps."""
    head, spread = result.answer.headline, result.spread
    assert math.isfinite(head.value)
    assert spread.low <= head.value <= spread.high
    running = 0.0
    for line in result.answer.breakdown:
        if line.kind == "total":
            assert line.value == pytest.approx(running, abs=1e-9, rel=1e-9), f"{line.label} is not what stands above it"
        elif line.kind != "note":
            running += line.value if line.kind == "item" else -line.value
    values = {name: value for name, (_, value, _) in named_values(result).items()}
    for step in result.answer.steps:
        assert evaluate(step.formula, values) == pytest.approx(step.value, rel=1e-9, abs=1e-12), step.label


@each_example
def test_an_example_keeps_the_rules(calculator: Calculator, example: Example) -> None:
    """The range holds the headline, the receipt adds up, and each step's formula gives its value."""
    result = ask(calculator, dict(example.inputs))
    check_result(result)

    for key in result.used:
        row = result.figures.value(key).row
        assert row.sources, f"{key} has no source"
        assert all(name in REGISTER.sources for name in row.sources)


@each_calculator
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_form_keeps_the_rules(calculator: Calculator, data: st.DataObject) -> None:
    """Whatever is entered within the limits, the result is finite, adds up and explains itself."""
    result = ask(calculator, data.draw(forms(calculator, REGISTER)))
    check_result(result)

    seen = result_view(result, "test", "test")
    words = sentence(result)
    assert "{" not in words
    assert "−" not in words, "a loss is told in words of its own"
    assert words[0] == words[0].upper()
    texts = json.dumps(seen, default=str, ensure_ascii=False)
    assert not re.search(r"\b(nan|inf)\b", texts, re.IGNORECASE)


ONES = [
    ("coins-diamonds-cash", {"amount": "1", "of": "coins"}, "1 coin: the"),
    ("coins-diamonds-cash", {"amount": "1", "of": "diamonds"}, "1 diamond: the"),
    ("coins-diamonds-cash", {"amount": "1", "of": "paid"}, "1 dollar a viewer pays: the"),
    ("coins-diamonds-cash", {"amount": "2", "of": "kept"}, "2 dollars the creator gets: the"),
    ("viewer-spend", {"amount": "1"}, "1 coin a week: you"),
    ("viewer-spend", {"amount": "1", "of": "paid"}, "1 dollar a week: you"),
    ("subscriptions", {"superfans": "1 to 4", "subscribers": "1"}, "About 2 Super Fans and 1 subscriber bring"),
    (
        "merch-profit",
        {"units": "10", "price": "20", "margin": "15", "returns": "10", "fixed": "50"},
        "you lose about $40",
    ),
    ("take-home", {"amount": "100", "region": "world", "fee": "0", "costs": "150"}, "you lose about $50 a month"),
    ("take-home", {"amount": "100", "region": "world", "fee": "0"}, "Elsewhere: of $100 a month in payouts, about $75"),
    ("agency-offer", {"diamonds": "10,000", "other": "500"}, "the contract takes about $72.50 from your month."),
    (
        "brand-deal",
        {"manager": "0", "rate": "1"},
        "about $50 reaches you, before tax and after a manager, if you have one.",
    ),
    ("video-rewards", {"views": "100k", "rpm": "1", "qualified": "43"}, "would pay about $43, if you are in it."),
]


@pytest.mark.parametrize(("slug", "inputs", "words"), ONES)
def test_sentences_are_good_english(slug: str, inputs: dict[str, str], words: str) -> None:
    """One is singular, a range begins with a capital, a loss has no minus, and nothing is taken for granted."""
    assert words in sentence(ask(registry()[slug], inputs))


@each_example
def test_marks_below_the_dots_do_not_touch(calculator: Calculator, example: Example) -> None:
    """Each mark, some 7 units a character around its place, leaves the next one its room."""
    seen = result_charts.likely_range(ask(calculator, dict(example.inputs)))
    ticks = seen["ticks"] if seen else []
    for left, right in itertools.pairwise(ticks):
        room = float(right["x"]) - float(left["x"])
        assert 7 * (len(left["text"]) + len(right["text"])) / 2 < room, (left["text"], right["text"])


@each_example
def test_the_chart_has_no_part_of_a_thing(calculator: Calculator, example: Example) -> None:
    """Along what is counted in whole numbers the chart and its table go in whole numbers, and upwards."""
    result = ask(calculator, dict(example.inputs))
    places = [place for place, _ in result.series]

    assert places == sorted(set(places))
    if any(spec.kind == "whole" and spec.name == calculator.sweep for spec in calculator.inputs):
        assert all(place == int(place) for place in places)


@each_calculator
def test_the_default_form_answers(calculator: Calculator) -> None:
    """An untouched form has an answer."""
    check_result(ask(calculator, {}))


@each_calculator
@pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)
def test_what_the_page_fills_in_is_read_alike_in_every_notation(calculator: Calculator, locale: Locale) -> None:
    """Default and example texts mean the same to a reader who writes 1.234,5, so choosing a notation breaks nothing."""
    result = ask(calculator, {})
    form = form_view(result, (), {example.name: "" for example in calculator.examples})
    filled = [{field["name"]: field["value"] for field in form["fields"]}]
    filled += [json.loads(example["inputs_json"]) for example in form["examples"]]

    for texts in filled:
        here, there = (answer_request(calculator, Request(texts, locale=each), REGISTER) for each in (ENGLISH, locale))
        assert here.reading == there.reading


@each_calculator
def test_a_calculator_is_plain_and_small(calculator: Calculator) -> None:
    """`compute` is arithmetic: no classes, exceptions, imports or clock in it; and it is pure."""
    tree = ast.parse(inspect.getsource(calculator.compute))
    banned = (
        ast.Try,
        ast.Raise,
        ast.ClassDef,
        ast.Import,
        ast.ImportFrom,
        ast.Lambda,
        ast.JoinedStr,
        ast.While,
    )

    assert not [node for node in ast.walk(tree) if isinstance(node, banned)]
    first, second = (ask(calculator, {}).answer for _ in range(2))
    assert first == second


def all_that_runs(function: FunctionType, found: dict[object, str]) -> dict[object, str]:
    """Return what of ours outside the kit a function uses, with its name: functions and classes, texts and tables."""
    used = dict(looked_up(function.__code__, function.__globals__))
    for name, each in used.items():
        value = each.compute if isinstance(each, Calculator) else each
        home = str(getattr(value, "__module__", "calculators"))
        is_of_kit = home.startswith("calculators.kit") or any(
            vars(module).get(name) is value for place, module in sys.modules.items() if place.startswith(KIT)
        )
        if not home.startswith("calculators") or is_of_kit or isinstance(value, ModuleType):
            continue
        key = value if isinstance(value, Hashable) and hasattr(value, "__module__") else name
        if key not in found:
            found[key] = name
            if isinstance(value, FunctionType):
                all_that_runs(value, found)
    return found


def looked_up(code: CodeType, names: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what a function, and each function inside it, takes from its file or from a module, with its name."""
    for instruction, after in itertools.pairwise(dis.get_instructions(code)):
        if instruction.opname == "LOAD_GLOBAL" and instruction.argval in names:
            value = names[instruction.argval]
            if not isinstance(value, ModuleType):
                yield instruction.argval, value
            elif value.__name__.startswith("calculators"):
                yield after.argval, getattr(value, after.argval)
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from looked_up(inner, names)


@each_calculator
def test_the_code_that_is_shown_is_all_that_ran(calculator: Calculator) -> None:
    """Every function, class and constant behind a result is in the block, outside the kit, each file by its name."""
    shown = exact_code(calculator.compute)

    assert shown.startswith(f"# calculators/{calculator.module}.py\n\n")
    assert inspect.getsource(calculator.compute).rstrip() in shown
    for value, name in all_that_runs(calculator.compute, {}).items():
        if isinstance(value, (FunctionType, type)):
            assert inspect.getsource(value).rstrip() in shown, name
            assert f"# {value.__module__.replace('.', '/')}.py\n" in shown
        else:
            assert re.search(rf"^(\w+, )*{name}\b.* = ", shown, re.MULTILINE), name
    ast.parse(shown)


def test_what_a_result_rests_on_reaches_across_files() -> None:
    """Take-home pay rests on two tax systems and on what a coin brings; they rest on bands."""
    shown = exact_code(registry()["take-home"].compute)

    for each in ("def us_tax(", "def uk_tax(", "def banded(", "class Tax(", "HOURS_LIVE = ", "def allowance("):
        assert shown.count(each) == 1


@each_calculator
def test_no_number_about_the_world_is_typed_into_code(calculator: Calculator) -> None:
    """In `compute` stand only the numbers of the calendar and of arithmetic; the rest are figures or inputs."""
    calendar = {0, 1, 2, 7, 12, 24, 30, 52, 60, 100, 365, 1000}
    tree = ast.parse(inspect.getsource(calculator.compute))
    numbers = {
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and type(node.value) in {int, float}
    }

    assert numbers <= calendar


@each_calculator
def test_words_end_as_sentences(calculator: Calculator) -> None:
    """Questions ask, sentences end with a point, labels do not."""
    assert calculator.question.endswith("?")
    assert calculator.sentence.endswith(".")
    for spec in calculator.inputs:
        assert spec.label
        assert not spec.label.endswith((".", ":"))
        assert not spec.help or spec.help.endswith((".", "?"))


@each_example
@pytest.mark.parametrize("currency", ["USD", "GBP", "JPY"])
def test_the_picture_has_room_for_every_text(calculator: Calculator, example: Example, currency: str) -> None:
    """No text leaves the paper, and none touches another, beside it or below it."""
    request = Request(dict(example.inputs), currency=currency, exchange="150.123456" if currency == "JPY" else "")
    drawing = ET.fromstring(as_picture(answer_request(calculator, request, REGISTER), "2026.11.22"))
    rows: dict[int, list[tuple[float, float, int]]] = {}
    for text in drawing.iterfind("{*}text"):
        size, at = int(text.attrib["font-size"]), float(text.attrib["x"])
        width = 0.6 * size * len(text.text or "")
        start = at - width if text.get("text-anchor") == "end" else at
        assert start >= 90
        assert start + width <= 990.5, text.text
        rows.setdefault(int(text.attrib["y"]), []).append((start, start + width, size))

    for texts in rows.values():
        for (_, end, _), (start, _, _) in itertools.pairwise(sorted(texts)):
            assert start - end > 18  # about a character
    below = itertools.pairwise(sorted(rows.items()))
    assert all(second - first >= 1.2 * max(size for _, _, size in texts) for (first, _), (second, texts) in below)
    assert max(rows) < int(drawing.attrib["height"])


@each_example
def test_each_bar_has_its_sentence_below_it(calculator: Calculator, example: Example) -> None:
    """What a bar means stands in words that all can read, and the picture is called by them."""
    result = ask(calculator, dict(example.inputs))
    seen = result_view(result, "test", "test")["drivers"]
    html = result_html(result, "test")
    said = [unescape(words) for words in re.findall(r'<p class="driver-words" id="[^"]+">([^<]*)</p>', html)]

    assert said == [driver["sentence"] for driver in seen]
    ids = re.findall(r'<p class="driver-words" id="([^"]+)">', html)
    assert re.findall(r'class="driver-bar"[^>]* aria-labelledby="\S+ (\S+)"', html) == ids

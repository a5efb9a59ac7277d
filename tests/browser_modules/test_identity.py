"""Link → state → link and export → import are the identity, for the states that every calculator can have."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calculators import __version__, registry
from calculators.bridge import register, respond
from calculators.kit.calculator import Calculator
from tests.calculators.strategies import forms

ALL = list(registry().values())
each_calculator = pytest.mark.parametrize("calculator", ALL, ids=lambda calculator: calculator.slug)
patient = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


class Modules:
    """The site's own modules, in Node: one question and one answer a line."""

    def __init__(self, questions: IO[str], answers: IO[str]) -> None:
        """Talk to a process that runs identity.mjs."""
        self._questions = questions
        self._answers = answers

    def ask(self, **question: object) -> Any:  # noqa: ANN401  whatever the modules answer
        """Return the answer to one question."""
        self._questions.write(json.dumps(question) + "\n")
        self._questions.flush()
        return json.loads(self._answers.readline())


@pytest.fixture(scope="module")
def modules() -> Iterator[Modules]:
    """Run the modules for as long as the tests of this file take."""
    command = ["node", str(Path(__file__).with_name("identity.mjs"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        yield Modules(process.stdin, process.stdout)
        process.stdin.close()


# What a reader types where a number is asked for; links hold it as it stands.
typed = st.sampled_from(
    ["5 to 20", "1,5", "50 %", "$3 – $9", "٣", "a&b=c#d", "+1", "100%25", "½ ", "１２", "<b>", "🎁"]
)


@st.composite
def states(draw: st.DrawFn, calculator: Calculator) -> dict[str, Any]:
    """Draw a state as the page reads it from its form: raw texts, empty ones left out; and what came out."""
    inputs = {name: text for name, text in draw(forms(calculator, register())).items() if text}
    own = draw(st.dictionaries(st.sampled_from(sorted(register().figures)), typed, max_size=4))
    state: dict[str, Any] = {"slug": calculator.slug, "version": __version__, "inputs": inputs, "figures": own}
    asked = {"on": st.dates().map(str), "target": typed, "solve": st.sampled_from(list(inputs) or ["viewers"])}
    for name, texts in asked.items():
        if draw(st.booleans()):
            state[name] = draw(texts)
    reply = json.loads(respond(json.dumps({"slug": calculator.slug, "inputs": inputs})))
    state["headline"] = reply["headline"]
    quantities = [spec.name for spec in calculator.inputs if not spec.is_choice]
    if quantities and draw(st.booleans()):
        inputs[draw(st.sampled_from(quantities))] = draw(typed)
    return state


@each_calculator
@patient
@given(data=st.data())
def test_a_link_gives_back_the_state_it_was_made_from(
    calculator: Calculator, modules: Modules, data: st.DataObject
) -> None:
    """Inputs, own figures, day, target, version and what came out: all of it, and the same link again."""
    state = data.draw(states(calculator))

    answer = modules.ask(state=state)

    assert answer["state"] == state
    assert answer["ignored"] == []
    assert answer["again"] == answer["link"]
    for name in state["inputs"]:
        assert f"i.{name}=" in answer["link"]


@each_calculator
@patient
@given(data=st.data())
def test_a_file_gives_back_the_scenarios_it_was_made_from(
    calculator: Calculator, modules: Modules, data: st.DataObject
) -> None:
    """Exported from one device and imported on another: the same file again, nothing left out."""
    names = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=60)
    several = data.draw(st.lists(st.tuples(names, states(calculator)), max_size=4, unique_by=lambda each: each[0]))
    scenarios = [{"name": name, "state": state} for name, state in several]

    answer = modules.ask(scenarios=scenarios)

    assert answer["read"] == scenarios
    assert answer["again"] == answer["file"]
    assert (answer["added"], answer["known"], answer["ignored"]) == (len(scenarios), 0, [])


@each_calculator
@patient
@given(data=st.data())
def test_a_spoilt_link_says_what_it_left_out(calculator: Calculator, modules: Modules, data: st.DataObject) -> None:
    """Unknown, doubled and hostile keys are named; what is sound of the link is as if they were not there."""
    state = data.draw(states(calculator))
    link = modules.ask(state=state)["link"]
    keys = data.draw(
        st.lists(
            st.text(st.characters(max_codepoint=0xD7FF), min_size=1, max_size=30), min_size=1, max_size=5, unique=True
        )
    )
    spoilt = "".join(f"&{quote('x' + key, safe='')}={quote(key, safe='')}" for key in keys)

    answer = modules.ask(fragment=link + spoilt + "&c=other")

    assert answer["state"] == state
    assert answer["ignored"] == [f"x{key}" for key in keys][:5] + (["c"] if len(keys) < 5 else [])

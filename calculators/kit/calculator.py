"""A calculator: one question, its declared inputs, one pure function and its examples."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from calculators.kit.errors import DeclarationError
from calculators.kit.inputs import Input, form_of, inputs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from calculators.kit.answer import Answer, Line
    from calculators.kit.figures import Figures, Register

REGION = "region"
"""The input that says whose figures hold, where a calculator has one."""

RESERVED = {"on", "target", "solve", "currency", "exchange", "locale"}
"""Fields that every calculator has beside its own inputs."""


class Example(NamedTuple):
    """A named set of inputs: shown as a preset, and tested."""

    name: str
    title: str
    inputs: Mapping[str, str]
    headline: float
    """What the headline comes to, worked out by hand; the unit is the headline's."""
    note: str = ""
    """Where the situation comes from."""


class Situation(NamedTuple):
    """An example that is being told: `example("room", "A room").given(viewers="50").gives(32.5)`."""

    name: str
    title: str
    inputs: Mapping[str, str] = {}

    def given(self, **inputs: str) -> Situation:
        """Return it with what is entered, as a reader types it."""
        return self._replace(inputs=inputs)

    def gives(self, headline: float, note: str = "") -> Example:
        """Return the example: what the headline comes to by hand, and where the situation comes from."""
        return Example(*self, headline, note)


def example(name: str, title: str) -> Situation:
    """Begin an example: what is entered and what it gives follow."""
    return Situation(name, title)


@dataclasses.dataclass(frozen=True)
class Calculator:
    """One question answered by one pure function.

    `compute` is arithmetic only: given the inputs and the figures of a day, it returns an Answer.
    """

    slug: str
    title: str
    declaration: type
    """The `Inputs` dataclass."""
    compute: Callable[..., Answer]
    """Called with an instance of the declaration and a Figures."""
    _: dataclasses.KW_ONLY
    question: str
    sentence: str
    """The answer in words; names inputs and {headline} in braces."""
    examples: tuple[Example, ...]
    sweep: str = ""
    """The input along which the chart runs."""
    nothing: str = ""
    """The answer in words when the headline is zero; `sentence` where empty."""
    loss: str = ""
    """The answer in words when the headline is below zero, which it names without its minus; `sentence` where empty."""
    is_rule: bool = False
    """The headline is what rules say: what is in doubt is told by its two readings, with no likely range."""
    less_is_better: bool = False
    """Whether a target is the most that the headline may be (days, conditions missing) and not the least."""
    usual: Callable[[float, Any, Figures], tuple[Line, ...]] | None = None
    """How usual a target is, as lines: called with the target, the inputs and the figures. None where nobody knows."""

    def __post_init__(self) -> None:
        """Refuse a declaration that contradicts itself, where it is made."""
        names = {spec.name for spec in self.inputs}
        if taken := names & RESERVED:
            raise DeclarationError(f"{self.slug}: every form has a field of its own called {', '.join(sorted(taken))}.")
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", self.slug):
            raise DeclarationError(f"The slug “{self.slug}” must be lower-case words joined by dashes.")
        if self.sweep and self.sweep not in {spec.name for spec in self.inputs if not spec.is_choice}:
            raise DeclarationError(f"{self.slug}: sweep must be a quantity among {', '.join(sorted(names))}.")
        for text in (self.sentence, self.nothing, self.loss):
            if unknown := set(re.findall(r"{(\w+)}", text)) - names - {"headline"}:
                raise DeclarationError(f"{self.slug}: the sentence names unknown {', '.join(sorted(unknown))}.")
        if len({example.name for example in self.examples}) != len(self.examples) or not self.examples:
            raise DeclarationError(f"{self.slug}: give at least one example, each with a name of its own.")
        for example in self.examples:
            if unknown := set(example.inputs) - names:
                raise DeclarationError(
                    f"{self.slug}: example {example.name} sets unknown {', '.join(sorted(unknown))}."
                )

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The declared inputs, in order."""
        return inputs_of(self.declaration)

    def meets(self, headline: float, target: float, slack: float = 0.0) -> bool:
        """Whether a headline is as good as a target, or better; `slack` is a share of the target."""
        if self.less_is_better:
            return headline <= target * (1 + slack)
        return headline >= target * (1 - slack)

    @property
    def module(self) -> str:
        """The name of the file that holds it."""
        return self.slug.replace("-", "_")

    def options(self, register: Register) -> dict[str, Mapping[str, str]]:
        """Return the options (value to label) of every choice, those among figures included."""
        return {
            spec.name: spec.options
            or {key.partition(".")[2]: register.figures[key].label for key in register.topics[spec.topic].keys}
            for spec in self.inputs
            if spec.is_choice
        }

    def given(self, values: Mapping[str, object]) -> Any:  # noqa: ANN401  an instance of the declaration
        """Return the inputs with these values."""
        return form_of(self.declaration, values)

    def run(self, values: Mapping[str, object], figures: Figures) -> Answer:
        """Call `compute` with these values."""
        return self.compute(self.given(values), figures)

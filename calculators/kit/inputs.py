"""How a calculator declares its inputs: each field of its `Inputs` says what may be entered.

One declaration gives the parsing, the limits, the form, the messages, the command line and the tests.
"""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING, Any, NamedTuple, dataclass_transform

from calculators.kit.errors import DeclarationError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypedDict, Unpack

    class Quantity(TypedDict, total=False):
        """What the declaration of a quantity may say; `Input` tells what each means."""

        low: float
        high: float
        default: float
        figure: str
        known: bool
        help: str
        shared: bool
        counted_in: str


YES_NO = {"yes": "Yes", "no": "No"}


class Input(NamedTuple):
    """One declared input."""

    name: str
    kind: str
    label: str
    unit: str = ""
    """The plural word after the number ("viewers"), or a currency code for money."""
    low: float = 0.0
    """The least that can be entered; a fraction for a percent."""
    high: float = 1e12
    help: str = ""
    default: float | str | None = None
    figure: str = ""
    """Key of the figure that stands in while the field is empty."""
    known: bool = False
    """The figure only suggests a value: the reader decides this input, so it is not uncertain."""
    options: Mapping[str, str] = {}
    """Value to label, of a choice."""
    shared: bool = False
    """Remembered across the calculators that ask for an input of this name."""
    topic: str = ""
    """A choice among the figures of this topic, instead of options."""
    counted_in: str = ""
    """The name of the choice that says what a quantity without a unit of its own is counted in."""

    @property
    def is_choice(self) -> bool:
        """Whether one of some options is picked, not a quantity entered."""
        return self.kind in {"choice", "yes_no"}


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Form:
    """What the `Inputs` of a calculator derive from: each becomes a frozen dataclass of the fields it declares."""

    def __init_subclass__(cls) -> None:
        """Make the dataclass."""
        dataclasses.dataclass(frozen=True, kw_only=True)(cls)


def form_of[Asked](declaration: type[Asked], values: Mapping[str, object]) -> Asked:
    """Return a form with these values, and the declaration's own defaults for the rest.

    It goes past the constructor: a frozen dataclass is slow to make, and each draw makes some.
    """
    form: Asked = object.__new__(declaration)
    form.__dict__.update(values)
    return form


def number(label: str, *, unit: str = "", **declared: Unpack[Quantity]) -> Any:  # noqa: ANN401  where a float stands
    """Declare a quantity with a unit, from `low` to `high`."""
    return _quantity("number", label, unit, declared)


def whole(label: str, *, unit: str = "", **declared: Unpack[Quantity]) -> Any:  # noqa: ANN401
    """Declare a whole number of things, from `low` to `high`."""
    return _quantity("whole", label, unit, declared)


def percent(label: str, **declared: Unpack[Quantity]) -> Any:  # noqa: ANN401
    """Declare a share: a fraction inside (0.5), a percentage for the reader (50 %), at most 1 unless `high` differs."""
    return _quantity("percent", label, "%", {"high": 1.0, **declared})


def money(label: str, *, currency: str = "USD", **declared: Unpack[Quantity]) -> Any:  # noqa: ANN401
    """Declare an amount of money in one currency."""
    return _quantity("money", label, currency, declared)


def choice(
    label: str,
    options: Mapping[str, str] | None = None,
    *,
    topic: str = "",
    default: str = "",
    help: str = "",  # noqa: A002
    shared: bool = False,
) -> Any:  # noqa: ANN401
    """Declare a pick among `options` (value to label), or among the figures of a `topic`."""
    return _field("choice", label, options=options or {}, topic=topic, default=default, help=help, shared=shared)


def yes_no(label: str, *, default: bool = False, help: str = "", shared: bool = False) -> Any:  # noqa: A002, ANN401
    """Declare a question answered by yes or no; `compute` sees a bool."""
    return _field("yes_no", label, options=YES_NO, default="yes" if default else "no", help=help, shared=shared)


def _quantity(kind: str, label: str, unit: str, declared: Quantity) -> Any:  # noqa: ANN401
    """Make the field of a quantity, from 0 to a thousand million unless it says else."""
    return _field(kind, label, unit=unit, **{"high": 1e9, **declared})


def _field(kind: str, label: str, **declared: Any) -> Any:  # noqa: ANN401  passes the constructors' arguments on
    """Make the dataclass field that carries an Input."""
    spec = Input(name="", kind=kind, label=label, **declared)
    _check(spec)
    default: Any = dataclasses.MISSING if spec.default is None else spec.default
    if kind == "yes_no":
        default = spec.default == "yes"
    return dataclasses.field(default=default, metadata={"input": spec})


def _check(spec: Input) -> None:
    """Refuse a declaration that contradicts itself, where it is made."""
    if not spec.label:
        raise DeclarationError(f"A {spec.kind} input needs a label.")
    if spec.is_choice:
        if bool(spec.options) == bool(spec.topic):
            raise DeclarationError(f"“{spec.label}” needs options or a topic, one of the two.")
        if spec.options and spec.default not in spec.options:
            raise DeclarationError(f"The default of “{spec.label}” must be one of {', '.join(spec.options)}.")
        return
    if spec.low >= spec.high:
        raise DeclarationError(f"“{spec.label}”: low ({spec.low}) must be below high ({spec.high}).")
    if (spec.default is None) == (not spec.figure):
        raise DeclarationError(f"“{spec.label}” needs a default or a figure, one of the two.")
    if isinstance(spec.default, (int, float)) and not spec.low <= spec.default <= spec.high:
        raise DeclarationError(f"The default of “{spec.label}” is outside {spec.low} to {spec.high}.")


@functools.cache
def inputs_of(declaration: type) -> tuple[Input, ...]:
    """Return the inputs that an `Inputs` dataclass declares, in order.

    Raises DeclarationError for a field that is not made by one of the constructors above.
    """
    if not dataclasses.is_dataclass(declaration):
        raise DeclarationError(f"{declaration.__name__} must be a frozen, keyword-only dataclass.")
    specs = []
    for field in dataclasses.fields(declaration):
        spec = field.metadata.get("input")
        if spec is None:
            raise DeclarationError(f"{declaration.__name__}.{field.name} is not declared by number(), choice() …")
        specs.append(spec._replace(name=field.name))
    options = {spec.name for spec in specs if spec.options}
    for spec in specs:
        if spec.counted_in and (spec.unit or spec.counted_in not in options):
            raise DeclarationError(f"“{spec.label}” is counted in one of the options of a choice, or has a unit.")
    return tuple(specs)

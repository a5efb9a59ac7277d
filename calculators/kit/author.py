"""All that the author of a calculator writes with, by one import.

`kit.inputs` has the fields of a form, `kit.composing` what is built of other calculators or of cases.
"""

from __future__ import annotations

from calculators.kit.answer import Amount, Answer, Line, Step, item, less, note, total, usd
from calculators.kit.calculator import Calculator, example
from calculators.kit.figures import Figures

__all__ = [
    "Amount",
    "Answer",
    "Calculator",
    "Figures",
    "Line",
    "Step",
    "example",
    "item",
    "less",
    "note",
    "total",
    "usd",
]

"""The shell's door: `python -m calculators gift-earnings --viewers 200 --json`, from the same declarations."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from typing import TYPE_CHECKING

from calculators import __version__, registry
from calculators.kit.engine import Request, answer_request
from calculators.kit.errors import BadAnswers, FigureError
from calculators.kit.exchange import CURRENCY, RATE
from calculators.kit.figures import Register
from calculators.kit.locales import ENGLISH, LOCALES
from calculators.kit.reading import what_to_enter
from calculators.kit.render import announcement
from calculators.kit.result_words import rate_sentence, remarked
from calculators.kit.scenario import OVERRIDE
from calculators.kit.view import result_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calculators.kit.calculator import Calculator
    from calculators.kit.engine import Result
    from calculators.kit.inputs import Input


def parser_for_all(register: Register) -> argparse.ArgumentParser:
    """Return the parser of the command line: one sub-command a calculator, one option an input."""
    parser = argparse.ArgumentParser(prog="python -m calculators", description="Calculators about TikTok LIVE income.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="slug", metavar="calculator", required=True)
    for slug, calculator in registry().items():
        command = commands.add_parser(slug, help=calculator.question, description=calculator.question)
        for spec in calculator.inputs:
            flag = "--" + spec.name.replace("_", "-")
            command.add_argument(flag, dest=spec.name, metavar="TEXT", help=help_for(spec, calculator, register))
        command.add_argument("--on", type=day_of, metavar="DATE", help="the day whose figures hold, like 2025-02-01")
        command.add_argument(
            "--figure",
            type=own_figure,
            action="append",
            default=[],
            metavar="KEY=VALUE",
            help="your own value for a figure; may repeat",
        )
        command.add_argument("--currency", default="", metavar="CODE", help="show the result in it, for example GBP")
        command.add_argument("--exchange", default="", metavar="TEXT", help="what one US dollar is in that currency")
        command.add_argument(
            "--locale", default=ENGLISH.code, choices=LOCALES, help="how numbers are read and written (default: en)"
        )
        command.add_argument("--json", action="store_true", help="print the result as JSON")
    return parser


def help_for(spec: Input, calculator: Calculator, register: Register) -> str:
    """Return an option's help, percent signs doubled as argparse wants them."""
    if spec.is_choice:
        names = list(calculator.options(register)[spec.name])
        shown = ", ".join(names[:8]) + (" …" if len(names) > 8 else "")  # noqa: PLR2004  enough to see what they are
        return f"{spec.label}: {shown}".replace("%", "%%")
    stands_in = f" Default: the figure {spec.figure}." if spec.figure else ""
    return f"{spec.label}. {what_to_enter(spec, ENGLISH)}{stands_in}".replace("%", "%%")


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one command; return 0, or 2 where an entry cannot be used."""
    register = Register.load()
    parser = parser_for_all(register)
    given = vars(parser.parse_args(arguments))
    calculator = registry()[given["slug"]]
    raw = {spec.name: given[spec.name] for spec in calculator.inputs if given[spec.name]}
    figures = dict(given["figure"])
    try:
        for key in figures:
            register.figure(key)  # raises, with the names near it
        request = Request(
            *(raw, figures, given["on"], LOCALES[given["locale"]]),
            **{CURRENCY: given[CURRENCY], RATE: given[RATE]},
        )
        result = answer_request(calculator, request, register)
    except BadAnswers as refused:
        for name, message in refused.messages.items():
            figure = name.startswith(OVERRIDE)
            flag = f"--figure {name.removeprefix(OVERRIDE)}" if figure else "--" + name.replace("_", "-")
            print(f"{flag}: {message}", file=sys.stderr)
        return 2
    except FigureError as problem:
        print(problem, file=sys.stderr)
        return 2
    print(as_json(result) if given["json"] else as_text(result))
    return 0


def day_of(text: str) -> date:
    """Return the day that --on names."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"Enter a day as year, month and day, like 2025-02-01, not {text!r}."
        ) from None


def own_figure(text: str) -> tuple[str, str]:
    """Return the key of a figure and the reader's own value for it, as --figure has them."""
    key, sign, value = text.partition("=")
    if not (key and sign and value):
        raise argparse.ArgumentTypeError(
            f"Enter a figure's name, an equals sign and your value, like gifts.creator_share=45%, not {text!r}."
        )
    return key, value


def as_json(result: Result) -> str:
    """Return the numbers of a result as JSON, unrounded."""
    spread = result.spread
    return json.dumps(
        {
            "calculator": result.calculator.slug,
            "version": __version__,
            "on": result.figures.day.isoformat(),
            "inputs": result.reading.values,
            "headline": result.answer.headline._asdict(),
            "rate": result.scenario.exchange._asdict(),
            "range": spread._asdict(),
            "breakdown": [line._asdict() for line in result.answer.breakdown],
            "also": [amount._asdict() for amount in result.answer.also],
            "steps": [step._asdict() for step in result.answer.steps],
            "figures": {key: result.figures.value(key).typical for key in result.used},
        },
        ensure_ascii=False,
        indent=2,
    )


def as_text(result: Result) -> str:
    """Return a result as a slip of text."""
    seen = result_view(result, __version__, result.figures.day.isoformat())
    lines = [announcement(result), ""]
    lines += [f"{line['label']:.<44} {remarked(line)}" for line in seen["breakdown"]]
    lines += ["", "Working"]
    lines += [f"  {' = '.join(filter(None, (step['label'], step['numbers'], step['text'])))}" for step in seen["steps"]]
    lines += ["", *filter(None, [*seen["notes"], rate_sentence(result)])]
    lines += [
        f"Model {__version__}, figures as of {seen['as_of']}. An estimate, not a promise of income.",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())

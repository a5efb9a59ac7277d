"""Every error of the kit, drawn once.

KitError
├── FigureError        a figure file or a look-up is wrong; the maintainer reads it, the build stops
│   └── UnknownDay     a figure is asked for on a day before its first row; says when it begins
├── DeclarationError   a calculator is declared wrongly; its author reads it, the import stops
├── Unreadable         one text is not a number; `read` turns it into a message for its field
└── BadAnswers         what the reader entered; one message a field, shown beside the fields
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class KitError(Exception):
    """Base of all errors raised on purpose by the kit."""


class FigureError(KitError):
    """A figure file breaks a rule, or a figure is asked for that does not exist (on that day)."""


class UnknownDay(FigureError):
    """A figure is asked for on a day before its first row."""

    def __init__(self, key: str, begins: date, message: str) -> None:
        """Keep which figure it is, and the day on which it begins."""
        super().__init__(message)
        self.key = key
        self.begins = begins


class DeclarationError(KitError):
    """A calculator's declaration contradicts itself."""


class Offer(NamedTuple):
    """One thing that a refused text may have meant."""

    text: str
    """How the reader would write it."""
    fill: str
    """How to write it so that it can mean nothing else."""


class Unreadable(KitError):
    """A text that cannot be read as the number it should be; its words are advice to the reader."""

    def __init__(self, message: str, offers: tuple[Offer, ...] = ()) -> None:
        """Keep what the text may have meant, where that is known."""
        super().__init__(message)
        self.offers = offers


class BadAnswers(KitError):
    """What the reader entered cannot be used as it is.

    `messages` maps the name of each refused input to a sentence that says what to enter; `offers` maps some of them
    to what the reader may have meant.
    """

    def __init__(self, messages: dict[str, str], offers: Mapping[str, tuple[Offer, ...]] = {}) -> None:
        """Keep the messages, in the order of the form."""
        super().__init__("; ".join(f"{name}: {message}" for name, message in messages.items()))
        self.messages = messages
        self.offers = dict(offers)


class Refusals:
    """What is found wrong with a form, gathered field by field, so that all of it is told at once."""

    def __init__(self) -> None:
        """Begin with nothing wrong."""
        self.messages: dict[str, str] = {}
        self.offers: dict[str, tuple[Offer, ...]] = {}

    def add(self, name: str, refusal: Unreadable | str) -> None:
        """Note why a field is refused, and what may have been meant."""
        self.messages[name] = str(refusal)
        if isinstance(refusal, Unreadable) and refusal.offers:
            self.offers[name] = refusal.offers

    def stop(self) -> None:
        """Raise BadAnswers if anything was refused."""
        if self.messages:
            raise BadAnswers(self.messages, self.offers)

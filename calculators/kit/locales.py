"""How numbers are written: the separators a reader uses and is shown."""

from __future__ import annotations

from typing import NamedTuple


class Locale(NamedTuple):
    """The marks of one language's numbers."""

    code: str
    decimal: str
    """The mark before the decimals."""
    group: str
    """The mark between thousands, as we write it."""


ENGLISH = Locale(code="en", decimal=".", group=",")
GERMAN = Locale(code="de", decimal=",", group=".")
FRENCH = Locale(code="fr", decimal=",", group="\u202f")

LOCALES = {locale.code: locale for locale in (ENGLISH, GERMAN, FRENCH)}


def locale_of(code: str) -> Locale:
    """Return the locale of a language tag ("de", "de-AT"); English for one we do not know."""
    return LOCALES.get(code.partition("-")[0].lower(), ENGLISH)


def other_way(locale: Locale) -> Locale:
    """Return the notation with which this one is confused: point and comma change places."""
    return GERMAN if locale.decimal == "." else ENGLISH

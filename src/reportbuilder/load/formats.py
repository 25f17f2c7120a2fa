"""Beside `variables`: figures as text in the language of the build, by the data of CLDR that Babel has."""

import re
from collections.abc import Callable
from copy import copy
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
EUROPEAN = {"en": "en-GB", "pt": "pt-PT"}
"""Languages whose name alone means another continent to CLDR."""
_NARROW, _FIXED = "\u202f", "\u00a0"
_MINUS = "\u2212"
"""As long as a plus. CLDR has a plain hyphen for many languages, which is too short in print, as `care_rules` says of typed text."""


class FigureFault(Exception):
    """A figure is not what the filter wants."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@lru_cache(maxsize=4096)
def formatted(figure: str, name: str, language: str) -> str:
    """The figure as the filter ``name`` (a key of `FILTERS`) writes it in ``language``, a BCP 47 tag. Raises `FigureFault`."""
    locale = _locale(language)
    written = FILTERS[name](figure, locale)
    return written.replace("-", _MINUS) if figure.startswith("-") and locale.number_symbols["latn"]["minusSign"] == "-" else written


def _getal(figure: str, locale: "Locale") -> str:
    """4158 → 4.158, with as many decimals as the figure has."""
    number = _number(figure)
    return _pattern(locale.decimal_formats[None], _decimals(number)).apply(number, locale)


def _euro(figure: str, locale: "Locale") -> str:
    """812318 → € 812.318; with cents if the figure has them."""
    number = _number(figure)
    if _decimals(number) > 2:
        raise FigureFault(f"‘{figure}’ has parts of a cent", "give an amount at most two decimals")
    pattern = _pattern(locale.currency_formats["standard"], 2 if _decimals(number) else 0)
    written = pattern.apply(number, locale, currency="EUR", currency_digits=False)
    return written.replace("EUR", "€")  # some languages have the letters, which no one needs where the sign is known


def _procent(figure: str, locale: "Locale") -> str:
    """11 → 11 %; CLDR has no space for Dutch, but that is how it is written in Belgium and by the Taalunie; the space is a narrow one that does not break."""
    if locale.language == "nl":
        return _getal(figure, locale) + _NARROW + "%"
    number = _number(figure)
    written = _pattern(locale.percent_formats[None], _decimals(number)).apply(number.scaleb(-2), locale)
    return written.replace("%", locale.number_symbols["latn"]["percentSign"])  # in Arabic with the signs that keep it at the right of its number


def _datum(figure: str, locale: "Locale") -> str:
    """2025-06-20 → 20 juni 2025; in Dutch the day does not part from its month."""
    from babel.dates import format_date

    try:
        day = date.fromisoformat(figure) if _DATE.fullmatch(figure) else None
    except ValueError:
        day = None
    if day is None:
        raise FigureFault(f"‘{figure}’ is no date", "write year-month-day: 2025-06-20")
    shown = format_date(day, "long", locale)
    if locale.language == "fr" and day.day == 1:
        return shown.replace("1", "1er", 1)  # the first of a month is an ordinal, which CLDR does not know
    return shown.replace(" ", _FIXED, 1) if locale.language == "nl" else shown


def _rang(figure: str, locale: "Locale") -> str:
    """10 → 10e, 10th, 10., 10e; in languages whose ordinals bend with what they count the number alone, and the text says the rest."""
    number = _number(figure)
    if number < 1 or _decimals(number):
        raise FigureFault(f"‘{figure}’ has no place in a row", "give a whole number from 1 on")
    return _getal(figure, locale) + ORDINALS.get(locale.language, lambda turn: "")(int(number))


def _english(turn: int) -> str:
    return "th" if turn % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(turn % 10, "th")


ORDINALS: dict[str, "Callable[[int], str]"] = {
    "nl": lambda turn: "e", "en": _english, "fr": lambda turn: "er" if turn == 1 else "e", "de": lambda turn: ".",
}  # fmt: skip
"""What stands behind the number of an ordinal."""
FILTERS: dict[str, "Callable[[str, Locale], str]"] = {"getal": _getal, "euro": _euro, "procent": _procent, "datum": _datum, "rang": _rang}
"""The filters that text may name."""


def _number(figure: str) -> Decimal:
    if not _NUMBER.fullmatch(figure):
        raise FigureFault(f"‘{figure}’ is no number", "write digits only, with a point for decimals: 4158 or 3.5; the filter sets the dots")
    return Decimal(figure)


def _decimals(number: Decimal) -> int:
    return -int(number.as_tuple().exponent)


def _pattern(pattern: "NumberPattern", decimals: int) -> "NumberPattern":
    """The pattern with exactly so many decimals."""
    exact = copy(pattern)
    exact.frac_prec = (decimals, decimals)
    return exact


@lru_cache
def _locale(language: str) -> "Locale":
    """The locale of the tag, or if CLDR hasn't it, of its language alone, or else English. English without a region is that of Britain, as its
    hyphenation is: 20 June 2025.
    """
    from babel import Locale, UnknownLocaleError

    for tag in (EUROPEAN.get(language, language), language.split("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")

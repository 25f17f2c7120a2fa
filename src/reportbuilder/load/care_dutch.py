"""Rules of typographic care for Dutch, by the Taalunie's advice where it has one."""

import re

from reportbuilder.load.care_rule import BARE_MARK, DIGITS, FIXED, NARROW, NUMBER, Rule
from reportbuilder.load.care_words import MISSPELT

_ENDED = frozenset(f"{begin}{word}{end}" for word in MISSPELT for begin in ("", "(") for end in ("", ",", ".", ";", ":", "’s"))
"""The misspelt words as they stand between spaces, to see quickly that none is there."""
_UNITS = r"%|‰|km²|km/u|km|m²|m³|cm|mm|ha|kg|mg|ton|kWh|MWh|GWh|kW|MW|GB|MB|°C|u\."
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_SHORT = frozenset("art artt blz p pp nr nrs dr prof ir ing mr dhr mevr mw Dr Prof Mevr Dhr Mr Ir".split())
_INITIALS = r"(?=[A-Z]\.(?: ?[A-Z]\.){0,5} ?[A-Z][a-z])"


def _unit(found: re.Match[str]) -> str:
    return found[0].removesuffix(found[2]).rstrip(" ") + NARROW + found[2]


def _euro(found: re.Match[str]) -> str:
    return f"€{FIXED}{found[0].strip('€ ')}"


def _date(found: re.Match[str]) -> str:
    return found[0].removesuffix(" ") + FIXED


def _ordinal(found: re.Match[str]) -> str | None:
    """1ste, 8ste and all from 20 on have ‘ste’, the others ‘de’ (Leidraad of the Taalunie)."""
    hyphen, end = found.groups()
    number = found[0].removesuffix(hyphen + end)
    last = int(number) % 100
    right = "ste" if last in (0, 1, 8) or last >= 20 else "de"
    return f"{number}{right}" if int(number) and (hyphen or end != right) else None


def _thousands(found: re.Match[str]) -> str:
    return f"{int(re.sub('[ ,]', '', found[0])):,}".replace(",", ".")


def _after_short(found: re.Match[str]) -> str | None:
    before = re.split(r"\W", found.string[max(0, found.start() - 6) : found.start()])[-1]
    return f".{FIXED}" if before in _SHORT else None


def _note_last(found: re.Match[str]) -> str:
    return found[1] + BARE_MARK


def _is_misspelt(text: str) -> bool:
    return not _ENDED.isdisjoint(text.lower().replace("-", " ").split())


def _respelt(found: re.Match[str]) -> str | None:
    right = MISSPELT.get(found[0].lower())
    return right[0].upper() + right[1:] if right and found[0][0].isupper() else right


DUTCH = (
    Rule(
        "apostrophe", "a word that lost its begin has an apostrophe, no quotation mark",
        r"‘(?<!\w‘)(?=(?:s|t|n|k|m|r)\b(?!’)|\d\d\b(?![’\d.,]))", "’", ("‘",),
    ),
    Rule(
        "unit-space", "between a number and its unit stands a narrow no-break space",
        rf"[0-9](?<![\d.,][0-9])(?:\d|[.,]\d)*( ?)({_UNITS})(?!\w)", _unit, DIGITS,
    ),
    Rule("euro-space", "between € and the amount stands a no-break space", rf"€ ?{NUMBER}(?!\d)|[0-9](?<![\w.,][0-9])(?:\d|[.,]\d)* ?€", _euro, ("€",)),
    Rule(
        "date-space", "a day and its month belong together, with a no-break space",
        rf"[0-9](?<![\d.][0-9])\d? (?=(?:{_MONTHS})\b)", _date, DIGITS,
    ),
    Rule("number-space", "an abbreviation and what it is of belong together, with a no-break space", r"\. (?=\d|[A-Z][a-z])", _after_short, (". ",)),
    Rule(
        "initials-space", "between initials stands a narrow no-break space",
        rf"\.(?<=[A-Z]\.)(?:(?<![\w.][A-Z]\.)|(?<=[A-Z]\.[A-Z]\.)) ?{_INITIALS}", f".{NARROW}", (".",),
    ),
    Rule("ordinal", "this is not how the ordinal is written", r"[0-9](?<![\w.,-][0-9])\d{0,3}(-?)(ste|de)\b", _ordinal, DIGITS),
    Rule("thousands", "long numbers have points", r"[1-9](?<![\w.,/+:-][1-9])\d{4,8}(?![\w/:-]|[.,]\d)", _thousands, DIGITS),
    Rule(
        "thousands", "thousands are parted by points",
        r"[1-9](?<![\d.,/+)] [1-9])(?<![\w.,/+:-][1-9])\d{0,2}(?: \d{3})+(?![\w/-]|[., ]\d)", _thousands, DIGITS,
    ),
    Rule("thousands", "thousands are parted by points", r"[1-9](?<![\w.,/+-][1-9])\d{0,2}(?:,\d{3}){2,}(?![\w,]|\.\d)", _thousands, (",",)),
    Rule("note-mark", "the mark of a note on a sentence stands behind its full stop", rf"{BARE_MARK}([.!?])(?=\s|$)", _note_last, (BARE_MARK,)),
    Rule("dash", "a dash between spaces is the short one", " — ", " – ", (" — ",)),
    Rule("spelling", "this word has a sign on one of its letters", r"\b[A-Za-z]{4,}\b", _respelt, needs=_is_misspelt),
)  # fmt: skip

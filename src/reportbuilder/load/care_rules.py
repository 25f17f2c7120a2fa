"""The rules of typographic care that hold in all languages."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reportbuilder.load.care_dutch import DUTCH
from reportbuilder.load.care_rule import BARE_MARK, FIXED, LINKED_MARK, NARROW, NUMBER, Better, Rule
from reportbuilder.load.quotation import quotation

_OPENS = "(?<![^\\s(\\[{/“‘«„–—\u00a0\u202f%s])"
_LOST_BEGIN = "s|t|n|k|m|r|ie|er|em"
_STRAIGHT = "the quotation marks are straight ones"
_A_SIGN = "there is a sign for it"


def rules_for(text: str, language: str) -> Iterator[Rule]:
    """The rules for a language (a BCP 47 tag) that may have something to say of the text."""
    rules, by_sign, signs = _rules(language.partition("-")[0].lower())
    found = {number for sign in {"", *signs.findall(text)} for number in by_sign.get(sign, ())}
    return (rules[number] for number in sorted(found) if rules[number].may_match(text))


@lru_cache
def _rules(language: str) -> tuple[tuple[Rule, ...], dict[str, list[int]], re.Pattern[str]]:
    """The rules, their numbers by the signs that a text must have for them ("": none), and what finds such signs."""
    spaced = ",.)\\]" if language == "fr" else ",.;:!?)\\]"
    rules = (*_quotes(language), _space_before(spaced), *EVERYWHERE, *(DUTCH if language == "nl" else ()))
    by_sign: dict[str, list[int]] = {}
    for number, rule in enumerate(rules):
        for sign in rule.signs or ("",):
            by_sign.setdefault(sign, []).append(number)
    return rules, by_sign, re.compile(f"[{re.escape(''.join(by_sign))}]")


def _quotes(language: str) -> tuple[Rule, ...]:
    opening, closing, single, single_end = quotation(language).written

    def pair(first: str, last: str) -> Better:
        return lambda found: f"{first}{found[1]}{last}"

    inner = "[^'\\n]{0,300}?"
    apostrophe = rf"'(?<=\w')(?=\w)|'(?<=[sxzSXZ]')(?=\s\w)|'(?<!\S')(?=(?:{_LOST_BEGIN})\b|\d\ds?\b)|[`´](?<=\w[`´])(?=\w)"
    return (
        Rule("straight-quote", _STRAIGHT, rf'"{_OPENS % chr(34)}(?! )([^"\n]{{0,600}}?)(?<! )"(?!\w)', pair(opening, closing), ('"',)),
        Rule(
            "straight-quote", _STRAIGHT,
            rf"'{_OPENS % chr(39)}(?! )(?!(?:{_LOST_BEGIN})\b)({inner}(?:\w'\w{inner})*)(?<! )'(?!\w)", pair(single, single_end), ("'",),
        ),
        Rule("old-quote", "these are no quotation marks", r",,(\S[^\n]{0,300}?)(?:''|\"|”|“)", pair(opening, closing), (",,",)),
        Rule("straight-apostrophe", "the apostrophe is a straight one", apostrophe, "’", ("'", "`", "´")),
    )  # fmt: skip


def _space_before(spaced: str) -> Rule:
    expression = rf" (?<=\w )(?!\. \.)(?=[{spaced}](?:\s|$))"
    return Rule("space-before", "a space stands before the sign", expression, "", tuple(f" {sign}" for sign in ",.;:!?)]"))


def _range(found: re.Match[str]) -> str | None:
    """Two numbers that go up, as ranges do; not a telephone number or a code with a leading nought."""
    numbers = [re.sub(r"\D", "", number) for number in found.groups()]
    if any(digits.startswith("0") and ":" not in number for digits, number in zip(numbers, found.groups())):
        return None
    first, last = numbers
    rises = int(first) < int(last) or (len(first) == 4 and len(last) == 2 and int(first[2:]) < int(last))
    return f"{found[1]}–{found[2]}" if rises else None


def _times(found: re.Match[str]) -> str:
    return f"{found[1]}{NARROW}×{NARROW}" if found[2] or found[3] else f"{found[1]}×"


def _one_space(found: re.Match[str]) -> str:
    return found[0].strip(" ")


def _mark(found: re.Match[str]) -> str:
    return found[0].removeprefix(" ")


EVERYWHERE = (
    Rule("dash", "a dash is longer than a hyphen", r" (?<=[^\s-] )--? (?=\S)", " – ", (" - ", " -- ")),
    Rule("dash", "a dash is one sign", r"--(?<=\w--)(?=\w)", "–", ("--",)),
    Rule("range-dash", "between two numbers stands a dash", rf"(?=[0-9])(?<![\w.,:/–+-])({NUMBER})-({NUMBER})(?![\w/–-]|[.,:]\d)", _range, ("-",)),
    Rule("dots", "three full stops are one sign", r"\.\.\.(?<!\.\.\.\.)(?!\.)", "…", ("...",)),
    Rule("times", "the sign of multiplication is no letter", r"(?=[1-9])(?<![\w.,])([1-9][\d.,]*)( ?)[xX]( ?)(?=[1-9])", _times, ("x", "X")),
    Rule("minus", "the minus sign is longer than a hyphen", r"-(?<![^\s(]-)(?=\d)(?!\d+-)", "−", ("-",)),
    Rule("plus-minus", _A_SIGN, r"\+/-", "±", ("+/-",)),
    Rule("arrow", _A_SIGN, r"->(?<!-->)|=>", "→", ("->", "=>")),
    Rule("space-inside", "a space stands inside the bracket", r" (?<=[(\[] )", "", ("( ", "[ ")),
    Rule("space-after", "a space is missing", r",(?<=[^\W\d_]{2},)(?=[^\W\d_]{2})", ", ", (",",)),
    Rule("space-double", "an ordinary space stands beside a no-break one", f"[{NARROW}{FIXED}] +| +[{NARROW}{FIXED}]", _one_space, (NARROW, FIXED)),
    Rule("note-space", "a space stands before the mark of a note", f" [{BARE_MARK}{LINKED_MARK}]", _mark, (f" {BARE_MARK}", f" {LINKED_MARK}")),
)
"""For any language."""

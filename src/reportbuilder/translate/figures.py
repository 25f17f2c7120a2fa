"""Figures in what came back: a number that is a variable becomes the variable again, however the translator's language writes it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.values import Scalar
from reportbuilder.load.variables import Figures, substitute
from reportbuilder.translate.markup import CALL

ASCII = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٬٫٪", "01234567890123456789,.%")
"""Digits and signs of Arabic and Persian, each as one of ours, so that places stay the same."""
MARK = "[\u061c\u200e\u200f]?"
"""What may stand beside signs to hold them in their place among words from right to left."""
SPACE = "[ \u00a0\u2007\u2009\u202f]"
GROUP = "[.,'’ \u00a0\u2009\u202f]?"
MANNERS = {"en": ("en-GB", "en-US")}
"""A language that writes its dates in more than one way, whichever it is asked in."""
_FILTER = re.compile(r"\|\s*([a-z]+)\s*\}\}$")
_NUMBER = re.compile(r"-?(\d+)(?:\.(\d+))?")
_ANY = re.compile(r"\d+(?:[.,'’\u00a0\u2009\u202f]\d+)*")


def shown_call(call: str, figures: Figures | None, language: str) -> str:
    """What the call of a figure shows in a language; nothing if there is no such figure."""
    if figures is None:
        return ""
    filled = substitute(Scalar(call, "", ((0, 1, 1),)), figures, language, Log())
    return "" if filled.plain == call else filled.plain


def filled(text: str, figures: Figures | None, language: str) -> str:
    """The text with all figures brought in."""
    return CALL.sub(lambda call: shown_call(call[0], figures, language) or call[0], text)


class Restored(Struct, frozen=True):
    """Texts with calls again; ``lost`` are calls of the source that no text shows any more."""

    texts: tuple[str, ...]
    lost: tuple[str, ...]


def restored(texts: Sequence[str], source: str, figures: Figures | None, languages: Sequence[str]) -> Restored:
    """The texts of one paragraph with each call of the source in place of what shows its figure, as written in one of the languages or with any
    separators. Of several that could be it, the one is taken that has as many typed equals before it as in the source.
    """
    made, lost = [_Text(text) for text in texts], []
    calls = CALL.findall(source)
    for call in sorted(calls, key=lambda call: -len(shown_call(call, figures, languages[0]))):
        if not any(_put(made, pattern, replacement, source, call) for pattern, replacement in _patterns(call, figures, tuple(languages))):
            lost.append(call)
    return Restored(tuple(text.done() for text in made), tuple(call for call in calls if call in lost))


class _Text:
    """A text in which places are taken one after another; what is taken is not looked at again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.taken: list[tuple[int, int, str]] = []

    def places(self, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        found = ((match.start("figure"), match.end("figure")) for match in pattern.finditer(self.text.translate(ASCII)))
        return [(start, end) for start, end in found if all(end <= a or start >= b for a, b, _ in self.taken)]

    def done(self) -> str:
        made, at = [], 0
        for start, end, call in sorted(self.taken):
            made += [literal(self.text[at:start]), call]
            at = end
        return "".join([*made, literal(self.text[at:])])


def literal(text: str) -> str:
    """Two braces that a translator typed are text, never the call of a figure."""
    return re.sub(r"\{[{%#]|[}%#]\}", lambda found: f"{{{{ '{found[0]}' }}}}", text)


def _put(texts: Sequence[_Text], pattern: re.Pattern[str], replacement: str, source: str, call: str) -> bool:
    found = [(place, start, end) for place, text in enumerate(texts) for start, end in text.places(pattern)]
    if not found:
        return False
    place, start, end = found[min(_typed_before(source, call, texts[found[0][0]].text[found[0][1] : found[0][2]]), len(found) - 1)]
    texts[place].taken.append((start, end, replacement))
    return True


def _typed_before(source: str, call: str, shown: str) -> int:
    """How often the source has the same number typed before the call: so many of the places are not the call's."""
    digits = re.sub(r"\D", "", shown)
    return numbers(CALL.sub(" ", source[: source.find(call)])).count(digits) if digits else 0


@lru_cache(maxsize=4096)
def _shapes(call: str, shown: tuple[str, ...], value: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    made = [(_around("|".join(_spaced(text) for text in sorted(set(shown), key=len, reverse=True))), call)] if any(shown) else []
    filter = _FILTER.search(call)
    number = _NUMBER.fullmatch(value)
    if not number or (filter and filter[1] == "datum"):
        return tuple(made)
    digits = _digits(number[1], number[2] or "")
    if filter and filter[1] == "rang":  # written in another way, the number alone is the figure, and what stands behind it stays
        ordinals = "|".join(re.escape(text) for text in sorted(set(shown), key=len, reverse=True))
        return (_around(rf"(?:{ordinals})(?![^\W\d_])"), call), (_around(digits), _FILTER.sub("}}", call))
    if filter and filter[1] == "euro":
        money = rf"(?:€|EUR|euro){SPACE}?{digits}|{MARK}{digits}{SPACE}?(?:€|EUR)"
        return (*made, (_around(money), call), (_around(digits), _FILTER.sub("| getal }}", call)))
    if filter and filter[1] == "procent":
        return (*made, (_around(rf"{digits}{SPACE}?{MARK}%{MARK}"), call), (_around(digits), _FILTER.sub("| getal }}", call)))
    return (*made, (_around(digits), call))


def _patterns(call: str, figures: Figures | None, languages: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What a call may look like, the surest first, each with what takes its place: an amount without its sign is a plain number."""
    tags = [*languages, *(tag for language in languages for tag in MANNERS.get(language.partition("-")[0], ()))]
    shown = tuple(text for text in (shown_call(call, figures, tag) for tag in tags) if text)
    bare = shown_call(CALL.sub(lambda found: _FILTER.sub("}}", found[0]), call), figures, languages[0])
    return _shapes(call, shown, bare)


def _digits(whole: str, decimals: str) -> str:
    head = len(whole) % 3
    groups = [whole[:head]] * bool(head) + [whole[place : place + 3] for place in range(head, len(whole), 3)]
    return GROUP.join(groups) + (f"[.,]{decimals}" if decimals else "")


def _spaced(text: str) -> str:
    return "".join(SPACE if re.fullmatch(SPACE, sign) else re.escape(sign) for sign in text)


def _around(pattern: str) -> re.Pattern[str]:
    """Alone, but for the letters of an ordinal: 10e, 10th."""
    return re.compile(rf"(?<![\w])(?<!\d[.,'’])(?P<figure>{pattern})(?!\d|_|[^\W\d_]{{4}})(?![.,'’]\d)")


def numbers(text: str) -> list[str]:
    """The numbers of a text, without their separators."""
    return [re.sub(r"\D", "", found) for found in _ANY.findall(text.translate(ASCII))]

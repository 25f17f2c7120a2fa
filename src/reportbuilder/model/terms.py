"""Words that are stated once for the whole report: abbreviations with what they stand for, and words of other languages."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from reportbuilder.model.direction import writes_latin
from reportbuilder.model.labels import same_language
from reportbuilder.model.nodes import Abbreviation, Foreign, Inline, Part, Terms, Text
from reportbuilder.model.walk import with_children

_SPACE = "[ \u00a0\u202f]"
_BEFORE, _BEHIND = r"(?<![\w/@.])", r"(?![\w/@]|\.\w)"
"""What may not stand beside a word for it to be whole: a letter, or what makes it a part of an address. A hyphen may: “OCMW-raad”."""

_LATIN = "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]"
_Kind = tuple[type[Foreign] | type[Abbreviation], str]
"""What a word is marked as, and its language or what it stands for."""


def with_terms(parts: tuple[Part, ...], terms: Terms, language: str) -> tuple[Part, ...]:
    """The parts with every term marked where it stands as a whole in the text; ``language`` is that of the document.

    Abbreviations are left alone in another language than the report was written in, and so are the words of the document's own.
    """
    known = dict(_known(terms, language))
    others = _own_words(terms, language)
    if not known and not others:
        return parts
    # The longest first, for of two that begin alike the pattern takes the first.
    words = "|".join(re.escape(word).replace("\\ ", _SPACE) for word in sorted(known, key=len, reverse=True))
    patterns = [f"{_BEFORE}(?:{words}){_BEHIND}"] * bool(known) + [others] * bool(others)
    marker = _Marker(re.compile("|".join(patterns)), known, (Foreign, terms.language))
    return tuple(with_children(part, marker) for part in parts)


def _own_words(terms: Terms, language: str) -> str:
    """The pattern of words in Latin letters in a language that has other ones: names and addresses in the language that the report was written in, unless
    it is told otherwise of them. Empty for languages that have Latin letters.
    """
    if terms.language and writes_latin(terms.language) and not writes_latin(language):
        return f"{_BEFORE}{_LATIN}+(?:[ \u00a0\u202f.,’'&-]{{1,2}}{_LATIN}+)*{_BEHIND}"
    return ""


def _known(terms: Terms, language: str) -> Iterator[tuple[str, _Kind]]:
    for tag, words in terms.foreign:
        if not same_language(tag, language):
            yield from ((word, (Foreign, tag)) for word in words)
    if same_language(terms.language, language):
        yield from ((short, (Abbreviation, long)) for short, long in terms.abbreviations)


class _Marker:
    """Divides texts at the terms in them; what the pattern finds and nobody stated is marked ``otherwise``. The first piece of a text keeps its id; words
    that are marked already are left alone.
    """

    def __init__(self, pattern: re.Pattern[str], known: Mapping[str, _Kind], otherwise: _Kind) -> None:
        self._pattern, self._known, self._otherwise = pattern, known, otherwise

    def __call__(self, node: Any) -> tuple[Any, ...]:
        match node:
            case Text():
                return tuple(self._divided(node))
            case Foreign() | Abbreviation():
                return (node,)
            case _:
                return (with_children(node, self),)

    def _divided(self, text: Text) -> Iterator[Inline]:
        done, ident = 0, text.id
        for found in self._pattern.finditer(text.text):
            if found.start() > done:
                yield Text(text.text[done : found.start()], text.span, ident)
                ident = 0
            kind, said = self._known.get(re.sub(_SPACE, " ", found[0]), self._otherwise)
            yield kind(said, (Text(found[0], text.span, ident),), text.span)
            done, ident = found.end(), 0
        if not done:
            yield text
        elif done < len(text.text):
            yield Text(text.text[done:], text.span, ident)

"""Words that are stated once for the whole report: abbreviations with what they stand for, and words of other languages."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from reportbuilder.model.labels import same_language
from reportbuilder.model.nodes import Abbreviation, Foreign, Inline, Part, Terms, Text
from reportbuilder.model.walk import with_children

_SPACE = "[ \u00a0\u202f]"
_BEFORE, _BEHIND = r"(?<![\w/@.])", r"(?![\w/@]|\.\w)"
"""What may not stand beside a word for it to be whole: a letter, or what makes it a part of an address. A hyphen may: “OCMW-raad”."""


def with_terms(parts: tuple[Part, ...], terms: Terms, language: str) -> tuple[Part, ...]:
    """The parts with every term marked where it stands as a whole in the text; ``language`` is that of the document.

    Abbreviations are left alone in another language than the report was written in, and so are the words of the document's own.
    """
    known = dict(_known(terms, language))
    if not known:
        return parts
    # The longest first, for of two that begin alike the pattern takes the first.
    words = "|".join(re.escape(word).replace("\\ ", _SPACE) for word in sorted(known, key=len, reverse=True))
    marker = _Marker(re.compile(f"{_BEFORE}(?:{words}){_BEHIND}"), known)
    return tuple(with_children(part, marker) for part in parts)


def _known(terms: Terms, language: str) -> Iterator[tuple[str, tuple[type[Foreign] | type[Abbreviation], str]]]:
    for tag, words in terms.foreign:
        if not same_language(tag, language):
            yield from ((word, (Foreign, tag)) for word in words)
    if same_language(terms.language, language):
        yield from ((short, (Abbreviation, long)) for short, long in terms.abbreviations)


class _Marker:
    """Divides texts at the terms in them. The first piece of a text keeps its id; words that are marked already are left alone."""

    def __init__(self, pattern: re.Pattern[str], known: Mapping[str, tuple[type[Foreign] | type[Abbreviation], str]]) -> None:
        self._pattern, self._known = pattern, known

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
            kind, said = self._known[re.sub(_SPACE, " ", found[0])]
            yield kind(said, (Text(found[0], text.span, ident),), text.span)
            done, ident = found.end(), 0
        if not done:
            yield text
        elif done < len(text.text):
            yield Text(text.text[done:], text.span, ident)

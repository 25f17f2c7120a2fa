"""Where words may be broken, by language: rules for Dutch, patterns of the dictionaries that pyphen carries for all; kept between builds."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from reportbuilder.kept import keep, recall
from reportbuilder.style.spelling import Hyphen

Breaks = tuple[Hyphen, ...]
"""Where one word may be broken, in order."""

WORD = re.compile(r"[^\W\d_]{4,}[’'][^\W\d_]+|[^\W\d_]{5,}")
LEFT, RIGHT = 2, 3
"""The least number of letters before and after a hyphen, in languages that we have no rules for."""
NAME = 500.0
"""What a break costs more in a name: a word with a capital that begins no sentence."""
EDITION = 13
"""Changes when the rules do, so that what was kept is found anew."""
MOST_KEPT = 200_000


class Hyphens:
    """The hyphenation of one language. ``exceptions`` are an editor's own words in small letters. What was found is kept in ``cache`` (a file,
    or None), so that patterns and lists need not be read again.
    """

    def __init__(self, language: str, cache: Path | None = None, exceptions: Mapping[str, Breaks] | None = None) -> None:
        self._language = language
        self._cache = cache
        self._exceptions = exceptions or {}
        own = blake2b(repr(sorted(self._exceptions.items())).encode(), digest_size=8).hexdigest()
        self._stamp = f"{_edition()} {EDITION} {language} {own}"
        self._found: dict[str, Breaks] = (recall(cache, self._stamp, dict[str, Breaks]) if cache else None) or {}
        self._kept = len(self._found)
        self._patterns = None
        self._compounds = None
        self._others: dict[str, Hyphens] = {}

    def of(self, language: str) -> "Hyphens":
        """The hyphenation of another language, without exceptions, kept beside this; of no name or the same language: this."""
        if not language or language == self._language:
            return self
        found = self._others.get(language)
        if found is None:
            cache = self._cache.with_name(f"hyphens-{language}") if self._cache else None
            found = self._others[language] = Hyphens(language, cache)
        return found

    def breaks(self, word: str, begins: bool = False) -> Breaks:
        """The breaks in order; none in acronyms, numbers and addresses. ``begins``: the word begins a sentence, so its capital does not make
        it a name.
        """
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = self._breaks(word)
        if found and not begins and _is_name(word) and word.lower() not in self._exceptions:
            return tuple(hyphen._replace(penalty=hyphen.penalty + NAME) for hyphen in found)
        return found

    def known(self) -> dict[str, int]:
        """How many words it knows in each language, for `learned`."""
        return {language: len(one._found) for language, one in self._all()}

    def learned(self, before: Mapping[str, int]) -> dict[str, dict[str, Breaks]]:
        """The words that were new since then, by language."""
        return {language: dict(islice(one._found.items(), before.get(language, 0), None)) for language, one in self._all()}

    def learn(self, words: Mapping[str, Mapping[str, Breaks]]) -> None:
        """Take over what another found for the same languages."""
        for language, found in words.items():
            one = self.of(language)
            for word, breaks in found.items():
                one._found.setdefault(word, breaks)

    def _all(self) -> Iterator[tuple[str, "Hyphens"]]:
        yield self._language, self
        yield from self._others.items()

    def keep(self) -> None:
        """Write what is new to the cache; a cache that cannot be written is no fault."""
        for other in self._others.values():
            other.keep()
        if self._cache and self._kept < len(self._found) <= MOST_KEPT:
            keep(self._cache, self._stamp, self._found)
            self._kept = len(self._found)

    def _breaks(self, word: str) -> Breaks:
        if "://" in word or "@" in word or any(c.isdigit() for c in word):
            return ()
        breaks: list[Hyphen] = []
        for match in WORD.finditer(word):
            part, low = match.group(), match.group().lower()
            own = self._exceptions.get(low.replace("'", "’"))
            if own is None and len(low) == len(part) and not any(c.isupper() for c in part[1:]):
                own = self._ruled(low)
            start = match.start()
            breaks += (hyphen._replace(start=hyphen.start + start, stop=hyphen.stop + start) for hyphen in own or ())
        return tuple(breaks)

    def _ruled(self, low: str) -> Iterable[Hyphen]:
        patterns = self._dictionary()
        if not patterns:
            return ()
        if self._language.partition("-")[0] != "nl":
            return () if "’" in low or "'" in low else (Hyphen(int(p), int(p)) for p in patterns.positions(low) if not getattr(p, "data", None))
        from reportbuilder.assets.compounds import Compounds
        from reportbuilder.assets.dutch import dutch_breaks

        if self._compounds is None:
            self._compounds = Compounds()
        return dutch_breaks(low, patterns.positions, self._compounds)

    def _dictionary(self):
        if self._patterns is None:
            import pyphen

            name = pyphen.language_fallback(self._language.replace("-", "_"))
            right = LEFT if self._language.partition("-")[0] == "nl" else RIGHT
            self._patterns = pyphen.Pyphen(lang=name, left=LEFT, right=right) if name else False
        return self._patterns


def _is_name(word: str) -> bool:
    """Whether the first letter is a capital."""
    return next((c.isupper() for c in word if c.isalpha()), False)


def _edition() -> str:
    """Something that changes with the patterns: when the package was installed (to ask for its version would cost a tenth of a second)."""
    spec = find_spec("pyphen")
    if spec is None or spec.origin is None:
        return ""
    found = os.stat(spec.origin)
    return f"{found.st_mtime_ns} {found.st_size}"

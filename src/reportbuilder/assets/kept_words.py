"""Shaped words kept between builds, by the font that shaped them: to read a word again is twenty times as quick as to shape it."""

from hashlib import blake2b
from pathlib import Path

import uharfbuzz as hb
from msgspec import MsgspecError, Raw, Struct, msgpack

from reportbuilder.assets.shaped import Shaped
from reportbuilder.kept import keep, recall

Words = dict[tuple[str, tuple[str, ...], bool, str], Shaped]
"""By the text, features, whether it is read from right to left, and its language."""
EDITION = "2"
"""Changes with what shaping a word gives."""
MOST_WORDS, MOST_FONTS = 200_000, 60


class _Word(Struct, array_like=True):
    text: str
    features: tuple[str, ...]
    reversed: bool
    language: str
    shaped: Shaped


_DECODER = msgpack.Decoder(list[_Word])


class KeptWords:
    """The words in one file, of all fonts and languages that were asked for."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._stamp = f"{EDITION} {hb.version_string()}"
        self._before: dict[str, Raw] = recall(file, self._stamp, dict[str, Raw]) or {}
        self._fonts: list[tuple[str, int, Words]] = []

    def of(self, data: bytes, language: str, variations: dict[str, float]) -> Words:
        """The words of the font with that data, shaped for a language at a place on its axes; what is added to them is kept too."""
        digest = blake2b(data, digest_size=20, person=b"words")
        digest.update(f"{language} {sorted(variations.items())}".encode())
        name = digest.hexdigest()
        try:
            words: Words = {(w.text, w.features, w.reversed, w.language): w.shaped for w in _DECODER.decode(self._before.get(name, b"\x90"))}
        except (MsgspecError, RecursionError):
            words = {}
        self._fonts.append((name, len(words), words))
        return words

    def keep(self) -> None:
        """Keep all words, unless there is none that was not kept before, or there are too many."""
        new = {name: words for name, before, words in self._fonts if len(words) != before}
        if not new or sum(map(len, new.values())) > MOST_WORDS:
            return
        made = {name: msgpack.encode([_Word(*key, shaped) for key, shaped in now.items()]) for name, now in new.items()}
        others = {name: kept for name, kept in self._before.items() if name not in made}
        while others and len(others) + len(made) > MOST_FONTS:
            others.pop(next(iter(others)))
        keep(self._file, self._stamp, {**others, **{name: Raw(data) for name, data in made.items()}})

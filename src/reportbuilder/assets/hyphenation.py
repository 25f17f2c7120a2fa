"""Where words may be broken, by language (patterns of the hyphenation dictionaries that pyphen carries); kept between builds."""

import contextlib
import json
import os
import re
from importlib.util import find_spec
from pathlib import Path

from reportbuilder.assets.spelling import Hyphen

WORD = re.compile(r"[^\W\d_]{5,}")
LEFT, RIGHT = 2, 3
"""The least number of letters before and after a hyphen."""
CHANGING = {"nl": "äëïöü"}
"""Letters that lose their sign when a break comes before them (re-ëel would be written re-eel), so none may come there."""
MOST_KEPT = 200_000


class Hyphens:
    """The hyphenation of one language. What was found is kept in ``cache`` (a file, or None), so that the patterns need not be read again."""

    def __init__(self, language: str, cache: Path | None = None) -> None:
        self._language = language
        self._cache = cache
        self._changing = CHANGING.get(language.partition("-")[0], "")
        self._stamp = f"{_edition()} {language} {LEFT} {RIGHT} {self._changing}"
        self._found = self._kept()
        self._count = len(self._found)
        self._patterns = None

    def positions(self, word: str) -> tuple[int, ...]:
        """Offsets in ``word`` before which a hyphen may be set; none in acronyms, numbers and addresses, nor where spelling would change."""
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = self._positions(word)
        return tuple(found)

    def breaks(self, word: str, begins: bool = False) -> tuple[Hyphen, ...]:
        """The breaks in order; ``begins``: the word begins a sentence, so its capital does not make it a name."""
        return tuple(Hyphen(position, position) for position in self.positions(word))

    def keep(self) -> None:
        """Write what is new to the cache; a cache that cannot be written is no fault."""
        if self._cache is None or len(self._found) == self._count or len(self._found) > MOST_KEPT:
            return
        part = self._cache.with_name(f"{self._cache.name}.{os.getpid()}.part")
        with contextlib.suppress(OSError):
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps({"stamp": self._stamp, "words": self._found}, ensure_ascii=False), encoding="utf-8")
            part.replace(self._cache)
            self._count = len(self._found)

    def _kept(self) -> dict[str, tuple[int, ...]]:
        if self._cache is None:
            return {}
        try:
            kept = json.loads(self._cache.read_text(encoding="utf-8"))
            if kept["stamp"] == self._stamp:
                return {str(word): tuple(int(p) for p in found if 0 < p < len(word)) for word, found in kept["words"].items()}
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            pass  # no cache, or a damaged one: it is made anew
        return {}

    def _positions(self, word: str) -> tuple[int, ...]:
        if "://" in word or "@" in word or any(c.isdigit() for c in word):
            return ()
        patterns = self._dictionary()
        positions: list[int] = []
        for match in WORD.finditer(word):
            part = match.group()
            low = part.lower()
            if patterns and len(low) == len(part) and not part.isupper() and not any(c.isupper() for c in part[1:]):
                breaks = (p for p in patterns.positions(low) if not getattr(p, "data", None) and low[p] not in self._changing)
                positions += (match.start() + p for p in breaks)
        return tuple(positions)

    def _dictionary(self):
        if self._patterns is None:
            import pyphen

            name = pyphen.language_fallback(self._language.replace("-", "_"))
            self._patterns = pyphen.Pyphen(lang=name, left=LEFT, right=RIGHT) if name else False
        return self._patterns


def _edition() -> str:
    """Something that changes with the patterns: when the package was installed (to ask for its version would cost a tenth of a second)."""
    spec = find_spec("pyphen")
    if spec is None or spec.origin is None:
        return ""
    found = os.stat(spec.origin)
    return f"{found.st_mtime_ns} {found.st_size}"

"""Where words may be broken, by language (patterns of the hyphenation dictionaries that pyphen carries)."""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]{5,}")
LEFT, RIGHT = 2, 3


@lru_cache(maxsize=8)
def _dictionary(language: str):
    import pyphen

    name = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=name, left=LEFT, right=RIGHT) if name else None


@lru_cache(maxsize=100_000)
def hyphen_positions(word: str, language: str) -> tuple[int, ...]:
    """Offsets in ``word`` before which a hyphen may be set; none in acronyms, numbers and addresses, nor where spelling would change."""
    dictionary = _dictionary(language)
    if dictionary is None or "://" in word or "@" in word or any(c.isdigit() for c in word):
        return ()
    positions: list[int] = []
    for match in WORD.finditer(word):
        part = match.group()
        if part.isupper() or any(c.isupper() for c in part[1:]):
            continue
        positions += (match.start() + p for p in dictionary.positions(part.lower()) if not getattr(p, "data", None))
    return tuple(positions)

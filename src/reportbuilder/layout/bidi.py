"""The Unicode Bidirectional Algorithm (Unicode Annex 9): in which direction each character of a paragraph runs, and the order they stand in.

Rules are named as the annex names them. A level is even for text from left to right and odd for text from right to left.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from unicodedata import bidirectional

from reportbuilder.layout.bidi_brackets import CLOSING, OPENING

MAX_DEPTH = 125
MOST_BRACKETS = 63
ISOLATES, EMBEDDINGS = ("LRI", "RLI", "FSI"), ("LRE", "RLE", "LRO", "RLO")
REMOVED = frozenset((*EMBEDDINGS, "PDF", "BN"))
NEUTRAL = frozenset(("B", "S", "WS", "ON", *ISOLATES, "PDI"))


def levels_of(text: str, base: int) -> list[int]:
    """The level of each character of a paragraph whose own level is ``base`` (0 or 1), all rules but those for lines applied."""
    classes = [bidirectional(character) or "L" for character in text]
    matches = _isolates(classes)
    levels = _explicit(classes, base, matches)
    kept = [index for index, kind in enumerate(classes) if kind not in REMOVED]
    places = {index: number for number, index in enumerate(kept)}
    resolved = list(classes)
    for sequence in _sequences(kept, levels, classes, matches):
        _resolve(sequence, kept, places, levels, resolved, text, base)
    for index in kept:
        levels[index] += _implicit(resolved[index], levels[index])
    return _with_removed(levels, classes, base)


def visual_order(levels: Sequence[int]) -> list[int]:
    """The indices of the items of a line from left to right (L2)."""
    order = list(range(len(levels)))
    lowest = min((level for level in levels if level % 2), default=0)
    for level in range(max(levels, default=0), lowest - 1 if lowest else 0, -1):
        start = 0
        for inside, group in groupby([levels[index] >= level for index in order]):
            end = start + len(list(group))
            if inside:
                order[start:end] = order[start:end][::-1]
            start = end
    return order


# ---------------------------------------------------------------- explicit levels


def _isolates(classes: list[str]) -> dict[int, int]:
    """For each isolate initiator the index of its PDI (BD9); those that are never closed are left out."""
    matches: dict[int, int] = {}
    opened: list[int] = []
    for index, kind in enumerate(classes):
        if kind in ISOLATES:
            opened.append(index)
        elif kind == "PDI" and opened:
            matches[opened.pop()] = index
        elif kind == "B":
            opened.clear()
    return matches


def _first_strong(classes: list[str], start: int, end: int, matches: dict[int, int]) -> int:
    """The level that the first strong character between them gives, isolates left out (P2, P3); 0 if there is none."""
    index = start
    while index < end:
        kind = classes[index]
        if kind in ("L", "R", "AL"):
            return int(kind != "L")
        index = matches.get(index, end if kind in ISOLATES else index) + 1
    return 0


def _explicit(classes: list[str], base: int, matches: dict[int, int]) -> list[int]:
    """X1 to X8. What overrides change is changed in ``classes``."""
    levels = [base] * len(classes)
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    over_isolates = over_embeddings = valid_isolates = 0
    for index, kind in enumerate(list(classes)):
        level, override, _ = stack[-1]
        levels[index] = level
        if kind in EMBEDDINGS or kind in ISOLATES:
            isolate = kind in ISOLATES
            if isolate and override:
                classes[index] = override
            right = _first_strong(classes, index + 1, matches.get(index, len(classes)), matches) if kind == "FSI" else kind.startswith("R")
            deeper = (level + 1) | 1 if right else (level + 2) & ~1
            if deeper <= MAX_DEPTH and not over_isolates and not over_embeddings:
                valid_isolates += isolate
                stack.append((deeper, kind[0] if kind in ("LRO", "RLO") else "", isolate))
            elif isolate:
                over_isolates += 1
            elif not over_isolates:
                over_embeddings += 1
        elif kind == "PDI":
            if over_isolates:
                over_isolates -= 1
            elif valid_isolates:
                over_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                valid_isolates -= 1
            levels[index] = stack[-1][0]
            if stack[-1][1]:
                classes[index] = stack[-1][1]
        elif kind == "PDF":
            if over_isolates:
                pass
            elif over_embeddings:
                over_embeddings -= 1
            elif len(stack) > 1 and not stack[-1][2]:
                stack.pop()
        elif kind == "B":
            levels[index] = base
        elif override and kind != "BN":
            classes[index] = override
    return levels


def _sequences(kept: list[int], levels: list[int], classes: list[str], matches: dict[int, int]) -> Iterator[list[int]]:
    """The isolating run sequences (BD13): runs of one level, joined where an isolate stands between them."""
    runs = [list(group) for _, group in groupby(kept, key=levels.__getitem__)]
    by_start = {run[0]: run for run in runs}
    closers = set(matches.values())
    for run in runs:
        if run[0] in closers and classes[run[0]] == "PDI":
            continue
        sequence = list(run)
        while sequence[-1] in matches and (following := by_start.get(matches[sequence[-1]])):
            sequence += following
        yield sequence


# ---------------------------------------------------------------- weak and neutral types


def _resolve(
    sequence: list[int], kept: list[int], places: dict[int, int], levels: list[int], classes: list[str], text: str, base: int
) -> None:
    """X10 to N2 for one sequence, in ``classes``; ``places`` has the number of each index in ``kept``."""
    level = levels[sequence[0]]
    before = places[sequence[0]] - 1
    after = len(kept) if classes[sequence[-1]] in ISOLATES else places[sequence[-1]] + 1
    sos = _direction(max(level, levels[kept[before]] if before >= 0 else base))
    eos = _direction(max(level, levels[kept[after]] if after < len(kept) else base))
    kinds = [classes[index] for index in sequence]
    original = list(kinds)
    _weak(kinds, sos)
    _brackets(kinds, original, [text[index] for index in sequence], sos, _direction(level))
    _neutral(kinds, sos, eos, _direction(level))
    for index, kind in zip(sequence, kinds):
        classes[index] = kind


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


def _weak(kinds: list[str], sos: str) -> None:
    """W1 to W7."""
    previous = strong = sos
    for number, kind in enumerate(kinds):
        if kind == "NSM":  # W1
            kind = "ON" if previous in ISOLATES or previous == "PDI" else previous
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":  # W2
            kind = "AN"
        kinds[number] = previous = kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for number in range(1, len(kinds) - 1):  # W4
        around = kinds[number - 1], kinds[number + 1]
        if (kinds[number] in ("ES", "CS") and around == ("EN", "EN")) or (kinds[number] == "CS" and around == ("AN", "AN")):
            kinds[number] = around[0]
    start = 0
    for kind, group in groupby(list(kinds)):  # W5
        end = start + len(list(group))
        if kind == "ET" and "EN" in (*kinds[max(0, start - 1) : start], *kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
        start = end
    kinds[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in kinds]  # W6
    strong = sos
    for number, kind in enumerate(kinds):  # W7
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[number] = "L"


def _strong(kind: str) -> str:
    """What a type counts as for neutral ones: numbers run like text from right to left."""
    return "R" if kind in ("R", "EN", "AN") else "L" if kind == "L" else ""


def _brackets(kinds: list[str], original: list[str], characters: list[str], sos: str, embedding: str) -> None:
    """N0: both brackets of a pair run like what stands between them, or before them."""
    for first, last in _pairs(kinds, characters):
        inside = {strong for kind in kinds[first + 1 : last] if (strong := _strong(kind))}
        if embedding in inside:
            direction = embedding
        elif inside:
            context = next((strong for number in range(first - 1, -1, -1) if (strong := _strong(kinds[number]))), sos)
            direction = context if context != embedding else embedding
        else:
            continue
        for number in (first, last):
            kinds[number] = direction
            for following in range(number + 1, len(kinds)):
                if original[following] != "NSM":
                    break
                kinds[following] = direction


def _pairs(kinds: list[str], characters: list[str]) -> list[tuple[int, int]]:
    """Pairs of brackets by their places (BD16), those that open first first."""
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for number, character in enumerate(characters):
        if kinds[number] != "ON":
            continue
        if character in OPENING:
            if len(opened) == MOST_BRACKETS:
                return []
            opened.append((OPENING[character], number))
        elif character in CLOSING:
            wanted = CLOSING[character]
            for depth in reversed(range(len(opened))):
                if opened[depth][0] == wanted:
                    pairs.append((opened[depth][1], number))
                    del opened[depth:]
                    break
    return sorted(pairs)


def _neutral(kinds: list[str], sos: str, eos: str, embedding: str) -> None:
    """N1 and N2."""
    start = 0
    for neutral, group in groupby([kind in NEUTRAL for kind in kinds]):
        end = start + len(list(group))
        if neutral:
            before = _strong(kinds[start - 1]) if start else sos
            after = _strong(kinds[end]) if end < len(kinds) else eos
            kinds[start:end] = [before if before == after else embedding] * (end - start)
        start = end


def _implicit(kind: str, level: int) -> int:
    """By how much a type raises its level (I1, I2)."""
    if level % 2:
        return int(kind in ("L", "EN", "AN"))
    return 1 if kind == "R" else 2 if kind in ("EN", "AN") else 0


def _with_removed(levels: list[int], classes: list[str], base: int) -> list[int]:
    """Characters that the algorithm removes (X9) get the level of what stands before them."""
    previous = base
    for index, kind in enumerate(classes):
        if kind in REMOVED:
            levels[index] = previous
        previous = levels[index]
    return levels

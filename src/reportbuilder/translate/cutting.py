"""Passages put together, and cut apart at the end of a sentence or behind so many letters."""

import re

from msgspec.structs import replace

from reportbuilder.translate.returned import Passage, Run

_END = re.compile(r"[.!?…:;][\"”’»)\]]*\s+")
_CLOSING = set(",.;:!?)]”’»…")


def joined(one: Passage, other: Passage) -> Passage:
    """The two as one, with a space between them where words meet."""
    glue = () if other.text[:1] in _CLOSING else (Run("text", " "),)
    return replace(one, runs=(*one.runs, *glue, *other.runs), comments=(*one.comments, *other.comments), names=(*one.names, *other.names))


def divided(passage: Passage, share: float) -> tuple[Passage, Passage] | None:
    """The passage cut at the end of a sentence (or at a line break) nearest to that share of its length; None if there is no such place."""
    total = sum(len(run.text) for run in passage.runs if run.kind == "text")
    at, best = 0, None
    for number, run in enumerate(passage.runs):
        if run.kind == "break":
            best = _nearer(best, (abs(at - share * total) - 5, number, 0))
        elif run.kind == "text":
            for end in _END.finditer(run.text):
                best = _nearer(best, (abs(at + end.end() - share * total), number, end.end()))
            at += len(run.text)
    if best is None or best[0] > 0.3 * total + 20:
        return None
    _, number, cut = best
    run = passage.runs[number]
    first, second = list(passage.runs[:number]), list(passage.runs[number + 1 :])
    if run.kind == "text":
        first.append(replace(run, text=run.text[:cut]))
        while second and run.text[cut:] == "" and second[0].kind in ("note", "repeat"):
            first.append(second.pop(0))  # the mark of a note goes with the sentence before it
        second.insert(0, replace(run, text=run.text[cut:]))
    return replace(passage, runs=tuple(first)), replace(passage, runs=tuple(second), names=())


def cut_at(passage: Passage, offset: int) -> tuple[Passage, Passage]:
    """The passage cut behind so many letters; a mark of a note right there stays with what is before it."""
    first: list[Run] = []
    second: list[Run] = []
    at = 0
    for run in passage.runs:
        length = len(run.text) if run.kind == "text" else 0
        if at + length <= offset and not second:
            first.append(run)
        elif at < offset:
            first.append(replace(run, text=run.text[: offset - at]))
            second.append(replace(run, text=run.text[offset - at :]))
        else:
            second.append(run)
        at += length
    return replace(passage, runs=tuple(first)), replace(passage, runs=tuple(second), names=(), offsets=())


def _nearer(best: tuple[float, int, int] | None, other: tuple[float, int, int]) -> tuple[float, int, int]:
    return other if best is None or other < best else best

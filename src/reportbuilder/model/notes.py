"""Notes: numbered in each chapter and letter from 1, in the order in which they are first called."""

from typing import Any

from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.nearest import did_you_mean
from reportbuilder.model.nodes import Chapter, Letter, Note, NoteCall, NoteMark, Part
from reportbuilder.model.walk import walk, with_children


def with_notes(part: Part, log: Log) -> Part:
    """The part with marks in place of the calls, and its notes in the order of their numbers; notes that are never called are left out."""
    notes = {note.key: note for note in part.notes} if isinstance(part, Chapter | Letter) else {}
    numbers: dict[str, int] = {}
    marks: dict[str, int] = {}

    def change(node: Any) -> tuple[Any, ...]:
        match node:
            case NoteCall() if node.key not in notes:
                _report_unknown(node, part, log)
                return ()
            case NoteCall():
                first = node.key not in marks
                marks.setdefault(node.key, node.id)
                number = numbers.setdefault(node.key, len(numbers) + 1)
                return (NoteMark(number, notes[node.key].id, first, node.span, node.id),)
            case Note():
                return (_without_calls(node, log),)
            case _:
                return (with_children(node, change),)

    new: Part
    (new,) = change(part)
    if not isinstance(new, Chapter | Letter):
        return new
    for note in new.notes:
        if note.key not in numbers:
            log.error("unused-note", f"the note ‘{note.key}’ is never called", note.span, f"put [^{note.key}] where it belongs, or take it out")
    called = [replace(note, number=numbers[note.key], mark=marks[note.key]) for note in new.notes if note.key in numbers]
    return replace(new, notes=tuple(sorted(called, key=lambda note: note.number)))


def _report_unknown(call: NoteCall, part: Part, log: Log) -> None:
    if isinstance(part, Chapter | Letter):
        hint = did_you_mean(call.key, [note.key for note in part.notes]) or "write it under ‘notes:’ at the end of the file"
    else:
        hint = "only chapters and letters have notes"
    log.error("unknown-note", f"no note is named ‘{call.key}’", call.span, hint)


def _without_calls(note: Note, log: Log) -> Note:
    def change(node: Any) -> tuple[Any, ...]:
        return () if isinstance(node, NoteCall) else (with_children(node, change),)

    for node in walk(note):
        if isinstance(node, NoteCall):
            log.error("note-in-note", f"the note ‘{note.key}’ calls the note ‘{node.key}’", node.span, "say it in one note")
    return with_children(note, change)

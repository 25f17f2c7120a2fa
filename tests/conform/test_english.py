"""The English of the report, the translator's way: typed into the exported DOCX in LibreOffice, it comes back as ``en.po`` has it, to the letter."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conform.office import run_office
from unit.translate.round import copied, job_of, sent

from reportbuilder.diag.diagnostic import Log
from reportbuilder.handout import Task
from reportbuilder.intake import ImportOptions, receive
from reportbuilder.model.nodes import Emphasis, Inlines, LineBreak, Link, NoteCall, Strong, Text
from reportbuilder.progress import Progress
from reportbuilder.translate.figures import filled
from reportbuilder.translate.markup import parsed
from reportbuilder.translate.segments import TEXTS
from reportbuilder.translate.translated import Segment
from reportbuilder.translate.word import read_docx

pytestmark = pytest.mark.conform
ROOT = Path(__file__).resolve().parents[2]


def pieces(content: Inlines, bold: bool = False, italic: bool = False, address: str = "") -> Iterator[list[Any] | int]:
    """What a translator types, with its marks; 0 where the mark of a note stands and is left."""
    for node in content:
        match node:
            case Text():
                yield [node.text, bold, italic, address]
            case LineBreak():
                yield ["\n", bold, italic, address]
            case Strong():
                yield from pieces(node.content, True, italic, address)
            case Emphasis():
                yield from pieces(node.content, bold, True, address)
            case Link():
                yield from pieces(node.content, bold, italic, node.url)
            case NoteCall():
                yield 0
            case _:
                raise AssertionError(f"nobody can type {node}")


def typed(segment: Segment, task: Task) -> list[list[Any] | int]:
    assert segment.entry and segment.state == "done"
    text = filled(segment.entry.target, task.raw.figures, "en")
    return [[text, False, False, ""]] if segment.unit.kind in TEXTS else list(pieces(parsed(text)))


def test_typed_in_libreoffice_it_is_the_english_that_the_report_has(judge: Callable[[str], str], tmp_path: Path) -> None:
    english = job_of(ROOT)
    root = copied(ROOT, tmp_path)
    (root / "sections/locale/en.po").unlink()
    fresh = job_of(root)
    meant = {new.id: old for new, old in zip(reversed(fresh.found), reversed(english.found), strict=True) if old.state != "wordless"}
    folder = tmp_path / "office"
    folder.mkdir()
    (folder / "in.docx").write_bytes(sent(fresh))
    named = [(passage.text, id) for passage in read_docx((folder / "in.docx").read_bytes()).passages for id, _ in passage.names if id in meant]
    assert sorted(id for _, id in named) == sorted(meant) and len(meant) > 300
    (folder / "texts.json").write_text(json.dumps([(" ".join(text.split()), typed(meant[id], english)) for text, id in named]), encoding="utf-8")
    run_office(judge, "uno_translator.py", folder)
    assert json.loads((folder / "left.json").read_text(encoding="utf-8")) == []
    for name in ("out.docx", "out.odt"):
        made = receive(ImportOptions(root, folder / name, "en", dry=True, accept_same=True), Log(), Progress()).taken
        assert made and made.leftovers == ()
        assert {verdict.kind for verdict in made.verdicts} == {"new"}
        entries = {id: segment.entry for id, segment in meant.items()}
        assert {verdict.segment.id: verdict.target for verdict in made.verdicts} == {id: entry.target for id, entry in entries.items() if entry}

"""What is done to notes, tracked changes, comments, bold and links, and what comes of each."""

import pytest

from lxml import etree
from pseudo import W, translated_docx

from reportbuilder.handout import Task

from .harm import damaged, paragraph, run, with_part, without_names
from .round import kinds, of, right, taken

pytestmark = pytest.mark.slow


def _footnotes(tree: etree._Element) -> list[etree._Element]:
    return list(tree.iter(f"{W}footnoteReference"))


def test_a_mark_that_was_deleted_is_doubted(task: Task, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        mark = _footnotes(paragraph(tree, "Beste lezer"))[0].getparent()
        mark.getparent().remove(mark)

    verdict = of(damaged(task, file, harm), "Beste lezer")
    assert verdict.kind == "unsure" and any("[^brief]" in fault.message for fault in verdict.faults)


def test_a_mark_that_moved_to_another_text_makes_both_doubtful(task: Task, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        paragraph(tree, "Een tweede alinea").append(_footnotes(paragraph(tree, "Beste lezer"))[0].getparent())

    made = damaged(task, file, harm)
    assert of(made, "Beste lezer").kind == of(made, "Een tweede alinea").kind == "unsure"


def test_a_note_that_was_added_is_kept_aside(task: Task, file: bytes) -> None:
    def harm(tree: etree._Element, part: str) -> None:
        if part.endswith("footnotes.xml"):
            note = etree.SubElement(tree, f"{W}footnote", {f"{W}id": "99"})
            etree.SubElement(note, f"{W}p").append(run("A note by the translator about a word."))
        else:
            call = run("")
            etree.SubElement(call, f"{W}footnoteReference", {f"{W}id": "99"})
            paragraph(tree, "Een tweede alinea").append(call)

    made = taken(task, translated_docx(file, harm))
    assert of(made, "Een tweede alinea").kind == "unsure"
    assert ["A note by the translator" in left.passage.text for left in made.leftovers] == [True]


def test_notes_whose_names_are_lost_are_found_by_their_marks(task: Task, file: bytes) -> None:
    made = taken(task, translated_docx(file, lambda tree, part: without_names(tree) if part.endswith("footnotes.xml") else None))
    notes = [verdict for verdict in made.verdicts if verdict.segment.unit.kind == "note"]
    assert notes and {verdict.how for verdict in notes} == {"mark"} and all(map(right, notes))
    assert kinds(made)["unsure"] == 0


def test_tracked_changes_are_taken_as_accepted_and_told(task: Task, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        text = paragraph(tree, "Een tweede alinea")
        kept = next(text.iterchildren(f"{W}r"))
        deleted, inserted = etree.Element(f"{W}del"), etree.Element(f"{W}ins")
        kept.addprevious(deleted)
        old = run("")
        old[0].tag = f"{W}delText"
        old[0].text = "oude woorden"
        deleted.append(old)
        deleted.addnext(inserted)
        inserted.append(run("Vooraf: "))

    made = damaged(task, file, harm)
    target = of(made, "Een tweede alinea").target
    assert target.startswith("Vooraf: Eeno") and "oude" not in target
    assert made.remarks == ("1 tracked deletion, taken as accepted", "1 tracked insertion, taken as accepted")


def test_comments_are_told_with_their_place_and_are_no_text(task: Task, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        text = paragraph(tree, "Een tweede alinea")
        for name in ("commentRangeEnd", "commentRangeStart"):
            text.insert(1, etree.Element(f"{W}{name}", {f"{W}id": "7"}))
        etree.SubElement(run(""), f"{W}commentReference", {f"{W}id": "7"})

    data = translated_docx(file, lambda tree, part: harm(tree) if part.endswith("document.xml") else None)
    comment = f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="7" w:author="Vera Taal"><w:p><w:r><w:t>Is this right?</w:t></w:r></w:p></w:comment></w:comments>'
    verdict = of(taken(task, with_part(data, "word/comments.xml", comment)), "Een tweede alinea")
    assert verdict.comments == ("Vera Taal: Is this right?",) and right(verdict)


def test_bold_and_links_changed_are_taken_or_refused_and_noted(task: Task, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        text = paragraph(tree, "Een tweede alinea")
        link = text.find(f"{W}hyperlink")
        link.attrib.clear()
        link.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", "rId999")
        for style in list(text.iter(f"{W}rStyle")):
            if style.get(f"{W}val") == "Strong":
                style.getparent().remove(style)

    verdict = of(damaged(task, file, harm), "Een tweede alinea")
    assert "**" not in verdict.target and "https://" not in verdict.target
    assert {"emphasis", "link-lost"} <= {fault.code for fault in verdict.faults} and verdict.kind == "new"

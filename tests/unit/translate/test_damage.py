"""What translators and programs do to paragraphs, and what comes of each."""

import pytest


from lxml import etree
from pseudo import W, translated_docx

from reportbuilder.handout import Task

from .harm import damaged, paragraph, run, without_names
from .round import kinds, of, right, taken

pytestmark = pytest.mark.slow


def test_without_any_id_it_is_found_by_what_it_says(task: Task, file: bytes) -> None:
    made = taken(task, translated_docx(file, without_names))
    wrong = [verdict for verdict in made.verdicts if verdict.target and not right(verdict)]
    assert all(verdict.kind in ("unsure", "untranslated") for verdict in wrong), [(v.segment.text, v.target) for v in wrong]
    assert kinds(made)["new"] > 0.6 * len(made.verdicts)


def test_paragraphs_put_together_are_cut_where_the_second_begins(task: Task, file: bytes) -> None:
    """LibreOffice and Word keep both names, each where its text begins."""

    def harm(tree: etree._Element) -> None:
        first, second = paragraph(tree, "Beste lezer"), paragraph(tree, "Een tweede alinea")
        first.append(run(" "))
        for child in [child for child in second if child.tag != f"{W}pPr"]:
            first.append(child)
        second.getparent().remove(second)

    made = damaged(task, file, harm)
    for start in ("Beste lezer", "Een tweede alinea"):
        verdict = of(made, start)
        assert (verdict.kind, verdict.how) == ("new", "cut") and right(verdict)
        assert [fault.weight for fault in verdict.faults if fault.code == "cut"] == ["warn"]


def test_paragraphs_put_together_are_cut_apart_and_doubted(task: Task, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        first, second = paragraph(tree, "Beste lezer"), paragraph(tree, "Een tweede alinea")
        first.append(run(" "))
        for child in [child for child in second if child.tag != f"{W}pPr"]:
            first.append(child)
        first.insert(1, next(mark for mark in first.iter(f"{W}bookmarkStart") if mark is not first[1]))
        second.getparent().remove(second)

    made = damaged(task, file, harm)
    for start in ("Beste lezer", "Een tweede alinea"):
        verdict = of(made, start)
        assert verdict.kind == "unsure" and verdict.how == "divided" and right(verdict)
    assert kinds(made)["unsure"] == 2


def test_a_divided_paragraph_is_put_together_and_doubted(task: Task, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        whole = paragraph(tree, "Een tweede alinea")
        rest = etree.Element(f"{W}p")
        for child in [child for child in whole if child.tag in (f"{W}r", f"{W}hyperlink")][2:]:
            rest.append(child)
        whole.addnext(rest)

    made = damaged(task, file, harm)
    verdict = of(made, "Een tweede alinea")
    assert (verdict.kind, verdict.how) == ("unsure", "joined") and right(verdict)
    assert made.leftovers == ()


def test_a_deleted_paragraph_is_told_and_an_added_one_kept(task: Task, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        gone = paragraph(tree, "Een tweede alinea")
        new = etree.Element(f"{W}p")
        new.append(run("This is a wholly new thought that nobody asked for, of the translator’s own making."))
        paragraph(tree, "Zie").addnext(new)
        gone.getparent().remove(gone)

    made = damaged(task, file, harm)
    assert of(made, "Een tweede alinea").kind == "absent"
    assert ["wholly new thought" in left.passage.text for left in made.leftovers] == [True]


def test_a_moved_paragraph_keeps_its_id(task: Task, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        moved = paragraph(tree, "Een tweede alinea")
        paragraph(tree, "Na de lijsten").addnext(moved)

    assert of(damaged(task, file, harm), "Een tweede alinea").kind == "new"


def test_the_same_name_twice_counts_once_and_is_doubted(task: Task, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        from copy import deepcopy

        twice = paragraph(tree, "Een tweede alinea")
        twice.addnext(deepcopy(twice))

    made = damaged(task, file, harm)
    assert of(made, "Een tweede alinea").kind == "unsure" and len(made.leftovers) == 1


def test_text_in_boxes_and_controls_is_read(task: Task, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        text = paragraph(tree, "Een tweede alinea")
        control = etree.Element(f"{W}sdt")
        held = etree.SubElement(control, f"{W}sdtContent")
        text.addprevious(control)
        held.append(text)

    assert right(of(damaged(task, file, harm), "Een tweede alinea"))

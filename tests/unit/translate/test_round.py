"""Out and back: the sample as a translator's DOCX, what translators and programs do to it, and what comes of that."""

import random
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pseudo import W, pseudo, translated_docx

from reportbuilder.diag.diagnostic import Log
from reportbuilder.handout import Job
from reportbuilder.load.inlines import inlines
from reportbuilder.model.nodes import Foreign
from reportbuilder.model.text import plain_text
from reportbuilder.model.walk import walk
from reportbuilder.translate.exact import read_po, read_xliff
from reportbuilder.translate.figures import filled
from reportbuilder.translate.markup import parsed
from reportbuilder.translate.po import written
from reportbuilder.translate.receive import Taken, Verdict, Work, take
from reportbuilder.translate.translated import translated
from reportbuilder.translate.word import read_docx
from reportbuilder.translate.xliff import xliff

from .round import edited, job_of, keep, report, sent, taken

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report(tmp_path_factory.mktemp("round"))


@pytest.fixture(scope="module")
def job(root: Path) -> Job:
    return job_of(root)


@pytest.fixture(scope="module")
def file(job: Job) -> bytes:
    return sent(job)


def kinds(made: Taken) -> Counter[str]:
    return Counter(verdict.kind for verdict in made.verdicts)


def of(made: Taken, start: str) -> Verdict:
    return next(verdict for verdict in made.verdicts if verdict.segment.text.startswith(start))


def words(text: str) -> str:
    """As they read; the letters of an ordinal (10e) are no word of their own."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=\}\})\w+", "", plain_text(parsed(text))))


def right(verdict: Verdict) -> bool:
    """Whether what came back is the pseudo-translation of this very text."""
    return words(verdict.target) == words(pseudo(verdict.segment.text)) or words(verdict.target) == words(verdict.segment.text)


# ---------------------------------------------------------------- unharmed


def test_a_whole_translation_comes_back_under_its_ids(job: Job, file: bytes) -> None:
    made = taken(job, translated_docx(file))
    assert set(kinds(made)) <= {"new", "untranslated"} and made.leftovers == () and made.remarks == ()
    assert {verdict.how for verdict in made.verdicts} == {"id"}
    asked = {segment.id for segment in job.found if segment.state != "wordless"}
    assert {verdict.segment.id for verdict in made.verdicts} == asked
    assert [verdict.segment.text for verdict in made.verdicts if not right(verdict)] == []


def test_marks_links_notes_and_figures_stand_where_they_did(job: Job, file: bytes) -> None:
    made = taken(job, translated_docx(file, words=lambda text: text.replace("tweede", "second").replace("kwamen", "came").replace("4.158", "4,158").replace("Een noot bij de brief", "A note on the letter")))
    assert of(made, "Een tweede alinea").target == "Een second alinea met *nadruk*, **sterk** en een [koppeling](https://voorbeeld.be/pad)."
    assert of(made, "Er kwamen").target.startswith("Er came {{ walk.deelnemers | getal }} deelnemers, goed voor {{ walk.opbrengst | euro }} of {{ walk.aandeel | procent }} meer.[^lang]")
    assert "[](#tabellen)" in of(made, "Beste lezer").target
    assert of(made, "Een noot bij de brief").target == "A note on the letter: <https://voorbeeld.be/brief>"


def test_the_file_has_clean_runs_and_nothing_made(file: bytes) -> None:
    import io
    import zipfile

    archive = zipfile.ZipFile(io.BytesIO(file))
    document = archive.read("word/document.xml").decode()
    assert "w:lang" not in document and "w:sdt" not in document and "PAGEREF" not in document and "SEQ" not in document
    assert document.count('w:name="_s_') > 50 and "Een klein vlak in de breedte van de kolom." in re.sub(r"<[^>]+>", "", document)
    assert "reportbuilder proef nl-BE &gt; en " in archive.read("docProps/core.xml").decode()


def test_an_untouched_file_translates_nothing(job: Job, file: bytes) -> None:
    made = taken(job, file)
    assert set(kinds(made)) <= {"untranslated", "new"}
    assert {verdict.segment.unit.kind for verdict in made.verdicts if verdict.kind == "new"} <= {"organisation", "name", "by", "credit", "keyword"}
    assert kinds(taken(job, file, accept_same=True)) == {"new": len(made.verdicts)}


def test_twice_is_once(root: Path, job: Job, file: bytes, tmp_path: Path) -> None:
    copy = report(tmp_path)
    returned = translated_docx(file)
    keep(copy, taken(job_of(copy), returned))
    before = (copy / "sections/locale/en.po").read_text(encoding="utf-8")
    made = taken(job_of(copy), returned)
    keep(copy, made)
    assert set(kinds(made)) <= {"same", "untranslated"} and kinds(made)["same"] > 50
    assert (copy / "sections/locale/en.po").read_text(encoding="utf-8") == before


# ---------------------------------------------------------------- built again


def test_the_report_stands_in_the_language_with_its_numbers(tmp_path: Path) -> None:
    root = report(tmp_path)
    keep(root, taken(job_of(root), translated_docx(sent(job_of(root)))))
    job, log = job_of(root), Log()
    draft = translated(job.raw, job.found, job.catalog, log)
    text = " ".join(plain_text(node.content) for node in walk(*draft.parts) if hasattr(node, "content"))
    assert "4,158 deelnemersoz" in text and "€812,318" in text and draft.meta.language == "en"
    left = {message.message for message in log.diagnostics}
    assert all("not in ‘en’ yet" in message for message in left)


def test_what_is_not_translated_stands_in_its_own_language_and_is_told(job: Job) -> None:
    log = Log()
    draft = translated(job.raw, job.found, job.catalog, log)
    foreign = [node for node in walk(*draft.parts) if isinstance(node, Foreign)]
    assert foreign and {node.language for node in foreign} == {"nl-BE"}
    assert any("4.158 deelnemers" in plain_text(node.content) for node in foreign)
    assert {message.code for message in log.diagnostics} == {"untranslated"}
    assert all(message.span.file.startswith("sections/") and message.span.line for message in log.diagnostics)


# ---------------------------------------------------------------- damage


Damage = Callable[[etree._Element], None]


def damaged(job: Job, file: bytes, harm: Damage) -> Taken:
    return taken(job, translated_docx(file, lambda tree, part: harm(tree) if part.endswith("document.xml") else None))


def paragraph(tree: etree._Element, start: str) -> etree._Element:
    return next(p for p in tree.iter(f"{W}p") if "".join(t.text or "" for t in p.iter(f"{W}t")).startswith(pseudo(start)))


def without_names(tree: etree._Element, part: str = "") -> None:
    for mark in list(tree.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        mark.getparent().remove(mark)


def run(text: str) -> etree._Element:
    made = etree.Element(f"{W}r")
    etree.SubElement(made, f"{W}t").text = text
    return made


def test_without_any_id_it_is_found_by_what_it_says(job: Job, file: bytes) -> None:
    made = taken(job, translated_docx(file, without_names))
    wrong = [verdict for verdict in made.verdicts if verdict.target and not right(verdict)]
    assert all(verdict.kind in ("unsure", "untranslated") for verdict in wrong), [(v.segment.text, v.target) for v in wrong]
    assert kinds(made)["new"] > 0.6 * len(made.verdicts)


def test_paragraphs_put_together_are_cut_where_the_second_begins(job: Job, file: bytes) -> None:
    """LibreOffice and Word keep both names, each where its text begins."""

    def harm(tree: etree._Element) -> None:
        first, second = paragraph(tree, "Beste lezer"), paragraph(tree, "Een tweede alinea")
        first.append(run(" "))
        for child in [child for child in second if child.tag != f"{W}pPr"]:
            first.append(child)
        second.getparent().remove(second)

    made = damaged(job, file, harm)
    for start in ("Beste lezer", "Een tweede alinea"):
        verdict = of(made, start)
        assert (verdict.kind, verdict.how) == ("new", "cut") and right(verdict)
        assert [fault.weight for fault in verdict.faults if fault.code == "cut"] == ["warn"]


def test_paragraphs_put_together_are_cut_apart_and_doubted(job: Job, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        first, second = paragraph(tree, "Beste lezer"), paragraph(tree, "Een tweede alinea")
        first.append(run(" "))
        for child in [child for child in second if child.tag != f"{W}pPr"]:
            first.append(child)
        first.insert(1, next(mark for mark in first.iter(f"{W}bookmarkStart") if mark is not first[1]))
        second.getparent().remove(second)

    made = damaged(job, file, harm)
    for start in ("Beste lezer", "Een tweede alinea"):
        verdict = of(made, start)
        assert verdict.kind == "unsure" and verdict.how == "divided" and right(verdict)
    assert kinds(made)["unsure"] == 2


def test_a_divided_paragraph_is_put_together_and_doubted(job: Job, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        whole = paragraph(tree, "Een tweede alinea")
        rest = etree.Element(f"{W}p")
        for child in [child for child in whole if child.tag in (f"{W}r", f"{W}hyperlink")][2:]:
            rest.append(child)
        whole.addnext(rest)

    made = damaged(job, file, harm)
    verdict = of(made, "Een tweede alinea")
    assert (verdict.kind, verdict.how) == ("unsure", "joined") and right(verdict)
    assert made.leftovers == ()


def test_a_deleted_paragraph_is_told_and_an_added_one_kept(job: Job, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        gone = paragraph(tree, "Een tweede alinea")
        new = etree.Element(f"{W}p")
        new.append(run("This is a wholly new thought that nobody asked for, of the translator’s own making."))
        paragraph(tree, "Zie").addnext(new)
        gone.getparent().remove(gone)

    made = damaged(job, file, harm)
    assert of(made, "Een tweede alinea").kind == "absent"
    assert ["wholly new thought" in left.passage.text for left in made.leftovers] == [True]


def test_a_moved_paragraph_keeps_its_id(job: Job, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        moved = paragraph(tree, "Een tweede alinea")
        paragraph(tree, "Na de lijsten").addnext(moved)

    assert of(damaged(job, file, harm), "Een tweede alinea").kind == "new"


def test_the_same_name_twice_counts_once_and_is_doubted(job: Job, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        from copy import deepcopy

        twice = paragraph(tree, "Een tweede alinea")
        twice.addnext(deepcopy(twice))

    made = damaged(job, file, harm)
    assert of(made, "Een tweede alinea").kind == "unsure" and len(made.leftovers) == 1


def _footnotes(tree: etree._Element) -> list[etree._Element]:
    return list(tree.iter(f"{W}footnoteReference"))


def test_a_mark_that_was_deleted_is_doubted(job: Job, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        mark = _footnotes(paragraph(tree, "Beste lezer"))[0].getparent()
        mark.getparent().remove(mark)

    verdict = of(damaged(job, file, harm), "Beste lezer")
    assert verdict.kind == "unsure" and any("[^brief]" in fault.message for fault in verdict.faults)


def test_a_mark_that_moved_to_another_text_makes_both_doubtful(job: Job, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        paragraph(tree, "Een tweede alinea").append(_footnotes(paragraph(tree, "Beste lezer"))[0].getparent())

    made = damaged(job, file, harm)
    assert of(made, "Beste lezer").kind == of(made, "Een tweede alinea").kind == "unsure"


def test_a_note_that_was_added_is_kept_aside(job: Job, file: bytes) -> None:
    def harm(tree: etree._Element, part: str) -> None:
        if part.endswith("footnotes.xml"):
            note = etree.SubElement(tree, f"{W}footnote", {f"{W}id": "99"})
            etree.SubElement(note, f"{W}p").append(run("A note by the translator about a word."))
        else:
            call = run("")
            etree.SubElement(call, f"{W}footnoteReference", {f"{W}id": "99"})
            paragraph(tree, "Een tweede alinea").append(call)

    made = taken(job, translated_docx(file, harm))
    assert of(made, "Een tweede alinea").kind == "unsure"
    assert ["A note by the translator" in left.passage.text for left in made.leftovers] == [True]


def test_notes_whose_names_are_lost_are_found_by_their_marks(job: Job, file: bytes) -> None:
    made = taken(job, translated_docx(file, lambda tree, part: without_names(tree) if part.endswith("footnotes.xml") else None))
    notes = [verdict for verdict in made.verdicts if verdict.segment.unit.kind == "note"]
    assert notes and {verdict.how for verdict in notes} == {"mark"} and all(map(right, notes))
    assert kinds(made)["unsure"] == 0


def test_tracked_changes_are_taken_as_accepted_and_told(job: Job, file: bytes) -> None:
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

    made = damaged(job, file, harm)
    target = of(made, "Een tweede alinea").target
    assert target.startswith("Vooraf: Eeno") and "oude" not in target
    assert made.remarks == ("1 tracked deletion, taken as accepted", "1 tracked insertion, taken as accepted")


def test_comments_are_told_with_their_place_and_are_no_text(job: Job, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        text = paragraph(tree, "Een tweede alinea")
        for name in ("commentRangeEnd", "commentRangeStart"):
            text.insert(1, etree.Element(f"{W}{name}", {f"{W}id": "7"}))
        etree.SubElement(run(""), f"{W}commentReference", {f"{W}id": "7"})

    data = translated_docx(file, lambda tree, part: harm(tree) if part.endswith("document.xml") else None)
    comment = f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="7" w:author="Vera Taal"><w:p><w:r><w:t>Is this right?</w:t></w:r></w:p></w:comment></w:comments>'
    verdict = of(taken(job, with_part(data, "word/comments.xml", comment)), "Een tweede alinea")
    assert verdict.comments == ("Vera Taal: Is this right?",) and right(verdict)


def with_part(data: bytes, name: str, text: str) -> bytes:
    import io
    import zipfile

    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, text)
    return stream.getvalue()


def test_bold_and_links_changed_are_taken_or_refused_and_noted(job: Job, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        text = paragraph(tree, "Een tweede alinea")
        link = text.find(f"{W}hyperlink")
        link.attrib.clear()
        link.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", "rId999")
        for style in list(text.iter(f"{W}rStyle")):
            if style.get(f"{W}val") == "Strong":
                style.getparent().remove(style)

    verdict = of(damaged(job, file, harm), "Een tweede alinea")
    assert "**" not in verdict.target and "https://" not in verdict.target
    assert {"emphasis", "link-lost"} <= {fault.code for fault in verdict.faults} and verdict.kind == "new"


def test_text_in_boxes_and_controls_is_read(job: Job, file: bytes) -> None:
    def harm(tree: etree._Element) -> None:
        text = paragraph(tree, "Een tweede alinea")
        control = etree.Element(f"{W}sdt")
        held = etree.SubElement(control, f"{W}sdtContent")
        text.addprevious(control)
        held.append(text)

    assert right(of(damaged(job, file, harm), "Een tweede alinea"))


@pytest.mark.parametrize(
    ("shown", "kind"),
    [("4,158", "new"), ("4158", "new"), ("4.518", "unsure"), ("vierduizend", "new")],
)
def test_a_figure_in_another_form_is_the_figure_and_another_is_doubted(job: Job, file: bytes, shown: str, kind: str) -> None:
    verdict = of(taken(job, translated_docx(file, words=lambda text: pseudo(text).replace("4.158", shown))), "Er kwamen")
    assert verdict.kind == kind
    assert ("{{ walk.deelnemers | getal }}" in verdict.target) == (shown in ("4,158", "4158"))


def harm_at_random(tree: etree._Element, part: str, chance: random.Random, share: float) -> None:
    """Drop names, delete, put together, divide, swap: each paragraph with that chance."""
    for text in [p for p in tree.iter(f"{W}p") if p.getparent().tag == f"{W}body"]:
        if chance.random() >= share:
            continue
        match chance.choice(["name", "delete", "join", "divide", "swap"]):
            case "name":
                without_names(text)
            case "delete" if text.getparent() is not None and text.find(f"{W}pPr/{W}sectPr") is None:
                text.getparent().remove(text)
            case "join" if text.getnext() is not None and text.getnext().tag == f"{W}p" and text.getnext().find(f"{W}pPr/{W}sectPr") is None:
                other = text.getnext()
                text.append(run(" "))  # so that words stay words: they are counted
                for child in [child for child in other if child.tag != f"{W}pPr"]:
                    text.append(child)
                other.getparent().remove(other)
            case "divide":
                rest = etree.Element(f"{W}p")
                for child in [child for child in text if child.tag == f"{W}r"][1:]:
                    rest.append(child)
                text.addnext(rest)
            case "swap" if text.getnext() is not None and text.getnext().tag == f"{W}p":
                text.getnext().addnext(text)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 40))])
def test_random_damage_never_makes_a_wrong_translation_unseen(job: Job, file: bytes, seed: int) -> None:
    chance = random.Random(seed)
    made = taken(job, translated_docx(file, lambda tree, part: harm_at_random(tree, part, chance, 0.06)))
    shown = [verdict for verdict in made.verdicts if verdict.kind in ("new", "replaced")]
    wrong = [(verdict.segment.text, verdict.target) for verdict in shown if not right(verdict) and all(fault.weight == "note" for fault in verdict.faults)]
    assert len(shown) > 0.8 * len(made.verdicts)
    assert len(wrong) <= 0.005 * len(made.verdicts), wrong


# ---------------------------------------------------------------- a year later


def test_a_year_later_only_what_changed_is_asked(tmp_path: Path) -> None:
    root = report(tmp_path)
    keep(root, taken(job_of(root), translated_docx(sent(job_of(root))), accept_same=True))
    assert {segment.state for segment in job_of(root).found} == {"done", "wordless"}
    edited(root, "10-een", lambda text: text.replace("een eerste punt", "het allereerste punt").replace("Een brede figuur", "Een heel brede figuur"))
    edited(root, "03-brief", lambda text: text.replace("\n      Een tweede alinea", "\n      Nieuw is deze alinea over wat er dit jaar bij kwam.\n\n      Een tweede alinea"))
    edited(root, "20-twee", lambda text: text.replace("  - section: Tabellen en kaders\n    id: tabellen\n", "  - section: Eerst iets anders\n  - section: Tabellen en kaders\n    id: tabellen\n"))
    job = job_of(root)
    assert Counter(segment.state for segment in job.found if segment.state not in ("done", "wordless")) == {"changed": 2, "missing": 2}
    file = sent(job, changed=True)
    made = taken(job, translated_docx(file), whole=False)
    assert {verdict.segment.text[:12] for verdict in made.verdicts} == {"het allereer", "Een heel bre", "Nieuw is dez", "Eerst iets a"}
    assert set(kinds(made)) == {"new", "replaced"} and made.leftovers == ()
    keep(root, made)
    assert {segment.state for segment in job_of(root).found} == {"done", "wordless"}


def test_an_answer_to_an_older_text_is_doubted(tmp_path: Path) -> None:
    root = report(tmp_path)
    file = sent(job_of(root))
    edited(root, "10-een", lambda text: text.replace("een eerste punt", "een heel eerste punt"))
    made = taken(job_of(root), translated_docx(file))
    assert kinds(made)["unsure"] == 0 or of(made, "een heel eerste").kind == "unsure"


# ---------------------------------------------------------------- XLIFF and PO


def with_targets(data: bytes) -> bytes:
    """The XLIFF with its targets pseudo-translated, codes as they are."""
    tree = etree.fromstring(data)
    for target in tree.iter("{*}target"):
        for node in target.iter():
            node.text = pseudo(node.text) if node.text else node.text
            if node is not target:
                node.tail = pseudo(node.tail) if node.tail else node.tail
        target.set("state", "translated")
        if target.getparent().tag.endswith("}segment"):
            target.attrib.pop("state")
            target.getparent().set("state", "translated")
    return etree.tostring(tree)


@pytest.mark.parametrize("number", ["1.2", "2.1"])
def test_xliff_comes_back_to_the_letter(job: Job, number: Any) -> None:
    asked = [segment for segment in job.found if segment.state != "wordless"]
    found = {segment.id: segment for segment in job.found}
    returned = read_xliff(with_targets(xliff(asked, job.raw, job.identity, number)), "x.xlf", found, job.raw)
    made = take(Work(job.raw, job.catalog, job.found), returned, whole=False)
    assert {verdict.segment.id for verdict in made.verdicts} == {segment.id for segment in asked}
    assert [(verdict.segment.text, verdict.target) for verdict in made.verdicts if not right(verdict)] == []
    assert kinds(made)["unsure"] == 0
    assert "[^lang]" in of(made, "Er kwamen").target and "{{ walk.deelnemers | getal }}" in of(made, "Er kwamen").target


def test_a_po_file_comes_back(job: Job, root: Path) -> None:
    from msgspec.structs import replace

    from reportbuilder.translate.merge import refreshed

    catalog = refreshed(job.catalog, job.found)
    full = replace(catalog, entries=tuple(replace(entry, target=f"{entry.source} done") for entry in catalog.entries))
    returned = read_po(written(full).encode(), "en.po", {segment.id: segment for segment in job.found}, Log())
    made = take(Work(job.raw, job.catalog, job.found), returned, whole=False)
    assert set(kinds(made)) <= {"new", "untranslated"} and len(made.verdicts) == len(full.entries)


def test_inlines_of_the_translation_name_the_place_in_the_po_file(tmp_path: Path) -> None:
    root = report(tmp_path)
    made = taken(job_of(root), translated_docx(sent(job_of(root))))
    keep(root, made)
    po = root / "sections/locale/en.po"
    po.write_text(po.read_text(encoding="utf-8").replace("[^brief]", "[^brief] <b>", 2), encoding="utf-8")
    job, log = job_of(root), Log()
    translated(job.raw, job.found, job.catalog, log)
    places = [message.span for message in log.diagnostics if message.code == "markdown-not-allowed"]
    assert all(span.file == "sections/locale/en.po" for span in places)
    assert inlines is not None


@pytest.mark.parametrize("seed", [11, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(12, 40))])
def test_every_word_that_came_back_is_used_or_kept(job: Job, file: bytes, seed: int) -> None:
    """Whatever happens to the file: in a translation, in the review, or in a text that the program writes itself."""
    chance = random.Random(seed)
    data = translated_docx(file, lambda tree, part: harm_at_random(tree, part, chance, 0.1))
    made = taken(job, data)
    figures, own = job.raw.figures, job.raw.draft.meta.language
    kept = [words(filled(verdict.target, figures, own)) for verdict in made.verdicts]
    kept += [left.passage.text for left in made.leftovers]
    kept += [words(filled(segment.text, figures, own)) for segment in job.found if segment.state == "wordless"]
    kept += [pseudo("Tabellen en kaders"), pseudo("Figure 3")]  # titles that references show
    passages = [passage for passage in read_docx(data).passages if passage.style != "DoNotTranslate"]
    passages = [passage for passage in passages if not any(run.target.startswith("#_r_") for run in passage.runs)]
    back = Counter(word for passage in passages for word in re.findall(r"\w+", passage.text))
    assert back - Counter(re.findall(r"\w+", " ".join(kept))) == Counter()

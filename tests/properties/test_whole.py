"""What must be true of every report, tried on one that uses everything: nothing lost, nothing twice, three outputs that say the same."""

import io
import re
import zipfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from reportbuilder.assets.faces import Faces
from reportbuilder.assets.hyphenation import Hyphens
from reportbuilder.assets.inspect import inspect
from reportbuilder.diag.diagnostic import Log
from reportbuilder.layout.dump import page_text
from reportbuilder.layout.page import Layout, Run
from reportbuilder.layout.settle import settle
from reportbuilder.load.report import load_report
from reportbuilder.load.sheet import read_sheet
from reportbuilder.model import nodes
from reportbuilder.model.resolve import resolve
from reportbuilder.model.walk import walk

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class Made:
    document: nodes.Document
    layout: Layout
    print: bytes
    web: bytes
    docx: bytes


@pytest.fixture(scope="module")
def made(built: Path) -> Made:
    log, root = Log(), built
    files = {path.name: path.read_bytes() for path in (root / "out").iterdir() if path.suffix in (".pdf", ".docx")}
    draft, sheet = load_report(root, log), read_sheet(root, log)
    assert draft and sheet
    document = resolve(draft, log)
    faces = Faces({key: root / "assets/fonts" / file for key, file in sheet.fonts.items()}, sheet.fallback)
    infos = {n.file: inspect(root, n.file) for n in walk(*document.parts) if isinstance(n, nodes.Picture)}
    layout = settle(document, sheet, faces, infos, Hyphens("nl-BE"), log)
    assert not log.diagnostics
    return Made(document, layout, files["proef-nl-print.pdf"], files["proef-nl-web.pdf"], files["proef-nl.docx"])


def leaves(document: nodes.Document) -> dict[int, nodes.Text]:
    return {n.id: n for n in walk(*document.parts) if isinstance(n, nodes.Text)}


def squeezed(text: str) -> str:
    """Without white space, soft hyphens and the ways in which readers of PDF show them."""
    return re.sub("[\\s\u00ad\u0002\ufffe\ufeff]+", "", text)


def test_every_leaf_of_the_document_is_on_the_pages_once_and_whole(made: Made) -> None:
    drawn: dict[int, str] = defaultdict(str)
    for page in made.layout.pages:
        for item in page.items:
            if isinstance(item, Run) and item.node:
                drawn[item.node] += "".join(piece.actual or piece.text for piece in item.pieces)
    for node, leaf in leaves(made.document).items():
        assert drawn[node].replace("\u00ad", "").strip() == leaf.text.strip(), leaf.span


def test_nothing_of_the_pages_lies_outside_them(made: Made) -> None:
    for page in made.layout.pages:
        for item in page.items:
            if isinstance(item, Run):
                width = sum(p.width * item.size / 1000 + (item.gap if p.is_space else 0) for p in item.pieces)
                assert 0 < item.x and item.x + width < 596 + 30 and 0 < item.y < 842, (page.label, item)


def test_a_note_begins_on_the_page_of_its_first_mark(made: Made) -> None:
    notes = [n for n in walk(*made.document.parts) if isinstance(n, nodes.Note)]
    assert len(notes) == 11
    for note in notes:
        assert made.layout.places[note.id].page == made.layout.places[note.mark].page, note.key


def test_no_heading_stands_at_the_foot_of_a_page(made: Made) -> None:
    for heading in (n for n in walk(*made.document.parts) if isinstance(n, nodes.Heading) and n.level > 1):
        place = made.layout.places[heading.id]
        own = {n.id for n in walk(heading)}
        below = [i for i in made.layout.pages[place.page].items if isinstance(i, Run) and i.node and i.node not in own and i.y > place.y + 10]
        assert below, heading.span


def test_contents_name_the_page_on_which_each_entry_begins(made: Made) -> None:
    (contents,) = [part for part in made.document.parts if isinstance(part, nodes.Contents)]
    shown = {i.node: "".join(p.text for p in i.pieces).strip() for page in made.layout.pages for i in page.items if isinstance(i, Run)}
    for entry in contents.entries:
        heading = next(n for n in walk(*made.document.parts) if n.id == entry.target)
        place = made.layout.places[entry.target]
        assert shown[entry.page.id] == made.layout.pages[place.page].label
        first = next(n for n in walk(heading) if isinstance(n, nodes.Text))
        assert first.text.split()[0] in page_text(made.layout.pages[place.page])


def texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        found = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            found.append(text.get_text_range())
            text.close()
            page.close()
        return found


def test_print_and_web_have_the_same_pages(made: Made) -> None:
    assert [squeezed(text) for text in texts(made.print)] == [squeezed(text) for text in texts(made.web)]


def test_text_copied_from_the_web_pdf_is_the_text_of_its_pages_in_order(made: Made) -> None:
    for page, copied in zip(made.layout.pages, texts(made.web), strict=True):
        whole = squeezed(page_text(page)).replace("-", "")  # a reader may take the hyphen of a compound at a line's end for its own
        assert whole in squeezed(copied).replace("-", ""), page.label


def test_the_docx_says_what_the_document_says_in_order(made: Made) -> None:
    with zipfile.ZipFile(io.BytesIO(made.docx)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        notes = etree.fromstring(package.read("word/footnotes.xml"))
    said = squeezed("".join(t.text or "" for t in body.iter(f"{W}t")))
    noted = squeezed("".join(t.text or "" for t in notes.iter(f"{W}t")))
    position = 0
    for part in made.document.parts:
        for block in (n for n in walk(part) if not isinstance(n, nodes.Note)):
            if isinstance(block, nodes.Paragraph | nodes.Heading | nodes.Lead | nodes.Cell | nodes.Fact) and not _in_note(block, part):
                for leaf in (n for n in walk(block) if isinstance(n, nodes.Text)):
                    words = squeezed(leaf.text)
                    found = said.find(words, position)
                    assert found >= 0, (leaf.span, words[:60])
                    position = found + len(words)
    for note in (n for n in walk(*made.document.parts) if isinstance(n, nodes.Note)):
        assert noted.count(squeezed("".join(n.text for n in walk(note) if isinstance(n, nodes.Text)))) == 1


def _in_note(block: nodes.Node, part: nodes.Part) -> bool:
    return any(block.id == inner.id for note in getattr(part, "notes", ()) for inner in walk(note))


def test_every_span_points_at_a_letter_of_its_text(made: Made, built: Path) -> None:
    files = {path.name: path.read_text(encoding="utf-8").split("\n") for path in (built / "sections").glob("*.yaml")}
    for leaf in leaves(made.document).values():
        if not leaf.text.strip():
            continue
        line = files[Path(leaf.span.file).name][leaf.span.line - 1]
        at = line[leaf.span.column - 1 :]
        if line[: leaf.span.column - 1].endswith("(#"):
            continue  # the text of the target, put in for an empty reference
        assert at.startswith(leaf.text.lstrip()[0].replace("−", "-")) or at.startswith(("{{", "\\")), (leaf, line)

"""LibreOffice opens our DOCX and shows it page by page: all of its text, its notes numbered from 1 in each chapter, its contents with pages."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from unit.docx.sampled import sampled

from reportbuilder.model.nodes import Chapter, Document, Letter, Text
from reportbuilder.model.walk import walk

pytestmark = pytest.mark.conform


def converted(judge: Callable[[str], str], folder: Path, data: bytes, to: str) -> Path:
    """The file as LibreOffice saves it."""
    source = folder / "made.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [judge("soffice"), profile, "--headless", "--convert-to", to, "--outdir", str(folder / "saved"), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    result = folder / "saved" / f"made.{to.partition(':')[0]}"
    assert result.is_file(), done.stderr
    return result


def squeezed(text: str) -> str:
    """Letters and digits only: lines break and hyphenate as they like."""
    return re.sub(r"[\W_]+", "", text)


def spoken(document: Document) -> set[str]:
    """Every text of the document, squeezed."""
    return {squeezed(node.text) for node in walk(*document.parts) if isinstance(node, Text)} - {""}


def test_the_pages_show_all_of_the_text(judge: Callable[[str], str], sample: Path, tmp_path: Path) -> None:
    pdftotext = judge("pdftotext")
    document, made = sampled(sample)
    pdf = converted(judge, tmp_path, made.data, "pdf")
    pages = subprocess.run([pdftotext, "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout.split("\f")
    shown = squeezed("".join(pages))
    assert {text for text in spoken(document) if text not in shown} == set()
    assert squeezed(pages[0]).startswith(squeezed(document.meta.title))
    contents = next(page for page in pages if page.strip().startswith("Inhoudstafel"))
    assert len(re.findall(r"\.{3,}\s*1\d\d$", contents, re.MULTILINE)) == made.xml("//w:sdt").count("PAGEREF")


def test_notes_are_numbered_from_1_in_every_chapter(judge: Callable[[str], str], sample: Path, tmp_path: Path) -> None:
    document, made = sampled(sample)
    with ZipFile(converted(judge, tmp_path, made.data, "odt")) as archive:
        content = archive.read("content.xml").decode()
    numbers = [int(number) for number in re.findall(r"<text:note-citation[^>]*>(\d+)<", content)]
    noted = [part.notes for part in document.parts if isinstance(part, Letter | Chapter)]
    assert numbers == [note.number for notes in noted for note in notes] and numbers.count(1) > 1


def test_open_and_save_keeps_notes_fields_and_what_they_point_at(judge: Callable[[str], str], sample: Path, tmp_path: Path) -> None:
    _, made = sampled(sample)
    with ZipFile(converted(judge, tmp_path, made.data, "docx:MS Word 2007 XML:UTF8")) as archive:
        saved = archive.read("word/document.xml").decode()
    for what in (r"<w:instrText[^>]*>\s*(REF \w+)", r"<w:instrText[^>]*>\s*(PAGEREF _Ref\w+)", r"<w:instrText[^>]*>\s*(NOTEREF \w+)", '<w:bookmarkStart [^>]*w:name="(_[^"]+)"'):
        before, after = (sorted(set(re.findall(what, xml))) for xml in (made.read("document.xml").decode(), saved))
        assert before and after == before
    assert saved.count("<w:footnoteReference ") == made.read("document.xml").decode().count("<w:footnoteReference ")
    labels = {name: "".join(re.findall(r"<w:t[^>]*>([^<]*)<", between)) for name, between in re.findall(r"> REF (\w+) .*?</w:instrText>(.*?)w:fldCharType=\"end\"", saved)}
    assert sorted(labels.values()) == ["Figuur\u00a01", "Figuur\u00a03", "Tabellen en kaders"]

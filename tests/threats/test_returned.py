"""Files that come back from anywhere: refused with what they are, or read within limits; nothing is fetched, run or unpacked (rows D)."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pseudo import W, translated_docx
from unit.translate.round import job_of, report, sent, taken

from reportbuilder.diag.diagnostic import Family, Log
from reportbuilder.intake import ImportOptions, receive
from reportbuilder.progress import Progress
from reportbuilder.translate import package
from reportbuilder import archive as archives
from reportbuilder.archive import MAX_ELEMENTS, MAX_ENTRIES, Archive, Refused, tree_of
from reportbuilder.translate.package import kind_of, safe_odt
from reportbuilder.translate.word import read_docx


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report(tmp_path_factory.mktemp("returned"))


@pytest.fixture(scope="module")
def file(root: Path) -> bytes:
    return sent(job_of(root))


def repacked(data: bytes, change: Callable[[str, bytes], bytes | None] = lambda name, content: content, more: dict[str, bytes] | None = None) -> bytes:
    """The archive with each part changed (None: left out), and more parts."""
    source, made = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = change(name, source.read(name))
            if content is not None:
                target.writestr(name, content)
        for name, content in (more or {}).items():
            target.writestr(name, content)
    return made.getvalue()


def in_part(name: str, change: Callable[[bytes], bytes]) -> Callable[[str, bytes], bytes]:
    return lambda part, content: change(content) if part == name else content


def refusal(data: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        read_docx(data)
    return caught.value


def codes(root: Path, path: Path, language: str = "en") -> list[str]:
    log = Log()
    received = receive(ImportOptions(root, path, language), log, Progress())
    assert received.outputs == () or not log.errors
    return [message.code for message in log.errors]


# ---------------------------------------------------------------- archives


@pytest.mark.slow
def test_a_bomb_is_refused_before_it_expands(file: bytes) -> None:
    """D1: declared sizes, entries, elements, with the limits as they are."""
    assert refusal(repacked(file, more={"word/bomb.xml": b" " * 70_000_000})).limit
    assert refusal(repacked(file, more={f"word/x{n}.bin": b"" for n in range(MAX_ENTRIES)})).limit
    assert refusal(repacked(file, in_part("word/document.xml", lambda content: content.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * (MAX_ELEMENTS + 1))))).limit


@pytest.mark.parametrize("name", ["MAX_PART", "MAX_TOTAL", "MAX_READ", "MAX_ENTRIES", "MAX_ELEMENTS"])
def test_each_limit_holds(file: bytes, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """D1."""
    monkeypatch.setattr(archives, name, 9)
    assert refusal(file).limit


def test_a_size_that_lies_does_not_help(file: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """D1: the archive says 10 bytes, and holds more than the limit."""
    monkeypatch.setattr(archives, "MAX_PART", 1_000_000)
    data = bytearray(repacked(file, more={"word/zzz.xml": b" " * 1_100_000}))
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/zzz.xml"))
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    archive = Archive(bytes(data))
    with pytest.raises(Refused):
        archive.bytes("word/zzz.xml")


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "word\\document2.xml", "C:/x", "a" * 300, "x/../../y"])
def test_names_that_lead_out_of_the_archive_are_refused(file: bytes, name: str) -> None:
    """D15."""
    assert refusal(repacked(file, more={name: b"x"})).code == "damaged-file"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_refused(file: bytes) -> None:
    """D15: which of them counts is for each program to guess."""
    assert refusal(repacked(file, more={"word/document.xml": b"<x/>"})).code == "damaged-file"
    assert refusal(repacked(file, more={"WORD/Document.xml": b"<x/>"})).code == "damaged-file"


@pytest.mark.parametrize("cut", [10, 400, -300])
def test_a_truncated_file_is_damaged(file: bytes, cut: int) -> None:
    """D4, D13."""
    assert refusal(file[:cut]).code == "damaged-file"


def test_a_part_that_is_damaged_or_missing_is_told(file: bytes) -> None:
    """D13."""
    at = zipfile.ZipFile(io.BytesIO(file)).getinfo("word/document.xml").header_offset
    broken = bytearray(file)
    broken[at + 120 : at + 160] = b"\xff" * 40
    assert refusal(bytes(broken)).code == "damaged-file"
    assert refusal(repacked(file, lambda name, content: None if name == "word/document.xml" else content)).code == "damaged-file"
    assert refusal(repacked(file, in_part("word/document.xml", lambda content: content[:-30]))).code == "damaged-file"
    for name in ("word/styles.xml", "word/footnotes.xml", "docProps/core.xml", "word/numbering.xml"):
        assert read_docx(repacked(file, lambda part, content, left=name: None if part == left else content)).passages


# ---------------------------------------------------------------- XML


BOMB = b'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
READER = b'<!DOCTYPE l [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declared", [BOMB, READER, b"<!doctype x>", b'<!DOCTYPE l SYSTEM "http://127.0.0.1:9/x.dtd">'])
@pytest.mark.parametrize("part", ["word/document.xml", "word/footnotes.xml", "[Content_Types].xml", "docProps/core.xml", "word/_rels/document.xml.rels"])
def test_a_document_type_in_any_part_is_refused(file: bytes, declared: bytes, part: str) -> None:
    """D2."""
    changed = repacked(file, in_part(part, lambda content: re.sub(rb"(<\?xml[^>]*\?>)?", lambda head: (head[0] or b"") + declared, content, count=1)))
    assert refusal(changed).code == "hostile-file"


def test_a_document_type_in_utf_16_is_refused() -> None:
    """D2: in another encoding, too."""
    for text in ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE l [<!ENTITY e "x">]><l>&e;</l>',):
        with pytest.raises(Refused):
            tree_of(text.encode("utf-16"), "x.xml")


def test_xml_that_is_very_deep_is_told_not_crashed_on(file: bytes) -> None:
    """D1: nesting."""
    deep = b"<w:sdt><w:sdtContent>" * 300 + b"<w:p/>" + b"</w:sdtContent></w:sdt>" * 300
    assert refusal(repacked(file, in_part("word/document.xml", lambda content: content.replace(b"<w:body>", b"<w:body>" + deep)))).code == "damaged-file"
    fields = b'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' * 2000
    assert read_docx(repacked(file, in_part("word/document.xml", lambda content: content.replace(b"<w:body>", b"<w:body>" + fields))))


def test_boxes_in_boxes_are_read_once(file: bytes) -> None:
    """D1, D9: text boxes nested as deep as XML may be, each read once."""
    box = b"<w:p><w:r><w:pict><w:txbxContent>"
    end = b"</w:txbxContent></w:pict></w:r></w:p>"
    nested = box * 24 + b"<w:p><w:r><w:t>innermost</w:t></w:r></w:p>" + end * 24
    passages = read_docx(repacked(file, in_part("word/document.xml", lambda content: content.replace(b"<w:body>", b"<w:body>" + nested)))).passages
    assert [passage.text for passage in passages].count("innermost") == 1


def test_fields_that_never_end_are_text(file: bytes, answering: None) -> None:
    """D1, D9."""
    endless = b'<w:p>' + b'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r>' * 5000 + b"</w:p>"
    passages = read_docx(repacked(file, in_part("word/document.xml", lambda content: content.replace(b"<w:body>", b"<w:body>" + endless)))).passages
    assert passages[0].text == "x" * 5000


def test_an_odt_brings_its_text_alone() -> None:
    """D3: pictures, scripts and addresses of others never reach LibreOffice."""
    office, text, link = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "http://www.w3.org/1999/xlink"
    content = (
        f'<o:document-content xmlns:o="{office}" xmlns:t="{text}" xmlns:l="{link}" xmlns:d="d"><o:scripts><o:script>run()</o:script></o:scripts>'
        '<o:body><o:text><t:p>Dag <d:object l:href="http://x.example/o"/>allen <d:image l:href="http://x.example/p.png"/>'
        '<t:a l:href="https://voorbeeld.be/">hier</t:a></t:p></o:text></o:body></o:document-content>'
    )
    odt = repacked(b"PK\x05\x06" + b"\0" * 18, more={"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode(), "Basic/x.xml": b"<x/>"})
    archive = Archive(safe_odt(odt))
    made = archive.bytes("content.xml").decode()
    assert archive.names == {"mimetype", "content.xml", "META-INF/manifest.xml"}
    assert "x.example" not in made and "run()" not in made and "https://voorbeeld.be/" in made and "allen" in made


# ---------------------------------------------------------------- what is in it


def test_relations_to_the_outside_are_left_out_and_told(file: bytes) -> None:
    """D3: templates, pictures, objects; links are only compared with the report's own."""
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    hostile = b"".join(
        b'<Relationship Id="x%d" Type="%s%s" Target="%s" TargetMode="External"/>' % (place, kind, name, target)
        for place, (name, target) in enumerate([(b"attachedTemplate", b"http://127.0.0.1:9/t"), (b"image", b"\\\\server\\x"), (b"oleObject", b"file:///etc/passwd")])
    )
    data = repacked(file, in_part("word/_rels/document.xml.rels", lambda content: content.replace(b"</Relationships>", hostile + b"</Relationships>")))
    remarks = read_docx(data).remarks
    assert len(remarks) == 3 and all("left out" in remark for remark in remarks)


def test_macros_are_refused(file: bytes) -> None:
    """D3, D4."""
    def change(name: str, content: bytes) -> bytes:
        if name != "[Content_Types].xml":
            return content
        return content.replace(b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", b"vnd.ms-word.document.macroEnabled.main+xml")

    assert refusal(repacked(file, change)).code == "hostile-file"


def test_an_address_from_the_file_never_comes_into_the_report(root: Path, file: bytes) -> None:
    """D3: a link that was turned elsewhere stays as it was."""
    data = repacked(translated_docx(file), in_part("word/_rels/document.xml.rels", lambda content: content.replace(b"https://voorbeeld.be/pad", b"https://evil.example/pad")))
    made = taken(job_of(root), data)
    assert all("evil.example" not in verdict.target for verdict in made.verdicts)
    assert any("evil.example" in fault.message for verdict in made.verdicts for fault in verdict.faults)


def test_control_characters_and_signs_of_markup_are_text(root: Path, file: bytes) -> None:
    """D10: what a translator types is never markup, a figure, or code."""
    data = translated_docx(file, words=lambda text: text.replace("tweede", "*x* [a](https://evil.example) <b> {{ walk.deelnemers }} {% if %} [^brief] \u202e &amp;"))
    job = job_of(root)
    verdict = next(verdict for verdict in taken(job, data).verdicts if verdict.segment.text.startswith("Een tweede"))
    from reportbuilder.model.text import plain_text
    from reportbuilder.translate.figures import filled
    from reportbuilder.translate.markup import parsed

    shown = plain_text(parsed(filled(verdict.target, job.raw.figures, "en")))
    assert "*x* [a](https://evil.example) <b> {{ walk.deelnemers }} {% if %} [^brief] &amp;" in shown
    assert "\u202e" not in verdict.target


# ---------------------------------------------------------------- other files


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("x.pdf", b"%PDF-1.7", "PDF"),
        ("x.rtf", b"{\\rtf1", "RTF"),
        ("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
        ("x.docx", b"hallo", "can come back"),
        ("x.zip", repacked(b"PK\x05\x06" + b"\0" * 18, more={"brief.docx": b"x"}), "DOCX or ODT"),
        ("x.xlsx", repacked(b"PK\x05\x06" + b"\0" * 18, more={"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"}), "spreadsheet"),
        ("leeg.docx", b"", "can come back"),
    ],
)
def test_what_is_no_translation_says_what_it_is(name: str, data: bytes, word: str) -> None:
    """D4."""
    with pytest.raises(Refused) as caught:
        kind = kind_of(data, name)
        read_docx(data) if kind == "docx" else None
    assert word in f"{caught.value.message} {caught.value.hint}"


def test_files_that_are_none_are_told(root: Path, tmp_path: Path) -> None:
    """D4, D13."""
    (tmp_path / "~$x.docx").write_bytes(b"x" * 162)
    assert codes(root, tmp_path / "~$x.docx") == ["not-a-translation"]
    assert codes(root, tmp_path) == ["not-a-file"]
    assert codes(root, tmp_path / "nergens.docx") == ["missing-file"]
    (tmp_path / "leeg.xlf").write_text('<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', encoding="utf-8")
    assert codes(root, tmp_path / "leeg.xlf") == ["empty-file"]
    (tmp_path / "ander.xlf").write_text('<xliff version="3"/>', encoding="utf-8")
    assert codes(root, tmp_path / "ander.xlf") == ["not-a-translation"]
    (tmp_path / "slecht.po").write_bytes(b'msgid "a\xff')
    assert codes(root, tmp_path / "slecht.po") == ["not-utf-8"]


def test_a_file_of_another_report_or_language_is_refused(root: Path, file: bytes, tmp_path: Path) -> None:
    """D11."""
    (tmp_path / "terug.docx").write_bytes(file)
    assert codes(root, tmp_path / "terug.docx", "fr") == ["wrong-language"]
    other = repacked(file, in_part("docProps/core.xml", lambda content: content.replace(b"reportbuilder proef ", b"reportbuilder ander ")))
    (tmp_path / "ander.docx").write_bytes(other)
    assert codes(root, tmp_path / "ander.docx") == ["wrong-report"]
    assert codes(root, tmp_path / "ander.docx", "nl") == ["own-language"]


def test_a_fault_of_the_file_is_of_its_own_family(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_FILE", 50)
    (tmp_path / "groot.docx").write_bytes(b"PK\x03\x04" + b"\0" * 60)
    log = Log()
    receive(ImportOptions(root, tmp_path / "groot.docx", "en"), log, Progress())
    assert [message.family for message in log.errors] == [Family.LIMIT]


# ---------------------------------------------------------------- the PO file


def test_a_link_in_place_of_the_catalog_is_not_followed(tmp_path: Path) -> None:
    root = report(tmp_path)
    (tmp_path / "elders").mkdir()
    (tmp_path / "terug.docx").write_bytes(translated_docx(sent(job_of(root))))
    (root / "sections/locale").symlink_to(tmp_path / "elders")
    assert "outside-project" in codes(root, tmp_path / "terug.docx")
    assert list((tmp_path / "elders").iterdir()) == []


def test_nothing_is_written_when_it_is_only_told(tmp_path: Path) -> None:
    root = report(tmp_path)
    (tmp_path / "terug.docx").write_bytes(translated_docx(sent(job_of(root))))
    log = Log()
    received = receive(ImportOptions(root, tmp_path / "terug.docx", "en", dry=True), log, Progress())
    assert received.outputs == () and "+ " in received.told
    assert not (root / "sections/locale").exists() and not (root / "out").exists()


def test_an_import_keeps_the_catalog_before_it_and_a_review(tmp_path: Path) -> None:
    root = report(tmp_path)
    for number in range(2):
        (tmp_path / "terug.docx").write_bytes(translated_docx(sent(job_of(root)), words=lambda text, end=number: re.sub(r"[a-z]{4,}", lambda word: word[0] + "xy"[end], text)))
        log = Log()
        received = receive(ImportOptions(root, tmp_path / "terug.docx", "en"), log, Progress())
        assert not log.errors, log.errors
    names = sorted(output.path.name for output in received.outputs)
    assert names == ["en.po", "proef-en-review-before.po", "proef-en-review.html", "proef-en-review.json"]
    page = (root / "out/proef-en-review.html").read_text(encoding="utf-8")
    assert "<script" not in page and "default-src 'none'" in page
    assert (root / "out/proef-en-review-before.po").read_text(encoding="utf-8") != (root / "sections/locale/en.po").read_text(encoding="utf-8")


def test_w_is_the_namespace_of_word() -> None:
    assert W.startswith("{http://schemas.openxmlformats.org/wordprocessingml")

"""The package: the same bytes for the same report, with all that belongs in it and nothing else."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import docx
import pytest
from PIL import Image
from unit.docx.made import FAMILIES, META, PICTURES, Docx, S, body, chapter, figure, p, photo, resolved, sheet

from reportbuilder.docx.png import as_png
from reportbuilder.docx.settings import made as made_on
from reportbuilder.docx.write import write
from reportbuilder.model import nodes as n


def test_two_runs_give_the_same_bytes() -> None:
    assert body(p("x"), figure("y")).data == body(p("x"), figure("y")).data


def test_the_archive_bears_no_date_and_stores_pictures_as_they_are() -> None:
    with ZipFile(BytesIO(body(figure()).data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert archive.getinfo("word/media/image1.jpeg").compress_type == ZIP_STORED
        assert archive.read("word/media/image1.jpeg") == PICTURES["foto.jpg"].data


def test_the_parts_are_these() -> None:
    furniture = [f"word/{kind}{number}.xml" for kind in ("footer", "header") for number in (1, 2, 3)]
    others = [f"word/{name}.xml" for name in ("document", "fontTable", "footnotes", "numbering", "settings", "styles")]
    relations = ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"]
    assert set(body(p("x")).names()) == {*relations, "docProps/core.xml", *others, *furniture}


def test_python_docx_opens_it() -> None:
    opened = docx.Document(BytesIO(body(p("Een zin.")).data))
    assert [one.text for one in opened.paragraphs] == ["1", "Hoofdstuk", "Een zin."]
    assert opened.core_properties.title == "Verslag"


def test_properties_say_title_maker_language_and_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    document = resolved(chapter(p("x")))
    root = Docx(write(document, sheet(), PICTURES, {}, FAMILIES, identifier="abc")).root("docProps/core.xml")
    assert {child.tag.split("}")[1]: child.text for child in root} == {
        "title": "Verslag", "subject": "Ondertitel", "creator": "De Proefbank", "keywords": "proef, verslag", "description": "Wat & hoe",
        "language": "nl-BE", "identifier": "abc", "created": "2026-01-01T00:00:00Z", "modified": "2026-01-01T00:00:00Z",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("epoch", "year", "expected"),
    [("86400", "2025", "1970-01-02"), ("", "2025", "2026-01-01"), ("soon", "2024-2025", "2026-01-01"), ("", "dit jaar", "2000-01-01")],
)
def test_the_date_is_that_of_the_sources_or_follows_the_year(monkeypatch: pytest.MonkeyPatch, epoch: str, year: str, expected: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert made_on(year).date().isoformat() == expected


def test_a_picture_that_could_not_be_had_leaves_its_description() -> None:
    made = body(n.Figure(photo("Wat er was", "weg.jpg"), "column", (), S))
    assert made.find("//wp:docPr/@descr") == ["Wat er was"]
    assert Image.open(BytesIO(made.read("media/image1.png"))).size == (3, 2)


def test_samples_become_a_png_of_the_same_samples() -> None:
    opened = Image.open(BytesIO(as_png(PICTURES["merk.svg"])))
    assert (opened.size, opened.mode, opened.tobytes()) == ((2, 3), "RGB", bytes(range(18)))


def test_one_picture_shown_twice_is_one_part() -> None:
    made = body(figure(), figure())
    assert [name for name in made.names() if "media" in name] == ["word/media/image1.jpeg"]


def test_a_report_without_parts_is_still_a_file() -> None:
    assert Docx(write(n.Document(META, ()), sheet(), {}, {}, {})).lines() == []

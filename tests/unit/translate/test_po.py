"""`translate.po`: the catalog as a PO file and back, and every character of a translation with its place."""

from pathlib import Path

import polib
import pytest
from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.translate.po import Catalog, Entry, parsed_catalog, read_catalog, target_scalar, target_span, written

LONG = "Een lange zin die over de rand van de regel gaat, " * 4 + "met “aanhalingstekens” en een \\ en\\\neen nieuwe regel."
CATALOG = Catalog(
    "en",
    (
        Entry("deel_a", "text", "Dag", "Hello", part="deel", place=Span("sections/a.yaml", 3, 5)),
        Entry("deel_b", "title", LONG, LONG.replace("Een", "A"), fuzzy=True, previous="Vroeger", part="deel", limit=40, comment="Kijk na"),
        Entry("deel_c", "text", "Nog niet", part="deel"),
    ),
    (Entry("deel_z", "text", "Weg", "Gone"),),
)


def read(text: str) -> tuple[Catalog | None, list[str]]:
    log = Log()
    return parsed_catalog(text, "en", "sections/locale/en.po", log), [f"{d.span.line} {d.code}" for d in log.diagnostics]


def test_a_catalog_comes_back_as_it_was() -> None:
    found, messages = read(written(CATALOG))
    assert found and messages == []
    assert [replace(entry, lines=(), place=Span("", 0, 0), limit=0) for entry in found.entries] == [
        replace(entry, place=Span("", 0, 0), limit=0) for entry in CATALOG.entries
    ]
    assert [(entry.id, entry.target) for entry in found.obsolete] == [("deel_z", "Gone")]
    assert written(found).split("\n\n", 1)[0] == written(CATALOG).split("\n\n", 1)[0]


def test_others_can_read_it() -> None:
    po = polib.pofile(written(CATALOG))
    assert po.metadata["Language"] == "en" and len(po.fuzzy_entries()) == 1 and po[0].occurrences == [("sections/a.yaml", "3")]
    assert "max-length:40" in po[1].flags


def test_every_letter_of_a_translation_knows_its_place() -> None:
    text = written(CATALOG)
    found, _ = read(text)
    assert found
    lines = text.split("\n")
    scalar = target_scalar(found.entries[1], "x.po")
    for word in ("A lange", "aanhalingstekens", "nieuwe"):
        place = scalar.at(scalar.text.index(word))
        assert lines[place.line - 1][place.column - 1 :].startswith(word[:3])
    assert lines[target_span(found.entries[0], "x.po").line - 1] == 'msgstr "Hello"'


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ('msgid "a\nmsgstr', ["1 bad-po"]),
        ("nonsens", ["1 bad-po"]),
        ('msgctxt "x"\nmsgid "a"\nmsgstr "b"\n\nmsgctxt "x"\nmsgid "c"\nmsgstr "d"\n', ["5 duplicate-id"]),
        ('msgid "a"\nmsgstr "b"\n', ["1 po-without-id"]),
    ],
)
def test_a_broken_file_is_told_with_its_place(text: str, messages: list[str]) -> None:
    assert [message.split()[1] for message in read(text)[1]] == [message.split()[1] for message in messages]


def test_without_a_file_the_catalog_is_empty_and_a_region_falls_back(tmp_path: Path) -> None:
    log = Log()
    assert read_catalog(tmp_path, "en", log) == Catalog("en")
    folder = tmp_path / "sections/locale"
    folder.mkdir(parents=True)
    (folder / "en.po").write_text(written(CATALOG), encoding="utf-8")
    found = read_catalog(tmp_path, "en-GB", log)
    assert found and found.language == "en-GB" and found.file == "sections/locale/en.po" and len(found.entries) == 3
    assert not log.diagnostics

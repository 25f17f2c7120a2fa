"""`translate.segments`: every text of the model is found, once, and only texts."""

import typing
from pathlib import Path

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.report import load_raw
from reportbuilder.model import nodes
from reportbuilder.model.walk import walk
from reportbuilder.translate.segments import _texts, needs_words, rewritten, units

from .round import report

NO_TEXTS = {
    "Text.text", "Link.url", "NoteCall.key", "Reference.label", "Heading.label", "Figure.label", "Figure.kind", "Table.label", "Table.kind",
    "ListItem.marker", "Picture.file", "Note.key", "Cover.label", "Pictures.label", "BackCover.label", "Chapter.number", "Figure.width",
    "Foreign.language", "Abbreviation.expansion", "Chart.label", "Chart.kind", "Chart.chart", "Chart.width", "Cluster.label", "Cluster.kind", "ClusterPicture.kind",
}  # fmt: skip
"""Strings of drafts that nobody translates: names, files, what `resolve` sets."""
MADE = {"Credit", "ContentsEntry", "NoteMark", "CrossReference", "PageNumber"}
INNER = {"Emphasis", "Strong", "Foreign", "Abbreviation", "Link", "Reference"}


def test_each_text_field_of_the_model_is_translated_or_known_to_be_none() -> None:
    """A new node, or a new text in one, must be told to `segments`."""
    forgotten = []
    for kind in typing.get_args(nodes.Node):
        if kind.__name__ in MADE:
            continue
        hints = typing.get_type_hints(kind, vars(nodes))
        values = dict.fromkeys(kind.__struct_fields__)
        if kind is nodes.Heading:
            values["level"] = 1
        told = {field for field, _ in _texts(kind(**values), "")}
        for field in kind.__struct_fields__:
            is_text = hints[field] in (str, nodes.Inlines) and kind.__name__ not in INNER
            if is_text and field not in told and f"{kind.__name__}.{field}" not in NO_TEXTS:
                forgotten.append(f"{kind.__name__}.{field}")
    assert forgotten == []


def test_the_units_of_the_sample_have_their_places(tmp_path: Path) -> None:
    raw = load_raw(report(tmp_path), Log())
    assert raw
    found = units(raw.draft)
    walked = list(walk(*raw.draft.parts))
    for unit in found:
        if unit.place:
            value = getattr(walked[unit.place - 1], unit.field)
            assert value is unit.content
    kinds = [unit.kind for unit in found]
    assert kinds[:6] == ["report-title", "report-subtitle", "description", "keyword", "keyword", "slug"]
    assert {"title", "section", "subsection", "text", "item", "note", "caption", "alt", "credit", "column", "cell", "figure", "label", "box", "quote"} <= set(kinds)
    assert "Er kwamen {{ walk.deelnemers | getal }} deelnemers" in next(unit.text for unit in found if "Er kwamen" in unit.text)


def test_nothing_changes_when_each_text_is_given_back(tmp_path: Path) -> None:
    raw = load_raw(report(tmp_path), Log())
    assert raw
    assert rewritten(raw.draft, lambda unit: unit.content) == raw.draft


def test_figures_addresses_and_numbers_need_no_words() -> None:
    assert not needs_words("{{ pers.tv | getal }}")
    assert not needs_words("2025 (12 %)")
    assert not needs_words("<https://x.be/a>")
    assert not needs_words("BE 0434 380 549") and not needs_words("BE06 5230 8056 2922")
    assert needs_words("HR") and needs_words("RPR Brussel")
    assert needs_words("{{ a.b }} leden")

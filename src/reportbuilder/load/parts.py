"""From the checked contents of a file to one part of a draft: cover, chapter, letter …"""

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.blocks import body, fact, heading, lead
from reportbuilder.load.charts import chart
from reportbuilder.load.fields import Fields, inner, items, place, typed
from reportbuilder.load.galleries import logo, picture
from reportbuilder.load.schema import shape_of
from reportbuilder.load.tables import PART
from reportbuilder.load.values import Mapping, Scalar
from reportbuilder.load.variables import Figures
from reportbuilder.model.nodes import (
    BackCover,
    Chapter,
    Colofon,
    ColofonEntry,
    Contents,
    Cover,
    Letter,
    Note,
    Numbers,
    Part,
    PicturePage,
    Pictures,
    Signature,
)
from reportbuilder.model.parts import Credits


def part(value: Mapping, figures: Figures | None, language: str, log: Log, raw: bool = False) -> Part | None:
    """The part that a file holds, all ids 0, or None if nothing says which part it is. `check` has said what is wrong in its keys."""
    fields = Fields(figures, language, log, raw)
    shape = shape_of(value, PART)
    match shape.key if shape else "":
        case "cover":
            return _cover(inner(value, "cover"), typed(value, "id"), fields)
        case "colofon":
            entries = tuple(_entry(entry, fields) for entry in items(value, "entries"))
            return Colofon(heading(value, "colofon", 1, fields), entries, place(value))
        case "contents":
            return Contents(heading(value, "contents", 1, fields), place(value))
        case "letter":
            return _letter(value, fields)
        case "numbers":
            first = lead(value, fields)
            shown = tuple(chart(item, fields) if "chart" in item.names() else fact(item, fields) for item in items(value, "items"))
            return Numbers(heading(value, "numbers", 1, fields), first[0] if first else None, shown, place(value))
        case "pictures":
            return Pictures(tuple(_picture_page(page, fields) for page in items(value, "pictures")), place(value), typed(value, "id"))
        case "chapter":
            return _chapter(value, fields)
        case "back-cover":
            return _back_cover(inner(value, "back-cover"), typed(value, "id"), fields)
        case _:
            return None


def _cover(cover: Mapping, label: str, fields: Fields) -> Cover:
    title, subtitle, organisation = (fields.inlines(cover, name) for name in ("title", "subtitle", "organisation"))
    return Cover(title, subtitle, organisation, picture(cover, fields), logo(cover, fields), place(cover, title), label)


def _credits(entry: Mapping) -> Credits:
    asked = typed(entry, "credits") if "credits" in entry.names() else ""
    return "fonts" if asked == "fonts" else "pictures" if asked else ""


def _entry(entry: Mapping, fields: Fields) -> ColofonEntry:
    title = fields.inlines(entry, "label")
    return ColofonEntry(title, fields.blocks(entry, "text"), _credits(entry), place(entry, title))


def _letter(value: Mapping, fields: Fields) -> Letter:
    title, blocks = heading(value, "letter", 1, fields), body(value, fields)
    signature = _signature(inner(value, "signature"), fields) if "signature" in value.names() else None
    return Letter(title, blocks, signature, _notes(value, fields), place(value))


def _signature(signature: Mapping, fields: Fields) -> Signature:
    name, function, organisation = (fields.inlines(signature, field) for field in ("name", "function", "organisation"))
    return Signature(name, function, organisation, place(signature, name))


def _picture_page(page: Mapping, fields: Fields) -> PicturePage:
    return PicturePage(picture(page, fields), typed(page, "spread") == "yes", fields.inlines(page, "caption"), place(page))


def _chapter(value: Mapping, fields: Fields) -> Chapter:
    opener = picture(inner(value, "opener"), fields) if "opener" in value.names() else None
    first = lead(value, fields)
    title = heading(value, "chapter", 1, fields)
    return Chapter(title, opener, first[0] if first else None, body(value, fields), _notes(value, fields), place(value))


def _back_cover(back: Mapping, label: str, fields: Fields) -> BackCover:
    shown = logo(back, fields) if "logo" in back.names() else None
    return BackCover(shown, fields.blocks(back, "text"), place(back), label)


def _notes(value: Mapping, fields: Fields) -> tuple[Note, ...]:
    """The notes by key; their places are those of the keys."""
    notes = inner(value, "notes")
    return tuple(Note(entry.key.text, fields.inlines_of(entry.value), entry.key.span) for entry in notes.entries if isinstance(entry.value, Scalar))

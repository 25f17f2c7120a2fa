"""The way to DOCX: a Document and a Sheet in, one file for translators out."""

from collections.abc import Mapping

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from msgspec.structs import replace

from reportbuilder.assets.drawings import Drawn
from reportbuilder.assets.artwork import VectorPicture
from reportbuilder.assets.pictures import Encoded
from reportbuilder.docx.anchors import anchors, listed_anchors, notes
from reportbuilder.docx.fonts import Family, font_table
from reportbuilder.docx.furniture import Furniture
from reportbuilder.docx.looks import Looks
from reportbuilder.docx.notes import footnotes
from reportbuilder.docx.numbering import numbering
from reportbuilder.docx.package import Content, package
from reportbuilder.docx.references import repeatable
from reportbuilder.docx.sections import body
from reportbuilder.docx.settings import core_properties, settings
from reportbuilder.docx.story import Book, Story
from reportbuilder.docx.style_sheet import style_sheet
from reportbuilder.docx.styles import BOX_INSET
from reportbuilder.docx.translator import STYLES, Translator, adapted, empty_header
from reportbuilder.model.nodes import Document
from reportbuilder.style.sheet import Sheet

FONT = "font:"
"""Before the ids of fonts, as names of what relations lead to."""
FONT_TABLE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"


def write(
    document: Document,
    sheet: Sheet,
    pictures: Mapping[str, Encoded],
    page_labels: Mapping[int, str],
    families: Mapping[str, Family],
    identifier: str = "",
    drawings: Mapping[int, Drawn] | None = None,
    translator: Translator | None = None,
    vectors: Mapping[str, VectorPicture] | None = None,
) -> bytes:
    """The document as a DOCX file, the same bytes for the same values.

    ``pictures`` has an RGB or gray rendition of each `Picture.file` (one that is missing becomes a gray field), and of pictures that show another part
    of it, by `frames.own_name`; ``page_labels`` the printed
    page number of each node that a `PageNumber` asks for; ``families`` the font families of the sheet, from `fonts.families`;
    ``identifier`` names this export in the file's properties, for when a translation comes back; ``drawings`` are those of the charts, by their
    ids; ``translator`` makes it the file that one gets; ``vectors`` has the paths of pictures that are vector art.
    """
    every_note = tuple(notes(document))
    numbers = {note.id: place for place, note in enumerate(every_note, 1)}
    repeated = {} if translator else repeatable(document)
    names = anchors(document), listed_anchors(document)
    book = Book(document, sheet, pictures, page_labels, *names, repeated, numbers, drawings or {}, vectors or {}, translator is not None)
    story, note_story = Story(book), Story(book)
    furniture = Furniture(story)
    text = body(document, story, furniture)
    note_text, headers = footnotes(every_note, note_story), furniture.headers
    fonts_xml, fonts = font_table(families)
    parts = _fixed_parts(book, Looks(sheet, families), bool(fonts))
    parts["fontTable.xml"] = Content(FONT_TABLE, fonts_xml, {(RT.FONT, f"{FONT}{number}"): number for number in fonts})
    if translator:
        text, note_text = adapted(text, note_text, translator)
        headers = {name: empty_header(xml) for name, xml in headers.items()}
        styles = parts["styles.xml"]
        parts["styles.xml"] = replace(styles, xml=styles.xml.replace("</w:styles>", f"{STYLES}</w:styles>"))
    parts["footnotes.xml"] = Content(CT.WML_FOOTNOTES, note_text, note_story.relations)
    parts |= {name: Content(CT.WML_HEADER, xml) for name, xml in headers.items()}
    parts |= {name: Content(CT.WML_FOOTER, xml) for name, xml in furniture.footers.items()}
    for name, kind in FIXED.items():
        story.relation(kind, name)
    parts["document.xml"] = Content(CT.WML_DOCUMENT_MAIN, text, story.relations)
    media = {f"{FONT}{number}": ("odttf", data) for number, data in fonts.items()}
    return package(parts, lambda name: media.get(name) or book.media(name), core_properties(document.meta, identifier))


FIXED = {
    "styles.xml": RT.STYLES,
    "settings.xml": RT.SETTINGS,
    "numbering.xml": RT.NUMBERING,
    "fontTable.xml": RT.FONT_TABLE,
    "footnotes.xml": RT.FOOTNOTES,
}
"""The parts that every document has beside its text."""


def _fixed_parts(book: Book, looks: Looks, fonts: bool) -> dict[str, Content]:
    """Styles, settings and lists, which are known when the text is written; ``fonts``: some are in the package."""
    language, sheet = book.document.meta.language, book.sheet
    indent = sheet.style("list").indent
    return {
        "styles.xml": Content(CT.WML_STYLES, style_sheet(looks, language)),
        "settings.xml": Content(CT.WML_SETTINGS, settings(sheet.style("body").hyphenate, language, fonts)),
        "numbering.xml": Content(CT.WML_NUMBERING, numbering(indent, BOX_INSET, book.lists)),
    }

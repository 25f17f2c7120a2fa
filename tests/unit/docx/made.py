"""Reports by hand in few words, written as DOCX and read back."""

import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from reportbuilder.assets.pictures import Encoded
from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import NOWHERE as S
from reportbuilder.docx.fonts import Family
from reportbuilder.docx.write import write
from reportbuilder.docx.xml import NAMESPACES
from reportbuilder.model import nodes as n
from reportbuilder.model.resolve import resolve
from reportbuilder.style.sheet import STYLE_NAMES, FaceKey, Ink, PageStyle, PrintStyle, Sheet, TextStyle, WebStyle

META = n.Meta("Verslag", "Ondertitel", "De Proefbank", "2025", "verslag", "nl-BE", "Wat & hoe", ("proef", "verslag"))
INKS = {
    ink.name: ink
    for ink in (
        Ink("text", (0, 0, 0, 1), (27, 27, 27)),
        Ink("accent", (0, 0.8, 0.9, 0), (196, 64, 28)),
        Ink("accent2", (0.8, 0.5, 0.5, 0.4), (18, 52, 59)),
        Ink("tint", (0.1, 0, 0, 0), (233, 241, 240)),
        Ink("rule", (0, 0, 0, 0.3), (185, 185, 185)),
        Ink("white", (0, 0, 0, 0), (255, 255, 255)),
    )
}
PAGE = PageStyle(
    width=500, height=700, bleed=9, top=60, bottom=60, inner=50, outer=40, text_width=300, gutter=10, baseline=14, header=40, footer=40
)
FAMILIES = {
    "serif": Family("Source Serif 4", bytes.fromhex("02040603050405020204")),
    "sans": Family("Source Sans 3", bytes.fromhex("020b0303030403020204")),
}
PICTURES = {
    "foto.jpg": Encoded(b"\xff\xd8 not looked into \xff\xd9", 400, 200, "rgb", "jpeg"),
    "merk.svg": Encoded(zlib.compress(bytes(range(2 * 3 * 3))), 2, 3, "rgb", "flate"),
    "wit.svg": Encoded(zlib.compress(b"\xff" * 18), 2, 3, "rgb", "flate"),
}


def sheet(**looks: TextStyle) -> Sheet:
    """A plain sheet; ``looks`` replace styles (``_`` for ``-`` in their names)."""
    styles = {name: TextStyle(name, FaceKey("serif"), 10, 14, "text") for name in STYLE_NAMES}
    styles["list"] = TextStyle("list", FaceKey("serif"), 10, 14, "text", indent=14)
    styles |= {name.replace("_", "-"): look for name, look in looks.items()}
    return Sheet(INKS, {}, (), styles, PAGE, PrintStyle("", "", "", 300, 300, False), WebStyle(160, 80))


def t(words: str) -> n.Inlines:
    return (n.Text(words, S),)


def p(*content: "str | n.Inline") -> n.Paragraph:
    return n.Paragraph(line(*content), S)


def line(*content: "str | n.Inline") -> n.Inlines:
    return tuple(n.Text(part, S) if isinstance(part, str) else part for part in content)


def call(key: str) -> n.NoteCall:
    return n.NoteCall(key, S)


def note(key: str, *content: "str | n.Inline") -> n.Note:
    return n.Note(key, line(*content), S)


def items(*blocks: "n.Block | tuple[n.Block, ...]", start: int = 0) -> n.List:
    """A list; with ``start`` a numbered one."""
    made = tuple(n.ListItem(block if isinstance(block, tuple) else (block,), S) for block in blocks)
    return n.List(bool(start), start or 1, made, S)


def photo(alt: str = "Een foto", file: str = "foto.jpg") -> n.Picture:
    return n.Picture(file, alt, "Beeld: iemand", S)


def figure(caption: str = "", label: str = "", width: n.Width = "column") -> n.Figure:
    return n.Figure(photo(), width, t(caption) if caption else (), S, label)


def table(*rows: tuple[str, ...], caption: str = "", aligns: tuple[n.Align, ...] = ("left", "right")) -> n.Table:
    head, *others = (n.Row(tuple(n.Cell(t(cell) if cell else (), S) for cell in row), S) for row in rows)
    return n.Table(aligns, head, tuple(others), t(caption) if caption else (), S)


def chapter(*blocks: n.Block, title: str = "Hoofdstuk", notes: tuple[n.Note, ...] = (), running: str = "", label: str = "") -> n.Chapter:
    return n.Chapter(n.Heading(1, t(title), S, label, running), None, None, blocks, notes, S)


def contents() -> n.Contents:
    return n.Contents(n.Heading(1, t("Inhoud"), S), S)


def resolved(*parts: n.Part) -> n.Document:
    log = Log()
    document = resolve(n.Draft(META, parts), log)
    assert not log.diagnostics, log.diagnostics
    return document


@dataclass(frozen=True)
class Docx:
    """A file read back. Names are those of parts, without ``word/``."""

    data: bytes

    def read(self, name: str) -> bytes:
        with ZipFile(BytesIO(self.data)) as archive:
            return archive.read(name if name in archive.namelist() else f"word/{name}")

    def names(self) -> list[str]:
        with ZipFile(BytesIO(self.data)) as archive:
            return archive.namelist()

    def root(self, name: str = "document.xml") -> etree._Element:
        return etree.fromstring(self.read(name))

    def find(self, path: str, name: str = "document.xml") -> list:
        """What an XPath finds in a part."""
        return self.root(name).xpath(path, namespaces=NAMESPACES)

    def xml(self, path: str, name: str = "document.xml") -> str:
        """The first element found, without declarations of namespaces."""
        text = etree.tostring(self.find(path, name)[0], encoding="unicode", with_tail=False)
        for prefix, uri in NAMESPACES.items():
            text = text.replace(f' xmlns:{prefix}="{uri}"', "")
        return text

    def lines(self) -> list[str]:
        """Style and text of every paragraph of the body; field instructions are left out."""
        return [f"{''.join(one.xpath('w:pPr/w:pStyle/@w:val', namespaces=NAMESPACES))}: {self.words(one)}" for one in self.find("//w:p")]

    @staticmethod
    def words(element: etree._Element) -> str:
        return "".join(element.xpath(".//w:t/text()", namespaces=NAMESPACES))

    def targets(self, name: str = "document.xml") -> dict[str, str]:
        """The targets of a part's relations, by id."""
        return {one.get("Id"): one.get("Target") for one in self.root(f"word/_rels/{name}.rels")}


def written(*parts: n.Part, labels: dict[int, str] | None = None, looks: Sheet | None = None) -> Docx:
    """The parts resolved, written and read back; page numbers are the ids of their targets unless ``labels`` says otherwise."""
    document = resolved(*parts)
    return Docx(write(document, looks or sheet(), PICTURES, labels or {number: str(number) for number in range(2000)}, FAMILIES))


def body(*blocks: n.Block, notes: tuple[n.Note, ...] = ()) -> Docx:
    """Blocks in one chapter."""
    return written(chapter(*blocks, notes=notes))

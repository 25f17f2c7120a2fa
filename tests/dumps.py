"""What cases show, as text: pages, lines with their measures, glyphs, what print and web PDF paint, paragraphs of the DOCX, messages."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import zip_longest
from typing import assert_never
from zipfile import ZipFile

from case import Case, Dump
from finished import docx, shown_pictures
from lxml import etree
from pikepdf import Pdf

from reportbuilder.assets.faces import Face
from reportbuilder.assets.shaped import Shaped
from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.render import as_text
from reportbuilder.layout.breaks import DECENT, LOOSE, TIGHT, VERY_LOOSE, fitness_of
from reportbuilder.layout.dump import dump as pages
from reportbuilder.layout.page import Layout, Run
from reportbuilder.pdf.paint import paint
from reportbuilder.pdf.profile import PRINT, WEB, Profile
from reportbuilder.preflight.agree.shown import Reader, TextContent
from reportbuilder.preflight.content import Budget
from reportbuilder.preflight.evidence import Evidence, PageFacts
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.marks import Shown, ShownPath, ShownPicture, ShownText
from reportbuilder.preflight.resources import Book
from reportbuilder.preflight.ua.marked import marked
from reportbuilder.style.sheet import SPACE_SHRINK, SPACE_STRETCH

SOFT_HYPHEN = "\u00ad"
RAISED = 4.0
"""Points by which a mark of a note stands above its line at most."""

CLASSES = {TIGHT: "tight", DECENT: "", LOOSE: "loose", VERY_LOOSE: "very loose"}
BLED = 0.1


def dumped(made: Case) -> str:
    """What the head of the case asks for, and at the end all that was said."""
    rule = "".join(f"# {line}\n" for line in made.head.look.strip().split("\n"))
    return "".join([rule, *(_shown(kind, made) for kind in made.head.dump), *_messages(made.log)])


def _shown(kind: Dump, made: Case) -> str:
    match kind:
        case "pages":
            return pages(made.layout)
        case "lines":
            return _joined(lines(made.layout))
        case "glyphs":
            return _joined(glyphs(made.layout))
        case "painted":
            return _joined(painted(made))
        case "word":
            return _joined(word(docx(made.document, made.layout, made.sheet)))
        case "messages":
            return ""
        case _:
            assert_never(kind)


def _joined(found: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in found)


def _messages(log: Log) -> Iterator[str]:
    return (f"{_visible(as_text(one))}\n" for one in log.in_order())


def _visible(text: str) -> str:
    return text.replace("\u00a0", "[nbsp]").replace("\u202f", "[nnbsp]")


# ---------------------------------------------------------------- lines and glyphs


def lines(layout: Layout) -> Iterator[str]:
    """Each line of text: where its first and last letter begin and end, how its spaces and letters gave way, and its class (`layout.breaks`)."""
    for page in layout.pages:
        if page.kind == "text":
            yield f"page {page.label}"
            yield from map(_line, _lines([item for item in page.items if isinstance(item, Run) and item.text]))


def _lines(runs: list[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        if line and (abs(run.y - line[0].y) > RAISED or run.x < line[-1].x):
            yield line
            line = []
        line.append(run)
    if line:
        yield line


def _line(runs: list[Run]) -> str:
    text, read = ("".join(parts).rstrip(" ") for parts in ([piece.text for run in runs for piece in run.pieces], [run.text for run in runs]))
    text, read = _visible(text), _visible(read.replace(SOFT_HYPHEN, "-"))
    ends = [run.x + run.extent for run in runs if run.text.strip(" ")]
    spaces = [(piece.width * run.size * run.scale / 1000, run.gap) for run in runs for piece in run.pieces if piece.is_space]
    width, gap = spaces[0] if spaces else (0.0, 0.0)
    space = f"space {1 + gap / width:.2f} {_fitness(gap / width):<10}" if width and " " in text else " " * 21
    letters = f" letters {runs[0].scale:.3f}" if any(run.scale != 1.0 for run in runs) else ""
    return f"  {runs[0].x:6.2f} to {max(ends, default=runs[0].x):6.2f}  {space}{letters} | {text}{'' if text == read else f' (read as ‘{read}’)'}"


def _fitness(gap: float) -> str:
    """The class of a line whose spaces grew by that part of their width."""
    ratio = gap / (SPACE_STRETCH if gap > 0 else SPACE_SHRINK)
    return CLASSES[fitness_of(ratio)]


def glyphs(layout: Layout) -> Iterator[str]:
    """Each word of the text pages: its font and size, its glyphs by their letters and the features that gave them, and how wide they are, in thousandths of
    the size; what kerning took or gave stands in brackets.
    """
    for page in layout.pages:
        for item in page.items:
            if isinstance(item, Run) and item.node and page.kind == "text":
                for piece in item.pieces:
                    if not piece.is_space and piece.glyphs:
                        yield f"{item.face.name} {item.size:.1f} | {_word(piece)} | {' '.join(_glyphs(item.face, piece))}"


def _word(piece: Shaped) -> str:
    return piece.text if piece.actual is None else f"{piece.text} (read as {_spelled(piece.actual)})"


def _spelled(text: str) -> str:
    return "a soft hyphen" if text == SOFT_HYPHEN else f"‘{text}’"


def _glyphs(face: Face, piece: Shaped) -> Iterator[str]:
    for glyph, advance, cluster in zip(piece.glyphs, piece.advances, piece.clusters):
        nominal = face.nominal_advance(glyph)
        kerned = round(advance - nominal)
        yield f"{_name(face, cluster, glyph)} {nominal:.0f}" + (f"({kerned:+d})" if kerned else "")


def _name(face: Face, letters: str, glyph: int) -> str:
    """The letters that a font shows by that glyph; where it is another form of theirs, with what gives that."""
    for features in FORMS:
        if glyph in face.shape(letters, features, language="und").glyphs[:1]:
            return ".".join((letters, *features))
    return next((name for letter, name in PARTS.items() if face.hb_font.get_nominal_glyph(ord(letter)) == glyph), f"glyph{glyph}")


FORMS = ((), ("c2sc",), ("smcp",), ("sups",), ("onum",), ("lnum",), ("pnum",), ("onum", "pnum"), ("lnum", "pnum"), ("lnum", "tnum"), ("onum", "tnum"))
"""Features by which a letter gets another form."""
PARTS = {"ȷ": "dotless-j", "\u0301": "acute"}
"""What letters are put together from."""


# ---------------------------------------------------------------- PDF


def painted(made: Case) -> Iterator[str]:
    """What the print PDF and the web PDF paint, read from the files: one line where both have it in the same place, with the colour in each."""
    files = [list(_marks(made, profile)) for profile in (PRINT, WEB)]
    for page, both in enumerate(zip_longest(*files, fillvalue=[]), 1):
        yield f"page {page}: what | in print | on screens"
        for (what, ink), (other, light) in zip_longest(*both, fillvalue=("nothing", "")):
            yield f"  {what} | {ink} | {light}" if what == other else f"  ELSEWHERE: {what} | {other}"


def _marks(made: Case, profile: Profile) -> Iterator[list[tuple[str, str]]]:
    """(What stands where, counted from the top left of the trimmed page; its colour) of each thing on each page."""
    with Pdf.open(BytesIO(paint(made.layout, made.sheet, profile, shown_pictures(made.layout)).data)) as pdf:
        for page in Evidence(b"", pdf, Limits()).pages:
            content = TextContent(page.number)
            marked(page.object, page.number, page.media, Book(), Budget(), Reader, content)
            texts = iter([piece.text for piece in content.pieces if piece.box])
            yield [(f"{_what(one, texts)} {_place(one, page)}", f"{_colour(one)}{_bleeding(one, page)}") for one in content.shown]


def _what(shown: Shown, texts: Iterator[str]) -> str:
    match shown:
        case ShownText():
            return f"text ‘{next(texts).strip(' ').replace(SOFT_HYPHEN, '-')}’ {shown.size:.1f}"
        case ShownPath():
            return f"line of {shown.thickness:.2f}" if shown.stroked and shown.thickness is not None else "area"
        case ShownPicture():
            return "picture"
        case _:
            raise AssertionError(shown)


def _place(shown: Shown, page: PageFacts) -> str:
    """Left, top, right and bottom, as far as it lies on the trimmed page."""
    (left, bottom, right, top), trim = shown.box, page.trim
    inside = max(left, trim[0]), max(bottom, trim[1]), min(right, trim[2]), min(top, trim[3])
    return " ".join(f"{edge:.1f}" for edge in (inside[0] - trim[0], trim[3] - inside[3], inside[2] - trim[0], trim[3] - inside[1]))


def _bleeding(shown: Shown, page: PageFacts) -> str:
    """Said of what runs over the edge of the trimmed page."""
    (left, bottom, right, top), trim = shown.box, page.trim
    return " bleeding" if min(left - trim[0], bottom - trim[1]) < -BLED or max(right - trim[2], top - trim[3]) > BLED else ""


def _colour(shown: Shown) -> str:
    if isinstance(shown, ShownPicture):
        return shown.space.kind if shown.space else "mask"
    kind, parts = shown.paint.colour.space.kind, shown.paint.colour.parts
    levels = " ".join(f"{part * (255 if kind == 'rgb' else 100):.0f}" for part in parts)
    return f"{kind} {levels}{' overprint' if shown.paint.overprint else ''}"


# ---------------------------------------------------------------- DOCX

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def word(data: bytes) -> Iterator[str]:
    """The paragraphs of a DOCX with their styles, tables cell by cell, pictures with their sizes in points and what is said of them; then the notes."""
    with ZipFile(BytesIO(data)) as package:
        body, notes = (etree.fromstring(package.read(f"word/{name}.xml")) for name in ("document", "footnotes"))
    yield "Word"
    yield from _blocks(body[0], "  ")
    for note in notes:
        if note.get(f"{W}type") is None:
            yield f"  note {note.get(f'{W}id')}"
            yield from _blocks(note, "    ")


def _blocks(parent: etree._Element, indent: str) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{W}p":
            yield f"{indent}{_paragraph(child)}"
        elif child.tag == f"{W}sdt":
            yield from _blocks(child.find(f"{W}sdtContent"), indent)
        elif child.tag == f"{W}tbl":
            yield f"{indent}table"
            for row in child.iter(f"{W}tr"):
                yield f"{indent}  row{' repeated' if row.find(f'{W}trPr/{W}tblHeader') is not None else ''}"
                for cell in row.iter(f"{W}tc"):
                    yield from _blocks(cell, f"{indent}    ")


def _paragraph(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return f"{style.get(f'{W}val') if style is not None else '-'} | {''.join(_inlines(paragraph))}"


def _inlines(paragraph: etree._Element) -> Iterator[str]:
    for one in paragraph.iter(f"{W}t", f"{W}instrText", f"{W}footnoteReference", f"{W}tab", f"{W}br", f"{WP}docPr"):
        match etree.QName(one).localname:
            case "t":
                yield one.text or ""
            case "instrText":
                yield f"{{{(one.text or '').strip()}}}"
            case "footnoteReference":
                yield f"[{one.get(f'{W}id')}]"
            case "docPr":
                extent = one.getparent().find(f"{WP}extent")
                yield f"<picture {int(extent.get('cx')) / 12700:.1f} × {int(extent.get('cy')) / 12700:.1f}: {one.get('descr') or 'decoration'}>"
            case _:
                yield "→" if one.getparent().tag == f"{W}r" else ""

"""The cover as a file of its own: back, spine and front on one sheet, and on its other side what is behind them.

The four pages are those that fold around the others: the first two and the last two.
"""

from decimal import Decimal
from io import BytesIO

from msgspec.structs import replace
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf
from pikepdf import Page as PdfPage

from reportbuilder.diag.span import Span
from reportbuilder.layout.page import Layout, Page
from reportbuilder.pdf.boxes import Box, Boxes, page_boxes
from reportbuilder.pdf.inks import Inks
from reportbuilder.pdf.marks import printers_marks
from reportbuilder.pdf.profile import PRINT
from reportbuilder.pdf.syntax import num, nums
from reportbuilder.style.printing import PrintStyle
from reportbuilder.style.sheet import Sheet

SIDES = 4
LEAST_PAGES = SIDES + 2
"""A cover needs something to cover."""


def inside(layout: Layout) -> Layout:
    """The pages between the cover."""
    return Layout(layout.pages[2:-2], layout.places)


def around(layout: Layout, from_right: bool = False) -> Layout:
    """The pages of the cover as they come to lie side by side: last and first, second and last but one; each pair the other way round in a book that is
    bound on the right.
    """
    first, second, *_, last_but_one, last = layout.pages
    pages = (first, last, last_but_one, second) if from_right else (last, first, second, last_but_one)
    return Layout(pages, layout.places)


def with_spine(cover: Layout, layout: Layout, spine: float) -> Layout:
    """The pages of `around`, and as a fifth what stands on the spine, if that is so wide."""
    if not layout.spine or layout.spine_width > spine:
        return cover
    page = Page(SIDES, "", "cover", (), layout.spine, (), ())
    return Layout((*cover.pages, page), cover.places)


def spine_width(style: PrintStyle, pages: int) -> float:
    """In points, for so many pages of which four are the cover: their leaves and twice the thickness of the cover."""
    return (pages - SIDES) / 2 * style.leaf + 2 * style.cover_leaf


def bare(sheet: Sheet) -> Sheet:
    """The sheet for pages that are put on another: without marks."""
    return replace(sheet, print=replace(sheet.print, marks=False, registration=False, bar=False))


def cover_boxes(sheet: Sheet, spine: float) -> Boxes:
    """The boxes of a sheet with back, spine and front."""
    return page_boxes(replace(sheet, page=replace(sheet.page, width=2 * sheet.page.width + spine)), PRINT)


def on_cover(pages: tuple[tuple[tuple[Box, Span], ...], ...], sheet: Sheet, spine: float) -> tuple[tuple[tuple[Box, Span], ...], ...]:
    """Places on the pages of `around` as places on both sides of the sheet."""
    outer_left, outer_right, inner_left, inner_right = (_moved(page, shift) for page, shift in zip(pages, 2 * _shifts(sheet, spine)))
    return (outer_left + outer_right, inner_left + inner_right)


def _moved(page: tuple[tuple[Box, Span], ...], shift: tuple[float, float]) -> tuple[tuple[Box, Span], ...]:
    across, up = shift
    return tuple(((left + across, low + up, right + across, top + up), span) for (left, low, right, top), span in page)


def composed(pages: bytes, sheet: Sheet, spine: float) -> bytes:
    """The file of a cover from a finished file of the pages of `with_spine`, painted without marks."""
    boxes = cover_boxes(sheet, spine)
    edge = boxes.trim[0] + sheet.page.width
    marks = printers_marks(boxes, sheet.print, (edge, edge + spine))
    with Pdf.open(BytesIO(pages)) as pdf:
        panels = [_panel(pdf, page.obj) for page in pdf.pages]
        for side in (0, 1):
            code = [_ground(sheet, boxes, edge, spine)] if side == 0 else []
            shown = {"Left": panels[2 * side], "Right": panels[2 * side + 1]}
            code += [_placed(name, shift, clip) for name, shift, clip in zip(("Left", "Right"), _shifts(sheet, spine), _clips(boxes, edge, spine))]
            if side == 0 and len(panels) > SIDES:
                shown["Spine"] = panels[SIDES]
                code.append(_down_the_spine(sheet, boxes, edge, spine, shown["Spine"]))
            page = Dictionary(
                Type=Name.Page,
                MediaBox=_array(boxes.media),
                BleedBox=_array(boxes.bleed),
                TrimBox=_array(boxes.trim),
                Resources=Dictionary({"/XObject": Dictionary({f"/{name}": panel for name, panel in shown.items()}), "/ColorSpace": panels[0].Resources.get("/ColorSpace", Dictionary())}),
                Contents=pdf.make_stream("\n".join([*code, *marks]).encode("ascii")),
            )
            if any("/Group" in each.obj for each in list(pdf.pages)[2 * side : 2 * side + 2]):
                page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
            pdf.pages.append(PdfPage(page))
        del pdf.pages[: len(panels)]
        file = BytesIO()
        version = ".".join(map(str, PRINT.version))
        pdf.save(file, force_version=version, object_stream_mode=ObjectStreamMode.disable, static_id=True, fix_metadata_version=False)
        return file.getvalue()


def _panel(pdf: Pdf, page: Object) -> Object:
    """A page as a form that shows all of it, bleed too."""
    return pdf.make_stream(page.Contents.read_bytes(), Type=Name.XObject, Subtype=Name.Form, BBox=page.MediaBox, Resources=page.Resources)


def _shifts(sheet: Sheet, spine: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """How far the pages on the left and on the right move from where they stand alone."""
    boxes, alone = cover_boxes(sheet, spine), page_boxes(bare(sheet), PRINT)
    across, up = boxes.trim[0] - alone.trim[0], boxes.trim[1] - alone.trim[1]
    return (across, up), (across + sheet.page.width + spine, up)


def _clips(boxes: Boxes, edge: float, spine: float) -> tuple[Box, Box]:
    """What each page may paint: not the spine, nor the other page."""
    left, bottom, right, top = boxes.bleed
    return (left, bottom, edge, top), (edge + spine, bottom, right, top)


def _placed(name: str, shift: tuple[float, float], clip: Box) -> str:
    left, bottom, right, top = clip
    return f"q {nums(left, bottom, right - left, top - bottom)} re W n 1 0 0 1 {nums(*shift)} cm /{name} Do Q"


def _down_the_spine(sheet: Sheet, boxes: Boxes, edge: float, spine: float, panel: Object) -> str:
    """What stands on the spine, turned so that it runs from head to foot: where its x was 0 is the head, where its y was 0 the middle of the spine. In a
    book that is bound on the right it is turned the other way, x counted from the foot, and so begins at the head too; who holds the book with its front
    up reads both.
    """
    alone = page_boxes(bare(sheet), PRINT)
    panel.BBox = _array((alone.left, alone.top - spine / 2, alone.left + sheet.page.height, alone.top + spine / 2))
    if sheet.page.from_right:
        return f"q 0 1 -1 0 {nums(edge + spine / 2 + alone.top, boxes.trim[1] - alone.left)} cm /Spine Do Q"
    return f"q 0 -1 1 0 {nums(edge + spine / 2 - alone.top, boxes.top + alone.left)} cm /Spine Do Q"


def _ground(sheet: Sheet, boxes: Boxes, edge: float, spine: float) -> str:
    """The spine in its ink, if it has one. It reaches half a point under both pages, so that no light shows between."""
    if not sheet.print.spine:
        return ""
    _, bottom, _, top = boxes.bleed
    return f"q {Inks(sheet, PRINT).fills[sheet.print.spine]} {nums(edge - 0.5, bottom, spine + 1, top - bottom)} re f Q"


def _array(box: Box) -> Array:
    return Array([Decimal(num(edge)) for edge in box])

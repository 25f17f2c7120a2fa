"""Finishes a painted PDF: its structure and links, bookmarks, labels, metadata and output intent, written whole by qpdf."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from reportbuilder.layout.page import Layout
from reportbuilder.model.nodes import Document
from reportbuilder.pdf.boxes import page_boxes
from reportbuilder.pdf.elements import picture_frames
from reportbuilder.pdf.labels import page_labels
from reportbuilder.pdf.links import Links
from reportbuilder.pdf.metadata import Statement, statement, xmp
from reportbuilder.pdf.objects import Objects
from reportbuilder.pdf.outline import outline, write_outline
from reportbuilder.pdf.paint import Painted
from reportbuilder.pdf.profile import Profile
from reportbuilder.pdf.tags import structure
from reportbuilder.pdf.tree import Written, write_tree
from reportbuilder.style.sheet import Sheet

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf

SCREEN = "sRGB.icc"
REGISTRY = "http://www.color.org"


@dataclass(frozen=True, slots=True)
class Additions:
    """The file with what was appended to it, the pages (indices) with marked content, and the objects that the catalog and pages must name."""

    data: bytes
    marked: frozenset[int]
    tree: Written | None
    outline: int | None
    labels: int | None


def finish(painted: Painted, layout: Layout, document: Document, sheet: Sheet, profile: Profile, profiles: Mapping[str, bytes]) -> bytes:
    """The finished file. ``profiles`` are ICC profiles by file name: that of ``sheet.print`` and ``sRGB.icc``.

    Raises `StructureFault` when something painted has no place in the structure tree.
    """
    import pikepdf

    added = _appended(painted, layout, document, sheet, profile)
    stated = statement(document.meta, profile)
    with pikepdf.Pdf.open(BytesIO(added.data)) as pdf:
        _describe(pdf, stated, profile)
        pdf.Root.OutputIntents = pikepdf.Array([_intent(pdf, sheet, profile, profiles)])
        _name_additions(pdf, added)
        written = BytesIO()
        pdf.save(
            written,
            force_version=".".join(map(str, profile.version)),
            object_stream_mode=pikepdf.ObjectStreamMode.generate if profile.object_streams else pikepdf.ObjectStreamMode.disable,
            linearize=profile.linearized,
            deterministic_id=True,
            fix_metadata_version=False,
        )
        return written.getvalue()


def _appended(painted: Painted, layout: Layout, document: Document, sheet: Sheet, profile: Profile) -> Additions:
    from pikepdf import Pdf

    with Pdf.open(BytesIO(painted.data)) as pdf:
        pages = [page.objgen[0] for page in pdf.pages]
        first, root = int(pdf.trailer.Size), pdf.Root.objgen[0]
    boxes = page_boxes(sheet, profile)
    objects = Objects(first)
    links = Links(layout, boxes, pages)
    tree = bookmarks = labels = None
    if profile.tagged:
        elements = structure(document, layout, painted, picture_frames(layout, boxes))
        tree = write_tree(elements, document.meta.language, objects, pages, links)
    if profile.outline:
        bookmarks = write_outline(outline(document, layout), objects, links)
    if profile.page_labels:
        labels = objects.add(page_labels([page.label for page in layout.pages]))
    return Additions(objects.appended(painted.data, root), frozenset(mark.page for mark in painted.marks), tree, bookmarks, labels)


def _describe(pdf: "Pdf", stated: Statement, profile: Profile) -> None:
    """A new Info dictionary and catalog in place of ReportLab's."""
    from pikepdf import Dictionary, Name, String

    pdf.trailer.Info = pdf.make_indirect(Dictionary({key: String(text) for key, text in stated.info.items() if text} | {"/Trapped": Name("/False")}))
    for key in set(pdf.Root.keys()) - {"/Type", "/Pages"}:
        del pdf.Root[key]
    pdf.Root.Lang = String(stated.language)
    pdf.Root.Metadata = pdf.make_stream(xmp(stated, profile), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _intent(pdf: "Pdf", sheet: Sheet, profile: Profile, profiles: Mapping[str, bytes]) -> "Dictionary":
    """What the colours of the file mean (ISO 32000-1, 14.11.5)."""
    from pikepdf import Dictionary, Name, String

    if profile.device == "cmyk":
        kind, file, count, condition, info = "/GTS_PDFX", sheet.print.profile, 4, sheet.print.condition, sheet.print.info
    else:
        kind, file, count, condition, info = "/GTS_PDFA1", SCREEN, 3, "sRGB IEC61966-2.1", "sRGB IEC61966-2.1"
    return pdf.make_indirect(
        Dictionary(
            Type=Name.OutputIntent,
            S=Name(kind),
            OutputConditionIdentifier=String(condition),
            OutputCondition=String(info),
            Info=String(info),
            RegistryName=String(REGISTRY),
            DestOutputProfile=pdf.make_stream(profiles[file], N=count),
        )
    )


def _name_additions(pdf: "Pdf", added: Additions) -> None:
    from pikepdf import Array, Dictionary, Name

    catalog = pdf.Root
    if added.labels is not None:
        catalog.PageLabels = pdf.get_object(added.labels, 0)
    if added.outline is not None:
        catalog.Outlines = pdf.get_object(added.outline, 0)
        catalog.PageMode = Name.UseOutlines
    if added.tree is not None:
        catalog.StructTreeRoot = pdf.get_object(added.tree.root, 0)
        catalog.MarkInfo = Dictionary(Marked=True)
        for index, page in enumerate(pdf.pages):
            page.obj.Tabs = Name.S
            if index in added.marked:
                page.obj.StructParents = index
            if index in added.tree.annotations:
                page.obj.Annots = Array([pdf.get_object(number, 0) for number in added.tree.annotations[index]])

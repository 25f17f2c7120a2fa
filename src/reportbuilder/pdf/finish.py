"""Finishes a painted PDF: its structure and links, bookmarks, labels, metadata and output intent, written whole by qpdf."""

import re
from collections.abc import Mapping
from io import BytesIO

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from reportbuilder.layout.page import Layout, Place
from reportbuilder.model.nodes import Document
from reportbuilder.pdf.boxes import page_boxes
from reportbuilder.pdf.elements import picture_frames
from reportbuilder.pdf.labels import page_labels
from reportbuilder.pdf.links import Links
from reportbuilder.pdf.metadata import Statement, statement, xmp
from reportbuilder.pdf.objects import Objects
from reportbuilder.pdf.outline import headings, outline, write_outline
from reportbuilder.pdf.paint import Painted
from reportbuilder.pdf.profile import Profile
from reportbuilder.pdf.streams import of_one_page
from reportbuilder.pdf.stubs import exchanged
from reportbuilder.pdf.tags import structure
from reportbuilder.pdf.tree import Written, write_tree
from reportbuilder.style.sheet import Sheet

SCREEN = "sRGB.icc"
REGISTRY = "http://www.color.org"
MOST_GATHERED = 200
"""Pages; in longer files some stream always has annotations of one page alone."""
GATHERINGS = 9
_HINTS = re.compile(rb"/H \[ (\d+) (\d+) \]")
_LENGTH = re.compile(rb"/Length (\d+)[^\n]*>>\nstream\n")


def finish(painted: Painted, layout: Layout, document: Document, sheet: Sheet, profile: Profile, profiles: Mapping[str, bytes]) -> tuple[bytes, ...]:
    """The finished file, in pieces to be written one after another. ``profiles`` are ICC profiles by file name: that of ``sheet.print`` and ``sRGB.icc``.

    Raises `StructureFault` when something painted has no place in the structure tree.
    """
    data = _completed(painted, layout, document, sheet, profile, profiles)
    return exchanged(_with_outline(data, layout, document, sheet, profile) if profile.outline else data, painted.contents)


def _completed(painted: Painted, layout: Layout, document: Document, sheet: Sheet, profile: Profile, profiles: Mapping[str, bytes]) -> bytes:
    """The file with all but its bookmarks."""
    boxes = page_boxes(sheet, profile)
    objects = Objects(painted.data)
    tree = labels = names = None
    areas = {area.node: Place(page, area.y) for page, area in reversed(painted.areas)}
    links = Links(layout, boxes, objects.pages, profile.namespaced, areas)
    if profile.tagged:
        elements = structure(document, layout, painted, picture_frames(layout, boxes))
        tree = write_tree(elements, document.meta.language, objects, links, profile.namespaced)
        if profile.namespaced and (targets := _targets(painted, document, layout)):
            names = objects.add(links.names(targets, tree.elements))
    if profile.page_labels:
        labels = objects.add(page_labels([page.label for page in layout.pages]))
    with Pdf.open(BytesIO(objects.appended())) as pdf:
        pdf.trailer.ID = Array([String(painted.identity), String(painted.identity)])
        _describe(pdf, statement(document.meta, profile), profile, profile.bound and sheet.page.from_right)
        _intend(pdf, sheet, profile, profiles)
        if tree is not None:
            _tag(pdf, tree, {mark.page for mark in painted.marks})
        if names is not None:
            pdf.Root.Names = Dictionary(Dests=pdf.get_object(names, 0))
        if labels is not None:
            pdf.Root.PageLabels = pdf.get_object(labels, 0)
        streams = ObjectStreamMode.generate if profile.object_streams else ObjectStreamMode.disable
        return _gathered(pdf, profile, streams) if profile.linearized and profile.outline else _saved(pdf, profile, streams, profile.linearized)


def _targets(painted: Painted, document: Document, layout: Layout) -> set[int]:
    """The nodes that links and bookmarks lead to."""
    return {area.target for _, area in painted.areas if isinstance(area.target, int)} | {heading.id for _, heading in headings(document, layout)}


def _describe(pdf: Pdf, stated: Statement, profile: Profile, bound_right: bool) -> None:
    """A new Info dictionary, or none, and a new catalog in place of ReportLab's."""
    if profile.info:
        info = {key: String(text) for key, text in stated.info.items() if text}
        pdf.trailer.Info = pdf.make_indirect(Dictionary(info | {"/Trapped": Name("/False")}))
    else:
        del pdf.trailer.Info
    for key in set(pdf.Root.keys()) - {"/Type", "/Pages"}:
        del pdf.Root[key]
    pdf.Root.Lang = String(stated.language)
    pdf.Root.Metadata = pdf.make_stream(xmp(stated), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if bound_right:  # pages side by side are so from the right (ISO 32000-1, table 150)
        pdf.Root.ViewerPreferences.Direction = Name.R2L


def _intend(pdf: Pdf, sheet: Sheet, profile: Profile, profiles: Mapping[str, bytes]) -> None:
    """Say what the colours of the file mean (ISO 32000-1, 14.11.5)."""
    if profile.device == "cmyk":
        kind, file, count, condition, info = "/GTS_PDFX", sheet.print.profile, 4, sheet.print.condition, sheet.print.info
    else:
        kind, file, count, condition, info = "/GTS_PDFA1", SCREEN, 3, "sRGB IEC61966-2.1", "sRGB IEC61966-2.1"
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name(kind),
        OutputConditionIdentifier=String(condition),
        OutputCondition=String(info),
        Info=String(info),
        RegistryName=String(REGISTRY),
        DestOutputProfile=pdf.make_stream(profiles[file], N=count),
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _tag(pdf: Pdf, tree: Written, marked: set[int]) -> None:
    """Name the structure tree in the catalog, and the content and annotations of each page. Tabs follow the structure everywhere."""
    pdf.Root.StructTreeRoot = pdf.get_object(tree.root, 0)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    for index, page in enumerate(pdf.pages):
        page.obj.Tabs = Name.S
        if index in marked:
            page.obj.StructParents = index
        if index in tree.annotations:
            page.obj.Annots = Array([pdf.get_object(number, 0) for number in tree.annotations[index]])


def _with_outline(data: bytes, layout: Layout, document: Document, sheet: Sheet, profile: Profile) -> bytes:
    """The file with its bookmarks, which stay out of its object streams.

    Of a linearized file qpdf 12 leaves those inside out of the hints, and qpdf 11 then finds fault with it.
    """
    objects = Objects(data)
    root = write_outline(outline(document, layout), objects, Links(layout, page_boxes(sheet, profile), objects.pages, profile.namespaced))
    with Pdf.open(BytesIO(objects.appended())) as pdf:
        if root is not None:
            pdf.Root.Outlines = pdf.get_object(root, 0)
            pdf.Root.PageMode = Name.UseOutlines
        return _saved(pdf, profile, ObjectStreamMode.preserve, profile.linearized)


def _gathered(pdf: Pdf, profile: Profile, streams: ObjectStreamMode) -> bytes:
    """Saved, not yet linearized, with no object stream that has annotations of one page alone, if that can be had: boxes of pages become objects of their
    own, some pages' after others', and so move where streams end.
    """
    data = _saved(pdf, profile, streams, False)
    for first in range(GATHERINGS if len(pdf.pages) <= MOST_GATHERED else 0):
        if not of_one_page(data):
            break
        for page in list(pdf.pages)[first::GATHERINGS]:
            page.obj.TrimBox = pdf.make_indirect(page.obj.TrimBox)
        data = _saved(pdf, profile, streams, False)
    return data


def _saved(pdf: Pdf, profile: Profile, streams: ObjectStreamMode, linearize: bool, tries: int = 9) -> bytes:
    file = BytesIO()
    version = ".".join(map(str, profile.version))
    # The first half of the ID is ours; to let qpdf reckon one from all bytes would take most of the time of saving.
    pdf.save(file, force_version=version, object_stream_mode=streams, linearize=linearize, static_id=True, fix_metadata_version=False)
    data = file.getvalue()
    if not linearize or tries == 0 or hints_end_apart(data):
        return data
    first = pdf.pages[0].obj.Contents
    first.write(first.read_bytes() + b"\n")
    return _saved(pdf, profile, streams, linearize, tries - 1)


def hints_end_apart(data: bytes) -> bool:
    """Whether the hints of a linearized file are followed by an end of line of their own, as PDF/A wants of each stream (ISO 19005-2, 6.1.7.1).

    qpdf leaves it out where they happen to end in one, which once in 256 files they do; a page that is a byte longer makes other hints.
    """
    place = _HINTS.search(data, 0, 1024)
    if place is None:
        return True
    hints = data[int(place[1]) : int(place[1]) + int(place[2])]
    length = _LENGTH.search(hints)
    return length is not None and hints.startswith(b"\nendstream", length.end() + int(length[1]))

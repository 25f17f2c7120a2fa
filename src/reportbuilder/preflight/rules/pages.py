"""Pages and their boxes."""

from pikepdf import Array, Dictionary

from reportbuilder.preflight.evidence import Evidence, PageFacts, box
from reportbuilder.preflight.finding import Box, Findings
from reportbuilder.preflight.interpret import inherited
from reportbuilder.preflight.matrix import touch
from reportbuilder.preflight.limits import MM
from reportbuilder.preflight.rule import Level, gwg, house, x4
from reportbuilder.preflight.space import whole

X = "ISO 15930-7"
E, W, I = Level.ERROR, Level.WARNING, Level.INFO
RULES = (
    x4("11", f"{X}, 6.17", "nothing lies over a page that can be clicked or filled in: no annotations, no form fields", "export without links and forms"),
    x4("20", f"{X}, 6.13", "every page has a MediaBox, and one box of the finished size: TrimBox or ArtBox", "export with the trim size"),
    x4("21", f"{X}, 6.13", "the trim lies within the bleed, and the bleed within the media", "put the boxes right"),
    x4("22", f"{X}, 6.2", "pages are not separated beforehand", "send composite pages"),
    gwg("0002", E, "pages are not scaled (UserUnit)", "export at full size"),
    gwg("0003", E, "the whole page is visible: CropBox equals MediaBox or is absent", "remove the crop box"),
    gwg("0004", W, "all pages have one trim size and stand upright", "send pages of another size as a file of their own; turn pages in the layout"),
    house("01", W, "the bleed is as wide as the printer asks", "export with bleed"),
    house("10", E, "the number of pages suits the binding", "add pages, or blank ones before the back cover"),
    house("12", I, "the MediaBox begins at 0 0", "nothing needs doing; some imposition programs of old stumble"),
)
NEAR = 0.01
"""Points."""
SHEET = 2
"""Pages: as few are both sides of one sheet, a cover or a leaf, which nothing is bound with."""
ALLOWED = ("/TrapNet", "/PrinterMark")


def judge(evidence: Evidence, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    form = evidence.pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and len(form.get("/Fields", Array())):
        findings.add("X4-11", "the file has form fields")
    for page in evidence.pages:
        _boxes(page, evidence.limits.bleed, findings)
        _annotations(page, findings)
        if "/SeparationInfo" in page.object or "/PresSteps" in page.object:
            findings.add("X4-22", "the page is one separation of a page", page.number)
        if "/UserUnit" in page.object:
            findings.add("R0002", "the page is scaled", page.number)
    _sizes(evidence.pages, findings)
    count, multiple = len(evidence.pages), evidence.limits.multiple
    if count % multiple and count > SHEET:
        findings.add("P-10", f"the file has {count} pages, no multiple of {multiple}")


def _boxes(page: PageFacts, bleed: float, findings: Findings) -> None:
    number = page.number
    if box(inherited(page.object, "/MediaBox")) is None:
        findings.add("X4-20", "the page has no MediaBox", number)
    if page.trim_box and page.art:
        findings.add("X4-20", "the page has a TrimBox and an ArtBox", number)
    elif not page.trim_box and not page.art:
        findings.add("X4-20", "the page has no TrimBox", number)
    if not _within(page.trim, page.bleed) or not _within(page.bleed, page.media):
        findings.add("X4-21", "the boxes of the page do not lie within each other", number, page.trim)
    if page.crop and not (_within(page.crop, page.media) and _within(page.media, page.crop)):
        findings.add("R0003", "the CropBox hides part of the page", number, page.crop)
    if page.trim_box or page.art:
        pairs = zip(page.trim, page.bleed)
        least = min(abs(edge - other) for edge, other in pairs)
        if least < bleed - 0.05:
            findings.add("P-01", f"the bleed is {least / MM:.1f} mm wide instead of {bleed / MM:.1f} mm", number, page.trim)
    if max(abs(page.media[0]), abs(page.media[1])) > NEAR:
        findings.add("P-12", "the MediaBox does not begin at 0 0", number)


def _within(inner: Box, outer: Box) -> bool:
    return inner[0] >= outer[0] - NEAR and inner[1] >= outer[1] - NEAR and inner[2] <= outer[2] + NEAR and inner[3] <= outer[3] + NEAR


def _annotations(page: PageFacts, findings: Findings) -> None:
    notes = page.object.get("/Annots")
    for note in list(notes) if isinstance(notes, Array) else ():
        if not isinstance(note, Dictionary):
            continue
        kind, place = note.get("/Subtype"), box(note.get("/Rect"))
        if kind not in ALLOWED:
            findings.add("X4-11", f"an annotation ({str(kind)[1:]}) lies on the page", page.number, place)
        elif place and touch(place, page.bleed):
            findings.add("X4-11", "a printer’s mark lies within the bleed", page.number, place)


def _sizes(pages: list[PageFacts], findings: Findings) -> None:
    sizes = [(page.trim[2] - page.trim[0], page.trim[3] - page.trim[1]) for page in pages]
    usual = max(sizes, key=sizes.count, default=(0.0, 0.0))
    for page, size in zip(pages, sizes):
        if max(abs(size[0] - usual[0]), abs(size[1] - usual[1])) > 0.02:
            message = f"the page is {size[0] / MM:.1f} × {size[1] / MM:.1f} mm, others are {usual[0] / MM:.1f} × {usual[1] / MM:.1f} mm"
            findings.add("R0004", message, page.number, page.trim)
        if whole(inherited(page.object, "/Rotate"), 0) % 360:
            findings.add("R0004", "the page is turned", page.number)

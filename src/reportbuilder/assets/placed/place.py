"""A page of another PDF as a picture: for print, for screens, and as pixels."""

from decimal import Decimal
from io import BytesIO

from msgspec import Struct
from pikepdf import Array, Dictionary, Object, PasswordError, Pdf, PdfError
from PIL import Image

from reportbuilder.assets.encode import PRINT_QUALITY, flate, jpeg
from reportbuilder.assets.form import Form, samples
from reportbuilder.assets.form import Page as Placed
from reportbuilder.assets.kinds import page_of
from reportbuilder.assets.pictures import Job, PictureFault, PictureSettings, Remark, Rendition
from reportbuilder.assets.places import too_large
from reportbuilder.assets.placed.content import Rewriter
from reportbuilder.assets.placed.devices import Light, Press, Screen
from reportbuilder.assets.placed.functions import TooMuch, Unreadable
from reportbuilder.assets.placed.page import Page, Told
from reportbuilder.assets.samples import Encoded
from reportbuilder.assets.separate import Separation
from reportbuilder.assets.shapes import Box, Matrix, around, corners, inverse, product
from reportbuilder.assets.shown import drawn, shown_form
from reportbuilder.assets.vector_form import numbers

UNFIT = (PdfError, ValueError, TypeError, AttributeError, KeyError, IndexError, ArithmeticError, RecursionError, OSError)
"""What comes of objects that are not of the kind that they should be."""
MOST_PAGES = 500
LEAST_SIDE, MOST_SIDE = 1.0, 14_400.0
"""Points (ISO 32000-1, annex C)."""
MOST_PIXELS = 6_000
"""A side of a page that is drawn as pixels."""
FEW = 256
AGAIN = "export it again as PDF/X-4, with all fonts embedded"
UNSEEN_NOTES = frozenset(("/Link", "/Popup", "/PrinterMark", "/TrapNet"))


class Original(Struct, frozen=True, eq=False):
    """A page of a PDF from elsewhere: what is shown of it, and how often it is turned to the right by a quarter."""

    pdf: Pdf
    page: Object
    box: Box
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as they are seen."""
        left, bottom, right, top = self.box
        return (top - bottom, right - left) if self.turns % 2 else (right - left, top - bottom)


def opened(data: bytes, file: str) -> Original:
    """The page that ``file`` names (``kaart.pdf#2``; the first if it names none). What lies outside of its trim is not shown, or if it has none, of its crop.

    Raises `PictureFault`: ``pdf-protected``, ``pdf-broken``, ``pdf-page``, ``picture-too-large``.
    """
    _, number = page_of(file)
    try:
        pdf = Pdf.open(BytesIO(data), suppress_warnings=True, attempt_recovery=False)
    except PasswordError:
        raise PictureFault("pdf-protected", f"the PDF ‘{file}’ has a password", "export it without a password") from None
    except PdfError:
        raise PictureFault("pdf-broken", f"the PDF ‘{file}’ is damaged", AGAIN) from None
    if pdf.is_encrypted:
        raise PictureFault("pdf-protected", f"the PDF ‘{file}’ is protected", "export it without protection")
    try:
        count = len(pdf.pages)
        if not 1 <= (1 if number is None else number) <= count:
            pages = f"{count} page{'s' if count != 1 else ''}"
            raise PictureFault("pdf-page", f"the PDF ‘{file}’ has {pages}, not a page {number}" if number is not None else f"the PDF ‘{file}’ has no page", "name a page that it has")
        if count > MOST_PAGES:
            raise too_large(f"the PDF ‘{file}’ has {count} pages; {MOST_PAGES} are allowed", "export the page that you want by itself")
        page = pdf.pages[(number or 1) - 1].obj
        return Original(pdf, page, _box(page, file), int(_inherited(page, "/Rotate") or 0) // 90 % 4)
    except UNFIT:
        raise PictureFault("pdf-broken", f"the PDF ‘{file}’ is damaged", AGAIN) from None


def _inherited(page: Object, key: str) -> Object | None:
    for _ in range(50):
        if key in page:
            return page[key]
        parent = page.get("/Parent")
        if not isinstance(parent, Dictionary):
            return None
        page = parent
    return None


def _box(page: Object, file: str) -> Box:
    media = _edges(_inherited(page, "/MediaBox"))
    shown = _edges(page.get("/TrimBox")) or _edges(_inherited(page, "/CropBox")) or media
    if shown and media:
        shown = (max(shown[0], media[0]), max(shown[1], media[1]), min(shown[2], media[2]), min(shown[3], media[3]))
    if shown is None or not (LEAST_SIDE <= shown[2] - shown[0] <= MOST_SIDE and LEAST_SIDE <= shown[3] - shown[1] <= MOST_SIDE):
        raise PictureFault("pdf-broken", f"the page of the PDF ‘{file}’ has no sensible size", AGAIN)
    return shown


def _edges(found: Object | None) -> Box | None:
    if not isinstance(found, Array) or len(found) != 4:
        return None
    x1, y1, x2, y2 = (float(edge) for edge in found)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def render_page(data: bytes, job: Job, settings: PictureSettings, separation: Separation) -> tuple[Rendition, tuple[Remark, ...]]:
    """The page for print, for screens and for DOCX, and what is to be said about it. Raises `PictureFault` as `opened`, and ``pdf-font``."""
    original = opened(data, job.file)
    with original.pdf:
        press, screen, light = Press(separation), Screen(separation), Light(separation)
        try:
            remarks, hidden = _left_out(original, job.file), _hidden(original.pdf)
        except UNFIT:
            raise PictureFault("pdf-broken", f"the PDF ‘{job.file}’ is damaged", AGAIN) from None
        try:
            printed, told = _form(original, job, Page(original.pdf, press, light, settings.spots, hidden))
            shown, _ = _form(original, job, Page(original.pdf, screen, light, False, hidden))
        except TooMuch:
            raise too_large(f"the page of the PDF ‘{job.file}’ unpacks to more than we place", AGAIN) from None
        except Unreadable as why:
            rendition, told_so = _as_pixels(original, job, settings, separation, str(why))
            return rendition, (*remarks, *told_so)
        _require_fonts(told, job.file)
        if told.spots:
            names = ", ".join(f"‘{name}’" for name in sorted(told.spots))
            message = f"the PDF ‘{job.file}’ has spot colours ({names}); they are printed in the four inks"
            remarks += (Remark("pdf-spot", message, "say ‘spots: yes’ in the printer’s file if it prints them as inks of their own"),)
        image = shown_form(shown, *_pixels(job, settings.print_ppi))
        if told.unfit_fonts:
            names = ", ".join(f"‘{name}’" for name in sorted(told.unfit_fonts))
            message = f"the PDF ‘{job.file}’ has fonts that are not fit for an accessible PDF ({names}); on screens it is shown as pixels"
            remarks += (Remark("pdf-font", message, "convert its text to outlines, or export it with fonts that have a map to Unicode"),)
            shown = samples(_encoded(image, settings.web_quality))
        return Rendition(None, flate(image), page=Placed(printed, shown)), remarks


def _require_fonts(told: Told, file: str) -> None:
    if told.bare_fonts:
        names = ", ".join(f"‘{name}’" for name in sorted(told.bare_fonts))
        raise PictureFault("pdf-font", f"fonts of the PDF ‘{file}’ are not embedded: {names}", "export it with all fonts embedded, or its text as outlines")


def _pixels(job: Job, ppi: float) -> tuple[int, int]:
    width, height = (max(1, round(side * ppi / 72)) for side in (job.width, job.height))
    return width, height


# ---------------------------------------------------------------- content


def _form(original: Original, job: Job, page: Page) -> tuple[Form, Told]:
    """The content of a page for one device. Raises `Unreadable`."""
    try:
        matrix = _placed(original, job)
        seen = around(corners((0, 0, 1, 1), inverse(matrix)))
        rewriter = Rewriter(page, page.device, _inherited(original.page, "/Resources"), 0)
        code = rewriter.rewritten(original.page)
        entries = {"Type": "/XObject", "Subtype": "/Form", "BBox": f"[{numbers(seen, 3)}]", "Matrix": f"[{numbers(matrix, 9)}]"}
        group = original.page.get("/Group")
        if page.transparent or isinstance(group, Dictionary) and group.get("/S") == "/Transparency":
            page.transparent = True
            entries["Group"] = f"<</S/Transparency/CS {page.device.name}>>"
        page.copier.add({**entries, "Resources": rewriter.resources.syntax()}, code)
    except UNFIT as error:
        raise Unreadable("objects that are not as they should be") from error
    return Form(tuple(page.parts.parts), page.transparent, tuple(page.spaces.items())), page.told


def _placed(original: Original, job: Job) -> Matrix:
    """From the page to the unit square: turned as it says, the crop of the job filling it."""
    left, bottom, right, top = original.box
    width, height = right - left, top - bottom
    unit: Matrix = (1 / width, 0, 0, 1 / height, -left / width, -bottom / height)
    turned: Matrix = ((1, 0, 0, 1, 0, 0), (0, -1, 1, 0, 0, 1), (-1, 0, 0, -1, 1, 1), (0, 1, -1, 0, 1, 0))[original.turns]
    x1, y1, x2, y2 = job.crop  # of the upright page, y down
    cropped: Matrix = (1 / (x2 - x1), 0, 0, 1 / (y2 - y1), -x1 / (x2 - x1), -(1 - y2) / (y2 - y1))
    return product(cropped, product(turned, unit))


def _hidden(pdf: Pdf) -> frozenset[tuple[int, int]]:
    """The layers that are switched off (ISO 32000-1, 8.11.4)."""
    properties = pdf.Root.get("/OCProperties")
    default = properties.get("/D") if isinstance(properties, Dictionary) else None
    if not isinstance(default, Dictionary):
        return frozenset()
    if default.get("/BaseState") == "/OFF":
        on = _layers(default.get("/ON"))
        return frozenset(_layers(properties.get("/OCGs")) - on)
    return frozenset(_layers(default.get("/OFF")))


def _layers(found: Object | None) -> set[tuple[int, int]]:
    return {layer.objgen for layer in found if isinstance(layer, Dictionary)} if isinstance(found, Array) else set()


def _left_out(original: Original, file: str) -> tuple[Remark, ...]:
    """What is not carried over although someone may miss it: notes, stamps and fields on the page, scripts and attachments of the file."""
    notes = original.page.get("/Annots")
    kinds = {str(note.get("/Subtype")) for note in notes if isinstance(note, Dictionary)} if isinstance(notes, Array) else set()
    names = original.pdf.Root.get("/Names")
    hidden = [key for key in ("/JavaScript", "/EmbeddedFiles") if isinstance(names, Dictionary) and key in names]
    action = original.pdf.Root.get("/OpenAction")
    hidden += ["/OpenAction"] if isinstance(action, Dictionary) and action.get("/S") != "/GoTo" else []
    seen = sorted(kind[1:] for kind in {*(kinds - UNSEEN_NOTES), *hidden})
    if not seen:
        return ()
    message = f"the PDF ‘{file}’ has comments, form fields, scripts or attachments ({', '.join(seen)}); they are not placed"
    return (Remark("pdf-notes", message, "flatten them before you export it, if they are to be seen"),)


# ---------------------------------------------------------------- pixels


def _as_pixels(original: Original, job: Job, settings: PictureSettings, separation: Separation, why: str) -> tuple[Rendition, tuple[Remark, ...]]:
    """The whole page as PDFium draws it, where its content can't be converted."""
    image = _drawn(original, job, settings)
    printed = _encoded(separation.rgb(image, None), PRINT_QUALITY)
    remark = Remark("pdf-pixels", f"the PDF ‘{job.file}’ has {why}, so it is printed and shown as pixels", AGAIN)
    page = Placed(samples(printed), samples(_encoded(image, settings.web_quality)))
    return Rendition(None, flate(image), page=page), (remark,)


def _drawn(original: Original, job: Job, settings: PictureSettings) -> Image.Image:
    """What the job shows of the page, in sRGB."""
    alone = original.page
    for place in reversed(range(len(original.pdf.pages))):
        if original.pdf.pages[place].obj.objgen != alone.objgen:
            del original.pdf.pages[place]
    for key in ("/TrimBox", "/BleedBox", "/ArtBox", "/UserUnit"):
        if key in alone:
            del alone[key]
    alone.MediaBox = alone.CropBox = Array([Decimal(f"{edge:.4f}") for edge in original.box])
    file = BytesIO()
    try:
        original.pdf.save(file)
    except (PdfError, RuntimeError):
        raise PictureFault("pdf-broken", f"the PDF ‘{job.file}’ is damaged", AGAIN) from None
    x1, y1, x2, y2 = job.crop
    width, height = original.size
    most = MOST_PIXELS / max(width, height)
    image = drawn(file.getvalue(), min(most, settings.print_ppi * job.width / 72 / (width * (x2 - x1))))
    if image is None:
        raise PictureFault("pdf-broken", f"the PDF ‘{job.file}’ can't be drawn", AGAIN)
    return image.crop((round(x1 * image.width), round(y1 * image.height), round(x2 * image.width), round(y2 * image.height)))


def _encoded(image: Image.Image, quality: int) -> Encoded:
    """Flat art without loss."""
    return flate(image) if image.getcolors(FEW) else jpeg(image, quality, full_colour=True)


"""What a file holds, without judging it: its claims, pages, pictures, fonts and inks, for people who want to see them."""

from msgspec import Struct
from pikepdf import Array

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Box
from reportbuilder.preflight.fonts import Font
from reportbuilder.preflight.limits import MM
from reportbuilder.preflight.marks import ShownPicture
from reportbuilder.preflight.matrix import sides
from reportbuilder.preflight.rules.pictures import resolution
from reportbuilder.preflight.space import Space
from reportbuilder.preflight.xmp import PDFX_ID

MOST_ROWS = 2_000


class PageRow(Struct, frozen=True):
    """Boxes in points; None where the page has none."""

    number: int
    media: Box
    bleed: Box | None
    trim: Box | None


class PictureRow(Struct, frozen=True):
    """One showing of an image: its pixels, its size on paper in mm, its effective resolution, and its ink on average and at most, in per cent
    (None when pages were not rendered).
    """

    page: int
    name: str
    space: str
    width: int
    height: int
    bits: int
    ppi: int
    millimetres: tuple[float, float]
    packing: str
    box: Box
    ink: tuple[int, int] | None = None


class FontRow(Struct, frozen=True):
    name: str
    kind: str
    embedded: bool
    subset: bool
    glyphs: int
    pages: int


class Survey(Struct, frozen=True):
    """``claims``: the standards that the file says it keeps. ``condition`` and ``profile``: of the output intent."""

    version: str
    title: str
    producer: str
    claims: tuple[str, ...]
    condition: str
    profile: str
    spots: tuple[str, ...]
    pages: tuple[PageRow, ...]
    pictures: tuple[PictureRow, ...]
    fonts: tuple[FontRow, ...]


NOTHING = Survey("", "", "", (), "", "", (), (), (), ())


def survey(evidence: Evidence) -> Survey:
    """All of it."""
    info, xmp = evidence.info, evidence.xmp
    claimed = xmp.value(PDFX_ID, "GTS_PDFXVersion") or (str(info["/GTS_PDFXVersion"]) if "/GTS_PDFXVersion" in info else "")
    part, level = (xmp.value("http://www.aiim.org/pdfa/ns/id/", name) for name in ("part", "conformance"))
    universal = xmp.value("http://www.aiim.org/pdfua/ns/id/", "part")
    claims = (claimed, f"PDF/A-{part}{(level or '').lower()}" if part else "", f"PDF/UA-{universal}" if universal else "")
    intent = evidence.intents[0] if evidence.intents else None
    spots = sorted({name for content in evidence.contents for used, _ in content.spaces for name in used.spots})
    return Survey(
        str(evidence.pdf.pdf_version),
        str(info.get("/Title", ""))[:200],
        str(info.get("/Producer", ""))[:200],
        tuple(claim for claim in claims if claim),
        str(intent.get("/OutputConditionIdentifier", "")) if intent is not None else "",
        _described(evidence.profile),
        tuple(spots),
        tuple(PageRow(page.number, page.media, page.bleed_box, page.trim_box) for page in evidence.pages),
        tuple(_pictures(evidence)),
        tuple(_font(font) for font in evidence.book.fonts.values() if font.codes),
    )


def _described(profile: bytes) -> str:
    """The name that a profile gives itself (ICC.1, ‘desc’)."""
    for place in range(132, min(len(profile) - 12, 132 + 12 * 100), 12):
        if profile[place : place + 4] == b"desc":
            start = int.from_bytes(profile[place + 4 : place + 8], "big")
            kind = profile[start : start + 4]
            if kind == b"desc":
                length = int.from_bytes(profile[start + 8 : start + 12], "big")
                return profile[start + 12 : start + 12 + min(length, 200)].split(b"\0")[0].decode("latin-1")
            if kind == b"mluc":
                length, offset = (int.from_bytes(profile[start + at : start + at + 4], "big") for at in (20, 24))
                return profile[start + offset : start + offset + min(length, 400)].decode("utf-16-be", "replace")
    return ""


def _pictures(evidence: Evidence) -> list[PictureRow]:
    rows = []
    for content in evidence.contents:
        for shown in content.shown:
            if isinstance(shown, ShownPicture) and len(rows) < MOST_ROWS:
                across, down = sides(shown.matrix)
                size = (round(across / MM, 1), round(down / MM, 1))
                spoken = "stencil" if shown.space is None else spoken_space(shown.space)
                packing = _packing(shown)
                ppi = round(resolution(shown))
                rows.append(PictureRow(content.number, shown.name, spoken, shown.width, shown.height, shown.bits, ppi, size, packing, shown.box))
    return rows


def _packing(shown: ShownPicture) -> str:
    filters = shown.object.get("/Filter") if not isinstance(shown.object, tuple) else None
    names = list(filters) if isinstance(filters, Array) else [filters]  # type: ignore[call-overload]
    spoken = {"/DCTDecode": "JPEG", "/FlateDecode": "Flate", "/JPXDecode": "JPEG 2000", "/CCITTFaxDecode": "CCITT", "/JBIG2Decode": "JBIG2", "/LZWDecode": "LZW"}
    return spoken.get(str(names[-1]), "none" if filters is None else str(names[-1])[1:]) if names else "none"


def spoken_space(used: Space) -> str:
    """A colour space in a few words."""
    match used.kind:
        case "icc":
            return f"ICC {({1: 'grey', 3: 'RGB', 4: 'CMYK'}).get(used.count, '')}"
        case "separation" | "devicen":
            return " + ".join(used.names)[:80]
        case "indexed":
            return f"indexed {spoken_space(used.base)}" if used.base else "indexed"
        case _:
            return {"gray": "DeviceGray", "rgb": "DeviceRGB", "cmyk": "DeviceCMYK", "calgray": "CalGray", "calrgb": "CalRGB", "lab": "Lab"}.get(used.kind, used.kind)


def _font(font: Font) -> FontRow:
    kind = font.subtype if not font.composite else f"Type 0, {'TrueType' if font.descendant and font.descendant.get('/Subtype') == '/CIDFontType2' else 'CFF'}"
    embedded = font.subtype == "Type3" or font.program is not None
    return FontRow(font.name.split("+")[-1], kind, embedded, "+" in font.name[:8], len(font.codes), len(font.pages))

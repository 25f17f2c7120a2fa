"""Fonts: embedded, and with the glyphs and widths that the text needs."""

from pikepdf import Name, Stream

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.fonts import Font
from reportbuilder.preflight.glyphs import OutlineProgram, Program, program_of
from reportbuilder.preflight.rule import Level, gwg, x4
from reportbuilder.preflight.simple_fonts import Mapped, Named, simple_program
from reportbuilder.preflight.space import inner

RULES = (
    x4("42", "ISO 15930-7, 6.2.4", "every font that is used is in the file", "export with fonts embedded, or turn this text into outlines"),
    x4("43", "ISO 32000-1, 9.7", "every sign that is shown is in its font, and as wide there as the file says", "embed the font anew, or use another"),
    gwg("0014", Level.WARNING, "no text is in Courier, which stands in for fonts that are missing", "see whether this font was meant"),
)
NEAR = 1.0
"""Thousandths of the size."""


def judge(evidence: Evidence, findings: Findings) -> None:
    """Look for breaches of the rules above, in fonts that something was shown in."""
    assert evidence.contents is not None
    for font in evidence.book.fonts.values():
        if not font.codes:
            continue
        page = font.pages[0]
        if font.name.split("+")[-1] == "Courier":
            findings.add("R0014", "text is in Courier", page, object=font.name)
        if font.subtype == "Type3":
            if inner(font.object, "/CharProcs") is None:
                findings.add("X4-42", "a Type 3 font has no glyphs", page, object=font.name)
        elif font.program is None:
            findings.add("X4-42", f"the font ‘{font.name}’ is not embedded", page, object=font.name)
        else:
            _mapping(font, page, findings)
            _glyphs(font, page, findings)


def _mapping(font: Font, page: int, findings: Findings) -> None:
    cid = font.descendant
    if cid is not None and cid.get("/Subtype") == "/CIDFontType2":
        mapping = cid.get("/CIDToGIDMap")
        if mapping != Name("/Identity") and not isinstance(mapping, Stream):
            findings.add("X4-42", f"the font ‘{font.name}’ does not say which glyph a character is (CIDToGIDMap)", page, object=font.name)


def _glyphs(font: Font, page: int, findings: Findings) -> None:
    """As far as the font program is of a kind that we read."""
    program = program_of(font) if font.composite else simple_program(font)
    if program is None:
        return
    if program.broken:
        findings.add("X4-43", f"the font ‘{font.name}’ is broken", page, object=font.name)
        return
    lacking = [code for code in font.codes if program.glyph(code) is None]
    if lacking:
        findings.add("X4-43", f"the font ‘{font.name}’ lacks {len(lacking)} of the signs that are shown", page, object=font.name)
    told = font.codes if font.composite else font.codes & font.widths.keys()
    wrong = [code for code in told if not _agrees(font, program, code)]
    if wrong:
        findings.add("X4-43", f"{len(wrong)} signs of the font ‘{font.name}’ have other widths than the file says", page, object=font.name)


def _agrees(font: Font, program: Program | OutlineProgram | Named | Mapped, code: int) -> bool:
    own = program.width(code)
    return own is None or abs(own - font.widths.get(code, font.default_width)) <= NEAR

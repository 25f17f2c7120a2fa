"""Fonts: in the file, whole, as wide as they say, and with a reading for every code that is shown."""

import re
from struct import error as StructError
from struct import unpack_from

from pikepdf import Dictionary, Name, Object, Stream, String

from reportbuilder.preflight.content import decoded
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.fonts import Font
from reportbuilder.preflight.glyphs import OutlineProgram, Program, program_of
from reportbuilder.preflight.rule import ua
from reportbuilder.preflight.simple_fonts import NOTDEF, Named, simple_program
from reportbuilder.preflight.space import inner, whole
from reportbuilder.preflight.ua.cmaps import PREDEFINED
from reportbuilder.preflight.ua.evidence import Tagged
from reportbuilder.preflight.unicode import is_known_otherwise, readings

EMBED = "embed the font anew, or use another"
RULES = (
    ua("7.21.3.1-1", "a composite font and its encoding are of one collection of characters", EMBED),
    ua("7.21.3.2-1", "a composite TrueType font says which glyph a character is (CIDToGIDMap)", EMBED),
    ua("7.21.3.3-1", "encodings that not every reader knows are in the file", EMBED),
    ua("7.21.3.3-2", "an embedded encoding and its dictionary agree on the direction of writing", EMBED),
    ua("7.21.3.3-3", "an embedded encoding builds only on those that every reader knows", EMBED),
    ua("7.21.4.1-1", "every font that is seen is in the file", "export with fonts embedded"),
    ua("7.21.4.1-2", "every sign that is seen is in its font", EMBED),
    ua("7.21.4.2-1", "a list of the signs of a font (CharSet) has all of them", "leave the list out, or " + EMBED),
    ua("7.21.4.2-2", "a list of the characters of a font (CIDSet) has all of them", "leave the list out, or " + EMBED),
    ua("7.21.5-1", "signs are as wide in their font as the file says", EMBED),
    ua("7.21.6-1", "a plain TrueType font has a table of its characters", EMBED),
    ua("7.21.6-2", "a plain TrueType font names its encoding: WinAnsi or MacRoman", EMBED),
    ua("7.21.6-3", "a symbolic TrueType font names no encoding", EMBED),
    ua("7.21.6-4", "a symbolic TrueType font has one table of its characters, or that of Microsoft", EMBED),
    ua("7.21.7-1", "every sign has a reading in Unicode", "export with a map to Unicode (ToUnicode)"),
    ua("7.21.7-2", "no sign is read as U+0000, U+FEFF or U+FFFE", "put the map to Unicode right"),
    ua("7.21.8-1", "the sign for missing ones is shown nowhere", "use a font that has the sign"),
)
NEAR = 1.0
"""Thousandths of the size."""
SENSELESS = frozenset("\x00\ufeff\ufffe")


def judge(tagged: Tagged, findings: Findings) -> None:
    """Look for breaches of the rules above, in fonts that something was shown in."""
    visible = {font for content in tagged.contents for font in content.visible}
    for font in tagged.book.fonts.values():
        if font.codes:
            seen = font in visible
            if seen and font.subtype != "Type3" and font.program is None:
                _tell(findings, font, "4.1-1", f"the font ‘{font.name}’ is not embedded")
            _collection(font, findings)
            _readings(font, findings)
            if font.composite and font.program is not None:
                _glyphs(font, seen, findings)
            elif font.program is not None:
                _simple(font, seen, findings)


def _tell(findings: Findings, font: Font, rule: str, message: str) -> None:
    findings.add(f"UA-7.21.{rule}", message, font.pages[0], object=font.name)


def _collection(font: Font, findings: Findings) -> None:
    """How codes become characters, and those glyphs."""
    cid, encoding = font.descendant, font.encoding
    if not font.composite or cid is None:
        return
    mapping = cid.get("/CIDToGIDMap")
    if cid.get("/Subtype") == "/CIDFontType2" and font.program is not None and mapping != Name("/Identity") and not isinstance(mapping, Stream):
        _tell(findings, font, "3.2-1", f"the font ‘{font.name}’ does not say which glyph a character is")
    name = str(encoding)[1:] if isinstance(encoding, Name) else ""
    if isinstance(encoding, Stream):
        _embedded_encoding(font, encoding, inner(cid, "/CIDSystemInfo"), findings)
    elif name not in PREDEFINED:
        _tell(findings, font, "3.3-1", f"the encoding ‘{name}’ of the font ‘{font.name}’ is not in the file")
        _tell(findings, font, "3.1-1", f"the font ‘{font.name}’ and its encoding are of different collections")


def _embedded_encoding(font: Font, encoding: Object, own: Object | None, findings: Findings) -> None:
    code = decoded(encoding)
    mode = re.search(rb"/WMode\s+(\d+)\s+def", code)
    if (int(mode[1]) if mode else 0) != max(whole(encoding.get("/WMode"), 0), 0):
        _tell(findings, font, "3.3-2", f"the encoding of the font ‘{font.name}’ and its dictionary disagree on the direction of writing")
    used = re.search(rb"/([^\s/]+)\s+usecmap", code)
    named = encoding.get("/UseCMap")
    base = used[1].decode("latin-1") if used else str(named)[1:] if isinstance(named, Name) else ""
    if base and base not in PREDEFINED:
        _tell(findings, font, "3.3-3", f"the encoding of the font ‘{font.name}’ builds on ‘{base}’")
    if str(encoding.get("/CMapName", ""))[1:] in ("Identity-H", "Identity-V"):
        return
    theirs = inner(encoding, "/CIDSystemInfo")
    if own is None or theirs is None or not _suits(own, theirs):
        _tell(findings, font, "3.1-1", f"the font ‘{font.name}’ and its encoding are of different collections")


def _suits(own: Object, theirs: Object) -> bool:
    same = all(str(own.get(key, "")) == str(theirs.get(key, "?")) for key in ("/Registry", "/Ordering"))
    return same and whole(own.get("/Supplement"), 1 << 30) <= whole(theirs.get("/Supplement"), -1)


def _readings(font: Font, findings: Findings) -> None:
    known = readings(font)
    lacking = 0 if font.composite and "/ToUnicode" not in font.object and is_known_otherwise(font) else sum(not known.get(code) for code in font.codes)
    if lacking:
        _tell(findings, font, "7-1", f"{lacking} signs of the font ‘{font.name}’ have no reading")
    senseless = sum(bool(SENSELESS & set(known.get(code, ""))) for code in font.codes)
    if senseless:
        _tell(findings, font, "7-2", f"{senseless} signs of the font ‘{font.name}’ are read as nothing that is a sign")


def _glyphs(font: Font, seen: bool, findings: Findings) -> None:
    """As far as the font program is of a kind that we read."""
    program = program_of(font)
    if program is None:
        return
    if program.broken:
        _tell(findings, font, "4.1-2", f"the font ‘{font.name}’ is broken")
        return
    lacking = [code for code in font.codes if program.glyph(code) is None]
    unheard = [code for code in lacking if not _is_missing_sign(font, program, code)]
    if lacking:
        _tell(findings, font, "8-1", f"{len(lacking)} signs of the font ‘{font.name}’ are shown as missing")
    if unheard and seen:
        _tell(findings, font, "4.1-2", f"the font ‘{font.name}’ lacks {len(unheard)} of the signs that are shown")
    if seen and (wrong := [code for code in font.codes if not _is_as_wide(font, program, code)]):
        _tell(findings, font, "5-1", f"{len(wrong)} signs of the font ‘{font.name}’ have other widths than the file says")
    listed = (font.descriptor or {}).get("/CIDSet")
    if isinstance(listed, Stream) and "+" in font.name[:8] and not _lists_all(decoded(listed), font):
        _tell(findings, font, "4.2-2", f"the list of characters of the font ‘{font.name}’ is not complete")


def _is_as_wide(font: Font, program: Program | OutlineProgram, code: int) -> bool:
    own = program.width(code)
    if own is None:
        own = program.missing_width
    return own is None or abs(own - font.widths.get(code, font.default_width)) <= NEAR


def _is_missing_sign(font: Font, program: Program | OutlineProgram, code: int) -> bool:
    """Whether a code is the glyph that stands for missing ones, number 0."""
    if isinstance(program, OutlineProgram):
        return code == 0
    mapping = font.descendant.get("/CIDToGIDMap") if font.descendant is not None else None
    if not isinstance(mapping, Stream):
        return code == 0
    return program.glyph(code) is None and int.from_bytes(decoded(mapping)[2 * code : 2 * code + 2], "big") == 0


def _lists_all(bits: bytes, font: Font) -> bool:
    """Whether all characters that are shown are listed; which others are in a program, programs tell in different ways."""
    return all(code // 8 < len(bits) and bits[code // 8] >> (7 - code % 8) & 1 for code in font.codes)


def _simple(font: Font, seen: bool, findings: Findings) -> None:
    """A font whose codes are bytes."""
    if font.subtype == "TrueType":
        _plain(font, findings)
    program = simple_program(font)
    if program is None or program.broken:
        return
    lacking = [code for code in font.codes if program.glyph(code) is None]
    if lacking and seen:
        _tell(findings, font, "4.1-2", f"the font ‘{font.name}’ lacks {len(lacking)} of the signs that are shown")
    if seen and (wrong := [code for code in font.codes if code not in lacking and not _is_true(program.width(code), font.widths.get(code))]):
        _tell(findings, font, "5-1", f"{len(wrong)} signs of the font ‘{font.name}’ have other widths than the file says")
    listed = (font.descriptor or {}).get("/CharSet")
    if isinstance(listed, String) and isinstance(program, Named) and "+" in font.name[:8]:
        if not set(program.signs) - {NOTDEF} <= {name.strip() for name in str(listed).split("/")}:
            _tell(findings, font, "4.2-1", f"the list of signs of the font ‘{font.name}’ is not complete")


def _is_true(own: float | None, said: float | None) -> bool:
    return own is None or said is None or abs(own - said) <= NEAR


def _plain(font: Font, findings: Findings) -> None:
    """A TrueType font whose codes are bytes (ISO 32000-1, 9.6.6.4)."""
    symbolic = bool(max(whole((font.descriptor or {}).get("/Flags"), 0), 0) & 4)
    tables = _character_tables(font)
    microsoft = (3, 0) in tables
    if symbolic:
        if font.encoding is not None:
            _tell(findings, font, "6-3", f"the symbolic font ‘{font.name}’ names an encoding")
        if len(tables) != 1 and not microsoft:
            _tell(findings, font, "6-4", f"the symbolic font ‘{font.name}’ has {len(tables)} tables of its characters")
        return
    if len(tables) < (2 if microsoft else 1):
        _tell(findings, font, "6-1", f"the font ‘{font.name}’ has no table of its characters")
    named = font.encoding
    differs = isinstance(named, Dictionary) and "/Differences" in named
    base = named.get("/BaseEncoding") if isinstance(named, Dictionary) else named
    if base not in (Name("/WinAnsiEncoding"), Name("/MacRomanEncoding")) or (differs and (3, 1) not in tables):
        _tell(findings, font, "6-2", f"the font ‘{font.name}’ names no encoding that every reader knows")


def _character_tables(font: Font) -> list[tuple[int, int]]:
    """Platform and encoding of each table of the font’s own map of characters (OpenType 1.9, cmap)."""
    data = decoded(font.program) if font.program is not None else b""
    try:
        count = unpack_from(">H", data, 4)[0]
        starts = {data[12 + 16 * i : 16 + 16 * i]: unpack_from(">I", data, 20 + 16 * i)[0] for i in range(min(count, 100))}
        start = starts[b"cmap"]
        return [unpack_from(">HH", data, start + 4 + 8 * i) for i in range(min(unpack_from(">H", data, start + 2)[0], 100))]
    except (StructError, KeyError):
        return []

"""Font programs of a placed page: the widths of their glyphs by name and number, and how codes find them."""

from io import BytesIO

from msgspec import Struct
from pikepdf import Array, Dictionary, Name, Stream

MOST_BYTES = 20_000_000


class Program(Struct, frozen=True):
    """Widths are in thousandths of the size. ``by_number``: by glyph or, in CFF with CIDs, by these. ``encoding``: names by code. ``characters``: names by
    Unicode. ``symbols``: names by code of a symbolic TrueType font.
    """

    by_name: dict[str, float]
    by_number: dict[int, float] | None = None
    encoding: dict[int, str] = {}
    characters: dict[int, str] | None = None
    symbols: dict[int, str] = {}


def _data(program: Stream) -> bytes:
    data = program.read_bytes()
    if len(data) > MOST_BYTES:
        raise ValueError("a font program that is too large")
    return data


def truetype(program: Stream) -> Program:
    """A TrueType program. Raises ValueError for one that can't be read."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        font = TTFont(BytesIO(_data(program)), lazy=True)
        upem, metrics, order = font["head"].unitsPerEm, font["hmtx"].metrics, font.getGlyphOrder()
        tables = font["cmap"].tables if "cmap" in font else []
    except (TTLibError, KeyError, AssertionError):
        raise ValueError("a font program that can't be read") from None
    by_name = {name: width * 1000 / upem for name, (width, _) in metrics.items()}
    by_kind = {(table.platformID, table.platEncID): table.cmap for table in tables}
    symbols = {}
    if (3, 0) in by_kind:
        symbols = {code & 0xFF: name for code, name in by_kind[3, 0].items() if code >> 8 in (0, 0xF0)}
    elif len(by_kind) == 1 and (1, 0) in by_kind:
        symbols = {code: name for code, name in by_kind[1, 0].items() if code < 256}
    return Program(by_name, {gid: by_name[name] for gid, name in enumerate(order) if name in by_name}, {}, by_kind.get((3, 1)), symbols)


def cff(program: Stream) -> Program:
    """A CFF program, bare or in an OpenType file."""
    from fontTools.cffLib import CFFFontSet
    from fontTools.ttLib import TTFont

    if program.get("/Subtype") == "/OpenType":
        fonts = TTFont(BytesIO(_data(program)), lazy=True)["CFF "].cff
    else:
        fonts = CFFFontSet()
        fonts.decompile(BytesIO(_data(program)), None)
    top = fonts[0]
    scale = 1000 * (top.FontMatrix[0] if getattr(top, "FontMatrix", None) else 0.001)
    widths = {}
    for name in top.charset:
        string, _ = top.CharStrings.getItemAndSelector(name)
        string.draw(_Nowhere())
        widths[name] = float(string.width) * scale
    if hasattr(top, "ROS"):
        return Program({}, {0 if name == ".notdef" else int(name[3:]): width for name, width in widths.items()})
    encoding = top.Encoding if isinstance(top.Encoding, list) else []
    if top.Encoding == "StandardEncoding":
        from fontTools.encodings.StandardEncoding import StandardEncoding

        encoding = StandardEncoding
    return Program(widths, dict(enumerate(widths.values())), {code: name for code, name in enumerate(encoding) if name != ".notdef"})


def type1(program: Stream) -> Program:
    """A Type 1 program."""
    from fontTools.t1Lib import T1Error, T1Font

    try:
        data = _data(program)
        font = T1Font.__new__(T1Font)
        font.data, font.encoding = data, "ascii"
        font.parse()
        glyphs = font.font["CharStrings"]
        scale = 1000 * font.font["FontMatrix"][0]
        widths = {}
        for name, string in glyphs.items():
            string.draw(_Nowhere())
            widths[name] = float(string.width) * scale
        encoding = font.font["Encoding"]
    except (T1Error, KeyError, AssertionError, AttributeError, IndexError, TypeError, EOFError) as error:
        raise ValueError("a font program that can't be read") from error
    return Program(widths, None, {code: name for code, name in enumerate(encoding) if name != ".notdef"})


class _Nowhere:
    """A pen that draws nothing."""

    def __getattr__(self, _name: str) -> object:
        return lambda *_, **__: None


def encoded(font: Dictionary, program: Program) -> dict[int, str]:
    """The name of the glyph for each code of a Type 1 font (ISO 32000-1, 9.6.6.2)."""
    found = font.get("/Encoding")
    base = found if isinstance(found, Name) else found.get("/BaseEncoding") if isinstance(found, Dictionary) else None
    names = _predefined(str(base)) if base is not None else dict(program.encoding)
    code = 0
    differences = found.get("/Differences") if isinstance(found, Dictionary) else None
    for each in differences if isinstance(differences, Array) else ():
        if isinstance(each, Name):
            names[code] = str(each)[1:]
            code += 1
        else:
            code = int(each)
    return {code: name for code, name in names.items() if name != ".notdef" and name in program.by_name}


def _predefined(name: str) -> dict[int, str]:
    from fontTools.agl import UV2AGL
    from fontTools.encodings.MacRoman import MacRoman
    from fontTools.encodings.StandardEncoding import StandardEncoding

    match name:
        case "/WinAnsiEncoding":
            characters = {code: bytes([code]).decode("cp1252", "replace") for code in range(32, 256)}
            return {code: UV2AGL[ord(character)] for code, character in characters.items() if ord(character) in UV2AGL}
        case "/MacRomanEncoding":
            return {code: each for code, each in enumerate(MacRoman) if each != ".notdef"}
        case "/StandardEncoding":
            return {code: each for code, each in enumerate(StandardEncoding) if each != ".notdef"}
    raise ValueError("an encoding that is not known")

"""What a screen reader reads out of a tagged PDF, from the finished file alone: text by its structure, each letter as its font says."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from pikepdf import Array, Dictionary, Object, Operator, Page, Pdf, String, parse_content_stream

WITHIN = {"/Span", "/Em", "/Strong", "/Link", "/Reference"}
"""Elements within a line; a word ends where any other begins or ends."""
Texts = dict[tuple[tuple[int, int], int], str]
"""The text of marked content by its page and number."""


def heard(path: Path) -> list[str]:
    """The words of all elements in the order of the tree."""
    with Pdf.open(path) as pdf:
        fonts: dict[tuple[int, int], dict[int, str]] = {}
        texts = {(page.objgen, mcid): text for page in pdf.pages for mcid, text in _marked(page, fonts).items()}
        return "".join(_told(pdf.Root.StructTreeRoot.K, texts)).replace("\u00ad", "").split()


def _told(element: Object, texts: Texts) -> Iterator[str]:
    apart = "" if str(element.S) in WITHIN else "\n"
    yield apart
    if "/ActualText" in element:
        yield str(element.ActualText)
    elif "/Alt" not in element:
        kids = element.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if not isinstance(kid, Dictionary):
                yield texts[element.Pg.objgen, int(kid)]
            elif "/MCID" in kid:
                yield texts[kid.Pg.objgen, int(kid.MCID)]
            elif "/S" in kid:
                yield from _told(kid, texts)
    yield apart


def _marked(page: Page, fonts: dict[tuple[int, int], dict[int, str]]) -> dict[int, str]:
    """The text of the marked content of a page."""
    found: dict[int, str] = {}
    letters: dict[int, str] = {}
    open_: list[int | None] = []
    for operands, operator in parse_content_stream(page):
        match str(operator):
            case "BDC":
                said = operands[1] if isinstance(operands[1], Dictionary) else Dictionary()
                mcid = said.get("/MCID")
                if "/ActualText" in said and (around := next((one for one in reversed(open_) if one is not None), None)) is not None:
                    found[around] += str(said.ActualText)
                open_.append(None if mcid is None else int(mcid))
                if mcid is not None:
                    found[int(mcid)] = ""
            case "BMC":
                open_.append(None)
            case "EMC":
                open_.pop()
            case "Tf":
                font = page.Resources.Font[str(operands[0])]
                letters = fonts.setdefault(font.objgen, {})
                if not letters:
                    letters.update(_letters(font.ToUnicode.read_bytes()))
            case "Tj" | "TJ" if open_ and open_[-1] is not None:
                shown = operands[0] if operator == Operator("TJ") else [operands[0]]
                found[open_[-1]] += "".join(_read(bytes(piece), letters) for piece in shown if isinstance(piece, String))
    return found


def _read(codes: bytes, letters: dict[int, str]) -> str:
    return "".join(letters[high << 8 | low] for high, low in zip(codes[::2], codes[1::2], strict=True))


def _letters(cmap: bytes) -> dict[int, str]:
    pairs = re.findall(rb"^<([0-9A-F]{4})><([0-9A-F]*)>$", cmap.partition(b"endcodespacerange")[2], re.MULTILINE)
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


# ---------------------------------------------------------------- another's ears

_TEXT = re.compile(r'\s*"(.*)"')
_GOES_ON = re.compile(r"\s*(Span|Link|Reference|Em|Strong)\b.*\(inline\)|\s*Object \d+ \d+|\s+/\w+ ")


def heard_by_poppler(pdfinfo: str, path: Path) -> list[str]:
    """The same from poppler, which takes ten seconds for forty pages."""
    done = subprocess.run([pdfinfo, "-enc", "UTF-8", "-struct-text", path], capture_output=True, text=True, check=True)
    pieces = []
    for line in done.stdout.splitlines():
        shown = _TEXT.fullmatch(line)
        if shown:
            pieces.append(shown[1])
        elif not _GOES_ON.match(line):
            pieces.append("\n")
    return "".join(pieces).replace("\u00ad", "").split()

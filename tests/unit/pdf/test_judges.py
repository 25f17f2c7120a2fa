"""What other programs make of our files: qpdf, poppler, MuPDF and Ghostscript."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image as Raster
from unit.pdf.test_fonts import FORMS, formed
from unit.pdf.by_hand import HEIGHT, document, face, layout, painted, profiles, sheet, whole, words

from reportbuilder.assets.shaped import Shaped
from reportbuilder.diag.span import NOWHERE
from reportbuilder.layout.page import Fill, Run
from reportbuilder.model import nodes as n
from reportbuilder.pdf.finish import finish
from reportbuilder.pdf.paint import paint
from reportbuilder.pdf.profile import PRINT, WEB, Profile

pytestmark = pytest.mark.conform
BOTH = pytest.mark.parametrize("profile", [PRINT, WEB], ids=["print", "web"])
Judge = Callable[[str], str]


def said(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def kept(data: bytes, folder: Path) -> Path:
    path = folder / "made.pdf"
    path.write_bytes(data)
    return path


@BOTH
def test_qpdf_finds_no_fault(profile: Profile, judge: Judge, tmp_path: Path) -> None:
    assert "No syntax or stream encoding errors" in said(judge("qpdf"), "--check", kept(whole(profile), tmp_path))


@BOTH
def test_poppler_reads_every_letter(profile: Profile, judge: Judge, tmp_path: Path) -> None:
    hyphen = face().shape("-")
    soft = Shaped("-", hyphen.glyphs, hyphen.advances, hyphen.clusters, None, "\u00ad")
    first = Run(40, 60, face(), 10, "text", (*words("een efficiënt ver").pieces, soft), 0, 1)
    made = painted(profile, first, words("haal met ạ́ en 1-2", y=76, node=1))
    text = said(judge("pdftotext"), "-raw", kept(made.data, tmp_path), "-")
    assert text == "een efficiënt ver\u00ad\nhaal met ạ́ en 1-2\n\f"


def test_other_programs_read_all_forms_of_letters_as_they_were_typed(judge: Judge, tmp_path: Path) -> None:
    made = kept(painted(WEB, *formed()).data, tmp_path)
    by_poppler, by_mupdf = said(judge("pdftotext"), "-raw", made, "-"), said(judge("mutool"), "draw", "-q", "-F", "txt", made)
    for text in (by_poppler, by_mupdf):
        assert re.findall(".+", text.replace("\f", "")) == ["Een URC, 1e van 3/8 (2025)"] * len(FORMS)


def test_poppler_hears_the_structure_in_order(judge: Judge, tmp_path: Path) -> None:
    heard = said(judge("pdfinfo"), "-struct-text", kept(whole(WEB), tmp_path))
    words_ = re.findall(r'"(.*)"', heard)
    start = words_.index("Vooraf")
    assert words_[start : start + 9] == ["Vooraf", "Een ", "efficiënt", " begin.", "1", " Sterk.", "1", "Zie ", "de site"]


def test_poppler_hears_a_word_whole_that_is_divided_between_lines(judge: Judge, tmp_path: Path) -> None:
    hyphen = face().shape("-")
    soft = Shaped("-", hyphen.glyphs, hyphen.advances, hyphen.clusters, None, "\u00ad")
    shown = n.Text("een verhaal van 1-2", NOWHERE, id=3)
    letter = n.Letter(n.Heading(1, (), NOWHERE, id=1), (n.Paragraph((shown,), NOWHERE, id=2),), None, (), NOWHERE, id=4)
    report = n.Document(document().meta, (letter,))
    pages = layout(Run(40, 60, face(), 10, "text", (*words("een ver").pieces, soft), 0, 3), words("haal van 1-2", y=76, node=3))
    made = b"".join(finish(paint(pages, sheet(), WEB, {}), pages, report, sheet(), WEB, profiles()))
    assert '"een verhaal van 1-2"' in said(judge("pdfinfo"), "-struct-text", kept(made, tmp_path))


@BOTH
def test_poppler_finds_every_font_in_the_file(profile: Profile, judge: Judge, tmp_path: Path) -> None:
    lines = said(judge("pdffonts"), kept(whole(profile), tmp_path)).splitlines()[2:]
    assert lines and all(re.search(r"CID TrueType +Identity-H +yes yes yes", line) for line in lines)


def test_poppler_sees_a_file_for_the_printer(judge: Judge, tmp_path: Path) -> None:
    assert re.search(r"PDF subtype: +PDF/X-4", said(judge("pdfinfo"), kept(whole(PRINT), tmp_path)))


def test_mupdf_meets_no_colour_but_cmyk(judge: Judge, tmp_path: Path) -> None:
    trace = said(judge("mutool"), "trace", kept(whole(PRINT), tmp_path))
    assert set(re.findall(r'colorspace="(\w+)"', trace)) == {"DeviceCMYK"}


def test_black_text_leaves_the_other_plates_whole_and_coloured_text_does_not(judge: Judge, tmp_path: Path) -> None:
    ground = Fill(0, 0, 400, 600, "tint")
    plates = {}
    for ink in ("text", "accent"):
        made = kept(painted(PRINT, ground, words("MMMM", x=40, y=100, size=11.5, ink=ink)).data, tmp_path)
        said(judge("gs"), "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-r144", f"-sOutputFile={tmp_path}/{ink}%d.tif", made)
        with Raster.open(tmp_path / f"{ink}1(Yellow).tif") as plate:
            around = (90, 2 * 85, 200, 2 * 110)
            plates[ink] = plate.convert("L").crop(around).getextrema()
    assert plates["text"][0] == plates["text"][1] > 0
    assert plates["accent"][0] != plates["accent"][1]


def test_pages_stand_where_the_boxes_say(judge: Judge, tmp_path: Path) -> None:
    boxes = said(judge("pdfinfo"), "-box", "-f", "1", "-l", "1", kept(whole(PRINT), tmp_path))
    assert re.search(rf"TrimBox: +8\.50 +8\.50 +408\.50 +{HEIGHT + 8.5:.2f}", boxes)

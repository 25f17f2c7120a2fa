"""The print PDF of the report, and our preflight of it, before foreign witnesses: Ghostscript, MuPDF, poppler, veraPDF."""

import re
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from statistics import correlation

import pytest
from conform.test_report import STEM, build, told
from conform.test_verapdf import _claim_pdf_a, failures
from pikepdf import Pdf
from PIL import Image
from unit.pdf.by_hand import HEIGHT, INKS, WIDTH, layout, page, renditions, sheet, words

from reportbuilder.layout.page import Fill, Layout
from reportbuilder.pdf.paint import paint
from reportbuilder.pdf.profile import PRINT
from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.judgement import Judgement
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.look import look
from reportbuilder.preflight.plates import plates
from reportbuilder.style.sheet import Ink

pytestmark = pytest.mark.conform
Judge = Callable[[str], str]
DOTS = 72


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("print") / "out") / f"{STEM}-print.pdf"


@pytest.fixture(scope="module")
def judgement(printed: Path) -> Judgement:
    return look(printed.read_bytes(), Limits(), render=True, views=False)


def test_our_preflight_has_nothing_against_the_report(judgement: Judgement) -> None:
    assert [finding for finding in judgement.verdict.findings if finding.level.word != "note" and finding.rule != "R0005"] == []


def test_verapdf_finds_nothing_in_a_copy_that_claims_pdf_a_too(printed: Path, judge: Judge, tmp_path: Path) -> None:
    copy = tmp_path / "copy.pdf"
    with Pdf.open(printed) as pdf:
        _claim_pdf_a(pdf)
        pdf.save(copy, force_version="1.6", fix_metadata_version=False)
    assert failures(judge("verapdf"), copy, "2b") == []


# ---------------------------------------------------------------- poppler agrees


def test_pdfimages_tells_the_same_of_pictures(printed: Path, judge: Judge, judgement: Judgement) -> None:
    rows = [line.split() for line in told(judge("pdfimages"), "-list", printed).splitlines()[2:]]
    theirs = sorted((int(row[0]), int(row[3]), int(row[4]), int(row[7]), min(int(row[12]), int(row[13]))) for row in rows if row[2] == "image")
    ours = sorted((row.page, row.width, row.height, row.bits, row.ppi) for row in judgement.survey.pictures)
    assert len(ours) == len(theirs) >= 14
    for mine, other in zip(ours, theirs):
        assert mine[:4] == other[:4] and abs(mine[4] - other[4]) <= 1


def test_pdffonts_tells_the_same_of_fonts(printed: Path, judge: Judge, judgement: Judgement) -> None:
    theirs = {line.split()[0].split("+")[-1] for line in told(judge("pdffonts"), printed).splitlines()[2:]}
    assert {row.name for row in judgement.survey.fonts} == theirs
    assert all(row.embedded and row.subset for row in judgement.survey.fonts)


def test_pdfinfo_tells_the_same_of_boxes(printed: Path, judge: Judge, judgement: Judgement) -> None:
    said = told(judge("pdfinfo"), "-box", "-f", 1, "-l", 999, printed)
    for name in ("MediaBox", "BleedBox", "TrimBox"):
        theirs = [tuple(map(float, found.split())) for found in re.findall(rf"Page +\d+ {name}: +([-\d. ]+)", said)]
        ours = [getattr(row, {"MediaBox": "media", "BleedBox": "bleed", "TrimBox": "trim"}[name]) for row in judgement.survey.pages]
        assert len(theirs) == len(ours) and all(abs(a - b) < 0.01 for mine, other in zip(ours, theirs) for a, b in zip(mine, other))


# ---------------------------------------------------------------- plates agree


def mean_ink(image: Image.Image) -> float:
    """All inks of a page on average, in per cent."""
    histogram = image.histogram()
    return sum(level % 256 * count for level, count in enumerate(histogram)) / 2.55 / (image.width * image.height)


def our_plates(path: Path) -> Iterator[Image.Image]:
    data = path.read_bytes()
    with Pdf.open(BytesIO(data)) as pdf:
        yield from (each.image for each in plates(Evidence(data[:1024], pdf, Limits())))


def test_mupdf_lays_down_the_same_ink(printed: Path, judge: Judge, tmp_path: Path) -> None:
    told(judge("mutool"), "draw", "-q", "-c", "cmyk", "-F", "pam", "-r", DOTS, "-o", tmp_path / "%d.pam", printed)
    wrong = []
    for number, ours in enumerate(our_plates(printed), 1):
        data = (tmp_path / f"{number}.pam").read_bytes()
        head, _, samples = data.partition(b"ENDHDR\n")
        width, height = (int(re.search(rb"%s (\d+)" % key, head)[1]) for key in (b"WIDTH", b"HEIGHT"))  # type: ignore[index]
        theirs = Image.frombytes("CMYK", (width, height), samples)
        # Ink is in per cent of the area. MuPDF does not let black overprint, which takes away up to 0.8, and of a colour between two of its 255 levels
        # it takes the lower one, 0.4 an ink on a ground over all of the page, where Ghostscript and we take the nearer.
        if abs(mean_ink(ours) - mean_ink(theirs)) > max(1.6, 0.01 * mean_ink(theirs)):
            wrong.append((number, mean_ink(ours), mean_ink(theirs)))
    assert wrong == []


@pytest.mark.parametrize("number", [1, 2, 7, 12, 35])
def test_ghostscript_lays_down_the_same_ink(number: int, printed: Path, judge: Judge, tmp_path: Path) -> None:
    options = ("-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiff32nc", "-r400", f"-dFirstPage={number}", f"-dLastPage={number}", "-dOverprint=/simulate")
    told(judge("gs"), *options, f"-sOutputFile={tmp_path}/page.tif", printed)
    with Image.open(tmp_path / "page.tif") as theirs:
        ours = list(our_plates(printed))[number - 1]
        assert abs(mean_ink(ours) - mean_ink(theirs.convert("CMYK"))) <= max(0.5, 0.01 * mean_ink(theirs.convert("CMYK")))


def separations(gs: str, data: bytes, folder: Path) -> dict[str, Image.Image]:
    """Ghostscript's plates of the first page, 0 for full ink."""
    folder.mkdir()
    (folder / "in.pdf").write_bytes(data)
    told(gs, "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-r150", f"-sOutputFile={folder}/p.tif", folder / "in.pdf")
    return {re.sub(r".*\((.*)\).*", r"\1", path.name): Image.open(path).convert("L") for path in folder.glob("p(*).tif")}


def test_small_black_text_leaves_no_hole_in_what_is_under_it(judge: Judge, tmp_path: Path) -> None:
    ground = Fill(0, 0, WIDTH, HEIGHT, "accent")
    bare = separations(judge("gs"), paint(layout(ground), sheet(), PRINT, renditions()).data, tmp_path / "bare")
    over = separations(judge("gs"), paint(layout(ground, words("Overdruk", x=40, y=60, size=11)), sheet(), PRINT, renditions()).data, tmp_path / "over")
    for ink in ("Cyan", "Magenta", "Yellow"):
        assert bare[ink].tobytes() == over[ink].tobytes(), ink
    assert over["Black"].getextrema()[0] < 20 and bare["Black"].getextrema()[0] == 255
    large = separations(judge("gs"), paint(layout(ground, words("Uitsparing", x=40, y=60, size=14)), sheet(), PRINT, renditions()).data, tmp_path / "large")
    assert bare["Magenta"].tobytes() != large["Magenta"].tobytes(), "large text knocks out"


def test_a_spot_colour_has_a_plate_of_its_own(judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from msgspec.structs import replace

    monkeypatch.setitem(INKS, "accent", Ink("accent", (0, 0.8, 0.9, 0), (226, 80, 40), None, "PANTONE 7417 C"))
    plain = sheet()
    ordered = replace(plain, print=replace(plain.print, spots=True))
    data = paint(Layout((page(Fill(0, 0, 100, 100, "accent")),), {}), ordered, PRINT, renditions()).data
    made = separations(judge("gs"), data, tmp_path / "spot")
    assert made["PANTONE 7417 C"].getextrema() == (0, 255)
    assert all(made[ink].getextrema() == (255, 255) for ink in ("Cyan", "Magenta", "Yellow", "Black"))


def test_all_viewers_show_cmyk_photographs_in_their_colours(printed: Path, judge: Judge, tmp_path: Path) -> None:
    """The cover: what is light in one is light in all, whatever profile they take; a picture that came out inverted would be far off."""
    shown = {}
    subprocess.run([judge("pdftoppm"), "-r", "20", "-f", "1", "-l", "1", "-png", printed, tmp_path / "poppler"], check=True)
    shown["poppler"] = next(tmp_path.glob("poppler*.png"))
    told(judge("mutool"), "draw", "-q", "-r", 20, "-o", tmp_path / "mupdf.png", printed, 1)
    shown["mupdf"] = tmp_path / "mupdf.png"
    told(judge("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=png16m", "-r20", "-dLastPage=1", f"-sOutputFile={tmp_path}/gs.png", printed)
    shown["gs"] = tmp_path / "gs.png"
    import pypdfium2

    with pypdfium2.PdfDocument(printed) as pdf:
        pdf[0].render(scale=20 / 72).to_pil().save(tmp_path / "pdfium.png")
    shown["pdfium"] = tmp_path / "pdfium.png"
    small = {name: Image.open(path).convert("L").resize((12, 17)).tobytes() for name, path in shown.items()}
    for name, levels in small.items():
        assert correlation(levels, small["poppler"]) > 0.95, name

"""A designer's artwork of every kind before foreign judges: veraPDF, our own preflight, and three programs that draw it."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from artwork import drawing, make_project, placed_pdf
from conform.test_print import mean_ink, our_plates
from conform.test_verapdf import _claim_pdf_a, failures
from pikepdf import Pdf
from PIL import Image, ImageChops, ImageFilter, ImageStat

from reportbuilder.cli import main
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.look import look

pytestmark = pytest.mark.conform
Judge = Callable[[str], str]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {"kunst.svg": drawing().encode(), "kaart.pdf": placed_pdf(), "gedraaid.pdf": placed_pdf(90)}
    folder = make_project(tmp_path_factory.mktemp("art"), files)
    printer = folder / "styles" / "printers" / "steun.yaml"
    printer.write_text("name: Met steunkleur\nspots: yes\n", encoding="utf-8")
    assert main(["build", str(folder), "--printer", "steun"]) == 0
    return folder / "out"


def test_our_preflight_has_nothing_against_it(built: Path) -> None:
    judged = look((built / "proef-nl-print.pdf").read_bytes(), Limits(spot=True), render=True, views=False)
    kept = {"R0005": "blank on purpose", "R0010": "the designer’s black line knocks out, and stays so", "R0020": "the spot colour that is ordered"}
    assert [finding for finding in judged.verdict.findings if finding.level.word != "note" and finding.rule not in kept] == []


def test_plates_have_the_spot_colour_and_black_alone(built: Path, judge: Judge, tmp_path: Path) -> None:
    """Ghostscript separates the pages: the spot colour has a plate of its own, with 70 % where it was 0.7, and nothing below on those of the others."""
    last = len(Pdf.open(built / "proef-nl-print.pdf").pages)
    command = [judge("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-r36", f"-dFirstPage={last}", f"-dLastPage={last}"]
    subprocess.run([*command, f"-sOutputFile={tmp_path}/p.tif", built / "proef-nl-print.pdf"], check=True, capture_output=True)
    plates = {path.name[2:-5]: Image.open(path) for path in tmp_path.glob("p(*).tif")}
    assert set(plates) == {"Cyan", "Magenta", "Yellow", "Black", "Merk Groen"}
    spot = plates["Merk Groen"]
    tint = [(x, y) for x in range(spot.width) for y in range(spot.height) if abs(spot.getpixel((x, y)) - 77) <= 1]
    assert len(tint) > 300
    assert max(255 - plate.getpixel(place) for name, plate in plates.items() if name != "Merk Groen" for place in tint) == 0


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_the_web_pdf_keeps_its_standards(flavour: str, built: Path, judge: Judge) -> None:
    assert failures(judge("verapdf"), built / "proef-nl-web.pdf", flavour) == []


def test_the_print_pdf_keeps_what_pdf_x_and_pdf_a_share(built: Path, judge: Judge, tmp_path: Path) -> None:
    with Pdf.open(built / "proef-nl-print.pdf") as pdf:
        _claim_pdf_a(pdf)
        pdf.save(tmp_path / "copy.pdf", force_version="1.6", fix_metadata_version=False)
    assert failures(judge("verapdf"), tmp_path / "copy.pdf", "2b") == []


def test_ghostscript_lays_down_as_much_ink_as_our_plates(built: Path, judge: Judge, tmp_path: Path) -> None:
    """Through shadings, tiles, opacity and soft masks. Ghostscript shows the spot colour in the four inks, 0.8 % of the page; ours are without it."""
    path = built / "proef-nl-print.pdf"
    options = ("-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiff32nc", "-r200", "-dOverprint=/simulate", "-dFirstPage=4")
    subprocess.run([judge("gs"), *options, f"-sOutputFile={tmp_path}/%d.tif", path], check=True, capture_output=True)
    ours = list(our_plates(path))[3:]
    for number, plate in enumerate(ours, 1):
        with Image.open(tmp_path / f"{number}.tif") as theirs:
            assert abs(mean_ink(plate) - mean_ink(theirs.convert("CMYK"))) < 1


def drawn(program: str, pdf: Path, page: int, folder: Path) -> Image.Image:
    """A page at 72 pixels an inch, softened so that edges may lie half a pixel off."""
    out = folder / f"{Path(program).name}.png"
    size = ["-r", "72"]
    match Path(program).name:
        case "pdftoppm":
            command = [program, *size, "-f", str(page), "-l", str(page), "-singlefile", "-png", pdf, out.with_suffix("")]
        case "mutool":
            command = [program, "draw", "-q", *size, "-o", out, pdf, str(page)]
        case _:
            command = [program, "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=png16m", "-r72", "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4",
                       f"-dFirstPage={page}", f"-dLastPage={page}", f"-sOutputFile={out}", pdf]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    with Image.open(out) as image:
        return image.convert("RGB").filter(ImageFilter.BoxBlur(2))


def test_poppler_mupdf_and_ghostscript_draw_the_same(built: Path, judge: Judge, tmp_path: Path) -> None:
    page = built / "proef-nl-web.pdf"
    last = len(Pdf.open(page).pages)
    one, *others = (drawn(judge(name), page, last, tmp_path) for name in ("pdftoppm", "mutool", "gs"))
    for other in others:
        difference = ImageChops.difference(one, other.resize(one.size))
        assert max(ImageStat.Stat(difference).mean) < 1.5
        assert sum(count for count, level in difference.convert("L").getcolors(256) if level > 40) < one.width * one.height / 100  # the cells of a tiling pattern lie a pixel apart in each program

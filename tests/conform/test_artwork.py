"""A designer's artwork of every kind before foreign judges: veraPDF, our own preflight, and three programs that draw it."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from artwork import drawing, make_project
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
    folder = make_project(tmp_path_factory.mktemp("art"), {"kunst.svg": drawing().encode()})
    assert main(["build", str(folder)]) == 0
    return folder / "out"


def test_our_preflight_has_nothing_against_it(built: Path) -> None:
    judged = look((built / "proef-nl-print.pdf").read_bytes(), Limits(), render=True, views=False)
    assert [finding for finding in judged.verdict.findings if finding.level.word != "note" and finding.rule != "R0005"] == []


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_the_web_pdf_keeps_its_standards(flavour: str, built: Path, judge: Judge) -> None:
    assert failures(judge("verapdf"), built / "proef-nl-web.pdf", flavour) == []


def test_the_print_pdf_keeps_what_pdf_x_and_pdf_a_share(built: Path, judge: Judge, tmp_path: Path) -> None:
    with Pdf.open(built / "proef-nl-print.pdf") as pdf:
        _claim_pdf_a(pdf)
        pdf.save(tmp_path / "copy.pdf", force_version="1.6", fix_metadata_version=False)
    assert failures(judge("verapdf"), tmp_path / "copy.pdf", "2b") == []


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
        assert sum(count for count, level in difference.convert("L").getcolors(256) if level > 40) < one.width * one.height / 500

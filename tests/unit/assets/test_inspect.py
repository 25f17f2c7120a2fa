"""What a header tells: kind, upright size, limits, and whether there are pixels enough."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from reportbuilder.assets.inspect import examine_bytes, inspect, remarks_on_size
from reportbuilder.assets.kinds import kind_of, remarks_on_name
from reportbuilder.assets.pictures import Job, PictureFault, PictureInfo
from reportbuilder.diag.diagnostic import Family


def saved(kind: str, size: tuple[int, int] = (6, 4), orientation: int = 1, mode: str = "RGB", **options: object) -> bytes:
    stream = BytesIO()
    if orientation != 1:
        exif = Image.Exif()
        exif[274] = orientation
        options["exif"] = exif
    Image.new(mode, size).save(stream, kind, **options)
    return stream.getvalue()


def fault(data: bytes, file: str = "a.png") -> PictureFault:
    with pytest.raises(PictureFault) as caught:
        examine_bytes(data, file)
    return caught.value


def png_header(width: int, height: int) -> bytes:
    chunk = b"IHDR" + struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">L", 13) + chunk + struct.pack(">L", zlib.crc32(chunk))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"])
def test_each_kind_tells_its_size(kind: str) -> None:
    info, header = examine_bytes(saved(kind), "a")
    assert (info.width, info.height, info.vector) == (6, 4, False)
    assert header.kind == kind.lower()


def test_lossless_and_extended_webp_tell_their_size() -> None:
    for options in ({"lossless": True}, {"lossless": True, "mode": "RGBA"}, {"mode": "RGBA"}):
        assert examine_bytes(saved("WEBP", (300, 200), **options), "a.webp")[0].aspect == 1.5


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_size_is_that_of_the_upright_picture(kind: str, orientation: int) -> None:
    info, header = examine_bytes(saved(kind, orientation=orientation), "a")
    assert header.orientation == orientation
    assert (info.width, info.height) == ((4, 6) if orientation >= 5 else (6, 4))


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_an_orientation_that_only_xmp_tells_counts(kind: str) -> None:
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description tiff:Orientation="6"/></x:xmpmeta>'
    assert examine_bytes(saved(kind, xmp=xmp), "a")[1].orientation == 6


def test_a_senseless_orientation_is_none() -> None:
    assert examine_bytes(saved("JPEG", orientation=77), "a.jpg")[1].orientation == 1


def test_an_svg_tells_the_size_of_its_view() -> None:
    info, header = examine_bytes(b'<?xml version="1.0"?><svg viewBox="0 0 30 20"/>', "a.svg")
    assert (info, header) == (PictureInfo("a.svg", 30, 20, True), None)


def test_inspect_names_the_file_as_jobs_do(tmp_path: Path) -> None:
    (tmp_path / "assets/logos").mkdir(parents=True)
    (tmp_path / "assets/logos/a.png").write_bytes(saved("PNG"))
    assert inspect(tmp_path, "a.png") == PictureInfo("logos/a.png", 6, 4, False)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b"<!DOCTYPE html><html><body>404", "is a web page, not a picture"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0", "is a Git LFS pointer, not the picture itself"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "is a HEIC picture or a film"),
        (b"\0\0\0\x18ftypavif\0\0\0\0", "is an AVIF picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "is an EPS or PostScript file"),
        (b"\xc5\xd0\xd3\xc6\x1e\0\0\0", "is an EPS file"),
        (b"8BPS\0\1", "is a Photoshop document"),
        (b"\xd7\xcd\xc6\x9a\0\0", "is a Windows metafile (WMF)"),
        (b"\x1f\x8b\x08\0", "is a compressed file (perhaps SVGZ)"),
        (b"PK\x03\x04", "is a ZIP archive or an Office document"),
        (b"<note/>", "is an XML file"),
        (b"hello", "is of no kind we know"),
    ],
)
def test_what_we_do_not_read_is_named_for_what_it_is(data: bytes, what: str) -> None:
    found = fault(data)
    assert (found.code, found.message) == ("picture-kind", f"the picture ‘a.png’ {what}")
    assert found.hint


def test_a_raw_file_of_a_camera_is_not_taken_for_its_thumbnail() -> None:
    entries = struct.pack("<HHLL", 254, 4, 1, 1) + struct.pack("<HHLL", 256, 3, 1, 160) + struct.pack("<HHLL", 257, 3, 1, 120)
    assert "raw file" in fault(b"II*\0" + struct.pack("<LH", 8, 3) + entries).message


def test_a_jpeg_of_twelve_bits_is_refused() -> None:
    assert "12 bits" in fault(saved("JPEG").replace(b"\xff\xc0\x00\x11\x08", b"\xff\xc0\x00\x11\x0c")).message


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"])
def test_a_header_that_is_cut_off_anywhere_is_a_clean_fault(kind: str) -> None:
    data = saved(kind)
    for length in range(12, 40):
        try:
            examine_bytes(data[:length], "a")
        except PictureFault as found:
            assert found.code in ("picture-broken", "picture-kind")


@pytest.mark.parametrize(
    "data",
    [
        png_header(60_000, 1),
        png_header(10_000, 10_000),
        b"GIF89a" + struct.pack("<HH", 65_535, 65_535),
        b"BM" + bytes(12) + struct.pack("<Lll", 40, 3_000_000, -2_000_000),
    ],
)
def test_a_bomb_is_refused_by_its_header(data: bytes) -> None:
    found = fault(data)
    assert (found.code, found.family) == ("picture-too-large", Family.LIMIT)


def test_a_picture_without_pixels_is_broken() -> None:
    assert fault(png_header(0, 5)).message == "the picture ‘a.png’ says it is 0 × 5 pixels"


@pytest.mark.parametrize(("file", "hint"), [("a.jpg", "rename it to ‘a.png’"), ("a", "rename it to ‘a.png’"), ("a.PNG", "")])
def test_a_name_that_promises_another_kind_is_remarked(file: str, hint: str) -> None:
    assert [remark.hint for remark in remarks_on_name(file, kind_of(saved("PNG"), file))] == ([hint] if hint else [])


INCH = Job("a.jpg", 72, 72)


def test_pixels_enough_say_nothing() -> None:
    assert remarks_on_size(PictureInfo("a.jpg", 225, 225, False), INCH) == ()


def test_few_pixels_are_remarked() -> None:
    assert [r.code for r in remarks_on_size(PictureInfo("a.jpg", 300, 224, False), INCH)] == ["picture-too-small"]


def test_far_too_few_pixels_are_a_fault_that_says_how_many_it_takes() -> None:
    with pytest.raises(PictureFault) as caught:
        remarks_on_size(PictureInfo("a.jpg", 149, 400, False), INCH)
    assert caught.value.message == "the picture ‘a.jpg’ has only 149 pixels an inch at 25 × 25 mm"
    assert caught.value.hint == "use one of 225 × 225 pixels or more, or show it at most 17 mm wide"


def test_a_crop_takes_pixels_away() -> None:
    assert remarks_on_size(PictureInfo("a.jpg", 400, 400, False), Job("a.jpg", 72, 72, (0.25, 0.25, 0.75, 0.75)))


def test_a_drawing_is_never_too_small() -> None:
    assert remarks_on_size(PictureInfo("a.svg", 1, 1, True), INCH) == ()

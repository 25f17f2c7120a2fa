"""One job: the right part, the right number of pixels, the right form, and nothing of the file's private data."""

import re
import zlib
from base64 import b64encode
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageDraw, ImageStat

from reportbuilder.assets.decode import decode
from reportbuilder.assets.inspect import examine_bytes
from reportbuilder.assets.pictures import Encoded, Job, PictureFault, PictureSettings, Remark, Rendition
from reportbuilder.assets.rendition import reduction, render, render_drawing
from reportbuilder.assets.separate import Separation
from reportbuilder.assets.vector import read_svg

FOGRA39 = Path(__file__).parents[3] / "assets/icc/FOGRA39L_TAC300.icc"
SETTINGS = PictureSettings(300, 150, 80, FOGRA39, 300, Path())
INCH = Job("a", 72, 72)


@cache
def separation() -> Separation:
    return Separation(FOGRA39.read_bytes(), 300)


def saved(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def photo(width: int, height: int, mode: str = "RGB") -> Image.Image:
    across, down = Image.linear_gradient("L").rotate(90).resize((width, height)), Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (across, down, across)).convert(mode)


def rendered(data: bytes, job: Job = INCH, word_ppi: float = 0.0) -> tuple[Rendition, tuple[Remark, ...]]:
    header = examine_bytes(data, "a")[1]
    return render(decode(data, header, "a", reduction(header, job, SETTINGS)), job, SETTINGS, separation(), word_ppi)


def opened(encoded: Encoded) -> Image.Image:
    if encoded.filter == "jpeg":
        return Image.open(BytesIO(encoded.data))
    mode = {"cmyk": "CMYK", "rgb": "RGB", "gray": "L"}[encoded.space]
    return Image.frombytes(mode, (encoded.width, encoded.height), zlib.decompress(encoded.data))


@pytest.mark.parametrize(
    ("pixels", "printed", "shown"),
    [
        (280, 280, 140),  # fewer than wanted: never scaled up
        (315, 315, 158),  # as good as wanted: taken as it is
        (400, 300, 150),
        (900, 300, 150),
        (1200, 300, 150),  # decoded at a quarter
    ],
)
def test_a_picture_has_the_pixels_that_its_size_wants(pixels: int, printed: int, shown: int) -> None:
    rendition, _ = rendered(saved(photo(pixels, pixels)))
    assert (rendition.print.width, rendition.print.height, rendition.web.width, rendition.web.height) == (printed, printed, shown, shown)
    assert opened(rendition.print).size == (printed, printed)


def test_only_the_crop_is_shown() -> None:
    picture = Image.new("RGB", (400, 400), "white")
    ImageDraw.Draw(picture).rectangle((100, 0, 199, 199), fill="red")
    rendition, _ = rendered(saved(picture), Job("a", 24, 48, (0.25, 0, 0.5, 0.5)))
    assert (rendition.print.width, rendition.print.height) == (100, 200)
    assert min(ImageStat.Stat(opened(rendition.web)).mean[:1]) > 240
    assert max(ImageStat.Stat(opened(rendition.web)).mean[1:]) < 15


@pytest.mark.parametrize("crop", [(0.0, 0.0, 0.001, 0.001), (0.999, 0.999, 1.0, 1.0)])
def test_the_smallest_crop_has_a_pixel(crop: tuple[float, float, float, float]) -> None:
    rendition, _ = rendered(saved(photo(10, 10)), Job("a", 72, 72, crop))
    assert (rendition.print.width, rendition.print.height) == (1, 1)


def test_a_photograph_is_cmyk_for_print_and_srgb_for_screens() -> None:
    rendition, remarks = rendered(saved(photo(300, 300)))
    assert [(e.space, e.filter) for e in (rendition.print, rendition.web)] == [("cmyk", "jpeg"), ("rgb", "jpeg")]
    assert (rendition.vector, remarks) == (None, ())
    assert (opened(rendition.print).mode, opened(rendition.web).mode) == ("CMYK", "RGB")


def test_the_print_jpeg_is_not_inverted_and_has_full_colour() -> None:
    rendition, _ = rendered(saved(Image.new("RGB", (300, 300), (250, 250, 250))))
    picture = opened(rendition.print)
    assert max(picture.getpixel((9, 9))) < 20
    assert picture.info["adobe_transform"] is not None
    assert {(horizontal, vertical) for _, horizontal, vertical, _ in picture.layer} == {(1, 1)}


def test_grey_stays_grey() -> None:
    rendition, _ = rendered(saved(photo(300, 300, "L")))
    assert (rendition.print.space, rendition.web.space) == ("gray", "gray")
    assert opened(rendition.print).mode == "L"


def test_cmyk_pictures_keep_their_inks_and_are_srgb_on_screens() -> None:
    rendition, _ = rendered(saved(Image.new("CMYK", (300, 300), (200, 30, 20, 10)), quality=100))
    assert max(abs(a - b) for a, b in zip(opened(rendition.print).getpixel((9, 9)), (200, 30, 20, 10))) <= 3
    assert opened(rendition.web).mode == "RGB"


def test_line_art_is_kept_without_loss() -> None:
    drawing = Image.new("RGB", (300, 300), "white")
    ImageDraw.Draw(drawing).rectangle((50, 50, 99, 99), fill="black")
    rendition, _ = rendered(saved(drawing, "PNG"))
    assert (rendition.print.filter, rendition.web.filter) == ("flate", "flate")
    assert opened(rendition.print).getpixel((60, 60)) == (0, 0, 0, 255)
    assert opened(rendition.web).getpixel((0, 0)) == (255, 255, 255)


def test_private_data_is_left_out() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Secretcam"
    exif.get_ifd(0x8825)[1] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(photo(300, 300), exif=exif, comment=b"Secretcomment", xmp=b"<Secretxmp/>", icc_profile=profile)
    assert data.count(b"Secret") == 3
    rendition, _ = rendered(data)
    for encoded in (rendition.print, rendition.web):
        assert b"Secret" not in encoded.data
        assert set(opened(encoded).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "adobe", "adobe_transform"}


def test_a_broken_profile_is_remarked_and_srgb_taken() -> None:
    rendition, remarks = rendered(saved(photo(300, 300), icc_profile=b"rubbish"))
    assert [remark.code for remark in remarks] == ["picture-profile"]
    assert rendition.web == rendered(saved(photo(300, 300)))[0].web


def test_two_renderings_have_the_same_bytes() -> None:
    data = saved(photo(400, 300))
    assert rendered(data) == rendered(data)


def test_a_drawing_has_paths_with_inks_and_a_picture_for_docx() -> None:
    drawing = read_svg(b'<svg viewBox="0 0 20 10"><rect width="20" height="10" fill="#c4401c"/><path d="M0 0h5v5h-5z" fill="#000"/></svg>', "a")
    rendition = render_drawing(drawing, Job("a", 36, 36, (0, 0, 0.5, 1)), SETTINGS, separation(), 300.0)
    assert rendition.print is None
    assert (rendition.vector.width, rendition.vector.height) == (10, 10)
    assert rendition.vector.items[1].fill.cmyk == (0, 0, 0, 1)
    assert rendition.vector.items[0].fill.cmyk == separation().colours([(196, 64, 28)])[0]
    assert (rendition.web.width, rendition.web.height, rendition.web.space, rendition.web.filter) == (150, 150, "rgb", "flate")
    assert opened(rendition.web).getpixel((10, 10)) == (0, 0, 0)
    assert opened(rendition.web).getpixel((100, 100)) == (196, 64, 28)
    unseen = render_drawing(drawing, Job("a", 36, 36, (0, 0, 0.5, 1)), SETTINGS, separation())
    assert (unseen.vector, unseen.web.width, unseen.web.height) == (rendition.vector, 36, 36)


def test_the_crop_of_a_drawing_moves_its_frame() -> None:
    drawing = read_svg(b'<svg viewBox="0 0 20 10"><path d="M10 5h1v1z"/></svg>', "a")
    vector = render_drawing(drawing, Job("a", 72, 72, (0.5, 0.5, 1, 1)), SETTINGS, separation()).vector
    assert (vector.left, vector.top, vector.width, vector.height) == (10, 5, 10, 5)


def test_inks_of_a_gradient_keep_near_to_the_colours_of_a_screen() -> None:
    drawing = read_svg(b'<svg viewBox="0 0 9 9"><linearGradient id="g"><stop stop-color="#000"/><stop offset=".5" stop-color="#00f"/>'
                       b'<stop offset="1" stop-color="#ff0"/></linearGradient><rect width="9" height="9" fill="url(#g)"/></svg>', "a")  # fmt: skip
    stops = render_drawing(drawing, Job("a", 72, 72), SETTINGS, separation()).vector.items[0].fill.stops
    assert [(stop.place, stop.colour.rgb) for stop in stops if stop.chosen] == [(0, (0, 0, 0)), (0.5, (0, 0, 255)), (1, (255, 255, 0))]
    assert stops[0].colour.cmyk == (0, 0, 0, 1) and 4 <= len(stops) <= 30
    for low, high in zip(stops, stops[1:]):
        mixed = [(a + b) / 2 for a, b in zip(low.colour.cmyk, high.colour.cmyk)]
        wanted = separation().process([tuple(round((a + b) / 2) for a, b in zip(low.colour.rgb, high.colour.rgb))])
        off = sum((a - b) ** 2 for a, b in zip(*separation().looks([tuple(mixed), *wanted]))) ** 0.5
        assert off < (4 if low.place >= 0.5 else 30)  # black alone is lighter than black on other inks, and goes over into it


def test_a_picture_inside_a_drawing_is_scaled_to_its_place_and_too_few_pixels_are_told() -> None:
    def placed(pixels: int) -> Rendition:
        data = b64encode(saved(Image.new("RGBA", (pixels, pixels), (200, 0, 0, 128)), "PNG")).decode()
        drawing = read_svg(f'<svg viewBox="0 0 2 1"><image width="1" height="1" href="data:image/png;base64,{data}"/></svg>'.encode(), "a")
        return render_drawing(drawing, Job("a", 144, 72), SETTINGS, separation())

    samples = placed(900).vector.items[0].samples
    assert [(each.width, each.space, each.filter) for each in (samples.print, samples.web, samples.alpha)] == [
        (300, "cmyk", "flate"), (150, "rgb", "flate"), (300, "gray", "flate"),
    ]  # fmt: skip
    assert opened(samples.web).getpixel((9, 9)) == (200, 0, 0) and opened(samples.alpha).getpixel((9, 9)) == 128
    with pytest.raises(PictureFault, match="has only 100 pixels an inch"):
        placed(100)


@pytest.mark.parametrize(("pixels", "ppi", "width"), [(600, 220, 220), (600, 150, None), (600, 90, None), (280, 440, 280), (140, 220, None)])
def test_the_docx_has_a_rendition_of_its_own_where_it_wants_more_pixels(pixels: int, ppi: float, width: int | None) -> None:
    rendition, _ = rendered(saved(photo(pixels, pixels)), word_ppi=ppi)
    assert (rendition.word.width if rendition.word else None) == width


def test_cmyk_of_the_designer_keeps_its_numbers() -> None:
    """A JPEG byte for byte but for what is private in it, also cropped; a TIFF without loss; scaled where there is far too much."""
    chosen = Image.merge("CMYK", [photo(300, 300).getchannel(0), *[Image.new("L", (300, 300), 160)] * 3])
    data = saved(chosen, icc_profile=FOGRA39.read_bytes(), comment=b"geheim", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0")
    with Image.open(BytesIO(data)) as image:
        wanted = image.tobytes()
    kept = rendered(data)[0].print
    assert opened(kept).tobytes() == wanted and kept.data[-2000:] == data[-2000:] and not re.search(b"geheim|ICC_PROFILE|Exif", kept.data)
    form = rendered(data, Job("a", 36, 72, (0.5, 0, 1, 1)))[0].page.print
    assert form.parts[0].data == kept.data and form.parts[1].entries["BBox"] == "[0.5 0 1 1]" and form.parts[1].entries["Matrix"] == "[2 0 0 1 -1 0]"
    assert opened(rendered(saved(chosen, "TIFF"))[0].print).tobytes() == chosen.tobytes()
    assert rendered(data, Job("a", 36, 36))[0].print.width == 150
    assert [remark.code for remark in rendered(data)[1]] == [] and rendered(saved(Image.new("CMYK", (300, 300), (255, 255, 255, 9))))[1][0].code == "picture-ink"

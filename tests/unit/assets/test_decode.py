"""Files as they come from many hands, to upright 8-bit samples or a clean fault."""

import random
import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageStat

from reportbuilder.assets.decode import Decoded, decode
from reportbuilder.assets.inspect import examine_bytes
from reportbuilder.assets.pictures import PictureFault
from reportbuilder.diag.diagnostic import Family


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def decoded(data: bytes, reduction: int = 1) -> Decoded:
    return decode(data, examine_bytes(data, "a")[1], "a", reduction)


def fault(data: bytes) -> PictureFault:
    with pytest.raises(PictureFault) as caught:
        decoded(data)
    return caught.value


def photo(size: tuple[int, int] = (64, 48), mode: str = "RGB") -> Image.Image:
    """Smooth, with many colours, brighter to the right and the bottom."""
    across = Image.linear_gradient("L").rotate(90).resize(size)
    down = Image.linear_gradient("L").resize(size)
    noise = Image.frombytes("L", size, random.Random(1).randbytes(size[0] * size[1])).point(lambda v: v // 8)
    return Image.merge("RGB", (across, down, ImageChops.add(down, noise))).convert(mode)


def png_chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))


def png(width: int, height: int, depth: int, colour: int, rows: bytes, *others: bytes) -> bytes:
    header = png_chunk(b"IHDR", struct.pack(">LLBBBBB", width, height, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(others) + png_chunk(b"IDAT", zlib.compress(rows)) + png_chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_comes_out_upright(kind: str, orientation: int) -> None:
    upright = Image.new("RGB", (48, 32), "white")
    ImageDraw.Draw(upright).rectangle((0, 0, 23, 15), fill="red")
    ImageDraw.Draw(upright).rectangle((24, 0, 47, 15), fill="blue")
    turn = Image.Transpose
    undo = (turn.FLIP_LEFT_RIGHT, turn.ROTATE_180, turn.FLIP_TOP_BOTTOM, turn.TRANSPOSE, turn.ROTATE_90, turn.TRANSVERSE, turn.ROTATE_270)
    stored = upright.transpose(undo[orientation - 2]) if orientation > 1 else upright
    exif = Image.Exif()
    exif[274] = orientation
    image = decoded(saved(stored, kind, exif=exif)).image
    assert image.size == (48, 32)
    assert ImageStat.Stat(ImageChops.difference(image, upright)).mean < [12] * 3


def test_a_jpeg_may_be_decoded_smaller() -> None:
    assert decoded(saved(photo((64, 48)), "JPEG"), reduction=4).image.size == (16, 12)


def test_a_truncated_jpeg_says_how_much_is_there() -> None:
    data = saved(photo((640, 480)), "JPEG", quality=95)
    found = fault(data[: len(data) // 2])
    assert found.code == "picture-truncated"
    assert 30 < int(found.message.split(": ")[1].split(" %")[0]) < 70
    assert found.message.endswith("% of its rows are there")


def test_a_truncated_png_is_a_fault_even_if_only_its_end_is_gone() -> None:
    data = saved(photo(), "PNG")
    assert fault(data[: len(data) // 2]).code == "picture-truncated"
    assert fault(data[:-12]).code == "picture-truncated"


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP"])
def test_other_kinds_cut_off_are_a_fault(kind: str) -> None:
    data = saved(photo(), kind)
    assert fault(data[: len(data) * 2 // 3]).code in ("picture-truncated", "picture-broken")


def test_a_png_with_a_bad_checksum_is_broken() -> None:
    data = bytearray(saved(photo(), "PNG"))
    data[data.index(b"IDAT") + 4 + struct.unpack_from(">L", data, data.index(b"IDAT") - 4)[0]] ^= 1
    found = fault(bytes(data))
    assert (found.code, found.message) == ("picture-broken", "the picture ‘a’ is broken: bad checksum in ‘IDAT’")


def test_a_png_without_image_data_is_a_fault() -> None:
    data = png(2, 2, 8, 0, b"")
    assert fault(data[: data.index(b"IDAT") - 4] + png_chunk(b"IEND", b"")).code in ("picture-broken", "picture-truncated")


def test_a_bomb_of_text_in_a_png_passes_a_limit() -> None:
    bomb = png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(3_000_000)))
    found = fault(png(1, 1, 8, 0, b"\0\0", bomb))
    assert (found.code, found.family) == ("picture-too-large", Family.LIMIT)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"])
def test_damage_anywhere_is_decoded_or_a_clean_fault(kind: str) -> None:
    data = saved(photo((16, 12)), kind)
    chance = random.Random(2)
    for _ in range(60):
        damaged = bytearray(data)
        for _ in range(3):
            damaged[chance.randrange(12, len(data))] = chance.randrange(256)
        try:
            assert decoded(bytes(damaged)).image.mode in ("L", "RGB", "CMYK")
        except PictureFault as found:
            assert found.code in ("picture-broken", "picture-truncated", "picture-kind", "picture-too-large")


def sixteen(value: int) -> bytes:
    return b"\0" + struct.pack(">H", value)


@pytest.mark.parametrize(("value", "grey"), [(0, 0), (65535, 255), (0x8F80, 143), (257, 1), (0x00FF, 1), (0x0100, 1), (0x7F00, 127), (0xFF00, 254)])
def test_sixteen_bit_grey_keeps_its_tone(value: int, grey: int) -> None:
    image = decoded(png(1, 1, 16, 0, sixteen(value))).image
    assert (image.mode, image.getpixel((0, 0))) == ("L", grey)


@pytest.mark.parametrize("order", ["I;16", "I;16B"])
def test_a_sixteen_bit_tiff_has_the_mean_of_its_values(order: str) -> None:
    values = range(0, 65536, 64)
    samples = struct.pack((">" if order == "I;16B" else "<") + f"{len(values)}H", *values)
    image = decoded(saved(Image.frombytes(order, (32, 32), samples), "TIFF")).image
    assert abs(ImageStat.Stat(image).mean[0] - sum(values) / len(values) / 257) < 0.1


def test_transparency_becomes_white() -> None:
    clear = Image.new("RGBA", (1, 1), (255, 0, 0, 0))
    half = Image.new("RGBA", (1, 1), (0, 0, 0, 128))
    assert decoded(saved(clear, "PNG")).image.getpixel((0, 0)) == (255, 255, 255)
    assert decoded(saved(half, "PNG")).image.getpixel((0, 0)) == (127, 127, 127)
    assert decoded(saved(half.convert("LA"), "PNG")).image.getpixel((0, 0)) == 127
    assert decoded(saved(clear, "WEBP", lossless=True)).image.getpixel((0, 0)) == (255, 255, 255)


def test_a_transparent_colour_becomes_white() -> None:
    palette = Image.new("P", (2, 1))
    palette.putpalette([10, 20, 30, 200, 100, 50])
    palette.putpixel((1, 0), 1)
    image = decoded(saved(palette, "PNG", transparency=0)).image
    assert [image.getpixel((x, 0)) for x in (0, 1)] == [(255, 255, 255), (200, 100, 50)]
    assert decoded(png(1, 1, 8, 0, b"\0\x40", png_chunk(b"tRNS", b"\0\x40"))).image.getpixel((0, 0)) == 255
    assert decoded(png(1, 1, 8, 2, b"\0\x01\x02\x03", png_chunk(b"tRNS", b"\0\x01\0\x02\0\x03"))).image.getpixel((0, 0)) == (255, 255, 255)
    assert decoded(png(2, 1, 16, 0, b"\0\x40\x01\x40\x02", png_chunk(b"tRNS", b"\x40\x01"))).image.tobytes() == b"\xff\x40"


def test_sixteen_bits_with_transparency_become_white() -> None:
    assert decoded(png(1, 1, 16, 4, b"\0\x10\x00\x00\x00")).image.getpixel((0, 0)) == (255, 255, 255)
    assert decoded(png(1, 1, 16, 6, b"\0" + bytes(8))).image.getpixel((0, 0)) == (255, 255, 255)


def test_cmyk_keeps_its_inks() -> None:
    inks = Image.new("CMYK", (16, 16), (200, 30, 20, 10))
    for data in (saved(inks, "JPEG", quality=100), saved(inks, "TIFF")):
        image = decoded(data).image
        assert image.mode == "CMYK"
        assert max(abs(a - b) for a, b in zip(image.getpixel((8, 8)), (200, 30, 20, 10))) <= 2


def test_black_and_white_becomes_grey_line_art() -> None:
    result = decoded(saved(Image.new("1", (9, 9), 1), "PNG"))
    assert (result.image.mode, result.image.getpixel((0, 0)), result.line_art) == ("L", 255, True)


@pytest.mark.parametrize("mode", ["LAB", "F", "I"])
def test_colours_that_we_do_not_read_are_named(mode: str) -> None:
    found = fault(saved(Image.new(mode, (2, 2)), "TIFF"))
    assert (found.code, bool(found.hint)) == ("picture-kind", True)


def test_several_frames_give_the_first_and_a_remark() -> None:
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]
    for kind in ("GIF", "PNG", "WEBP", "TIFF"):
        result = decoded(saved(frames[0], kind, save_all=True, append_images=frames[1:]))
        assert [remark.code for remark in result.remarks] == ["picture-frames"], kind
        assert result.image.getpixel((1, 1))[0] > 200


def test_a_photograph_with_previews_behind_it_is_a_photograph() -> None:
    stream = BytesIO()
    photo().save(stream, "MPO", save_all=True, append_images=[photo((32, 24))])
    result = decoded(stream.getvalue())
    assert (result.image.size, result.remarks) == ((64, 48), ())


def test_only_few_colours_without_loss_are_line_art() -> None:
    drawing = Image.new("RGB", (20, 20), "white")
    ImageDraw.Draw(drawing).line((0, 0, 19, 19), fill="navy", width=3)
    assert decoded(saved(drawing, "PNG")).line_art
    assert decoded(saved(drawing.quantize(4), "GIF")).line_art
    assert not decoded(saved(drawing, "JPEG")).line_art
    assert not decoded(saved(photo(), "PNG")).line_art
    assert not decoded(saved(photo(mode="L"), "PNG")).line_art


def test_the_colour_profile_comes_along_and_nothing_else() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    result = decoded(saved(photo(), "JPEG", icc_profile=profile, comment=b"secret", dpi=(0, 0)))
    assert result.profile == profile
    assert result.image.info == {}


def test_no_program_is_started_for_a_file_that_is_postscript_inside() -> None:
    with pytest.raises(PictureFault):
        examine_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run", "a.png")

"""Mutants against the rules of colour, pictures, text and lines."""

from pikepdf import Array, Dictionary, Name, Pdf
from unit.pdf.by_hand import ROOT
from unit.preflight.mutants import GROUND, breaks, draw, group, icc, image, intent, show, spot, spots, states, text

SRGB = (ROOT / "assets" / "icc" / "sRGB.icc").read_bytes()
WHITE = "0 0 0 0 k"
OVERPRINT = states(OP=True, op=True, OPM=1)


@breaks("X4-30", "R0027")
def rgb_text(pdf: Pdf) -> None:
    draw(pdf, text(12, "1 0 0 rg"))


@breaks("X4-30", "R0027")
def rgb_picture(pdf: Pdf) -> None:
    show(pdf, image(pdf, colours=Name.DeviceRGB))


@breaks("X4-30", "R0027")
def rgb_in_a_form(pdf: Pdf) -> None:
    form = pdf.make_stream(b"1 0 0 RG 10 w 100 300 m 200 300 l S", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 400, 600])
    draw(pdf, "/Fx Do", XObject={"Fx": form})


@breaks("X4-30", "R0027")
def rgb_in_a_pattern(pdf: Pdf) -> None:
    cell = pdf.make_stream(b"1 0 0 rg 0 0 5 5 re f", PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 9, 9], XStep=9, YStep=9)
    draw(pdf, "/Pattern cs /P9 scn 100 300 50 50 re f", Pattern={"P9": cell})


@breaks("X4-30", "R0027")
def rgb_shading(pdf: Pdf) -> None:
    ramp = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0], C1=[1, 0, 0], N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 400, 600], Function=ramp)
    draw(pdf, "100 300 50 50 re W n /Sh9 sh", Shading={"Sh9": shading})


@breaks("X4-30", "R0027")
def rgb_palette(pdf: Pdf) -> None:
    show(pdf, image(pdf, colours=Array([Name.Indexed, Name.DeviceRGB, 1, b"\0\0\0\1\1\1"])))


@breaks("X4-30", "R0027", "R0020")
def rgb_behind_a_spot(pdf: Pdf) -> None:
    look = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[1, 0, 0], N=1)
    spots(pdf, Array([Name.Separation, Name.Rood, Name.DeviceRGB, look]))


@breaks("X4-30", "P-16")
def rgb_soft_mask(pdf: Pdf) -> None:
    show(pdf, image(pdf, SMask=image(pdf, 9, 9, Name.DeviceRGB)))


@breaks("X4-31", "X4-09", "R0035")
def cmyk_for_a_screen(pdf: Pdf) -> None:
    intent(pdf).DestOutputProfile = pdf.make_stream(SRGB, N=3)


@breaks("X4-32", "R0027")
def the_output_profile_again(pdf: Pdf) -> None:
    draw(pdf, "/Cs9 cs 0 0 0 1 scn 100 300 20 20 re f", ColorSpace={"Cs9": icc(pdf, intent(pdf).DestOutputProfile.read_bytes(), 4)})


@breaks("X4-33", "R0027")
def overprinting_with_a_profile(pdf: Pdf) -> None:
    other = bytearray(intent(pdf).DestOutputProfile.read_bytes())
    other[24] ^= 1
    draw(pdf, "/Gs9 gs /Cs9 cs 1 0 0 0 scn 100 300 20 20 re f", ColorSpace={"Cs9": icc(pdf, bytes(other), 4)}, ExtGState=OVERPRINT)


@breaks("X4-34", "R0020", spot=True)
def one_spot_in_two_ways(pdf: Pdf) -> None:
    spots(pdf, spot(pdf, "Rood"), spot(pdf, "Rood", 0.5))


@breaks("X4-34", "R0020")
def spot_not_described(pdf: Pdf) -> None:
    attributes = Dictionary(Subtype=Name.NChannel, Colorants=Dictionary())
    look = pdf.make_stream(b"{pop 0 0 0 0}", FunctionType=4, Domain=[0, 1], Range=[0, 1] * 4)
    spots(pdf, Array([Name.DeviceN, Array([Name.Rood]), Name.DeviceCMYK, look, attributes]))


@breaks("X4-37", "R0030")
def blended_in_rgb(pdf: Pdf) -> None:
    pdf.pages[0].Group = group(Name.DeviceRGB)


@breaks("R0030")
def blended_in_grey(pdf: Pdf) -> None:
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], Group=group(Name.DeviceGray))
    draw(pdf, "/Fx Do", XObject={"Fx": form})


@breaks("P-16")
def transparent_without_a_group(pdf: Pdf) -> None:
    draw(pdf, "/Gs9 gs 0 0 0 .5 k 100 300 20 20 re f", ExtGState=states(ca=0.5))


@breaks("R0020")
def spot_colour(pdf: Pdf) -> None:
    spots(pdf, spot(pdf, "PANTONE 185 C"))


@breaks("R0021", "R0020", "R0023", spot=True)
def two_suffixes(pdf: Pdf) -> None:
    spots(pdf, spot(pdf, "PANTONE 185 C"), spot(pdf, "PANTONE 185 U"))


@breaks("R0022", "R0020", spot=True)
def two_cases(pdf: Pdf) -> None:
    spots(pdf, spot(pdf, "Rood"), spot(pdf, "ROOD"))


@breaks("R0023", "R0020", spot=True)
def twins(pdf: Pdf) -> None:
    spots(pdf, spot(pdf, "Rood"), spot(pdf, "Vermiljoen"))


@breaks("R0024")
def registration_colour(pdf: Pdf) -> None:
    spots(pdf, spot(pdf, "All"))


@breaks("R0027")
def calibrated(pdf: Pdf) -> None:
    show(pdf, image(pdf, colours=icc(pdf, SRGB, 3)))


@breaks("R0027")
def lab(pdf: Pdf) -> None:
    space = Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82])])
    draw(pdf, "/Cs9 cs 50 0 0 scn 100 300 20 20 re f", ColorSpace={"Cs9": space})


@breaks("R0031")
def coarse_picture(pdf: Pdf) -> None:
    show(pdf, image(pdf, 140, 140))


@breaks("R0032")
def coarse_stencil(pdf: Pdf) -> None:
    picture = pdf.make_stream(bytes(100_000), Type=Name.XObject, Subtype=Name.Image, Width=500, Height=500, ImageMask=True, BitsPerComponent=1)
    show(pdf, picture)


@breaks("R0032")
def coarse_inline_stencil(pdf: Pdf) -> None:
    draw(pdf, "72 0 0 72 100 300 cm BI /W 24 /H 24 /IM true ID " + "a" * 72 + " EI")


@breaks("P-07")
def picture_below_what_is_wanted(pdf: Pdf) -> None:
    show(pdf, image(pdf, 250, 250))


@breaks("P-08")
def huge_picture(pdf: Pdf) -> None:
    show(pdf, image(pdf, 500, 500))


@breaks("R0007")
def white_text_overprints(pdf: Pdf) -> None:
    draw(pdf, GROUND + text(12, WHITE, "/Gs9 gs"), ExtGState=OVERPRINT)


@breaks("R0007", "R0013")
def grey_white_text_overprints(pdf: Pdf) -> None:
    draw(pdf, GROUND + text(12, "1 g", "/Gs9 gs"), ExtGState=OVERPRINT)


@breaks("R0008")
def white_shape_overprints(pdf: Pdf) -> None:
    draw(pdf, f"{GROUND} /Gs9 gs {WHITE} 100 300 20 20 re f", ExtGState=OVERPRINT)


@breaks("R0009")
def black_text_knocks_out(pdf: Pdf) -> None:
    draw(pdf, GROUND + text(11.9, "0 0 0 1 k"))


@breaks("R0009")
def black_text_overprints_in_mode_0(pdf: Pdf) -> None:
    draw(pdf, GROUND + text(11.9, "0 0 0 1 k", "/Gs9 gs"), ExtGState=states(OP=True, op=True, OPM=0))


@breaks("R0009")
def black_text_made_small_by_its_matrix(pdf: Pdf) -> None:
    draw(pdf, f"{GROUND} .5 0 0 .5 0 0 cm BT 0 0 0 1 k /F1 20 Tf 200 600 Td {{a}} Tj ET")


@breaks("R0010")
def black_line_knocks_out(pdf: Pdf) -> None:
    draw(pdf, f"{GROUND} 0 0 0 1 K 1.9 w 100 300 m 200 300 l S")


@breaks("R0010")
def thin_black_rectangle_knocks_out(pdf: Pdf) -> None:
    draw(pdf, f"{GROUND} 0 0 0 1 k 100 300 100 1 re f")


@breaks("R0011")
def grey_black_text(pdf: Pdf) -> None:
    draw(pdf, GROUND + text(10, "0 g"))


@breaks("R0012")
def grey_black_line(pdf: Pdf) -> None:
    draw(pdf, f"{GROUND} 0 G 1 w 100 300 m 200 300 l S")


@breaks("R0013")
def grey_overprints(pdf: Pdf) -> None:
    draw(pdf, f"{GROUND} /Gs9 gs .5 g 100 300 20 20 re f", ExtGState=OVERPRINT)


@breaks("R0015")
def rich_black_text(pdf: Pdf) -> None:
    draw(pdf, text(20, ".7 .7 .6 .9 k"))


@breaks("R0016")
def small_white_text(pdf: Pdf) -> None:
    draw(pdf, GROUND + text(7.9, WHITE))


@breaks("R0017")
def small_text_of_two_inks(pdf: Pdf) -> None:
    draw(pdf, text(7.9, "1 .5 0 0 k"))


@breaks("R0018")
def thin_white_line(pdf: Pdf) -> None:
    draw(pdf, f"{GROUND} 0 0 0 0 K .2 w 100 300 m 200 300 l S")


@breaks("R0019")
def thin_line_of_two_inks(pdf: Pdf) -> None:
    draw(pdf, "1 1 0 0 K .2 w 100 300 m 200 300 l S")


@breaks("R0019")
def thin_rectangle_of_two_inks(pdf: Pdf) -> None:
    draw(pdf, "1 1 0 0 k 100 300 100 .2 re f")


@breaks("P-04")
def text_at_the_trim(pdf: Pdf) -> None:
    draw(pdf, "BT 0 0 0 1 k /F1 12 Tf 12 300 Td {a} Tj ET")


@breaks("P-05")
def tiny_type(pdf: Pdf) -> None:
    draw(pdf, text(5.9, "0 0 0 1 k"))


@breaks("P-06")
def line_without_a_width(pdf: Pdf) -> None:
    draw(pdf, "0 0 0 1 K 0 w 100 300 m 200 300 l S")


@breaks("P-13", inner=42.0)
def text_at_the_spine(pdf: Pdf) -> None:
    draw(pdf, "BT 0 0 0 1 k /F1 12 Tf 40 300 Td {a} Tj ET")


@breaks("P-13", inner=42.0)
def text_at_the_spine_of_a_book_bound_on_the_right(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.Direction = Name.R2L
    right = float(pdf.pages[0].TrimBox[2])
    draw(pdf, f"BT 0 0 0 1 k /F1 12 Tf {right - 40} 300 Td {{a}} Tj ET")

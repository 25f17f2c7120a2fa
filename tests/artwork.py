"""A small project whose figures are a designer's artwork of every kind."""

import shutil
from base64 import b64encode
from io import BytesIO
from pathlib import Path

from PIL import Image
from sample import ROOT, make_drawings

REPORT = """\
title: Proef van beelden
organisation: De Proefbank
year: 2025
slug: proef
language: nl-BE
description: Een klein verslag met aangeleverd beeld.
order: [10-een]
"""
CHAPTER = """\
chapter: Beelden
id: een
body:
  - text: Een alinea vooraf.
"""
FIGURE = """\
  - figure: {{picture: {picture}, width: column, caption: Dit is {picture}, alt: Een proefbeeld met vormen in kleur., credit: De Proefbank}}
  - text: Een alinea na de figuur.
"""


def png(alpha: bool = True) -> bytes:
    """A picture that fades from left to right."""
    stream = BytesIO()
    fading = Image.linear_gradient("L").rotate(90).resize((220, 220))
    image = Image.merge("RGBA" if alpha else "RGB", (fading.point(lambda _: 30), fading, fading.point(lambda _: 160), *([fading] if alpha else [])))
    image.save(stream, "PNG")
    return stream.getvalue()


def drawing() -> str:
    """Every kind of paint: gradients along lines and in circles, with and without opacity, on fills and strokes; clipping, a mask, blending, a picture."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 400 300">
<style>.cls-1{{fill:url(#lijn)}} .cls-2{{fill:none;stroke:#000;stroke-width:.8px}} .cls-3{{fill:#e4572e;mix-blend-mode:multiply}}</style>
<defs><linearGradient id="stops"><stop offset="0" stop-color="#12343b"/><stop offset=".5" stop-color="#e4572e"/><stop offset="1" stop-color="#f2c14e"/></linearGradient>
<linearGradient id="lijn" xlink:href="#stops" gradientUnits="userSpaceOnUse" x1="0" x2="200" gradientTransform="rotate(20)"/>
<radialGradient id="cirkel" cx=".4" cy=".4" fx=".3" fy=".3"><stop stop-color="#fff"/><stop offset="1" stop-color="#12343b"/></radialGradient>
<radialGradient id="gloed"><stop stop-color="#fff" stop-opacity="1"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
<linearGradient id="grijs"><stop stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient>
<linearGradient id="strepen" xlink:href="#stops" spreadMethod="reflect" x2="20%"/>
<clipPath id="rond"><circle cx="250" cy="75" r="60"/><rect x="240" y="20" width="80" height="30"/></clipPath>
<mask id="masker"><rect x="0" y="150" width="400" height="150" fill="url(#grijs)"/></mask>
<symbol id="ster" viewBox="0 0 10 10"><path d="M5 0 6.5 4H10L7 6l1 4-3-2.5L2 10l1-4-3-2h3.5z"/></symbol></defs>
<rect class="cls-1" x="10" y="10" width="180" height="130"/>
<circle cx="100" cy="75" r="50" fill="url(#cirkel)"/><circle cx="60" cy="50" r="45" fill="url(#gloed)"/>
<g clip-path="url(#rond)"><rect x="190" width="130" height="150" fill="url(#strepen)"/></g>
<path d="M340 20h40v110h-40z" fill="none" stroke="url(#lijn)" stroke-width="12" stroke-linejoin="round"/>
<g mask="url(#masker)"><rect x="10" y="160" width="180" height="130" fill="#e4572e"/><path class="cls-2" d="M10 160 190 290"/></g>
<g style="isolation:isolate"><circle cx="250" cy="210" r="45" fill="#f2c14e"/><circle class="cls-3" cx="290" cy="230" r="45"/></g>
<g opacity=".5"><circle cx="350" cy="190" r="25" fill="#12343b"/><circle cx="370" cy="210" r="25" fill="#12343b"/></g>
<use xlink:href="#ster" x="340" y="240" width="50" height="50"/>
<path class="cls-2" d="M200 150v140" stroke-dasharray="6 3"/><rect x="10" y="145" width="180" height="10" fill="url(#grijs)"/>
<image x="200" y="240" width="50" height="50" xlink:href="data:image/png;base64,{b64encode(png()).decode()}"/>
</svg>
"""


def make_project(folder: Path, files: dict[str, bytes]) -> Path:
    """A report that shows each of the pictures in a figure of its own."""
    shutil.copytree(ROOT / "styles", folder / "styles")
    for name in ("fonts", "icc"):
        shutil.copytree(ROOT / "assets" / name, folder / "assets" / name)
    make_drawings(folder)
    (folder / "sections").mkdir()
    (folder / "sections" / "report.yaml").write_text(REPORT, encoding="utf-8")
    chapter = CHAPTER + "".join(FIGURE.format(picture=name) for name in files)
    (folder / "sections" / "10-een.yaml").write_text(chapter, encoding="utf-8")
    for name, data in files.items():
        (folder / "assets" / "pictures" / name).write_bytes(data)
    return folder


CONTENT = b"""q 0.2 0.4 0.9 rg 10 10 80 80 re f Q
q 0 0.8 0.9 0 k 100 10 80 80 re f 0 0 0 1 K 1 w 100 10 80 80 re S Q
q /Spot cs 0.7 scn 190 10 80 80 re f Q
q 0.5 g 280 10 30 80 re f /Grey cs 0.3 scn 320 10 30 80 re f Q
q 10 100 80 80 re W n /Sh sh Q
q /Pattern cs /Tiles scn 100 100 80 80 re f Q
q /Half gs 1 0 0 rg 190 100 60 60 re f 0 1 0 rg 210 120 60 60 re f Q
q 80 0 0 80 280 100 cm /Photo Do Q
/OC /Off BDC 0 0 0 rg 0 0 400 200 re f EMC
q 1 0 0 1 0 0 cm /Inner Do Q
BT /F 14 Tf 0 0 0 1 k 10 184 Td <0001000200030002> Tj ET
q 0 0 1 RG 3 w /Wide CS 1 1 SCN 370 20 m 390 180 l S Q
/Lab cs 60 40 -50 scn 372 100 20 20 re f
"""


def placed_pdf(rotate: int = 0, fonts: bool = True) -> bytes:
    """A page with every kind of colour: RGB, CMYK, a spot, profiles, a shading, tiles, opacity, images, a hidden layer, text, and things to be left behind."""
    import pikepdf
    from pikepdf import Array, Dictionary, Name, Pdf

    pdf = Pdf.new()
    pdf.add_blank_page(page_size=(440, 240))
    page = pdf.pages[0].obj
    page.TrimBox = Array([20, 20, 420, 220])
    page.Rotate = rotate
    srgb = pdf.make_stream((ROOT / "assets/icc/sRGB.icc").read_bytes(), N=3)
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0.9, 0, 0.4, 0.1]), N=1)
    program = pdf.make_stream(b"{ dup 0.9 mul 3 -1 roll add dup 1 gt { pop 1 } if exch dup 0.4 mul exch 0.1 mul 0 3 1 roll }", FunctionType=4, Domain=Array([0, 1, 0, 1]), Range=Array([0, 1] * 4))
    ramp = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 0.8, 0]), C1=Array([0.1, 0.1, 0.5]), N=1)
    photo = BytesIO()
    Image.merge("RGB", [Image.linear_gradient("L").resize((340, 340))] * 2 + [Image.new("L", (340, 340), 90)]).save(photo, "JPEG", quality=90)
    image = pdf.make_stream(
        photo.getvalue(), Type=Name.XObject, Subtype=Name.Image, Width=340, Height=340, BitsPerComponent=8, ColorSpace=Array([Name.ICCBased, srgb]), Filter=Name.DCTDecode
    )
    tiles = pdf.make_stream(
        b"0 0.6 0.3 rg 0 0 5 5 re f", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 10, 10]), XStep=10, YStep=10, Resources=Dictionary()
    )
    inner = pdf.make_stream(
        b"1 1 0 rg 20 20 30 30 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 400, 200]), Resources=Dictionary(),
        Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB),
    )  # fmt: skip
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="uit"))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    page.Resources = Dictionary(
        ColorSpace=Dictionary(
            Spot=Array([Name.Separation, Name("/Merk Groen"), Name.DeviceCMYK, tint]),
            Grey=Array([Name.CalGray, Dictionary(WhitePoint=Array([0.95, 1, 1.09]))]),
            Wide=Array([Name.DeviceN, Array([Name.Cyan, Name("/Merk Groen")]), Name.DeviceCMYK, program]),
            Lab=Array([Name.Lab, Dictionary(WhitePoint=Array([0.9642, 1, 0.8249]), Range=Array([-128, 127, -128, 127]))]),
        ),
        Shading=Dictionary(Sh=Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([10, 100, 90, 180]), Function=ramp, Extend=Array([True, True]))),
        Pattern=Dictionary(Tiles=tiles),
        ExtGState=Dictionary(Half=Dictionary(ca=0.5, TR=Name.Identity)),
        XObject=Dictionary(Photo=image, Inner=inner),
        Properties=Dictionary(Off=layer),
        Font=Dictionary(F=_font(pdf, fonts)),
    )
    page.Contents = pdf.make_stream(b"1 0 0 1 20 20 cm\n" + CONTENT)
    page.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 10, 10]), Contents="x")])
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
    out = BytesIO()
    pdf.save(out, static_id=True, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def _font(pdf, embedded: bool):  # noqa: ANN001, ANN202
    """Three squares for letters."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.ttLib.tables._g_l_y_f import Glyph
    from pikepdf import Array, Dictionary, Name

    builder = FontBuilder(1000, isTTF=True)
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    builder.setupGlyphOrder([".notdef", "a", "b", "c"])
    builder.setupCharacterMap({97: "a", 98: "b", 99: "c"})
    builder.setupGlyf({name: Glyph() if name == ".notdef" else _square() for name in (".notdef", "a", "b", "c")})
    builder.setupHorizontalMetrics({name: (600, 0) for name in (".notdef", "a", "b", "c")})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Blokken", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    file = BytesIO()
    builder.font.save(file)
    mapping = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange " \
        b"3 beginbfchar <0001> <0061> <0002> <0062> <0003> <0063> endbfchar endcmap end end"  # fmt: skip
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Blokken"), Flags=4, FontBBox=Array([0, 0, 600, 700]), ItalicAngle=0, Ascent=800, Descent=-200, CapHeight=700, StemV=80
    )
    if embedded:
        descriptor.FontFile2 = pdf.make_stream(file.getvalue())
    inside = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/ABCDEF+Blokken"), CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=descriptor, DW=600, CIDToGIDMap=Name.Identity, W=Array([1, Array([600, 600, 600])]),
    )  # fmt: skip
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/ABCDEF+Blokken"), Encoding=Name("/Identity-H"), DescendantFonts=Array([pdf.make_indirect(inside)]), ToUnicode=pdf.make_stream(mapping)
    )


def _square():  # noqa: ANN202
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    for number, point in enumerate(((50, 0), (50, 700), (550, 700), (550, 0))):
        (pen.lineTo if number else pen.moveTo)(point)
    pen.closePath()
    return pen.glyph()

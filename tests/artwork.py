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

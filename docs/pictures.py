"""Makes the pictures in this folder from finished web PDFs: `python docs/pictures.py OUT OTHER_LOOK`.

``pages.jpg`` shows spreads of the report, ``grid.png`` the grid over one of them, ``looks.jpg`` pages in two looks.
"""

import sys
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.sheet import read_sheet

HERE = Path(__file__).parent
GROUND = "#8A8F8E"
GAP = 14
SPREADS = (None, (3, 4), (5, 6), (9, 10), (15, 16), (29, 30))
"""Indices of facing pages; None is the cover alone, beside the last page."""
GRID_SPREAD = (11, 12)
LOOKS = (0, 2, 3, 5, 11, 18)
SCALE = 0.62
CAPITALS = 0.67
"""Height of the capitals of Source Serif, in parts of its size: they are centred in their line."""


def page(pdf: pypdfium2.PdfDocument, index: int, scale: float) -> Image.Image:
    return pdf[index].render(scale=scale).to_pil().convert("RGB")


def spread(pdf: pypdfium2.PdfDocument, pages: tuple[int, int], scale: float) -> Image.Image:
    left, right = (page(pdf, index, scale) for index in pages)
    both = Image.new("RGB", (left.width + right.width, left.height))
    both.paste(left, (0, 0))
    both.paste(right, (left.width, 0))
    return both


def sheet_of(pictures: list[Image.Image], columns: int) -> Image.Image:
    width, height = max(p.width for p in pictures), max(p.height for p in pictures)
    rows = -(-len(pictures) // columns)
    made = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for number, picture in enumerate(pictures):
        row, column = divmod(number, columns)
        made.paste(picture, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    return made


def grid(pdf: pypdfium2.PdfDocument) -> Image.Image:
    """A spread with its margins, columns, baselines and thread drawn over it."""
    sheet = read_sheet(HERE.parent, Log())
    assert sheet is not None
    style, scale = sheet.page, 1.5
    picture = Image.blend(spread(pdf, GRID_SPREAD, scale), Image.new("RGB", (1, 1), "white").resize(spread(pdf, GRID_SPREAD, scale).size), 0.35)
    draw = ImageDraw.Draw(picture)
    for number in range(2):
        right_hand, x = number == 1, number * style.width * scale
        text = x + style.text_left(right_hand) * scale
        side = text + (style.text_width + style.gutter) * scale if right_hand else x + style.outer * scale
        top, foot = style.top * scale, (style.height - style.bottom) * scale
        body = sheet.style("body")
        y = top + (body.leading / 2 + CAPITALS * body.size / 2) * scale
        while y <= foot + 0.01:
            draw.line((text, y, text + style.text_width * scale, y), fill="#8CC4CF")
            y += style.baseline * scale
        for left, width in ((text, style.text_width), (side, style.side_width)):
            draw.rectangle((left, top, left + width * scale, foot), outline="#E4502E", width=2)
        draw.line((x, 184.15 / 297 * picture.height, x + style.width * scale, 184.15 / 297 * picture.height), fill="#E4502E", width=2)
    return picture


def main() -> None:
    ours, other = (pypdfium2.PdfDocument(next(Path(folder).glob("*-web.pdf"))) for folder in sys.argv[1:3])
    last = len(ours) - 1
    spreads = [spread(ours, pages or (last, 0), SCALE) for pages in SPREADS]
    sheet_of(spreads, 2).save(HERE / "pages.jpg", quality=82, optimize=True)
    grid(ours).quantize(96).save(HERE / "grid.png", optimize=True)
    looks = [page(pdf, min(index, len(pdf) - 1), 0.42) for pdf in (ours, other) for index in LOOKS]
    sheet_of(looks, len(LOOKS)).save(HERE / "looks.jpg", quality=82, optimize=True)


if __name__ == "__main__":
    main()

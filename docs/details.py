"""Makes `details.jpg` in this folder, ten details at 400 %: `python docs/details.py FIRST SECOND NOW`.

The three are web PDFs of the report: of the first version with all its text (the first before), of the one before the third look (the second), and of today.
"""

import sys
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
FACE = HERE.parent / "assets" / "fonts" / "SourceSans3_600SemiBold.ttf"
SCALE = 4
WIDTH, HEIGHT = 190, 84
"""Of a detail, in points."""
GROUND = "#8A8F8E"
GAP, HEAD = 12, 30


class Spot(NamedTuple):
    """Where a detail is: so far from where words begin on the first page that has them, or from the corner of a page (from 0; below 0 from the end)."""

    at: str | int
    across: float
    down: float


class Detail(NamedTuple):
    """What is shown, in which PDF it was before, and where it is in both."""

    name: str
    before: int
    was: Spot
    now: Spot


EDGE = -0.5
"""In the place of ``across``: so that the right edge of the column is in sight."""
DETAILS = (
    Detail("Lines set as a paragraph; hyphens and stops hang", 0, Spot("Burgerinitiatieven konden", EDGE, -6), Spot("Burgerinitiatieven konden", EDGE, -6)),
    Detail("Marks of notes are figures of the font, behind the stop", 0, Spot("Platform", -8, -30), Spot("Platform.", -8, -30)),
    Detail("Compounds are divided at their seams", 0, Spot("Onvermoeid bleven", EDGE, 14), Spot("Onvermoeid bleven", EDGE, 14)),
    Detail("Notes on the grid; addresses break where a reader can tell", 0, Spot("Lijst met mogelijke", -20, -40), Spot("Lijst met mogelijke", -20, -40)),
    Detail("A table became a chart", 0, Spot("Televisie", -20, -58), Spot("Televisie", -20, -58)),
    Detail("Chapters in the contents", 0, Spot("In 2025 werkten we aan een versterkt", -46, -14), Spot("In 2025 werkten we aan een versterkt", -46, -14)),
    Detail("Hands that hold the ribbon", 1, Spot(7, 190, 482), Spot(7, 205, 482)),
    Detail("A bicycle that is held", 1, Spot(-1, 215, 392), Spot(-1, 215, 392)),
    Detail("A timeline ends with its last dot", 1, Spot("December", -8, -46), Spot("December", -8, -46)),
    Detail("Pictures side by side have numbers as others have", 1, Spot(", samen het dossier", -104, -50), Spot(", samen het dossier", -128, -50)),
)


def found(pdf: pypdfium2.PdfDocument, words: str) -> tuple[int, float, float]:
    """The page, and how far from its left and top the words stand."""
    for index, page in enumerate(pdf):
        text = page.get_textpage()
        hit = text.search(words, match_case=True).get_next()
        if hit:
            left, _, _, top = text.get_charbox(hit[0])
            return index, left, page.get_height() - top
    raise SystemExit(f"no page has ‘{words}’")


def shown(pdf: pypdfium2.PdfDocument, spot: Spot) -> Image.Image:
    index, x, y = found(pdf, spot.at) if isinstance(spot.at, str) else (spot.at % len(pdf), 0.0, 0.0)
    picture = pdf[index].render(scale=SCALE).to_pil().convert("RGB")
    left = (408 if index % 2 == 0 else 527) - WIDTH + 12 if spot.across == EDGE else x + spot.across
    left, top = (max(0, min(limit, round(value * SCALE))) for value, limit in ((left, picture.width - WIDTH * SCALE), (y + spot.down, picture.height - HEIGHT * SCALE)))
    return picture.crop((left, top, left + WIDTH * SCALE, top + HEIGHT * SCALE))


def main() -> None:
    pdfs = [pypdfium2.PdfDocument(name) for name in sys.argv[1:4]]
    width, height = WIDTH * SCALE, HEIGHT * SCALE
    sheet = Image.new("RGB", (2 * width + 3 * GAP, len(DETAILS) * (height + GAP + HEAD) + GAP), GROUND)
    draw, font = ImageDraw.Draw(sheet), ImageFont.truetype(str(FACE), 20)
    y = GAP
    for detail in DETAILS:
        draw.text((GAP, y), detail.name, font=font, fill="white")
        y += HEAD
        sheet.paste(shown(pdfs[detail.before], detail.was), (GAP, y))
        sheet.paste(shown(pdfs[2], detail.now), (2 * GAP + width, y))
        y += height + GAP
    sheet.save(HERE / "details.jpg", quality=82, optimize=True)


if __name__ == "__main__":
    main()

"""One paragraph as every system sets it, side by side, with the spaces that are too wide or too narrow tinted: docs/typography.png.

    python bench/typography/picture.py FOLDER [TEXT [MEASURE [PARAGRAPH]]]    FOLDER holds the PDFs that run.py --keep left there
"""

import sys
from pathlib import Path

import pypdfium2
from face import SPACE
from page import FONT, INDENT, LEADING, MARGIN, MM, ROOT, SIZE, Work
from PIL import Image, ImageDraw, ImageFont
from reading import Line
from run import NAMES, lines_of
from systems import SYSTEMS
from texts import texts

DPI = 150
COLUMNS = 3
GAP = 7 * MM
WIDE, NARROW = (246, 178, 107), (133, 178, 228)
"""Tints of spaces that are more than half wider than the font's, or more than a sixth narrower: what TeX no longer calls decent."""
PIXELS = DPI / 72


def shown(pdf: Path, lines: list[Line], work: Work, height: float) -> Image.Image:
    """The lines of a paragraph cut out of the page, ``height`` points high, spaces tinted."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[lines[0].page]
    image = page.render(scale=PIXELS).to_pil().convert("RGB")
    paper = page.get_height()
    tints = Image.new("RGB", image.size, "white")
    draw = ImageDraw.Draw(tints)
    for line in (line for line in lines if not line.last):
        for left, right, _ in line.spaces:
            more = (right - left) / SPACE - 1
            if more > 0.5 or more < -1 / 6:
                top = paper - line.baseline - 0.72 * SIZE
                draw.rectangle([left * PIXELS, top * PIXELS, right * PIXELS, (top + 0.95 * SIZE) * PIXELS], fill=WIDE if more > 0 else NARROW)
    top = paper - lines[0].baseline - SIZE
    box = (MARGIN - GAP / 2, top, MARGIN + work.width + GAP / 2, top + height)
    image.paste(tints, mask=image.convert("L").point(lambda value: 255 if value > 250 else 0))
    below = (paper - lines[-1].baseline + LEADING / 3) * PIXELS
    ImageDraw.Draw(image).rectangle([0, below, *image.size], fill="white")
    return image.crop(tuple(round(edge * PIXELS) for edge in box))


def fitting(found: dict[str, list[Line]], work: Work) -> int:
    """The paragraph of seven to ten lines that is on one page everywhere and differs most between the systems."""
    best = (0.0, 0)
    for number in range(2, len(work.paragraphs)):
        sets = [[line for line in lines if line.paragraph == number] for lines in found.values()]
        if all(7 <= len(lines) <= 10 and lines[0].page == lines[-1].page for lines in sets):
            widest = [max((right - left for line in lines if not line.last for left, right, _ in line.spaces), default=0) for lines in sets]
            best = max(best, (max(widest) - min(widest), number))
    return best[1]


def main() -> None:
    """Draw it."""
    folder, name, measure, *number = [*sys.argv[1:], *("verslag", "60")[len(sys.argv) - 2 :]]
    work = Work(name, texts()[name], int(measure))
    pdfs = {system: Path(folder) / f"{name}-{measure}-{system}.pdf" for system in SYSTEMS}
    found = {system: lines_of(work, pdf) for system, pdf in pdfs.items() if pdf.exists()}
    chosen = int(number[0]) if number else fitting(found, work)
    paragraphs = {system: [line for line in lines if line.paragraph == chosen] for system, lines in found.items()}
    height = max(len(lines) for lines in paragraphs.values()) * LEADING + INDENT / 2
    cells = [(NAMES[system], shown(pdfs[system], lines, work, height)) for system, lines in paragraphs.items()]
    _together(cells, height).save(ROOT / "docs" / "typography.png", optimize=True)
    print(f"paragraph {chosen} of {name}")


def _together(cells: list[tuple[str, Image.Image]], height: float) -> Image.Image:
    """The cells in rows, each under its name."""
    font = ImageFont.truetype(str(FONT.with_name("SourceSans3_600SemiBold.ttf")), round(8.5 * PIXELS))
    wide, high, head = cells[0][1].width, cells[0][1].height, round(18 * PIXELS)
    rows = -(-len(cells) // COLUMNS)
    whole = Image.new("RGB", (wide * COLUMNS, (high + head) * rows + head // 3), "white")
    draw = ImageDraw.Draw(whole)
    for place, (name, image) in enumerate(cells):
        x, y = place % COLUMNS * wide, place // COLUMNS * (high + head)
        draw.text((x + round(GAP / 2 * PIXELS), y + head // 3), name, fill=(90, 90, 90), font=font)
        whole.paste(image, (x, y + head))
    return whole.quantize(96)


if __name__ == "__main__":
    main()

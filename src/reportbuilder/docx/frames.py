"""How large pictures stand in the DOCX: what the writer draws them at, and so how many pixels an inch their samples need."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from reportbuilder.assets.pictures import Job, PictureInfo
from reportbuilder.model.nodes import BackCover, Chapter, Cover, Document, Figure, Logos, Part, Picture, Pictures
from reportbuilder.model.walk import walk
from reportbuilder.style.sheet import PageStyle, Sheet

PPI = 220.0
"""Pixels an inch: what Word itself keeps of a picture unless told otherwise."""
COVER_PICTURE, OPENER_PICTURE, PICTURE_PAGE, FIGURE = 0.55, 0.46, 0.9, 0.58
"""The greatest heights of pictures, in parts of the text's height; a caption and some text go with a figure."""
LOGO_WIDTH, LOGO_HEIGHT = 200.0, 48.0
SAME = 0.03
"""Edges that lie within so large a part of the picture are held to be the same."""
LOGO_SIDE = 0.75
"""How high a logo among others is at most, in parts of the side of the square whose surface it takes."""


class Frame(Struct, frozen=True):
    """The room for a picture in points; it is shown as large as it fits, or cut to ``fill`` it."""

    width: float
    height: float
    fill: bool = False

    def shown(self, aspect: float) -> tuple[float, float]:
        """Width and height of what a picture of that aspect takes of the frame."""
        if self.fill:
            return self.width, self.height
        width = min(self.width, self.height * aspect)
        return width, width / aspect

    def whole(self, aspect: float) -> float:
        """The width that the whole picture would have, with what is cut off."""
        return max(self.width, self.height * aspect) if self.fill else self.shown(aspect)[0]


def cover_frame(page: PageStyle) -> Frame:
    return Frame(page.full_width, page.text_height * COVER_PICTURE, fill=True)


def opener_frame(page: PageStyle) -> Frame:
    return Frame(page.full_width, page.text_height * OPENER_PICTURE)


def picture_page_frame(page: PageStyle) -> Frame:
    return Frame(page.full_width, page.text_height * PICTURE_PAGE)


def figure_frame(node: Figure, page: PageStyle, inset: float = 0.0) -> Frame:
    """``inset``: what a box takes of the width on each side."""
    wide = node.width != "column" and not inset
    return Frame(page.full_width if wide else page.text_width - 2 * inset, page.text_height * FIGURE)


def logo_frame(sheet: Sheet) -> Frame:
    style = sheet.displays.logos
    return Frame(style.width, style.size * LOGO_SIDE)


LOGO = Frame(LOGO_WIDTH, LOGO_HEIGHT)


def whole_pictures(
    document: Document, sheet: Sheet, wanted: Mapping[int, Sequence[Job]], infos: Mapping[str, PictureInfo]
) -> tuple[dict[str, Job], dict[Job, float]]:
    """What the DOCX shows of each picture file, and how many pixels an inch it wants of it at the size that the job has on its page. ``wanted`` has
    the jobs of each `Picture` by its id. Where a picture stands in several places, the largest wins; a place that shows another part of it has a job
    of its own, by `own_name`. Both halves of a spread are one.
    """
    framed = {picture.id: frame for part in document.parts for picture, frame in _framed(part, sheet)}
    shown: dict[str, list[tuple[float, Job, Picture]]] = {}
    for picture in (node for part in document.parts for node in walk(part) if isinstance(node, Picture) and node.id in wanted):
        made = wanted[picture.id]
        job = made[0] if len(made) == 1 else _joined(made, infos[picture.file], sheet)
        frame = framed.get(picture.id)
        width = frame.whole(job.width / job.height) if frame else job.width
        shown.setdefault(picture.file, []).append((width, job, picture))
    whole: dict[str, Job] = {}
    density: dict[Job, float] = {}
    for file, places in shown.items():
        largest = max(places, key=lambda place: place[0])
        for width, job, picture in places:
            name = file if job is largest[1] else own_name(picture) if _differs(job, largest[1]) else ""
            if name:
                whole[name] = job
                density[job] = max(density.get(job, 0.0), PPI * width / job.width)
    return whole, density


def own_name(picture: Picture) -> str:
    """The name of a rendition that only this picture has."""
    return f"{picture.file}#{picture.id}"


def _differs(one: Job, other: Job) -> bool:
    """Whether two jobs show parts of a picture that are seen to be others."""
    return any(abs(edge - its) > SAME for edge, its in zip(one.crop, other.crop))


def _framed(part: Part, sheet: Sheet) -> Iterator[tuple[Picture, Frame]]:
    """The frames of pictures that stand at another size than in the PDF; portraits and pictures in clusters do not."""
    page = sheet.page
    for node in walk(part):
        match node:
            case Cover():
                yield node.picture, cover_frame(page)
                yield node.logo, LOGO
            case Chapter(opener=Picture() as opener):
                yield opener, opener_frame(page)
            case Pictures():
                yield from ((shown.picture, picture_page_frame(page)) for shown in node.pages)
            case BackCover(logo=Picture() as logo):
                yield logo, LOGO
            case Figure():
                yield node.picture, figure_frame(node, page)
            case Logos():
                yield from ((logo, logo_frame(sheet)) for logo in node.logos)
            case _:
                pass


def _joined(halves: Sequence[Job], info: PictureInfo, sheet: Sheet) -> Job:
    _, top, _, bottom = halves[0].crop
    left, right = min(half.crop[0] for half in halves), max(half.crop[2] for half in halves)
    width = sheet.page.text_width
    return Job(info.file, width, width / info.aspect * (bottom - top) / (right - left), (left, top, right, bottom))

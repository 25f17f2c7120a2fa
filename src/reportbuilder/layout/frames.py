"""How large every picture stands on its page: known from the sheet and the picture alone, so that pictures can be prepared before the layout."""

from collections.abc import Iterator, Mapping
from math import sqrt

from reportbuilder.assets.mosaic import Tile, mosaic
from reportbuilder.assets.pictures import Job, PictureInfo
from reportbuilder.diag.diagnostic import Log
from reportbuilder.model.nodes import BackCover, Chapter, Cluster, Cover, Document, Figure, Logos, Person, Picture, Pictures
from reportbuilder.model.walk import walk
from reportbuilder.style.plates import Box, Plate, PlateDrawing, PlateLogo, PlatePicture
from reportbuilder.style.sheet import PageStyle, Sheet
from reportbuilder.style.units import to_mm

BAND = 0.44
"""Greatest height of a bleeding picture, in parts of the page."""
COLUMN_HEIGHT = 0.58
CAPTION_GAP = 4.0
"""From a picture to the line of its caption."""
CAP_INSET = 3.6
"""How far the capitals of body text stand below the top of their line, and its baseline above the foot of it: so far is a picture moved in, to
stand level with text beside it.
"""
PHOTOS = (".jpg", ".jpeg")
"""Of these an edge may be cut, by half a line at most, so that what is below them stands on the grid; a drawing has no edge to spare."""
LEAST_SIDE = 20.0
LEAST_SEEN = 0.25
"""A picture that stands narrower or lower than so many points, or of which no larger part is to be seen, is hardly meant so."""


def jobs(document: Document, sheet: Sheet, infos: Mapping[str, PictureInfo]) -> dict[int, tuple[Job, ...]]:
    """For the id of each `Picture` whose file is known: what is wanted of it, one job or two (the halves of a spread)."""
    wanted: dict[int, tuple[Job, ...]] = {}
    for part in document.parts:
        for node in walk(part):
            for picture, made in _wanted(node, sheet, infos):
                wanted[picture.id] = made
    return wanted


def warn_of_shapes(document: Document, wanted: Mapping[int, tuple[Job, ...]], log: Log) -> None:
    """Warn of each picture whose shape is so far from that of its place that little of it is to be seen."""
    for picture in (node for node in walk(*document.parts) if isinstance(node, Picture) and node.id in wanted):
        made = wanted[picture.id]
        width, height = sum(job.width for job in made), made[0].height
        seen = sum((right - left) * (bottom - top) for left, top, right, bottom in (job.crop for job in made))
        place = f"{to_mm(width):.0f} × {to_mm(height):.0f} mm"
        if min(width, height) < LEAST_SIDE:
            log.warn("picture-shape", f"‘{picture.file}’ stands only {place} large", picture.span, "crop it, or choose another width")
        elif seen < LEAST_SEEN:
            hint = f"crop it yourself to the shape of its place ({place}), or choose another width"
            log.warn("picture-shape", f"only {seen:.0%} of ‘{picture.file}’ is to be seen", picture.span, hint)


def jobs_of(node: object, sheet: Sheet, infos: Mapping[str, PictureInfo]) -> tuple[Job, ...]:
    """The jobs of the first picture of a figure or part; empty when its file is not known."""
    return next((made for _, made in _wanted(node, sheet, infos)), ())


def _wanted(node: object, sheet: Sheet, infos: Mapping[str, PictureInfo]) -> Iterator[tuple[Picture, tuple[Job, ...]]]:
    page = sheet.page
    match node:
        case Cover():
            yield from _plate_picture(node.picture, sheet.plate("cover"), page, infos)
            yield from _plate_logo(node.logo, sheet.plate("cover"), infos)
            if sheet.print.cover == "separate":
                yield from _plate_logo(node.logo, sheet.plate("spine"), infos)
        case Chapter(opener=Picture() as opener):
            yield from _plate_picture(opener, sheet.plate("opener"), page, infos)
        case Pictures():
            for shown in node.pages:
                if shown.spread:
                    yield from _spread(shown.picture, page.height + 2 * page.bleed, page, infos)
                else:
                    yield from _whole(shown.picture, page.width + 2 * page.bleed, page.height + 2 * page.bleed, infos)
        case BackCover(logo=Picture() as logo):
            yield from _plate_logo(logo, sheet.plate("back-cover"), infos)
        case Figure():
            yield from _figure(node, page, infos)
        case Cluster():
            made = cluster_jobs(node, sheet, infos)
            yield from ((shown.picture, (job,)) for shown in node.pictures if (job := made[shown.id][1]) is not None)
        case Person(portrait=Picture() as portrait):
            yield from _whole(portrait, sheet.displays.people.portrait, sheet.displays.people.portrait, infos)
        case Logos():
            wanted = logo_jobs(node, sheet, infos)
            yield from ((logo, (wanted[logo.id],)) for logo in node.logos if logo.id in wanted)
        case _:
            return


def portrait_job(person: Person, sheet: Sheet, infos: Mapping[str, PictureInfo]) -> Job | None:
    """The square middle of a portrait; None without one, or when its file is not known."""
    return next(iter(jobs_of(person, sheet, infos)), None)


def logo_jobs(logos: Logos, sheet: Sheet, infos: Mapping[str, PictureInfo]) -> dict[int, Job]:
    """By the id of each logo whose file is known: all take the same surface, but none is wider than the sheet says."""
    style = sheet.displays.logos
    wanted: dict[int, Job] = {}
    for logo in logos.logos:
        info = infos.get(logo.file)
        if info is not None:
            width = min(style.size * sqrt(info.aspect), style.width, sheet.page.text_width)
            wanted[logo.id] = Job(info.file, width, width / info.aspect)
    return wanted


def cluster_jobs(cluster: Cluster, sheet: Sheet, infos: Mapping[str, PictureInfo]) -> dict[int, tuple[Tile, Job | None]]:
    """By the id of each `ClusterPicture` its place and what is wanted; None when its file is not known."""
    page, style = sheet.page, sheet.displays.cluster
    found = [infos.get(shown.picture.file) for shown in cluster.pictures]
    width = page.full_width if cluster.width == "wide" else page.text_width
    tiles = mosaic([info.aspect if info else 1.0 for info in found], width, style.gap, style.height * page.text_height)
    return {shown.id: (tile, _tile_job(tile, info)) for shown, tile, info in zip(cluster.pictures, tiles, found)}


def _tile_job(tile: Tile, info: PictureInfo | None) -> Job | None:
    return Job(info.file, tile.width, tile.height, cover_crop(info.aspect, tile.width / tile.height)) if info else None


def _whole(picture: Picture, width: float, height: float, infos: Mapping[str, PictureInfo]) -> Iterator[tuple[Picture, tuple[Job, ...]]]:
    info = infos.get(picture.file)
    if info is not None:
        yield picture, (Job(info.file, width, height, cover_crop(info.aspect, width / height)),)


def _plate_picture(picture: Picture, plate: Plate, page: PageStyle, infos: Mapping[str, PictureInfo]) -> Iterator[tuple[Picture, tuple[Job, ...]]]:
    for item in plate.items():
        if isinstance(item, PlatePicture):
            box = item.box.bled(page)
            yield from _whole(picture, box.width, box.height, infos)


def _plate_logo(picture: Picture, plate: Plate, infos: Mapping[str, PictureInfo]) -> Iterator[tuple[Picture, tuple[Job, ...]]]:
    info = infos.get(picture.file)
    for item in plate.items():
        if isinstance(item, PlateLogo) and info is not None:
            yield picture, (contained(info, item.box),)


def contained(info: PictureInfo, box: Box) -> Job:
    """The whole picture, as large as it fits into the box."""
    width = min(box.width, box.height * info.aspect)
    return Job(info.file, width, width / info.aspect)


def drawing_job(file: str, box: Box, page: PageStyle, infos: Mapping[str, PictureInfo]) -> Job | None:
    """What is wanted of a designer's drawing on a plate: a vector drawing whole, others cropped to fill the box with its bleed. None when its
    file is not known.
    """
    info = infos.get(file)
    if info is None:
        return None
    bled = box.bled(page)
    if info.vector:
        return contained(info, bled)
    return Job(info.file, bled.width, bled.height, cover_crop(info.aspect, bled.width / bled.height))


def drawing_jobs(sheet: Sheet, infos: Mapping[str, PictureInfo]) -> Iterator[tuple[str, Job]]:
    """(file, what is wanted of it) for every drawing on every plate."""
    for plate in sheet.plates.values():
        for item in plate.items():
            for file in item.files if isinstance(item, PlateDrawing) else ():
                job = drawing_job(file, item.box, sheet.page, infos)
                if job is not None:
                    yield file, job
    yield from contents_drawings(sheet, infos)


def contents_drawings(sheet: Sheet, infos: Mapping[str, PictureInfo]) -> Iterator[tuple[str, Job]]:
    """(file, what is wanted of it) for the drawings that stand beside chapters in the contents: those of their openers, in their turn."""
    side = min(sheet.details.contents_drawing, sheet.page.side_width)
    shown = next((item.files for item in sheet.plate("opener").items() if isinstance(item, PlateDrawing)), ()) if side > 0 else ()
    yield from ((file, contained(infos[file], Box(0.0, 0.0, side, side))) for file in shown if file in infos)


def _spread(picture: Picture, height: float, page: PageStyle, infos: Mapping[str, PictureInfo]) -> Iterator[tuple[Picture, tuple[Job, ...]]]:
    """The two halves in the order of their pages, each with bleed on all sides, from one picture over both pages."""
    info = infos.get(picture.file)
    if info is None:
        return
    total = 2 * page.width + 2 * page.bleed
    left, top, right, bottom = cover_crop(info.aspect, total / height)
    share = (page.width + 2 * page.bleed) / total * (right - left)
    width = page.width + 2 * page.bleed
    halves = Job(info.file, width, height, (left, top, left + share, bottom)), Job(info.file, width, height, (right - share, top, right, bottom))
    yield picture, halves[::-1] if page.from_right else halves


def _figure(figure: Figure, page: PageStyle, infos: Mapping[str, PictureInfo]) -> Iterator[tuple[Picture, tuple[Job, ...]]]:
    info = infos.get(figure.picture.file)
    if info is None:
        return
    below = CAPTION_GAP if figure.caption else CAP_INSET
    match figure.width:
        case "column" | "wide":
            width = page.text_width if figure.width == "column" else page.full_width
            yield figure.picture, (_framed(info, width, below, page),)
        case "bleed":
            width = page.width + 2 * page.bleed
            yield from _whole(figure.picture, width, _band(width / info.aspect, below, page), infos)
        case "spread":
            yield from _spread(figure.picture, _band(2 * page.width / info.aspect, below, page), page, infos)


def _framed(info: PictureInfo, width: float, below: float, page: PageStyle) -> Job:
    """As wide as it may be, unless it would be too high."""
    most = COLUMN_HEIGHT * page.text_height
    height = width / info.aspect
    if height > most:
        height = _snapped(most - page.baseline / 2, CAP_INSET + below, page)
        return Job(info.file, height * info.aspect, height)
    if info.vector or not info.file.lower().endswith(PHOTOS):
        return Job(info.file, width, height)
    height = _snapped(height, CAP_INSET + below, page)
    return Job(info.file, width, height, cover_crop(info.aspect, width / height))


def _snapped(height: float, beside: float, page: PageStyle) -> float:
    """The nearest height with which a picture and the space above and below it take whole lines."""
    return max(2, round((height + beside) / page.baseline)) * page.baseline - beside


def _band(height: float, below: float, page: PageStyle) -> float:
    """The height of a picture that bleeds at the top, with its bleed; what is below it stands on the grid of the text."""
    return _snapped(min(height, BAND * page.height) - page.top, below, page) + page.top + page.bleed


def cover_crop(aspect: float, wanted: float) -> tuple[float, float, float, float]:
    """The greatest centred part (left, top, right, bottom) of a picture of that aspect that has the wanted aspect."""
    if aspect > wanted:
        part = wanted / aspect
        return ((1 - part) / 2, 0.0, (1 + part) / 2, 1.0)
    part = aspect / wanted
    return (0.0, (1 - part) / 2, 1.0, (1 + part) / 2)

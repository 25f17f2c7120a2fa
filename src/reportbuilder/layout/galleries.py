"""What is set as a grid of pictures: people with their portraits, rows of logos, clusters of pictures."""

from collections.abc import Sequence
from math import ceil

from msgspec.structs import replace

from reportbuilder.assets.outlines import outlined
from reportbuilder.layout.config import Config
from reportbuilder.layout.figures import caption_marks, caption_stretches
from reportbuilder.layout.frames import CAP_INSET, cluster_jobs, logo_jobs, portrait_job
from reportbuilder.layout.lines import break_lines, set_lines
from reportbuilder.layout.mirror import mirrored_ops
from reportbuilder.layout.page import Image, Item, Shape
from reportbuilder.layout.paths import circle
from reportbuilder.layout.rows import Anchor, Block, Line, Piece, Row
from reportbuilder.layout.strips import begun_on, closed, fitted, lowered, notes_on, stacked
from reportbuilder.model.nodes import Cluster, ClusterPicture, Logos, People, Person
from reportbuilder.model.text import plain_text
from reportbuilder.style.sheet import TextStyle

LEAST_CAPTION = 64.0
"""Under a picture narrower than so many points no words are set; then all captions stand below the last row."""
WIDEST_INITIALS = 0.7
"""Of the portrait whose place they take."""


# ---------------------------------------------------------------- people


def people_rows(people: People, left: float, width: float, config: Config) -> list[Piece]:
    """Strips of people side by side, all their columns of one width."""
    style, baseline = config.sheet.displays.people, config.sheet.page.baseline
    count = round(style.per_row)
    each = (width - style.gutter * (count - 1)) / count
    rows: list[Piece] = []
    for start in range(0, len(people.persons), count):
        marks: list[Item] = []
        lines: list[Line] = []
        group = people.persons[start : start + count]
        height = max(_person(person, left + number * (each + style.gutter), each, marks, lines, config) for number, person in enumerate(group))
        begins = ((people.id,) if start == 0 else ()) + tuple(person.id for person in group) + tuple(begun_on(lines))
        before = baseline if start == 0 else style.gap
        whole = closed(height, config) if start + count >= len(people.persons) else height
        rows.append(Row(whole, tuple(marks), before=before, notes=notes_on(lines), begins=begins, land=True, after=whole - height))
    return rows


def _person(person: Person, x: float, width: float, marks: list[Item], lines: list[Line], config: Config) -> float:
    """A disc, under it name and function; gives the height."""
    style = config.sheet.displays.people
    job = portrait_job(person, config.sheet, config.infos)
    if job is not None and person.portrait is not None:
        marks.append(Image(x, CAP_INSET, job.width, job.height, job, person.portrait.id, disc=True))
    else:
        marks += _initials(person, x, CAP_INSET, config)
    y = CAP_INSET + style.portrait + style.inset
    for content, name in ((person.name, "person-name"), (person.function, "person-function")):
        look = config.sheet.style(name)
        made = set_lines(content, look, width, config)
        marks += stacked(made, look, x, y, config)
        lines += made
        y += len(made) * look.leading
    return y


def _initials(person: Person, x: float, y: float, config: Config) -> Sequence[Item]:
    """A ground with the first letters of first and last name, drawn as shapes: the name below says it all, so none should be read or copied."""
    style, look = config.sheet.displays.people, config.sheet.style("person-initials")
    radius = style.portrait / 2
    pairs = config.faces.shape(look.face, initials(plain_text(person.name)), look.features)
    width = sum(letters.width for _, letters in pairs) / 1000
    look = fitted(look, width * look.size, WIDEST_INITIALS * style.portrait)
    left, foot = x + radius - width * look.size / 2, y + radius + config.faces.face(look.face).cap_height * look.size / 2000
    drawn: list[Shape] = [Shape(0.0, 0.0, circle(x + radius, y + radius, radius), fill=style.ground)]
    for face, letters in pairs:
        drawn.append(Shape(left, foot, outlined(letters, face, look.size), fill=look.ink))
        left += letters.width * look.size / 1000
    # The page will be mirrored; letters, being shapes here, are so before, to stay as they are.
    return [replace(one, ops=mirrored_ops(one.ops, x + radius - one.x)) for one in drawn] if config.sheet.page.from_right else drawn


def initials(name: str) -> str:
    """“TC” of Tine Claus, “JB” of Jan van den Berg: the first letters of the first and the last word with a capital, or else of the first word."""
    words = [word.lstrip("“‘(\"'") for word in name.split()]
    capitals = [word[0] for word in words if word[:1].isupper()]
    if capitals:
        return capitals[0] + (capitals[-1] if len(capitals) > 1 else "")
    return next((word[0] for word in words if word), "")


# ---------------------------------------------------------------- logos


def logo_rows(logos: Logos, left: float, width: float, config: Config) -> list[Piece]:
    """As many in a row as fit, in the middle of its height."""
    style, baseline = config.sheet.displays.logos, config.sheet.page.baseline
    wanted = logo_jobs(logos, config.sheet, config.infos)
    lines: list[list[tuple[int, Image]]] = [[]]
    x = 0.0
    for logo in logos.logos:
        job = wanted.get(logo.id)
        if job is None:
            continue
        if lines[-1] and x + job.width > width + 0.01:
            lines.append([])
            x = 0.0
        lines[-1].append((logo.id, Image(left + x, 0.0, job.width, job.height, job, logo.id)))
        x += job.width + style.gap
    rows: list[Piece] = []
    for number, line in enumerate(lines):
        height = max((image.height for _, image in line), default=0.0)
        marks = tuple(replace(image, y=(height - image.height) / 2) for _, image in line)
        begins = ((logos.id,) if number == 0 else ()) + tuple(logo for logo, _ in line)
        last = number == len(lines) - 1
        whole = closed(height, config) if last else height
        rows.append(Row(whole, marks, before=style.gap if number else baseline, begins=begins, keep=not last, land=last, after=whole - height))
    return rows


# ---------------------------------------------------------------- clusters


def cluster_block(cluster: Cluster, config: Config) -> Block:
    """The pictures in rows of one width, captions of their own under each row, one for all below; it may move to the next page as figures do."""
    page = config.sheet.page
    wide = cluster.width == "wide"
    anchor: Anchor = "full" if wide else "text"
    width = page.full_width if wide else page.text_width
    wanted = cluster_jobs(cluster, config.sheet, config.infos)
    below = any(shown.caption and wanted[shown.id][0].width < LEAST_CAPTION for shown in cluster.pictures)
    marks: list[Item] = []
    lines: list[Line] = []
    y = CAP_INSET
    for row in sorted({tile.row for tile, _ in wanted.values()}):
        y = _tiles(cluster, row, y, marks, lines, below, config) + config.sheet.displays.cluster.gap
    y -= config.sheet.displays.cluster.gap
    for shown in cluster.pictures if below else ():
        style = config.sheet.style("caption")
        made = _caption(shown, style, width, config)
        marks += stacked(made, style, 0.0, y + config.sheet.details.caption_gap, config)
        lines += made
        y += len(made) * style.leading
    caption, height, notes, begins = caption_marks(cluster, 0.0, width, config)
    top = y + config.sheet.details.caption_gap
    begun = (cluster.id, *(id for shown in cluster.pictures for id in (shown.id, shown.picture.id)), *begun_on(lines), *begins)
    content = top + height if height else y
    whole, called = closed(content, config), (*notes_on(lines), *notes)
    strip = Row(whole, (*marks, *lowered(caption, top)), anchor=anchor, notes=called, begins=begun, land=True, after=whole - content)
    return Block((strip,), page.baseline)


def _tiles(cluster: Cluster, row: int, y: float, marks: list[Item], lines: list[Line], below: bool, config: Config) -> float:
    """One row of pictures with their captions, unless these stand ``below`` them all; gives where it ends."""
    wanted, style = cluster_jobs(cluster, config.sheet, config.infos), config.sheet.style("caption")
    bottom = y
    captions: list[tuple[float, Sequence[Line]]] = []
    for shown in cluster.pictures:
        tile, job = wanted[shown.id]
        if tile.row != row:
            continue
        if job is not None:
            marks.append(Image(tile.x, y, tile.width, tile.height, job, shown.picture.id))
        bottom = y + tile.height
        made = [] if below else _caption(shown, style, tile.width, config)
        marks += stacked(made, style, tile.x, bottom + config.sheet.details.caption_gap, config)
        lines += made
        captions.append((tile.x, made))
    tallest = max((len(made) for _, made in captions), default=0)
    return bottom + (config.sheet.details.caption_gap + ceil(tallest) * style.leading if tallest else 0.0)


def _caption(shown: ClusterPicture, style: TextStyle, width: float, config: Config) -> list[Line]:
    """The caption of one picture with its number, if it has one."""
    return break_lines(caption_stretches(shown, config), style, width, config) if shown.caption else []

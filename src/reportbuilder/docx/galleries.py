"""Timelines, people, logos and clusters of pictures as paragraphs."""

from collections.abc import Iterator

from reportbuilder.assets.mosaic import mosaic
from reportbuilder.docx.captions import caption, captioned
from reportbuilder.docx.drawing import drawing
from reportbuilder.docx.frames import Frame, logo_frame
from reportbuilder.docx.inlines import run
from reportbuilder.docx.paragraphs import begun, keep_next, paragraph, passage
from reportbuilder.docx.story import Story, segment
from reportbuilder.model.nodes import Cluster, Logos, People, Person


def people(node: People, story: Story) -> Iterator[str]:
    """Each with portrait, name and function under each other."""
    for person in node.persons:
        yield from _person(person, story)


def _person(person: Person, story: Story) -> Iterator[str]:
    if person.portrait:
        side = story.book.sheet.displays.people.portrait
        yield begun(paragraph("Portrait", drawing(person.portrait, story, Frame(side, side, fill=True), outline="ellipse")), person.id, story)
    yield passage("PersonName", person.name, segment(person.id, "name"), story, properties=keep_next(bool(person.function)))
    yield passage("PersonFunction", person.function, segment(person.id, "function"), story)


def logos(node: Logos, story: Story) -> str:
    """All in one paragraph, with spaces between."""
    shown = (drawing(logo, story, logo_frame(story.book.sheet)) for logo in node.logos)
    return paragraph("Figure", run("  ").join(shown))


def cluster(node: Cluster, story: Story) -> Iterator[str]:
    """Rows of pictures of one height, captions of their own below each row, that of all at the end."""
    page, style = story.book.sheet.page, story.book.sheet.displays.cluster
    wide = node.width == "wide"
    width = page.full_width if wide else page.text_width
    samples = [story.book.picture(story.book.name(shown.picture)) for shown in node.pictures]
    gap = style.gap + 1.0  # a narrow space stands between the drawings of a row
    tiles = mosaic([one.width / one.height for one in samples], width, gap, style.height * page.text_height)
    for row in range(tiles[-1].row + 1):
        shown = [(one, tile) for one, tile in zip(node.pictures, tiles) if tile.row == row]
        drawn = run("\u2009").join(drawing(one.picture, story, Frame(tile.width, tile.height, fill=True)) for one, tile in shown)
        made = paragraph("WideFigure" if wide else "Figure", drawn)
        yield begun(made, node.id, story) if row == 0 and not node.caption else made
        for one, _ in shown:
            if one.caption:
                yield captioned(one, one.caption, segment(one.id, "caption"), story)
    yield caption(node, story)

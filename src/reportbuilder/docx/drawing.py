"""Pictures as inline drawings, which stay in the text and carry their description."""

from docx.opc.constants import RELATIONSHIP_TYPE as RT

from reportbuilder.assets.pictures import Encoded
from reportbuilder.docx.frames import Frame
from reportbuilder.docx.story import AS_SVG, Story, segment
from reportbuilder.docx.svg import shown_as
from reportbuilder.docx.xml import NAMESPACES, emu, escape
from reportbuilder.model.nodes import Picture

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def drawing(picture: Picture, story: Story, frame: Frame, outline: str = "rect") -> str:
    """A run with the picture, within an ``outline`` that Word knows by this name.

    Its name is that of its alternative text as a segment.
    """
    name = story.book.name(picture)
    samples = story.book.picture(name)
    width, height = frame.shown(samples.width / samples.height)
    size = f'cx="{emu(width)}" cy="{emu(height)}"'
    cut = _cut(samples, width / height)
    return inline(f"{_blip(name, story)}{cut}", size, segment(picture.id, "alt"), picture.alt, story, outline)


def _blip(file: str, story: Story) -> str:
    raster = story.relation(RT.IMAGE, file)
    return shown_as(raster, story.relation(RT.IMAGE, f"{file}{AS_SVG}")) if file in story.book.vectors else f'<a:blip r:embed="{raster}"/>'


def inline(blip: str, size: str, name: str, alt: str, story: Story, outline: str = "rect") -> str:
    """A run with what ``blip`` shows, in the extent ``size``; without ``alt`` it is decoration."""
    number = next(story.book.drawing_ids)
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f"{_described(number, name, alt)}"
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="{outline}"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _cut(samples: Encoded, aspect: float) -> str:
    """What is left out of the picture at its sides or at top and bottom for the wanted aspect, in thousandths of a per cent."""
    own = samples.width / samples.height
    sides, ends = max(0.0, 1 - aspect / own) / 2, max(0.0, 1 - own / aspect) / 2
    left_out = {"l": sides, "t": ends, "r": sides, "b": ends}
    given = "".join(f' {edge}="{round(part * 100_000)}"' for edge, part in left_out.items() if part > 0.0005)
    return f"<a:srcRect{given}/>" if given else ""


def _described(number: int, name: str, alt: str) -> str:
    if alt:
        return f'<wp:docPr id="{number}" name="{name}" descr="{escape(alt)}"/>'
    return f'<wp:docPr id="{number}" name="{name}">{DECORATIVE}</wp:docPr>'

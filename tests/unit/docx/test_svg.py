"""Vector art stands in the file twice: as SVG, and as PNG for programs that know none."""

from unit.docx.made import FAMILIES, PICTURES, Docx, resolved, sheet
from unit.docx.test_parts import COVER

from reportbuilder.assets.artwork import Flat, VectorPath, VectorPicture
from reportbuilder.docx.svg import svg
from reportbuilder.docx.write import write

MARK = VectorPicture(20, 30.5, (VectorPath("0 0 m\n20 0 l\n1 2 3 4 5 6.25 c\nh", Flat((226, 80, 40)), True),))


def test_a_vector_picture_is_drawn_anew() -> None:
    assert svg(MARK).decode() == (
        '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="30.5" viewBox="0 0 20 30.5">'
        '<path fill="#e25028" fill-rule="evenodd" d="M0 0L20 0C1 2 3 4 5 6.25Z"/></svg>'
    )


def test_a_logo_is_there_as_svg_and_as_png() -> None:
    made = Docx(write(resolved(COVER), sheet(), PICTURES, {}, FAMILIES, vectors={"merk.svg": MARK}))
    (vector,) = made.find("//a:blip//*[local-name() = 'svgBlip']")
    target = made.targets()[vector.values()[0]]
    assert target.endswith(".svg") and made.read(f"word/{target}") == svg(MARK)
    kinds = [made.targets()[one].rpartition(".")[2] for one in made.find("//a:blip/@r:embed")]
    assert kinds == ["jpeg", "png"]

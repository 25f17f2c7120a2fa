"""SVG to paths: the subset exactly, and everything else named and refused."""

from io import BytesIO

import pytest
from counting import lines_run
from PIL import Image

from reportbuilder.assets import vector
from reportbuilder.assets.pictures import PictureFault, VectorPicture
from reportbuilder.assets.raster import rasterise
from reportbuilder.assets.vector import read_svg, svg_size
from reportbuilder.diag.diagnostic import Family


def drawn(content: str, view: str = "0 0 10 10") -> VectorPicture:
    return read_svg(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{content}</svg>'.encode(), "a.svg")


def ops(content: str, view: str = "0 0 10 10") -> list[tuple]:
    return [tuple(round(v, 3) if isinstance(v, float) else v for v in op) for path in drawn(content, view).paths for op in path.ops]


def fault(content: str | bytes) -> PictureFault:
    data = content if isinstance(content, bytes) else f'<svg xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{content}</svg>'.encode()
    with pytest.raises(PictureFault) as caught:
        read_svg(data, "a.svg")
    return caught.value




@pytest.mark.parametrize(
    "content",
    [
        '<rect x="1" y="2" width="3" height="3"/>',
        '<path d="M1 2h3v3h-3z"/>',
        '<path d="m1,2 3,0L4 5H1Z"/>',
        '<polygon points="1,2 4,2 4,5 1,5"/>',
        '<polyline points="1 2 4 2 4 5 1 5"/>',
        '<g transform="translate(1 2)"><rect width="3px" height="3"/></g>',
        '<g transform="translate(1,2) scale(3)"><rect width="1" height="1"/></g>',
        '<rect width="1" height="1" transform="matrix(3 0 0 3 1 2)"/>',
        '<rect x="1" y="2" width="3" height="3" style="fill:#000000;opacity:1.0;stroke:none;stroke-linecap:round"/>',
        '<line x1="2.5" y1="5" x2="2.5" y2="2" stroke="red" stroke-width="3" transform="rotate(0)"/>',
    ],
)
def test_the_same_square_in_many_ways(content: str) -> None:
    first, *_, last = ops(content)
    assert (first[0], last) == ("m", ("h",))
    assert {op[1:] for op in ops(content)[:-1]} == {(1, 2), (4, 2), (4, 5), (1, 5)}


def test_transforms_turn_and_skew() -> None:
    assert ops('<path d="M1 0L2 0" transform="rotate(90)"/>') == [("m", 0, 1), ("l", 0, 2)]
    assert ops('<path d="M1 0L2 0" transform="rotate(180 1 1)"/>') == [("m", 1, 2), ("l", 0, 2)]
    assert ops('<path d="M0 1L0 2" transform="skewX(45)"/>') == [("m", 1, 1), ("l", 2, 2)]
    assert ops('<path d="M1 0L2 0" transform="skewY(45)"/>') == [("m", 1, 1), ("l", 2, 2)]


def test_the_view_begins_at_its_own_corner() -> None:
    assert ops('<path d="M5 5L6 6"/>', "5 5 10 10") == [("m", 0, 0), ("l", 1, 1)]


def test_curves_of_all_kinds_become_cubic() -> None:
    assert ops('<path d="M0 0Q3 0 3 3"/>') == [("m", 0, 0), ("c", 2, 0, 3, 1, 3, 3)]
    assert ops('<path d="M0 0C0 1 1 2 2 2s2-1 2-2"/>')[2] == ("c", 3, 2, 4, 1, 4, 0)
    assert ops('<path d="M0 1A1 1 0 0 1 1 0"/>') == [("m", 0, 1), ("c", 0, 0.448, 0.448, 0, 1, 0)]


def test_circles_and_round_corners_are_curves() -> None:
    assert [op[0] for op in ops('<circle cx="5" cy="5" r="2"/>')].count("c") == 4
    assert ops('<ellipse cx="5" cy="5" rx="2" ry="1"/>')[0] == ("m", 5, 4)
    assert ops('<rect width="4" height="4" rx="1"/>')[:3] == [("m", 1, 0), ("l", 3, 0), ("c", 3.552, 0, 4, 0.448, 4, 1)]


def test_colours_and_rules_come_down_from_groups() -> None:
    content = '<g fill="#c4401c" fill-rule="evenodd"><path d="M0 0h1v1z"/><path d="M0 0h1v1z" style="fill: rgb(1, 2, 3); fill-rule: nonzero"/></g>'
    assert [(path.rgb, path.even_odd) for path in drawn(content).paths] == [((196, 64, 28), True), ((1, 2, 3), False)]


def test_what_has_no_fill_or_is_hidden_paints_nothing() -> None:
    shape = "<path d='M0 0h1v1z'{}/>"
    for attribute in (' fill="none"', ' display="none"', ' visibility="hidden"', ' style="fill:transparent"'):
        assert drawn(shape.format(attribute)).paths == ()
    assert drawn(f"<g display='none'><g>{shape.format('')}</g></g>{shape.format('')}").paths == drawn(shape.format("")).paths


def test_what_editors_leave_in_their_files_is_passed_over() -> None:
    content = (
        '<title>x</title><metadata><r:RDF xmlns:r="rdf"><r:text/></r:RDF></metadata><s:view xmlns:s="sodipodi" pagecolor="#fff"/>'
        '<defs><linearGradient id="g"><stop/></linearGradient></defs><!-- text --><path d="M0 0h1v1z"/>'
    )
    assert len(drawn(content).paths) == 1


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("<text>Hi</text>", "text"),
        ('<image href="../x.png"/>', "a picture inside it"),
        ('<use href="other.svg#a"/>', "copies (‘use’)"),
        ("<style>@import url(x.css)</style>", "a style sheet"),
        ("<defs><style>.a{fill:red}</style></defs>", "a style sheet"),
        ("<script>alert(1)</script>", "a script"),
        ("<defs><script/></defs>", "a script"),
        ('<path d="M0 0h1v1z" onload="x()"/>', "a script (‘onload’)"),
        ("<foreignObject/>", "foreign content"),
        ("<path><animate/></path>", "animation"),
        ('<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>', "an inclusion of another file"),
        ('<path d="M0 0h1v1z" fill="url(#g)"/>', "a gradient or pattern"),
        ('<g filter="url(#f)"/>', "a filter"),
        ('<g mask="url(#m)"/>', "a mask"),
        ('<g style="clip-path:url(#c)"/>', "a clipping path"),
        ('<g opacity="0.5"/>', "transparency"),
        ('<path d="M0 0h1v1z" fill="#ff000080"/>', "transparency"),
        ('<path d="M0 0h1v1z" style="mix-blend-mode:multiply"/>', "a blend mode"),
        ('<path d="M0 0h1v1z" stroke="red"/>', "strokes"),
        ('<g stroke="red"><circle r="2"/></g>', "strokes"),
        ('<line x2="5" stroke="red" stroke-dasharray="1 1"/>', "strokes"),
        ('<path d="M0 0h1v1z" marker-end="url(#m)"/>', "arrowheads (markers)"),
        ('<path d="M0 0h1v1z" fill="currentColor"/>', "the colour ‘currentColor’"),
        ('<path d="M0 0h1v1z" fill="rgb(300,0,0)"/>', "the colour ‘rgb(300,0,0)’"),
        ("<svg/>", "a drawing inside the drawing"),
        ("<switch/>", "the element ‘switch’"),
        ('<?xml-stylesheet href="x.css"?>', "a processing instruction (‘xml-stylesheet’)"),
    ],
)
def test_what_is_not_drawn_is_refused_by_name(content: str, what: str) -> None:
    found = fault(content)
    assert (found.code, found.message) == ("svg-feature", f"the picture ‘a.svg’ uses {what}, which is not drawn")
    assert found.hint


@pytest.mark.parametrize(
    "doctype",
    [
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        b'<!DOCTYPE svg SYSTEM "http://example.org/svg.dtd">',
    ],
)
def test_entities_and_doctypes_are_refused(doctype: bytes) -> None:
    data = doctype + b'<svg viewBox="0 0 9 9"><title>&x;&b;</title></svg>'
    assert fault(data).code == "svg-feature"
    with pytest.raises(PictureFault):
        svg_size(BytesIO(data), "a.svg")


@pytest.mark.parametrize(
    "data",
    [
        b"<svg viewBox='0 0 9 9'><g></svg>",
        b"<svg viewBox='0 0 9 9'>&nbsp;</svg>",
        b"<html/>",
        b"<svg viewBox='0 0 9 9'><path d='M0 0 L'/></svg>",
        b"<svg viewBox='0 0 9 9'><path d='M0 0 <x'/></svg>",
        b"<svg viewBox='0 0 9 9'><path d='M0 0 x 1 1'/></svg>",
        b"<svg viewBox='0 0 9 9'><path d='M 1e300 1e300z'/></svg>",
        b"<svg viewBox='0 0 9 9'><rect width='wide' height='1'/></svg>",
        b"<svg viewBox='0 0 9 9'><rect width='50%' height='1'/></svg>",
        b"<svg viewBox='0 0 9 9'><polygon points='1 2 3'/></svg>",
        b"<svg viewBox='0 0 9 9'><g transform='rotate(1 2)'/></svg>",
        b"<svg viewBox='0 0 9 9'><g transform='spin(1)'/></svg>",
        b"",
    ],
)
def test_a_broken_drawing_is_a_clean_fault(data: bytes) -> None:
    assert fault(data).code == "svg-broken"


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 30 20"', (30, 20)),
        ('viewBox="5,5,30,20" width="100%" height="1e9"', (30, 20)),
        ('width="30" height="20px"', (30, 20)),
        ('width="1in" height="25.4mm"', (96, 96)),
    ],
)
def test_the_size_is_that_of_the_view_or_else_as_given(attributes: str, size: tuple[float, float]) -> None:
    data = f"<svg {attributes}/>".encode()
    assert svg_size(BytesIO(data), "a.svg") == pytest.approx(size)
    drawing = read_svg(data, "a.svg")
    assert (drawing.width, drawing.height) == pytest.approx(size)


@pytest.mark.parametrize(
    "attributes",
    [
        "", 'width="100%" height="100%"', 'width="0" height="9"', 'width="9" height="nine"', 'viewBox="0 0 -1 5"', 'viewBox="0 0 1e9 1e9"',
        'viewBox="0 0 1"', 'viewBox="0 0 nan 1"', 'viewBox="0 0 1e5 1"',
    ],
)
def test_a_drawing_without_a_sensible_size_is_a_fault(attributes: str) -> None:
    with pytest.raises(PictureFault) as caught:
        svg_size(BytesIO(f"<svg {attributes}/>".encode()), "a.svg")
    assert caught.value.code == "svg-size"


@pytest.mark.parametrize("element", ["<g>", "<g/>"])
def test_a_bomb_passes_a_limit_and_nothing_is_read_behind_it(element: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vector, "MAX_ELEMENTS", 1000)
    found = fault(element * 100_000)
    assert (found.code, found.family) == ("picture-too-large", Family.LIMIT)
    assert lines_run(lambda: fault(element * 100_000)) == lines_run(lambda: fault(element * 2_000))


def rows(picture: VectorPicture, size: int = 10) -> list[str]:
    """The picture as text: # is black, . is white, + is between."""
    grey = rasterise(picture, size, size).convert("L")
    return ["".join({0: "#", 255: "."}.get(grey.getpixel((x, y)), "+") for x in range(size)) for y in range(size)]


def test_pixels_are_where_the_paths_are() -> None:
    assert rows(drawn('<rect x="2" y="1" width="6" height="2"/>'))[:4] == ["..........", "..######..", "..######..", ".........."]
    assert rows(drawn('<rect x="2.5" y="1" width="1" height="1"/>'))[1] == "..++......"


def test_holes_follow_the_winding_rule() -> None:
    outer, same, against = "M0 0h10v10h-10z", "M3 3h4v4h-4z", "M3 3v4h4v-4z"
    solid, hole = "##########", "###....###"
    assert rows(drawn(f'<path d="{outer}{against}"/>'))[5] == hole
    assert rows(drawn(f'<path d="{outer}{same}"/>'))[5] == solid
    assert rows(drawn(f'<path fill-rule="evenodd" d="{outer}{same}"/>'))[5] == hole


def test_a_star_that_crosses_itself_is_filled_by_nonzero_only() -> None:
    star = 'points="5,0 8,10 0,4 10,4 2,10"'
    assert rows(drawn(f"<polygon {star}/>"))[5][5] == "#"
    assert rows(drawn(f'<polygon fill-rule="evenodd" {star}/>'))[5][5] == "."


def test_a_circle_covers_its_area() -> None:
    grey = rasterise(drawn('<circle cx="5" cy="5" r="4"/>'), 100, 100).convert("L")
    covered = sum((255 - level) * count for count, level in grey.getcolors()) / 255
    assert covered == pytest.approx(3.14159 * 40 * 40, rel=0.003)


def test_later_paths_cover_earlier_ones_and_nothing_leaves_the_picture() -> None:
    picture = rasterise(drawn('<rect x="-5" y="-5" width="50" height="50" fill="red"/><rect width="5" height="5" fill="#00f"/>'), 10, 10)
    assert isinstance(picture, Image.Image) and picture.size == (10, 10)
    assert [picture.getpixel(p) for p in ((2, 2), (8, 8))] == [(0, 0, 255), (255, 0, 0)]

"""SVG to paths: the subset exactly, and everything else named and refused."""

from base64 import b64encode
from io import BytesIO

import pytest
from counting import lines_run
from PIL import Image

from reportbuilder.assets import svg_drawing, svg_elements
from reportbuilder.assets.artwork import Clip, Flat, Gradient, Stroke, VectorGroup, VectorPath, VectorPicture, paths
from reportbuilder.assets.pictures import PictureFault
from reportbuilder.assets.shown import rasterise
from reportbuilder.assets.vector import read_svg, svg_size
from reportbuilder.diag.diagnostic import Family


def drawn(content: str, view: str = "0 0 10 10") -> VectorPicture:
    return read_svg(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{content}</svg>'.encode(), "a.svg")


def ops(content: str, view: str = "0 0 10 10") -> list[tuple]:
    lines = [line.split() for path in paths(drawn(content, view).items) for line in path.code.split("\n") if line]
    return [(name, *map(float, numbers)) for *numbers, name in lines]


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
        '<use href="#s" x="1"/><defs><rect id="s" y="2" width="3" height="3"/></defs>',
        '<svg x="1" y="2" width="3" height="3" viewBox="7 7 1 1" overflow="visible"><path d="M7 7h1v1h-1z"/></svg>',
        '<symbol id="s" viewBox="0 0 2 1" preserveAspectRatio="none" overflow="visible"><path d="M0 0h2v1h-2z"/></symbol><use href="#s" x="1" y="2" width="3" height="3"/>',
        '<switch><foreignObject requiredExtensions="x"/><g><rect x="10%" y="20%" width="30%" height="30%"/></g></switch>',
    ],
)
def test_the_same_square_in_many_ways(content: str) -> None:
    first, *_, last = ops(content)
    assert first[0] == "m" and (last[0] == "h") == ("polyline" not in content)
    assert {op[1:] for op in ops(content) if op[0] != "h"} == {(1, 2), (4, 2), (4, 5), (1, 5)}


def test_transforms_turn_and_skew() -> None:
    assert ops('<path d="M1 0L2 0" stroke="red" transform="rotate(90)"/>') == [("m", 0, 1), ("l", 0, 2)]
    assert ops('<path d="M1 0L2 0" stroke="red" transform="rotate(180 1 1)"/>') == [("m", 1, 2), ("l", 0, 2)]
    assert ops('<path d="M0 1L0 2h1" transform="skewX(45)"/>') == [("m", 1, 1), ("l", 2, 2), ("l", 3, 2)]
    assert ops('<path d="M1 0L2 0v1" transform="skewY(45)"/>') == [("m", 1, 1), ("l", 2, 2), ("l", 2, 3)]


def test_the_view_begins_at_its_own_corner() -> None:
    picture = drawn('<path d="M5 5L6 6"/>', "5 4 10 10")
    assert (picture.left, picture.top) == (5, 4)


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
    assert [(path.fill.rgb, path.even_odd) for path in drawn(content).items] == [((196, 64, 28), True), ((1, 2, 3), False)]


def test_what_has_no_fill_or_is_hidden_paints_nothing() -> None:
    shape = "<path d='M0 0h1v1z'{}/>"
    for attribute in (' fill="none"', ' display="none"', ' visibility="hidden"', ' style="fill:transparent"'):
        assert drawn(shape.format(attribute)).items == ()
    assert drawn(f"<g display='none'><g>{shape.format('')}</g></g>{shape.format('')}").items == drawn(shape.format("")).items


def test_what_editors_leave_in_their_files_is_passed_over() -> None:
    content = (
        '<title>x</title><metadata><r:RDF xmlns:r="rdf"><r:text/></r:RDF></metadata><s:view xmlns:s="sodipodi" pagecolor="#fff"/>'
        '<defs><linearGradient id="g"><stop/></linearGradient></defs><!-- text --><path d="M0 0h1v1z"/>'
    )
    assert len(drawn(content).items) == 1


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("<text>Hi</text>", "text on line 1"),
        ('<image href="../x.png"/>', "a picture that is not inside it (‘../x.png’) on line 1"),
        ('<image href="data:image/svg+xml,<svg viewBox=\'0 0 1 1\'/>"/>'.replace("<svg", "&lt;svg"), "a drawing as a picture inside it on line 1"),
        ('<use href="other.svg#a"/>', "a copy of what is not in the file (‘other.svg#a’) on line 1"),
        ("<style>@import url(x.css)</style>", "a style sheet that brings in others or has conditions on line 1"),
        ("<style>@media print{g{fill:red}}</style>", "a style sheet that brings in others or has conditions on line 1"),
        ("<style>g > path{fill:red}</style>", "a style sheet with the selector ‘g > path’ on line 1"),
        ("<script>alert(1)</script>", "a script"),
        ("<defs><script/></defs>", "a script"),
        ('<path d="M0 0h1v1z" onload="x()"/>', "a script (‘onload’)"),
        ("<foreignObject/>", "foreign content on line 1"),
        ("<path><animate/></path>", "animation"),
        ('<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>', "an inclusion of another file"),
        ('<path d="M0 0h1v1z" fill="url(#g)"/>', "a fill that is not in the file (‘#g’) on line 1"),
        ('<pattern id="g"/><path d="M0 0h1v1z" fill="url(#g)"/>', "a fill of the kind ‘pattern’ on line 1"),
        ('<path d="M0 0h1v1z" fill="url(x.svg#g)"/>', "a fill of another file on line 1"),
        ('<g filter="url(#f)"/>', "a filter on line 1"),
        ('<path d="M0 0h1v1z" mask="url(#m)"/>', "a mask that is not in the file (‘url(#m)’) on line 1"),
        ('<path d="M0 0h1v1z" style="mix-blend-mode:plus-lighter"/>', "the blend mode ‘plus-lighter’ on line 1"),
        ('<path d="M0 0h1v1z" marker-end="url(#m)"/>', "an arrowhead that is not in the file (‘url(#m)’) on line 1"),
        ('<path d="M0 0h1v1z" fill="icc-color(x)"/>', "the colour ‘icc-color(x)’"),
        ('<path d="M0 0h1v1z" fill="rgb(300,0,0)"/>', "the colour ‘rgb(300,0,0)’"),
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
        b"<svg viewBox='0 0 9 9' opacity='half'/>",
        b"<?xml version='1.0' encoding='UTF-1'?><svg viewBox='0 0 9 9'/>",
        b"<svg viewBox='0 0 9 9'>&nbsp;</svg>",
        b"<html/>",
        b"<svg viewBox='0 0 9 9'><path d='M0 0 L'/></svg>",
        b"<svg viewBox='0 0 9 9'><path d='M0 0 <x'/></svg>",
        b"<svg viewBox='0 0 9 9'><path d='M0 0 x 1 1'/></svg>",
        b"<svg viewBox='0 0 9 9'><path d='M 1e300 1e300z'/></svg>",
        b"<svg viewBox='0 0 9 9'><rect width='wide' height='1'/></svg>",
        b"<svg viewBox='0 0 9 9'><rect width='5em' height='1'/></svg>",
        b"<svg viewBox='0 0 9 9'><g id='a'><use href='#a'/></g></svg>",
        b"<svg viewBox='0 0 9 9'><mask id='m'><path id='p' d='M0 0h1v1z' mask='url(#m)'/></mask><path d='M0 0h1v1z' mask='url(#m)'/></svg>",
        b"<svg viewBox='0 0 9 9'><image href='data:image/png;base64,@'/></svg>",
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
    monkeypatch.setattr(svg_elements, "MAX_ELEMENTS", 1000)
    found = fault(element * 100_000)
    assert (found.code, found.family) == ("picture-too-large", Family.LIMIT)
    assert lines_run(lambda: fault(element * 100_000)) == lines_run(lambda: fault(element * 2_000))


def test_copies_of_copies_pass_a_limit_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(svg_drawing, "MOST_USES", 100)
    copies = ["<use href='#l%d'/>" % n * 10 for n in range(8)]
    levels = "".join(f"<g id='l{n}'>{inside}</g>" for n, inside in enumerate(copies, 1))
    assert fault(f"<defs><g id='l0'/>{levels}</defs><use href='#l8'/>").family == Family.LIMIT


def only(content: str) -> VectorPath:
    (path,) = drawn(content).items
    assert isinstance(path, VectorPath)
    return path


RAMP = '<stop stop-color="red"/><stop offset="1" stop-color="#00f" stop-opacity=".5"/>'
SHAPE = '<rect x="2" y="4" width="4" height="2" fill="url(#g)"/>'


@pytest.mark.parametrize(
    ("definition", "coords", "matrix"),
    [
        (f'<linearGradient id="g">{RAMP}</linearGradient>', (0, 0, 1, 0), (4, 0, 0, 2, 2, 4)),
        (f'<linearGradient id="g" x1="20%" y2="1">{RAMP}</linearGradient>', (0.2, 0, 1, 1), (4, 0, 0, 2, 2, 4)),
        (f'<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="10%" x2="5">{RAMP}</linearGradient>', (1, 0, 5, 0), (1, 0, 0, 1, 0, 0)),
        (f'<linearGradient id="g" gradientTransform="scale(2)">{RAMP}</linearGradient>', (0, 0, 1, 0), (8, 0, 0, 4, 2, 4)),
        (f'<linearGradient id="h" y1="1" x2="1">{RAMP}</linearGradient><linearGradient id="g" href="#h" x2="0"/>', (0, 1, 0, 0), (4, 0, 0, 2, 2, 4)),
        (f'<linearGradient id="h">{RAMP}</linearGradient><radialGradient id="g" href="#h" r="1"/>', (0.5, 0.5, 0, 0.5, 0.5, 1), (4, 0, 0, 2, 2, 4)),
        (f'<radialGradient id="g" fx="9" fy="0.5">{RAMP}</radialGradient>', (0.9995, 0.5, 0, 0.5, 0.5, 0.5), (4, 0, 0, 2, 2, 4)),
    ],
)
def test_gradients_keep_their_geometry(definition: str, coords: tuple[float, ...], matrix: tuple[float, ...]) -> None:
    paint = only(definition + SHAPE).fill
    assert isinstance(paint, Gradient)
    assert paint.coords == pytest.approx(coords) and paint.matrix == pytest.approx(matrix)
    assert [(stop.place, stop.colour.rgb, stop.alpha) for stop in paint.stops] == [(0, (255, 0, 0), 1), (1, (0, 0, 255), 0.5)]


def test_a_gradient_of_nothing_or_of_one_colour_is_none() -> None:
    assert drawn('<linearGradient id="g"/>' + SHAPE).items == ()
    assert drawn(f'<linearGradient id="g">{RAMP}</linearGradient><path d="M0 0h5" fill="url(#g)"/>').items == ()
    assert only('<linearGradient id="g"><stop stop-color="red"/></linearGradient>' + SHAPE).fill == Flat((255, 0, 0))
    path = only(f'<linearGradient id="g" x2="0">{RAMP}</linearGradient>' + SHAPE)
    assert (path.fill, path.alpha) == (Flat((0, 0, 255)), 0.5)
    assert fault('<linearGradient id="g" href="#g"/>' + SHAPE).code == "svg-broken"


def test_gradients_that_repeat_are_as_long_as_their_shape_needs() -> None:
    units = 'gradientUnits="userSpaceOnUse" x1="2" x2="3"'
    repeated = only(f'<linearGradient id="g" spreadMethod="repeat" {units}>{RAMP}</linearGradient>' + SHAPE).fill
    assert repeated.coords == (2, 0, 6, 0) and [stop.place for stop in repeated.stops] == [0, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 1]
    reflected = only(f'<radialGradient id="g" spreadMethod="reflect" cx="2" cy="4" r="2" gradientUnits="userSpaceOnUse">{RAMP}</radialGradient>' + SHAPE).fill
    assert reflected.coords[5] == 6 and [stop.colour.rgb[0] for stop in reflected.stops] == [255, 0, 0, 255, 255, 0]


def test_strokes_are_kept_with_all_that_makes_their_look() -> None:
    content = '<path d="M0 0h4" transform="scale(2)" fill="none" stroke="red" stroke-width="1.5" stroke-linecap="round" stroke-dasharray="1 2 3" stroke-opacity="50%"/>'
    assert only(content) == VectorPath("0 0 m\n8 0 l", None, stroke=Stroke(Flat((255, 0, 0)), 3, 0.5, cap=1, dashes=(2, 4, 6, 2, 4, 6)))
    assert len(drawn('<path d="M0 0h4v1z" stroke="red" paint-order="stroke"/><path d="M0 0h4v1z" stroke="red" paint-order=" "/>').items) == 3
    uneven = only('<path d="M0 0h4" transform="scale(2 1)" stroke="red"/>')
    assert (uneven.code, uneven.matrix) == ("0 0 m\n4 0 l", (2, 0, 0, 1, 0, 0))


def test_what_has_no_area_is_not_filled() -> None:
    assert drawn('<path d="M0 0h9M1 1l3 3z"/><line x2="5" y2="5"/><polyline points="0 0 5 5"/>').items == ()
    assert only('<path d="M0 0h9M1 1l3 3h1z"/>').fill and only('<path d="M0 0h9" stroke="red"/>').fill is None


def test_style_sheets_of_classes_are_followed() -> None:
    sheet = "<style>/* x */ @font-face{src:url(x)} @media (prefers-color-scheme: dark){rect{fill:pink}} rect{fill:red;stroke:blue} .a, #b{fill:#010203} rect.a{stroke:none}</style>"
    assert only(sheet + '<rect class="b a" width="1" height="1" fill="green"/>') == only('<rect width="1" height="1" fill="#010203"/>')
    assert only(sheet + '<rect id="b" width="1" height="1" style="stroke:none"/>').fill == Flat((1, 2, 3))


def test_opacity_and_clipping_make_groups_only_where_needed() -> None:
    assert only('<rect width="1" height="1" opacity=".5" fill-opacity=".5"/>').alpha == 0.25
    (both,) = drawn('<rect width="1" height="1" opacity=".5" stroke="red"/>').items
    assert isinstance(both, VectorGroup) and both.alpha == 0.5
    clip = '<clipPath id="c" clip-rule="evenodd"><rect width="1" height="2"/></clipPath>'
    (clipped,) = drawn(clip + '<g clip-path="url(#c)"><rect width="9" height="9"/></g>').items
    assert isinstance(clipped, VectorGroup) and clipped.clips == (Clip("0 0 m\n1 0 l\n1 2 l\n0 2 l\nh", True),)
    assert drawn('<clipPath id="c"/><g clip-path="url(#c)"><rect width="9" height="9"/></g>').items == ()


def rows(picture: VectorPicture, size: int = 10) -> list[str]:
    """The picture as text: # is black, . is white, + is between."""
    grey = rasterise(picture, size, size).convert("L")
    return ["".join({0: "#", 255: "."}.get(grey.getpixel((x, y)), "+") for x in range(size)) for y in range(size)]


@pytest.mark.parametrize(
    "content",
    [
        '<clipPath id="c"><rect x="3" y="3" width="3" height="4"/><rect x="5" y="3" width="2" height="4"/></clipPath><path d="M0 0h10v10H0z" clip-path="url(#c)"/>',
        '<clipPath id="c" clipPathUnits="objectBoundingBox"><path d="M.3 .3h.4v.4h-.4z"/></clipPath><path d="M0 0h10v10H0z" clip-path="url(#c)"/>',
        '<mask id="c"><path d="M0 0h10v10H0z"/><path d="M3 3h4v4H3z" fill="#fff"/></mask><path d="M0 0h10v10H0z" mask="url(#c)"/>',
        '<path d="M5 3v4" stroke="#000" stroke-width="4"/>',
        '<marker id="c" markerUnits="userSpaceOnUse" markerWidth="4" markerHeight="4" refX="2" refY="2"><path d="M-9 -9h99v99h-99z"/></marker>'
        '<path d="M5 5h3" marker-start="url(#c)"/>',
        '<path d="M0 0h10v10H0z" fill="red" style="mix-blend-mode:multiply" opacity="0"/><svg x="3" y="3" width="4" height="4"><path d="M-9 -9h99v99h-99z"/></svg>',
    ],
)
def test_a_square_is_cut_out_in_many_ways(content: str) -> None:
    assert rows(drawn(content)) == [".........."] * 3 + ["...####..."] * 4 + [".........."] * 3


def test_gradients_run_evenly() -> None:
    grey = rasterise(drawn('<linearGradient id="g"><stop stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient><rect width="10" height="10" fill="url(#g)"/>'), 100, 100)
    assert [abs(grey.getpixel((x, 50))[0] - (x + 0.5) * 2.55) <= 4 for x in range(100)] == [True] * 100


def test_arrowheads_are_turned_along_their_line_and_as_large_as_it_is_thick() -> None:
    arrow = '<marker id="a" orient="auto-start-reverse" refX="2" refY="1" viewBox="0 0 2 2" markerWidth="1" markerHeight="1" overflow="visible"><path d="M0 0L2 1L0 2z"/></marker>'
    line = '<path d="M2 2v4h4" fill="none" stroke="red" stroke-width="4" style="marker-start:url(#a);marker-mid:url(#a);marker-end:url(#a)"/>'
    _, start, middle, end = [path.code for path in drawn(arrow + line).items]
    tips = [(path.split("\n")[1]) for path in (start, middle, end)]
    assert tips == ["2 2 l", "2 6 l", "6 6 l"]
    assert (start.split("\n")[0], end.split("\n")[0]) == ("0 6 m", "2 4 m")
    assert len(drawn('<marker id="a"><path id="p" d="M0 0h1v1z" marker-end="url(#a)"/></marker><path d="M0 0h1v1z" marker="url(#a)"/>').items) == 5


def test_a_picture_inside_is_placed_upright() -> None:
    stream = BytesIO()
    Image.frombytes("L", (1, 2), b"\x00\xff").save(stream, "PNG")
    href = f"data:image/png;base64,{b64encode(stream.getvalue()).decode()}"
    (image,) = drawn(f'<image x="2" y="2" width="4" height="4" preserveAspectRatio="none" href="{href}"/>').items
    assert image.file == stream.getvalue() and image.matrix == (4, 0, 0, 4, 2, 2)


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
    assert covered == pytest.approx(3.14159 * 40 * 40, rel=0.01)


def test_later_paths_cover_earlier_ones_and_nothing_leaves_the_picture() -> None:
    picture = rasterise(drawn('<rect x="-5" y="-5" width="50" height="50" fill="red"/><rect width="5" height="5" fill="#00f"/>'), 10, 10)
    assert isinstance(picture, Image.Image) and picture.size == (10, 10)
    assert [picture.getpixel(p) for p in ((2, 2), (8, 8))] == [(0, 0, 255), (255, 0, 0)]

"""The contents and the colofon, as the sheet has them."""

from laid import drawn, lay_out_yaml, side_sheet, small_sheet, told
from msgspec.structs import replace
from square import style

from reportbuilder.layout.page import Image
from reportbuilder.style.plates import Box, Plate, PlateDrawing

CHAPTERS = tuple(f"chapter: Deel {number}\nid: deel{number}\nopener: {{picture: p.png, alt: Een plaat}}\nbody: [text: Woorden]\n" for number in (1, 2, 3))


def test_drawings_of_openers_stand_beside_their_chapters_by_turns() -> None:
    made = side_sheet()
    opener = Plate(((PlateDrawing(("p.png", "hoog.png"), Box(10.0, 10.0, 40.0, 40.0)),),))
    made = replace(made, plates={"opener": opener}, details=replace(made.details, contents_drawing=30.0))
    _, layout, log = lay_out_yaml("contents: Inhoud\nid: inhoud\n", *CHAPTERS, made=made)
    assert told(log) == []
    shown = [item for item in layout.pages[0].items if isinstance(item, Image)]
    assert [item.job.file for item in shown] == ["pictures/p.png", "pictures/hoog.png", "pictures/p.png"]
    assert [item.width for item in shown] == [30.0, 3.0, 30.0]
    assert {item.node for item in shown} == {0} and len({item.x for item in shown}) == 1


def test_the_title_of_the_colofon_has_a_style_of_its_own() -> None:
    made = small_sheet()
    made = replace(made, styles={**made.styles, "colofon-title": style("colofon-title", size=7.0)})
    _, layout, _ = lay_out_yaml("colofon: Colofon\nid: colofon\nentries: [{label: Jaar, text: Een}]\n", made=made)
    assert [run.size for run in drawn(layout.pages[0]) if run.text == "Colofon"] == [7.0]

"""`layout.plates`: a text that is longer than its place on a plate is set smaller, and told when that does not help."""

from msgspec.structs import replace
from square import config, sheet, style

from reportbuilder.layout.furniture import behind
from reportbuilder.layout.looks import Stretch, base_look
from reportbuilder.layout.page import Fill, Run
from reportbuilder.layout.plates import Given, Words, set_plate
from reportbuilder.style.plates import Box, Plate, PlateFill, PlateText


def title(count: int, height: float) -> tuple[set[float], float, list[int]]:
    """The sizes of so many words of four letters in lines of 80 pt, the top of the first, and what does not fit."""
    look = style("opener-title")
    words = Words((Stretch(" ".join(["abei"] * count), base_look(look), 7),), look, 7)
    plate = Plate(((PlateText(("title",), 10, 130, 80, 0, "bottom", (), height),),))
    (page,) = set_plate(plate, Given({"title": words}), config(), True)
    runs = [item for item in page.items if isinstance(item, Run)]
    return {run.look.size if hasattr(run, "look") else run.size for run in runs}, min(run.y for run in runs), page.misfits


def test_a_title_that_has_room_keeps_its_size() -> None:
    sizes, _, misfits = title(3, 40)
    assert sizes == {style("opener-title").size} and misfits == []


def test_a_longer_one_is_set_smaller_and_stays_below_what_is_above_it() -> None:
    sizes, top, misfits = title(5, 40)
    assert max(sizes) < style("opener-title").size and misfits == []
    assert top > 130 - 40 - style("opener-title").size


def test_one_that_is_much_too_long_is_told() -> None:
    assert set(title(40, 40)[2]) == {7}
    assert title(8, 0)[2] == []


def test_blank_pages_take_the_inks_of_their_plate_in_turn() -> None:
    blank = Plate(((PlateFill(("red", "blue"), Box(0, 0, 100, 100)),),))
    made = config(made=replace(sheet(), plates={"blank": blank}))
    inks = [item.ink for turn in range(3) for item in behind("blank", made, True, turn) if isinstance(item, Fill)]
    assert inks == ["red", "blue", "red"]

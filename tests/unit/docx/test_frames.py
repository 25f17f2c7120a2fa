"""Which rendition of a picture the DOCX has, and how many pixels it wants."""

import pytest
from unit.docx.made import PAGE, S, chapter, photo, resolved, sheet, t

from reportbuilder.assets.pictures import Job, PictureInfo
from reportbuilder.docx.frames import PPI, Frame, whole_pictures
from reportbuilder.model import nodes as n
from reportbuilder.model.walk import walk

INFOS = {"foto.jpg": PictureInfo("pictures/foto.jpg", 400, 200, False)}


def wanted(*jobs: tuple[Job, ...], parts: tuple[n.Part, ...]) -> tuple[dict[str, Job], dict[Job, float]]:
    document = resolved(*parts)
    pictures = [node.id for node in walk(*document.parts) if isinstance(node, n.Picture) and node.file == "foto.jpg"]
    return whole_pictures(document, sheet(), dict(zip(pictures, jobs, strict=True)), INFOS)


def figure(width: str) -> n.Figure:
    return n.Figure(photo(), width, t("Onderschrift"), S)


def test_the_largest_of_several_places_wins() -> None:
    small, large = Job("pictures/foto.jpg", 100, 50), Job("pictures/foto.jpg", 410, 205)
    whole, density = wanted((small,), (large,), parts=(chapter(figure("column"), figure("wide")),))
    assert whole == {"foto.jpg": large} and density == {large: pytest.approx(PPI * PAGE.full_width / 410)}


def test_another_part_of_a_picture_is_a_rendition_of_its_own() -> None:
    large, other, same = (Job("pictures/foto.jpg", width, width / 2, crop) for width, crop in ((410, (0, 0, 1, 1)), (100, (0.2, 0, 0.8, 1)), (90, (0.01, 0, 0.99, 1))))
    whole, density = wanted((large,), (other,), (same,), parts=(chapter(figure("wide"), figure("column"), figure("column")),))
    (name,) = set(whole) - {"foto.jpg"}
    assert whole == {"foto.jpg": large, name: other} and set(density) == {large, other}


def test_the_halves_of_a_spread_are_one() -> None:
    halves = Job("pictures/foto.jpg", 250, 250, (0, 0, 0.5, 1)), Job("pictures/foto.jpg", 250, 250, (0.5, 0, 1, 1))
    whole, density = wanted(halves, parts=(chapter(figure("spread")),))
    assert whole["foto.jpg"] == Job("pictures/foto.jpg", 300, 150, (0, 0, 1, 1)) and density[whole["foto.jpg"]] == pytest.approx(PPI * PAGE.full_width / 300)


def test_a_frame_that_is_filled_wants_pixels_for_what_is_cut_off_too() -> None:
    assert Frame(100, 100, fill=True).whole(2.0) == 200 and Frame(100, 100).whole(2.0) == 100
    assert Frame(100, 100).shown(0.5) == (50, 100) and Frame(100, 100, fill=True).shown(0.5) == (100, 100)

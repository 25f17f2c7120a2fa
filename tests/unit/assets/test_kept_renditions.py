"""Renditions kept between builds: found again whole, or made again."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from reportbuilder.assets.artwork import Clip, Flat, Gradient, Samples, Stop, Stroke, VectorGroup, VectorImage, VectorPath, VectorPicture
from reportbuilder.assets.kept_renditions import digest, keep_rendition, kept_rendition, key
from reportbuilder.assets.pictures import Encoded, Job, PictureSettings, Remark, Rendition

PHOTO = Rendition(Encoded(b"cmyk", 4, 3, "cmyk", "jpeg"), Encoded(b"rgb", 2, 1, "rgb", "jpeg"))
INK = Flat((1, 2, 3), (0.1, 0.2, 0.3, 0.4))
SAMPLES = Encoded(b"\0\xff", 2, 1, "rgb", "flate")
PATH = VectorPath("0 1.5 m\n1 2 3 4 5 6 c\nh", INK, True, stroke=Stroke(Gradient((0, 0, 1, 1), (1, 0, 0, 1, 0, 0), (Stop(0, INK), Stop(1, INK))), 2))
IMAGE = VectorImage(b"", (1, 0, 0, 1, 0, 0), Samples(SAMPLES, SAMPLES))
DRAWING = Rendition(None, Encoded(b"\0\xff", 2, 1, "rgb", "flate"), VectorPicture(10, 20.5, (PATH, VectorGroup((IMAGE,), (Clip("h"),), mask=(PATH,)))))
REMARKS = (Remark("picture-profile", "the colour profile ‘x’", "hint"),)
SETTINGS = PictureSettings(300, 150, 80, Path("a.icc"), 300, Path("cache"))
JOB = Job("pictures/a.jpg", 72, 36)


@pytest.mark.parametrize("rendition", [PHOTO, DRAWING])
def test_what_is_kept_is_found_again(tmp_path: Path, rendition: Rendition) -> None:
    keep_rendition(tmp_path / "new", "entry", rendition, REMARKS)
    assert kept_rendition(tmp_path / "new", "entry") == (rendition, REMARKS)
    assert kept_rendition(tmp_path / "new", "another") is None


def test_the_key_depends_on_all_that_goes_into_a_rendition() -> None:
    keys = [
        key(digest(b"x"), JOB, SETTINGS, digest(b"profile")),
        key(digest(b"y"), JOB, SETTINGS, digest(b"profile")),
        key(digest(b"x"), JOB, SETTINGS, digest(b"other")),
        *(
            key(digest(b"x"), replace(JOB, **change), SETTINGS, digest(b"profile"))
            for change in ({"file": "b"}, {"width": 1}, {"height": 1}, {"crop": (0, 0, 1, 0.5)})
        ),
        *(
            key(digest(b"x"), JOB, replace(SETTINGS, **change), digest(b"profile"))
            for change in ({"print_ppi": 1}, {"web_ppi": 1}, {"web_quality": 1}, {"ink_limit": 1})
        ),
    ]
    assert len(set(keys)) == len(keys)


def test_the_key_does_not_depend_on_where_things_stand() -> None:
    moved = replace(SETTINGS, profile=Path("elsewhere.icc"), cache=Path("elsewhere"))
    assert key(b"x", JOB, moved, b"p") == key(b"x", JOB, SETTINGS, b"p")

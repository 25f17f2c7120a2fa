"""Fonts that can be used and fonts that cannot, and words shaped with them."""

import struct
from pathlib import Path

import pytest

from reportbuilder.assets.faces import Faces, open_face
from reportbuilder.assets.font_check import FontFault
from reportbuilder.style.sheet import FaceKey

ROOT = Path(__file__).resolve().parents[3]
SERIF = ROOT / "assets/fonts/SourceSerif4_400Regular.ttf"
SQUARE = ROOT / "tests/fonts/Square-Regular.ttf"
KEY = FaceKey("serif")


def changed(folder: Path, at: int | None = None, value: bytes = b"", keep: int | None = None) -> Path:
    """The square font with some bytes changed, or cut off."""
    data = bytearray(SQUARE.read_bytes())
    if at is not None:
        data[at : at + len(value)] = value
    path = folder / "changed.ttf"
    path.write_bytes(bytes(data[:keep]))
    return path


def table(tag: bytes) -> int:
    """Where a table of the square font begins."""
    data = SQUARE.read_bytes()
    (count,) = struct.unpack_from(">H", data, 4)
    return next(o for t, _, o, _ in (struct.unpack_from(">4sLLL", data, 12 + 16 * i) for i in range(count)) if t == tag)


def fault(path: Path) -> str:
    with pytest.raises(FontFault) as raised:
        open_face(KEY, path)
    assert raised.value.message and path.name in raised.value.message
    return raised.value.code


def test_a_font_that_is_not_there(tmp_path: Path) -> None:
    assert fault(tmp_path / "nergens.ttf") == "font-missing"


@pytest.mark.parametrize(("start", "code"), [(b"OTTO", "font-kind"), (b"wOFF", "font-kind"), (b"wOF2", "font-kind"), (b"ttcf", "font-kind"), (b"<htm", "font-broken")])
def test_a_file_of_another_kind_is_named_for_what_it_is(tmp_path: Path, start: bytes, code: str) -> None:
    assert fault(changed(tmp_path, 0, start)) == code


@pytest.mark.parametrize("keep", [0, 3, 11, 60, 400, 2000])
def test_a_font_that_is_cut_off(tmp_path: Path, keep: int) -> None:
    assert fault(changed(tmp_path, keep=keep)) == "font-broken"


def test_impossible_measures(tmp_path: Path) -> None:
    assert fault(changed(tmp_path, table(b"head") + 18, b"\0\0")) == "font-broken"
    assert fault(changed(tmp_path, table(b"hhea") + 34, b"\xff\xff")) == "font-broken"


@pytest.mark.parametrize("flags", [0x0002, 0x0100, 0x0200])
def test_a_font_that_may_not_be_embedded(tmp_path: Path, flags: int) -> None:
    assert fault(changed(tmp_path, table(b"OS/2") + 8, struct.pack(">H", flags))) == "font-not-embeddable"


@pytest.mark.parametrize("flags", [0x0000, 0x0004, 0x0008])
def test_a_font_that_may_be_embedded(tmp_path: Path, flags: int) -> None:
    assert open_face(KEY, changed(tmp_path, table(b"OS/2") + 8, struct.pack(">H", flags))).upem == 1000


@pytest.mark.parametrize("count", [200, pytest.param(5000, marks=pytest.mark.slow)])
def test_a_font_that_is_damaged_anywhere_gives_a_clean_fault_or_a_face(tmp_path: Path, count: int) -> None:
    data = SQUARE.read_bytes()
    for number in range(0, len(data), max(1, len(data) // count)):
        spoiled = bytearray(data)
        spoiled[number] ^= 0xFF
        path = tmp_path / "spoiled.ttf"
        path.write_bytes(bytes(spoiled))
        try:
            open_face(KEY, path).shape("Aa 1")
        except FontFault as found:
            assert found.code.startswith("font-")


def test_a_ligature_keeps_the_text_of_all_its_letters() -> None:
    shaped = open_face(KEY, SERIF).shape("efficiënt")
    assert shaped.clusters == ("e", "ffi", "c", "i", "ë", "n", "t")
    assert "".join(shaped.clusters) == "efficiënt"


def test_kerning_is_in_the_advances() -> None:
    face = open_face(KEY, SERIF)
    together = face.shape("AV").width
    assert together < face.shape("A").width + face.shape("V").width


def test_a_decomposed_letter_is_one_cluster_with_its_own_text() -> None:
    shaped = open_face(KEY, SERIF).shape("cafe\u0301")
    assert "".join(shaped.clusters) == "cafe\u0301"


def test_a_character_that_the_face_lacks_comes_from_the_fallback() -> None:
    faces = Faces({FaceKey("square"): SQUARE, KEY: SERIF}, ("serif",))
    pieces = faces.shape(FaceKey("square"), "aéж")
    assert [(face.key.family, shaped.text) for face, shaped in pieces] == [("square", "aé"), ("serif", "ж")]
    assert not any(shaped.missing for _, shaped in pieces)


def test_what_no_face_has_is_missing() -> None:
    (_, shaped), = Faces({FaceKey("square"): SQUARE}).shape(FaceKey("square"), "☃")
    assert shaped.missing == "☃"


def test_a_weight_that_the_family_lacks_takes_the_nearest_and_an_unknown_family_is_a_fault() -> None:
    faces = Faces({KEY: SERIF})
    assert faces.face(FaceKey("serif", "bold", True)).path == SERIF
    with pytest.raises(FontFault):
        faces.face(FaceKey("nergens"))

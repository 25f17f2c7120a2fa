"""Words that were shaped before are recalled as they were, for the same font, language and HarfBuzz only."""

from pathlib import Path

import pytest

from reportbuilder.assets import faces as module
from reportbuilder.assets.faces import Faces
from reportbuilder.style.sheet import FaceKey

FONTS = Path(__file__).parents[3] / "assets" / "fonts"
KEY = FaceKey("serif")
WORDS = ("fiets", "", " ", "één", "☃", "11", "AV.")


def faces(kept: Path | None, language: str = "nl", file: str = "SourceSerif4_400Regular.ttf") -> Faces:
    return Faces({KEY: FONTS / file}, (), language, kept)


def facts(made: Faces) -> list:
    shaped = [made.face(KEY).shape(word, features) for word in WORDS for features in ((), ("smcp",))] + [made.face(KEY).hyphen()]
    return [(s.text, s.glyphs, s.advances, s.clusters, s.shifts, s.actual, s.reversed, s.width, s.is_space, s.missing) for s in shaped]


@pytest.fixture
def shaped(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words that HarfBuzz was asked for."""
    asked: list[str] = []
    usual = module._shape
    monkeypatch.setattr(module, "_shape", lambda face, text, *more: asked.append(text) or usual(face, text, *more))
    return asked


def test_words_are_shaped_once(tmp_path: Path, shaped: list[str]) -> None:
    first = faces(tmp_path / "kept")
    expected = facts(first)
    first.keep()
    assert shaped
    shaped.clear()
    assert facts(faces(tmp_path / "kept")) == expected == facts(faces(None))
    assert len(shaped) == 15  # by the one that keeps nothing


def test_another_language_or_font_shapes_anew(tmp_path: Path, shaped: list[str]) -> None:
    first = faces(tmp_path / "kept")
    facts(first)
    first.keep()
    for other in (faces(tmp_path / "kept", "tr"), faces(tmp_path / "kept", file="SourceSerif4_400Regular_Italic.ttf")):
        shaped.clear()
        facts(other)
        assert len(shaped) == 15


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    first = faces(tmp_path / "kept")
    expected = facts(first)
    first.keep()
    data = bytearray((tmp_path / "kept").read_bytes())
    data[-5] ^= 0xFF
    (tmp_path / "kept").write_bytes(data)
    again = faces(tmp_path / "kept")
    assert facts(again) == expected
    again.keep()
    assert facts(faces(tmp_path / "kept")) == expected

"""Whatever is shaped: the pen goes exactly as far as HarfBuzz said, and each glyph is shown, in its turn if it takes room."""

from collections import Counter
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportbuilder.assets.shaped import Shaped
from reportbuilder.pdf.glyphs import Glyphs

WIDTH = 500.0


class HbFace:
    glyph_count = 0x400


class Face:
    hb_face = HbFace()

    def nominal_advance(self, glyph: int) -> float:
        return WIDTH


@st.composite
def pieces(draw: st.DrawFn) -> Shaped:
    if draw(st.booleans()):
        return Shaped(" ", (3,), (draw(st.sampled_from([WIDTH, 495.0])),), (" ",))
    glyphs = draw(st.lists(st.integers(0, 0x3FF), min_size=1, max_size=6))
    clusters = ["a", *draw(st.lists(st.sampled_from(["", "a", "ffi", "é"]), min_size=len(glyphs) - 1, max_size=len(glyphs) - 1))]
    advances = draw(st.lists(st.sampled_from([WIDTH, 0.0, 431.5, 520.25]), min_size=len(glyphs), max_size=len(glyphs)))
    shift = st.tuples(st.sampled_from([0.0, -270.0, 12.5]), st.sampled_from([0.0, 80.0]))
    shifts = draw(st.none() | st.lists(shift, min_size=len(glyphs), max_size=len(glyphs)).map(tuple))
    return Shaped("".join(clusters), tuple(glyphs), tuple(advances), tuple(clusters), shifts, draw(st.none() | st.just("\u00ad")))


def walked(shown: str) -> tuple[list[int], float]:
    """The codes that operators show, and how far they move the pen in thousandths."""
    numbers: list[int] = []
    pen = 0.0
    with pikepdf.new() as pdf:
        for operands, operator in pikepdf.parse_content_stream(pikepdf.Stream(pdf, shown.encode())):
            assert str(operator) in ("TJ", "Ts", "BDC", "EMC")
            for item in operands[0] if str(operator) == "TJ" else ():
                if isinstance(item, pikepdf.String):
                    codes = bytes(item)
                    numbers += [int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)]
                    pen += WIDTH * len(codes) / 2
                else:
                    pen -= float(item)
    return numbers, pen


@given(st.lists(pieces(), max_size=6).map(tuple), st.sampled_from([0.0, 1.7, -0.4]), st.sampled_from([8.0, 10.0]))
def test_the_pen_ends_where_shaping_and_justification_say(line: tuple[Shaped, ...], gap: float, size: float) -> None:
    face: Any = Face()
    made = Glyphs(face)
    numbers, pen = walked(made.line(line, gap, size))
    found, meant = [made.codes()[number].glyph for number in numbers], [glyph for piece in line for glyph in piece.glyphs if glyph]
    assert Counter(found) == Counter(meant)
    if all(piece.shifts is None or all(piece.advances) for piece in line):  # else signs may come behind the letters
        assert found == meant
    spaces = sum(piece.is_space for piece in line)
    assert pen == pytest.approx(sum(piece.width for piece in line) + spaces * gap * 1000 / size, abs=0.1 * (spaces + 1))

"""Content streams to operators, whatever is in them."""

from io import BytesIO

import pytest
from pikepdf import Pdf, parse_content_stream
from unit.preflight.mutants import base

from reportbuilder.preflight.lexer import Inline, operators


def read(code: str) -> list[tuple[str, list[object]]]:
    return list(operators(code.encode("latin-1")))


@pytest.mark.parametrize(
    ("code", "operands"),
    [
        ("1 -2.5 .5 +4 x", [1.0, -2.5, 0.5, 4.0]),
        ("/F1 /A#20B x", ["F1", "A B"]),
        (r"(a\(b\)(c)\\) x", [b"a(b)(c)\\"]),
        (r"(\101\n\
b) x", [b"A\nb"]),
        ("<4 1 4> x", [b"A@"]),
        ("[(a) -20 <62>] x", [[b"a", -20.0, b"b"]]),
        ("[<0041>-20<0042>30] x", [[b"\x00A\x00B", 10.0]]),
        ("<</A [1 (x)] /B <</C /D>>>> x", [{"A": [1.0, b"x"], "B": {"C": "D"}}]),
        ("true null 1 x", ["true", "null", 1.0]),
        ("% 9 rg\n1 x", [1.0]),
        ("1 ) } x", [1.0]),
    ],
)
def test_operands_of_every_kind(code: str, operands: list[object]) -> None:
    assert read(code) == [("x", operands)]


def test_operators_need_no_space_where_syntax_tells_them_apart() -> None:
    assert [word for word, _ in read("q/F1 9 Tf(a)Tj[<41>]TJ T* f* ' Q")] == ["q", "Tf", "Tj", "TJ", "T*", "f*", "'", "Q"]


def test_an_image_in_the_content_is_one_operator_and_its_bytes_are_no_code() -> None:
    (image, after) = read("BI /W 3 /H 1 /CS /RGB /BPC 8 ID 1 0 0 rg (EI EI \n0 g")
    assert image[0] == "BI" and isinstance(image[1][0], Inline) and image[1][0].entries == {"W": 3.0, "H": 1.0, "CS": "RGB", "BPC": 8.0}
    assert image[1][0].data == b"1 0 0 rg (EI" and after == ("g", [0.0])


def test_pages_of_ours_are_read_as_pikepdf_reads_them() -> None:
    with Pdf.open(BytesIO(base())) as pdf:
        for page in pdf.pages:
            theirs = [str(instruction.operator) for instruction in parse_content_stream(page)]
            assert [word for word, _ in operators(page.Contents.read_bytes())] == theirs and len(theirs) > 5

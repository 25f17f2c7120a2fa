"""Content streams to operators, whatever is in them."""

from io import BytesIO

import pytest
from pikepdf import Pdf, parse_content_stream
from unit.preflight.mutants import base

from reportbuilder.preflight.lexer import HEX, PATH, Inline, operators


def read(code: str) -> list[tuple[str, list[object]]]:
    return list(operators(code.encode("latin-1")))


def words(data: bytes) -> list[str]:
    """One by one, as they stand in the content."""
    found: list[str] = []
    for word, operands in operators(data):
        looks = [*operands[5::2], *(["Td"] if len(operands) > 2 else [])]
        found += list(operands[0].decode()) if word == PATH else [*looks, "TJ"] if word == HEX else [word]
    return found


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
        ("[<0041>-20<0042>30] x", [[b"\x00A", -20.0, b"\x00B", 30.0]]),
        ("<</A [1 (x)] /B <</C /D>>>> x", [{"A": [1.0, b"x"], "B": {"C": "D"}}]),
        ("true null 1 x", ["true", "null", 1.0]),
        ("% 9 rg\n1 x", [1.0]),
        ("1 ) } x", [1.0]),
    ],
)
def test_operands_of_every_kind(code: str, operands: list[object]) -> None:
    assert read(code) == [("x", operands)]


def test_operators_need_no_space_where_syntax_tells_them_apart() -> None:
    assert words(b"q/F1 9 Tf(a)Tj[<41>]TJ T* f* ' Q") == ["q", "Tf", "Tj", "TJ", "T*", "f*", "'", "Q"]


def test_an_image_in_the_content_is_one_operator_and_its_bytes_are_no_code() -> None:
    (image, after) = read("BI /W 3 /H 1 /CS /RGB /BPC 8 ID 1 0 0 rg (EI EI \n0 g")
    assert image[0] == "BI" and isinstance(image[1][0], Inline) and image[1][0].entries == {"W": 3.0, "H": 1.0, "CS": "RGB", "BPC": 8.0}
    assert image[1][0].data == b"1 0 0 rg (EI" and after == ("g", [0.0])


def test_pages_of_ours_are_read_as_pikepdf_reads_them() -> None:
    with Pdf.open(BytesIO(base())) as pdf:
        for page in pdf.pages:
            theirs = [str(instruction.operator) for instruction in parse_content_stream(page)]
            assert words(page.Contents.read_bytes()) == theirs and len(theirs) > 5


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("0 .5 Td [<0041>-20<0042>30] TJ", [(HEX, [[b"0041", b"0042"], 10.0, 0.0, 0.5])]),
        ("2 Tc 98 Tz 1 2 Td[<4>]TJ", [(HEX, [[b"4"], 0.0, 1.0, 2.0, 2.0, "Tc", 98.0, "Tz"])]),
        ("[<41> 1 <42>]TJ", [(HEX, [[b"41", b"42"], 1.0])]),
        ("[<41>1 2<42>]TJ", [("TJ", [[b"A", 1.0, 2.0, b"B"]])]),
        ("[<41>--1]TJ [<4 1>]TJ [<41>(b)]TJ [<41>]TJx", [("TJ", [[b"A", -1.0]]), ("TJ", [[b"A"]]), ("TJ", [[b"A", b"b"]]), ("TJx", [[b"A"]])]),
        ("2 Tc 1 2 Td(a)Tj", [("Tc", [2.0]), ("Td", [1.0, 2.0]), ("Tj", [b"a"])]),
        ("1 2 m 3 4 l\n1 2 3 4 5 6 c 1 2 3 4 v h f", [(PATH, [b"mlcvh", [1.0, 2.0, 3.0, 4.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 1.0, 2.0, 3.0, 4.0]]), ("f", [])]),
        ("1 m 2 3 l h", [("m", [1.0]), (PATH, [b"l", [2.0, 3.0]]), ("h", [])]),
        ("1 1-2 m 4 5 l", [("m", [1.0, 1.0, -2.0]), ("l", [4.0, 5.0])]),
    ],
)
def test_what_is_common_is_read_in_one_step_and_its_like_sign_by_sign(code: str, found: list[object]) -> None:
    assert read(code) == found

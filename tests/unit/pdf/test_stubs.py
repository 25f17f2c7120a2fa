"""`pdf.stubs`: streams exchanged in a finished file, whose cross-reference table stays true."""

from io import BytesIO

import pikepdf
import pytest

from reportbuilder.pdf.stubs import exchanged, stub


def with_stubs(count: int) -> bytes:
    """A file of one page with stubs for JPEGs, between other objects, as qpdf writes it."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    for number in range(count):
        pdf.Root[f"/Stub{number}"] = pdf.make_stream(stub(number), Filter=pikepdf.Name.JPXDecode, Width=number + 1)
        pdf.Root[f"/Other{number}"] = pdf.make_indirect(pikepdf.Dictionary(Number=number))
    file = BytesIO()
    pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
    return file.getvalue()


@pytest.mark.parametrize("sizes", [(), (1,), (0, 7), (70_000, 5, 123_456)])
def test_each_stub_gives_way_to_its_content_and_every_object_is_found(sizes: tuple[int, ...]) -> None:
    contents = tuple(bytes([65 + number]) * size for number, size in enumerate(sizes))
    made = b"".join(exchanged(with_stubs(len(sizes)), contents))
    with pikepdf.open(BytesIO(made), attempt_recovery=False) as pdf:
        assert not pdf.check_pdf_syntax()
        assert [pdf.Root[f"/Stub{number}"].read_raw_bytes() for number in range(len(sizes))] == list(contents)
        assert [int(pdf.Root[f"/Other{number}"].Number) for number in range(len(sizes))] == list(range(len(sizes)))


def test_content_without_its_stub_is_a_fault() -> None:
    with pytest.raises(ValueError, match="1 of 2"):
        exchanged(with_stubs(1), (b"a", b"b"))

"""Object streams and the annotations in them."""

from io import BytesIO

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf

from reportbuilder.pdf.streams import of_one_page


def with_links(*pages: int) -> bytes:
    """A file of three pages, so many links on each."""
    pdf, file = Pdf.new(), BytesIO()
    for links in pages:
        pdf.add_blank_page()
        pdf.pages[-1].obj.Annots = Array([pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))) for _ in range(links)])
    pdf.save(file, object_stream_mode=ObjectStreamMode.generate, static_id=True)
    return file.getvalue()


def test_streams_with_annotations_of_one_page_alone_are_told() -> None:
    assert of_one_page(with_links(0, 2, 0))
    assert of_one_page(with_links(5, 290, 7))


def test_streams_with_annotations_of_several_pages_or_none_are_not() -> None:
    assert not of_one_page(with_links(0, 0, 0))
    assert not of_one_page(with_links(0, 2, 3))

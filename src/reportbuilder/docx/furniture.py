"""Running heads and folios: the small parts of the package that stand on every page of a section."""

from msgspec import Struct

from reportbuilder.docx.fields import field as word_field
from reportbuilder.docx.inlines import run
from reportbuilder.docx.paragraphs import closed_passage, paragraph
from reportbuilder.docx.story import Story, segment
from reportbuilder.docx.xml import root
from reportbuilder.model.nodes import Heading, Text
from reportbuilder.model.text import plain_text

RIGHT = '<w:jc w:val="right"/>'
EMPTY_HEADER, TITLE_HEADER = "header1.xml", "header2.xml"
EMPTY_FOOTER, LEFT_FOLIO, RIGHT_FOLIO = "footer1.xml", "footer2.xml", "footer3.xml"


class Furniture(Struct):
    """Headers and footers by the name of their part: some that sections share, and a running head for each part that has one."""

    story: Story
    headers: dict[str, str] = {}
    footers: dict[str, str] = {}

    def __post_init__(self) -> None:
        title, page = run(self.story.book.document.meta.title, from_right=self.story.book.from_right), word_field("PAGE", run("1"))
        self.headers[EMPTY_HEADER] = root("w:hdr", paragraph("Header", ""))
        self.headers[TITLE_HEADER] = root("w:hdr", paragraph("Header", title))
        self.footers[EMPTY_FOOTER] = root("w:ftr", paragraph("Footer", ""))
        self.footers[LEFT_FOLIO] = root("w:ftr", paragraph("Footer", page))
        self.footers[RIGHT_FOLIO] = root("w:ftr", paragraph("Footer", page, RIGHT))

    def running_head(self, title: Heading) -> str:
        """The name of a new header: the short title as a text of its own, or else a field that repeats the heading."""
        name = f"header{len(self.headers) + 1}.xml"
        if title.running:
            words = (Text(title.running, title.span),)
            head = closed_passage("Header", words, segment(title.id, "running"), self.story, properties=RIGHT)
        else:
            head = paragraph("Header", word_field("STYLEREF 1", run(plain_text(title.content), from_right=self.story.book.from_right)), RIGHT)
        self.headers[name] = root("w:hdr", head)
        return name

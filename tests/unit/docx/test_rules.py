"""D-01 … D-20: what Word's checker of accessibility, WCAG and good habit ask of a DOCX, looked up in a whole report from its package alone."""

import re

import pytest
from lxml import etree
from sample import make_sample
from unit.docx.made import Docx
from unit.docx.sampled import sampled

from reportbuilder.docx.xml import NAMESPACES
from reportbuilder.style.contrast import contrast

W = f"{{{NAMESPACES['w']}}}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Docx:
    return sampled(make_sample(tmp_path_factory.mktemp("report")))[1]


def style_of(paragraph: etree._Element) -> str:
    return "".join(paragraph.xpath("w:pPr/w:pStyle/@w:val", namespaces=NAMESPACES))


def test_drawings_are_described_or_decoration(made: Docx) -> None:
    """D-01, D-02."""
    shown = made.find("//wp:docPr")
    assert shown
    for one in shown:
        words = one.get("descr", "")
        assert bool(words) != (one.find(f".//{DECORATIVE}") is not None)
        assert len(words) <= 250 and not re.search(r"\.(jpe?g|png|svg)\b", words)


def test_tables_are_simple_and_named_by_head_or_first_column(made: Docx) -> None:
    """D-03, D-04, D-18; a table that only sets key figures side by side has no head."""
    tables = made.find("//w:tbl")
    assert tables and not made.find("//w:vMerge | //w:gridSpan | //w:tbl//w:tbl")
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert len({len(row.findall(f"{W}tc")) for row in rows}) == 1
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        look, kind = table.find(f"{W}tblPr/{W}tblLook"), table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val")
        head, column = (look.get(f"{W}{name}") == "1" for name in ("firstRow", "firstColumn"))
        assert head == (rows[0].find(f"{W}trPr/{W}tblHeader") is not None)
        assert head == (kind == "ReportTable") and head >= column
        assert all(table.find(f"{W}tblPr/{W}{name}").get(f"{W}val") for name in ("tblCaption", "tblDescription"))
        assert all(made.words(cell).strip() for cell in table.iter(f"{W}tc"))


def test_the_file_has_title_maker_and_language(made: Docx) -> None:
    """D-05, D-06."""
    core = made.root("docProps/core.xml")
    texts = {one.tag.rpartition("}")[2]: one.text for one in core}
    assert all(texts.get(name) for name in ("title", "creator", "language"))
    (language,) = made.find("//w:docDefaults//w:lang", "styles.xml")
    assert language.get(f"{W}val") == texts["language"] and language.get(f"{W}bidi")


def test_headings_are_words_own_and_leave_none_out(made: Docx) -> None:
    """D-07."""
    levels = [int(style[-1]) for style in made.find("//w:pStyle/@w:val") if re.fullmatch("Heading[1-3]", style)]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in zip(levels, levels[1:]))
    for level in (1, 2, 3):
        assert made.find(f"//w:style[@w:styleId = 'Heading{level}']/w:pPr/w:outlineLvl/@w:val", "styles.xml") == [str(level - 1)]
    assert made.find("//w:pStyle[@w:val = 'Title']")


def test_pictures_stand_in_the_text(made: Docx) -> None:
    """D-08, D-17: nothing floats, moves or stands behind the text."""
    assert not made.find("//wp:anchor") and b"txbxContent" not in made.read("document.xml")
    assert not made.find("//w:pict | //w:object | //w:control")


def test_links_are_in_their_style_and_say_something(made: Docx) -> None:
    """D-09."""
    for link in made.find("//w:hyperlink[@r:id]"):
        assert link.xpath(".//w:rStyle/@w:val", namespaces=NAMESPACES)[0] == "Hyperlink"
        assert made.words(link).strip().lower() not in ("", "hier", "klik hier", "link") and link.get(f"{W}tooltip")


def test_inks_of_styles_can_be_read(made: Docx) -> None:
    """D-10."""
    for style in made.find("//w:style[w:rPr/w:color]", "styles.xml"):
        ink = style.find(f"{W}rPr/{W}color").get(f"{W}val")
        ground = (style.xpath("w:pPr/w:shd/@w:fill", namespaces=NAMESPACES) or ["FFFFFF"])[0]
        assert contrast(*(tuple(bytes.fromhex(each)) for each in (ink, ground))) >= 4.5, style.get(f"{W}styleId")


def test_space_is_made_by_styles(made: Docx) -> None:
    """D-11, D-12: no empty paragraphs in a row, no rows of spaces, no marks of lists that were typed, no look of its own on a run."""
    before = False
    for block in made.find("/w:document/w:body/w:p"):
        empty = not made.words(block).strip() and block.find(f".//{W}drawing") is None
        assert not (empty and before and block.getprevious().tag == f"{W}p")
        before = empty
    for paragraph in made.find("//w:p"):
        words = made.words(paragraph)
        assert "   " not in words and not re.match(r"[•–-]\s|\d+[.)]\s", words)
    allowed = {f"{W}{name}" for name in ("rStyle", "lang", "b", "bCs", "i", "iCs", "rtl")}
    assert {child.tag for one in made.find("//w:r/w:rPr") for child in one} <= allowed


def test_contents_captions_and_notes_are_words_own(made: Docx) -> None:
    """D-13, D-14, D-15."""
    assert made.find("//w:docPartGallery/@w:val") == ["Table of Contents"]
    codes = made.find("//w:instrText/text()")
    assert sum("TOC " in code for code in codes) == 2 and any("SEQ " in code for code in codes)
    for caption in (one for one in made.find("//w:p") if style_of(one) == "Caption" and re.match("Figuur \\d", made.words(one))):
        assert caption.xpath(".//w:instrText[contains(., 'SEQ')]", namespaces=NAMESPACES)
    assert made.find("//w:footnoteReference") and made.find("//w:footnote/@w:type", "footnotes.xml") == ["separator", "continuationSeparator"]


def test_nothing_is_locked_and_all_that_is_named_is_there(made: Docx) -> None:
    """D-16, D-20; D-19 is the order of the text, which is tried on random documents."""
    assert not made.find("//w:documentProtection | //w:writeProtection", "settings.xml")
    ids = made.find("//wp:docPr/@id")
    assert len(set(ids)) == len(ids)
    names = set(made.names())
    assert all(f"word/{target}" in names for target in made.targets().values() if "://" not in target and not target.startswith("mailto:"))

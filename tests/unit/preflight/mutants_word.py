"""For every rule about DOCX a way to break it: a small change to the parts of a correct file."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from msgspec import Struct

Parts = dict[str, str]
Change = Callable[[Parts], None]
MAIN, STYLES, SETTINGS, CORE = "word/document.xml", "word/styles.xml", "word/settings.xml", "docProps/core.xml"


class WordMutant(Struct, frozen=True):
    """``change`` breaks ``rules`` and no others; ``level`` of what is found."""

    name: str
    rules: frozenset[str]
    change: Change
    level: str


MUTANTS: list[WordMutant] = []


def breaks(*rules: str, level: str = "error") -> Callable[[Change], Change]:
    """The change below it breaks these rules and no others."""

    def note(change: Change) -> Change:
        MUTANTS.append(WordMutant(change.__name__, frozenset(f"D-{rule}" for rule in rules), change, level))
        return change

    return note


def mutated(data: bytes, change: Change) -> bytes:
    """The file with its parts changed."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w") as new:
        kept = {name: old.read(name) for name in old.namelist()}
        parts = {name: part.decode() for name, part in kept.items() if name.endswith((".xml", ".rels"))}
        names = list(parts)
        change(parts)
        for name in kept:
            if name not in names:
                new.writestr(name, kept[name])
        for name, text in parts.items():
            new.writestr(name, text)
    return file.getvalue()


def swap(parts: Parts, pattern: str, new: str, name: str = MAIN, count: int = 1) -> None:
    """Change a part by a pattern, which must be there."""
    parts[name], times = re.subn(pattern, new, parts[name], count=count, flags=re.DOTALL)
    assert times, pattern


def paragraph(text: str, properties: str = "", more: str = "", looks: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>{more}</w:p>'


def add(parts: Parts, *content: str) -> None:
    """At the end of the text."""
    swap(parts, r"(<w:sectPr(?:(?!<w:sectPr).)*</w:sectPr></w:body>)", "".join(content).replace("\\", r"\\") + r"\1")


def drawing(description: str, kind: str = "inline", more: str = "") -> str:
    return f'<w:r><w:drawing><wp:{kind}><wp:extent cx="9" cy="9"/><wp:docPr id="9999" name="x" {description}>{more}</wp:docPr></wp:{kind}></w:drawing></w:r>'


DECORATION = '<a:extLst><a:ext uri="x"><d:decorative xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'


def table(*rows: str, look: str = 'w:firstRow="1" w:firstColumn="0"', head: str = "<w:tblHeader/>", caption: str = '<w:tblCaption w:val="Een tabel"/>') -> str:
    """Rows of cells apart by ``|``; the first is the head."""
    made = []
    for number, row in enumerate(rows):
        cells = "".join(cell if cell.startswith("<") else f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in row.split("|"))
        made.append(f"<w:tr><w:trPr><w:cantSplit/>{head if not number else ''}</w:trPr>{cells}</w:tr>")
    shown = f"<w:tblLook {look}/>" if look else ""
    return f"<w:tbl><w:tblPr>{shown}{caption}</w:tblPr><w:tblGrid/>{''.join(made)}</w:tbl><w:p/>"


# ---------------------------------------------------------------- pictures


@breaks("01")
def a_picture_without_words(parts: Parts) -> None:
    add(parts, paragraph("a", more=drawing("")))


@breaks("01")
def a_picture_named_by_its_file(parts: Parts) -> None:
    add(parts, paragraph("a", more=drawing('descr="IMG_2034.jpg"')))


@breaks("01", level="warning")
def a_picture_with_too_many_words(parts: Parts) -> None:
    add(parts, paragraph("a", more=drawing(f'descr="{"woord " * 50}"')))


@breaks("01")
def an_old_drawing_without_words(parts: Parts) -> None:
    shape = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="s1"><v:imagedata/></v:shape>'
    add(parts, paragraph("a", more=f"<w:r><w:pict>{shape}</w:pict></w:r>"))


@breaks("02")
def decoration_with_words(parts: Parts) -> None:
    add(parts, paragraph("a", more=drawing('descr="een rand"', more=DECORATION)))


@breaks("08", level="warning")
def a_picture_that_floats(parts: Parts) -> None:
    add(parts, paragraph("a", more=drawing('descr="een boom"', "anchor")))


@breaks("08", level="warning")
def text_in_a_box(parts: Parts) -> None:
    box = f'<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>{paragraph("weg")}</w:txbxContent></v:textbox></w:pict>'
    add(parts, paragraph("a", more=f"<w:r>{box}</w:r>"))


@breaks("17", level="warning")
def text_that_blinks(parts: Parts) -> None:
    add(parts, paragraph("a", looks='<w:rPr><w:effect w:val="blinkBackground"/></w:rPr>'))


@breaks("17", level="warning")
def a_watermark(parts: Parts) -> None:
    name = next(name for name in parts if name.startswith("word/header"))
    mark = '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="PowerPlusWaterMarkObject1" alt="ONTWERP"><v:textpath string="ONTWERP"/></v:shape></w:pict></w:r>'
    swap(parts, r"</w:p>", f"{mark}</w:p>", name)


# ---------------------------------------------------------------- tables


@breaks()
def a_plain_table(parts: Parts) -> None:
    add(parts, table("a|b", "1|2"))


@breaks("03")
def a_table_without_heads(parts: Parts) -> None:
    add(parts, table("a|b", "1|2", look="", head=""))


@breaks("03")
def a_head_that_does_not_repeat(parts: Parts) -> None:
    add(parts, table("a|b", "1|2", head=""))


@breaks("03")
def a_row_that_repeats_and_is_no_head(parts: Parts) -> None:
    add(parts, table("a|b", "1|2", look='w:val="0000"'))


@breaks("04", level="warning")
def cells_merged_over_columns(parts: Parts) -> None:
    add(parts, table("a|b", f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("1")}</w:tc>'))


@breaks("04", level="warning")
def cells_merged_over_rows(parts: Parts) -> None:
    add(parts, table("a|b", f'1|<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("2")}</w:tc>'))


@breaks("04", level="warning")
def a_table_in_a_table(parts: Parts) -> None:
    add(parts, table("a|b", f'1|<w:tc><w:tcPr/>{table("c~d", "3~4").replace("~", " ")}</w:tc>'))


@breaks("04", level="warning")
def rows_of_different_length(parts: Parts) -> None:
    add(parts, table("a|b", "1|2|3"))


@breaks("04", level="warning")
def an_empty_row(parts: Parts) -> None:
    add(parts, table("a|b", "1|2", "|", "3|4"))


@breaks("04", level="warning")
def an_empty_column(parts: Parts) -> None:
    add(parts, table("a|", "1|"))


@breaks("04", level="note")
def rows_that_may_be_divided(parts: Parts) -> None:
    add(parts, table("a|b", "1|2").replace("<w:cantSplit/>", ""))


@breaks("18", level="note")
def a_table_without_a_name(parts: Parts) -> None:
    add(parts, table("a|b", "1|2", caption=""))


# ---------------------------------------------------------------- the file as a whole


@breaks("05")
def no_title(parts: Parts) -> None:
    swap(parts, r"<dc:title>.*?</dc:title>", "<dc:title> </dc:title>", CORE)


@breaks("05", level="warning")
def no_maker(parts: Parts) -> None:
    swap(parts, r"<dc:creator>.*?</dc:creator>", "", CORE)


@breaks("06")
def no_language(parts: Parts) -> None:
    swap(parts, r'<w:lang w:val="[^"]*"', "<w:lang", STYLES)


@breaks("06", level="warning")
def arabic_that_is_not_marked(parts: Parts) -> None:
    add(parts, paragraph("مرحبا"))


@breaks("13", level="note")
def no_contents(parts: Parts) -> None:
    swap(parts, r" TOC \\", " TC \\\\\\\\", count=0)


@breaks("13", level="note")
def fields_to_be_updated(parts: Parts) -> None:
    swap(parts, r"</w:settings>", "<w:updateFields/></w:settings>", SETTINGS)


@breaks("13", level="warning")
def a_link_to_nowhere(parts: Parts) -> None:
    add(parts, '<w:p><w:hyperlink w:anchor="weg"><w:r><w:t>ginds</w:t></w:r></w:hyperlink></w:p>')


@breaks("15")
def a_note_that_is_not_there(parts: Parts) -> None:
    add(parts, paragraph("a", more='<w:r><w:footnoteReference w:id="999"/></w:r>'))


@breaks("15", level="warning")
def a_note_that_is_not_called(parts: Parts) -> None:
    swap(parts, r"</w:footnotes>", f'<w:footnote w:id="999">{paragraph("noot")}</w:footnote></w:footnotes>', "word/footnotes.xml")


@breaks("15", level="warning")
def notes_without_a_line(parts: Parts) -> None:
    swap(parts, r'w:type="separator"', 'w:type="continuationNotice"', "word/footnotes.xml")


@breaks("16")
def protected(parts: Parts) -> None:
    swap(parts, r"</w:settings>", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>', SETTINGS)


@breaks("16", level="warning")
def read_only(parts: Parts) -> None:
    swap(parts, r"</w:settings>", '<w:writeProtection w:recommended="1"/></w:settings>', SETTINGS)


@breaks("19", level="warning")
def a_paragraph_in_a_frame(parts: Parts) -> None:
    add(parts, paragraph("a", '<w:framePr w:w="999" w:wrap="around"/>'))


@breaks("19", level="note")
def a_table_at_the_foot(parts: Parts) -> None:
    name = next(name for name in parts if name.startswith("word/footer"))
    swap(parts, r"(<w:p[ >])", table("a|b").removesuffix("<w:p/>").replace("\\", "") + r"\1", name)


@breaks("20")
def a_part_that_is_not_there(parts: Parts) -> None:
    swap(parts, r'Target="settings.xml"', 'Target="instellingen.xml"', "word/_rels/document.xml.rels")


@breaks("20")
def two_objects_of_one_name(parts: Parts) -> None:
    shown = drawing('descr="een boom"')
    add(parts, paragraph("a", more=shown), paragraph("b", more=shown))


@breaks("20")
def two_bookmarks_of_one_name(parts: Parts) -> None:
    add(parts, '<w:p><w:bookmarkStart w:id="9001" w:name="x"/><w:bookmarkEnd w:id="9001"/><w:bookmarkStart w:id="9002" w:name="x"/><w:bookmarkEnd w:id="9002"/></w:p>')


@breaks("20")
def a_picture_that_is_not_there(parts: Parts) -> None:
    add(parts, paragraph("a", more='<w:r><w:drawing><a:blip r:embed="rId999"/></w:drawing></w:r>'))


@breaks("20")
def a_part_that_is_broken(parts: Parts) -> None:
    swap(parts, r"</w:body>", "</w:bod>")


@breaks("20")
def a_part_with_a_document_type(parts: Parts) -> None:
    swap(parts, r"<w:document ", "<!DOCTYPE x><w:document ")


# ---------------------------------------------------------------- text


@breaks("07", level="warning")
def a_level_left_out(parts: Parts) -> None:
    add(parts, paragraph("Een", '<w:pStyle w:val="Heading1"/>'), paragraph("Drie", '<w:pStyle w:val="Heading3"/>'))


@breaks("07", level="warning")
def a_heading_of_nothing(parts: Parts) -> None:
    add(parts, paragraph("", '<w:pStyle w:val="Heading1"/>'))


@breaks("07", level="note")
def a_heading_that_is_long(parts: Parts) -> None:
    add(parts, paragraph("lang " * 30, '<w:pStyle w:val="Heading1"/>'))


@breaks("07", level="warning")
def headings_without_levels(parts: Parts) -> None:
    swap(parts, r'(w:styleId="Heading2">.*?)<w:outlineLvl w:val="1"/>', r"\1", STYLES)


def link(text: str, style: str = '<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>') -> str:
    return f'<w:p><w:hyperlink r:id="rIdX"><w:r>{style}<w:t>{text}</w:t></w:r></w:hyperlink></w:p>'


def linked(parts: Parts, *content: str) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    swap(parts, "</Relationships>", f'<Relationship Id="rIdX" Type="{kind}" Target="https://example.org" TargetMode="External"/></Relationships>', "word/_rels/document.xml.rels")
    add(parts, *content)


@breaks("09", level="warning")
def a_link_that_says_nothing(parts: Parts) -> None:
    linked(parts, link("Klik hier"))


@breaks()
def a_link_within_a_formula(parts: Parts) -> None:
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    run = f'<m:r xmlns:m="{math}"><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><m:t>stelling</m:t></m:r>'
    linked(parts, f'<w:p><m:oMath xmlns:m="{math}"><w:hyperlink r:id="rIdX">{run}</w:hyperlink></m:oMath></w:p>')


@breaks("09", level="warning")
def a_link_that_is_an_address(parts: Parts) -> None:
    linked(parts, link("https://example.org/a/b"))


@breaks("09", level="note")
def a_link_that_looks_like_text(parts: Parts) -> None:
    linked(parts, link("de website", ""))


@breaks("10", level="warning")
def letters_that_are_pale(parts: Parts) -> None:
    add(parts, paragraph("a", looks='<w:rPr><w:color w:val="999999"/></w:rPr>'))


@breaks("10", level="warning")
def letters_on_a_dark_ground(parts: Parts) -> None:
    add(parts, paragraph("a", '<w:shd w:val="clear" w:color="auto" w:fill="222222"/>'))


@breaks()
def large_letters_that_are_grey(parts: Parts) -> None:
    add(parts, paragraph("a", looks='<w:rPr><w:color w:val="888888"/><w:sz w:val="40"/></w:rPr>'))


@breaks("11", level="note")
def empty_paragraphs(parts: Parts) -> None:
    add(parts, "<w:p/><w:p/><w:p/>")


@breaks("11", level="note")
def a_row_of_spaces(parts: Parts) -> None:
    add(parts, paragraph("naam:      plaats"))


@breaks("12", level="warning")
def a_typed_bullet(parts: Parts) -> None:
    add(parts, paragraph("• appels"))


@breaks("12", level="warning")
def typed_numbers(parts: Parts) -> None:
    add(parts, paragraph("1. appels"), paragraph("2. peren"))


@breaks("14", level="note")
def a_typed_caption(parts: Parts) -> None:
    add(parts, paragraph("Figuur 12. Een boom", '<w:pStyle w:val="Caption"/>'))

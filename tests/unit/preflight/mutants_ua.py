"""For every rule of PDF/UA-1 a way to break it: a small change to a correct web PDF."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO

from msgspec import Struct
from pikepdf import Array, Dictionary, Encryption, Name, Object, Pdf, Permissions, Stream, String
from unit.pdf.by_hand import whole

from reportbuilder.pdf.profile import WEB

Change = Callable[[Pdf], None]


class UaMutant(Struct, frozen=True):
    """``change`` breaks ``rules`` and no others. ``foreign`` where veraPDF sees other rules broken by it, with the reason told beside it;
    none where it gives no verdict.
    """

    name: str
    rules: frozenset[str]
    change: Change | None
    bytes: Callable[[bytes], bytes] = lambda data: data
    options: dict[str, object] = {}
    foreign: frozenset[str] | None = None


MUTANTS: list[UaMutant] = []


def breaks(*rules: str, foreign: tuple[str, ...] | None = None, **options: object) -> Callable[[Change], Change]:
    """The change below it breaks these rules and no others; ``options`` for saving."""

    def note(change: Change) -> Change:
        ids = frozenset(f"UA-{rule}" for rule in rules)
        seen = None if foreign is None else frozenset(f"UA-{rule}" for rule in foreign)
        MUTANTS.append(UaMutant(change.__name__, ids, change, options=options, foreign=seen))
        return change

    return note


@cache
def base() -> bytes:
    """A correct file, its streams not packed."""
    return _saved(whole(WEB), lambda pdf: None, {})


def mutated(mutant: UaMutant) -> bytes:
    """The correct file with one thing broken."""
    return mutant.bytes(base() if mutant.change is None else _saved(base(), mutant.change, mutant.options))


def _saved(data: bytes, change: Change, options: dict[str, object]) -> bytes:
    with Pdf.open(BytesIO(data)) as pdf:
        change(pdf)
        file = BytesIO()
        pdf.save(file, **{"static_id": True, "fix_metadata_version": False, "force_version": "1.7", "compress_streams": False, **options})
    return file.getvalue()


# ---------------------------------------------------------------- to find and to make


def elements(pdf: Pdf, kind: str = "") -> Iterator[Object]:
    """All elements of a type, in the order of the document."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        held = waiting.pop(0)
        if isinstance(held, Array):
            waiting[:0] = list(held)
        elif isinstance(held, Dictionary) and "/S" in held:
            if kind in ("", str(held.S)[1:]):
                yield held
            if "/K" in held:
                waiting.insert(0, held.K)


def first(pdf: Pdf, kind: str) -> Object:
    return next(elements(pdf, kind))


def kids(held: Object) -> list[Object]:
    found = held.get("/K")
    return list(found) if isinstance(found, Array) else [] if found is None else [found]


def attach(pdf: Pdf, parent: Object, kind: str, place: int | None = None, **entries: object) -> Object:
    """A new element in another, at the end or at a place."""
    made = pdf.make_indirect(Dictionary(S=Name("/" + kind), P=parent, **entries))
    own = kids(parent)
    own.insert(len(own) if place is None else place, made)
    parent.K = Array(own)
    return made


def wrap(pdf: Pdf, parent: Object, kind: str) -> Object:
    """All kids of an element into a new one within it."""
    made = pdf.make_indirect(Dictionary(S=Name("/" + kind), P=parent, K=Array(kids(parent))))
    for kid in kids(made):
        if isinstance(kid, Dictionary) and "/S" in kid:
            kid.P = made
    parent.K = Array([made])
    return made


def remove(held: Object, kid: Object) -> None:
    held.K = Array([each for each in kids(held) if not (isinstance(each, Dictionary) and each.objgen == kid.objgen)])


def table(pdf: Pdf, *rows: str, **groups: object) -> Object:
    """A table without content, a letter for a cell: h head, d data; its head cells say nothing of their scope."""
    made = attach(pdf, first(pdf, "Sect"), "Table")
    for row in rows:
        held = attach(pdf, made, "TR")
        for letter in row:
            attach(pdf, held, {"h": "TH", "d": "TD"}[letter])
    return made


def cells(held: Object) -> list[list[Object]]:
    return [kids(row) for row in kids(held)]


def attributes(cell: Object, **entries: object) -> None:
    cell.A = Dictionary(O=Name.Table, **entries)


def draw(pdf: Pdf, code: str, number: int = 0) -> None:
    pdf.pages[number].contents_add(f"\n{code}\n".encode())


def content(pdf: Pdf, old: str, new: str, number: int | None = None, count: int = 1) -> None:
    """Change the content of a page, the first that has it."""
    for page in pdf.pages if number is None else [pdf.pages[number]]:
        code = page.Contents.read_bytes().decode("latin-1")
        if re.search(old, code):
            page.Contents = pdf.make_stream(re.sub(old, new, code, count=count).encode("latin-1"))
            return
    raise AssertionError(f"nowhere is {old}")


def packet(pdf: Pdf, old: str, new: str) -> None:
    written = pdf.Root.Metadata.read_bytes().decode()
    assert old in written
    pdf.Root.Metadata = pdf.make_stream(written.replace(old, new).encode(), Type=Name.Metadata, Subtype=Name.XML)


def link(pdf: Pdf) -> Object:
    return next(note for page in pdf.pages for note in page.get("/Annots", ()) if note.Subtype == "/Link")


def annotate(pdf: Pdf, kind: str, held: Object | None = None, **entries: object) -> Object:
    """A new annotation on the first page; in an element if one is given."""
    page = pdf.pages[0]
    note = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name("/" + kind), Rect=[50, 50, 90, 90], F=4, **entries))
    page.Annots = Array([*page.get("/Annots", ()), note])
    if kind == "Widget":
        note.T = String(f"veld {note.objgen[0]}")
        pdf.Root.AcroForm = Dictionary(Fields=Array([*pdf.Root.get("/AcroForm", Dictionary(Fields=[])).Fields, note]))
    if held is not None:
        tree = pdf.Root.StructTreeRoot
        note.StructParent = int(tree.ParentTreeNextKey)
        tree.ParentTreeNextKey = note.StructParent + 1
        numbers = tree.ParentTree
        numbers.Nums = Array([*numbers.Nums, note.StructParent, held])
        held.K = Array([*kids(held), Dictionary(Type=Name.OBJR, Obj=note, Pg=page.obj)])
    return note


def font(pdf: Pdf) -> Object:
    """The font that most pages have."""
    return pdf.pages[0].Resources.Font.F1


def reading(pdf: Pdf, code: bytes) -> None:
    """One more code that is read as a letter, in the fonts of the first page."""
    read_as(pdf, rb"endcmap", b"1 beginbfchar\n<" + code + b"><0041>\nendbfchar\nendcmap")


def read_as(pdf: Pdf, pattern: bytes, new: bytes) -> None:
    """Change the map to Unicode of the fonts of the first page."""
    for held in pdf.pages[0].Resources.Font.values():
        held.ToUnicode = pdf.make_stream(re.sub(pattern, new, held.ToUnicode.read_bytes()))


# ---------------------------------------------------------------- the document

MUTANTS += [
    UaMutant("no_pdf", frozenset(("UA-00-0",)), None, bytes=lambda data: b"%PDF-1.7 nothing", foreign=frozenset()),  # no file that veraPDF can read
    UaMutant("another_version", frozenset(("UA-6.1-1",)), None, bytes=lambda data: data.replace(b"%PDF-1.7", b"%PDF-2.0", 1)),
]


@breaks("5-1")
def no_claim(pdf: Pdf) -> None:
    packet(pdf, "<pdfuaid:part>1</pdfuaid:part>", "")


@breaks("5-2")
def part_three(pdf: Pdf) -> None:
    packet(pdf, "<pdfuaid:part>1<", "<pdfuaid:part>3<")


@breaks("5-3")
def another_prefix(pdf: Pdf) -> None:
    packet(pdf, "pdfuaid:part>", "ua:part>")
    packet(pdf, "xmlns:pdfuaid=", "xmlns:ua=")


@breaks("5-4")
def another_prefix_of_the_amendment(pdf: Pdf) -> None:
    packet(pdf, "<pdfuaid:part>", '<ua:amd xmlns:ua="http://www.aiim.org/pdfua/ns/id/">1</ua:amd><pdfuaid:part>')


@breaks("5-5")
def another_prefix_of_the_correction(pdf: Pdf) -> None:
    packet(pdf, "<pdfuaid:part>", '<ua:corr xmlns:ua="http://www.aiim.org/pdfua/ns/id/">1</ua:corr><pdfuaid:part>')


@breaks("6.2-1")
def not_marked(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


@breaks("6.2-1")
def no_mark_at_all(pdf: Pdf) -> None:
    del pdf.Root["/MarkInfo"]


@breaks("7.1-4")
def suspects(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


@breaks("7.1-8")
def no_packet(pdf: Pdf) -> None:
    del pdf.Root["/Metadata"]


@breaks("7.1-9")
def no_title(pdf: Pdf) -> None:
    packet(pdf, "dc:title", "dc:titel")


@breaks("7.1-10")
def title_not_shown(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@breaks("7.10-1")
def layers_without_a_name(pdf: Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=[], D=Dictionary(Order=[]))


@breaks("7.10-2")
def layers_that_switch(pdf: Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=[], D=Dictionary(Name=String("lagen"), AS=[]))


@breaks("7.11-1")
def attached_without_both_names(pdf: Pdf) -> None:
    held = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("a.txt"), EF=Dictionary(F=pdf.make_stream(b"a", Type=Name.EmbeddedFile))))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=[String("a.txt"), held]))


@breaks("7.15-1")
def a_form_made_while_it_is_read(pdf: Pdf) -> None:
    config = pdf.make_stream(
        b'<config xmlns="http://www.xfa.org/schema/xci/3.0/"><acrobat><acrobat7><dynamicRender>required</dynamicRender></acrobat7></acrobat></config>'
    )
    pdf.Root.AcroForm = Dictionary(Fields=[], XFA=Array([String("config"), config]))


@breaks("7.20-1")
def content_from_another_file(pdf: Pdf) -> None:
    made = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], Ref=Dictionary(F=String("b.pdf"), Page=0))
    pdf.pages[0].Resources.XObject = Dictionary({**dict(pdf.pages[0].Resources.get("/XObject", Dictionary()).items()), "/Fm9": made})
    draw(pdf, "/Artifact BMC /Fm9 Do EMC")


@breaks("7.18.6.2-1", "7.18.6.2-2")
def a_film_without_words(pdf: Pdf) -> None:
    clip = Dictionary(Type=Name.MediaClip, S=Name.MCD, D=Dictionary(Type=Name.Filespec, F=String("a.mp4"), UF=String("a.mp4")))
    action = Dictionary(S=Name.Rendition, OP=0, R=Dictionary(Type=Name.Rendition, S=Name.MR, C=clip))
    annotate(pdf, "Screen", attach(pdf, first(pdf, "Sect"), "Annot"), Contents=String("een film"), A=action)


# ---------------------------------------------------------------- content


@breaks("7.1-3")
def line_art_without_a_mark(pdf: Pdf) -> None:
    draw(pdf, "0 0 9 9 re f")


@breaks("7.1-3")
def text_in_a_mark_of_no_meaning(pdf: Pdf) -> None:
    draw(pdf, "/Span BMC 9 9 9 9 re f EMC")


@breaks("7.1-3")
def a_number_that_no_element_has(pdf: Pdf) -> None:
    draw(pdf, "/P <</MCID 999>> BDC 9 9 9 9 re f EMC")


@breaks("7.1-1", "7.1-2")
def an_artifact_in_content(pdf: Pdf) -> None:
    content(pdf, r"(/Span<</MCID \d+>>BDC)", r"\1 /Artifact BMC EMC ")


@breaks("7.1-2")
def content_in_an_artifact(pdf: Pdf) -> None:
    content(pdf, r"(?s)(/Span<</MCID \d+>>BDC.*?EMC)", r"/Artifact BMC \1 EMC")


def form_with_content(pdf: Pdf) -> None:
    held = attach(pdf, first(pdf, "Sect"), "P")
    tree = pdf.Root.StructTreeRoot
    key = int(tree.ParentTreeNextKey)
    tree.ParentTreeNextKey = key + 1
    tree.ParentTree.Nums = Array([*tree.ParentTree.Nums, key, Array([held])])
    code = b"/P <</MCID 0>> BDC 9 9 9 9 re f EMC"
    made = pdf.make_stream(code, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 90, 90], StructParents=key)
    held.K = Array([Dictionary(Type=Name.MCR, Pg=pdf.pages[0].obj, Stm=made, MCID=0)])
    pdf.pages[0].Resources.XObject = Dictionary({**dict(pdf.pages[0].Resources.get("/XObject", Dictionary()).items()), "/Fm9": made})


@breaks()
def a_form_with_content_once(pdf: Pdf) -> None:
    form_with_content(pdf)
    draw(pdf, "/Fm9 Do")


@breaks("7.20-2")
def a_form_with_content_twice(pdf: Pdf) -> None:
    form_with_content(pdf)
    draw(pdf, "/Fm9 Do q 1 0 0 1 100 0 cm /Fm9 Do Q")


@breaks("7.1-T", foreign=())
def an_element_that_takes_the_content_of_another(pdf: Pdf) -> None:
    """Foreign: veraPDF looks from content to elements alone."""
    one, other = list(elements(pdf, "P"))[:2]
    one.K, other.K, one.Pg, other.Pg = other.K, one.K, other.Pg, one.Pg


@breaks("7.1-T", foreign=())
def an_element_with_content_that_is_nowhere(pdf: Pdf) -> None:
    """Foreign: as above."""
    held = first(pdf, "P")
    held.K = Array([*kids(held), 998])


# ---------------------------------------------------------------- structure


@breaks("7.1-11", "7.1-3", "7.18.5-1")
def no_tree(pdf: Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


@breaks("7.1-5")
def a_type_that_nobody_knows(pdf: Pdf) -> None:
    first(pdf, "P").S = Name.Alinea


@breaks("7.1-6")
def types_in_a_circle(pdf: Pdf) -> None:
    first(pdf, "P").S = Name.Alinea
    roles = pdf.Root.StructTreeRoot.RoleMap
    roles.Alinea, roles.Paragraaf = Name.Paragraaf, Name.Alinea


@breaks("7.1-7")
def a_type_with_another_meaning(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap.P = Name.Div


@breaks("7.1-12", foreign=("7.1-3",))
def an_element_without_its_parent(pdf: Pdf) -> None:
    """Foreign: veraPDF takes its content for no part of the structure."""
    del first(pdf, "P")["/P"]


@breaks("7.3-1")
def a_figure_without_words(pdf: Pdf) -> None:
    del first(pdf, "Figure")["/Alt"]


@breaks("7.3-1")
def a_figure_with_empty_words(pdf: Pdf) -> None:
    first(pdf, "Figure").Alt = String("")


@breaks("7.7-1")
def a_formula_without_words(pdf: Pdf) -> None:
    first(pdf, "P").S = Name.Formula


@breaks("7.4.2-1")
def a_level_left_out(pdf: Pdf) -> None:
    first(pdf, "H2").S = Name.H3


@breaks("7.4.2-1")
def a_first_heading_of_level_2(pdf: Pdf) -> None:
    first(pdf, "H1").S = Name.H2


@breaks("7.4.4-2", "7.4.4-3")
def headings_of_both_kinds(pdf: Pdf) -> None:
    first(pdf, "P").S = Name.H


@breaks("7.4.4-1", "7.4.4-2", "7.4.4-3")
def two_headings_in_one(pdf: Pdf) -> None:
    held = first(pdf, "Sect")
    attach(pdf, held, "H")
    attach(pdf, held, "H")


@breaks("7.9-1")
def a_note_without_a_name(pdf: Pdf) -> None:
    del first(pdf, "Note")["/ID"]


@breaks("7.9-2")
def two_notes_of_one_name(pdf: Pdf) -> None:
    one, other = list(elements(pdf, "Note"))[:2]
    other.ID = String(str(one.ID))


@breaks("7.2-17")
def an_item_in_no_list(pdf: Pdf) -> None:
    attach(pdf, attach(pdf, first(pdf, "Sect"), "LI"), "LBody")


@breaks("7.2-18")
def the_body_of_no_item(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Sect"), "LBody")


@breaks("7.2-17", "7.2-19")
def items_in_a_private_part_of_a_list(pdf: Pdf) -> None:
    wrap(pdf, first(pdf, "L"), "Private")


@breaks("7.2-19")
def a_paragraph_in_a_list(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "L"), "P")


@breaks("7.2-20")
def a_paragraph_in_an_item(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "LI"), "P")


@breaks("7.2-40")
def the_caption_of_a_list_at_its_end(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "L"), "Caption")


@breaks("7.2-26")
def an_entry_of_no_contents(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Sect"), "TOCI")


@breaks("7.2-27")
def a_paragraph_in_contents(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "TOC"), "P")


@breaks("7.2-28")
def the_caption_of_contents_at_their_end(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "TOC"), "Caption")


# ---------------------------------------------------------------- tables


@breaks()
def a_plain_table(pdf: Pdf) -> None:
    for head in cells(table(pdf, "hh", "dd", "dd"))[0]:
        attributes(head, Scope=Name.Column)


@breaks()
def groups_that_say_nothing(pdf: Pdf) -> None:
    wrap(pdf, first(pdf, "L"), "Div")
    wrap(pdf, first(pdf, "Table"), "NonStruct")


@breaks("7.5-1")
def heads_that_do_not_say_of_what(pdf: Pdf) -> None:
    table(pdf, "hh", "dd", "dd")


@breaks()
def a_table_with_heads_that_are_named(pdf: Pdf) -> None:
    held = table(pdf, "ddh", "ddd")
    (*_, head), row = cells(held)
    head.ID = String("kop")
    for cell in (*cells(held)[0][:2], *row):
        attributes(cell, Headers=[String("kop")])


@breaks()
def a_table_without_heads(pdf: Pdf) -> None:
    table(pdf, "dd", "dd")


@breaks("7.2-3")
def a_paragraph_in_a_table(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Table"), "P")


@breaks("7.2-4")
def a_row_of_no_table(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Sect"), "TR")


@breaks("7.2-5")
def the_head_of_no_table(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Sect"), "THead")


@breaks("7.2-6")
def the_body_of_no_table(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Sect"), "TBody")


@breaks("7.2-7")
def the_foot_of_no_table(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Sect"), "TFoot")


@breaks("7.2-8")
def a_head_cell_in_no_row(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Sect"), "TH")


@breaks("7.2-9")
def a_cell_in_no_row(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Sect"), "TD")


@breaks("7.2-10")
def a_paragraph_in_a_row(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "TR"), "P")


@breaks("7.2-11")
def two_heads(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Table"), "THead")


@breaks("7.2-12")
def two_feet(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Table"), "TFoot")
    attach(pdf, first(pdf, "Table"), "TFoot")


@breaks("7.2-13")
def a_foot_and_no_body(pdf: Pdf) -> None:
    attach(pdf, table(pdf, "dd", "dd"), "TFoot")


@breaks("7.2-14")
def a_head_and_no_body(pdf: Pdf) -> None:
    attach(pdf, table(pdf, "dd", "dd"), "THead", 0)


@breaks("7.2-16")
def a_caption_between_rows(pdf: Pdf) -> None:
    attach(pdf, table(pdf, "dd", "dd"), "Caption", 1)


@breaks("7.2-36")
def a_paragraph_in_a_head(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "THead"), "P")


@breaks("7.2-37")
def a_paragraph_in_a_body(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "TBody"), "P")


@breaks("7.2-38")
def a_paragraph_in_a_foot(pdf: Pdf) -> None:
    attach(pdf, attach(pdf, first(pdf, "Table"), "TFoot"), "P")


@breaks("7.2-39")
def two_captions(pdf: Pdf) -> None:
    held = table(pdf, "dd", "dd")
    attach(pdf, held, "Caption", 0)
    attach(pdf, held, "Caption")


@breaks("7.2-41")
def a_cell_that_reaches_too_low(pdf: Pdf) -> None:
    attributes(cells(table(pdf, "hh", "dd"))[1][1], RowSpan=2)


@breaks("7.2-42")
def a_row_that_is_too_long(pdf: Pdf) -> None:
    table(pdf, "hh", "ddd")


@breaks("7.2-42")
def a_cell_that_is_too_wide(pdf: Pdf) -> None:
    attributes(cells(table(pdf, "hh", "dd"))[1][1], ColSpan=2)


@breaks("7.2-43")
def a_row_that_is_too_short(pdf: Pdf) -> None:
    table(pdf, "hh", "d")


@breaks("7.2-15")
def two_cells_over_each_other(pdf: Pdf) -> None:
    made = cells(table(pdf, "hdd", "ddd", "dd"))
    attributes(made[0][2], RowSpan=2)
    attributes(made[1][1], ColSpan=2)


@breaks("7.5-1")
def a_head_that_leads_nowhere(pdf: Pdf) -> None:
    table(pdf, "dd", "dh")


@breaks("7.5-2")
def a_head_that_is_not_there(pdf: Pdf) -> None:
    made = cells(table(pdf, "dd", "dh"))
    for cell in (*made[0], made[1][0]):
        attributes(cell, Headers=[String("weg")])


# ---------------------------------------------------------------- language


def silence(pdf: Pdf) -> None:
    """No language is named but on the pages and all that stands in them."""
    del pdf.Root["/Lang"]
    first(pdf, "Document").Lang = String("nl-BE")
    packet(pdf, 'xml:lang="x-default"', 'xml:lang="nl"')
    for held in elements(pdf, "Link"):
        held.Lang = String("nl-BE")
    for page in pdf.pages:
        code = page.Contents.read_bytes().decode("latin-1")
        page.Contents = pdf.make_stream(re.sub(r"/Artifact ?(<<.*?>>)? ?B[MD]C", r"/Artifact <</Lang(nl)>> BDC", code).encode("latin-1"))
    del pdf.Root["/Outlines"]


@breaks("7.2-34", foreign=("7.2-34",))
def text_of_no_language(pdf: Pdf) -> None:
    silence(pdf)
    del first(pdf, "Document")["/Lang"]
    for held in elements(pdf):
        for key in ("/Alt", "/ActualText", "/E"):
            if key in held:
                held.Lang = String("nl")


@breaks("7.2-2")
def bookmarks_of_no_language(pdf: Pdf) -> None:
    kept = pdf.Root.Outlines
    silence(pdf)
    pdf.Root.Outlines = kept


@breaks("7.2-33")
def metadata_of_no_language(pdf: Pdf) -> None:
    silence(pdf)
    packet(pdf, 'xml:lang="nl"', 'xml:lang="x-default"')


@breaks("7.2-24")
def an_annotation_of_no_language(pdf: Pdf) -> None:
    silence(pdf)
    del first(pdf, "Link")["/Lang"]


@breaks("7.2-21", "7.2-22", "7.2-23", "7.2-34")
def texts_of_no_language(pdf: Pdf) -> None:
    silence(pdf)
    del first(pdf, "Document")["/Lang"]
    held = first(pdf, "P")
    held.Alt, held.ActualText, held.E = String("a"), String("b"), String("c")


@breaks("7.2-30", "7.2-31", "7.2-32")
def marked_texts_of_no_language(pdf: Pdf) -> None:
    silence(pdf)
    draw(pdf, "/Artifact BMC /Span <</ActualText(a)/Alt(b)/E(c)>> BDC 9 9 9 9 re f EMC EMC")


@breaks("7.2-25")
def a_field_of_no_language(pdf: Pdf) -> None:
    silence(pdf)
    annotate(pdf, "Widget", attach(pdf, first(pdf, "Sect"), "Form"), FT=Name.Tx, TU=String("naam"))


@breaks("7.2-29")
def a_language_that_is_none(pdf: Pdf) -> None:
    pdf.Root.Lang = String("dutch language")


@breaks("7.2-29")
def the_language_of_an_element_that_is_none(pdf: Pdf) -> None:
    first(pdf, "P").Lang = String("nl_BE")


@breaks("7.2-29")
def the_language_of_content_that_is_none(pdf: Pdf) -> None:
    draw(pdf, "/Artifact BMC /Span <</Lang(nl_BE)>> BDC 9 9 9 9 re f EMC EMC")


# ---------------------------------------------------------------- annotations


@breaks("7.18.1-1")
def an_annotation_in_no_element(pdf: Pdf) -> None:
    annotate(pdf, "Text", Contents=String("opmerking"))


@breaks("7.18.1-2")
def an_annotation_without_words(pdf: Pdf) -> None:
    annotate(pdf, "Text", attach(pdf, first(pdf, "Sect"), "Annot"))


@breaks()
def a_hidden_annotation(pdf: Pdf) -> None:
    annotate(pdf, "Text").F = 2


@breaks()
def an_annotation_outside_of_the_page(pdf: Pdf) -> None:
    annotate(pdf, "Text").Rect = Array([-90, -90, -50, -50])


@breaks("7.18.1-3")
def a_field_without_a_name(pdf: Pdf) -> None:
    annotate(pdf, "Widget", attach(pdf, first(pdf, "Sect"), "Form"), FT=Name.Tx)


@breaks("7.18.4-1")
def a_field_in_no_element(pdf: Pdf) -> None:
    annotate(pdf, "Widget", FT=Name.Tx, TU=String("naam"))


@breaks("7.18.4-2")
def an_element_of_two_fields(pdf: Pdf) -> None:
    held = attach(pdf, first(pdf, "Sect"), "Form")
    annotate(pdf, "Widget", held, FT=Name.Tx, TU=String("naam"))
    annotate(pdf, "Widget", held, FT=Name.Tx, TU=String("plaats"))


@breaks("7.18.2-1")
def traps(pdf: Pdf) -> None:
    annotate(pdf, "TrapNet", attach(pdf, first(pdf, "Sect"), "Annot"), Contents=String("trap"))


@breaks("7.18.3-1")
def tabs_in_rows(pdf: Pdf) -> None:
    next(page for page in pdf.pages if "/Annots" in page).Tabs = Name.R


@breaks("7.18.5-1")
def a_link_in_no_element(pdf: Pdf) -> None:
    del link(pdf)["/StructParent"]


@breaks("7.18.5-1")
def a_link_in_a_paragraph(pdf: Pdf) -> None:
    first(pdf, "Link").S = Name.Span


@breaks("7.18.5-2", "7.18.1-2")
def a_link_without_words(pdf: Pdf) -> None:
    del link(pdf)["/Contents"]


@breaks("7.18.8-1")
def a_printers_mark_with_a_place(pdf: Pdf) -> None:
    annotate(pdf, "PrinterMark", attach(pdf, first(pdf, "Sect"), "Annot"), Contents=String("kruis"))


# ---------------------------------------------------------------- fonts


@breaks("7.21.3.1-1", "7.21.3.3-1")
def an_encoding_that_is_elsewhere(pdf: Pdf) -> None:
    font(pdf).Encoding = Name("/Eigen-H")


def encoding(pdf: Pdf, **entries: object) -> Stream:
    more = bytes(entries.pop("code", b""))  # type: ignore[call-overload]
    code = b"/CIDInit /ProcSet findresource begin begincmap %b /CMapName /Eigen-H def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <0000> <FFFF> 0 endcidrange endcmap end" % more
    info = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    held = pdf.make_stream(code, Type=Name.CMap, CMapName=Name("/Eigen-H"), CIDSystemInfo=info)
    for key, value in entries.items():
        held["/" + key] = value
    return held


@breaks()
def an_encoding_of_its_own(pdf: Pdf) -> None:
    font(pdf).Encoding = encoding(pdf)


@breaks("7.21.3.1-1")
def an_encoding_of_another_collection(pdf: Pdf) -> None:
    font(pdf).Encoding = encoding(pdf, CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Japan1"), Supplement=0))


@breaks("7.21.3.3-2")
def an_encoding_of_two_directions(pdf: Pdf) -> None:
    font(pdf).Encoding = encoding(pdf, code=b"/WMode 1 def", WMode=0)


@breaks("7.21.3.3-3", foreign=())
def an_encoding_that_builds_on_another(pdf: Pdf) -> None:
    """Foreign: veraPDF 1.30 breaks off at such a file and gives no verdict."""
    font(pdf).Encoding = encoding(pdf, UseCMap=Name("/Ander-H"))


@breaks("7.21.3.2-1")
def a_font_without_a_mapping(pdf: Pdf) -> None:
    del font(pdf).DescendantFonts[0]["/CIDToGIDMap"]


@breaks("7.21.4.1-1")
def a_font_that_is_elsewhere(pdf: Pdf) -> None:
    del font(pdf).DescendantFonts[0].FontDescriptor["/FontFile2"]


def type1(pdf: Pdf, **entries: object) -> None:
    """Text in a Type 1 font that is packed as CFF."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen

    made = FontBuilder(1000, isTTF=False)
    names = [".notdef", "A", "B"]
    made.setupGlyphOrder(names)
    pens = {name: T2CharStringPen(600, None) for name in names}
    made.setupCFF("Proef", {}, {name: pen.getCharString() for name, pen in pens.items()}, {})
    data = made.font["CFF "].compile(made.font)
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Proef"), Flags=32, FontBBox=[0, 0, 600, 700], ItalicAngle=0, Ascent=700, Descent=0, CapHeight=700, StemV=80)
    descriptor.FontFile3 = pdf.make_stream(data, Subtype=Name.Type1C)
    held = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/ABCDEF+Proef"), FirstChar=65, LastChar=66, Widths=[600, 600], Encoding=Name.WinAnsiEncoding)
    held.FontDescriptor = pdf.make_indirect(descriptor)
    for key, value in entries.items():
        (descriptor if key == "CharSet" else held)["/" + key] = value
    pdf.pages[0].Resources.Font.F98 = pdf.make_indirect(held)
    draw(pdf, "/Artifact BMC BT /F98 9 Tf 50 50 Td (A) Tj ET EMC")


@breaks()
def a_plain_font_without_a_map(pdf: Pdf) -> None:
    type1(pdf, CharSet=String("/A/B"))


@breaks("7.21.4.2-1")
def a_list_of_signs_that_lacks_one(pdf: Pdf) -> None:
    type1(pdf, CharSet=String("/A"))


@breaks("7.21.5-1")
def plain_widths_that_are_wrong(pdf: Pdf) -> None:
    type1(pdf, Widths=Array([500, 500]))


@breaks("7.21.4.2-2")
def a_list_of_characters_that_lacks_some(pdf: Pdf) -> None:
    font(pdf).DescendantFonts[0].FontDescriptor.CIDSet = pdf.make_stream(b"\x80")


@breaks("7.21.5-1")
def widths_that_are_wrong(pdf: Pdf) -> None:
    held = font(pdf).DescendantFonts[0]
    del held["/W"]
    held.DW = 37


@breaks("7.21.7-1")
def signs_without_a_reading(pdf: Pdf) -> None:
    del font(pdf)["/ToUnicode"]


@breaks("7.21.7-2")
def signs_that_are_read_as_nothing(pdf: Pdf) -> None:
    read_as(pdf, rb"(beginbfchar\s*<[0-9A-Fa-f]+>\s*)<[0-9A-Fa-f]+>", rb"\1<FEFF>")


@breaks("7.21.8-1", "7.21.5-1")
def the_sign_for_missing_ones(pdf: Pdf) -> None:
    reading(pdf, b"0000")
    draw(pdf, "/Artifact BMC BT /F1 9 Tf 50 50 Td <0000> Tj ET EMC")


@breaks("7.21.4.1-2", "7.21.5-1", "7.21.8-1")
def a_sign_that_its_font_lacks(pdf: Pdf) -> None:
    reading(pdf, b"FFF0")
    draw(pdf, "/Artifact BMC BT /F1 9 Tf 50 50 Td <FFF0> Tj ET EMC")


def plain(pdf: Pdf, flags: int, encoding_: object = None) -> None:
    """Text in a TrueType font whose codes are bytes."""
    cid = font(pdf).DescendantFonts[0]
    descriptor = pdf.make_indirect(Dictionary({**dict(cid.FontDescriptor.items()), "/Flags": flags}))
    widths = Array([600] * 224)
    held = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=cid.BaseFont, FirstChar=32, LastChar=255, Widths=widths, FontDescriptor=descriptor)
    held.ToUnicode = pdf.make_stream(b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <0041> endbfchar endcmap")
    if encoding_ is not None:
        held.Encoding = encoding_
    page = pdf.pages[0]
    page.Resources.Font.F99 = pdf.make_indirect(held)
    draw(pdf, "/Artifact BMC BT 3 Tr /F99 9 Tf 50 50 Td (A) Tj ET EMC")


@breaks("7.21.6-1", "7.21.6-2")
def a_plain_font_of_no_encoding(pdf: Pdf) -> None:
    plain(pdf, 32)


@breaks("7.21.6-3", "7.21.6-4")
def a_symbolic_font_with_an_encoding(pdf: Pdf) -> None:
    plain(pdf, 4, Name.WinAnsiEncoding)


MUTANTS += [
    UaMutant("locked_against_reading", frozenset(("UA-7.16-1",)), lambda pdf: None, options={
        "encryption": Encryption(user="", owner="baas", R=3, allow=Permissions(accessibility=False), aes=False, metadata=False), "static_id": False,
    }),
]  # fmt: skip


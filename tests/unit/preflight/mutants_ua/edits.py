"""To find things in a tagged PDF, and to change them."""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, String


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

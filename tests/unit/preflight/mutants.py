"""For every rule a way to break it: a small change to a correct file, by pikepdf."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, Stream, String
from unit.pdf.by_hand import whole

from reportbuilder.pdf.profile import PRINT
from reportbuilder.preflight.limits import Limits

GROUND = "0 0 0 .2 k 50 250 300 200 re f "
"""Something to lie over."""


@dataclass(frozen=True)
class Mutant:
    """``change`` breaks ``rule``; ``also`` are the other rules that are broken by it, of necessity."""

    rule: str
    change: Callable[[Pdf], None] | None
    also: frozenset[str] = frozenset()
    limits: Limits = field(default_factory=Limits)
    bytes: Callable[[bytes], bytes] = lambda data: data
    name: str = ""


MUTANTS: list[Mutant] = []


def breaks(rule: str, *also: str, **limits: object) -> Callable[[Callable[[Pdf], None]], Callable[[Pdf], None]]:
    """The change below it breaks this rule and no others than those in ``also``."""

    def note(change: Callable[[Pdf], None]) -> Callable[[Pdf], None]:
        MUTANTS.append(Mutant(rule, change, frozenset(also), Limits(**limits), name=change.__name__))  # type: ignore[arg-type]
        return change

    return note


@cache
def base() -> bytes:
    """A correct file."""
    return whole(PRINT)


def mutated(mutant: Mutant) -> bytes:
    """The correct file with one thing broken."""
    if mutant.change is None:
        return mutant.bytes(base())
    with Pdf.open(BytesIO(base())) as pdf:
        mutant.change(pdf)
        file = BytesIO()
        pdf.save(file, static_id="/ID" in pdf.trailer, fix_metadata_version=False, force_version="1.6", compress_streams=False)
    return mutant.bytes(file.getvalue())


# ---------------------------------------------------------------- to draw with


def letter(pdf: Pdf) -> str:
    """A code that the font F1 has, in hex."""
    widths = pdf.pages[0].Resources.Font.F1.DescendantFonts[0].W
    return f"{int(widths[0]):04X}"


def draw(pdf: Pdf, code: str, number: int = 0, **resources: dict[str, Object]) -> None:
    """Add content to a page; ``{a}`` is a letter. ``resources`` by category."""
    page = pdf.pages[number]
    own = Dictionary({key: value for key, value in page.Resources.items()})
    for category, entries in resources.items():
        present = own.get("/" + category, Dictionary())
        own["/" + category] = Dictionary({**{key: value for key, value in present.items()}, **{"/" + name: value for name, value in entries.items()}})
    page.Resources = own
    page.contents_add(f"q {code.replace('{a}', '<' + letter(pdf) + '>')} Q".encode())


def text(size: float, colour: str, state: str = "") -> str:
    return f"BT {state} {colour} /F1 {size} Tf 100 300 Td {{a}} Tj ET"


def image(pdf: Pdf, width: int = 300, height: int = 300, colours: object = Name.DeviceCMYK, **entries: object) -> Stream:
    bits = int(entries.pop("BitsPerComponent", 8))  # type: ignore[call-overload]
    data = bytes(2 * width * height * 4)
    made = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height, ColorSpace=colours, BitsPerComponent=bits)
    for key, value in entries.items():
        made["/" + key] = value
    return made


def show(pdf: Pdf, picture: Stream, side: float = 72.0) -> None:
    draw(pdf, f"{side} 0 0 {side} 100 300 cm /Im9 Do", XObject={"Im9": picture})


def tint(pdf: Pdf, full: float = 1.0) -> Stream:
    return pdf.make_indirect(Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, full, 0, 0], N=1))  # type: ignore[return-value]


def spot(pdf: Pdf, name: str, full: float = 1.0) -> Array:
    return Array([Name.Separation, Name("/" + name), Name.DeviceCMYK, tint(pdf, full)])


def spots(pdf: Pdf, *colours: Array) -> None:
    code = " ".join(f"/Cs{i} cs 1 scn 100 300 20 20 re f" for i in range(len(colours)))
    draw(pdf, code, ColorSpace={f"Cs{i}": colour for i, colour in enumerate(colours)})


def states(**entries: object) -> dict[str, Object]:
    return {"Gs9": Dictionary(Type=Name.ExtGState, **entries)}


def intent(pdf: Pdf) -> Object:
    return pdf.Root.OutputIntents[0]


def packet(pdf: Pdf, old: str, new: str) -> None:
    """Change the metadata."""
    written = pdf.Root.Metadata.read_bytes().decode()
    assert old in written
    pdf.Root.Metadata = pdf.make_stream(written.replace(old, new).encode(), Type=Name.Metadata, Subtype=Name.XML)


def icc(pdf: Pdf, data: bytes, count: int) -> Array:
    return Array([Name.ICCBased, pdf.make_stream(data, N=count)])


def group(space: object) -> Dictionary:
    return Dictionary(Type=Name.Group, S=Name.Transparency, CS=space)


def outline(pdf: Pdf) -> None:
    with pdf.open_outline() as opened:
        opened.root.append(OutlineItem("a", action=Dictionary(S=Name.URI, URI=String("https://example.org"))))

"""For the rules of PDF/A-2a a way to break each: a small change to a correct web PDF. Rules that PDF/UA-1 has too are tried by its mutants."""

from pikepdf import Array, Dictionary, Encryption, Name, Pdf, Stream, String
from unit.preflight.mutants_ua import UaMutant, base, mutated
from unit.preflight.mutants_ua.edits import annotate, attach, draw, first, link, packet
from unit.preflight.mutants_ua.fonts import (
    a_font_that_is_elsewhere,
    a_font_without_a_mapping,
    a_list_of_characters_that_lacks_some,
    a_list_of_signs_that_lacks_one,
    a_plain_font_of_no_encoding,
    a_sign_that_its_font_lacks,
    an_encoding_of_another_collection,
    an_encoding_of_two_directions,
    an_encoding_that_builds_on_another,
    an_encoding_that_is_elsewhere,
    plain,
    signs_that_are_read_as_nothing,
    signs_without_a_reading,
    the_sign_for_missing_ones,
    widths_that_are_wrong,
)
from unit.preflight.mutants_ua.mutant import Change
from unit.preflight.mutants_ua.structure import a_type_that_nobody_knows, a_type_with_another_meaning, types_in_a_circle

MUTANTS: list[UaMutant] = []
__all__ = ["MUTANTS", "base", "mutated"]


def breaks(*rules: str, **options: object):
    """The change below it breaks these rules of PDF/A-2a."""

    def note(change: Change) -> Change:
        MUTANTS.append(UaMutant(change.__name__, frozenset(f"A2-{rule}" for rule in rules), change, options=options))
        return change

    return note


MUTANTS += [
    UaMutant("another_version", frozenset(("A2-6.1.2-1",)), None, bytes=lambda data: data.replace(b"%PDF-1.7", b"%PDF-2.0", 1)),
    UaMutant("no_line_of_bytes", frozenset(("A2-6.1.2-2",)), None, bytes=lambda data: data[:9] + b"%abcd" + data[14:]),
    UaMutant("locked", frozenset(("A2-6.1.3-2",)), lambda pdf: None, options={"encryption": Encryption(user="", owner="baas", R=4), "static_id": False}),
    UaMutant("no_identity", frozenset(("A2-6.1.3-1",)), None, bytes=lambda data: data.replace(b"/ID [", b"/Id [")),
]  # fmt: skip
for rules, change in (
    (("6.2.11.4.1-1",), a_font_that_is_elsewhere), (("6.2.11.5-1",), widths_that_are_wrong), (("6.2.11.7.2-1",), signs_without_a_reading),
    (("6.2.11.7.2-2",), signs_that_are_read_as_nothing), (("6.2.11.8-1", "6.2.11.5-1"), the_sign_for_missing_ones), (("6.7.3.4-1",), a_type_that_nobody_knows),
    (("6.7.3.4-2",), types_in_a_circle), (("6.2.11.3.1-1", "6.2.11.3.3-1"), an_encoding_that_is_elsewhere),
    (("6.2.11.3.1-1",), an_encoding_of_another_collection), (("6.2.11.3.3-2",), an_encoding_of_two_directions),
    (("6.2.11.3.2-1",), a_font_without_a_mapping), (("6.2.11.4.2-2",), a_list_of_characters_that_lacks_some),
    (("6.2.11.4.1-2", "6.2.11.5-1", "6.2.11.8-1"), a_sign_that_its_font_lacks), (("6.2.11.6-1", "6.2.11.6-2"), a_plain_font_of_no_encoding),
    (("6.2.11.4.2-1",), a_list_of_signs_that_lacks_one),
):  # fmt: skip
    breaks(*rules)(change)
MUTANTS += [
    # veraPDF looks for this only behind types of the maker’s own.
    UaMutant("a_type_with_another_meaning", frozenset(("A2-6.7.3.4-3",)), a_type_with_another_meaning, foreign=frozenset()),
    # veraPDF 1.30 breaks off at such a file and gives no verdict.
    UaMutant("an_encoding_that_builds_on_another", frozenset(("A2-6.2.11.3.3-3",)), an_encoding_that_builds_on_another, foreign=frozenset()),
    UaMutant("no_pdf", frozenset(("A2-00-0",)), None, bytes=lambda data: b"%PDF-1.7 nothing", foreign=frozenset()),
]


@breaks("6.1.7.1-3")
def data_elsewhere(pdf: Pdf) -> None:
    pdf.pages[0].Weg = pdf.make_stream(b"", F=String("a.bin"))


@breaks("6.1.7.2-1")
def packed_by_lzw(pdf: Pdf) -> None:
    held = pdf.make_stream(b"")
    held.write(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", filter=Name.LZWDecode)
    pdf.pages[0].Weg = held


@breaks("6.1.13-11")
def a_tiny_box(pdf: Pdf) -> None:
    pdf.pages[0].ArtBox = Array([0, 0, 2, 2])


@breaks("6.4.1-1", "6.3.3-1")
def a_field_that_acts(pdf: Pdf) -> None:
    annotate(pdf, "Widget", attach(pdf, first(pdf, "Sect"), "Form"), FT=Name.Tx, TU=String("naam"), A=Dictionary(S=Name.URI, URI=String("https://a.be")))


@breaks("6.4.1-3")
def a_form_without_looks(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=[], NeedAppearances=True)


@breaks("6.4.2-1")
def a_form_of_another_kind(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=[], XFA=Array([String("config"), pdf.make_stream(b"<config/>")]))


@breaks("6.4.2-2")
def to_be_made_up(pdf: Pdf) -> None:
    pdf.Root.NeedsRendering = True


@breaks("6.5.1-1")
def a_script(pdf: Pdf) -> None:
    link(pdf).A = Dictionary(S=Name.JavaScript, JS=String("1"))


@breaks("6.5.1-1")
def an_opening_that_acts(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.Launch, F=String("a.exe"))


@breaks("6.5.1-2")
def a_named_action(pdf: Pdf) -> None:
    link(pdf).A = Dictionary(S=Name.Named, N=Name.Print)


@breaks("6.5.2-1")
def the_document_acts(pdf: Pdf) -> None:
    pdf.Root.AA = Dictionary()


@breaks("6.5.2-2")
def a_page_acts(pdf: Pdf) -> None:
    pdf.pages[0].AA = Dictionary()


@breaks("6.6.2.1-1")
def no_packet(pdf: Pdf) -> None:
    del pdf.Root["/Metadata"]


@breaks("6.6.2.1-2")
def a_packet_of_so_many_bytes(pdf: Pdf) -> None:
    packet(pdf, '<?xpacket begin="\ufeff"', '<?xpacket begin="\ufeff" bytes="10"')


@breaks("6.6.2.1-3")
def a_packet_of_an_encoding(pdf: Pdf) -> None:
    packet(pdf, '<?xpacket begin="\ufeff"', '<?xpacket begin="\ufeff" encoding="UTF-8"')


@breaks("6.6.2.3.1-1")
def a_property_that_is_not_described(pdf: Pdf) -> None:
    packet(pdf, "<pdfuaid:part>", '<eigen:ding xmlns:eigen="https://example.org/ns/">a</eigen:ding><pdfuaid:part>')


@breaks("6.6.4-1")
def no_claim(pdf: Pdf) -> None:
    packet(pdf, "<pdfaid:part>2</pdfaid:part>", "")
    packet(pdf, "<pdfaid:conformance>A</pdfaid:conformance>", "")


@breaks("6.6.4-2")
def another_part(pdf: Pdf) -> None:
    packet(pdf, "<pdfaid:part>2<", "<pdfaid:part>3<")


@breaks("6.6.4-3")
def another_level(pdf: Pdf) -> None:
    packet(pdf, "<pdfaid:conformance>A<", "<pdfaid:conformance>B<")


@breaks("6.7.2.2-1")
def not_marked(pdf: Pdf) -> None:
    del pdf.Root["/MarkInfo"]


@breaks("6.7.3.3-1")
def no_tree(pdf: Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


@breaks("6.7.4-1")
def a_language_that_is_none(pdf: Pdf) -> None:
    pdf.Root.Lang = String("dutch language")


@breaks("6.8-2")
def attached_without_both_names(pdf: Pdf) -> None:
    data = base()
    held = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("a.pdf"), EF=Dictionary(F=pdf.make_stream(data, Type=Name.EmbeddedFile))))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=[String("a.pdf"), held]))


@breaks("6.9-1")
def layers_without_a_name(pdf: Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=[], D=Dictionary(Order=[]))


@breaks("6.9-4")
def layers_that_switch(pdf: Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=[], D=Dictionary(Name=String("lagen"), AS=[]))


@breaks("6.10-1")
def another_way_to_show_it(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(AlternatePresentations=Dictionary(Names=[]))


@breaks("6.10-2")
def steps_of_a_show(pdf: Pdf) -> None:
    pdf.pages[0].PresSteps = Dictionary()


@breaks("6.11-1")
def asks_of_its_reader(pdf: Pdf) -> None:
    pdf.Root.Requirements = Array([Dictionary(S=Name.EnableJavaScripts)])


# ---------------------------------------------------------------- what is seen


@breaks("6.2.3-1", "6.2.4.3-2")
def no_profile_of_a_screen(pdf: Pdf) -> None:
    held = pdf.Root.OutputIntents[0].DestOutputProfile
    data = held.read_bytes()
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(data[:12] + b"abst" + b"Lab " + data[20:], N=3)


@breaks("6.2.4.3-2", "6.2.4.3-4")
def no_intent(pdf: Pdf) -> None:
    del pdf.Root["/OutputIntents"]
    draw(pdf, "/Artifact BMC 0 g 9 9 9 9 re f EMC")


@breaks("6.2.4.3-3")
def colours_of_the_printer(pdf: Pdf) -> None:
    draw(pdf, "/Artifact BMC 0 0 0 1 k 9 9 9 9 re f EMC")


def resource(pdf: Pdf, category: str, name: str, held: object, code: str) -> None:
    own = pdf.pages[0].Resources
    own["/" + category] = Dictionary({**dict(own.get("/" + category, Dictionary()).items()), "/" + name: held})
    draw(pdf, f"/Artifact BMC q {code} Q EMC")


def state(pdf: Pdf, **entries: object) -> None:
    resource(pdf, "ExtGState", "Gs9", Dictionary(Type=Name.ExtGState, **entries), "/Gs9 gs 9 9 9 9 re f")


@breaks("6.2.5-1")
def transfer(pdf: Pdf) -> None:
    state(pdf, TR=Name.Identity)


@breaks("6.2.5-2")
def transfer_2(pdf: Pdf) -> None:
    state(pdf, TR2=Name.Identity)


@breaks("6.2.5-3")
def halftone_origin(pdf: Pdf) -> None:
    state(pdf, HTP=Array([0, 0]))


@breaks("6.2.6-1")
def another_intent(pdf: Pdf) -> None:
    state(pdf, RI=Name.Mooi)


@breaks("6.2.10-1")
def another_blend_mode(pdf: Pdf) -> None:
    state(pdf, BM=Name.Mooi)


def image(pdf: Pdf, bits: int = 8, **entries: object) -> Stream:
    held = pdf.make_stream(bytes(64), Type=Name.XObject, Subtype=Name.Image, Width=2, Height=2, ColorSpace=Name.DeviceRGB, BitsPerComponent=bits)
    for key, value in entries.items():
        held["/" + key] = value
    resource(pdf, "XObject", "Im9", held, "9 0 0 9 9 9 cm /Im9 Do")
    return held


@breaks("6.2.8-1")
def stand_ins(pdf: Pdf) -> None:
    image(pdf, Alternates=Array([]))


@breaks("6.2.8-2")
def to_be_replaced(pdf: Pdf) -> None:
    image(pdf, OPI=Dictionary())


@breaks("6.2.8-3")
def to_be_smoothed(pdf: Pdf) -> None:
    image(pdf, Interpolate=True)


@breaks("6.2.8-4")
def three_bits(pdf: Pdf) -> None:
    image(pdf, bits=3)


def form(pdf: Pdf, kind: str = "Form", **entries: object) -> None:
    held = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name("/" + kind), BBox=[0, 0, 9, 9])
    for key, value in entries.items():
        held["/" + key] = value
    resource(pdf, "XObject", "Fm9", held, "/Fm9 Do")


@breaks("6.2.9-1")
def a_form_to_be_replaced(pdf: Pdf) -> None:
    form(pdf, OPI=Dictionary())


@breaks("6.2.9-2")
def a_form_from_elsewhere(pdf: Pdf) -> None:
    form(pdf, Ref=Dictionary(F=String("b.pdf"), Page=0))


@breaks("6.2.9-3")
def postscript(pdf: Pdf) -> None:
    form(pdf, "PS")


@breaks("6.3.1-1", "6.3.3-1")
def a_film(pdf: Pdf) -> None:
    annotate(pdf, "Screen", attach(pdf, first(pdf, "Sect"), "Annot"), Contents=String("film"))


@breaks("6.3.2-1")
def a_link_that_does_not_say(pdf: Pdf) -> None:
    del link(pdf)["/F"]


@breaks("6.3.2-2")
def a_link_that_is_not_printed(pdf: Pdf) -> None:
    link(pdf).F = 0


@breaks("6.3.3-1")
def a_note_without_looks(pdf: Pdf) -> None:
    annotate(pdf, "Text", attach(pdf, first(pdf, "Sect"), "Annot"), Contents=String("noot"))


@breaks("6.2.11.6-3", "6.2.11.6-4")
def a_symbolic_font_with_an_encoding(pdf: Pdf) -> None:
    plain(pdf, 4, Name.WinAnsiEncoding)

"""The file as a whole: its claim, its title, its layers and locks (ISO 14289-1, 5, 6, 7.1, 7.10, 7.11, 7.15, 7.16), and what it brings in from elsewhere (7.18.6, 7.20)."""

from pikepdf import Array, Dictionary, Encryption, Name, Pdf, Permissions, String
from unit.preflight.mutants_ua.edits import annotate, attach, draw, first, packet
from unit.preflight.mutants_ua.mutant import MUTANTS, UaMutant, breaks

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


MUTANTS += [
    UaMutant("locked_against_reading", frozenset(("UA-7.16-1",)), lambda pdf: None, options={
        "encryption": Encryption(user="", owner="baas", R=3, allow=Permissions(accessibility=False), aes=False, metadata=False), "static_id": False,
    }),
]  # fmt: skip

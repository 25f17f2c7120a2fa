"""Mutants against the rules of files, metadata, intents, pages and objects."""

from pikepdf import Array, Dictionary, Name, Pdf, String
from unit.pdf.by_hand import ROOT
from unit.preflight.mutants import MUTANTS, Mutant, breaks, draw, image, intent, letter, outline, packet, show, states

SRGB = (ROOT / "assets" / "icc" / "sRGB.icc").read_bytes()

MUTANTS += [
    Mutant("X4-00", None, bytes=lambda data: b"%PDF-1.6 nothing", name="no_pdf"),
    Mutant("X4-01", None, bytes=lambda data: data.replace(b"%PDF-1.6", b"%PDF-1.7", 1), name="version_1_7"),
    Mutant("X4-01", None, bytes=lambda data: data.replace(b"%PDF-1.6", b"%PDF-1.4", 1), name="version_1_4"),
    Mutant("X4-03", None, bytes=lambda data: data.replace(b"/ID [", b"/Id ["), name="no_identity"),
]


@breaks("X4-00")
def content_that_does_not_unpack(pdf: Pdf) -> None:
    broken = pdf.make_stream(b"")
    broken.write(b"no flate at all", filter=Name.FlateDecode)
    pdf.pages[3].contents_add(broken)


@breaks("X4-01")
def catalog_version(pdf: Pdf) -> None:
    pdf.Root.Version = Name("/1.7")


@breaks("X4-04", "X4-05", "X4-06")
def no_packet(pdf: Pdf) -> None:
    del pdf.Root["/Metadata"]


@breaks("X4-04")
def packet_of_no_type(pdf: Pdf) -> None:
    del pdf.Root.Metadata["/Subtype"]


@breaks("X4-05")
def another_standard(pdf: Pdf) -> None:
    packet(pdf, "PDF/X-4<", "PDF/X-4p<")


@breaks("X4-05")
def the_old_name_space(pdf: Pdf) -> None:
    packet(pdf, "http://www.npes.org/pdfx/ns/id/", "http://ns.adobe.com/pdfx/1.3/")


@breaks("X4-06")
def no_title_in_the_packet(pdf: Pdf) -> None:
    packet(pdf, "dc:title", "dc:titel")


@breaks("X4-06")
def no_version(pdf: Pdf) -> None:
    packet(pdf, "xmpMM:VersionID", "xmpMM:Version")


@breaks("X4-07")
def trapped_unknown(pdf: Pdf) -> None:
    pdf.trailer.Info.Trapped = Name.Unknown


@breaks("X4-07")
def trapped_is_a_string(pdf: Pdf) -> None:
    pdf.trailer.Info.Trapped = String("False")


@breaks("X4-07")
def another_title(pdf: Pdf) -> None:
    pdf.trailer.Info.Title = String("Iets anders")


@breaks("X4-07")
def another_date(pdf: Pdf) -> None:
    pdf.trailer.Info.ModDate = String("D:20010101000000Z")


@breaks("X4-08")
def no_intent(pdf: Pdf) -> None:
    del pdf.Root["/OutputIntents"]


@breaks("X4-08")
def two_intents(pdf: Pdf) -> None:
    pdf.Root.OutputIntents.append(intent(pdf))


@breaks("X4-08")
def no_condition(pdf: Pdf) -> None:
    del intent(pdf)["/OutputConditionIdentifier"]


@breaks("X4-08")
def no_profile(pdf: Pdf) -> None:
    del intent(pdf)["/DestOutputProfile"]


@breaks("X4-08")
def profile_elsewhere(pdf: Pdf) -> None:
    intent(pdf)["/DestOutputProfileRef"] = Dictionary(ProfileName=String("x"))


@breaks("X4-09", "R0035", "X4-31")
def profile_of_a_screen(pdf: Pdf) -> None:
    intent(pdf).DestOutputProfile = pdf.make_stream(SRGB, N=3)


@breaks("X4-09")
def profile_cut_off(pdf: Pdf) -> None:
    intent(pdf).DestOutputProfile = pdf.make_stream(intent(pdf).DestOutputProfile.read_bytes()[:-10], N=4)


@breaks("R0035", "X4-31")
def profile_of_a_printer_in_rgb(pdf: Pdf) -> None:
    intent(pdf).DestOutputProfile = pdf.make_stream(SRGB[:12] + b"prtr" + SRGB[16:], N=3)


@breaks("P-11", conditions=("FOGRA51",))
def another_condition(pdf: Pdf) -> None:
    assert str(intent(pdf).OutputConditionIdentifier) == "FOGRA39"


@breaks("X4-10")
def opening_action(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.URI, URI=String("https://example.org"))


@breaks("X4-10")
def script(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), Dictionary(S=Name.JavaScript, JS=String("1"))])))


@breaks("X4-10")
def additional_action(pdf: Pdf) -> None:
    pdf.pages[0]["/AA"] = Dictionary(O=Dictionary(S=Name.Named, N=Name.NextPage))


@breaks("X4-10")
def bookmark_with_an_action(pdf: Pdf) -> None:
    outline(pdf)


@breaks("X4-11")
def link(pdf: Pdf) -> None:
    pdf.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[10, 10, 50, 50])])


@breaks("X4-11")
def form_field(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([Dictionary(FT=Name.Tx, T=String("a"))]))


@breaks("X4-12")
def attachment(pdf: Pdf) -> None:
    pdf.attachments["a.txt"] = b"a"


@breaks("X4-13")
def data_elsewhere(pdf: Pdf) -> None:
    pdf.pages[0].Resources.Extra = pdf.make_stream(b"", F=String("other.bin"))


@breaks("X4-20")
def no_trim(pdf: Pdf) -> None:
    for page in pdf.pages:
        del page["/TrimBox"]


@breaks("X4-20")
def trim_and_art(pdf: Pdf) -> None:
    pdf.pages[0].ArtBox = pdf.pages[0].TrimBox


@breaks("X4-21", "P-01")
def trim_beyond_the_bleed(pdf: Pdf) -> None:
    for page in pdf.pages:
        page.BleedBox = [10, 10, 400, 600]


@breaks("X4-22")
def separated(pdf: Pdf) -> None:
    pdf.pages[0].SeparationInfo = Dictionary(DeviceColorant=Name.Cyan)


@breaks("X4-23")
def content_of_another_file(pdf: Pdf) -> None:
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], Ref=Dictionary(Page=0))
    draw(pdf, "/Fx Do", XObject={"Fx": form})


@breaks("X4-23")
def postscript(pdf: Pdf) -> None:
    draw(pdf, "/Fx Do", XObject={"Fx": pdf.make_stream(b"showpage", Type=Name.XObject, Subtype=Name.PS)})


@breaks("X4-23")
def replaced_by_the_printer(pdf: Pdf) -> None:
    show(pdf, image(pdf, OPI=Dictionary()))


@breaks("X4-35")
def transfer_function(pdf: Pdf) -> None:
    draw(pdf, "/Gs9 gs", ExtGState=states(TR=Name.Identity))


@breaks("X4-35")
def halftone(pdf: Pdf) -> None:
    draw(pdf, "/Gs9 gs", ExtGState=states(HT=Dictionary(HalftoneType=6)))


@breaks("X4-35", "P-16")
def blend_mode(pdf: Pdf) -> None:
    draw(pdf, "/Gs9 gs", ExtGState=states(BM=Name.Blacken))


@breaks("X4-36")
def intent_of_a_state(pdf: Pdf) -> None:
    draw(pdf, "/Gs9 gs", ExtGState=states(RI=Name.Vivid))


@breaks("X4-36")
def intent_in_the_content(pdf: Pdf) -> None:
    draw(pdf, "/Vivid ri")


@breaks("X4-40")
def smoothed(pdf: Pdf) -> None:
    show(pdf, image(pdf, Interpolate=True))


@breaks("X4-40")
def stand_ins(pdf: Pdf) -> None:
    show(pdf, image(pdf, Alternates=Array()))


@breaks("X4-40")
def three_bits(pdf: Pdf) -> None:
    show(pdf, image(pdf, BitsPerComponent=3))


@breaks("X4-41", "P-15")
def two_channels(pdf: Pdf) -> None:
    picture = image(pdf)
    picture.write(b"\xff\x4f\xff\x51" + bytes(36) + b"\x00\x02", filter=Name.JPXDecode)
    show(pdf, picture)


@breaks("P-15")
def sixteen_bits(pdf: Pdf) -> None:
    show(pdf, image(pdf, BitsPerComponent=16))


@breaks("X4-44")
def layers_that_switch(pdf: Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary(Name=String("a"), AS=Array()))


@breaks("X4-44")
def layers_without_a_name(pdf: Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary(Name=String("a")), Configs=Array([Dictionary()]))


@breaks("R0002")
def scaled(pdf: Pdf) -> None:
    pdf.pages[0].UserUnit = 2


@breaks("R0003")
def cropped(pdf: Pdf) -> None:
    pdf.pages[0].CropBox = pdf.pages[0].TrimBox


@breaks("R0004")
def another_size(pdf: Pdf) -> None:
    pdf.pages[3].TrimBox = [8.5, 8.5, 408.5, 600]
    pdf.pages[3].BleedBox = [0, 0, 417, 608.5]


@breaks("R0004")
def turned(pdf: Pdf) -> None:
    pdf.pages[3].Rotate = 90


@breaks("P-01")
def little_bleed(pdf: Pdf) -> None:
    for page in pdf.pages:
        page.BleedBox = [6, 6, 411, 611]


@breaks("P-02")
def ground_without_bleed(pdf: Pdf) -> None:
    draw(pdf, "0 0 0 .2 k 8.5 100 200 100 re f")


@breaks("P-10", multiple=4)
def odd_number_of_pages(pdf: Pdf) -> None:
    assert len(pdf.pages) % 4


@breaks("P-12")
def moved(pdf: Pdf) -> None:
    page = pdf.pages[0]
    page.MediaBox = [-5, 0, 417, 617]


@breaks("X4-42")
def not_embedded(pdf: Pdf) -> None:
    del pdf.pages[0].Resources.Font.F1.DescendantFonts[0].FontDescriptor["/FontFile2"]


@breaks("X4-42")
def standard_font(pdf: Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    draw(pdf, "BT 0 0 0 1 k /F9 12 Tf 100 300 Td (a) Tj ET", Font={"F9": font})


@breaks("X4-42")
def no_map_to_glyphs(pdf: Pdf) -> None:
    del pdf.pages[0].Resources.Font.F1.DescendantFonts[0]["/CIDToGIDMap"]


@breaks("X4-43")
def signs_that_are_not_there(pdf: Pdf) -> None:
    draw(pdf, "BT 0 0 0 1 k /F1 12 Tf 100 300 Td <FFFF> Tj ET")


@breaks("X4-43")
def other_widths(pdf: Pdf) -> None:
    widths = pdf.pages[0].Resources.Font.F1.DescendantFonts[0].W
    widths[1][0] = float(widths[1][0]) + 2
    assert letter(pdf)


@breaks("R0014", "X4-42")
def courier(pdf: Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)
    draw(pdf, "BT 0 0 0 1 k /F9 12 Tf 100 300 Td (a) Tj ET", Font={"F9": font})

"""Pages of other PDFs as pictures: their colours converted, their layers flattened, nothing else of the file carried over."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from artwork import placed_pdf
from pikepdf import Array, Dictionary, Encryption, Name, Object, Pdf

from reportbuilder.assets import places
from reportbuilder.assets.form import Form, Parts, add_parts
from reportbuilder.assets.inspect import examine_bytes, inspect
from reportbuilder.assets.pictures import Job, PictureFault, PictureSettings, Remark, Rendition
from reportbuilder.assets.placed import content
from reportbuilder.assets.placed.functions import Unreadable, function
from reportbuilder.assets.placed.place import opened, render_page
from reportbuilder.assets.separate import Separation
from reportbuilder.diag.diagnostic import Family

FOGRA39 = Path(__file__).parents[3] / "assets/icc/FOGRA39L_TAC300.icc"
SETTINGS = PictureSettings(36, 36, 80, FOGRA39, 300, Path())
JOB = Job("a.pdf", 200, 100)


@cache
def separation() -> Separation:
    return Separation(FOGRA39.read_bytes(), 300)


@cache
def page(spots: bool = False) -> tuple[Rendition, tuple[Remark, ...]]:
    from msgspec.structs import replace

    return render_page(placed_pdf(), JOB, replace(SETTINGS, spots=spots), separation())


def text(form: Form) -> str:
    """All parts, readable."""
    content = [part.data if "BBox" in part.entries else b"" for part in form.parts]
    return "\n".join(f"{part.entries}\n{(data or b'').decode('latin-1')}" for part, data in zip(form.parts, content))


def made(content: bytes = b"", resources: Dictionary | None = None, change: object = None, **keys: Object) -> bytes:
    """A page of 100 × 50 points."""
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(100, 50))
        pdf.pages[0].obj.Contents = pdf.make_stream(content)
        pdf.pages[0].obj.Resources = resources or Dictionary()
        for key, value in keys.items():
            pdf.pages[0].obj[f"/{key}"] = value
        if callable(change):
            change(pdf)
        file = BytesIO()
        pdf.save(file)
        return file.getvalue()


def fault(data: bytes, file: str = "a.pdf") -> PictureFault:
    with pytest.raises(PictureFault) as caught:
        render_page(data, Job(file, 10, 10), SETTINGS, separation())
    return caught.value


def printed(content: bytes, resources: Dictionary | None = None) -> str:
    """The operators of the page in print, after those with which every page begins."""
    rendition, _ = render_page(made(content, resources), Job("a.pdf", 10, 5), SETTINGS, separation())
    return rendition.page.print.parts[-1].data.decode("latin-1").split("K\n", 1)[1].replace("\n", " ").strip()


def test_cmyk_stays_as_it_is_and_the_rest_becomes_it() -> None:
    assert printed(b"0 .8 .9 0 k 0 0 1 1 re f") == "0 0.8 0.9 0 k 0 0 1 1 re f"
    assert printed(b".5 g 1 1 1 RG 0 0 0 rg") == "0 0 0 0.5 k 0 0 0 0 K 0 0 0 1 k"
    assert [float(v) for v in printed(b".77 .25 .11 rg").split()[:-1]] == pytest.approx(separation().colours([(196, 64, 28)])[0], abs=0.01)


def test_what_is_of_the_other_document_alone_is_left_out() -> None:
    assert printed(b"/Span <</MCID 0>> BDC 0 0 5 5 re f EMC /Perceptual ri /Odd ri 1 i BX EX Q q") == "0 0 5 5 re f /Perceptual ri 1 i q Q"
    rendition, remarks = page()
    for form in (rendition.page.print, rendition.page.web):
        assert not re.search("JavaScript|Annot|/OC|MCID|TR|/Off|OpenAction", text(form))
    assert [remark.code for remark in remarks] == ["pdf-notes", "pdf-spot"] and "(OpenAction, Text)" in remarks[0].message


def test_no_colour_of_the_other_kind_is_left() -> None:
    rendition, _ = page()
    shown = text(rendition.page.print)
    assert "DeviceRGB" not in shown and "ICCBased" not in shown and "Merk" not in shown and "/DeviceCMYK" in shown
    assert set(re.findall(r"\n(?:[^\n]* )?(rg|RG|g|G|cs|scn|CS|SCN|k|K)(?=\n)", shown)) == {"k", "K", "cs", "scn"}
    assert re.findall(r"\n(.*) (?:cs|scn)(?=\n)", shown) == ["/Pattern", "/Tiles"]
    shown = text(rendition.page.web)
    assert "DeviceCMYK" not in shown and not re.search(r"\s[kK]\n", shown)


def test_a_spot_colour_stays_one_where_the_printer_prints_it_and_means_one_ink_in_the_whole_document() -> None:
    rendition, remarks = page(True)
    form = rendition.page.print
    assert [remark.code for remark in remarks] == ["pdf-notes"] and [name for name, _ in form.spots] == ["Merk Groen"]
    assert "/Spot cs\n0.7 scn" in text(form) and "/DeviceN [/Cyan /Merk#20Groen] /DeviceCMYK" in text(form) and "/Colorants<</Merk#20Groen @/Merk#20Groen@>>" in text(form)
    known = {"Merk Groen": "[/Separation /Merk#20Groen /DeviceCMYK <<>>]"}
    parts = Parts()
    add_parts(form, parts, dict(known))
    assert f"/Spot {known['Merk Groen']}" in parts.parts[-1].entries["Resources"]
    new: dict[str, str] = {}
    add_parts(form, Parts(), new)
    assert new["Merk Groen"].startswith("[/Separation /Merk#20Groen /DeviceCMYK @")
    assert "Merk" not in text(rendition.page.web)


def test_the_trim_is_shown_upright_and_cropped() -> None:
    assert opened(placed_pdf(), "a.pdf").size == (400, 200) and opened(placed_pdf(270), "a.pdf").size == (200, 400)
    matrix = [float(v) for v in page()[0].page.print.parts[-1].entries["Matrix"][1:-1].split()]
    assert matrix == pytest.approx([1 / 400, 0, 0, 1 / 200, -0.05, -0.1])
    turned = render_page(placed_pdf(90), Job("a.pdf", 10, 20, (0, 0, 1, 0.5)), SETTINGS, separation())[0].page.print
    assert [float(v) for v in turned.parts[-1].entries["BBox"][1:-1].split()] == pytest.approx([20, 20, 220, 220])  # what is cropped away is not seen beside it
    a, b, c, d, e, f = (float(v) for v in turned.parts[-1].entries["Matrix"][1:-1].split())
    assert [(round(a * x + c * y + e, 3), round(b * x + d * y + f, 3)) for x, y in ((20, 220), (20, 20), (220, 220))] == [(1, 1), (0, 1), (1, 0)]


def test_text_is_kept_where_its_font_is_fit_and_pixels_where_not() -> None:
    shown = page()[0].page.web
    assert shown.parts[-1].entries["Subtype"] == "/Form" and "Blokken" in text(shown)
    assert fault(placed_pdf(fonts=False)).code == "pdf-font"

    def without_unicode(pdf: Pdf) -> None:
        del pdf.pages[0].Resources.Font.F.ToUnicode

    with Pdf.open(BytesIO(placed_pdf())) as pdf:
        without_unicode(pdf)
        file = BytesIO()
        pdf.save(file)
    rendition, remarks = render_page(file.getvalue(), JOB, SETTINGS, separation())
    assert [part.entries["Subtype"] for part in rendition.page.web.parts] == ["/Image"] and remarks[-1].code == "pdf-font"
    assert "Blokken" in text(rendition.page.print)


def test_a_picture_of_the_page_is_there_for_docx() -> None:
    web = page()[0].web
    assert (web.width, web.height, web.space, web.filter) == (100, 50, "rgb", "flate")


@pytest.mark.parametrize(
    ("resources", "content", "why"),
    [
        (Dictionary(), b"/No Do", "something that is not there"),
        (Dictionary(Shading=Dictionary(S=Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 1, 1])))), b"/S sh", "a shading without colours"),
        (Dictionary(ColorSpace=Dictionary(C=Array([Name("/Odd")]))), b"/C cs", "the colour space ‘Odd’"),
        (Dictionary(), b"q " * 50, "states saved too deeply"),
        (Dictionary(ExtGState=Dictionary(G=Dictionary(SMask=Dictionary(S=Name.Luminosity)))), b"/G gs", "a soft mask without its group"),
        (Dictionary(Font=Dictionary(F=Array([]))), b"/F 1 Tf", "a font that is none"),
        (Dictionary(), b"1 0 rg", "a colour with too few parts"),
        (Dictionary(), b"gs", "objects that are not as they should be"),
    ],
)
def test_what_can_not_be_converted_is_shown_as_pixels(resources: Dictionary, content: bytes, why: str) -> None:
    rendition, (remark,) = render_page(made(content, resources), Job("a.pdf", 10, 5), SETTINGS, separation())
    assert remark.code == "pdf-pixels" and f"has {why}" in remark.message
    assert [part.entries["ColorSpace"] for form in (rendition.page.print, rendition.page.web) for part in form.parts] == ["/DeviceCMYK", "/DeviceRGB"]


@pytest.mark.parametrize(("kind", "corners", "said"), [(4, [(0, 9), (0, 99), (0, 200)], {}), (5, [(9,), (99,)], {"VerticesPerRow": 2}), (6, [(0, *range(24))], {})])
def test_meshes_keep_their_geometry_and_change_their_colours(kind: int, corners: list[tuple[int, ...]], said: dict[str, int]) -> None:
    colours = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0)]
    each = [bytes(corner) + (bytes(1) if kind != 6 else b"") for corner in corners]
    per = 4 if kind == 6 else 1
    data = b"".join(head + b"".join(map(bytes, colours[at * per : at * per + per])) for at, head in enumerate(each))

    def with_mesh(pdf: Pdf) -> None:
        mesh = pdf.make_stream(data, ShadingType=kind, ColorSpace=Name.DeviceRGB, BitsPerCoordinate=8, BitsPerComponent=8, Decode=Array([0, 1, 0, 1] + [0, 1] * 3), **said)
        if kind != 5:
            mesh.BitsPerFlag = 8
        pdf.pages[0].Resources = Dictionary(Shading=Dictionary(S=mesh))

    rendition, remarks = render_page(made(b"/S sh", change=with_mesh), Job("a.pdf", 10, 5), SETTINGS, separation())
    (part,) = [part for part in rendition.page.print.parts if "ShadingType" in part.entries]
    wanted = separation().process(colours[: per * len(corners)])
    inks = [b"".join(round(ink * 65535).to_bytes(2, "big") for ink in colour) for colour in wanted]
    assert remarks == () and part.data == b"".join(head + b"".join(inks[at * per : at * per + per]) for at, head in enumerate(each))
    assert part.entries["BitsPerComponent"] == "16" and part.entries["ColorSpace"] == "/DeviceCMYK"
    assert [part.data for part in rendition.page.web.parts if "ShadingType" in part.entries] == [data]


def test_a_form_that_shows_itself_ends() -> None:
    def loop(pdf: Pdf) -> None:
        form = pdf.make_stream(b"/X Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
        form.Resources = Dictionary(XObject=Dictionary(X=form))
        pdf.pages[0].Resources = Dictionary(XObject=Dictionary(X=form))

    _, (remark,) = render_page(made(b"/X Do", change=loop), Job("a.pdf", 10, 5), SETTINGS, separation())
    assert "a form that contains itself" in remark.message


def test_content_that_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "MOST_BYTES", 1000)
    found = fault(made(b"0 0 m\n" * 10_000))
    assert (found.code, found.family) == ("picture-too-large", Family.LIMIT)


def _encrypted(user: str) -> bytes:
    with Pdf.open(BytesIO(made())) as pdf:
        file = BytesIO()
        pdf.save(file, encryption=Encryption(owner="x", user=user))
        return file.getvalue()


@pytest.mark.parametrize(
    ("data", "file", "code"),
    [
        (lambda: _encrypted("geheim"), "a.pdf", "pdf-protected"),
        (lambda: _encrypted(""), "a.pdf", "pdf-protected"),
        (lambda: made()[:-200], "a.pdf", "pdf-broken"),
        (lambda: b"%PDF-1.7\n", "a.pdf", "pdf-broken"),
        (lambda: made(MediaBox=Array([0, 0, 0.5, 5])), "a.pdf", "pdf-broken"),
        (lambda: made(MediaBox=Array([0, 0, 1e6, 5])), "a.pdf", "pdf-broken"),
        (made, "a.pdf#2", "pdf-page"),
        (made, "a.pdf#0", "pdf-page"),
        (lambda: made(change=lambda pdf: pdf.pages.__delitem__(0)), "a.pdf", "pdf-page"),
    ],
)
def test_files_that_can_not_be_placed_are_refused_by_what_is_wrong(data: object, file: str, code: str) -> None:
    """F1."""
    assert callable(data) and fault(data(), file).code == code


@pytest.mark.slow
def test_a_page_is_named_behind_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "assets" / "pictures"
    folder.mkdir(parents=True)
    (folder / "Kaart.pdf").write_bytes(made())
    assert places.locate(tmp_path, "Kaart.pdf#1") == folder / "Kaart.pdf"
    info = inspect(tmp_path, "Kaart.pdf#1", tmp_path / "cache")
    assert (info.file, info.width, info.height, info.vector) == ("pictures/Kaart.pdf#1", 100, 50, True)
    assert examine_bytes(made(), "pictures/Kaart.pdf")[1].kind == "pdf"
    with pytest.raises(PictureFault, match="has 1 page, not a page 7"):
        inspect(tmp_path, "Kaart.pdf#7")


def test_functions_give_what_the_standard_says() -> None:
    with Pdf.new() as pdf:
        line = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 0]), C1=Array([0, 1]), N=2)
        assert function(line)((0.5,)) == (0.75, 0.25) and function(line)((9.0,)) == (0, 1)
        both = Dictionary(FunctionType=3, Domain=Array([0, 1]), Functions=Array([line, line]), Bounds=Array([0.5]), Encode=Array([0, 1, 1, 0]))
        assert function(both)((0.25,)) == (0.75, 0.25) and function(both)((0.75,)) == (0.75, 0.25) and function(both)((1.0,)) == (1, 0)
        samples = pdf.make_stream(bytes([0, 255, 255, 0]), FunctionType=0, Domain=Array([0, 1, 0, 1]), Range=Array([0, 2]), Size=Array([2, 2]), BitsPerSample=8)
        assert function(samples)((0.0, 0.0)) == (0,) and function(samples)((1.0, 0.0)) == (2,) and function(samples)((0.5, 0.5)) == (1,)
        sums = {b"{ 2 copy add 3 1 roll sub }": (0.75, 0.25), b"{ gt { 1 } { 0 } ifelse 2 3 exp }": (1, 8), b"{ exch 4 mul cvi exch 1 index 2 idiv }": (2, 0.25, 1)}
        for program, values in sums.items():
            stream = pdf.make_stream(program, FunctionType=4, Domain=Array([0, 1, 0, 1]), Range=Array([-9, 9] * len(values)))
            assert function(stream)((0.5, 0.25)) == values
        for broken in (b"{ 1", b"{ nonsense }", b"", b"{ " * 40):
            with pytest.raises(Unreadable):
                function(pdf.make_stream(broken, FunctionType=4, Domain=Array([0, 1]), Range=Array([0, 1])))
        with pytest.raises(Unreadable):
            function(pdf.make_stream(b"{ pop pop }", FunctionType=4, Domain=Array([0, 1]), Range=Array([0, 1])))((0.5,))

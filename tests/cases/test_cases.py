"""Small sections set on small pages, compared with the pages as text beside them. `make accept` writes what comes out; read it in the diff."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from square import FONT, KEY, sheet, style

from reportbuilder.assets.faces import Faces
from reportbuilder.assets.hyphenation import Hyphens
from reportbuilder.assets.pictures import PictureInfo
from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import NOWHERE
from reportbuilder.layout.dump import dump
from reportbuilder.layout.page import Layout
from reportbuilder.layout.settle import settle
from reportbuilder.load.compose import compose
from reportbuilder.load.parts import part
from reportbuilder.load.values import Mapping
from reportbuilder.load.variables import figures
from reportbuilder.model.nodes import Document, Draft, Meta
from reportbuilder.model.resolve import resolve
from reportbuilder.style.sheet import FaceKey
from reportbuilder.style.displays import ChartStyle, Displays, PeopleStyle, TimelineStyle
from reportbuilder.style.sheet import Sheet

HERE = Path(__file__).parent
META = Meta("Titel", "", "Wij", "2025", "titel", "nl-BE", "", ())
INFOS = {"p.png": PictureInfo("pictures/p.png", 200, 100, False)}


SIDE_COLUMN = ("margins",)
"""Cases on pages whose text is sixteen signs wide, with a column of seven beside it."""
FROM_RIGHT = ("from-right",)
"""Cases in Arabic."""
ARABIC = HERE.parents[1] / "assets" / "fonts" / "NotoNaskhArabic-Regular.ttf"


def small_sheet() -> Sheet:
    """Ten lines of twenty-four signs a page; notes and captions of five points."""
    made = sheet(
        280.0,
        140.0,
        body=style("body", align="justify", hyphenate=True, first_indent=10.0),
        list=style("list", align="justify", hyphenate=True, indent=20.0),
        heading1=style("heading1", after=10.0, keep_next=True),
        heading2=style("heading2", before=10.0, keep_next=True),
        heading3=style("heading3", keep_next=True),
        caption=style("caption", size=5.0, leading=6.0),
        note=style("note", size=5.0, leading=6.0, indent=10.0),
        **{"note-mark": style("note-mark", size=5.0, leading=6.0), "header": style("header", size=5.0), "folio": style("folio", size=5.0)},
        **{"opener-number": style("opener-number"), "table-head": style("table-head", size=5.0, leading=6.0)},
        **{"table-cell": style("table-cell", size=5.0, leading=6.0), "fact-label": style("fact-label", size=5.0, leading=6.0)},
        quote=style("quote", before=10.0, after=10.0, indent=20.0),
        box=style("box"),
        **{name: style(name, size=5.0, leading=6.0) for name in ("chart-label", "chart-value", "chart-note", "numbers-label", "margin-label", "margin-quote", "margin-quote-by", "person-name", "person-function")},
        **{"numbers-large": style("numbers-large", size=30.0, leading=30.0)},
    )
    return replace(made, displays=Displays(ChartStyle(height=30.0, diameter=40.0), people=PeopleStyle(portrait=30.0), timeline=TimelineStyle(date=80.0)))


CASES = sorted(HERE.glob("*.yaml"))


def case(path: Path) -> tuple[Document, Layout, Sheet, Log]:
    """The document of a case, its pages, their looks, and what was said of it."""
    log = Log()
    value = compose(path.read_text(encoding="utf-8"), path.name, log)
    assert isinstance(value, Mapping), log.diagnostics
    made = part(value, figures(Mapping((), NOWHERE), log), "nl-BE", log)
    assert made is not None and not log.errors, log.diagnostics
    from_right = path.stem in FROM_RIGHT
    document = resolve(Draft(replace(META, language="ar") if from_right else META, (made,)), log)
    made_sheet = small_sheet()
    if from_right:
        made_sheet = replace(made_sheet, page=replace(made_sheet.page, from_right=True), companions={"square": ("arabic",)})
    if path.stem in SIDE_COLUMN:
        made_sheet = replace(made_sheet, page=replace(made_sheet.page, text_width=160.0, gutter=10.0))
    faces = Faces({KEY: FONT, FaceKey("arabic"): ARABIC}, companions=made_sheet.companions) if from_right else Faces({KEY: FONT})
    return document, settle(document, made_sheet, faces, INFOS, Hyphens("nl-BE"), log), made_sheet, log


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_section_comes_out_as_its_pages(path: Path, accepted: Callable[[Path, str], None]) -> None:
    _, layout, _, log = case(path)
    told = "".join(f"{d.span} {d.code}: {d.message}\n" for d in log.in_order())
    accepted(path.with_suffix(".txt"), dump(layout) + told)

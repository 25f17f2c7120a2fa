"""Cases: sections, how they are set, and what of them is shown. The head of the file says the last two; the sections follow, each after a line ``---``."""

from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import asdict, replace
from square import FONT, sheet, style

from reportbuilder.assets.faces import Faces
from reportbuilder.assets.hyphenation import Hyphens
from reportbuilder.assets.pictures import PictureInfo
from reportbuilder.diag.diagnostic import Log
from reportbuilder.layout.page import Layout
from reportbuilder.layout.settle import settle
from reportbuilder.load.compose import compose
from reportbuilder.load.hyphenation import own_breaks
from reportbuilder.load.parts import part
from reportbuilder.load.sheet import read_sheet
from reportbuilder.load.values import Mapping
from reportbuilder.load.variables import Figures, figures
from reportbuilder.model.nodes import Document, Draft, Meta, Part
from reportbuilder.model.resolve import resolve
from reportbuilder.style.displays import ChartStyle, Displays, PeopleStyle, TimelineStyle
from reportbuilder.style.sheet import FaceKey, Ink, PageStyle, Sheet, TextStyle

ROOT = Path(__file__).parents[1]
CASES = sorted((ROOT / "tests" / "cases").glob("*.yaml"))
META = Meta("Titel", "", "Wij", "2025", "titel", "nl-BE", "", ())
INFOS = {"p.png": PictureInfo("pictures/p.png", 200, 100, False)}
FILES = {
    FaceKey("square"): FONT,
    **{
        FaceKey(family, weight, italic): ROOT / "assets" / "fonts" / f"{file}.ttf"
        for family, weight, italic, file in (
            ("serif", "regular", False, "SourceSerif4_400Regular"),
            ("serif", "regular", True, "SourceSerif4_400Regular_Italic"),
            ("sans", "regular", False, "SourceSans3_400Regular"),
            ("signs", "regular", False, "NotoSansSymbols2-Regular"),
            ("arabic", "regular", False, "NotoNaskhArabic-Regular"),
        )
    },
}
"""The fonts that a case may name."""

Kind = TypeVar("Kind", TextStyle, PageStyle)
Dump = Literal["pages", "lines", "glyphs", "painted", "word", "messages"]


class Head(Struct, frozen=True, forbid_unknown_fields=True):
    """``look``: the rule, and where in the dump it is seen. ``dump``: what is shown (see `dumps`). ``page`` and ``styles`` change fields of the sheet, the
    style ``all`` every one; ``fallback`` are families for letters that a font lacks, ``companions`` those that go with a family. ``figures`` are those that a report
    has in cijfers.yaml, ``words`` lines of its file of own breaks of words. ``report``: the sheet is that of the report in this repository.
    """

    look: str
    dump: tuple[Dump, ...] = ("pages",)
    language: str = "nl-BE"
    page: dict[str, float | bool] = {}
    styles: dict[str, dict[str, Any]] = {}
    fallback: tuple[str, ...] = ()
    companions: dict[str, tuple[str, ...]] = {}
    figures: dict[str, Any] = {}
    words: tuple[str, ...] = ()
    report: bool = False

    @property
    def plain(self) -> bool:
        """Whether it is set as all are that don't say otherwise."""
        return self == Head(self.look, self.dump)


class Case(Struct, frozen=True):
    """What came of the sections, and what was said of it."""

    head: Head
    document: Document
    layout: Layout
    sheet: Sheet
    log: Log


def divided(path: Path) -> tuple[Head, tuple[str, ...]]:
    """The head of a case, and its sections, each on the lines that it has in the file."""
    text = path.read_text(encoding="utf-8")
    top, *sections = text.split("\n---\n")
    lines = list(accumulate((section.count("\n") + 2 for section in (top, *sections)), initial=0))
    return msgspec.yaml.decode(top, type=Head), tuple("\n" * before + section for before, section in zip(lines[1:], sections))


def case(path: Path) -> Case:
    """The sections of a file, set."""
    head, sections = divided(path)
    log = Log()
    known = compose(msgspec.yaml.encode(head.figures).decode(), "cijfers.yaml", log)
    assert isinstance(known, Mapping)
    parts = tuple(_part(section, path.name, figures(known, log), head.language, log) for section in sections)
    hyphens = Hyphens(head.language, exceptions=own_breaks("\n".join(head.words), "words", log)) if head.words else _hyphens(head.language)
    assert not log.errors, log.errors
    document = resolve(Draft(replace(META, language=head.language), parts), log)
    looks = looks_of(head)
    return Case(head, document, settle(document, looks, _faces(head), INFOS, hyphens, log), looks, log)


def _part(section: str, file: str, known: Figures, language: str, log: Log) -> Part:
    value = compose(section, file, log)
    assert isinstance(value, Mapping), log.diagnostics
    made = part(value, known, language, log)
    assert made is not None, log.diagnostics
    return made


def looks_of(head: Head) -> Sheet:
    """The sheet that a head asks for."""
    made = _report() if head.report else short_sheet()
    everywhere = head.styles.get("all", {})
    assert head.styles.keys() <= made.styles.keys() | {"all"}, head.styles
    styles = {name: _changed(one, TextStyle, everywhere | head.styles.get(name, {})) for name, one in made.styles.items()}
    return replace(made, styles=styles, page=_changed(made.page, PageStyle, head.page), fallback=head.fallback or made.fallback, companions=head.companions)


def _changed(value: Kind, kind: type[Kind], changes: dict[str, Any]) -> Kind:
    if not changes:
        return value
    assert changes.keys() <= asdict(value).keys(), changes
    return msgspec.convert(msgspec.to_builtins(value) | changes, kind)


def short_sheet() -> Sheet:
    """Ten lines of twenty-four signs a page; notes and captions of five points."""
    small = {"size": 5.0, "leading": 6.0}
    made = sheet(
        280.0,
        140.0,
        body=style("body", align="justify", hyphenate=True, first_indent=10.0),
        list=style("list", align="justify", hyphenate=True, indent=20.0),
        heading1=style("heading1", after=10.0, keep_next=True),
        heading2=style("heading2", before=10.0, keep_next=True),
        heading3=style("heading3", keep_next=True),
        note=style("note", indent=10.0, **small),
        header=style("header", size=5.0),
        folio=style("folio", size=5.0),
        quote=style("quote", before=10.0, after=10.0, indent=20.0),
        **{name: style(name, **small) for name in ("caption", "note-mark", "table-head", "table-cell", "fact-label", "chart-label", "chart-value", "chart-note")},
        **{name: style(name, **small) for name in ("numbers-label", "margin-label", "margin-quote", "margin-quote-by", "person-name", "person-function")},
        **{"numbers-large": style("numbers-large", size=30.0, leading=30.0)},
    )
    displays = Displays(ChartStyle(height=30.0, diameter=40.0), people=PeopleStyle(portrait=30.0), timeline=TimelineStyle(date=80.0))
    return replace(made, displays=displays, inks=made.inks | INKS, page=replace(made.page, footer=15.0))


INKS = {
    name: Ink(name, cmyk, rgb)
    for name, cmyk, rgb in (
        ("accent", (0.0, 0.8, 0.9, 0.0), (200, 60, 20)),
        ("accent2", (0.8, 0.5, 0.5, 0.4), (18, 52, 59)),
        ("muted", (0.0, 0.0, 0.0, 0.7), (92, 92, 92)),
        ("paper", (0.0, 0.1, 0.2, 0.0), (247, 239, 227)),
        ("tint", (0.1, 0.0, 0.0, 0.0), (233, 241, 240)),
        ("rule", (0.0, 0.0, 0.0, 0.3), (185, 185, 185)),
        ("white", (0.0, 0.0, 0.0, 0.0), (255, 255, 255)),
    )
}
"""Different in print and on screens, so that a dump tells one from another."""


@cache
def _report() -> Sheet:
    log = Log()
    made = read_sheet(ROOT, log)
    assert made is not None and not log.errors, log.diagnostics
    return made


@cache
def _hyphens(language: str) -> Hyphens:
    return Hyphens(language)


def _faces(head: Head) -> Faces:
    return _opened(head.report, head.language, head.fallback, tuple(head.companions.items()))


@cache
def _opened(report: bool, language: str, fallback: tuple[str, ...], companions: tuple[tuple[str, tuple[str, ...]], ...]) -> Faces:
    if report:
        return Faces({key: ROOT / "assets" / "fonts" / file for key, file in _report().fonts.items()}, _report().fallback, language)
    return Faces(FILES, fallback, language, companions=dict(companions))

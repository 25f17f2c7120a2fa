"""Beside the parts: a style sheet, such as ``styles/tokens.yaml``, read into a `Sheet`, in which every name that layout asks for exists."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.nearest import did_you_mean, nearest
from reportbuilder.diag.span import Span
from reportbuilder.load.composed import Composed
from reportbuilder.load.check import check, measure
from reportbuilder.load.displays import read_displays
from reportbuilder.load.keys import Keys
from reportbuilder.load.layers import DEFAULT, in_language, layered
from reportbuilder.load.names import known
from reportbuilder.load.plates import drawings_in, read_details, read_grounds, read_plates
from reportbuilder.load.printers import print_style, with_printer
from reportbuilder.load.sheet_table import ALIGNMENTS, TOKENS, WEIGHTS, face_name
from reportbuilder.load.source import inside
from reportbuilder.load.values import Scalar, Sequence
from reportbuilder.load.wording import shown
from reportbuilder.model.direction import runs_from_right
from reportbuilder.style.features import FEATURES
from reportbuilder.style.sheet import INK_NAMES, SPACE_SHRINK, SPACE_STRETCH, STYLE_NAMES, Alignment, FaceKey, Folio, Ink, PageStyle
from reportbuilder.style.sheet import Sheet, TextStyle, WebStandard, WebStyle, Weight
from reportbuilder.style.units import mm, to_mm

_LEAST_LEADING = 0.8
_LEAST_TEXT_HEIGHT = 72.0
_LEAST_TEXT_WIDTH = mm(40)
_LEAST_FULL_WIDTH = mm(70)
_LEAST_LETTERS = 4
"""Less room than this leaves no place for the fixed columns of contents, colofon and openers, or for words."""
_FITTED = ("opener-number", "fact-value", "margin-value", "numbers-value", "numbers-large")
"""Styles of figures that are made smaller until they fit."""
_STYLE_DUE = ("font", "size", "leading", "ink")


def read_sheet(
    root: Path, log: Log, name: str = DEFAULT, printer: str | None = None, composed: Composed | None = None, language: str = ""
) -> Sheet | None:
    """The sheet ``styles/<name>.yaml`` of the project at ``root``, or None when something in it is wrong (all of it said in the log). The keys of
    its printer, or of ``printer`` instead, stand over its own. ``composed`` recalls what files said. For a report in a ``language`` (a BCP 47 tag) the
    sheet may be another.

    Fonts and the profile are looked for by name only; `assets` opens them.
    """
    composed = composed or Composed()
    value = layered(root, in_language(root, name, language), log, composed)
    if value is None or not check(value, TOKENS, log) or (value := with_printer(value, root, printer, log, composed)) is None:
        return None
    faults = len(log.errors)
    sheet = _sheet(Keys(value), root, log)
    if len(log.errors) != faults:
        return None
    return replace(sheet, page=replace(sheet.page, from_right=True)) if runs_from_right(language) else sheet


def _sheet(tokens: Keys, root: Path, log: Log) -> Sheet:
    inks, fonts, styles = tokens.inner("inks"), tokens.inner("fonts"), tokens.inner("styles")
    _require(INK_NAMES, inks, "ink", log)
    _require(STYLE_NAMES, styles, "style", log)
    fallback, scripts = tokens.items_of("fallback"), tokens.items_of("scripts")
    for family in fallback:
        known(family, fonts, "font", log)
    for family in scripts:
        known(family, [other.text for other in fallback], "fallback", log)
    companions = _companions(tokens, fonts, log)
    faces, places = _fonts(fonts, root, log)
    faults = len(log.errors)
    page = _page(tokens.inner("page"), log)
    fitting = page if len(log.errors) == faults else None
    printing, web = tokens.inner("print"), tokens.inner("web")
    profile = printing.scalar("profile")
    _file(profile, root / "assets" / "icc", log)
    if "spine" in printing:
        known(printing.scalar("spine"), inks, "ink", log)
    standard: WebStandard = web.text("standard", "ua1")  # type: ignore[assignment]
    read = _read_styles(styles, inks, fonts, log)
    drawings = list(drawings_in(tokens))
    for name, style in read.items():
        _check_style(style, styles.spans[name], faces, log)
        for measure_of, way in _misfits(style, fitting) if fitting else ():
            log.error("bad-measure", f"{measure_of} the style ‘{name}’ {way}", styles.spans[name], "make it smaller")
    return Sheet(
        {name: _ink(name, inks.inner(name)) for name in inks},
        faces,
        tuple(family.text for family in fallback),
        read,
        page,
        print_style(printing),
        WebStyle(web.measure("ppi"), round(web.measure("quality")), standard),
        places | {profile.text: profile.span} | {f"styles/{name}": styles.spans[name] for name in styles} | {file.text: file.span for file in reversed(drawings)},
        read_plates(tokens, page, log),
        read_grounds(tokens, log),
        read_details(tokens, log),
        tuple(dict.fromkeys(file.text for file in drawings)),
        read_displays(tokens, log),
        _protrusion(tokens, fonts, log),
        tuple(family.text for family in scripts),
        companions,
    )


def _companions(tokens: Keys, fonts: Keys, log: Log) -> dict[str, tuple[str, ...]]:
    """By family those that go with it."""
    if "companions" not in tokens:
        return {}
    families = tokens.inner("companions")
    for family in families:
        if family not in fonts:
            log.error("unknown-font", f"there is no font ‘{family}’", families.spans[family], did_you_mean(family, fonts))
        for other in families.items_of(family):
            known(other, fonts, "font", log)
    return {family: tuple(other.text for other in families.items_of(family)) for family in families}


def _protrusion(tokens: Keys, fonts: Keys, log: Log) -> dict[str, dict[str, tuple[float, float]]]:
    """By family what hangs out, in parts of each sign's width."""
    if "protrusion" not in tokens:
        return {}
    families = tokens.inner("protrusion")
    hanging: dict[str, dict[str, tuple[float, float]]] = {}
    for family, rows in families.items():
        if family not in fonts:
            log.error("unknown-font", f"there is no font ‘{family}’", families.spans[family], did_you_mean(family, fonts))
        for row in rows.items if isinstance(rows, Sequence) else ():
            keys = Keys(row)
            edges = keys.measure("left") / 100, keys.measure("right") / 100
            hanging.setdefault(family, {}).update((sign, edges) for sign in keys.text("signs") if sign != " ")
    return hanging


def _require(names: Iterable[str], present: Keys, what: str, log: Log) -> None:
    others = [name for name in present if name not in names]
    for name in names:
        if name not in present:
            near = nearest(name, others)
            hint = f"is ‘{near}’ meant for it?" if near else f"add it under ‘{what}s’"
            log.error(f"missing-{what}", f"there is no {what} ‘{name}’", present.span, hint)


def _ink(name: str, keys: Keys) -> Ink:
    cyan, magenta, yellow, black = (measure(part.text) / 100 for part in keys.items_of("cmyk"))
    red, green, blue = bytes.fromhex(keys.text("rgb")[1:])
    small = tuple(measure(part.text) / 100 for part in keys.items_of("small"))
    return Ink(name, (cyan, magenta, yellow, black), (red, green, blue), small or None, keys.text("spot"))  # type: ignore[arg-type]


def _fonts(families: Keys, root: Path, log: Log) -> tuple[dict[FaceKey, str], dict[str, Span]]:
    """The file of each face, and where each file is named first."""
    fonts: dict[FaceKey, str] = {}
    places: dict[str, Span] = {}
    for family in families:
        files = families.inner(family)
        for weight in WEIGHTS:
            for italic in (False, True):
                name = face_name(weight, italic)
                if name in files:
                    file = files.scalar(name)
                    _file(file, root / "assets" / "fonts", log)
                    fonts[FaceKey(family, weight, italic)] = file.text
                    places.setdefault(file.text, file.span)
    return fonts, places


def _file(name: Scalar, folder: Path, log: Log) -> None:
    """Say so when the folder has no regular file of exactly that name; the case of letters counts on all systems."""
    place = f"assets/{folder.name}"
    path, file = folder / name.text, f"{place}/{shown(name.text)}"
    try:
        present = {entry.name for entry in folder.iterdir()} if folder.is_dir() else set()
        if name.text not in present:
            hint = did_you_mean(name.text, present) or f"put it in {place}"
            log.error("missing-file", f"there is no file ‘{shown(name.text)}’ in {place}", name.span, hint)
        elif not path.is_file():
            log.error("not-a-file", f"‘{file}’ is not a regular file", name.span, "put the file itself there")
        elif not os.access(path, os.R_OK):
            log.error("unreadable-file", f"‘{file}’ can't be read: permission denied", name.span, "allow reading it")
        elif not inside(path, file):
            log.error("outside-project", f"‘{file}’ leads out of the project", name.span, "put the file itself in the project")
    except (OSError, RuntimeError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        log.error("unreadable-file", f"‘{file}’ can't be read: {reason.lower()}", name.span, f"allow reading in {place}")


def _page(keys: Keys, log: Log) -> PageStyle:
    folio: Folio = keys.text("folio", "outer")  # type: ignore[assignment]
    page = PageStyle(**{name: keys.measure(name) for name in keys if name != "folio"}, folio=folio)

    def fault(name: str, message: str, hint: str) -> None:
        log.error("bad-measure", message, keys.scalar(name).span, hint)

    between = f"the margins leave {to_mm(page.full_width):.1f} mm"
    if page.side_width < 0:
        fault("text_width", "text column and gutter are wider than what the margins leave", between)
    elif page.full_width < _LEAST_FULL_WIDTH:
        fault("width", "the page is too narrow", f"{between}; a report needs {to_mm(_LEAST_FULL_WIDTH):.0f} mm or more")
    if page.text_width < _LEAST_TEXT_WIDTH:
        fault("text_width", "the text column is too narrow", f"make it {to_mm(_LEAST_TEXT_WIDTH):.0f} mm or wider")
    if page.text_height < _LEAST_TEXT_HEIGHT:
        fault("top", "top and bottom margin leave no text column", f"leave {_LEAST_TEXT_HEIGHT:.0f} pt or more")
    if page.header > page.top:
        fault("header", "the running head stands in the text", "‘header’ is at most ‘top’")
    if page.footer > page.bottom and folio == "outer":
        fault("footer", "the page number stands in the text", "‘footer’ is at most ‘bottom’")
    return page


def _read_styles(styles: Keys, inks: Keys, fonts: Keys, log: Log) -> dict[str, TextStyle]:
    """The styles in full; those with a fault that is said here are left out."""
    read = {}
    for name in styles:
        own = styles.inner(name)
        references = [
            known(own.scalar(key), names, what, log)
            for key, names, what in (("like", styles, "style"), ("font", fonts, "font"), ("ink", inks, "ink"), ("link_ink", inks, "ink"))
            if key in own
        ]
        references += [known(replace(feature, text=feature.text.lstrip("-")), FEATURES, "feature", log) for feature in own.items_of("features")]
        whole = _with_likes(name, styles, log)
        if whole is None or not all(references):
            continue
        lacking = [key for key in _STYLE_DUE if key not in whole]
        for key in lacking:
            log.error("missing-key", f"the style ‘{name}’ needs ‘{key}’", styles.spans[name], "write it, or ‘like’ with a style that has it")
        if not lacking:
            read[name] = _text_style(name, whole)
    return read


def _with_likes(name: str, styles: Keys, log: Log) -> Keys | None:
    """The keys of a style over those of the styles it is like; None when these go round or are unknown."""
    whole = styles.inner(name)
    seen = {name}
    like = whole.text("like")
    while like in styles and like not in seen:
        seen.add(like)
        base = styles.inner(like)
        for key, value in base.items():
            whole.setdefault(key, value)
        like = base.text("like")
    if like in seen:
        log.error("style-cycle", f"the style ‘{name}’ is like itself", styles.spans[name], "take one ‘like’ out")
    return None if like else whole


def _text_style(name: str, keys: Keys) -> TextStyle:
    return TextStyle(
        name,
        face=FaceKey(keys.text("font"), _weight(keys.text("weight", "regular")), keys.yes("italic")),
        size=keys.measure("size"),
        leading=keys.measure("leading"),
        ink=keys.text("ink"),
        align=_alignment(keys.text("align", "left")),
        before=keys.measure("before"),
        after=keys.measure("after"),
        indent=keys.measure("indent"),
        first_indent=keys.measure("first_indent"),
        hyphenate=keys.yes("hyphenate"),
        keep_next=keys.yes("keep_next"),
        tracking=keys.measure("tracking"),
        features=tuple(feature.text for feature in keys.items_of("features")),
        strong=_weight(keys.text("strong", "semibold")),
        space_stretch=keys.measure("space_stretch") / 100 or SPACE_STRETCH,
        space_shrink=keys.measure("space_shrink") / 100 or SPACE_SHRINK,
        expansion=keys.measure("expansion") / 100,
        protrude=keys.yes("protrude"),
        looseness=round(keys.measure("looseness")),
        balance=keys.yes("balance"),
        link_ink=keys.text("link_ink"),
        acronyms=keys.yes("acronyms"),
    )


def _weight(text: str) -> Weight:
    return next(weight for weight in WEIGHTS if weight == text)


def _alignment(text: str) -> Alignment:
    return next(align for align in ALIGNMENTS if align == text)


def _check_style(style: TextStyle, span: Span, fonts: dict[FaceKey, str], log: Log) -> None:
    """What only the style as a whole can show."""
    key = style.face
    if key not in fonts:
        wanted, has = face_name(key.weight, key.italic), [face_name(k.weight, k.italic) for k in fonts if k.family == key.family]
        log.error("missing-font", f"the style ‘{style.name}’ wants ‘{wanted}’ of the font ‘{key.family}’", span, f"it has {', '.join(has)}")
    if style.leading < _LEAST_LEADING * style.size:
        hint = f"for {style.size:g} pt it is {_LEAST_LEADING * style.size:g} pt or more"
        log.error("bad-measure", f"the leading of the style ‘{style.name}’ is too small", span, hint)


def _misfits(style: TextStyle, page: PageStyle) -> Iterator[tuple[str, str]]:
    """What of a style the page has no room for, and in what way."""
    if max(style.indent, style.indent + style.first_indent) > page.text_width / 2:
        yield "the indent of", "leaves less than half the text column"
    if style.indent + style.first_indent < 0:
        yield "the first line of", "begins outside the text column"
    if style.size * _LEAST_LETTERS > page.text_width and style.name not in _FITTED:
        yield "the size of", f"leaves no room for {_LEAST_LETTERS} letters in the text column"
    if style.before + style.leading + style.after > page.text_height / 2:
        yield "a line of", "takes, with its space before and after, more than half a page"
    if style.name == "header" and page.header + style.leading > page.top:
        yield "the line of", "reaches from the running head into the text"
    if style.name == "folio" and style.leading > page.footer:
        yield "the line of", "reaches from the page number over the foot of the page"

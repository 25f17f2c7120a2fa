"""Advice for those who hear or can hardly see the report: descriptions of pictures, words of links, words of other languages, colours, contrast.

What a machine can know of it (WCAG 2.2: 1.1.1, 1.4.1, 1.4.3, 2.4.4, 3.1.2); nothing is ever changed. Gaps in the levels of headings are errors, which `resolve` tells.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import NOWHERE, Span
from reportbuilder.load.colour_words import beside_figures, by_colour
from reportbuilder.load.foreign import LANGUAGES, foreign_stretches
from reportbuilder.load.wording import shown
from reportbuilder.model.nodes import Box, Chapter, Chart, Columns, Document, Event, Figure, Foreign, Letter, Link, ListItem, Picture, Text
from reportbuilder.model.text import plain_text
from reportbuilder.model.walk import walk
from reportbuilder.style.contrast import contrast
from reportbuilder.style.sheet import Ink, Sheet, TextStyle

MOST_LETTERS, FEWEST_LETTERS = 250, 8
FILE = re.compile(r"\S+\.(?:jpe?g|png|svg|tiff?|webp|gif|pdf)\b|\b(?:IMG|DSC|DSCF|P)_?\d{3,}", re.IGNORECASE)
OPENINGS = {
    "nl": r"(?:een |de )?(?:foto|afbeelding|beeld|plaatje|illustratie|tekening)(?:je)? (?:van|waarop|met)\b",
    "en": r"(?:an? |the )?(?:photo(?:graph)?|picture|image|illustration|drawing) (?:of|showing|with)\b",
    "fr": r"(?:une? |la |l’)?(?:photo(?:graphie)?|image|illustration|dessin) (?:de|d’|montrant|avec)",
    "de": r"(?:ein |eine |das |die )?(?:foto|bild|abbildung|zeichnung) (?:von|mit|zeigt)\b",
}
"""How a description begins that says what a screen reader has said already."""
EMPTY_LINKS = {
    "nl": "hier|klik hier|klik|deze link|link|lees meer|meer|meer info|meer informatie|lees verder|website|deze website|pagina|deze pagina",
    "en": "here|click here|click|this link|link|read more|more|more info|more information|website|this website|page|this page",
    "fr": "ici|cliquez ici|ce lien|lien|lire la suite|plus|plus d’infos|en savoir plus|site web|cette page",
    "de": "hier|klicken sie hier|dieser link|link|mehr|mehr lesen|weiterlesen|webseite|diese seite",
}
"""Words of links that say nothing when links are read as a list."""
LONG_ADDRESS = 40
MOST_LINES = 40
"""Lines of a text that are searched for words in it."""
HOLDERS = (Chapter, Letter, Box, Columns, Event, ListItem)
"""What has blocks under each other."""
LARGE, LARGE_BOLD = 18.0, 14.0
"""Sizes in points from which text is large (WCAG 2.2, “large scale”)."""
LEAST, LEAST_LARGE = 4.5, 3.0
ON_PICTURES = ("cover-", "spine", "opener-", "back-cover", "numbers-", "person-initials", "contents-number")
"""Styles that stand on pictures or grounds, not on paper."""


def advise_for_hearing(document: Document, log: Log, root: Path | None = None) -> None:
    """Advise on pictures, links, words of other languages and what is named by its colour; with the project’s ``root`` words are told where they stand."""
    language = document.meta.language.partition("-")[0].lower()
    for part in document.parts:
        addresses: dict[str, str] = {}
        figures: set[int] = set()
        notes = {id(inner) for note in getattr(part, "notes", ()) for inner in walk(note)}
        stated: set[int] = set()
        for node in walk(part):
            match node:
                case Figure():
                    figures.add(id(node.picture))
                    _repeated(node, log)
                case Picture():
                    _description(node, language, id(node) in figures, log)
                case Link():
                    _link(node, language, addresses, id(node) in notes, log)
                case Foreign():
                    stated |= {id(inner) for inner in node.content}
                case Text() if id(node) not in stated:
                    _foreign(node, language, root, log)
                case Chart():
                    _colour(node.alt, node.span, language, root, log)
                case _:
                    pass
            if isinstance(node, HOLDERS):
                for content in beside_figures(node.blocks):
                    _colour(plain_text(content), content[0].span if content else node.span, language, root, log)


def advise_on_contrast(sheet: Sheet, log: Log) -> None:
    """Advise on inks of text that can hardly be read on paper."""
    for name, style in sheet.styles.items():
        if name.startswith(ON_PICTURES):
            continue
        least = LEAST_LARGE if style.size >= LARGE or (style.size >= LARGE_BOLD and style.face.weight in ("bold", "black")) else LEAST
        for ink in _inks(style, sheet):
            ratio = contrast(ink.rgb, _paper(name, sheet).rgb)
            if ratio < least:
                place = sheet.places.get(f"styles/{name}", NOWHERE)
                message = f"text of ‘{name}’ in the ink ‘{ink.name}’ has a contrast of {ratio:.1f} to 1 with what it stands on"
                log.advise("low-contrast", message, place, f"choose a darker ink: {least:g} to 1 is the least for its size")


def _inks(style: TextStyle, sheet: Sheet) -> Iterator[Ink]:
    for name in dict.fromkeys(filter(None, (style.ink, style.link_ink))):
        yield sheet.inks[name]


def _paper(name: str, sheet: Sheet) -> Ink:
    """What text of the style stands on: boxes and heads of tables are tinted."""
    return sheet.inks["tint"] if name in ("box", "box-title", "table-head") else Ink("white", (0, 0, 0, 0), (255, 255, 255))


# ---------------------------------------------------------------- pictures


def _description(picture: Picture, language: str, in_figure: bool, log: Log) -> None:
    """A name may do for a logo or a portrait, not for a figure."""
    words = picture.alt.strip()
    if not words:
        return
    opening = re.match(OPENINGS.get(language, OPENINGS["en"]), words, re.IGNORECASE)
    if FILE.search(words):
        log.advise("alt-file", f"‘{shown(words)}’ has the name of a file in it", picture.span, "say what the picture shows")
    elif opening:
        rest = words[opening.end() :].strip()
        better = f"{rest[:1].upper()}{rest[1:]}"
        log.advise("alt-opening", f"‘{opening[0]}’: that it is a picture is said already", picture.span, f"write ‘{shown(better)}’")
    elif len(words) > MOST_LETTERS:
        message = f"the description has {len(words)} letters; who hears it can't pause in it"
        log.advise("alt-long", message, picture.span, f"say in up to {MOST_LETTERS} what matters here, and the rest in the text")
    elif in_figure and len(words) < FEWEST_LETTERS:
        log.advise("alt-short", f"‘{words}’ says little of a picture", picture.span, "say who or what can be seen, and what happens")


def _repeated(figure: Figure, log: Log) -> None:
    words, caption = figure.picture.alt.strip(), plain_text(figure.caption).strip()
    if words and words.rstrip(".").lower() == caption.rstrip(".").lower():
        hint = "say what the picture shows; the caption is read out as well"
        log.advise("alt-repeats", "the description of the picture is its caption", figure.picture.span, hint)


# ---------------------------------------------------------------- words


def _foreign(text: Text, language: str, root: Path | None, log: Log) -> None:
    for stretch in foreign_stretches(text.text, language):
        said = shown(text.text[stretch.start : stretch.end])
        message = f"‘{said}’ looks {LANGUAGES[stretch.language]}, and a voice reads it by the rules of the report’s language"
        hint = f"name the words under foreign: in sections/report.yaml: {{language: {stretch.language}, words: [{said}]}}"
        log.advise("foreign-words", message, _place(said, text.span, root), hint)


def _colour(words: str, span: Span, language: str, root: Path | None, log: Log) -> None:
    found = by_colour(words, language)
    if found:
        hint = "say also which it is: by its name, its place or its size"
        log.advise("colour-only", f"‘{found}’ can be found by its colour alone", _place(found, span, root), hint)


def _place(words: str, span: Span, root: Path | None) -> Span:
    """Where the words of a text that begins at ``span`` stand in its file, as far as the first two of them are on one line; else where the text begins."""
    if root is None or not span.line:
        return span
    try:
        lines = (root / span.file).read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return span
    for count in (2, 1):
        begin = re.compile(rf"(?<!\w){re.escape(' '.join(words.split()[:count]))}(?!\w)")
        for number in range(span.line, min(len(lines), span.line + MOST_LINES) + 1):
            found = begin.search(lines[number - 1], span.column - 1 if number == span.line else 0)
            if found:
                return Span(span.file, number, found.start() + 1)
    return span


# ---------------------------------------------------------------- links


def _link(link: Link, language: str, addresses: dict[str, str], in_note: bool, log: Log) -> None:
    words = " ".join(plain_text(link.content).split())
    said = words.strip(" .…>→").lower()
    before = addresses.setdefault(said, link.url)
    if said in EMPTY_LINKS.get(language, EMPTY_LINKS["en"]).split("|"):
        log.advise("link-words", f"‘{words}’ does not say where the link leads", link.span, "make words into the link that name what one finds there")
    elif words.startswith(("http:", "https:")) and len(words) > LONG_ADDRESS and not in_note:
        hint = f"name what one finds there: [words]({shown(link.url)}); or put the address in a note"
        log.advise("link-address", "a long address is read out letter by letter", link.span, hint)
    elif before != link.url:
        hint = "say in the words of each where it leads"
        log.advise("link-twofold", f"‘{shown(words)}’ leads to {shown(link.url)} here and to {shown(before)} before", link.span, hint)

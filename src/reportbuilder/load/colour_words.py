"""Words that name a thing by its colour alone, which not everyone can tell (WCAG 2.2, 1.4.1): “de rode balken”, “in het groen aangeduid”."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reportbuilder.model.nodes import (
    Block, Blocks, Chart, Cluster, Figure, Inlines, Lead, List, ListItem, Paragraph, Quote, Table,
)  # fmt: skip

COLOURS = {
    "nl": ("rood", "rode", "groen", "blauw", "geel", "gele", "oranje", "paars", "roze", "grijs", "grijze", "zwart", "wit", "bruin"),
    "en": ("red", "green", "blue", "yellow", "orange", "purple", "pink", "gray", "grey", "black", "white", "brown"),
    "fr": ("rouge", "vert", "bleu", "jaune", "orange", "violet", "rose", "gris", "noir", "blanc"),
    "de": ("rot", "grün", "blau", "gelb", "orange", "lila", "grau", "schwarz", "weiß", "braun"),
}
"""In a text without any of these there is nothing to look for."""
_DUTCH = r"(?:licht|donker)?(?:rode?|rood|groene?|blauwe?|gele|geel|oranje|paarse?|roze|grijze|grijs|zwarte?|witte|wit|bruine?)"
_ENGLISH = r"(?:(?:light|dark) )?(?:red|green|blue|yellow|orange|purple|pink|gr[ae]y|black|white|brown)"
_FRENCH = r"(?:rouges?|verte?s?|bleue?s?|jaunes?|orange|violette?s?|roses?|grise?s?|noire?s?|blanc(?:he)?s?)"
_GERMAN = r"(?:(?:hell|dunkel)?(?:rot|grün|blau|gelb|orange|lila|grau|schwarz|weiß|braun)e?[nrs]?)"
_MEANINGS = {
    "nl": (
        rf"\b{_DUTCH} (?:balk(?:en|jes?)?|sta(?:af|ven)|lijn(?:en|tjes?)?|curven?|kolom(?:men)?|vlak(?:ken|jes?)?|punt(?:en|jes?)?|stip(?:pen|jes?)?"
        r"|bol(?:len|letjes?)?|sector(?:en)?|segment(?:en)?|taartpunt(?:en)?|cijfers?|getal(?:len)?|cel(?:len)?|rij(?:en)?|letters|kaders?)\b",
        rf"\b(?:sta(?:at|an)|aangeduid|aangegeven|gemarkeerd|weergegeven|getoond|gedrukt|ingekleurd|gekleurd|kleuren|kleurt) (?:\w+ ){{0,2}}?(?:in het )?{_DUTCH}\b",
        rf"\bin het {_DUTCH} (?:staat|staan|aangeduid|aangegeven|gemarkeerd|weergegeven|gedrukt)\b",
        rf"\b{_DUTCH} (?:betekent|staat voor|staan voor|duidt|toont|is wie|zijn de)\b",
    ),
    "en": (
        rf"\b{_ENGLISH} (?:bars?|lines?|curves?|columns?|slices?|segments?|dots?|points?|areas?|figures|numbers|cells?|rows?|boxes)\b",
        rf"\b(?:shown|marked|highlighted|printed|given|coloured|colored|is|are) in {_ENGLISH}\b",
        rf"\b{_ENGLISH} (?:means|stands for|shows|indicates)\b",
    ),
    "fr": (
        rf"\b(?:barres?|lignes?|courbes?|colonnes?|points?|secteurs?|segments?|zones?|chiffres|cases?|cellules?) {_FRENCH}\b",
        rf"\b(?:indiquée?s?|marquée?s?|figurent|affichée?s?|imprimée?s?|est|sont) en {_FRENCH}\b",
    ),
    "de": (
        rf"\b{_GERMAN} (?:Balken|Linien?|Kurven?|Säulen?|Punkte?|Flächen?|Segmente?|Zahlen|Zellen?|Zeilen?)\b",
        r"\bin (?:Rot|Grün|Blau|Gelb|Orange|Lila|Grau|Schwarz) (?:dargestellt|markiert|gedruckt|eingezeichnet|hervorgehoben)\b",
    ),
}
_PLACES = {
    "nl": r"bovenste|onderste|linkse|rechtse|eerste|tweede|laatste|langste|kortste|hoogste|laagste|grootste|kleinste|dikke|dunne|gestippelde",
    "en": r"top|bottom|upper|lower|left|right|first|second|last|longest|shortest|tallest|largest|smallest|dotted|dashed",
    "fr": r"premi[eè]re?|derni[eè]re?|gauche|droite|haut|bas|grande?|petite?|pointillée?",
    "de": r"oberste|unterste|linke|rechte|erste|zweite|letzte|längste|kürzeste|größte|kleinste|gepunktete",
}
_NEAR = 30
"""Letters beside a colour within which a place, a size or a name in brackets says the same to all."""
REACH = 2
"""So many blocks before and behind a figure speak of it."""

Shown = Chart | Table | Figure | Cluster


@lru_cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile("|".join(_MEANINGS[language]), re.IGNORECASE)


def by_colour(text: str, language: str) -> str:
    """The words of a text that name something by its colour alone; empty if there are none."""
    small = text.lower()
    if not any(colour in small for colour in COLOURS.get(language, ())):
        return ""
    found = _pattern(language).search(text)
    if found is None:
        return ""
    around = text[max(0, found.start() - _NEAR) : found.end() + _NEAR]
    behind = text[found.end() : found.end() + 2]
    return "" if behind.startswith((" (", ",(")) or re.search(rf"\b(?:{_PLACES[language]})", around, re.IGNORECASE) else found[0]


def beside_figures(blocks: Blocks) -> Iterator[Inlines]:
    """The texts of these blocks that stand beside a chart, table or figure, with those inside such blocks left to whoever walks them."""
    shown = [place for place, block in enumerate(blocks) if isinstance(block, Shown)]
    for place, block in enumerate(blocks):
        if any(abs(place - other) <= REACH for other in shown):
            yield from _texts(block)


def _texts(block: Block | ListItem) -> Iterator[Inlines]:
    match block:
        case Paragraph() | Lead() | Quote():
            yield block.content
        case List():
            for item in block.items:
                for inner in item.blocks:
                    yield from _texts(inner)
        case Chart():
            yield from (block.title, block.unit, block.source)
        case Figure() | Cluster():
            yield block.caption
        case Table():
            yield block.caption
            yield from (cell.content for row in (block.head, *block.rows) for cell in row.cells)
        case _:
            return

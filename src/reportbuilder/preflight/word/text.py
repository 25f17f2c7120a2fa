"""The text: headings and lists that are Word’s own, links that say where they lead, space that is made by styles."""

import re

from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.rule import Level, word
from reportbuilder.preflight.word.document import Paragraph, Word
from reportbuilder.preflight.word.xml import W, first, found, runs, value, words

E, WARN, TIP = Level.ERROR, Level.WARNING, Level.INFO
RULES = (
    word("07", WARN, "headings are in Word’s own styles, begin with level 1, leave none out, and are short", "use ‘Heading 1’, ‘Heading 2’ … in their order, and keep them short"),
    word("09", WARN, "links say where they lead, in the style of links", "write what the reader will find there"),
    word("11", TIP, "space is made by styles, not by empty paragraphs and rows of spaces", "use the spacing, the tabs and the indents of styles"),
    word("12", WARN, "lists are Word’s own", "use list styles; don’t type bullets and numbers"),
    word("14", TIP, "numbered captions count by themselves", "insert the caption by Word (References, Insert Caption)"),
)
LONGEST_HEADING = 100
SAYS_NOTHING = frozenset(("", "hier", "klik hier", "link", "lees meer", "meer", "meer info", "here", "click here", "read more", "more", "this link", "ici", "cliquez ici"))
_ADDRESS = re.compile(r"(https?://|ftp://)\S+", re.IGNORECASE)
_BULLET = re.compile(r"[•·▪◦●○■‣–—*-]\s+\S")
_NUMBER = re.compile(r"(\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+\S")
_NUMBERED = re.compile(r"(figuur|figure|fig\.|tabel|table|grafiek|chart|kaart|map|illustratie|tableau)\s+\d+", re.IGNORECASE)


def judge(held: Word, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    _headings(held, findings)
    _links(held, findings)
    _space(held, findings)
    _lists(held, findings)
    for paragraph in held.paragraphs:
        if "caption" in held.styles.names(paragraph.style) and _NUMBERED.match(paragraph.text) and not _has_field(paragraph, "SEQ"):
            held.tell(findings, "14", f"the number of a caption was typed: {paragraph.shown}", paragraph)


def _headings(held: Word, findings: Findings) -> None:
    before, seen = 0, 0
    for paragraph in held.paragraphs:
        level = held.styles.level(paragraph.style)
        if not level or paragraph.part != held.main:
            continue
        seen += 1
        if not paragraph.text.strip():
            held.tell(findings, "07", f"a heading of level {level} is empty", paragraph)
            continue
        if level > before + 1:
            after = f"comes after one of level {before}" if before else "is the first"
            held.tell(findings, "07", f"a heading of level {level} {after}: {paragraph.shown}", paragraph)
        if len(paragraph.text) > LONGEST_HEADING and not _is_unlisted(held, paragraph):
            held.tell(findings, "07", f"a heading has {len(paragraph.text)} letters: {paragraph.shown}", paragraph, level=TIP)
        if value(paragraph.element, "w:pPr/w:outlineLvl") == "9" or not held.styles.outline(paragraph.style):
            held.tell(findings, "07", f"a heading has no level in the outline: {paragraph.shown}", paragraph)
        before = level
    if not seen:
        held.tell(findings, "07", "the file has no headings")


def _is_unlisted(held: Word, paragraph: Paragraph) -> bool:
    return held.styles.outline(paragraph.style) == "9"


def _links(held: Word, findings: Findings) -> None:
    for link in held.look("//w:hyperlink[@r:id]"):
        text = " ".join(words(link).split())
        if not text and found(link, ".//w:drawing[.//wp:docPr[@descr]]"):
            continue
        if text.strip(" .…»>").lower() in SAYS_NOTHING:
            held.tell(findings, "09", f"a link says ‘{text}’" if text else "a link says nothing", link)
        elif _ADDRESS.match(text):
            held.tell(findings, "09", f"a link is an address: ‘{text[:60]}’", link)
        if not any("hyperlink" in held.styles.names(value(run, "w:rPr/w:rStyle")) for run in runs(link)) and text:
            held.tell(findings, "09", f"a link is not in the style of links: ‘{text[:60]}’", link, level=TIP)


def _space(held: Word, findings: Findings) -> None:
    before: Paragraph | None = None
    for paragraph in held.paragraphs:
        empty = not paragraph.text.strip() and not found(paragraph.element, ".//w:drawing | .//w:pict | .//w:sectPr | .//w:object | .//w:separator | .//w:continuationSeparator")
        if empty and before is not None and paragraph.element.getprevious() is before.element:
            held.tell(findings, "11", "empty paragraphs stand after each other", paragraph)
        before = paragraph if empty else None
        if "   " in paragraph.text or "\t\t\t" in paragraph.text:
            held.tell(findings, "11", f"space is made by a row of spaces or tabs: {paragraph.shown}", paragraph)


def _lists(held: Word, findings: Findings) -> None:
    number_before = False
    for paragraph in held.paragraphs:
        text = paragraph.text.lstrip()
        listed = first(paragraph.element, "w:pPr/w:numPr") is not None or held.styles.has(paragraph.style, "w:pPr/w:numPr")
        numbered = bool(_NUMBER.match(text)) and not listed and not held.styles.level(paragraph.style)
        if not listed and _BULLET.match(text):
            held.tell(findings, "12", f"a bullet was typed: {paragraph.shown}", paragraph)
        if numbered and number_before:
            held.tell(findings, "12", f"the number of a list was typed: {paragraph.shown}", paragraph)
        number_before = numbered


def _has_field(paragraph: Paragraph, name: str) -> bool:
    codes = found(paragraph.element, ".//w:instrText") + found(paragraph.element, ".//w:fldSimple")
    return any(name in (code.text or code.get(f"{W}instr", "")).split() for code in codes)

"""What a DOCX says, as Word would show it: fields by what they last came to, notes by the numbers that Word gives them."""

import re

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.preflight.agree.said import HEAD, MARK, Said, Saying, Spot, plain, words_of
from reportbuilder.preflight.word.document import Paragraph, Word
from reportbuilder.preflight.word.xml import W, first, found, is_on, runs, value

_SIGNS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
_TOC = re.compile(r"\s*TOC\b")
_BY_CAPTIONS = re.compile(r"\\c\b")
_ENTRY = re.compile(r"toc [1-9]")


class _Fields(Struct):
    """Fields that are open, across paragraphs: the instruction of each, and whether its result has begun."""

    open: list[list[str]] = []

    def step(self, run: etree._Element) -> None:
        for each in run:
            if each.tag == f"{W}fldChar":
                kind = each.get(f"{W}fldCharType")
                if kind == "begin":
                    self.open.append(["", ""])
                elif kind == "separate" and self.open:
                    self.open[-1][1] = "shown"
                elif kind == "end" and self.open:
                    self.open.pop()
            elif each.tag == f"{W}instrText" and self.open:
                self.open[-1][0] += each.text or ""

    @property
    def lists_captions(self) -> bool:
        return any(_TOC.match(code) and _BY_CAPTIONS.search(code) for code, _ in self.open)

    @property
    def is_instruction(self) -> bool:
        """Whether what comes now is part of an instruction, not of a result."""
        return any(not shown for _, shown in self.open)


def said_by_docx(held: Word) -> Said:
    """All of it. Raises `Refused`."""
    numbers = _numbers(held)
    words: list[Saying] = []
    headings: list[Saying] = []
    entries: list[Saying] = []
    fields = _Fields()
    main = [each for each in held.paragraphs if each.part == held.main]
    for place, paragraph in enumerate(main):
        text, listed = _text(paragraph.element, numbers, fields)
        spot = Spot(place=paragraph.place)
        if listed or _heads_list(held, paragraph, main[place + 1 : place + 2]):
            continue
        head = _head(paragraph.element)
        words += (replace(word, key=head) for word in words_of(text, spot)) if head else words_of(text, spot)
        level = _level(held, paragraph)
        if level and plain(text):
            headings.append(Saying(plain(text.replace(MARK, "")), spot, str(level)))
        if any(_ENTRY.fullmatch(name) for name in held.styles.names(paragraph.style)):
            title, _, number = plain(text).rpartition(" ")
            entries.append(Saying(title, spot, number))
    return Said("docx", tuple(words), _notes(held, numbers), tuple(headings), _links(held), _descriptions(held), tuple(entries))


def _head(paragraph: etree._Element) -> str:
    """A name for the row that repeats on every page, in whose cells a paragraph stands; empty for none."""
    row = next(paragraph.iterancestors(f"{W}tr"), None)
    return f"{HEAD}{row.getroottree().getpath(row)}" if row is not None and is_on(row, "w:trPr/w:tblHeader") else ""


def _heads_list(held: Word, paragraph: Paragraph, following: list[Paragraph]) -> bool:
    """Whether it is the heading of a list of captions, which only Word has."""
    if "toc heading" not in held.styles.names(paragraph.style) or not following:
        return False
    code = "".join(each.text or "" for each in found(following[0].element, ".//w:instrText"))
    return bool(_TOC.match(code) and _BY_CAPTIONS.search(code))


def _level(held: Word, paragraph: Paragraph) -> int:
    return held.styles.level(paragraph.style) or int("toc heading" in held.styles.names(paragraph.style))


def _text(paragraph: etree._Element, numbers: dict[str, str], fields: _Fields) -> tuple[str, bool]:
    """What a paragraph shows, and whether it is part of a list of captions, which only Word has."""
    parts: list[str] = []
    listed = fields.lists_captions
    for run in runs(paragraph):
        fields.step(run)
        listed |= fields.lists_captions
        if not fields.is_instruction:
            parts += (_sign(each, numbers) for each in run)
    return "".join(parts), listed


def _sign(each: etree._Element, numbers: dict[str, str]) -> str:
    if each.tag == f"{W}t":
        return each.text or ""
    if each.tag == f"{W}footnoteReference":
        return MARK + numbers.get(each.get(f"{W}id", ""), "?")
    return _SIGNS.get(each.tag, "")


def _numbers(held: Word) -> dict[str, str]:
    """The number that Word gives each note, by its id: from 1 or from where a section says, anew in each section that asks for it (17.11)."""
    given: dict[str, str] = {}
    waiting: list[str] = []
    number = 1
    whole = first(held.settings, "w:footnotePr") if held.settings is not None else None
    for element in held.body.iter(f"{W}footnoteReference", f"{W}sectPr"):
        if element.tag == f"{W}footnoteReference":
            if (id := element.get(f"{W}id", "")) not in given:
                waiting.append(id)
            continue
        ending = next(element.iterancestors(f"{W}p"), None)  # the last paragraph of a section is in it, and so are its notes
        waiting += (each.get(f"{W}id", "") for each in ending.iter(f"{W}footnoteReference")) if ending is not None else ()
        own = first(element, "w:footnotePr")
        if value(own, "w:numRestart") == "eachSect" or (not value(own, "w:numRestart") and value(whole, "w:numRestart") == "eachSect"):
            number = 1
            start = value(own, "w:numStart")
            number = int(start) if start.isdigit() and int(start) < 10_000 else 1
        for id in waiting:
            given[id], number = str(number), number + 1
        waiting = []
    return given


def _notes(held: Word, numbers: dict[str, str]) -> tuple[Saying, ...]:
    """In the order in which they are called."""
    texts: dict[str, tuple[list[str], Spot]] = {}
    for paragraph in held.paragraphs:
        above = next(paragraph.element.iterancestors(f"{W}footnote"), None)
        if above is not None and above.get(f"{W}type", "normal") == "normal":
            parts, _ = texts.setdefault(above.get(f"{W}id", ""), ([], Spot(place=paragraph.place)))
            parts.append(_text(paragraph.element, numbers, _Fields())[0])
    return tuple(Saying(plain(" ".join(texts[id][0])), texts[id][1], number) for id, number in numbers.items() if id in texts)


def _links(held: Word) -> tuple[Saying, ...]:
    made = []
    for part, tree in held.parts:
        for link in found(tree, "//w:hyperlink[@r:id]"):
            relation, paragraph = held.target(part, link), held.around(link)
            if relation is not None and relation.outside:
                text, _ = _text(link, {}, _Fields())
                made.append(Saying(plain(text), Spot(place=paragraph.place if paragraph else part), relation.target))
    return tuple(made)


def _descriptions(held: Word) -> tuple[Saying, ...]:
    made = []
    for shown in held.look("//wp:docPr"):
        text, paragraph = plain(shown.get("descr", "")), held.around(shown)
        if text:
            made.append(Saying(text, Spot(place=paragraph.place if paragraph else "")))
    return tuple(made)

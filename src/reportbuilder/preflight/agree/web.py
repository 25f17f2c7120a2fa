"""What a PDF says: a tagged one by its structure tree, from its root down; any by its pages."""

from collections.abc import Iterator

from msgspec.structs import replace
from pikepdf import Array, Dictionary, Name, Object, String

from reportbuilder.preflight.agree.said import Said, Saying, Spot, plain, words_of
from reportbuilder.preflight.agree.shown import Piece, TextContent, shown
from reportbuilder.preflight.evidence import Evidence, PageFacts, identity_of
from reportbuilder.preflight.matrix import touch
from reportbuilder.preflight.space import inner, whole
from reportbuilder.preflight.ua.evidence import Tagged
from reportbuilder.preflight.ua.marked import Place, decoded
from reportbuilder.preflight.ua.tree import Element, Reference

INLINE = frozenset(("Span", "Link", "Reference", "Quote", "Code"))
DEEPEST = 200


def said_by_pdf(evidence: Evidence) -> Said:
    """All of it. Raises `TooMuch`."""
    contents = shown(evidence)
    pages = tuple(_on_page(content, page) for content, page in zip(contents, evidence.pages))
    tagged = Tagged(evidence)
    if tagged.tree is None:
        return Said("print", pages=pages)
    return replace(_Listener(tagged, contents).listened(pages), identity=identity_of(evidence.pdf.trailer))


def _on_page(content: TextContent, page: PageFacts) -> str:
    """What a page shows within its trim, blanks left out."""
    seen = (piece.text for piece in content.pieces if piece.box is not None and touch(piece.box, page.trim) and _is_within(piece, page))
    return "".join(plain("".join(seen)).split())


def _is_within(piece: Piece, page: PageFacts) -> bool:
    """Whether its middle is: marks and notes for the printer stand outside."""
    assert piece.box is not None
    left, bottom, right, top = piece.box
    across, up = (left + right) / 2, (bottom + top) / 2
    return page.trim[0] <= across <= page.trim[2] and page.trim[1] <= up <= page.trim[3]


class _Listener:
    """Hears a structure tree read aloud."""

    def __init__(self, tagged: Tagged, contents: list[TextContent]) -> None:
        self.tagged = tagged
        self.texts: dict[Place, str] = {}
        self.boxes = {place: box for content in contents for place, box in content.places.items()}
        for content in contents:
            for piece in content.pieces:
                if piece.place is not None:
                    self.texts[piece.place] = self.texts.get(piece.place, "") + piece.text
        self.labels = _labels(tagged.root, len(contents))
        self.numbers = {page.object.objgen: page.number for page in tagged.file.pages}
        self.words: list[Saying] = []
        self.notes: list[Saying] = []
        self.headings: list[Saying] = []
        self.links: list[Saying] = []
        self.noted: list[Saying] = []
        self.descriptions: list[Saying] = []
        self.entries: list[Saying] = []

    def listened(self, pages: tuple[str, ...]) -> Said:
        assert self.tagged.tree is not None
        running: list[tuple[str, Spot]] = []
        for root in self.tagged.tree.roots:
            self._hear(root, running, 0)
        self._end(running)
        made = (self.words, self.notes, self.headings, self.links + self.noted, self.descriptions, self.entries)
        return Said("web", *(tuple(each) for each in made), pages)  # type: ignore[arg-type]

    def _hear(self, element: Element, running: list[tuple[str, Spot]], depth: int) -> None:
        """An element; ``running`` is the text of the block that it stands in, so far."""
        if depth > DEEPEST:
            return
        kind = element.standard
        match kind:
            case "Figure":
                self.descriptions.append(Saying(plain(element.text("/Alt") or ""), self._spot(element)))
                return
            case "Note":
                self._note(element)
                return
            case "TOCI":
                self._entry(element)
            case "Link":
                self._link(element, self.links)
            case "Lbl" if element.parent is not None and element.parent.standard == "LI":
                return
            case "H" | "H1" | "H2" | "H3" | "H4" | "H5" | "H6":
                self.headings.append(Saying(plain(self._text(element)), self._spot(element), kind[1:] or "1"))
            case _:
                pass
        if kind not in INLINE:
            self._end(running)
        instead = element.text("/ActualText")
        if instead is not None:
            running.append((instead, self._spot(element)))
        for kid in element.kids if instead is None else ():
            if isinstance(kid, Element):
                self._hear(kid, running, depth + 1)
            elif isinstance(kid, Place) and kid in self.texts:
                running.append((self.texts[kid], Spot(kid.holder if isinstance(kid.holder, int) else element.page, self.boxes.get(kid))))
        if kind not in INLINE:
            self._end(running)

    def _end(self, running: list[tuple[str, Spot]]) -> None:
        """The words of a block that is over. A word in pieces is where it begins."""
        begun: tuple[str, Spot] | None = None
        for text, spot in running:
            for number, part in enumerate(plain(f"|{text}|")[1:-1].split(" ")):
                if number and begun is not None:
                    self._word(begun)
                    begun = None
                if part:
                    begun = (begun[0] + part, begun[1]) if begun is not None else (part, spot)
        if begun is not None:
            self._word(begun)
        running.clear()

    def _word(self, begun: tuple[str, Spot]) -> None:
        self.words.extend(words_of(*begun))

    def _note(self, element: Element) -> None:
        label = next((kid for kid in element.elements if kid.standard == "Lbl"), None)
        number = plain(self._text(label)) if label is not None else ""
        words = " ".join(plain(self._text(kid)) if isinstance(kid, Element) else self.texts.get(kid, "") for kid in element.kids if kid is not label and not isinstance(kid, Reference))
        self.notes.append(Saying(plain(words), self._spot(element), number))
        for each in element.walk():
            if each.standard == "Link":
                self._link(each, self.noted)

    def _entry(self, element: Element) -> None:
        """A line of the contents, without those below it: its words, the number that stands there, and the label of the page that it leads to."""
        own = [kid for kid in element.kids if not (isinstance(kid, Element) and kid.standard == "TOC")]
        text = plain("".join(self._text(kid) if isinstance(kid, Element) else self.texts.get(kid, "") for kid in own if not isinstance(kid, Reference)))
        words, _, number = text.rpartition(" ")
        targets = {self._label(note) for kid in own if isinstance(kid, Element) for each in kid.walk() for note in self._notes_of(each)} - {""}
        self.entries.append(Saying(words, self._spot(element), f"{number}→{'/'.join(sorted(targets)) or number}"))

    def _link(self, element: Element, links: list[Saying]) -> None:
        targets = [target for note in self._notes_of(element) if (target := _address(note))]
        if targets:
            links.append(Saying(plain(self._text(element)), self._spot(element), targets[0]))

    @staticmethod
    def _notes_of(element: Element) -> Iterator[Object]:
        return (kid.object for kid in element.kids if isinstance(kid, Reference))

    def _text(self, element: Element, depth: int = 0) -> str:
        """All of an element, blocks in it apart; figures and notes are no text of it."""
        if depth > DEEPEST or element.standard in ("Figure", "Note"):
            return ""
        if (instead := element.text("/ActualText")) is not None:
            return instead
        parts = []
        for kid in element.kids:
            if isinstance(kid, Element):
                text = self._text(kid, depth + 1)
                parts.append(text if kid.standard in INLINE else f" {text} ")
            elif isinstance(kid, Place):
                parts.append(self.texts.get(kid, ""))
        return "".join(parts)

    def _spot(self, element: Element) -> Spot:
        return Spot(*self.tagged.place(element))

    def _label(self, note: Object) -> str:
        """The label of the page that an annotation leads to; empty where that can’t be told."""
        target = note.get("/Dest", (inner(note, "/A") or {}).get("/D"))
        if isinstance(target, (String, Name)):
            target = self._destinations.get(str(target).removeprefix("/"))
        if isinstance(target, Dictionary):
            target = target.get("/D")
        page = target[0] if isinstance(target, Array) and len(target) else None
        number = self.numbers.get(page.objgen, 0) if isinstance(page, Dictionary) else 0
        return self.labels[number - 1] if number else ""

    @property
    def _destinations(self) -> dict[str, object]:
        if not hasattr(self, "_known"):
            self._known = dict(_names(inner(inner(self.tagged.root, "/Names"), "/Dests")))
        return self._known


def _names(root: Object | None) -> Iterator[tuple[str, object]]:
    """The pairs of a name tree (ISO 32000-1, 7.9.6)."""
    waiting, count = [root], 0
    while waiting and count < 100_000:
        node = waiting.pop()
        count += 1
        if node is None:
            continue
        listed, kids = node.get("/Names"), node.get("/Kids")
        pairs = list(listed) if isinstance(listed, Array) else []
        yield from ((str(key), value) for key, value in zip(pairs[::2], pairs[1::2]))
        waiting += [kid for kid in kids if isinstance(kid, Dictionary)] if isinstance(kids, Array) else []  # type: ignore[attr-defined]


def _address(note: Object) -> str:
    found = (inner(note, "/A") or {}).get("/URI")
    return decoded(bytes(found)) if isinstance(found, String) else ""


def _labels(root: Object, count: int) -> list[str]:
    """The labels of the pages (12.4.2): plain numbers where nothing is said."""
    listed = (inner(root, "/PageLabels") or {}).get("/Nums")
    pairs = list(listed) if isinstance(listed, Array) else []
    starts = sorted((whole(key), value) for key, value in zip(pairs[::2], pairs[1::2]) if isinstance(value, Dictionary))
    labels = [str(number) for number in range(1, count + 1)]
    for place, (start, how) in enumerate(starts):
        end = starts[place + 1][0] if place + 1 < len(starts) else count
        for index in range(max(start, 0), min(end, count)):
            labels[index] = str(how.get("/P", "")) + _numeral(str(how.get("/S", "")), whole(how.get("/St"), 1) + index - start)
    return labels


def _numeral(style: str, number: int) -> str:
    match style:
        case "/D":
            return str(number)
        case "/r" | "/R":
            made = _roman(number)
            return made if style == "/R" else made.lower()
        case "/a" | "/A":
            made = chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return made if style == "/A" else made.lower()
        case _:
            return ""


def _roman(number: int) -> str:
    made = ""
    for value, sign in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value and len(made) < 40:
            made, number = made + sign, number - value
    return made

"""The plates, grounds and details of a style sheet, from keys that were found right."""

from collections.abc import Iterable, Iterator
from typing import get_args

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.load.keys import Keys
from reportbuilder.load.names import known
from reportbuilder.load.plate_table import ITEM
from reportbuilder.load.schema import shape_of
from reportbuilder.load.values import Mapping, Scalar, Sequence, Value
from reportbuilder.style.details import DETAILS, Details
from reportbuilder.style.plates import (
    LOGOED,
    OPTIONAL,
    PICTURED,
    SLOTS,
    Begin,
    Box,
    Hang,
    Plate,
    PlateDrawing,
    PlateFill,
    PlateItem,
    PlateLogo,
    PlateName,
    PlatePicture,
    PlateText,
    plain_plates,
)
from reportbuilder.style.sheet import PageStyle
from reportbuilder.style.units import mm


def read_plates(tokens: Keys, page: PageStyle, log: Log) -> dict[PlateName, Plate]:
    """The plates of a sheet; a plain one for each that it does not have."""
    plates = plain_plates(page)
    if "plates" in tokens:
        own = tokens.inner("plates")
        inks = tokens.inner("inks")
        for name in get_args(PlateName):
            if name in own:
                plates[name] = _Reader(name, page, inks, log).plate(own.inner(name), own.spans[name])
    return plates


def drawings_in(tokens: Keys) -> Iterator[Scalar]:
    """Where each file of a drawing is named."""
    for name in tokens.inner("plates") if "plates" in tokens else ():
        for item in _items(tokens.inner("plates").inner(name)["pages"]):
            keys = Keys(item)
            if "drawing" in keys:
                yield from keys.inner("drawing").items_of("files")


def read_grounds(tokens: Keys, log: Log) -> dict[str, str]:
    """The ink behind the pages of a part, by the part's name."""
    grounds = tokens.inner("grounds") if "grounds" in tokens else {}
    inks = tokens.inner("inks")
    return {name: grounds.text(name) for name in grounds if known(grounds.scalar(name), inks, "ink", log)}


def read_details(tokens: Keys, log: Log) -> Details:
    """The details: as the sheet says, else as usual."""
    keys = tokens.inner("details") if "details" in tokens else {}
    inks = tokens.inner("inks")
    said: dict[str, str | float] = {}
    for name in keys:
        if isinstance(DETAILS[name][0], str):
            if known(keys.scalar(name), inks, "ink", log):
                said[name] = keys.text(name)
        else:
            said[name] = keys.measure(name)
    return Details(**said)  # type: ignore[arg-type]


def _items(pages: Value) -> Iterator[Mapping]:
    assert isinstance(pages, Sequence)
    for page in pages.items:
        assert isinstance(page, Sequence)
        yield from (item for item in page.items if isinstance(item, Mapping))


class _Reader:
    """Reads one plate."""

    def __init__(self, name: PlateName, page: PageStyle, inks: Keys, log: Log) -> None:
        self._name, self._page, self._inks, self._log = name, page, inks, log
        self._seen: set[str] = set()

    def plate(self, keys: Keys, span: Span) -> Plate:
        pages = keys["pages"]
        assert isinstance(pages, Sequence)
        if len(pages.items) > 1 and self._name != "opener":
            self._log.error("bad-plate", f"‘{self._name}’ has one page", span, "leave the others out")
        read = tuple(tuple(self._item(item) for item in _items(Sequence((one,), pages.span))) for one in pages.items)
        wanted = () if self._name in OPTIONAL else (*SLOTS[self._name], *(("picture",) if self._name in PICTURED else ()), *(("logo",) if self._name in LOGOED else ()))
        for what in wanted:
            if what not in self._seen:  # what the editor wrote would be gone from the pages without a word
                self._log.error("bad-plate", f"‘{self._name}’ does not show the {what}", span, f"give the {what} a place")
        begin: Begin = keys.text("begin", "any")  # type: ignore[assignment]
        return Plate(read, begin, keys.yes("mirrored"))

    def _item(self, item: Mapping) -> PlateItem:
        shape = shape_of(item, ITEM)
        assert shape is not None
        keys = Keys(item).inner(shape.key)
        match shape.key:
            case "fill" | "drawing" if self._name == "spine":
                self._log.error("bad-plate", f"‘spine’ has no {shape.key}", keys.span, "leave it out; its ground is ‘spine’ of the printer")
                return PlateFill((), self._box(keys))
            case "fill":
                return PlateFill(self._known_inks(keys), self._box(keys))
            case "picture":
                self._once("picture", PICTURED, keys.span)
                return PlatePicture(self._box(keys))
            case "logo":
                self._once("logo", LOGOED, keys.span)
                return PlateLogo(self._box(keys))
            case "drawing":
                return PlateDrawing(tuple(file.text for file in keys.items_of("files")), self._box(keys))
            case _:
                return self._text(keys)

    def _text(self, keys: Keys) -> PlateText:
        slots = keys.items_of("slots")
        for slot in slots:
            if known(slot, SLOTS[self._name], "slot", self._log):
                self._once(slot.text, (self._name,), slot.span)
        hang: Hang = keys.text("hang", "top")  # type: ignore[assignment]
        names = tuple(slot.text for slot in slots)
        x, y, width = keys.measure("x"), keys.measure("y"), keys.measure("width")
        if self._name == "spine":
            if x < 0 or x + width > self._page.height or abs(y) > self._page.width / 2:
                self._log.error("bad-measure", "this text stands beside the spine", keys.span, "‘x’ runs from the head of the page, ‘y’ from the middle of the spine")
        elif x < 0 or x + width > self._page.width or not 0 <= y <= self._page.height:
            self._log.error("bad-measure", "this text stands beside the page", keys.span, "mend ‘x’, ‘y’ or ‘width’")
        return PlateText(names, x, y, width, keys.measure("gap"), hang, self._known_inks(keys), keys.measure("height"))

    def _box(self, keys: Keys) -> Box:
        x, y = keys.measure("x"), keys.measure("y")
        if self._name == "spine":
            return Box(x, y, keys.measure("width", mm(30)), keys.measure("height", mm(5)))
        box = Box(x, y, keys.measure("width", self._page.width - x), keys.measure("height", self._page.height - y))
        page = self._page
        if box.width <= 0 or box.height <= 0 or not -box.width < box.x < page.width or not -box.height < box.y < page.height:
            self._log.error("bad-measure", "nothing of this stands on the page", keys.span, "mend ‘x’ or ‘y’")
        return box

    def _known_inks(self, keys: Keys) -> tuple[str, ...]:
        return tuple(ink.text for ink in keys.items_of("inks") if known(ink, self._inks, "ink", self._log))

    def _once(self, what: str, plates: Iterable[str], span: Span) -> None:
        """A picture, a logo and each text stand once on a plate that has them, so that nothing is said twice."""
        if self._name not in plates:
            self._log.error("bad-plate", f"‘{self._name}’ has no {what}", span, "leave it out")
        elif what in self._seen:
            self._log.error("bad-plate", f"the {what} stands twice on ‘{self._name}’", span, "leave one out")
        self._seen.add(what)

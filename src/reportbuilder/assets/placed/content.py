"""A content stream of a placed page, its colours those of a device: operators that only concern the other document are left out."""

from decimal import Decimal

from pikepdf import Array, ContentStreamInlineImage, ContentStreamInstruction, Dictionary, Name, Object, Operator, PdfError, Stream, parse_content_stream, unparse_content_stream

from reportbuilder.assets.placed.copying import unpacked_size
from reportbuilder.assets.placed.devices import Device
from reportbuilder.assets.placed.functions import TooMuch, Unreadable, Values
from reportbuilder.assets.placed.page import Page
from reportbuilder.assets.placed.resources import Resources
from reportbuilder.assets.placed.spaces import Space

DEEPEST_SAVED = 24
"""PDF/A-2, 6.1.13 allows 28 in all."""
KEPT = frozenset(
    "w J j M d cm m l c v y h re S s f F f* B B* b b* n W W* BT ET Tc Tw Tz TL Tr Ts Td TD Tm T* Tj TJ ' \" i d0".split()
)  # fmt: skip
PAINTS = frozenset("S s f F f* B B* b b*".split())
SHOWS = frozenset(("Tj", "TJ", "'", '"'))
INTENTS = frozenset(("/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual"))
MANY = 20
MOST_BYTES = 60_000_000
DEVICE = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}
Instruction = ContentStreamInstruction | ContentStreamInlineImage


class State:
    """The colour spaces in force, and whether the colour was written as the device's."""

    __slots__ = ("fill", "stroke", "rendering")

    def __init__(self, fill: Space, stroke: Space, rendering: int = 0) -> None:
        self.fill = fill
        self.stroke = stroke
        self.rendering = rendering

    def copy(self) -> "State":
        """The same, for between ``q`` and ``Q``."""
        return State(self.fill, self.stroke, self.rendering)


GRAY = Space("gray", 1)


class Rewriter:
    """Rewrites one stream for a device; what it names comes into ``resources``."""

    def __init__(self, page: Page, device: Device, holder: Object | None, depth: int, initial: bool = True) -> None:
        self.resources = Resources(page, device, holder, depth)
        self._page = page
        self._device = device
        self._out: list[Instruction] = []
        self._state = State(GRAY, GRAY)
        self._saved: list[State] = []
        self._marked: list[bool] = []
        self._in_text = False
        self._initial = initial

    def rewritten(self, stream: Object) -> bytes:
        """The new content. Raises `Unreadable`."""
        for each in _streams(stream):
            if unpacked_size(each, MOST_BYTES) > MOST_BYTES:
                raise TooMuch
        try:
            instructions = parse_content_stream(stream)
        except PdfError:
            raise Unreadable("content that can't be read") from None
        self._page.count(len(instructions))
        self._look_ahead(instructions)
        if self._initial:
            self._begin()
        for instruction in instructions:
            if isinstance(instruction, ContentStreamInlineImage):
                if not self._is_hidden:
                    self._add([Name(self.resources.inline(instruction.iimage))], "Do")
            else:
                self._step(instruction, str(instruction.operator), list(instruction.operands))
        if self._in_text:
            self._add([], "ET")
        for _ in self._saved:
            self._add([], "Q")
        return unparse_content_stream(self._out)

    def _look_ahead(self, instructions: list[Instruction]) -> None:
        """Have the colours converted all at once that will most likely be asked for one by one."""
        asked: dict[str, set[Values]] = {}
        chosen = ["", ""]
        for instruction in instructions:
            word = str(instruction.operator)
            stroke = word.isupper()
            if word in ("cs", "CS") and len(instruction.operands) == 1:
                chosen[stroke] = str(instruction.operands[0])
            elif word.lower() in DEVICE or word.lower() in ("sc", "scn") and chosen[stroke]:
                values = tuple(float(part) for part in instruction.operands if isinstance(part, (int, float, Decimal)))
                asked.setdefault(DEVICE.get(word.lower(), chosen[stroke]), set()).add(values)
        for name, several in asked.items():
            if len(several) > MANY:
                self._page.colours(self.resources.space(Name(name)), several, self._device)

    def _begin(self) -> None:
        """Black, as every page begins, in the device's own colours."""
        for stroke in (False, True):
            self._colour(GRAY, [0.0], stroke)

    def _add(self, operands: list, operator: str) -> None:
        self._out.append(ContentStreamInstruction(operands, Operator(operator)))

    @property
    def _is_hidden(self) -> bool:
        return any(self._marked)

    def _step(self, instruction: ContentStreamInstruction, word: str, operands: list) -> None:
        if word in KEPT:
            self._keep(instruction, word, operands)
            return
        match word:
            case "q":
                self._save()
            case "Q":
                if self._saved:
                    self._state = self._saved.pop()
                    self._add([], "Q")
            case "g" | "rg" | "k" | "G" | "RG" | "K":
                self._colour(self.resources.space(Name(DEVICE[word.lower()])), [float(part) for part in operands], word.isupper())
            case "cs" | "CS":
                self._choose(operands[0], word == "CS")
            case "sc" | "scn" | "SC" | "SCN":
                self._set(operands, word.isupper())
            case "sh" | "Do":
                self._show(operands[0], word)
            case "gs":
                if (name := self.resources.state(operands[0])) is not None:
                    self._add([Name(name)], "gs")
            case "Tf":
                self._add([Name(self.resources.font(operands[0])), operands[1]], "Tf")
            case "ri":
                if str(operands[0]) in INTENTS:
                    self._out.append(instruction)
            case "BMC" | "BDC" | "EMC":
                self._mark(word, operands)
            case "d1":
                self._out.append(instruction)

    def _keep(self, instruction: ContentStreamInstruction, word: str, operands: list) -> None:
        if word in ("BT", "ET"):
            if self._in_text == (word == "BT"):
                return
            self._in_text = word == "BT"
        elif word == "Tr":
            self._state.rendering = int(operands[0])
        if self._is_hidden and word in PAINTS:
            self._add([], "n")
        elif self._is_hidden and word in SHOWS:
            self._add([3], "Tr")
            self._out.append(instruction)
            self._add([self._state.rendering], "Tr")
        else:
            self._out.append(instruction)

    def _save(self) -> None:
        if len(self._saved) >= DEEPEST_SAVED:
            raise Unreadable("states saved too deeply")
        self._saved.append(self._state.copy())
        self._add([], "q")

    def _mark(self, word: str, operands: list) -> None:
        """Marked content is of the other document, but layers decide what is seen."""
        if word == "EMC":
            if self._marked:
                self._marked.pop()
            return
        hidden = False
        if word == "BDC" and len(operands) == 2 and str(operands[0]) == "/OC" and isinstance(operands[1], Name):
            hidden = self._page.is_hidden(self.resources.named("/Properties", str(operands[1])))
        self._marked.append(hidden)

    # ------------------------------------------------------------ colours

    def _colour(self, used: Space, values: list[float], stroke: bool) -> None:
        """Set a colour of a space that the device has or that is converted."""
        if stroke:
            self._state.stroke = used
        else:
            self._state.fill = used
        device = self._device
        parts = self._page.colour(used, tuple(values), device)
        self._add([_number(part) for part in parts], device.operators[stroke])

    def _choose(self, name: Name, stroke: bool) -> None:
        used = self.resources.space(name)
        if stroke:
            self._state.stroke = used
        else:
            self._state.fill = used
        if used.kind == "pattern":
            return
        if used.kind == "named" and self._page.keeps(used, self._device):
            self._add([Name(self.resources.inks(used, name))], "CS" if stroke else "cs")
        else:
            self._colour(used, list(used.initial()), stroke)

    def _set(self, operands: list, stroke: bool) -> None:
        used = self._state.stroke if stroke else self._state.fill
        if operands and isinstance(operands[-1], Name):
            self._pattern(used, operands, stroke)
        elif used.kind == "named" and self._page.keeps(used, self._device):
            self._add([_number(float(part)) for part in operands[: used.count]], "SCN" if stroke else "scn")
        elif used.kind != "pattern":
            self._colour(used, [float(part) for part in operands], stroke)

    def _pattern(self, used: Space, operands: list, stroke: bool) -> None:
        choose, put = ("CS", "SCN") if stroke else ("cs", "scn")
        name = self.resources.pattern(operands[-1])
        if used.base is None or len(operands) == 1:
            self._add([Name.Pattern], choose)
            self._add([Name(name)], put)
            return
        parts = self._page.colour(used.base, tuple(float(part) for part in operands[:-1]), self._device)
        self._add([Name(self.resources.uncoloured())], choose)
        self._add([*map(_number, parts), Name(name)], put)

    # ------------------------------------------------------------ shadings, forms and images

    def _show(self, name: Name, word: str) -> None:
        if self._is_hidden:
            return
        made = self.resources.shading(name) if word == "sh" else self.resources.shown(name)
        if made is not None:
            self._add([Name(made)], word)


def _streams(found: Object) -> list[Object]:
    """The streams of a page or form."""
    contents = found.get("/Contents") if not isinstance(found, Stream) else found
    return [each for each in contents if isinstance(each, Stream)] if isinstance(contents, Array) else [contents] if isinstance(contents, Stream) else []


def form(stream: Object, page: Page, device: Device, holder: Object | None, depth: int, initial: bool = False) -> tuple[dict[str, str], bytes]:
    """The resources and content of a form, pattern or glyph. ``holder`` are the resources around it, for if it has none of its own."""
    own = stream.get("/Resources")
    rewriter = Rewriter(page, device, own if isinstance(own, Dictionary) else holder, depth, initial)
    code = rewriter.rewritten(stream)
    return {"Resources": rewriter.resources.syntax()}, code


def _number(value: float) -> Decimal:
    return Decimal(f"{value:.5f}").normalize() if value else Decimal(0)

"""Follows the content of a page (ISO 32000-1, 8 to 11) and notes all that it paints, through forms, patterns and soft masks.

It never draws: a thing painted is its box, its colour and the state it is laid on with.
"""

from collections.abc import Callable

from pikepdf import Object, Stream

from reportbuilder.preflight.content import MOST_OPERATORS, Budget, PageContent, TooMuch
from reportbuilder.preflight.finding import Box
from reportbuilder.preflight.fonts import Font
from reportbuilder.preflight.forms import box_of, matrix_of
from reportbuilder.preflight.lexer import PATH, Inline, Operand, operators, unhex
from reportbuilder.preflight.marks import ShownPath, ShownPicture, ShownShading, ShownText
from reportbuilder.preflight.matrix import IDENTITY, Matrix, around, cut, height, is_empty, product, scale, shifted
from reportbuilder.preflight.paths import Path
from reportbuilder.preflight.resources import Resources
from reportbuilder.preflight.space import GRAY, UNKNOWN, Space, inner, space, whole
from reportbuilder.preflight.state import Colour, Paint, State, TextPlace

DEEPEST = 24
"""Forms within forms."""
MOST_SAVED = 500
STROKED: dict[int, tuple[bool, ...]] = {0: (False,), 1: (True,), 2: (False, True), 3: ()}
"""By rendering mode, whether signs are filled, stroked, both or neither (9.3.6)."""
Step = Callable[["Follower", list[Operand]], None]
STEPS: dict[str, Step] = {}
"""What each operator does; `interpret` fills it."""


class Follower:
    """Follows one content stream. ``stack`` are the forms and patterns that it stands in; ``silent`` content is looked at for its colours
    only (soft masks, cells of patterns, glyphs of Type 3 fonts).
    """

    steps = STEPS

    def __init__(
        self, content: PageContent, resources: Resources, state: State, budget: Budget, stack: tuple[object, ...], silent: str = ""
    ) -> None:
        self.content = content
        self.resources = resources
        self.state = state
        self.budget = budget
        self.stack = stack
        self.silent = silent
        content.silent |= bool(silent)
        self.saved: list[State] = []
        self.path = Path()
        self.clipping = False
        self.text = TextPlace()
        self.base = state.matrix
        self._noted: dict[str, Paint] = {}

    def follow(self, data: bytes) -> None:
        """Run all operators; those that are unknown or lack operands are passed over, as viewers do."""
        budget, steps = self.budget, self.steps
        for word, operands in operators(data):
            budget.operators -= len(operands[0]) if word == PATH else 1  # type: ignore[arg-type]
            if budget.operators < 0:
                raise TooMuch(f"more than {MOST_OPERATORS:,} operators".replace(",", " "))
            step = steps.get(word)
            if step is not None:
                try:
                    step(self, operands)
                except (IndexError, TypeError, ValueError, OverflowError):
                    continue

    # ------------------------------------------------------------ state

    def save(self, _: list[Operand]) -> None:
        if len(self.saved) < MOST_SAVED:
            self.saved.append(self.state.copy())

    def restore(self, _: list[Operand]) -> None:
        if self.saved:
            self.state = self.saved.pop()

    def concatenate(self, operands: list[Operand]) -> None:
        self.state.matrix = product(six(operands), self.state.matrix)

    def extras(self, operands: list[Operand]) -> None:
        found = self.resources.extras(operands[-1])  # type: ignore[arg-type]
        if found is None:
            return
        state = self.state
        state.paint = state.paint_stroke = None
        state.overprint = state.overprint if found.overprint is None else found.overprint
        state.overprint_stroke = state.overprint_stroke if found.overprint_stroke is None else found.overprint_stroke
        state.mode = state.mode if found.mode is None else found.mode
        state.alpha = state.alpha if found.alpha is None else found.alpha
        state.alpha_stroke = state.alpha_stroke if found.alpha_stroke is None else found.alpha_stroke
        state.blend = state.blend if found.blend is None else found.blend
        state.masked = state.masked if found.masked is None else found.masked
        state.width = state.width if found.width is None else found.width
        if found.font is not None:
            state.font, state.size = self.resources.book.font(found.font), found.size
        if state.alpha < 1 or state.alpha_stroke < 1 or state.masked or state.blend not in ("Normal", "Compatible"):
            self.content.transparent = True
        if found.mask is not None:
            self._mask(found.mask)

    def line_width(self, operands: list[Operand]) -> None:
        self.state.width = float(operands[0])  # type: ignore[arg-type]

    def intent(self, operands: list[Operand]) -> None:
        self.content.intents.add(str(operands[0]))

    # ------------------------------------------------------------ colour

    def choose_space(self, operands: list[Operand], stroke: bool) -> None:
        chosen = self.resources.space(str(operands[0]))
        parts = (0.0,) * (chosen.count - 1) + (1.0,) if chosen.kind == "cmyk" else (1.0 if chosen.names else 0.0,) * chosen.count
        self._set(Colour(chosen, parts), stroke)

    def choose_colour(self, operands: list[Operand], stroke: bool) -> None:
        state = self.state
        chosen = (state.stroke if stroke else state.fill).space
        pattern = None
        if operands and isinstance(operands[-1], str):
            pattern = self.resources.object("/Pattern", operands[-1])
            chosen = chosen if chosen.kind == "pattern" else Space("pattern", 0)
        parts = tuple(part for part in operands if isinstance(part, float))
        self._set(Colour(chosen, parts, pattern), stroke)

    def _set(self, colour: Colour, stroke: bool) -> None:
        if stroke:
            self.state.stroke, self.state.paint_stroke = colour, None
        else:
            self.state.fill, self.state.paint = colour, None

    # ------------------------------------------------------------ paths

    def paint_path(self, fill: bool, stroke: bool) -> None:
        state, box = self.state, self.path.box
        if box is not None:
            if fill:
                self._emit_path(cut(box, state.clip), self._paint(False), False, self.path.thickness)
            if stroke:
                width = state.width * scale(state.matrix)
                grown = (box[0] - width / 2, box[1] - width / 2, box[2] + width / 2, box[3] + width / 2)
                self._emit_path(cut(grown, state.clip), self._paint(True), True, width)
        self.end_path()

    def end_path(self) -> None:
        if self.clipping and self.path.box is not None:
            self.state.clip = cut(self.state.clip, self.path.box)
            self.content.clipped |= self.path.thickness is None
        self.clipping = False
        self.path.clear()

    def clip(self, _: list[Operand]) -> None:
        self.clipping = True

    def _emit_path(self, box: Box, paint: Paint, stroked: bool, thickness: float | None) -> None:
        if is_empty(box):
            return
        if self._noted.get("line art") is not paint:
            self._use(paint, "line art", box)
        if not self.silent:
            self.content.shown.append(ShownPath(box, paint, stroked, thickness))

    def _paint(self, stroke: bool) -> Paint:
        s = self.state
        if stroke:
            if s.paint_stroke is None:
                s.paint_stroke = self.resources.book.paint(s.stroke, s.overprint_stroke, s.mode, s.alpha_stroke, s.blend)
            return s.paint_stroke
        if s.paint is None:
            s.paint = self.resources.book.paint(s.fill, s.overprint, s.mode, s.alpha, s.blend)
        return s.paint

    def _use(self, paint: Paint, use: str, box: Box) -> None:
        """Note the colour space; look into a pattern."""
        colour = paint.colour
        if colour.pattern is not None:
            self._pattern(colour, use, box)
            if colour.space.base is None:
                return
        self._use_space(colour.space.base if colour.space.kind == "pattern" and colour.space.base else colour.space, use, box)
        if paint.overprint and paint.mode == 1 and colour.space.kind == "icc" and colour.space.count == 4:
            self.content.icc_overprints.append(box)
        else:
            self._noted[use] = paint

    def _use_space(self, used: Space, use: str, box: Box) -> None:
        self.content.spaces.setdefault((used, self.silent or use), box)

    # ------------------------------------------------------------ text

    def begin_text(self, _: list[Operand]) -> None:
        self.text = TextPlace()

    def choose_font(self, operands: list[Operand]) -> None:
        self.state.font, self.state.size = self.resources.font(str(operands[0])), float(operands[1])  # type: ignore[arg-type]

    def move_text(self, operands: list[Operand]) -> None:
        x, y = float(operands[0]), float(operands[1])  # type: ignore[arg-type]
        self.text.line = self.text.glyph = shifted(self.text.line, x, y)

    def set_text_matrix(self, operands: list[Operand]) -> None:
        self.text.line = self.text.glyph = six(operands)

    def show(self, pieces: list[Operand]) -> None:
        """Strings, and numbers that move by thousandths of the size."""
        state, font = self.state, self.state.font
        if not isinstance(font, Font):
            return
        count, width, shift = 0, 0.0, 0.0
        for piece in pieces:
            if isinstance(piece, bytes):
                number_of, wide = font.read(piece, self.content.number)
                count += number_of
                width += wide
                if state.word_spacing and not font.composite:
                    shift += piece.count(b" ") * state.word_spacing
            elif isinstance(piece, float):
                width -= piece
        self._shown(font, count, width / 1000 * state.size + count * state.spacing + shift)

    def show_hex(self, operands: list[Operand]) -> None:
        """A line: perhaps a move, after letter spacing and stretch; strings in hex, and what all displacements come to."""
        state, font = self.state, self.state.font
        if len(operands) > 2:
            if len(operands) > 4:
                self._set_looks(operands[4:])
            self.text.line = self.text.glyph = shifted(self.text.line, operands[2], operands[3])  # type: ignore[arg-type]
        if not isinstance(font, Font):
            return
        strings, moves = operands[:2]
        if state.spacing or state.word_spacing or not font.composite:
            self.show([*map(unhex, strings), moves])  # type: ignore[arg-type, list-item]
            return
        width = font.read_hex(strings, self.content.number) - moves  # type: ignore[arg-type, operator]
        self._shown(font, any(strings), width / 1000 * state.size)  # type: ignore[arg-type]

    def _set_looks(self, looks: list[Operand]) -> None:
        for number, word in zip(looks[::2], looks[1::2]):
            if word == "Tc":
                self.state.spacing = number  # type: ignore[assignment]
            else:
                self.state.stretch = number * 0.01  # type: ignore[operator]

    def _shown(self, font: Font, any_signs: int, along: float) -> None:
        """Note text ``along`` points wide, not yet stretched, and go on behind it."""
        state, glyph = self.state, self.text.glyph
        along *= state.stretch
        if any_signs:
            size, rise = state.size, state.rise
            matrix = glyph if state.matrix is IDENTITY else product(glyph, state.matrix)
            box = cut(around(matrix, 0, rise - 0.22 * size, along, rise + 0.78 * size), state.clip)
            if not is_empty(box):
                if font.subtype == "Type3" and state.rendering % 4 != 3:
                    self._type3(font)
                for stroke in STROKED[state.rendering % 4]:
                    self._emit_text(box, height(matrix, size), stroke)
        a, b, c, d, e, f = glyph
        self.text.glyph = (a, b, c, d, along * a + e, along * b + f)

    def _emit_text(self, box: Box, size: float, stroke: bool) -> None:
        paint = (None if stroke else self.state.paint) or self._paint(stroke)
        if self._noted.get("text") is not paint:
            self._use(paint, "text", box)
        if not self.silent:
            self.content.shown.append(ShownText(box, paint, size, stroke))

    # ------------------------------------------------------------ pictures, forms, shadings

    def do(self, operands: list[Operand]) -> None:
        name = str(operands[-1])
        found = self.resources.object("/XObject", name)
        if not isinstance(found, Stream):
            return
        if found.get("/Subtype") == "/Image":
            self._image(found, name)
        elif found.get("/Subtype") == "/Form":
            self._form(found)

    def _image(self, image: Object, name: str) -> None:
        stencil = image.get("/ImageMask") is True
        named = image.get("/ColorSpace")
        used = None if stencil else space(named, self.resources.holder) if named is not None else UNKNOWN
        bits = 1 if stencil else whole(image.get("/BitsPerComponent"), 8)
        self._show_image(image, name, whole(image.get("/Width"), 0), whole(image.get("/Height"), 0), bits, used)

    def inline_image(self, operands: list[Operand]) -> None:
        image = operands[0]
        if not isinstance(image, Inline):
            return
        entries = image.entries
        stencil = entries.get("ImageMask", entries.get("IM")) == "true"
        named = entries.get("ColorSpace", entries.get("CS"))
        indexed = isinstance(named, list) and len(named) > 1 and named[0] in ("I", "Indexed")
        used = self.resources.space(str(named[1] if indexed else named)) if named is not None else UNKNOWN  # type: ignore[index]
        sizes = [whole(entries.get(long, entries.get(short)), 0) for long, short in (("Width", "W"), ("Height", "H"), ("BitsPerComponent", "BPC"))]
        self._show_image(image, "inline", *sizes[:2], 1 if stencil else sizes[2], None if stencil else used)

    def _show_image(self, image: Object | Inline, name: str, width: int, height: int, bits: int, used: Space | None) -> None:
        box = cut(around(self.state.matrix, 0, 0, 1, 1), self.state.clip)
        if is_empty(box):
            return
        paint = self._paint(False)
        if used is None:
            self._use(paint, "image mask", box)
        else:
            self._use_space(used, "image", box)
        if isinstance(image, Stream) and "/SMask" in image:
            self.content.transparent = True
        if not self.silent:
            matrix = self.state.matrix
            self.content.shown.append(ShownPicture(box, paint, image, matrix, width, height, bits, used, name))

    def _form(self, form: Object) -> None:
        group = inner(form, "/Group")
        if group is not None and group.get("/S") == "/Transparency":
            self.content.groups.append((group, False))
        state = self.state.copy()
        state.matrix = product(matrix_of(form), state.matrix)
        state.clip = cut(state.clip, box_of(form, state.matrix))
        self._inside(form, state, self.silent)

    def _inside(self, stream: Object, state: State, silent: str) -> None:
        """Follow the content of a form, pattern or glyph; not one that it stands in already."""
        key = stream.objgen
        if key in self.stack or len(self.stack) >= DEEPEST:
            return
        own = inner(stream, "/Resources")
        resources = Resources(own, self.resources.book) if own is not None else self.resources
        type(self)(self.content, resources, state, self.budget, (*self.stack, key), silent).follow(self.content.decode(stream))

    def _pattern(self, colour: Colour, use: str, box: Box) -> None:
        """Once a page for each pattern and use: the cells of all its uses are the same."""
        pattern = colour.pattern
        key = ("pattern", pattern.objgen if pattern.is_indirect else bytes(pattern.unparse()), use)
        if key in self.content.looked_into:
            return
        self.content.looked_into.add(key)
        shading = inner(pattern, "/Shading")
        if shading is not None:
            self._use_space(space(shading.get("/ColorSpace"), self.resources.holder), "shading", box)
        elif isinstance(pattern, Stream):
            state = State(matrix=product(matrix_of(pattern), self.base))
            state.fill = state.stroke = Colour(colour.space.base or GRAY, colour.parts)
            self._inside(pattern, state, self.silent or use)

    def _type3(self, font: Font) -> None:
        """The glyphs of a Type 3 font are content too: once a page for each font."""
        procedures = inner(font.object, "/CharProcs")
        if procedures is None or font in self.content.looked_into:
            return
        self.content.looked_into.add(font)
        resources = Resources(inner(font.object, "/Resources") or self.resources.holder, self.resources.book)
        for _, procedure in list(procedures.items())[:256]:
            if isinstance(procedure, Stream) and len(self.stack) < DEEPEST:
                state = State(fill=self.state.fill, stroke=self.state.stroke)
                glyph = type(self)(self.content, resources, state, self.budget, (*self.stack, procedure.objgen), self.silent or "text")
                glyph.follow(self.content.decode(procedure))

    def _mask(self, mask: Object) -> None:
        form = inner(mask, "/G")
        if not isinstance(form, Stream) or ("mask", form.objgen) in self.content.looked_into:
            return
        self.content.looked_into.add(("mask", form.objgen))
        group = inner(form, "/Group")
        if group is not None:
            self.content.groups.append((group, mask.get("/S") == "/Luminosity"))
        self._inside(form, State(matrix=product(matrix_of(form), self.state.matrix)), "soft mask")

    def shade(self, operands: list[Operand]) -> None:
        shading = self.resources.object("/Shading", str(operands[-1]))
        if shading is None or is_empty(self.state.clip):
            return
        used = space(shading.get("/ColorSpace"), self.resources.holder)
        self._use_space(used, "shading", self.state.clip)
        if not self.silent:
            self.content.shown.append(ShownShading(self.state.clip, self._paint(False), used))


def six(operands: list[Operand]) -> Matrix:
    """The last six operands as a matrix."""
    a, b, c, d, e, f = (float(part) for part in operands[-6:])  # type: ignore[arg-type]
    return (a, b, c, d, e, f)

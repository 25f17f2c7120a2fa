"""Marked content followed (ISO 32000-1, 14.6): what belongs to the structure of a document, what is an artifact, and what is neither."""

from typing import NamedTuple

from msgspec import Struct
from pikepdf import Object, String

from reportbuilder.preflight.content import Budget, PageContent, TooMuch, contents
from reportbuilder.preflight.finding import Box
from reportbuilder.preflight.follower import Follower, Step
from reportbuilder.preflight.fonts import Font
from reportbuilder.preflight.interpret import STEPS, inherited
from reportbuilder.preflight.lexer import Inline, Operand
from reportbuilder.preflight.resources import Book, Resources
from reportbuilder.preflight.space import Space, whole
from reportbuilder.preflight.state import State

MOST_MARKS = 2_000
"""Marks within each other."""
TEXTS = ("ActualText", "Alt", "E")


class Place(NamedTuple):
    """The name of marked content: ``holder`` is the page (from 1), or the object that the form is; ``mcid`` its number there."""

    holder: int | tuple[int, int]
    mcid: int


class Mark(NamedTuple):
    """Marked content that is open. ``place`` is that of the nearest mark that has a number; ``artifact`` when it or one around it is one;
    ``spoken`` when it or one around it says its language.
    """

    tag: str
    place: Place | None
    artifact: bool
    spoken: bool


class Opened(Struct, frozen=True):
    """A mark as it was opened: its own number, if any, what it stands in, the texts it has, and its language (None where it says none)."""

    tag: str
    own: Place | None
    around: Mark | None
    texts: tuple[str, ...]
    language: str | None


class MarkedContent(PageContent):
    """``opened``: the marks of the page in their order, those that say nothing left out. ``bare``: what is painted under no mark that has a number
    or is an artifact, with its kind. ``places``: the box of each numbered content. ``silent``: text whose mark and those around it
    say no language, by place. ``forms``: forms with numbered content, and how often each was shown. ``visible``: fonts in which something was shown
    that is not invisible.
    """

    stack: list[Mark] = []
    opened: list[Opened] = []
    bare: list[tuple[str, Box | None]] = []
    places: dict[Place, Box | None] = {}
    speechless: set[Place | None] = set()
    forms: dict[tuple[int, int], int] = {}
    visible: set[Font] = set()


def marked(
    page: Object, number: int, media: Box, book: Book, budget: Budget, kind: "type[Marker] | None" = None, content: MarkedContent | None = None
) -> MarkedContent:
    """The content of page ``number`` (from 1) with its marks. Raises `TooMuch`."""
    made = MarkedContent(number) if content is None else content
    follower = (kind or Marker)(made, Resources(inherited(page, "/Resources"), book), State(clip=media), budget, ())
    follower.follow(contents(page, made))
    return made


class Marker(Follower):
    """Follows content as others do, and keeps the marks it stands in."""

    content: MarkedContent
    steps: dict[str, Step] = {}

    def follow(self, data: bytes) -> None:
        """Marks that a stream leaves open end with it; it can't end those of others."""
        stack = self.content.stack
        before = list(stack)
        self.base_marks = len(before)
        super().follow(data)
        stack[:] = before

    @property
    def holder(self) -> int | tuple[int, int]:
        """Whose numbers those of marked content are: of the innermost form that has its own, or of the page."""
        return self.content.number if not self.stack else self.stack[-1]  # type: ignore[return-value]

    def begin_mark(self, operands: list[Operand]) -> None:
        """``BMC`` and ``BDC``."""
        content = self.content
        if len(content.stack) >= MOST_MARKS:
            raise TooMuch(f"more than {MOST_MARKS:,} marks within each other".replace(",", " "))
        around = content.stack[-1] if content.stack else None
        tag = str(operands[0]) if operands else ""
        number, texts, language = self._properties(operands[1] if len(operands) > 1 else None)
        own = Place(self.holder, number) if number is not None else None
        if not self.silent:
            if own is not None:
                content.places.setdefault(own, None)
                if self.stack:
                    content.forms.setdefault(self.stack[-1], 0)  # type: ignore[arg-type]
            if own is not None or texts or language is not None or tag == "Artifact":
                content.opened.append(Opened(tag, own, around, texts, language))
        place = own or (around.place if around else None)
        artifact = tag == "Artifact" or (around is not None and around.artifact)
        content.stack.append(Mark(tag, place, artifact, language is not None or (around is not None and around.spoken)))

    def end_mark(self, _: list[Operand]) -> None:
        """``EMC``."""
        if len(self.content.stack) > self.base_marks:
            self.content.stack.pop()

    def _properties(self, given: Operand | None) -> tuple[int | None, tuple[str, ...], str | None]:
        """Number, names of texts and language of a list of properties, which stands in the content or is named in the resources."""
        if isinstance(given, dict):
            number, language = given.get("MCID"), given.get("Lang")
            found = tuple(name for name in TEXTS if name in given)
            return (int(number) if isinstance(number, float) else None), found, (decoded(language) if isinstance(language, bytes) else None)
        if isinstance(given, str) and (named := self.resources.object("/Properties", given)) is not None:
            spoken = named.get("/Lang")
            found = tuple(name for name in TEXTS if f"/{name}" in named)
            return (whole(named.get("/MCID"), -1) if "/MCID" in named else None), found, (str(spoken) if isinstance(spoken, String) else None)
        return None, (), None

    def painted(self, kind: str, before: int) -> None:
        """Something was painted; all that was shown since ``before`` is its."""
        content = self.content
        if self.silent:
            return
        box = content.shown[-1].box if len(content.shown) > before else None
        mark = content.stack[-1] if content.stack else None
        if mark is None or (mark.place is None and not mark.artifact):
            content.bare.append((kind, box))
        if mark is None or mark.place is None:
            return
        old = content.places.get(mark.place)
        content.places[mark.place] = box if old is None else old if box is None else grown(old, box)

    def _shown(self, font: Font, any_signs: int, along: float) -> None:
        """Text, also where it is invisible."""
        before, content = len(self.content.shown), self.content
        super()._shown(font, any_signs, along)
        if self.state.rendering != 3:
            content.visible.add(font)
        self.painted("text", before)
        mark = content.stack[-1] if content.stack else None
        if not self.silent and not (mark and mark.spoken):
            content.speechless.add(mark.place if mark else None)

    def _show_image(self, image: Object | Inline, name: str, width: int, height: int, bits: int, used: Space | None) -> None:
        before = len(self.content.shown)
        super()._show_image(image, name, width, height, bits, used)
        self.painted("image", before)

    def _form(self, form: Object) -> None:
        super()._form(form)
        if not self.silent and form.objgen in self.content.forms:
            self.content.forms[form.objgen] += 1


def grown(one: Box, other: Box) -> Box:
    """The box around two."""
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))


def decoded(text: bytes) -> str:
    """A text string (ISO 32000-1, 7.9.2.2)."""
    return str(String(text))


def _noted(step: Step, kind: str) -> Step:
    def run(follower: Follower, operands: list[Operand]) -> None:
        before = len(follower.content.shown)
        step(follower, operands)
        follower.painted(kind, before)  # type: ignore[attr-defined]

    return run


PATHS = ("f", "F", "f*", "S", "s", "B", "B*", "b", "b*")
Marker.steps = STEPS | {word: _noted(STEPS[word], "line art") for word in PATHS} | {
    "sh": _noted(STEPS["sh"], "shading"),
    "BMC": Marker.begin_mark,
    "BDC": Marker.begin_mark,
    "EMC": Marker.end_mark,
}  # type: ignore[dict-item]

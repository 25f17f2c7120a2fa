"""Pages interpreted: the operators of content streams (ISO 32000-1, annex A), each with what a `Follower` does for it."""

from pikepdf import Object

from reportbuilder.preflight.finding import Box
from reportbuilder.preflight.content import Budget, PageContent, contents
from reportbuilder.preflight.follower import STEPS, Follower, Step
from reportbuilder.preflight.lexer import HEX, PATH, Operand
from reportbuilder.preflight.resources import Book, Resources
from reportbuilder.preflight.space import Space, inner
from reportbuilder.preflight.state import Colour, State


def interpret(page: Object, number: int, media: Box, book: Book, budget: Budget) -> PageContent:
    """The content of page ``number`` (from 1). Raises `TooMuch`."""
    content = PageContent(number)
    group = inner(page, "/Group")
    if group is not None:
        content.groups.append((group, False))
    state = State(clip=media)
    Follower(content, Resources(inherited(page, "/Resources"), book), state, budget, ()).follow(contents(page, content))
    return content


def inherited(page: Object, key: str) -> Object | None:
    """An entry of a page, or of the nodes of the page tree above it."""
    for _ in range(50):
        if key in page:
            return page[key]
        parent = inner(page, "/Parent")
        if parent is None:
            return None
        page = parent
    return None


DEVICE = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}


def _device(name: str, stroke: bool) -> Step:
    def step(follower: Follower, operands: list[Operand]) -> None:
        found: Space = follower.resources.space(name)
        follower._set(Colour(found, tuple(map(float, operands))), stroke)  # type: ignore[arg-type]

    return step


def _painting(fill: bool, stroke: bool) -> Step:
    return lambda follower, _: follower.paint_path(fill, stroke)


def _points(follower: Follower, operands: list[Operand]) -> None:
    follower.path.point(follower.state.matrix, operands[0], operands[1])  # type: ignore[arg-type]


def _curve(follower: Follower, operands: list[Operand]) -> None:
    follower.path.curve(follower.state.matrix, operands)  # type: ignore[arg-type]


def _rectangle(follower: Follower, operands: list[Operand]) -> None:
    follower.path.rectangle(follower.state.matrix, *operands[-4:])  # type: ignore[arg-type]


def _setting(field: str, factor: float = 1.0) -> Step:
    return lambda follower, operands: setattr(follower.state, field, float(operands[0]) * factor)  # type: ignore[arg-type]


def _rendering(follower: Follower, operands: list[Operand]) -> None:
    follower.state.rendering = int(operands[0])  # type: ignore[call-overload]


def _next_line(follower: Follower, _: list[Operand]) -> None:
    follower.move_text([0.0, -follower.state.leading])


def _move_and_lead(follower: Follower, operands: list[Operand]) -> None:
    follower.state.leading = -float(operands[1])  # type: ignore[arg-type]
    follower.move_text(operands)


def _show_on_next(follower: Follower, operands: list[Operand]) -> None:
    if len(operands) == 3:
        follower.state.word_spacing, follower.state.spacing = float(operands[0]), float(operands[1])  # type: ignore[arg-type]
    _next_line(follower, [])
    follower.show(operands[-1:])


def _show_array(follower: Follower, operands: list[Operand]) -> None:
    if isinstance(operands[-1], list):
        follower.show(operands[-1])


STEPS.update({
    "q": Follower.save,
    "Q": Follower.restore,
    "cm": Follower.concatenate,
    "gs": Follower.extras,
    "w": Follower.line_width,
    "ri": Follower.intent,
    "cs": lambda follower, operands: follower.choose_space(operands, False),
    "CS": lambda follower, operands: follower.choose_space(operands, True),
    **dict.fromkeys(("sc", "scn"), lambda follower, operands: follower.choose_colour(operands, False)),
    **dict.fromkeys(("SC", "SCN"), lambda follower, operands: follower.choose_colour(operands, True)),
    **{word: _device(name, False) for word, name in DEVICE.items()},
    **{word.upper(): _device(name, True) for word, name in DEVICE.items()},
    "m": _points,
    "l": _points,
    **dict.fromkeys(("c", "v", "y"), _curve),
    PATH: lambda follower, operands: follower.path.pieces(follower.state.matrix, *operands),  # type: ignore[arg-type]
    "re": _rectangle,
    **dict.fromkeys(("f", "F", "f*"), _painting(True, False)),
    **dict.fromkeys(("S", "s"), _painting(False, True)),
    **dict.fromkeys(("B", "B*", "b", "b*"), _painting(True, True)),
    "n": lambda follower, _: follower.end_path(),
    **dict.fromkeys(("W", "W*"), Follower.clip),
    "BT": Follower.begin_text,
    "Tf": Follower.choose_font,
    "Td": Follower.move_text,
    "TD": _move_and_lead,
    "Tm": Follower.set_text_matrix,
    "T*": _next_line,
    "Tc": _setting("spacing"),
    "Tw": _setting("word_spacing"),
    "Tz": _setting("stretch", 0.01),
    "TL": _setting("leading"),
    "Ts": _setting("rise"),
    "Tr": _rendering,
    "Tj": lambda follower, operands: follower.show(operands[-1:]),
    "TJ": _show_array,
    HEX: Follower.show_hex,
    "'": _show_on_next,
    '"': _show_on_next,
    "Do": Follower.do,
    "BI": Follower.inline_image,
    "sh": Follower.shade,
})

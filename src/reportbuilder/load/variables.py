"""Fourth step of loading: figures from ``cijfers.yaml`` brought into text; as data, never as markup, and no code runs.

Jinja2 only parses what stands in ``{{ … }}``, unless it is as plain as can be. What may stand there is a list of what its syntax tree may hold, so nothing is ever evaluated.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.nearest import did_you_mean
from reportbuilder.load.check import check
from reportbuilder.load.formats import FILTERS, FigureFault, formatted
from reportbuilder.load.tables import FIGURES
from reportbuilder.load.values import INSERT, Mapping, Scalar, Value
from reportbuilder.load.wording import shown

if TYPE_CHECKING:
    from jinja2.nodes import Expr
    from jinja2.sandbox import SandboxedEnvironment

_OPENING = re.compile(r"\{[{%#]")
# The bounds keep the search for ‘}}’ short in hostile text, and Jinja's recursion low; no figure comes near them.
_PIECE = re.compile(r"""\{\{(?:'[^'\n]{0,20}'|"[^"\n]{0,20}"|[^'"}]|\}(?!\})){0,200}\}\}""")
_USUAL = re.compile(r"\{\{\s*([a-z][a-z0-9_]*\.[a-z][a-z0-9_]*)\s*(?:\|\s*([a-z]+)\s*)?\}\}", re.ASCII)
"""What nearly all braces hold, plain enough to be read without Jinja (whose loading costs more than all the rest of this step)."""
_LITERALS = ("{{", "}}", "{%", "%}", "{#", "#}")
_RESERVED = ("not", "true", "false", "none")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_LONGEST_FIGURE = 500
_MOST_FAULTS = 100
_HOW = "write {{ group.name }} or {{ group.name | filter }}; for two braces as text write {{ '{{' }}"


class Figures(Struct, frozen=True):
    """The figures by “group.name”, as typed. ``used`` grows as `substitute` brings them in."""

    values: dict[str, Scalar]
    used: set[str] = set()


def figures(value: Value, log: Log) -> Figures:
    """The figures in the contents of ``cijfers.yaml``, which this checks too. One that is wrong is empty, so that it is not called unknown too."""
    check(value, FIGURES, log)
    found: dict[str, Scalar] = {}
    for group in value.entries if isinstance(value, Mapping) else ():
        if group.key.text.lower() in _RESERVED:
            log.error("bad-id", f"‘{group.key.text}’ can't name a group of figures", group.key.span, "choose another name")
        for entry in group.value.entries if isinstance(group.value, Mapping) else ():
            fits = isinstance(entry.value, Scalar) and _is_figure(entry.value, log)
            found[f"{group.key.text}.{entry.key.text}"] = entry.value if fits else replace(entry.key, text="")
    return Figures(found)


def _is_figure(figure: Scalar, log: Log) -> bool:
    if "\n" in figure.text or len(figure.text) > _LONGEST_FIGURE:
        log.error("bad-figure", f"a figure is one line of at most {_LONGEST_FIGURE} characters", figure.span, "longer text belongs in the parts")
        return False
    if _THOUSANDS.fullmatch(figure.text):
        hint = f"for thousands write {figure.text.replace('.', '')}; if it is a decimal, write {figure.text}0"
        log.warn("doubtful-figure", f"‘{figure.text}’ is a number with three decimals", figure.span, hint)
    return True


def substitute(scalar: Scalar, figures: Figures, language: str, log: Log, raw: bool = False) -> Scalar:
    """The scalar with ``chr(INSERT + i)`` for each ``{{ group.name | filter }}``; the formatted text is ``inserts[i]``.

    ``raw``: what comes in is the call itself, as typed, once it is known to be right. What may not stand in braces is an error and stays as
    typed; after a hundred such errors the rest of the text is not looked at.
    """
    if "{" not in scalar.text:
        return scalar
    cuts = []
    faults = 0
    for start, end in _openings(scalar.text):
        try:
            text = _value(_read(scalar.text[start:end]), figures, language, log)
        except _Refused as refused:
            log.error(refused.code, refused.message, scalar.at(start + refused.offset), refused.hint)
            text, faults = scalar.text[start:end], faults + 1
        if raw:
            text = scalar.text[start:end]
        cuts.append((start, end, text))
        if faults == _MOST_FAULTS:
            break
    return _with_inserts(scalar, cuts) if cuts else scalar


def unused_figures(figures: Figures, log: Log) -> None:
    """Warn of every figure that no text has brought in; call it when all parts are loaded."""
    for path, figure in figures.values.items():
        if path not in figures.used:
            log.warn("unused-figure", f"the figure ‘{path}’ is used nowhere", figure.span, "take it out, or bring it in")


def _openings(text: str) -> Iterator[tuple[int, int]]:
    """Where something stands that Jinja would see as its own: begin and end of ``{{ … }}``, or of the opening alone."""
    done = 0
    while opening := _OPENING.search(text, done):
        piece = _PIECE.match(text, opening.start())
        done = (piece or opening).end()
        yield opening.start(), done


class _Refused(Exception):
    """What stands in braces can't be brought in; ``offset`` says where in it."""

    def __init__(self, code: str, message: str, hint: str, offset: int = 0) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.offset = code, message, hint, offset


class _Insertion(Struct, frozen=True):
    """A figure by its path with a filter or none, or (``literal``) signs as they are; ``offset`` is where it stands in the braces."""

    text: str
    filter: str = ""
    literal: bool = False
    offset: int = 0


def _value(insertion: _Insertion, figures: Figures, language: str, log: Log) -> str:
    """The text that comes in. Raises `_Refused` if there is no such figure; one that its filter can't write stays as typed."""
    if insertion.literal:
        return insertion.text
    figure = figures.values.get(insertion.text)
    if figure is None:
        hint = _near(insertion.text, figures)
        raise _Refused("unknown-variable", f"there is no figure ‘{shown(insertion.text)}’", hint, insertion.offset)
    figures.used.add(insertion.text)
    if not insertion.filter or not figure.text:
        return figure.text
    try:
        return formatted(figure.text, insertion.filter, language)
    except FigureFault as fault:
        log.error("bad-figure", fault.message, figure.span, fault.hint)
        return figure.text


def _near(path: str, figures: Figures) -> str:
    """A hint: the nearest name in the group, or else the same name in another group, or else the nearest group."""
    group, _, name = path.rpartition(".")
    groups = {known.partition(".")[0] for known in figures.values}
    if group in groups:
        own = [known for known in figures.values if known.startswith(f"{group}.")]
        return did_you_mean(path, own)
    same = [known for known in figures.values if known.endswith(f".{name}")]
    return f"did you mean ‘{same[0]}’?" if same else did_you_mean(group or name, groups)


@lru_cache(maxsize=4096)
def _read(typed: str) -> _Insertion:
    """What the braces ask for. Raises `_Refused`."""
    if not typed.startswith("{{"):
        raise _Refused("variable-code", f"‘{typed}’ begins code, and none runs here", f"write {{{{ '{typed}' }}}} for these signs as text")
    if not typed.endswith("}}"):
        raise _Refused("variable-code", "‘{{’ is not closed by ‘}}’", _HOW)
    if typed[2] in "-+" or typed[-3] in "-+":
        raise _Refused("variable-code", f"‘{shown(typed)}’ has a sign at the braces", _HOW)
    usual = _USUAL.fullmatch(typed)
    if usual and (not usual[2] or usual[2] in FILTERS):
        return _Insertion(usual[1], usual[2] or "", offset=_offset(typed))
    return _allowed(_parsed(typed), typed)


def _parsed(typed: str) -> "Expr | None":
    """The one expression in the braces, or None if there is something else."""
    from jinja2 import TemplateSyntaxError, nodes

    try:
        template = _environment().parse(typed)
    except TemplateSyntaxError as fault:
        offset = sum(len(line) + 1 for line in typed.split("\n")[: fault.lineno - 1])
        raise _Refused("variable-code", f"‘{shown(typed)}’ can't be read: {fault.message}", _HOW, offset) from None
    except RecursionError:
        return None
    match template.body:
        case [nodes.Output(nodes=[nodes.Expr() as expression])]:
            return expression
    return None


def _allowed(expression: "Expr | None", typed: str) -> _Insertion:
    """The list of what may stand in braces."""
    from jinja2 import nodes

    match expression:
        case nodes.Const(value=str(text)) if text in _LITERALS:
            return _Insertion(text, literal=True)
        case nodes.Filter(node=nodes.Expr() as figure, name=str(name), args=[], kwargs=[], dyn_args=None, dyn_kwargs=None):
            if name not in FILTERS:
                raise _Refused("variable-code", f"‘{shown(name)}’ is no filter", did_you_mean(name, FILTERS), typed.rfind(name))
            return _Insertion(_path(figure, typed), name, offset=_offset(typed))
        case nodes.Expr():
            return _Insertion(_path(expression, typed), offset=_offset(typed))
    raise _Refused("variable-code", f"‘{shown(typed)}’ is code, and none runs here", _HOW)


def _path(expression: "Expr", typed: str) -> str:
    from jinja2 import nodes

    match expression:
        case nodes.Name(name=str(name)) if not name.startswith("_"):
            return name
        case nodes.Getattr(node=nodes.Name(name=str(group)), attr=str(name)) if not (group.startswith("_") or name.startswith("_")):
            return f"{group}.{name}"
    raise _Refused("variable-code", f"‘{shown(typed)}’ is code, and none runs here", _HOW)


def _offset(typed: str) -> int:
    return len(typed) - len(typed[2:].lstrip())


@lru_cache
def _environment() -> "SandboxedEnvironment":
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment()


def _with_inserts(scalar: Scalar, cuts: list[tuple[int, int, str]]) -> Scalar:
    """The scalar with one character for each cut, and marks that still tell where each character was typed."""
    parts, marks = [], [scalar.marks[0]]
    done = length = 0
    old = iter([*scalar.marks[1:], (len(scalar.text) + 1, 0, 0)])
    mark = next(old)
    for number, (start, end, _) in enumerate([*cuts, (len(scalar.text), len(scalar.text), "")]):
        while mark[0] < start:
            if mark[0] > done:
                marks.append((length + mark[0] - done, *mark[1:]))
            mark = next(old)
        parts.append(scalar.text[done:start])
        length += start - done
        if number < len(cuts):
            parts.append(chr(INSERT + number))
            marks += [(length, *scalar.at(start)[1:]), (length + 1, *scalar.at(end)[1:])]
            length += 1
        done = end
    return Scalar("".join(parts), scalar.file, tuple(marks), tuple(text for _, _, text in cuts))

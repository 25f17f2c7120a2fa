"""A style sheet that builds on another: its keys over those of its base."""

from pathlib import Path

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.nearest import did_you_mean
from reportbuilder.diag.span import Span
from reportbuilder.load.composed import Composed
from reportbuilder.load.source import read_text
from reportbuilder.load.values import Entry, Mapping, Scalar, Value

DEFAULT = "tokens"
_DEEPEST = 8


def in_language(root: Path, name: str, language: str) -> str:
    """The name of the sheet for a language: ``tokens-ar`` beside ``tokens`` if there is one, for a region (``tokens-ar-sy``) before its language."""
    parts = language.lower().split("-") if language else []
    names = ("-".join([name, *parts[:count]]) for count in range(len(parts), 0, -1))
    return next((found for found in names if _is_sheet(root, found)), name)


def layered(root: Path, name: str, log: Log, composed: Composed) -> Value | None:
    """The keys of ``styles/<name>.yaml``, over those of the sheet that it names as ``base``; None after a fault."""
    path = Path("styles") / f"{name}.yaml"
    if name != DEFAULT and not (root / path).exists():
        present = sorted(file.stem for file in (root / "styles").glob("*.yaml"))
        log.error("unknown-style-sheet", f"there is no style sheet ‘{name}’", Span(path.as_posix(), 0, 0), did_you_mean(name, present))
        return None
    return _layered(root, name, log, composed, ())


def _layered(root: Path, name: str, log: Log, composed: Composed, above: tuple[str, ...]) -> Value | None:
    file = f"styles/{name}.yaml"
    text = read_text(root / file, file, log)
    value = None if text is None else composed.value(text, file, log)
    if not isinstance(value, Mapping) or (base := value.get("base")) is None:
        return value
    own = Mapping(tuple(entry for entry in value.entries if entry.key.text != "base"), value.span)
    if not isinstance(base, Scalar) or not _is_sheet(root, base.text):
        log.error("unknown-style-sheet", "‘base’ names no style sheet beside this one", base.span, "write the name of a file in styles/ without ‘.yaml’")
        return None
    if base.text in (*above, name) or len(above) >= _DEEPEST:
        log.error("style-cycle", "a style sheet is its own base", base.span, "take one ‘base’ out")
        return None
    under = _layered(root, base.text, log, composed, (*above, name))
    return None if under is None else _over(own, under)


def _is_sheet(root: Path, name: str) -> bool:
    return name.replace("-", "").isalnum() and (root / "styles" / f"{name}.yaml").is_file()


def _over(upper: Value, lower: Value) -> Value:
    """Keys of the upper win; mappings are gone into, all else is replaced whole."""
    if not (isinstance(upper, Mapping) and isinstance(lower, Mapping)):
        return upper
    own = {entry.key.text: entry for entry in upper.entries}
    kept = [Entry(own[e.key.text].key, _over(own[e.key.text].value, e.value)) if e.key.text in own else e for e in lower.entries]
    names = set(lower.names())
    return Mapping((*kept, *(entry for entry in upper.entries if entry.key.text not in names)), upper.span)

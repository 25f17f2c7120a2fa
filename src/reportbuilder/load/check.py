"""Third step of loading: what a file holds is held against its kind in `tables`, and all that is wrong is said."""

import re
from typing import assert_never

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.nearest import did_you_mean, nearest
from reportbuilder.diag.span import Span
from reportbuilder.load.schema import FORMS, Choice, Field, Form, Kind, ListOf, MapOf, OneOf, Shape, Text, shape_of
from reportbuilder.load.values import Mapping, Scalar, Sequence, Value
from reportbuilder.load.wording import shown
from reportbuilder.style.units import mm

_MOST_HINTS = 20


def check(value: Value, kind: Kind, log: Log) -> bool:
    """Whether ``value`` is of the kind; every fault goes into the log.

    Whole files are checked by `tables.REPORT`, `tables.PART` and `sheet_table.TOKENS`; `schema.shape_of` says which part or block it is.
    """
    match kind, value:
        case Text(), Scalar():
            return _text(value, kind, log)
        case Choice(), Scalar():
            return _choice(value, kind, log)
        case ListOf(), Sequence():
            return _list(value, kind, log)
        case MapOf(), Mapping():
            return _map(value, kind, log)
        case Shape(), Mapping():
            return _shape(value, kind, log)
        case OneOf(), Mapping():
            return _one_of(value, kind, log)
        case _:
            return _wrong_type(value, kind, log)


def _wrong_type(value: Value, kind: Kind, log: Log) -> bool:
    match value:
        case Scalar():
            found = "text stands" if value.text else "nothing stands"
        case Sequence():
            found = "a list stands"
        case Mapping():
            found = "keys with values stand"
        case _:
            assert_never(value)
    due, hint = _due(kind)
    log.error("wrong-type", f"{found} where {due} due", value.span, hint)
    return False


def _due(kind: Kind) -> tuple[str, str]:
    match kind:
        case Text(form=form):
            return _wanted(form), "put text that begins with ‘[’ or ‘{’, or has ‘: ’ in it, in quotes"
        case Choice(values):
            return "a word is", f"known here: {', '.join(values)}"
        case ListOf():
            return "a list is", "begin each item with ‘- ’, or write [one, another]"
        case MapOf(names):
            return "keys with values are", f"write ‘{FORMS[names].example}: …’"
        case Shape():
            return "keys with values are", f"known here: {', '.join(field.name for field in kind.fields)}"
        case OneOf(name, shapes):
            return f"a {name} is", f"begin it with one of: {', '.join(shape.key for shape in shapes)}"
        case _:
            assert_never(kind)


def _wanted(form: Form) -> str:
    """“text is”, “an id is”, “paragraphs and lists are”."""
    title = FORMS[form].title
    if form == "blocks":
        return f"{title} are"
    return f"{title} is" if title.startswith("text") else f"{'an' if title[0] in 'aeiouAEIOU' else 'a'} {title} is"


def _text(value: Scalar, kind: Text, log: Log) -> bool:
    if not value.text.strip():
        if not kind.empty:
            log.error("empty-text", f"{_wanted(kind.form)} due here", value.span, "write it, or leave the key out if it may be left out")
        return kind.empty
    return _form(value, kind.form, log) and (kind.bounds is None or _within(value, *kind.bounds, FORMS[kind.form].code, log))


def measure(text: str) -> float:
    """A number as it is, a length (‘210 mm’, ‘9.5 pt’) in points."""
    number, unit = text.rstrip("mpt "), text[-2:]
    return mm(float(number)) if unit == "mm" else float(number)


def _within(value: Scalar, least: str, most: str, code: str, log: Log) -> bool:
    fits = measure(least) <= measure(value.text) <= measure(most)
    if not fits:
        log.error(code, f"‘{value.text}’ is not between {least} and {most}", value.span, "choose a value between these")
    return fits


def _form(value: Scalar, form: Form, log: Log) -> bool:
    rule = FORMS[form]
    fits = not rule.pattern or re.fullmatch(rule.pattern, value.text) is not None
    if not fits:
        log.error(rule.code, f"‘{shown(value.text)}’ is no {rule.title}", value.span, f"write it like ‘{rule.example}’")
    return fits


def _choice(value: Scalar, kind: Choice, log: Log) -> bool:
    if value.text in kind.values:
        return True
    log.error("bad-choice", f"‘{shown(value.text)}’ is not known here", value.span, did_you_mean(value.text, kind.values))
    return False


def _list(value: Sequence, kind: ListOf, log: Log) -> bool:
    if not value.items:
        log.error("empty-list", "the list has no items", value.span, "write one, or leave the key out if it may be left out")
        return False
    if kind.count and len(value.items) != kind.count:
        log.error("wrong-count", f"the list has {len(value.items)} items where {kind.count} are due", value.span)
        return False
    return all([check(item, kind.item, log) for item in value.items])


def _map(value: Mapping, kind: MapOf, log: Log) -> bool:
    names = all([_form(entry.key, kind.names, log) for entry in value.entries])
    return all([check(entry.value, kind.value, log) for entry in value.entries]) and names


def _shape(value: Mapping, kind: Shape, log: Log) -> bool:
    fields = {field.name: field for field in kind.fields}
    present = set(value.names())
    unknown = [entry.key for entry in value.entries if entry.key.text not in fields]
    meant = _unknown(unknown, [name for name in fields if name not in present], kind, log)
    fits = not unknown
    for entry in value.entries:
        field = fields.get(entry.key.text)
        if field is None:
            continue
        if field.missing != "missing-key" and isinstance(entry.value, Scalar) and not entry.value.text.strip():
            fits = _missing(field, kind, entry.value.span, log)
        else:
            fits = check(entry.value, field.kind, log) and fits
    for field in kind.fields:
        due = field.required or (field.needed_by and field.needed_by in present)
        if due and field.name not in present and field.name not in meant:
            fits = _missing(field, kind, value.span, log)
    return fits


def _unknown(keys: list[Scalar], free: list[str], kind: Shape, log: Log) -> set[str]:
    """Say which keys a shape has not; gives the names that were meant, so that these are not called missing too."""
    meant = set()
    for count, key in enumerate(keys):
        hint = ""
        if count < _MOST_HINTS:
            meant.add(nearest(key.text, free))
            hint = did_you_mean(key.text, free) or "see docs/sections.md for its keys"
        log.error("unknown-key", f"‘{shown(key.text)}’ is no key of ‘{kind.name}’", key.span, hint)
    return meant


def _missing(field: Field, kind: Shape, span: Span, log: Log) -> bool:
    log.error(field.missing, f"‘{kind.name}’ needs ‘{field.name}’", span, field.hint or f"‘{field.name}’: {field.doc.replace('`', '')}")
    return False


def _one_of(value: Mapping, kind: OneOf, log: Log) -> bool:
    keys = [shape.key for shape in kind.shapes]
    found = [entry.key for entry in value.entries if entry.key.text in keys]
    shape = shape_of(value, kind)
    if shape is None:
        guess = next((near for near in (nearest(name, keys) for name in value.names()[:_MOST_HINTS]) if near), "")
        hint = f"did you mean ‘{guess}’?" if guess else f"begin it with one of: {', '.join(keys)}"
        log.error("no-kind", f"nothing here says what {kind.name} this is", value.span, hint)
        return False
    if len(found) > 1:
        message = f"‘{found[0].text}’ and ‘{found[1].text}’ stand in one {kind.name}"
        log.error("two-kinds", message, found[1].span, "begin each with ‘- ’" if "block" in kind.name else "write only one of them")
        return False
    return _shape(value, shape, log)

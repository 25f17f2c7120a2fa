"""Printers: files under ``styles/printers`` whose keys stand over those of ``print`` in a style sheet."""

import re
from pathlib import Path
from typing import get_args

from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.nearest import did_you_mean
from reportbuilder.diag.span import NOWHERE, Span
from reportbuilder.load.check import check
from reportbuilder.load.composed import Composed
from reportbuilder.load.keys import Keys
from reportbuilder.load.print_table import PRINTER
from reportbuilder.load.source import read_text
from reportbuilder.load.values import Entry, Mapping, Scalar, Value
from reportbuilder.style.printing import Binding, CoverFile, PrintStyle, RenderingIntent
from reportbuilder.style.units import mm

FOLDER = "styles/printers"
_NAME = "[a-z0-9]+(-[a-z0-9]+)*"


def read_printer(root: Path, name: str, span: Span, log: Log, composed: Composed) -> Mapping | None:
    """The keys of ``styles/printers/<name>.yaml``, or None when something in it is wrong (said in the log)."""
    path = f"{FOLDER}/{name}.yaml"
    if not re.fullmatch(_NAME, name) or not (root / path).is_file():
        present = sorted(file.stem for file in (root / FOLDER).glob("*.yaml"))
        log.error("unknown-printer", f"there is no printer ‘{name}’ in {FOLDER}", span, did_you_mean(name, present))
        return None
    text = read_text(root / path, path, log)
    value = None if text is None else composed.value(text, path, log)
    if value is None or not check(value, PRINTER, log):
        return None
    assert isinstance(value, Mapping)
    return value


def printer_style(root: Path, name: str, log: Log) -> tuple[PrintStyle, float, int] | None:
    """What a printer wants, its bleed in points, and what the number of pages must be a multiple of; None when it can't be read."""
    value = read_printer(root, name, NOWHERE, log, Composed())
    if value is None:
        return None
    keys = Keys(value)
    style = replace(print_style(keys), printer=keys.text("name") or name)
    return style, keys.measure("bleed", mm(3)), 1 if style.binding == "none" else style.multiple


def with_printer(sheet: Value, root: Path, name: str | None, log: Log, composed: Composed) -> Value | None:
    """The sheet with the keys of its printer, or of the printer ``name`` instead, over its own; None after a fault."""
    printing = sheet.get("print") if isinstance(sheet, Mapping) else None
    if not isinstance(sheet, Mapping) or not isinstance(printing, Mapping):
        return sheet
    named = printing.get("printer")
    wanted = name or (named.text if isinstance(named, Scalar) else "")
    if not wanted:
        return sheet
    printer = read_printer(root, wanted, named.span if isinstance(named, Scalar) and not name else Span("styles/tokens.yaml", 0, 0), log, composed)
    if printer is None:
        return None
    bleed = tuple(entry for entry in printer.entries if entry.key.text == "bleed")
    own = tuple(entry for entry in printer.entries if entry.key.text not in ("bleed", "name"))
    title = printer.get("name")
    own += (Entry(_word_of("printer"), title if title is not None else _word_of(wanted)),)
    made = _replaced(sheet, "print", _over(printing, own))
    page = sheet.get("page")
    return _replaced(made, "page", _over(page, bleed)) if isinstance(page, Mapping) and bleed else made


def _word_of(text: str) -> Scalar:
    """Text that stands in no file."""
    return Scalar(text, FOLDER, ((0, 0, 0),))


def _over(under: Mapping, entries: tuple[Entry, ...]) -> Mapping:
    names = {entry.key.text for entry in entries}
    return Mapping((*(entry for entry in under.entries if entry.key.text not in names), *entries), under.span)


def _replaced(mapping: Mapping, name: str, value: Value) -> Mapping:
    return Mapping(tuple(Entry(entry.key, value) if entry.key.text == name else entry for entry in mapping.entries), mapping.span)


def print_style(keys: Keys) -> PrintStyle:
    """The values of `print`, or of a printer alone, which may leave any out."""
    usual = PrintStyle("", "", "", 300.0, 300.0, False)
    return PrintStyle(
        keys.text("profile"), keys.text("condition"), keys.text("info"), keys.measure("ink_limit", usual.ink_limit), keys.measure("ppi", usual.ppi),
        keys.yes("marks"), keys.text("printer"), keys.yes("registration"), keys.yes("bar"), keys.yes("spots"),
        _word(keys, "binding", get_args(Binding)), _word(keys, "cover", get_args(CoverFile)), keys.measure("leaf"), keys.measure("cover_leaf"),
        keys.text("spine"), _word(keys, "intent", get_args(RenderingIntent)), keys.measure("ink_average", usual.ink_average),
        keys.measure("ppi_error", usual.ppi_error), keys.measure("ppi_warning", usual.ppi_warning),
    )  # fmt: skip


def _word(keys: Keys, name: str, words: tuple) -> object:
    """One of the words; the first if it is left out."""
    return next((word for word in words if word == keys.text(name)), words[0])

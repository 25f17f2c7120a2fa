"""XLIFF and PO files that came back: every text under its id."""

from collections.abc import Iterator
from typing import Any

from lxml import etree
from msgspec import Struct

from reportbuilder.archive import Refused, tree_of
from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import NOWHERE
from reportbuilder.load.report import RawReport
from reportbuilder.model.nodes import Emphasis, Inline, LineBreak, Link, NoteCall, Reference, Strong, Text
from reportbuilder.translate.figures import literal
from reportbuilder.translate.names import Identity
from reportbuilder.translate.po import parsed_catalog
from reportbuilder.translate.markup import parsed
from reportbuilder.translate.returned import Exact, Returned
from reportbuilder.translate.segments import TEXTS
from reportbuilder.translate.translated import Segment
from reportbuilder.translate.xliff import NEW, OLD, codes_of

_UNDONE = ("needs-translation", "new", "initial")


def read_po(data: bytes, name: str, found: dict[str, Segment], log: Log) -> Returned:
    """What a PO file holds; faults of the file are told in the log. Raises `Refused` if it is no text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("not-utf-8", f"‘{name}’ is no UTF-8 text", "save it as UTF-8") from None
    catalog = parsed_catalog(text.replace("\r\n", "\n"), "xx", name, log)
    if catalog is None:
        return Returned()
    exact = []
    for entry in catalog.entries:
        segment = found.get(entry.id)
        plain = segment is None or segment.unit.kind in TEXTS
        stale = ("the text has changed since this translation",) if segment and entry.source and entry.source != segment.text else ()
        place = f"{name}:{entry.lines[0][1] if entry.lines else 0}"
        if entry.target:
            exact.append(Exact(entry.id, "", entry.target if plain else parsed(entry.target), place, entry.fuzzy, stale))
    language = dict(catalog.header).get("Language", "")
    return Returned(f"language {language}" if language else "", exact=tuple(exact))


def read_xliff(data: bytes, name: str, found: dict[str, Segment], raw: RawReport) -> Returned:
    """What an XLIFF file of version 1.2 or 2 holds. Raises `Refused`."""
    tree = tree_of(data, name)
    kind = etree.QName(tree)
    if kind.localname != "xliff" or kind.namespace not in (OLD, NEW, "urn:oasis:names:tc:xliff:document:2.1", "urn:oasis:names:tc:xliff:document:2.2"):
        raise Refused("not-a-translation", f"‘{name}’ is no XLIFF file of version 1.2 or 2", "export it as XLIFF again")
    files = [child for child in tree if isinstance(child.tag, str) and etree.QName(child).localname == "file"]
    identity = next((file.get("original", "") for file in files), "")
    own = Identity.read(identity) or Identity("", raw.draft.meta.language, "", "")
    read = _old_units if kind.namespace == OLD else _new_units
    exact = []
    for id, version, place, pieces, undone in read(tree, name):
        segment = found.get(id)
        if pieces is None or (undone and segment is None):
            continue
        reader = _Codes(codes_of(segment, raw, own) if segment else {})
        content = tuple(inline for piece in pieces for inline in reader.read(piece))
        words = reader.plain if segment is None or segment.unit.kind in TEXTS else content
        exact.append(Exact(id, version, words, place, False, tuple(reader.faults)))
    return Returned(identity, exact=tuple(exact))


Unit = tuple[str, str, str, list[Any] | None, bool]


def _old_units(tree: etree._Element, name: str) -> Iterator[Unit]:
    for unit in tree.iter(f"{{{OLD}}}trans-unit"):
        target = unit.find(f"{{{OLD}}}target")
        undone = target is not None and target.get("state", "") in _UNDONE
        yield unit.get("id", ""), unit.get("extradata", ""), f"{name}:{unit.sourceline}", None if target is None else [target], undone


def _new_units(tree: etree._Element, name: str) -> Iterator[Unit]:
    for unit in tree.iter():
        if not isinstance(unit.tag, str) or etree.QName(unit).localname != "unit":
            continue
        space = f"{{{etree.QName(unit).namespace}}}"
        segments = [child for child in unit if child.tag in (f"{space}segment", f"{space}ignorable")]
        targets = [found if (found := child.find(f"{space}target")) is not None else child.find(f"{space}source") for child in segments]
        missing = not any(child.find(f"{space}target") is not None for child in segments)
        undone = all(child.get("state", "") in _UNDONE for child in segments if child.tag == f"{space}segment")
        version = unit.get("name", "").rpartition("-")[2] if "-" in unit.get("name", "") else ""
        yield unit.get("id", ""), version, f"{name}:{unit.sourceline}", None if missing else [target for target in targets if target is not None], undone


class _Codes(Struct):
    """Reads content in which codes stand for marks, notes, links and figures of the source."""

    known: dict[str, Any]
    faults: list[str] = []
    plain: str = ""

    def read(self, element: etree._Element) -> list[Inline]:
        made = self._text(element.text)
        for child in element:
            if isinstance(child.tag, str):
                made += self._child(child)
            made += self._text(child.tail)
        return made

    def _text(self, text: str | None) -> list[Inline]:
        if not text:
            return []
        self.plain += literal(text)
        return [Text(literal(text), NOWHERE)]

    def _child(self, child: etree._Element) -> list[Inline]:
        match etree.QName(child).localname:
            case "g" | "pc":
                return self._pair(child)
            case "x" | "ph" | "bx" | "ex" | "sc" | "ec":
                return self._alone(child)
            case "mrk" | "sub":
                return self.read(child)
            case "cp":
                return self._text(_sign(child.get("hex", "")))
            case _:
                return []  # sm, em, bpt, ept, it: what a tool keeps for itself

    def _pair(self, child: etree._Element) -> list[Inline]:
        inner = tuple(self.read(child))
        match self.known.get(child.get("id", "")):
            case ("Strong", _):
                return [Strong(inner, NOWHERE)]
            case ("Emphasis", _):
                return [Emphasis(inner, NOWHERE)]
            case ("Link", str(url)):
                return [Link(url, inner, NOWHERE)]
            case ("Reference", str(label)):
                return [Reference(label.removeprefix("#"), inner, NOWHERE)]
        self.faults.append(f"the code {child.get('id', '')} is unknown")
        return list(inner)

    def _alone(self, child: etree._Element) -> list[Inline]:
        match self.known.get(child.get("id", "")):
            case ("figure", str(call)):
                self.plain += call
                return [Text(call, NOWHERE)]
            case ("note", str(key)):
                return [NoteCall(key, NOWHERE)]
            case ("reference", str(label)):
                return [Reference(label, (), NOWHERE)]
            case "break":
                self.plain += " "
                return [LineBreak(NOWHERE)]
        self.faults.append(f"the code {child.get('id', '')} is unknown")
        return []


def _sign(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""

"""The translations of one language as data: a PO file, one entry a text, with the text's id as its context."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from reportbuilder.diag.diagnostic import Family, Log
from reportbuilder.diag.span import NOWHERE, Span
from reportbuilder.load.source import read_text
from reportbuilder.load.values import Scalar

FOLDER = "locale"
MAX_BYTES = 32_000_000
MOST_ENTRIES = 50_000
_WIDTH = 100
_HEAD = "Made by reportbuilder. Translate each msgstr; leave the rest as it is."
_STRING = re.compile(r'(?:msgstr\s+)?"(.*)"\s*$')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}


class Entry(Struct, frozen=True):
    """One text: ``source`` as it was when the entry was written, ``previous`` the source that a fuzzy ``target`` translates (if it was another),
    ``review`` why someone should look at the target. ``lines`` are (index in the target, line, column).
    """

    id: str
    kind: str
    source: str
    target: str = ""
    fuzzy: bool = False
    previous: str = ""
    part: str = ""
    place: Span = NOWHERE
    limit: int = 0
    comment: str = ""
    flags: tuple[str, ...] = ()
    lines: tuple[tuple[int, int, int], ...] = ()

    @property
    def done(self) -> bool:
        """Whether the target can be shown."""
        return bool(self.target) and not self.fuzzy


class Catalog(Struct, frozen=True):
    """All entries of a language in reading order, then those whose text is gone (``obsolete``); ``header`` is kept as others wrote it."""

    language: str
    entries: tuple[Entry, ...] = ()
    obsolete: tuple[Entry, ...] = ()
    header: tuple[tuple[str, str], ...] = ()
    head_comment: str = ""
    file: str = ""


def file_of(language: str) -> str:
    """The name of a language's file as messages show it."""
    return f"sections/{FOLDER}/{language}.po"


def languages(root: Path) -> tuple[str, ...]:
    """The languages that have a file."""
    return tuple(sorted(path.stem for path in (root / "sections" / FOLDER).glob("*.po") if path.is_file()))


def read_catalog(root: Path, language: str, log: Log) -> Catalog | None:
    """The translations in a language (its own file, or that of the language without region); an empty one if there is no file yet, None after
    an error. Two entries for one id are an error.
    """
    for tag in (language, language.partition("-")[0]):
        path = root / "sections" / FOLDER / f"{tag}.po"
        if path.exists() or path.is_symlink():
            text = read_text(path, file_of(tag), log, MAX_BYTES)
            return None if text is None else parsed_catalog(text, language, file_of(tag), log)
    return Catalog(language)


def parsed_catalog(text: str, language: str, file: str, log: Log) -> Catalog | None:
    """The catalog that the text of a PO file holds."""
    import polib

    faults = len(log.errors)
    try:
        found = polib.pofile(text if text.startswith(("#", "\n", "msg")) else "\n" + text, check_for_duplicates=False)
    except (OSError, ValueError, KeyError, IndexError) as fault:
        line = re.search(r"line (\d+)", str(fault))
        where = Span(file, int(line[1]) if line else 1, 1)
        log.error("bad-po", "this is no PO file", where, "open it in Poedit, which shows what is wrong, or take back the last good one")
        return None
    if len(found) > MOST_ENTRIES:
        log.error("too-large", f"‘{file}’ has more than {MOST_ENTRIES} entries", Span(file, 1, 1), family=Family.LIMIT)
        return None
    places = _targets(text)
    live = [_entry(entry, place) for entry, place in zip((entry for entry in found if not entry.obsolete), places)]
    _check_ids(live, found, file, log)
    gone = tuple(_entry(entry, ()) for entry in found if entry.obsolete and entry.msgctxt)
    if len(log.errors) > faults:
        return None
    return Catalog(language, tuple(entry for entry in live if entry.id), gone, tuple(found.metadata.items()), found.header or "", file)


def _check_ids(live: list[Entry], found: Any, file: str, log: Log) -> None:
    seen: set[str] = set()
    for entry, raw in zip(live, (raw for raw in found if not raw.obsolete)):
        where = Span(file, raw.linenum or 1, 1)
        if raw.msgid_plural:
            log.error("bad-po", "an entry has a plural, and texts of a report have none", where, "take it out")
        if not entry.id:
            log.warn("po-without-id", "an entry has no context, so nothing says which text it is", where, "take it out, or export again")
        elif entry.id in seen:
            log.error("duplicate-id", f"two entries have the context ‘{entry.id}’", where, "take one out")
        seen.add(entry.id)


def _entry(raw: Any, lines: tuple[tuple[int, int, int], ...]) -> Entry:
    kind, _, part = (raw.comment or "").partition("\n")[0].partition(", in ")
    flags = tuple(flag for flag in raw.flags if flag != "fuzzy" and not flag.startswith("max-length:"))
    fuzzy = "fuzzy" in raw.flags
    previous = (raw.previous_msgid or "") if fuzzy else ""
    comment = raw.tcomment or ""
    return Entry(raw.msgctxt or "", kind.strip(), raw.msgid, raw.msgstr, fuzzy, previous, part.strip(), comment=comment, flags=flags, lines=lines)


def _targets(text: str) -> Iterator[tuple[tuple[int, int, int], ...]]:
    """For each msgstr but the header's, in order: where its strings stand."""
    lines = text.split("\n")
    header = True
    for number, line in enumerate(lines, 1):
        if not line.startswith("msgstr"):
            continue
        if header and _is_header(lines, number):
            header = False
            continue
        header = False
        yield tuple(_string_places(lines, number))


def _is_header(lines: list[str], number: int) -> bool:
    return number >= 2 and lines[number - 2].strip() == 'msgid ""' and not (number >= 3 and lines[number - 3].startswith("msgctxt"))


def _string_places(lines: list[str], number: int) -> Iterator[tuple[int, int, int]]:
    index = 0
    for place in range(number - 1, len(lines)):
        found = _STRING.match(lines[place])
        if not found or (place > number - 1 and not lines[place].startswith('"')):
            return
        yield index, place + 1, found.start(1) + 1
        index += len(_ESCAPE.sub(lambda sign: _ESCAPES.get(sign[1], sign[1]), found[1]))


def target_scalar(entry: Entry, file: str) -> Scalar:
    """The target with its places in the file."""
    return Scalar(entry.target, file, entry.lines or ((0, 1, 1),))


def target_span(entry: Entry, file: str) -> Span:
    """Where the target begins."""
    if not entry.lines:
        return Span(file, 0, 0) if file else NOWHERE
    place = entry.lines[bisect_right(entry.lines, (0, 1 << 60, 0)) - 1]
    return Span(file, place[1], place[2])


def target_places(text: str, file: str) -> dict[str, Span]:
    """Where the translations begin in the text of a PO file that `written` made, by id."""
    found: dict[str, Span] = {}
    id = ""
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith('msgctxt "'):
            id = line[9:-1]
        elif line.startswith("msgstr") and id:
            found[id], id = Span(file, number, 9), ""
    return found


# ---------------------------------------------------------------- writing


def written(catalog: Catalog) -> str:
    """The text of the PO file; the same for the same catalog."""
    import polib

    file = polib.POFile(wrapwidth=_WIDTH)
    file.header = catalog.head_comment or _HEAD
    own = {"Language": catalog.language, "MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
    file.metadata = {**dict(catalog.header), **own}
    file.extend([_raw(entry) for entry in catalog.entries] + [_raw(entry, obsolete=True) for entry in catalog.obsolete])
    return f"{file}".rstrip("\n") + "\n"


def _raw(entry: Entry, obsolete: bool = False) -> Any:
    import polib

    limit = [f"max-length:{entry.limit}"] if entry.limit else []
    return polib.POEntry(
        msgctxt=entry.id,
        msgid=entry.source,
        msgstr=entry.target,
        comment="" if obsolete else f"{entry.kind}, in {entry.part}",
        tcomment=entry.comment,
        occurrences=[(entry.place.file, str(entry.place.line))] if entry.place.file and not obsolete else [],
        flags=[] if obsolete else [*(["fuzzy"] if entry.fuzzy else []), *limit, *entry.flags],
        previous_msgid=entry.previous if entry.fuzzy and entry.previous and not obsolete else None,
        obsolete=obsolete,
    )

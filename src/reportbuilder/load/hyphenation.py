"""An editor's own breaks of words: ``styles/hyphenation-nl.txt``, one word a line.

``voort-aan`` says where the word may break (nowhere else; without a hyphen: nowhere), ``re-eel=reëel`` how it is written when broken and when whole.
"""

import os
import re
from difflib import SequenceMatcher
from pathlib import Path

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.load.source import read_text
from reportbuilder.load.wording import shown
from reportbuilder.style.spelling import SEAM, Hyphen

_LETTERS = r"[^\W\d_’]+(?:’[^\W\d_’]+)*"
_LINE = re.compile(rf"({_LETTERS}(?:-{_LETTERS})*)(?:=({_LETTERS}))?")
_EXAMPLE = "write it like ‘voort-aan’, or ‘re-eel=reëel’ where spelling changes at the break"


def read_hyphenation(root: Path, language: str, log: Log) -> dict[str, tuple[Hyphen, ...]]:
    """The breaks of each word in small letters, for the language of the report; none if the project has no such file."""
    file = f"styles/hyphenation-{language.partition('-')[0]}.txt"
    if not os.path.lexists(root / file):
        return {}
    return own_breaks(read_text(root / file, file, log) or "", file, log)


def own_breaks(text: str, file: str, log: Log) -> dict[str, tuple[Hyphen, ...]]:
    """The same from what the file says."""
    own: dict[str, tuple[Hyphen, ...]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        entry = line.partition("#")[0].strip()
        if entry:
            _add(entry, own, Span(file, number, line.index(entry) + 1), log)
    return own


def _add(entry: str, own: dict[str, tuple[Hyphen, ...]], span: Span, log: Log) -> None:
    match = _LINE.fullmatch(entry.lower().replace("'", "’"))
    if match is None:
        log.error("bad-hyphenation", f"‘{shown(entry)}’ is no word with its breaks", span, _EXAMPLE)
        return
    broken, whole = match[1], match[2] or match[1].replace("-", "")
    if whole in own:
        log.error("double-hyphenation", f"the breaks of ‘{shown(whole)}’ are said twice", span, "leave one line, with all its breaks")
        return
    breaks = _aligned(broken.split("-"), whole)
    if breaks is None:
        message = f"‘{shown(broken)}’ and ‘{shown(whole)}’ differ elsewhere than at a break"
        log.error("bad-hyphenation", message, span, "before ‘=’ the word as it is broken, behind it as it is whole")
        return
    own[whole] = breaks


def _aligned(parts: list[str], whole: str) -> tuple[Hyphen, ...] | None:
    """The breaks between the parts; None if letters change where there is no break, or none are left on a side."""
    joined = "".join(parts)
    changes = [change for change in SequenceMatcher(None, joined, whole, autojunk=False).get_opcodes() if change[0] != "equal"]
    breaks: list[Hyphen] = []
    at, moved = 0, 0
    for part in parts[:-1]:
        at += len(part)
        if changes and changes[0][1] <= at <= changes[0][2]:
            _, first, after, start, stop = changes.pop(0)
            if after - first > 1 or stop - start > 2:  # at most a letter for two (cafeetje)
                return None
            breaks.append(Hyphen(start, stop, joined[first:at], joined[at:after], SEAM))
            moved = stop - after
        else:
            breaks.append(Hyphen(at + moved, at + moved, penalty=SEAM))
    sound = not changes and all(0 < hyphen.start <= hyphen.stop < len(whole) for hyphen in breaks)
    return tuple(breaks) if sound else None

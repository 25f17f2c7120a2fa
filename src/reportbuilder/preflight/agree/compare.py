"""What finished files say, laid side by side: where they differ, in what, and at which places."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from urllib.parse import unquote

from reportbuilder.preflight.agree.said import HEAD, MARK, Said, Saying
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.rule import Level, Rule


def _agree(number: str, means: str, remedy: str) -> Rule:
    return Rule(f"AG-{number}", "agreement", Level.ERROR, "own rule", means, remedy)


AGAIN = "build all files again, from the same sections"
RULES = (
    _agree("00", "all files can be read to their end", "build or export them again"),
    _agree("01", "all say the same words, in the same order", AGAIN),
    _agree("02", "all have the same numbers", AGAIN),
    _agree("03", "all have the same notes, called by the same numbers at the same places", AGAIN),
    _agree("04", "all have the same links, to the same addresses", AGAIN),
    _agree("05", "all have the same headings, of the same levels", AGAIN),
    _agree("06", "all describe the same pictures in the same words", AGAIN),
    _agree("07", "the numbers in the contents are those of the pages, and the same everywhere", AGAIN),
    _agree("08", "pages show the same text in both PDFs", AGAIN),
)
MOST_WORDS = 60_000
"""Words that are laid side by side at once; more are taken by stretches of so many."""
MOST_PAIRS = 20_000_000
"""Pairs of equal things that are looked at; those of a report of 100,000 words are fewer."""
SHOWN = 8
"""Words of a difference that are told."""
_CALLED = re.compile(r"(.*\D)\d{1,3}([.,:;?!]?)")
"""A word behind which a note is called."""


def compare(prints: Sequence[Said], web: Said | None, docx: Said | None, findings: Findings) -> None:
    """Tell the differences; ``prints`` are the pages, and perhaps the cover as a file of its own."""
    every = (*prints, *((web,) if web else ()), *((docx,) if docx else ()))
    for said in every:
        for fault in said.faults:
            findings.add("AG-00", f"{NAMES[said.kind]} can’t be read: {fault}")
    if any(said.faults for said in every):
        return  # what is missing then says nothing
    if prints and web:
        _pages(prints, web, findings)
    if web:
        _contents(web, findings)
    if web and docx:
        _words(web, docx, findings)
        _lists(web, docx, findings)


def differences(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> Iterator[tuple[int, int, int, int]]:
    """Where two rows of things differ: from and to in the one, from and to in the other. What they begin and end with alike is left out first; where the same
    things come very often in both, those don’t lead, or it would take for ever.
    """
    start, least = 0, min(len(ours), len(theirs))
    while start < least and ours[start] == theirs[start]:
        start += 1
    end = 0
    while end < least - start and ours[-1 - end] == theirs[-1 - end]:
        end += 1
    one, other = ours[start : len(ours) - end], theirs[start : len(theirs) - end]
    if not one and not other:
        return
    often = Counter(other)
    busy = sum(count * often[thing] for thing, count in Counter(one).items()) > MOST_PAIRS
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=busy).get_opcodes():
        if kind != "equal":
            yield start + a, start + b, start + c, start + d


NAMES = {"print": "the print PDF", "web": "the web PDF", "docx": "the DOCX"}


def _tell(findings: Findings, rule: str, message: str, web: Saying | None, docx: Saying | None) -> None:
    page, box = (web.spot.page, web.spot.box) if web else (0, None)
    findings.add(f"AG-{rule}", message, page, box, object=docx.spot.place if docx else "")


def _note(findings: Findings, message: str, docx: Saying) -> None:
    """What is good to know, and no difference that counts."""
    findings.add("AG-01", message, object=docx.spot.place, level=Level.INFO)


# ---------------------------------------------------------------- words


def _words(web: Said, docx: Said, findings: Findings) -> None:
    ours, theirs = [word.text for word in web.words], [word.text.replace(MARK, "") for word in docx.words]
    for start in range(0, max(len(ours), len(theirs), 1), MOST_WORDS):
        end = start + MOST_WORDS
        for a, b, c, d in differences(ours[start:end], theirs[start:end]):
            _differ(web.words[start + a : start + b], docx.words[start + c : start + d], findings)


def _differ(ours: Sequence[Saying], theirs: Sequence[Saying], findings: Findings) -> None:
    """One stretch that differs: word by word where both have as many. Heads of tables that only Word has name columns that a page tells apart by their place."""
    if not ours and all(word.key.startswith(HEAD) for word in theirs):
        _note(findings, f"only the DOCX has the head {_said(theirs)} of a table", theirs[0])
        return
    if len(ours) == len(theirs):
        for one, other in zip(ours, theirs):
            if one.text == other.text.replace(MARK, ""):
                continue
            _tell(findings, _kind(one.text, other.text), f"the web PDF says ‘{one.text}’, the DOCX ‘{other.text.replace(MARK, '')}’", one, other)
        return
    rule = "02" if not theirs and _are_numbers(ours) or not ours and _are_numbers(theirs) else "01"
    first, other = ours[0] if ours else None, theirs[0] if theirs else None
    _tell(findings, rule, f"the web PDF says {_said(ours)}, the DOCX {_said(theirs)}", first, other)


def _are_numbers(words: Sequence[Saying]) -> bool:
    return all(any(map(str.isdigit, word.text)) for word in words)


def _kind(one: str, other: str) -> str:
    """Whether two words differ in the number of a note, in another number, or in letters."""
    called = _CALLED.fullmatch(one)
    if called and called[1] + called[2] == other:
        return "03"
    if MARK in other:
        text, _, number = other.rpartition(MARK)
        rest = number.lstrip("0123456789")
        if re.sub(r"\d+", "", one) == re.sub(r"\d+", "", text + rest):
            return "03"
    return "02" if re.sub(r"\d", "", one) == re.sub(r"\d", "", other.replace(MARK, "")) else "01"


def _said(words: Sequence[Saying]) -> str:
    text = " ".join(word.text.replace(MARK, "") for word in words[:SHOWN]) + (" …" if len(words) > SHOWN else "")
    return f"‘{text}’" if words else "nothing there"


# ---------------------------------------------------------------- lists of things


def _lists(web: Said, docx: Said, findings: Findings) -> None:
    _pairs("03", "note", web.notes, docx.notes, findings)
    _pairs("04", "link", tuple(map(_addressed, web.links)), tuple(map(_addressed, docx.links)), findings)
    _pairs("05", "heading", *_unnumbered(web.headings, docx.headings), findings)
    _pairs("06", "description", web.descriptions, docx.descriptions, findings)
    ours = [Saying(entry.text, entry.spot, entry.key.partition("→")[0]) for entry in web.entries]
    _pairs("07", "entry of the contents", ours, docx.entries, findings)


def _addressed(link: Saying) -> Saying:
    """A link with its address as people read it: how it is packed may differ."""
    return Saying(link.text.replace(MARK, ""), link.spot, unquote(link.key).rstrip("/"))


def _unnumbered(ours: Sequence[Saying], theirs: Sequence[Saying]) -> tuple[list[Saying], Sequence[Saying]]:
    """Word sets the number of a chapter in a paragraph of its own, so headings are compared without it."""
    known = {heading.text for heading in theirs}
    made = []
    for heading in ours:
        number, _, rest = heading.text.partition(" ")
        bare = rest in known and heading.text not in known and any(map(str.isalnum, number))
        made.append(Saying(rest, heading.spot, heading.key) if bare else heading)
    return made, theirs


def _pairs(rule: str, name: str, ours: Sequence[Saying], theirs: Sequence[Saying], findings: Findings) -> None:
    first, second = [(each.text, each.key) for each in ours], [(each.text, each.key) for each in theirs]
    for a, b, c, d in differences(first, second):
        for place in range(max(b - a, d - c)):
            one = ours[a + place] if a + place < b else None
            other = theirs[c + place] if c + place < d else None
            _tell(findings, rule, _difference(name, one, other), one, other)


def _difference(name: str, one: Saying | None, other: Saying | None) -> str:
    if one is None or other is None:
        held = one or other
        assert held is not None
        where = "the web PDF" if one else "the DOCX"
        return f"only {where} has the {name} {_shown(held)}"
    if one.text == other.text:
        return f"the {name} ‘{_short(one.text)}’ has ‘{one.key}’ in the web PDF, ‘{other.key}’ in the DOCX"
    return f"the {name} is {_shown(one)} in the web PDF, {_shown(other)} in the DOCX"


def _shown(held: Saying) -> str:
    return f"‘{_short(held.text)}’" + (f" ({held.key})" if held.key else "")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:60].rstrip() + "…"


# ---------------------------------------------------------------- pages


def _contents(web: Said, findings: Findings) -> None:
    """What stands in the contents must be the label of the page that the entry leads to."""
    for entry in web.entries:
        number, _, label = entry.key.partition("→")
        if number != label:
            _tell(findings, "07", f"the contents say page {number or '–'} for ‘{_short(entry.text)}’, which is on page {label}", entry, None)


def _pages(prints: Sequence[Said], web: Said, findings: Findings) -> None:
    """Pages pair by their text; blank ones may be anywhere, and a cover of its own may hold what the others lack."""
    main = max(prints, key=lambda said: len(said.pages))
    rest = "".join(page for said in prints if said is not main for page in said.pages)
    ours = [(number, page) for number, page in enumerate(main.pages, 1) if page]
    theirs = [(number, page) for number, page in enumerate(web.pages, 1) if page and not (rest and page in rest)]
    for a, b, c, d in differences([page for _, page in ours], [page for _, page in theirs]):
        for place in range(max(b - a, d - c)):
            one = ours[a + place] if a + place < b else None
            other = theirs[c + place] if c + place < d else None
            findings.add("AG-08", _page_difference(one, other), other[0] if other else one[0] if one else 0)


def _page_difference(one: tuple[int, str] | None, other: tuple[int, str] | None) -> str:
    if one is None or other is None:
        held = one or other
        assert held is not None
        return f"only {'the print PDF' if one else 'the web PDF'} has the page that begins with ‘{held[1][:40]}’"
    at = next((place for place, (a, b) in enumerate(zip(one[1], other[1])) if a != b), min(len(one[1]), len(other[1])))
    start = max(0, at - 12)
    return f"the print PDF shows ‘…{one[1][start : at + 24]}…’, the web PDF ‘…{other[1][start : at + 24]}…’"

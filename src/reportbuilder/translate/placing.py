"""Which passage of a file that came back is the translation of which text: by ids first, then notes by their marks, then by what they say."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from reportbuilder.load.report import RawReport
from reportbuilder.translate.align import GROWTH, Features, Pair, aligned, passage_features, text_features
from reportbuilder.translate.cutting import cut_at, divided, joined
from reportbuilder.translate.returned import Passage
from reportbuilder.translate.signs import notes_of
from reportbuilder.translate.translated import Segment
from reportbuilder.translate.trust import trusted

How = Literal["id", "mark", "text", "guess", "joined", "cut", "divided"]
"""By its id; by the mark of its note; by what it says, surely; the same, not surely; two paragraphs put together; one
cut in two where the second begins, by its name; the same, by a guess."""
CONTEXT = "donottranslate"
_FINAL = re.compile(r"[.!?…:;][\"”’»)\]]*\s*$")
MANY, LEAST = 300, 1000
"""By how many texts the growth of a file is reckoned, and from how many letters on."""
SHORT = 60
"""Of a text with fewer letters the length says little of what it holds."""
FEW = 0.2
"""A file of whose names fewer are known bears those of another catalog; it is matched as if it bore none. Where most are known, a strange one is that of a
text that is gone: what it says may still belong to one that is new, but someone must look.
"""
JOIN_GAIN = 0.75
"""A paragraph behind is taken as the rest of one that was divided when the two together are so much nearer to the length that is expected."""


class Placed(Struct, frozen=True):
    """The passage for a text, and how it was found; ``stale`` if the file was made for an older text."""

    passage: Passage
    how: How
    stale: bool = False


class Leftover(Struct, frozen=True):
    """A passage that belongs nowhere, and why; its text is kept in the review."""

    passage: Passage
    why: str


class Placing(Struct):
    """The passages by the id of their text, and what is left over. ``noted`` has the id of the text of each note of the file."""

    placed: dict[str, Placed] = {}
    leftovers: list[Leftover] = []
    noted: dict[str, str] = {}


def place(found: Sequence[Segment], passages: Sequence[Passage], raw: RawReport, versions: dict[str, str]) -> Placing:
    """Match each text once, and account for each passage. ``found`` are the texts that the file may hold, ``versions`` their versions by id."""
    return _Work({segment.id: segment for segment in found}, raw, versions).done(_whole_notes(passages))


def _whole_notes(passages: Sequence[Passage]) -> list[Passage]:
    """The passages with words, those of one note put together."""
    made: list[Passage] = []
    for passage in passages:
        if passage.style.lower().replace(" ", "") == CONTEXT or not passage.text.strip() and not passage.notes:
            if not passage.names:
                continue
        if made and passage.note and made[-1].note == passage.note and not passage.names:
            made[-1] = joined(made[-1], passage)
        else:
            made.append(passage)
    return made


class _Work(Struct):
    segments: dict[str, Segment]
    raw: RawReport
    versions: dict[str, str]
    made: Placing = field(default_factory=Placing)
    known: dict[str, Features] = {}
    found: dict[int, str] = {}
    strange: set[int] = set()

    def done(self, passages: list[Passage]) -> Placing:
        left = self._by_names(passages)
        left = self._rest_of_divided(passages, left)
        left = self._by_marks(passages, left)
        self._by_words(passages, left)
        self._doubt_beside_missing(any(not passage.names and not passage.note for passage in passages))
        self._doubt_cut_short(passages)
        return self.made

    def _put(self, id: str, passage: Passage, how: How, stale: bool = False) -> None:
        self.made.placed[id] = Placed(passage, how, stale)
        self.found[id_(passage)] = id
        if passage.note:
            self.made.noted[passage.note] = id

    def _features(self, id: str) -> Features:
        if id not in self.known:
            self.known[id] = text_features(self.segments[id], self.raw)
        return self.known[id]

    # -------------------------------------------------------- by names

    def _by_names(self, passages: list[Passage]) -> list[int]:
        """The places of passages that their names don't place."""
        left: list[int] = []
        holders: dict[str, int] = defaultdict(int)
        for passage in passages:
            for id, _ in passage.names:
                holders[id] += 1
        known = sum(id in self.segments for id in holders)
        seen: set[str] = set()
        for place, passage in enumerate(passages):
            names = [(id, version) for id, version in passage.names if id not in seen]
            seen |= {id for id, _ in names}
            here = [(id, version) for id, version in names if id in self.segments]
            if not here:
                if passage.names and not names:
                    self._leave(passage, "a second paragraph bears the name of a text that stands elsewhere")
                elif passage.names and known >= FEW * len(holders):
                    self.strange.add(id_(passage))
                    left.append(place)
                else:
                    left.append(place)
            elif len(here) == 1:
                (id, version), = here
                sure = holders[id] == 1 and not self._has_more_before(id, passage, holders)
                self._put(id, passage, "id" if sure else "guess", version != self.versions[id])
            else:
                self._cut([id for id, _ in here], passage)
        return left

    def _has_more_before(self, id: str, passage: Passage, holders: Mapping[str, int]) -> bool:
        """Whether a text of its own stands before the name: a paragraph without one was joined with this. What is typed anew comes to stand before
        a name, too (LibreOffice); then the whole is as long as it should be, and the text before bears its own name elsewhere.
        """
        offset = _offset(id, passage)
        if not offset:
            return False
        wanted, rest = self._features(id).length, len(passage.text) - offset
        if offset <= max(12, wanted / 4) or rest <= wanted / 2:
            return False
        order = list(self.segments)
        before = next((other for other in reversed(order[: order.index(id)]) if self.segments[other].state != "wordless"), "")
        return offset + rest > GROWTH * wanted + offset / 2 or bool(before) and before not in holders

    def _leave(self, passage: Passage, why: str) -> None:
        if passage.text.strip():
            self.made.leftovers.append(Leftover(passage, why))

    def _cut(self, ids: list[str], passage: Passage) -> None:
        """A paragraph in which several were joined: cut where the names begin, if they do so inside; else where a sentence ends, so that the
        lengths are as they should be.
        """
        offsets = [offset for (id, _), offset in zip(passage.names, passage.offsets) if id in ids]
        if len(offsets) == len(ids) and all(low < high for low, high in zip(offsets, [*offsets[1:], len(passage.text)])):
            for id, offset in [*zip(ids, offsets)][:0:-1]:
                passage, rest = cut_at(passage, offset)
                self._put(id, rest, "cut")
            self._put(ids[0], passage, "cut")
            return
        order = {id: place for place, id in enumerate(self.segments)}
        ids = sorted(ids, key=lambda id: order[id])
        for place, id in enumerate(ids[:-1]):
            others = sum(self._features(other).length for other in ids[place:])
            share = self._features(id).length / max(1, others)
            pieces = divided(passage, share)
            if pieces is None:
                self._put(id, passage, "divided")
                return
            self._put(id, pieces[0], "divided")
            passage = pieces[1]
        self._put(ids[-1], passage, "divided")

    # -------------------------------------------------------- divided paragraphs, notes

    def _rest_of_divided(self, passages: list[Passage], left: list[int]) -> list[int]:
        """Paragraphs without a name right behind one that is too short become its end, if no text without passage stands between."""
        free, kept = set(left), []
        owner = {id_(placed.passage): id for id, placed in self.made.placed.items()}
        previous: str = ""
        order = list(self.segments)
        following = {id: order[place + 1] if place + 1 < len(order) else "" for place, id in enumerate(order)}
        for place, passage in enumerate(passages):
            if place not in free:
                previous = owner.get(id_(passage), "")
                continue
            next_one = following.get(previous, "")
            if previous and not passage.note and (not next_one or next_one in self.made.placed) and self._is_rest(previous, passage):
                placed = self.made.placed[previous]
                self._put(previous, joined(placed.passage, passage), "joined", placed.stale)
            else:
                kept.append(place)
                previous = ""
        return kept

    def _is_rest(self, id: str, passage: Passage) -> bool:
        wanted = self._features(id).length * GROWTH
        alone = len(self.made.placed[id].passage.text)
        together = alone + len(passage.text)
        return abs(together - wanted) < JOIN_GAIN * abs(alone - wanted)

    def _by_marks(self, passages: list[Passage], left: list[int]) -> list[int]:
        """Notes without a name, by the text that calls them and their turn in it."""
        by_note = {passages[place].note: place for place in left if passages[place].note}
        if not by_note:
            return left
        ids = self._note_ids()
        for id, placed in list(self.made.placed.items()):
            keys = notes_of(self.segments[id].text)
            calls = [run.text for run in placed.passage.runs if run.kind in ("note", "repeat")]
            if len(calls) != len(keys):
                continue
            for number, key in zip(calls, keys):
                note = ids.get((self.segments[id].unit.part, key), "")
                if number in by_note and note and note not in self.made.placed:
                    self._put(note, passages[by_note.pop(number)], "mark")
        return [place for place in left if not passages[place].note or passages[place].note in by_note]

    def _note_ids(self) -> dict[tuple[str, str], str]:
        from reportbuilder.model.nodes import Note
        from reportbuilder.model.walk import walk

        nodes = list(walk(*self.raw.draft.parts))
        notes = [(segment, nodes[segment.unit.place - 1]) for segment in self.segments.values() if segment.unit.kind == "note"]
        return {(segment.unit.part, node.key): segment.id for segment, node in notes if isinstance(node, Note)}

    # -------------------------------------------------------- by words

    def _by_words(self, passages: list[Passage], left: list[int]) -> None:
        """Between what is placed, the rest in order: notes for themselves."""
        for noted in (False, True):
            mine = [place for place in left if bool(passages[place].note) == noted]
            ids = [id for id, segment in self.segments.items() if id not in self.made.placed and (segment.unit.kind == "note") == noted]
            if mine and ids:
                used = self._align(passages, mine, ids)
                mine = [place for place in mine if place not in used]
            for place in mine:
                self._doubt_before(passages, place)
                self._leave(passages[place], self._why_left(passages[place]))
            if not noted:
                left = self._by_marks(passages, [place for place in left if passages[place].note])

    def _why_left(self, passage: Passage) -> str:
        if id_(passage) in self.strange:
            return "the text that it translates is no longer in the report"
        return "a note that the report does not have" if passage.note else "nothing in the report is like it"

    def _doubt_before(self, passages: list[Passage], place: int) -> None:
        """A text right before a passage that belongs nowhere may have lost its end to it."""
        before = passages[place - 1] if place else None
        if before is None or not passages[place].text.strip():
            return
        id = next((id for id in self._owners(before)), "")
        if not id or self.made.placed[id].how not in ("id", "text"):
            return
        wanted, ends = self._features(id), bool(_FINAL.search(before.text))
        if ends != bool(_FINAL.search(wanted.text)) or len(before.text) < 0.85 * wanted.length:
            self.made.placed[id] = replace(self.made.placed[id], how="guess")

    def _doubt_beside_missing(self, losing: bool) -> None:
        """A text whose neighbour came back nowhere, or not surely, may hold that too: joined paragraphs, one of which lost its name. Its length tells,
        or it is so long that it can't; ``losing``: names got lost in this file, so that short texts are doubted more.
        """
        order = [id for id, segment in self.segments.items() if segment.state != "wordless" and segment.unit.kind != "note"]
        sure = [id in self.made.placed and self.made.placed[id].how in ("id", "text", "cut") for id in order]
        missing = [place for place, is_sure in enumerate(sure) if not is_sure]
        growth = self._growth() if missing else 1.0
        for place in missing:
            gone = order[place] not in self.made.placed
            lost = growth * self._features(order[place]).length
            for beside in order[max(0, place - 1) : place] + order[place + 1 : place + 2]:
                placed = self.made.placed.get(beside)
                if placed is None or placed.how not in ("id", "text"):
                    continue
                wanted, before = growth * self._features(beside).length, _offset(beside, placed.passage)
                extra = len(placed.passage.text) - wanted
                short = losing and placed.how == "id" and wanted < SHORT and extra > -0.15 * wanted
                unclear = gone and (lost < 0.12 * wanted or short)
                if extra > 0.35 * lost or unclear or before > 0.5 * lost:
                    self.made.placed[beside] = replace(placed, how="guess")

    def _doubt_cut_short(self, passages: list[Passage]) -> None:
        """A text before a paragraph that bears no name and has no sure place may have lost its end to it."""
        for passage, behind in zip(passages, passages[1:]):
            if behind.names or behind.note or not behind.text.strip():
                continue
            if any(self.made.placed[id].how in ("id", "text", "mark") for id in self._owners(behind)):
                continue
            for id in self._owners(passage):
                wanted, long = GROWTH * self._features(id).length, len(passage.text)
                if self.made.placed[id].how == "id" and abs(long + len(behind.text) - wanted) < abs(long - wanted):
                    self.made.placed[id] = replace(self.made.placed[id], how="guess")

    def _growth(self) -> float:
        """How many letters a letter became in this file, by texts that are surely placed."""
        sure = [(id, placed) for id, placed in self.made.placed.items() if placed.how in ("id", "text") and self.segments[id].state != "wordless"]
        own, back = (sum(lengths) for lengths in zip(*((self._features(id).length, len(placed.passage.text)) for id, placed in sure[:MANY]), (1, 1)))
        return back / own if own > LEAST else GROWTH

    def _owners(self, passage: Passage) -> list[str]:
        """The text that the passage was placed for, by its names or by what it says."""
        named = [id for id, _ in passage.names]
        return [id for id in (*named, self.found.get(id_(passage), "")) if id in self.made.placed and self.made.placed[id].passage is passage]

    def _align(self, passages: list[Passage], mine: list[int], ids: list[str]) -> set[int]:
        """Align stretch by stretch: a text is looked for only between the neighbours that are placed."""
        used: set[int] = set()
        for some_ids, some in self._stretches(passages, mine, ids):
            here = [passages[place] for place in some]
            texts, backs = [self._features(id) for id in some_ids], [passage_features(passage) for passage in here]
            pairs = aligned(texts, backs)
            for pair, trust in zip(pairs, trusted(pairs, texts, backs)):
                used |= {some[place] for place in pair.passages}
                self._settle(pair, trust, some_ids, here)
        return used

    def _stretches(self, passages: list[Passage], mine: list[int], ids: list[str]) -> list[tuple[list[str], list[int]]]:
        order = {id: place for place, id in enumerate(self.segments)}
        at = {id_(passage): place for place, passage in enumerate(passages)}
        anchors = sorted((at[id_(placed.passage)], order[id]) for id, placed in self.made.placed.items() if id_(placed.passage) in at)
        rising = _longest_rise(anchors)
        if not rising:
            return [(ids, mine)]
        bounds = [(-1, -1), *rising, (len(passages), len(order))]
        found = []
        for (first, low), (last, high) in zip(bounds, bounds[1:]):
            some = [place for place in mine if first < place < last]
            texts = [id for id in ids if low < order[id] < high]
            if some and texts:
                found.append((texts, some))
        return found

    def _settle(self, pair: Pair, trust: bool, ids: list[str], passages: list[Passage]) -> None:
        match pair:
            case Pair((text,), (back,)):
                fits = trust and id_(passages[back]) not in self.strange and self._is_name(ids[text]) == _is_file_name(passages[back].text)
                self._put(ids[text], passages[back], "text" if fits else "guess")
            case Pair((text,), (back, other)):
                self._put(ids[text], joined(passages[back], passages[other]), "joined")
            case Pair((text, other), (back,)):
                self._cut([ids[text], ids[other]], passages[back])

    def _is_name(self, id: str) -> bool:
        return self.segments[id].unit.kind == "slug"


def id_(passage: Passage) -> int:
    """Which passage it is, among equal ones."""
    return id(passage)


def _offset(id: str, passage: Passage) -> int:
    """How many letters stand before its name."""
    return next((offset for (name, _), offset in zip(passage.names, passage.offsets) if name == id), 0)


def _is_file_name(text: str) -> bool:
    """Whether it can only be a name of files: small letters and digits with hyphens, and both."""
    return bool(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+", text.strip())) and any(map(str.isdigit, text))


def _longest_rise(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs, sorted by their first, in which the second rises too."""
    from bisect import bisect_left

    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, value) in enumerate(pairs):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [place]
    found, place = [], ends[-1] if ends else -1
    while place >= 0:
        found.append(pairs[place])
        place = before[place]
    return found[::-1]

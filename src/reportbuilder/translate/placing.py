"""Which passage of a file that came back is the translation of which text: by ids first, then notes by their marks, then by what they say."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from reportbuilder.load.report import RawReport
from reportbuilder.translate.align import GROWTH, Features, Pair, aligned, is_sure, passage_features, text_features
from reportbuilder.translate.returned import Passage, Run
from reportbuilder.translate.signs import notes_of
from reportbuilder.translate.translated import Segment

How = Literal["id", "mark", "text", "guess", "joined", "cut", "divided"]
"""By its id; by the mark of its note; by what it says, surely; the same, not surely; two paragraphs put together; one
cut in two where the second begins, by its name; the same, by a guess."""
CONTEXT = "donottranslate"
_END = re.compile(r"[.!?…:;][\"”’»)\]]*\s+")
_CLOSING = set(",.;:!?)]”’»…")
_FINAL = re.compile(r"[.!?…:;][\"”’»)\]]*\s*$")
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
            made[-1] = _joined(made[-1], passage)
        else:
            made.append(passage)
    return made


def _joined(one: Passage, other: Passage) -> Passage:
    glue = () if other.text[:1] in _CLOSING else (Run("text", " "),)
    return replace(one, runs=(*one.runs, *glue, *other.runs), comments=(*one.comments, *other.comments), names=(*one.names, *other.names))


class _Work(Struct):
    segments: dict[str, Segment]
    raw: RawReport
    versions: dict[str, str]
    made: Placing = field(default_factory=Placing)
    known: dict[str, Features] = {}
    found: dict[int, str] = {}

    def done(self, passages: list[Passage]) -> Placing:
        left = self._by_names(passages)
        left = self._rest_of_divided(passages, left)
        left = self._by_marks(passages, left)
        self._by_words(passages, left)
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
        seen: set[str] = set()
        for place, passage in enumerate(passages):
            names = [(id, version) for id, version in passage.names if id not in seen]
            seen |= {id for id, _ in names}
            here = [(id, version) for id, version in names if id in self.segments]
            if not here:
                if passage.names and not names:
                    self._leave(passage, "a second paragraph bears the name of a text that stands elsewhere")
                elif passage.names:
                    self._leave(passage, "the text that it translates is no longer in the report")
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
        offset = next((offset for (name, _), offset in zip(passage.names, passage.offsets) if name == id), 0)
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
                self._put(previous, _joined(placed.passage, passage), "joined", placed.stale)
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
                self._leave(passages[place], "nothing in the report is like it" if not noted else "a note that the report does not have")
            if not noted:
                left = self._by_marks(passages, [place for place in left if passages[place].note])

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
            for number, pair in enumerate(pairs):
                used |= {some[place] for place in pair.passages}
                self._settle(pair, pairs, number, some_ids, texts, here, backs)
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

    def _settle(
        self, pair: Pair, pairs: list[Pair], number: int, ids: list[str], texts: list[Features], passages: list[Passage], backs: list[Features]
    ) -> None:
        match pair:
            case Pair((text,), (back,)):
                fits = is_sure(texts[text], backs[back]) or (self._has_neighbours(pairs, number) and _agree(texts[text], backs[back]))
                self._put(ids[text], passages[back], "text" if fits and pair.price < 6 else "guess")
            case Pair((text,), (back, other)):
                self._put(ids[text], _joined(passages[back], passages[other]), "joined")
            case Pair((text, other), (back,)):
                self._cut([ids[text], ids[other]], passages[back])

    def _has_neighbours(self, pairs: list[Pair], number: int) -> bool:
        """Whether the pairs before and after are of one and one, right beside."""
        own = pairs[number]
        for step in (-1, 1):
            if not 0 <= number + step < len(pairs):
                continue
            other = pairs[number + step]
            if len(other.texts) != 1 or len(other.passages) != 1 or other.texts[0] != own.texts[0] + step or other.passages[0] != own.passages[0] + step:
                return False
        return True


def id_(passage: Passage) -> int:
    """Which passage it is, among equal ones."""
    return id(passage)


def _agree(text: Features, passage: Features) -> bool:
    """Whether nothing that can be counted speaks against it."""
    if text.numbers != passage.numbers or text.addresses != passage.addresses or text.notes != passage.notes:
        return False
    return not (text.kind and passage.kind and text.kind != passage.kind) and (text.length < 12 or 0.5 <= passage.length / text.length <= 2.0)


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


def divided(passage: Passage, share: float) -> tuple[Passage, Passage] | None:
    """The passage cut at the end of a sentence (or at a line break) nearest to that share of its length; None if there is no such place."""
    total = sum(len(run.text) for run in passage.runs if run.kind == "text")
    at, best = 0, None
    for number, run in enumerate(passage.runs):
        if run.kind == "break":
            best = _nearer(best, (abs(at - share * total) - 5, number, 0))
        elif run.kind == "text":
            for end in _END.finditer(run.text):
                best = _nearer(best, (abs(at + end.end() - share * total), number, end.end()))
            at += len(run.text)
    if best is None or best[0] > 0.3 * total + 20:
        return None
    _, number, cut = best
    run = passage.runs[number]
    first, second = list(passage.runs[:number]), list(passage.runs[number + 1 :])
    if run.kind == "text":
        first.append(replace(run, text=run.text[:cut]))
        while second and run.text[cut:] == "" and second[0].kind in ("note", "repeat"):
            first.append(second.pop(0))  # the mark of a note goes with the sentence before it
        second.insert(0, replace(run, text=run.text[cut:]))
    return replace(passage, runs=tuple(first)), replace(passage, runs=tuple(second), names=())


def cut_at(passage: Passage, offset: int) -> tuple[Passage, Passage]:
    """The passage cut behind so many letters; a mark of a note right there stays with what is before it."""
    first: list[Run] = []
    second: list[Run] = []
    at = 0
    for run in passage.runs:
        length = len(run.text) if run.kind == "text" else 0
        if at + length <= offset and not second:
            first.append(run)
        elif at < offset:
            first.append(replace(run, text=run.text[: offset - at]))
            second.append(replace(run, text=run.text[offset - at :]))
        else:
            second.append(run)
        at += length
    return replace(passage, runs=tuple(first)), replace(passage, runs=tuple(second), names=(), offsets=())


def _nearer(best: tuple[float, int, int] | None, other: tuple[float, int, int]) -> tuple[float, int, int]:
    return other if best is None or other < best else best

"""What came back, before anyone knows where it belongs: passages of runs, as a DOCX, ODT or XLIFF gives them."""

from typing import Literal

from msgspec import Struct

from reportbuilder.model.nodes import Inlines

RunKind = Literal["text", "break", "note", "repeat"]


class Run(Struct, frozen=True):
    """Text of one look; ``target`` is the address of a link, or ``#`` and the bookmark that it points at. For a note, ``text`` is its number in the
    file; for a repeated mark, the bookmark of the note's first mark.
    """

    kind: RunKind
    text: str
    strong: bool = False
    emphasis: bool = False
    target: str = ""


class Passage(Struct, frozen=True):
    """One paragraph. ``names`` are the ids with their versions that its bookmarks give; ``style`` is the name of its style; ``note`` the number of the
    note that it stands in, else empty; ``place`` says where it is, for people; ``comments`` are those on it;
    ``offsets`` say behind how many letters each of the names begins.
    """

    runs: tuple[Run, ...]
    names: tuple[tuple[str, str], ...] = ()
    style: str = ""
    note: str = ""
    place: str = ""
    comments: tuple[str, ...] = ()
    cell: bool = False
    offsets: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(" " if run.kind == "break" else run.text if run.kind == "text" else "" for run in self.runs)

    @property
    def notes(self) -> tuple[str, ...]:
        """The numbers of the notes that it calls."""
        return tuple(run.text for run in self.runs if run.kind == "note")


class Exact(Struct, frozen=True):
    """A translation that came back under its id: ready content, from a PO or XLIFF file. ``version`` is empty if the file does not know it;
    ``faults`` say what could not be read.
    """

    id: str
    version: str
    content: Inlines | str
    place: str
    fuzzy: bool = False
    faults: tuple[str, ...] = ()


class Returned(Struct, frozen=True):
    """A file that came back: its identity (empty if lost), its passages in order, or its exact translations; what was found that is no text
    (tracked changes, comments, things left out), for the editor.
    """

    identity: str = ""
    passages: tuple[Passage, ...] = ()
    exact: tuple[Exact, ...] = ()
    remarks: tuple[str, ...] = ()

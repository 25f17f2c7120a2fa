"""The later parts of a long report, laid out by a copy of this process while it lays out those before them.

The copy does not know on which side its first part will begin and takes the right-hand one. Where that is wrong its pages are of use from the first part on
that begins on a side of its own, as chapters with an opener do; what is of no use is laid out again.
"""

import pickle
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from msgspec import Struct

from reportbuilder.abreast import Apart, may_fork
from reportbuilder.assets.faces import Face, Faces
from reportbuilder.assets.hyphenation import Breaks
from reportbuilder.diag.diagnostic import Diagnostic
from reportbuilder.layout.config import Config
from reportbuilder.layout.leaves import Leaf

LONG = 20_000
"""So many nodes, of some hundred pages, make up for the copy."""

Key = tuple
"""What the pages of a part depend on; see `settle`."""


class Found(Struct):
    """The pages of some parts, and all else that came of making them."""

    leaves: dict[Key, list[Leaf]]
    diagnostics: list[Diagnostic]
    told: set[tuple[str, str]]
    words: dict[Any, Any]
    hyphens: dict[str, dict[str, Breaks]]


class Ahead(Struct):
    """Work on the parts from number ``start`` on."""

    start: int
    apart: Apart

    def result(self, config: Config) -> dict[Key, list[Leaf]]:
        """The pages by what they depend on, waited for; none if something went wrong, which then happens again in this process. Messages and whatever was
        learned on the way become those of the config.
        """
        data = self.apart.result()
        if data is None:
            return {}
        found: Found = _Reader(BytesIO(data), config.faces).load()
        for diagnostic in found.diagnostics:
            config.log.add(diagnostic)
        config.told |= found.told
        config.faces.learn(found.words)
        config.hyphens.learn(found.hyphens)
        return found.leaves


def begun(weights: Sequence[int], done: int, config: Config, work: Callable[[int], dict[Key, list[Leaf]]]) -> Ahead | None:
    """Begin with the second half of what is not ``done`` yet; None where that is too little, or not to be had now. ``weights`` are the nodes of each part;
    ``work`` lays out all parts from the given one on.
    """
    left = sum(weights[done:])
    if left < LONG or not may_fork():
        return None
    start, weight = len(weights), 0
    while weight < left / 2 and start > done + 1:
        start -= 1
        weight += weights[start]
    return Ahead(start, Apart(lambda: _laid_out(start, config, work)))


def _laid_out(start: int, config: Config, work: Callable[[int], dict[Key, list[Leaf]]]) -> bytes:
    said, words, hyphens = len(config.log.diagnostics), config.faces.known(), config.hyphens.known()
    leaves = work(start)
    stream = BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {Face: _named}
    pickler.dump(Found(leaves, config.log.diagnostics[said:], config.told, config.faces.learned(words), config.hyphens.learned(hyphens)))
    return stream.getvalue()


def _named(face: Face) -> tuple:
    """A face is the same in both processes, and is told by its key."""
    return face_of, (face.key,)


def face_of(key: Any) -> Face:
    """Stands in what is written for the faces of whoever reads it."""
    raise LookupError(key)


class _Reader(pickle.Unpickler):
    """Reads what a copy of this process has written, and nothing else."""

    def __init__(self, stream: BytesIO, faces: Faces) -> None:
        super().__init__(stream)
        self._faces = faces

    def find_class(self, module: str, name: str) -> Any:
        return self._faces.face if name == face_of.__name__ else super().find_class(module, name)

"""From a draft to the document that all outputs show: numbers, notes, references, contents and credits, decided once."""

from collections.abc import Sequence

from reportbuilder.diag.diagnostic import Log
from reportbuilder.model.colofon import with_credits
from reportbuilder.model.contents import with_entries
from reportbuilder.model.labels import labels_in
from reportbuilder.model.nodes import Document, Draft
from reportbuilder.model.notes import with_notes
from reportbuilder.model.numbering import with_numbers
from reportbuilder.model.references import with_references
from reportbuilder.model.terms import with_terms
from reportbuilder.model.walk import walk, with_ids


def resolve(draft: Draft, log: Log, fonts: Sequence[str] = ()) -> Document:
    """The document of a draft; ``fonts`` are the credits of its fonts. Where something is wrong in it, an error says so and what can't be resolved is left out.

    The first ids are for pointing only; when all nodes are there, `with_ids` gives those that stay.
    """
    document = _resolved(draft, log, fonts)
    return Document(document.meta, with_ids(document.parts))


def resolve_traced(draft: Draft, log: Log) -> tuple[Document, dict[int, int]]:
    """The same, and the id that each node of the draft has in the document, by its place in the walk over the draft (from 1)."""
    document = _resolved(draft, log)
    trace = {node.id: place for place, node in enumerate(walk(*document.parts), 1) if node.id}
    return Document(document.meta, with_ids(document.parts)), trace


def _resolved(draft: Draft, log: Log, fonts: Sequence[str] = ()) -> Document:
    parts = with_terms(with_ids(draft.parts), draft.meta.terms, draft.meta.language)
    parts = with_numbers(parts, labels_in(draft.meta.language, log), log)
    parts = tuple(with_notes(part, log) for part in parts)
    parts = with_references(parts, log)
    parts = with_credits(with_entries(parts), fonts)
    return Document(draft.meta, parts)

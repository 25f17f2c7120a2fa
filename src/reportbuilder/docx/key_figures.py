"""Key figures: side by side in the cells of a table without lines, which stays text for a translator; in boxes and lists under each other."""

from collections.abc import Iterator, Sequence

from reportbuilder.docx.paragraphs import GAP, closed_passage, keep_next, paragraph, passage
from reportbuilder.docx.story import Story, segment
from reportbuilder.docx.tables import boxed_table
from reportbuilder.docx.words import words_in
from reportbuilder.docx.xml import twips
from reportbuilder.model.nodes import Fact, Inlines
from reportbuilder.model.text import plain_text

GUTTER = 12.0
MOST = 4
KEPT_GAP = paragraph("KeyFigureGap", "")
"""Keeps two tables apart and on one page."""
WIDE, NARROW = 0.58, 0.3
"""How wide digits and letters, and signs and spaces are held to be, in parts of the size; too wide a value goes on below."""


def key_figures(facts: Sequence[Fact], story: Story, width: float) -> Iterator[str]:
    """Rows of up to four within ``width`` points, as many as the longest value leaves room for; read in the order of the facts. A last row that is
    not full is a table of its own, so that none has empty cells. In the file of a translator they stand under each other: who gets it back without
    ids finds each text by its kind and its neighbours.
    """
    size = story.book.sheet.style("fact-value").size
    longest = max(_width(fact.value) for fact in facts) * size
    most = max(1, min(MOST, len(facts), int((width + GUTTER) // (longest + GUTTER))))
    rows = -(-len(facts) // most)
    columns = -(-len(facts) // rows)
    if columns == 1 or story.book.translated:
        yield from stacked(facts, story)
        return
    cells = [_cell(fact, story, held=place < columns * (rows - 1)) for place, fact in enumerate(facts)]
    full = len(facts) // columns * columns
    for start, end, across in ((0, full, columns), (full, len(facts), len(facts) - full)):
        if start < end:
            made = [cells[row : row + across] for row in range(start, end, across)]
            title, description = words_in(story.book.document.meta.language).key_figures, "; ".join(plain_text(fact.label) for fact in facts[start:end])
            yield boxed_table("KeyFigures", made, [twips(width) // columns] * across, title, description, story.book.from_right)
            yield GAP if end == len(facts) else KEPT_GAP


def stacked(facts: Sequence[Fact], story: Story) -> Iterator[str]:
    """Each value over what it counts; all but the last stay with the next."""
    for fact in facts:
        yield passage("KeyFigure", fact.value, segment(fact.id, "value"), story)
        yield passage("KeyFigureLabel", fact.label, segment(fact.id, "label"), story, properties=keep_next(fact is not facts[-1]))


def _cell(fact: Fact, story: Story, *, held: bool) -> str:
    value = closed_passage("KeyFigure", fact.value, segment(fact.id, "value"), story)
    return value + closed_passage("KeyFigureLabel", fact.label, segment(fact.id, "label"), story, properties=keep_next(held))


def _width(value: Inlines) -> float:
    return sum(WIDE if sign.isalnum() or sign in "€$%" else NARROW for sign in plain_text(value))

"""Blocks of the document to rows: paragraphs, headings, leads, lists and quotes here; figures, tables, facts and boxes beside."""

from functools import partial
from math import ceil
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.layout.charts import chart_block
from reportbuilder.layout.config import Config
from reportbuilder.layout.demerits import (
    ELASTIC, ELASTIC_HYPHEN, ELASTIC_LOOSE, ELASTIC_SHARE, ELASTIC_TIGHT, ELASTIC_VERY_LOOSE, IN_ITEM, IN_LONG, IN_WHOLE, LONE_ITEM, MOST_ELASTIC,
)  # fmt: skip
from reportbuilder.layout.facts import facts_row
from reportbuilder.layout.figures import figure_block
from reportbuilder.layout.galleries import cluster_block, logo_rows, people_rows
from reportbuilder.layout.lines import set_lines
from reportbuilder.layout.beside import attached, attached_last, beside
from reportbuilder.layout.neighbours import joined
from reportbuilder.layout.page import Item, Rule
from reportbuilder.layout.resetting import Other, Resetting
from reportbuilder.layout.rows import Anchor, Barrier, Block as Movable, Columns as Abreast, Elastic, Frame, Line, Piece, Row, Setting
from reportbuilder.layout.strips import MARK_GAP, baseline_in, begun_on, lowered, mark, notes_on, placed, stacked
from reportbuilder.layout.tables import table_rows
from reportbuilder.layout.timelines import event_rows, text_left, timeline_frame
from reportbuilder.model.nodes import (
    Block, Blocks, Box, Chart, Cluster, Columns, Facts, Figure, Heading, Inlines, Lead, List, ListItem, Logos, Paragraph, People, Quote, Table,
    Timeline,
)  # fmt: skip
from reportbuilder.style.sheet import TextStyle

WHOLE_BOX = 0.4
"""A box or timeline lower than this part of the page is never divided."""

JUSTIFIED = 150.0
"""Text in columns narrower than this is set ragged."""

LEAST_ELASTIC = 3
"""Paragraphs of so many lines may be set longer or shorter for their page."""

APART = Figure | Chart | Cluster | Facts | Quote | Box | Table
"""Blocks that stand beside the text: a paragraph behind one is indented like one behind that text, wherever the block is moved."""


class Column(Struct, frozen=True):
    """Where blocks are set: ``left`` from the anchor, ``width``, the name of the style of plain paragraphs, and whether it is the text column of
    the page, beside which there may be something too.
    """

    left: float
    width: float
    text: str = "body"
    main: bool = False
    ragged: bool = False

    def style(self, name: str, config: Config) -> TextStyle:
        """That style as it is set here: ragged where the column is too narrow for justified text."""
        style = config.sheet.style(name)
        return replace(style, align="left") if self.ragged and style.align == "justify" else style


def block_pieces(blocks: Blocks, column: Column, config: Config) -> list[Piece]:
    """The rows of blocks in order."""
    made: list[tuple[Block, list[Piece]]] = []
    text: Block | None = None
    asides: list[Row] = []
    for block in blocks:
        aside = beside(block, config) if column.main and isinstance(block, Facts | Quote) else None
        if aside is not None:
            asides.append(aside)
            continue
        rows = _pieces(block, text, column, config)
        if isinstance(block, List):
            _set_off(rows, column, config)
        if asides and attached(rows, asides):
            asides = []
        made.append((block, rows))
        if not isinstance(block, APART):
            text = block
    pieces = joined(made, config.sheet.page.text_height, movable=column.main and column.text == "body")
    if asides:
        attached_last(pieces, asides)
    return pieces


def _pieces(block: Block, text: Block | None, column: Column, config: Config) -> list[Piece]:
    match block:
        case Heading():
            return heading_rows(block, column, config)
        case Paragraph():
            style = column.style(column.text, config)
            indent = style.first_indent if isinstance(text, Paragraph) else 0.0
            return text_rows(block.content, style, column, config, indent, block.id)
        case Lead():
            return text_rows(block.content, config.sheet.style("lead"), column, config, 0.0, block.id)
        case List():
            return list_rows(block, column, config)
        case Quote():
            return quote_rows(block, column, config)
        case Figure():
            return [figure_block(block, column.left, column.width, column.main, config)]
        case Facts():
            if block.place == "wide" and column.main:
                return [facts_row(block, 0.0, config.sheet.page.full_width, config, "full")]
            return [facts_row(block, column.left, column.width, config)]
        case Chart():
            return [chart_block(block, column.left, column.width, column.main, config)]
        case Table():
            return table_rows(block, column.left, column.width, config)
        case Timeline():
            return timeline_rows(block, column, config)
        case People():
            return people_rows(block, column.left, column.width, config)
        case Logos():
            return logo_rows(block, column.left, column.width, config)
        case Cluster():
            return [cluster_block(block, config)]
        case Box():
            return box_rows(block, column, config)
        case Columns():
            return columns_rows(block, column, config)
        case _:
            assert_never(block)


def text_rows(content: Inlines, style: TextStyle, column: Column, config: Config, first_indent: float, node: int) -> list[Piece]:
    """A paragraph as rows; neither its first nor its last line may stand alone."""
    left = column.left + style.indent
    lines = set_lines(content, style, column.width - style.indent, config, first_indent)
    rows = line_rows(lines, style, left, config, node)
    if column.main and len(lines) >= LEAST_ELASTIC and style.align == "justify" and rows[0].grid:
        width = column.width - style.indent
        resetting = Resetting(content, style, width, config, first_indent, len(lines))
        rows[0] = replace(rows[0], elastic=Elastic(len(lines), lines[-1].width / width, partial(_settings, resetting, style, left, config, node)))
    return list[Piece](rows)


def _settings(resetting: Resetting, style: TextStyle, left: float, config: Config, node: int, whole: int) -> dict[int, Setting]:
    """What `Elastic.set` gives. Of a paragraph that has a fault everything was told when it was set first."""
    found = {} if config.log.errors else resetting.settings(whole)

    def rows(breaks: list[int]) -> tuple[Row, ...]:
        return tuple(line_rows(resetting.lines(breaks), style, left, config, node))

    return {
        more: Setting(_cost(other), partial(rows, other.breaks), other.hyphenated) for more, other in found.items() if other.demerits <= MOST_ELASTIC
    }


def _cost(other: Other) -> int:
    """What it costs a page that a paragraph is set otherwise than is best for its lines, in demerits."""
    worse = max(0, other.loose) * ELASTIC_LOOSE + max(0, other.very_loose) * ELASTIC_VERY_LOOSE + max(0, other.tight) * ELASTIC_TIGHT
    return ELASTIC + int(other.demerits / ELASTIC_SHARE) + worse + max(0, other.hyphens) * ELASTIC_HYPHEN


def line_rows(lines: list[Line], style: TextStyle, left: float, config: Config, node: int, keep_all: bool = False) -> list[Row]:
    """Lines of one paragraph as rows with its spaces, widow and orphan kept."""
    count = len(lines)
    grid = abs(style.leading - config.sheet.page.baseline) < 0.01
    baseline = baseline_in(style, config)
    rows = []
    for number, line in enumerate(lines):
        first, last = number == 0, number == count - 1
        rows.append(
            Row(
                style.leading + (style.after if last else 0.0),
                placed(line, left, baseline),
                before=style.before if first else 0.0,
                grid=grid and not (first and style.before),
                land=last and (not grid or style.before > 0 or style.after > 0),
                keep=keep_all or (first and not last) or number == count - 2 or (last and style.keep_next),
                notes=line.notes,
                begins=((node,) if first else ()) + line.begins,
                hyphenated=line.hyphenated,
            )
        )
    return rows


def heading_rows(heading: Heading, column: Column, config: Config, name: str = "") -> list[Piece]:
    """A heading stands as one strip, with what follows it, in the style of that ``name`` or else of its level; a figure that waits is set before a new section."""
    style = config.sheet.styles.get(name) or config.sheet.style(f"heading{heading.level}")
    lines = set_lines(heading.content, style, column.width, config)
    row = Row(
        len(lines) * style.leading + style.after,
        stacked(lines, style, column.left, 0.0, config),
        before=style.before,
        land=True,
        keep=True,
        notes=notes_on(lines),
        begins=(heading.id, *begun_on(lines)),
    )
    return [Barrier(), row] if heading.level <= 2 else [row]


def list_rows(block: List, column: Column, config: Config) -> list[Piece]:
    """Items with their marks hanging, further in if a mark is very wide; half a line of air around the list comes from the grid."""
    style = column.style(_list_style(column), config)
    face = config.faces.face(style.face)
    widest = max(face.shape(item.marker, style.features).width for item in block.items) * style.size / 1000
    hang = style.indent or config.sheet.style("list").indent
    if widest > hang:
        hang = widest + MARK_GAP
    inner = Column(column.left + hang, column.width - hang, column.text, ragged=column.ragged)
    rows = _undivided([_item_rows(item, style, hang, inner, config) for item in block.items])
    if rows and isinstance(rows[0], Row):
        rows[0] = replace(rows[0], begins=(block.id, *rows[0].begins))
    return rows


def _set_off(rows: list[Piece], column: Column, config: Config) -> None:
    """Give the end of a list as much space as paragraphs have, where its items have less."""
    missing = config.sheet.style(column.text).after - config.sheet.style(_list_style(column)).after
    if missing > 0 and rows and isinstance(rows[-1], Row):
        rows[-1] = replace(rows[-1], height=rows[-1].height + missing, land=True)


def _list_style(column: Column) -> str:
    return "list" if column.text in ("body", "letter") else column.text


def _undivided(items: list[list[Piece]]) -> list[Piece]:
    """The rows of all items; a page should end neither within one nor after the first nor before the last."""
    rows: list[Piece] = []
    for number, item in enumerate(items, 1):
        lone = LONE_ITEM if len(items) > 2 and number in (1, len(items) - 1) else 0
        last = len(item) - 1
        rows += (_dearer(piece, lone if place == last else IN_ITEM) for place, piece in enumerate(item))
    return rows


def _dearer(piece: Piece, cost: int) -> Piece:
    return replace(piece, cost=piece.cost + cost) if cost and isinstance(piece, Row) and not piece.keep else piece


def _item_rows(item: ListItem, style: TextStyle, hang: float, column: Column, config: Config) -> list[Piece]:
    plain = replace(style, indent=0.0, first_indent=0.0)
    rows: list[Piece] = []
    for block in item.blocks:
        if isinstance(block, Paragraph):
            rows += text_rows(block.content, plain, column, config, 0.0, block.id)
        else:
            rows += _pieces(block, None, column, config)
    if rows and isinstance(rows[0], Row):
        label = mark(item.marker, style, style.link_ink or style.ink, baseline_in(style, config), column.left - hang, item.id, config, style.features)
        rows[0] = replace(rows[0], marks=(*label, *rows[0].marks), begins=(item.id, *rows[0].begins))
    return rows


def quote_rows(block: Quote, column: Column, config: Config) -> list[Piece]:
    """A quotation with a bar at its left; kept together. A wide one is set in a style of its own."""
    name = "quote"
    anchor: Anchor = "text"
    if block.place == "wide" and column.main:
        name, anchor, column = "wide-quote", "full", Column(0.0, config.sheet.page.full_width)
    style = config.sheet.style(name)
    lines = set_lines(block.content, replace(style, align="left"), column.width - style.indent, config)
    rows = line_rows(lines, replace(style, after=0.0), column.left + style.indent, config, block.id, keep_all=True)
    if block.by:
        by = config.sheet.style(f"{name}-by")
        by_lines = set_lines(block.by, by, column.width - by.indent, config)
        rows += line_rows(by_lines, replace(by, before=0.0), column.left + by.indent, config, 0, keep_all=True)
    height, grid = sum(row.height for row in rows), config.sheet.page.baseline
    total = ceil((height + style.after) / grid - 1e-6) * grid
    y = (total - height - style.after) / 2
    details = config.sheet.details
    marks: list[Item] = []
    if details.quote_bar:
        marks.append(Rule(column.left + 2, y + 2, column.left + 2, y + height - 2, details.quote_bar, details.quote_bar_ink))
    for row in rows:
        marks += lowered(row.marks, y)
        y += row.height
    notes = tuple(n for row in rows for n in row.notes)
    begins = tuple(b for row in rows for b in row.begins if b)
    return [Row(total, tuple(marks), before=style.before, anchor=anchor, land=True, notes=notes, begins=begins, after=total - y)]


def timeline_rows(block: Timeline, column: Column, config: Config) -> list[Piece]:
    """The events under each other along one line; a short timeline stays on one page."""
    frame, indent = timeline_frame(block, column.left, config), text_left(config)
    inner = Column(column.left + indent, column.width - indent, "timeline")
    rows: list[Row] = []
    for number, event in enumerate(block.events):
        rows += event_rows(event, block_pieces(event.blocks, inner, config), column.left, number == 0, frame, config)
    whole = sum(row.before + row.height for row in rows) < WHOLE_BOX * config.sheet.page.text_height
    rows = [replace(row, keep=row.keep or (whole and row is not rows[-1])) for row in rows]
    last, air = rows[-1], config.sheet.page.baseline
    rows[-1] = replace(last, height=last.height + air, after=air)
    rows[0] = replace(rows[0], begins=(block.id, *rows[0].begins))
    return list(rows)


def box_rows(block: Box, column: Column, config: Config) -> list[Piece]:
    """A tinted ground with its title and text; it may go on over pages."""
    pad = config.sheet.details.box_pad
    frame = Frame(config.sheet.details.box_ground, column.width, column.left)
    inner = Column(column.left + pad, column.width - 2 * pad, "box")
    line = config.sheet.page.baseline
    high = max(1, round(pad / line)) * line
    rows: list[Row] = [Row(high, before=line, keep=True, begins=(block.id,))]
    if block.title:
        style = config.sheet.style("box-title")
        rows += line_rows(set_lines(block.title, style, inner.width, config), style, inner.left, config, 0, keep_all=True)
    rows += _inline(block_pieces(block.blocks, inner, config))
    rows[-1] = replace(rows[-1], keep=True)
    rows.append(Row(high, land=True))
    total, most = sum(row.height for row in rows), config.sheet.page.text_height
    whole = total < WHOLE_BOX * most
    cost = IN_WHOLE if total < most else IN_LONG
    framed = [replace(row, frame=frame, keep=row.keep or (whole and row is not rows[-1])) for row in rows]
    return [*(_dearer(row, cost) for row in framed[:-1]), framed[-1], Row(line, land=True, after=line)]


def columns_rows(block: Columns, column: Column, config: Config) -> list[Piece]:
    """Rows of narrow columns; how many of them stand beside each other is known when their page is."""
    page = config.sheet.page
    wide = block.wide and column.main
    width = page.full_width if wide else column.width
    gutter = max(page.gutter, page.baseline)
    each = (width - (block.count - 1) * gutter) / block.count
    columns = Abreast(block.count, each + gutter)
    rows = _inline(block_pieces(block.blocks, Column(0.0 if wide else column.left, each, column.text, ragged=each < JUSTIFIED), config))
    if not rows:
        return []
    anchor: Anchor = "full" if wide else "text"
    rows = [replace(row, columns=columns, anchor=anchor, repeat=()) for row in rows]
    rows[0] = replace(rows[0], before=max(rows[0].before, page.baseline), begins=(block.id, *rows[0].begins))
    rows[-1] = replace(rows[-1], keep=False)
    return [*rows, Row(page.baseline, land=True, after=page.baseline)]


def _inline(pieces: list[Piece]) -> list[Row]:
    """Rows alone: what is in a box stays in it."""
    rows: list[Row] = []
    for piece in pieces:
        match piece:
            case Row():
                rows.append(piece)
            case Movable():
                rows += (replace(row, before=row.before + (0.0 if number else piece.before)) for number, row in enumerate(piece.rows))
            case Barrier():
                pass
            case _:
                assert_never(piece)
    return rows

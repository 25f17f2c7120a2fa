"""From the items of a body (titles, text, figures, tables …) to the blocks of a draft."""

from reportbuilder.load.block_table import BLOCK
from reportbuilder.load.charts import chart
from reportbuilder.load.fields import Fields, inner, items, place, scalars, typed
from reportbuilder.load.galleries import cluster, logos, people, picture, timeline
from reportbuilder.load.schema import shape_of
from reportbuilder.load.values import Mapping, Scalar, Sequence
from reportbuilder.model.nodes import Align, Blocks, Box, Cell, Columns, Fact, Facts, Figure, Heading, Lead, Place, Quote, Row, Table, Width

WIDTHS: dict[str, Width] = {"column": "column", "wide": "wide", "bleed": "bleed", "spread": "spread"}
PLACES: dict[str, Place] = {"column": "column", "wide": "wide", "margin": "margin"}
ALIGNS: dict[str, Align] = {"left": "left", "right": "right", "center": "center"}


def body(mapping: Mapping, fields: Fields) -> Blocks:
    """The blocks of the list ``body`` of a part or a box."""
    return tuple(block for item in items(mapping, "body") for block in _blocks(item, fields))


def heading(mapping: Mapping, key: str, level: int, fields: Fields) -> Heading:
    """The title under ``key``, with the id and the running title beside it."""
    content = fields.inlines(mapping, key)
    return Heading(level, content, place(mapping, content), typed(mapping, "id"), fields.line(mapping, "running"))


def _blocks(item: Mapping, fields: Fields) -> Blocks:
    """What one item of a body makes: text may make several blocks, all else makes one."""
    shape = shape_of(item, BLOCK)
    match shape.key if shape else "":
        case "section":
            return (heading(item, "section", 2, fields),)
        case "subsection":
            return (heading(item, "subsection", 3, fields),)
        case "text":
            return fields.blocks(item, "text")
        case "lead":
            return lead(item, fields)
        case "figure":
            return (_figure(inner(item, "figure"), fields),)
        case "quote":
            return (_quote(inner(item, "quote"), fields),)
        case "facts":
            return (Facts(tuple(fact(one, fields) for one in items(item, "facts")), place(item), _place(item)),)
        case "chart":
            return (chart(item, fields),)
        case "table":
            return (_table(inner(item, "table"), fields),)
        case "timeline":
            return (timeline(item, fields),)
        case "people":
            return (people(item, fields),)
        case "logos":
            return (logos(item, fields),)
        case "cluster":
            return (cluster(item, fields),)
        case "box":
            return (_box(inner(item, "box"), fields),)
        case "columns":
            return (_columns(inner(item, "columns"), fields),)
        case _:
            return ()


def lead(mapping: Mapping, fields: Fields) -> tuple[Lead, ...]:
    """The one line under ``lead``, if there is one."""
    content = fields.inlines(mapping, "lead")
    return (Lead(content, content[0].span),) if content else ()


def _figure(figure: Mapping, fields: Fields) -> Figure:
    width = WIDTHS.get(typed(figure, "width"), "column")
    return Figure(picture(figure, fields), width, fields.inlines(figure, "caption"), place(figure), typed(figure, "id"))


def _quote(quote: Mapping, fields: Fields) -> Quote:
    content = fields.inlines(quote, "text")
    return Quote(content, fields.inlines(quote, "by"), place(quote, content), _place(quote))


def _place(mapping: Mapping) -> Place:
    return PLACES.get(typed(mapping, "place"), "column")


def fact(mapping: Mapping, fields: Fields) -> Fact:
    """One key figure."""
    value = fields.inlines(mapping, "value")
    return Fact(value, fields.inlines(mapping, "label"), place(mapping, value), typed(mapping, "size") == "large")


def _box(box: Mapping, fields: Fields) -> Box:
    title = fields.inlines(box, "title")
    return Box(title, body(box, fields), place(box, title))


def _columns(columns: Mapping, fields: Fields) -> Columns:
    return Columns(3 if typed(columns, "count") == "3" else 2, body(columns, fields), place(columns), typed(columns, "width") == "wide")


def _table(table: Mapping, fields: Fields) -> Table:
    caption = fields.inlines(table, "caption")
    columns = items(table, "columns")
    aligns = tuple(ALIGNS.get(typed(column, "align"), "left") for column in columns)
    head = Row(tuple(_title(column, fields) for column in columns), place(columns[0] if columns else table))
    rows = table.get("rows")
    lines = [line for line in rows.items if isinstance(line, Sequence)] if isinstance(rows, Sequence) else []
    return Table(aligns, head, tuple(_row(line, len(aligns), fields) for line in lines), caption, place(table, caption), typed(table, "id"))


def _title(column: Mapping, fields: Fields) -> Cell:
    content = fields.inlines(column, "title")
    return Cell(content, place(column, content))


def _row(line: Sequence, count: int, fields: Fields) -> Row:
    """A row of ``count`` cells; one of another length is an error, and is filled up or cut off."""
    if len(line.items) != count:
        message = f"the row has {len(line.items)} cells where the table has {count} columns"
        fields.log.error("table-shape", message, line.span, 'give it one cell a column; an empty cell is ""')
    cells = [_cell(scalar, fields) for scalar in scalars(line)[:count]]
    cells += [Cell((), line.span)] * (count - len(cells))
    return Row(tuple(cells), cells[0].span if cells else line.span)


def _cell(scalar: Scalar, fields: Fields) -> Cell:
    content = fields.inlines_of(scalar)
    return Cell(content, content[0].span if content else scalar.span)

"""Beside `check`: the tables as a JSON Schema, for completion in editors, and as the reference ``docs/sections.md``."""

from collections.abc import Iterator
from typing import assert_never

from reportbuilder.load.block_table import BLOCK, BOX_BLOCK
from reportbuilder.load.formats import formatted
from reportbuilder.load.schema import FORMS, Choice, Field, Form, Kind, ListOf, MapOf, OneOf, Shape, Text
from reportbuilder.load.display_table import DISPLAYS
from reportbuilder.load.plate_table import DETAIL, GROUNDS, ITEM, PLATE
from reportbuilder.load.print_table import PRINT, PRINTER
from reportbuilder.load.sheet_table import FAMILY, INK, PAGE, STYLE, TOKENS, WEB
from reportbuilder.load.tables import PART, REPORT
from reportbuilder.style.sheet import INK_NAMES, STYLE_NAMES

Json = dict[str, object]

# ---------------------------------------------------------------- JSON Schema


def json_schema(root: Kind = PART) -> Json:
    """A JSON Schema (2020-12) of ``root``: by default a part, that is a file in ``sections/``.

    Every scalar is text to us; for an editor ``2025`` is a number and ``no`` may be a truth value, so these pass where text is due.
    """
    unions = {_reference(union): _json_one_of(union) for union in (BLOCK, BOX_BLOCK)}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_json(root), "$defs": unions}


def _json(kind: Kind) -> Json:
    match kind:
        case Text():
            return _json_text(kind.form, kind.empty)
        case Choice(values=values):
            # An editor that reads YAML 1.1 takes yes and no for truth values.
            return {"enum": [*values, *([True, False] if "yes" in values else [])]}
        case ListOf(item=item, count=count):
            return {"type": "array", "items": _json(item), "minItems": count or 1, **({"maxItems": count} if count else {})}
        case MapOf(names=names, value=value):
            return {"type": "object", "propertyNames": {"pattern": f"^{FORMS[names].pattern}$"}, "additionalProperties": _json(value)}
        case Shape():
            return _json_shape(kind)
        case OneOf():
            return {"$ref": f"#/$defs/{_reference(kind)}"} if kind in (BLOCK, BOX_BLOCK) else _json_one_of(kind)
        case _:
            assert_never(kind)


def _json_text(form: Form, empty: bool) -> Json:
    pattern = FORMS[form].pattern
    limits: Json = {"pattern": f"^({pattern})$"} if pattern else {} if empty else {"minLength": 1}
    return {"type": ["string", "number", "boolean"], **limits}


def _json_shape(shape: Shape) -> Json:
    needed = {field.needed_by: [field.name] for field in shape.fields if field.needed_by}
    return {
        "type": "object",
        **({"description": shape.doc} if shape.doc else {}),
        "properties": {field.name: {**_json(field.kind), "description": field.doc} for field in shape.fields},
        "required": [field.name for field in shape.fields if field.required],
        "additionalProperties": False,
        **({"dependentRequired": needed} if needed else {}),
    }


def _json_one_of(union: OneOf) -> Json:
    return {"oneOf": [_json_shape(shape) for shape in union.shapes]}


def _reference(union: OneOf) -> str:
    return union.name.replace(" ", "-")


# ---------------------------------------------------------------- docs/sections.md

_OPENING = """\
# What a report is written in

This page is made from the tables in `src/reportbuilder/load`; don't edit it.

A report is a folder with `sections/` (one YAML file a part, with `report.yaml` and `cijfers.yaml` beside them), `assets/` and
`styles/tokens.yaml`.

* Files are UTF-8, at most 2 MB, with spaces and no tabs. Anchors, aliases, tags, merge keys and second documents are not allowed, nor is a
  key that stands twice.
* Every value is text as it is typed: `no`, `1.10`, `010` and `2025-01-01` stay so.
* Put text in double quotes when it has `: ` or ` #` in it, or begins with a sign such as `*`, `&`, `!`, `[`, `{`, `@`, `%`, `-`.
* Long text goes behind `|`, on the lines below, indented.
* *Text with marks* may have `*emphasis*`, `**strong**`, `[links](https://…)`, `[](#id)` for the title of something else in the report, and
  `[^key]` to call a note. *Paragraphs and lists* may have all that, with empty lines between paragraphs, and lists with `-` or `1.`.
* An *id* is lower-case letters and digits with hyphens: `publiek-debat`. Ids are unique in the report.

`reportbuilder check` says all that is wrong, with file, line and column.
"""

_FIGURES = """\
## Figures: `sections/cijfers.yaml`

Each figure stands once, in a group, and comes into text as `{{ group.name }}`, as it is typed, or with a filter, in the language of the build:

```yaml
walk:
  deelnemers: 4158
  opbrengst: 812318
```

```yaml
text: "{{ walk.deelnemers | getal }} wandelaars brachten {{ walk.opbrengst | euro }} op."
```

| filter | figure | in Dutch |
| --- | --- | --- |
"""

_FIGURES_END = """
Names are letters, digits and `_`. A number has digits only, with a point for decimals. What a figure brings in is never read as marks, and
nothing else may stand in the braces: no code runs. For braces as text write `{{ '{{' }}`, and so for `}}`, `{%`, `%}`, `{#` and `#}`.
A figure that is used nowhere gives a warning.
"""

_SAMPLES = {"getal": "4158", "euro": "812318", "procent": "11", "datum": "2025-06-20", "rang": "10"}
_BASE = (
    "Another sheet beside it, such as `styles/krant.yaml`, is used with `--style krant`. It may begin with `base: tokens`: then it holds only what "
    "is different, and keys inside keys are changed one by one."
)

_LOOKS = (
    ("An ink, in `inks`", INK),
    ("A family, in `fonts`", FAMILY),
    ("`page`", PAGE),
    ("`print`", PRINT),
    ("A printer: `styles/printers/NAME.yaml`", PRINTER),
    ("`web`", WEB),
    ("A style, in `styles`", STYLE),
    ("A plate, in `plates`", PLATE),
    *((f"`- {shape.key}`, an item of a plate", shape) for shape in ITEM.shapes),
    ("`grounds`", GROUNDS),
    ("`details`", DETAIL),
    *((f"`{field.name}`", field.kind) for field in DISPLAYS if isinstance(field.kind, Shape)),
)


def sections_md() -> str:
    """The reference of all files that an editor or designer writes, in Markdown."""
    return "\n".join([_OPENING, *_report(), _figures(), *_parts(), *_blocks(), *_looks()])


def _report() -> Iterator[str]:
    yield f"## The report: `sections/report.yaml`\n\n{REPORT.doc}\n"
    yield _reference_of(REPORT)


def _figures() -> str:
    rows = (f"| `{name}` | `{figure}` | {formatted(figure, name, 'nl-BE')} |" for name, figure in _SAMPLES.items())
    return _FIGURES + "\n".join(rows) + "\n" + _FIGURES_END


def _parts() -> Iterator[str]:
    yield "## Parts: the other files in `sections/`\n\nThe first key says what part a file is.\n"
    for shape in PART.shapes:
        yield f"### `{shape.key}`\n\n{shape.doc}\n"
        yield _reference_of(shape)


def _blocks() -> Iterator[str]:
    yield "## Blocks: the items of a `body`\n\nEach begins with `- `; its key says what it is.\n"
    for shape in BLOCK.shapes:
        yield f"### `- {shape.key}`\n\n{shape.doc}\n"
        yield _reference_of(shape)


def _looks() -> Iterator[str]:
    yield f"## Looks: `styles/tokens.yaml`\n\n{TOKENS.doc}\n\n{_BASE}\n"
    yield from (f"* `{field.name}`: {field.doc}" for field in TOKENS.fields)
    yield ""
    for title, shape in _LOOKS:
        yield f"### {title}\n\n{shape.doc}\n"
        yield _reference_of(shape)
    yield f"These inks must be there: {_names(INK_NAMES)}.\n\nThese styles must be there: {_names(STYLE_NAMES)}.\n"


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _reference_of(shape: Shape) -> str:
    return f"{_rows(shape)}\n```yaml\n{shape.example}```\n"


def _rows(shape: Shape) -> str:
    rows = (f"| `{path}` | {_kind(field.kind)} | {due} | {field.doc} |" for path, due, field in _flat(shape, ""))
    return "| key | what | due | meaning |\n| --- | --- | --- | --- |\n" + "\n".join(rows) + "\n"


def _flat(shape: Shape, path: str) -> Iterator[tuple[str, str, Field]]:
    """All fields with their paths and whether they are due; those inside follow the field that holds them."""
    for field in shape.fields:
        yield path + field.name, "yes" if field.required else f"with `{field.needed_by}`" if field.needed_by else "", field
        is_list = isinstance(field.kind, ListOf)
        inner = field.kind.item if is_list else field.kind
        below = f"{path}{field.name}[]." if is_list else f"{path}{field.name}."
        if isinstance(inner, Shape):
            yield from _flat(inner, below)
        elif isinstance(inner, OneOf) and inner not in (BLOCK, BOX_BLOCK):
            yield from _alternatives(inner, below)


def _alternatives(union: OneOf, path: str) -> Iterator[tuple[str, str, Field]]:
    """The fields of all shapes, each once."""
    keys = [shape.key for shape in union.shapes]
    rows = {row: (due, field) for shape in union.shapes for row, due, field in _flat(shape, path)}
    for row, (due, field) in rows.items():
        others = " or ".join(f"`{key}`" for key in keys if key != field.name)
        yield row, f"this or {others}" if field.name in keys else due, field


def _kind(kind: Kind) -> str:
    match kind:
        case Text(form=form, bounds=bounds):
            return FORMS[form].title + (f", {bounds[0]} to {bounds[1]}" if bounds else "")
        case Choice(values=values):
            return " or ".join(f"`{value}`" for value in values)
        case ListOf(item=item, count=count):
            return f"list of {count}: {_kind(item)}" if count else f"list: {_kind(item)}"
        case MapOf(names=names, value=value):
            return f"{FORMS[names].title}: {_kind(value)}"
        case Shape():
            return "keys"
        case OneOf(name=name):
            return name
        case _:
            assert_never(kind)

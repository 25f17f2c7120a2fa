"""Nodes of drafts and documents from a few lines of YAML, and written out in short, for tests of load and model."""

from pathlib import Path

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.compose import compose
from reportbuilder.load.inlines import inlines
from reportbuilder.load.markdown import blocks
from reportbuilder.load.parts import part
from reportbuilder.load.values import Mapping, Scalar
from reportbuilder.load.variables import Figures, figures, substitute
from reportbuilder.model.nodes import (
    CrossReference,
    Document,
    Draft,
    Emphasis,
    LineBreak,
    Link,
    List,
    Meta,
    NoteCall,
    NoteMark,
    Paragraph,
    Part,
    Reference,
    Strong,
    Text,
)
from reportbuilder.model.resolve import resolve

META = Meta("Verslag", "", "De Proefbank", "2025", "verslag", "nl-BE", "", ())


def mapping(yaml: str, file: str = "f.yaml") -> Mapping:
    log = Log()
    value = compose(yaml, file, log)
    assert isinstance(value, Mapping) and not log.diagnostics, log.diagnostics
    return value


def scalar(yaml: str, **values: str) -> Scalar:
    """The value of ``t`` in the YAML, with ``{{ x.name }}`` for each of the values."""
    value = mapping(yaml).get("t")
    assert isinstance(value, Scalar)
    return substitute(value, known(**values), "nl-BE", Log())


def known(**values: str) -> Figures:
    lines = "".join(f'  {name}: "{value}"\n' for name, value in values.items())
    return figures(mapping(f"x:\n{lines}" if lines else "x: {y: 1}\n", "cijfers.yaml"), Log())


def typed(text: str) -> Scalar:
    """A scalar whose character i stands at line 1, column i + 1, or in its own line."""
    marks, index = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        marks.append((index, number, 1))
        index += len(line) + 1
    return Scalar(text, "f.yaml", tuple(marks))


def part_of(yaml: str, log: Log | None = None, file: str = "f.yaml", **values: str) -> Part:
    made = part(mapping(yaml, file), known(**values), "nl-BE", log if log is not None else Log())
    assert made is not None
    return made


def document(*yaml: str, language: str = "nl-BE") -> tuple[Document, Log]:
    """A document of parts, each one a file 0.yaml, 1.yaml …; and what was said of it."""
    log = Log()
    parts = tuple(part_of(text, log, f"{number}.yaml") for number, text in enumerate(yaml))
    meta = Meta("Verslag", "", "De Proefbank", "2025", "verslag", language, "", ())
    return resolve(Draft(meta, parts), log), log


def said(log: Log) -> list[str]:
    """The messages as ``place code message``, in order of place."""
    return [f"{d.span} {d.code} {d.message}" for d in log.in_order()]


def short(nodes: tuple) -> str:
    """Inlines and blocks with their kind in pointed brackets."""
    return "".join(map(_short, nodes))


def _short(node: object) -> str:
    match node:
        case Text(text):
            return text
        case LineBreak():
            return "⏎"
        case Emphasis(content):
            return f"<em {short(content)}>"
        case Strong(content):
            return f"<strong {short(content)}>"
        case Link(url, content):
            return f"<link {url} {short(content)}>"
        case NoteCall(key):
            return f"<call {key}>"
        case NoteMark(number):
            return f"<mark {number}>"
        case Reference(label, content):
            return f"<ref {label} {short(content)}>"
        case CrossReference(target, content):
            return f"<to {target} {short(content)}>"
        case Paragraph(content):
            return f"[{short(content)}]"
        case List():
            kind = f"ol {node.start}" if node.ordered else "ul"
            return f"({kind}{''.join(f' {item.marker}{short(item.blocks)}' for item in node.items)})"
        case _:
            return f"<{type(node).__name__}>"


def of_inlines(text: str) -> tuple[str, list[str]]:
    log = Log()
    return short(inlines(typed(text), log)), said(log)


def of_blocks(text: str) -> tuple[str, list[str]]:
    log = Log()
    return short(blocks(typed(text), log)), said(log)


def write(folder: Path, **files: str) -> Path:
    """A project with these files in ``sections/``; ``_`` in a name is ``-``."""
    sections = folder / "sections"
    sections.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (sections / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return folder

"""The five texts: the report's own, and four of other kinds in ``texts/``."""

import sys
from collections.abc import Iterator
from pathlib import Path

from page import ROOT

TEXTS = Path(__file__).parent / "texts"
OWN = "verslag"


def texts() -> dict[str, tuple[str, ...]]:
    """Name and paragraphs of every text; the first paragraph is the title."""
    found = {OWN: report()}
    for path in sorted(TEXTS.glob("*.txt")):
        found[path.stem] = read(path)
    return found


def read(path: Path) -> tuple[str, ...]:
    """Paragraphs stand between empty lines; lines that begin with # tell of source and licence; ~ is a no-break space."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return tuple(" ".join(part.split()).replace("~", "\u00a0") for part in "\n".join(lines).split("\n\n") if part.strip())


def report() -> tuple[str, ...]:
    """The running text of the report in ``sections/``: its paragraphs and items of lists, without marks and notes."""
    sys.path.insert(0, str(ROOT / "src"))
    from reportbuilder.diag.diagnostic import Log
    from reportbuilder.load.report import load_report
    from reportbuilder.model.resolve import resolve

    log = Log()
    draft = load_report(ROOT, log)
    if draft is None:
        raise SystemExit("the report in sections/ can't be read")
    return ("Jaarverslag", *_running(resolve(draft, log).parts))


def _running(parts: tuple) -> Iterator[str]:
    from reportbuilder.model.nodes import Chapter, Letter, Paragraph
    from reportbuilder.model.text import plain_text
    from reportbuilder.model.walk import walk

    for part in parts:
        if isinstance(part, (Chapter, Letter)):
            for node in (node for block in part.blocks for node in walk(block)):
                if isinstance(node, Paragraph) and (words := " ".join(plain_text(node.content).replace("\u00ad", "").split(" "))).strip():
                    yield words.strip()

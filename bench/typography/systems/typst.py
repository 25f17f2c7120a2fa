"""Typst: justified, Dutch, its optimised line breaks."""

import json
import subprocess
from pathlib import Path

from page import FAMILY, FONT, HEIGHT, INDENT, LEADING, LINES, MARGIN, SIZE, TOP, Work
from systems.peers import PYTHON, installed

NAME = "Typst"
HEAD = """#set page(width: %(page_width).4fpt, height: %(height).4fpt, margin: (left: %(margin).4fpt, right: %(margin).4fpt, top: %(top)spt, bottom: %(bottom).4fpt))
#set text(font: "%(family)s", size: %(size)spt, lang: "nl", hyphenate: true, top-edge: 0.8em, bottom-edge: -0.2em)
#set par(justify: true, linebreaks: "optimized", leading: %(leading)spt, spacing: %(leading)spt)
"""
COMPILE = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)"


def missing() -> str | None:
    return None if installed("typst") else "the package typst is not in .peers (bench/typography/peers.sh)"


def version() -> str:
    return installed("typst") or ""


def set_text(work: Work, pdf: Path, folder: Path) -> None:
    """Compile the text; every paragraph is a string, so nothing in it is read as markup."""
    head = HEAD % {
        "page_width": work.page_width, "height": HEIGHT, "margin": MARGIN, "top": TOP, "bottom": HEIGHT - TOP - LINES * LEADING - 0.01,
        "family": FAMILY, "size": SIZE, "leading": LEADING - SIZE,
    }  # fmt: skip
    lines = [head]
    for number, paragraph in enumerate(work.paragraphs):
        indent = INDENT if number > 1 else 0
        lines.append(f"#par(first-line-indent: (amount: {indent}pt, all: true))[#{json.dumps(paragraph, ensure_ascii=False)}]\n")
    source = folder / "text.typ"
    source.write_text("\n".join(lines), encoding="utf-8")
    subprocess.run([str(PYTHON), "-c", COMPILE, str(source), str(pdf), str(FONT.parent)], check=True)

"""WeasyPrint: CSS with ``hyphens: auto`` and ``text-align: justify``."""

import subprocess
from html import escape
from pathlib import Path

from page import FONT, HEIGHT, INDENT, LEADING, LINES, MARGIN, SIZE, TOP, Work
from systems.peers import FOLDER, installed

NAME = "WeasyPrint"
HEAD = """<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Tekst</title><style>
@font-face {font-family: Text; src: url(%(font)s)}
@page {size: %(page_width).4fpt %(height).4fpt; margin: %(top)spt %(margin).4fpt %(bottom).4fpt}
body {margin: 0; font: %(size)spt/%(leading)spt Text; text-align: justify; hyphens: auto; hyphenate-limit-chars: 5 2 3; orphans: 2; widows: 2}
p {margin: 0; text-indent: %(indent)spt}
p:nth-child(-n+2) {text-indent: 0}
</style></head><body>
"""


def missing() -> str | None:
    return None if installed("weasyprint") else "the package weasyprint is not in .peers (bench/typography/peers.sh)"


def version() -> str:
    return installed("weasyprint") or ""


def set_text(work: Work, pdf: Path, folder: Path) -> None:
    """Run weasyprint on a page of HTML."""
    head = HEAD % {
        "font": FONT.as_uri(), "page_width": work.page_width, "height": HEIGHT, "margin": MARGIN, "top": TOP,
        "bottom": HEIGHT - TOP - LINES * LEADING - 0.01, "size": SIZE, "leading": LEADING, "indent": INDENT,
    }  # fmt: skip
    source = folder / "text.html"
    source.write_text(head + "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in work.paragraphs) + "</body></html>", encoding="utf-8")
    subprocess.run([str(FOLDER / "bin" / "weasyprint"), "--quiet", str(source), str(pdf)], check=True)

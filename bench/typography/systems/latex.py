"""LuaLaTeX with microtype: Dutch by babel, protrusion and expansion, and the emergency stretch that manuals advise for narrow columns."""

import re
import shutil
import subprocess
from pathlib import Path

from page import FONT, HEIGHT, INDENT, LEADING, LINES, MARGIN, SIZE, TOP, Work

NAME = "LuaLaTeX + microtype"
DOCUMENT = r"""\documentclass[twoside]{article}
\usepackage[paperwidth=%(page_width).4fbp,paperheight=%(height).4fbp,left=%(margin).4fbp,textwidth=%(width).4fbp,top=%(top)sbp,textheight=%(text).4fbp]{geometry}
\usepackage{fontspec}
\setmainfont{%(font)s}[Path=%(folder)s/]
\usepackage[dutch]{babel}
\usepackage[protrusion=true,expansion=true]{microtype}
\AtBeginDocument{\shorthandoff{"}\fontsize{%(size)sbp}{%(leading)sbp}\selectfont}
\topskip=10bp \parindent=%(indent)sbp \parskip=0pt \raggedbottom \pagestyle{empty}
\frenchspacing \widowpenalty=10000 \clubpenalty=10000 \emergencystretch=1.5em
\begin{document}
\noindent %(title)s\par
\noindent %(rest)s\par
\end{document}
"""
SIGNS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\u00a0": "~"}


def missing() -> str | None:
    return None if shutil.which("lualatex") else "lualatex is not installed (apt: texlive-luatex, texlive-latex-recommended, texlive-lang-european)"


def version() -> str:
    done = subprocess.run(["lualatex", "--version"], capture_output=True, text=True, check=True)
    return re.search(r"Version ([\d.]+)", done.stdout).group(1)  # type: ignore[union-attr]


def set_text(work: Work, pdf: Path, folder: Path) -> None:
    """Run lualatex on the text."""
    title, *rest = work.paragraphs
    source = DOCUMENT % {
        "page_width": work.page_width, "height": HEIGHT, "margin": MARGIN, "width": work.width, "top": TOP, "text": LINES * LEADING - 3.9,
        "font": FONT.name, "folder": FONT.parent, "size": SIZE, "leading": LEADING, "indent": INDENT,
        "title": _escaped(title), "rest": "\\par\n".join(map(_escaped, rest)),
    }  # fmt: skip
    (folder / "text.tex").write_text(source, encoding="utf-8")
    done = subprocess.run(["lualatex", "-interaction=nonstopmode", "-halt-on-error", "text.tex"], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stdout[-1500:])
    shutil.copy(folder / "text.pdf", pdf)


def _escaped(text: str) -> str:
    return "".join(SIGNS.get(c) or ("\\" + c if c in "#$%&_{}" else c) for c in text)

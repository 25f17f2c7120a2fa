"""reportbuilder: a project made in a folder, with the looks of the report and the measure of the text."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from page import HEIGHT, INDENT, LEADING, LINES, MARGIN, ROOT, SIZE, TOP, Work

NAME = "reportbuilder"
LARGEST = 20
"""Points; larger titles, which don't come up here, would be too wide for a narrow column."""
NOT_PLAIN = ("features", "acronyms")
"""What would give the text other digits or letters than the other systems set."""
BESIDE_TEXT = ("plates", "grounds", "numbers", "details")
"""What the sheet says of other pages, made for a page of its own size."""
REPORT = "title: {title}\norganisation: Proefbank\nyear: 2025\nslug: tekst\nlanguage: nl-BE\ndescription: Een tekst om regels te meten.\nkeywords: [proef]\norder: [10-tekst]\n"


def missing() -> str | None:
    """It is always there."""
    return None


def version() -> str:
    done = subprocess.run([sys.executable, "-m", "reportbuilder", "--version"], capture_output=True, text=True, check=True)
    return done.stdout.split()[-1]


def set_text(work: Work, pdf: Path, folder: Path) -> None:
    """Set the text as a letter in a project of its own, by the ordinary command."""
    for name in ("sections", "styles"):
        (folder / name).mkdir(parents=True)
    for name in ("fonts", "icc"):
        shutil.copytree(ROOT / "assets" / name, folder / "assets" / name)
    for extra in (ROOT / "styles").glob("hyphenation*"):
        shutil.copy(extra, folder / "styles")
    title, *rest = work.paragraphs
    part = {"letter": title, "id": "tekst", "body": [{"text": "\n\n".join(_markdown(p) for p in rest)}]}
    _write(folder / "sections" / "10-tekst.yaml", part)
    (folder / "sections" / "report.yaml").write_text(REPORT.format(title=title), encoding="utf-8")
    _write(folder / "styles" / "tokens.yaml", _tokens(work))
    subprocess.run([sys.executable, "-m", "reportbuilder", "build", str(folder), "--only", "web"], check=True, stdout=subprocess.DEVNULL)
    shutil.copy(next((folder / "out").glob("*.pdf")), pdf)


def _markdown(paragraph: str) -> str:
    """The paragraph with all that Markdown and variables would read escaped."""
    escaped = re.sub(r"([\\`*_{}\[\]<>#|~&!])", r"\\\1", paragraph)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=])", r"\\\1", escaped))


def _tokens(work: Work) -> dict:
    """The report's own sheet with another page; digits as in the other systems, the title as a line of text.

    The margins must leave 70 mm, so the outer one is smaller; the column stands at the inner one.
    """
    tokens = yaml.load((ROOT / "styles" / "tokens.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    tokens["page"] |= {
        "width": f"{work.page_width:.3f} pt", "height": f"{HEIGHT:.3f} pt", "inner": f"{MARGIN:.4f} pt", "outer": f"{MARGIN / 2:.4f} pt",
        "text_width": f"{work.width:.4f} pt", "gutter": "0 pt", "top": f"{TOP} pt", "bottom": f"{HEIGHT - TOP - LINES * LEADING - 0.01:.3f} pt",
        "baseline": f"{LEADING} pt", "header": "20 pt", "footer": "20 pt",
    }  # fmt: skip
    tokens["styles"]["body"] |= {"size": f"{SIZE} pt", "leading": f"{LEADING} pt", "first_indent": f"{INDENT} pt"}
    for key in NOT_PLAIN:
        tokens["styles"]["body"].pop(key, None)
    tokens["styles"]["letter"] = {"like": "body"}
    for key in BESIDE_TEXT:
        tokens.pop(key, None)
    tokens["page"].pop("folio", None)
    tokens["styles"]["heading1"] = {"font": "serif", "size": f"{SIZE} pt", "leading": f"{LEADING} pt", "ink": "text", "align": "left"}
    for style in tokens["styles"].values():
        if float(style.get("size", "0 pt").split()[0]) > LARGEST:
            style |= {"size": f"{LARGEST} pt", "leading": f"{LARGEST} pt"}
    return tokens


def _write(path: Path, value: dict) -> None:
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")

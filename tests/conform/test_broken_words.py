"""Words that are spelled otherwise at a break are whole for foreign readers of the web PDF; letters that give way and signs in the margin lose nothing."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORDS = ("reëel", "cafeetje", "foto’tje", "omaatje", "beëindigen", "skiën", "Oekraïense", "samenleving", "blíjven")
REPORT = "title: T\norganisation: O\nyear: 2025\nslug: tekst\nlanguage: nl-BE\ndescription: D\nkeywords: [k]\norder: [10-tekst]\n"
pytestmark = pytest.mark.conform


def sentences() -> str:
    """Each word at many places of its line, so that it meets many breaks."""
    return "\n\n".join(f"{'e' * count} " + f"een {word} en twee, " * 12 for word in WORDS for count in range(1, 9))


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("words") / "project"
    (folder / "sections").mkdir(parents=True)
    shutil.copytree(ROOT / "styles", folder / "styles")
    for name in ("fonts", "icc"):
        shutil.copytree(ROOT / "assets" / name, folder / "assets" / name)
    (folder / "sections/report.yaml").write_text(REPORT, encoding="utf-8")
    text = "\n".join(f"      {line}" for line in sentences().split("\n"))
    (folder / "sections/10-tekst.yaml").write_text(f"letter: Brief\nid: tekst\nbody:\n  - text: |\n{text}\n", encoding="utf-8")
    tokens = (folder / "styles/tokens.yaml").read_text(encoding="utf-8")
    tokens = re.sub(r"text_width: .*", "text_width: 44 mm", re.sub(r"size: [2-9]\d(\.\d+)? pt", "size: 20 pt", tokens))
    (folder / "styles/plain.yaml").write_text(re.sub(r"(?ms)^plates:.*?(?=^\S)", "", tokens), encoding="utf-8")
    command = [sys.executable, "-m", "reportbuilder", "build", str(folder), "--only", "web", "--style", "plain"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "out/tekst-nl-web.pdf"


def whole(text: str) -> dict[str, int]:
    """How often each word is read whole, once soft hyphens and line ends are gone."""
    joined = re.sub("\u00ad\\s*", "", text.replace("\x02", "\u00ad")).replace("\ufffe", "")
    return {word: len(re.findall(rf"\b{word}\b", joined)) for word in WORDS}


def test_poppler_reads_every_word_whole(pdf: Path, judge: Callable[[str], str]) -> None:
    text = subprocess.run([judge("pdftotext"), "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    assert whole(text) == dict.fromkeys(WORDS, 96)


def test_pdfium_reads_every_word_whole(pdf: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    text = "\n".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(pdf))
    assert whole(re.sub("[\u00ad\ufffe\x02]\\s*", "", text)) == dict.fromkeys(WORDS, 96)


def test_the_breaks_change_the_spelling_that_is_seen(pdf: Path, judge: Callable[[str], str]) -> None:
    """Or the two above would show nothing."""
    text = subprocess.run([judge("pdftotext"), "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    assert len(re.findall("caf(ee)?\u00ad?\\s*\ntje", text)) + len(re.findall("re\u00ad\\s*\nëel", text)) > 5

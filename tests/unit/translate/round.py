"""A report on its way to a translator and back, without pictures and without files, for tests."""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from pseudo import pseudo
from sample import make_sample

from reportbuilder.assets.drawings import Drawn
from reportbuilder.assets.faces import Faces
from reportbuilder.diag.diagnostic import Log
from reportbuilder.docx.fonts import Family, families
from reportbuilder.docx.write import write
from reportbuilder.handout import Task, begun, for_translator
from reportbuilder.load.sheet import read_sheet
from reportbuilder.model.nodes import Chart
from reportbuilder.model.text import plain_text
from reportbuilder.model.walk import walk
from reportbuilder.translate.figures import filled
from reportbuilder.translate.markup import parsed
from reportbuilder.translate.po import written
from reportbuilder.translate.receive import Taken, Verdict, Work, take
from reportbuilder.style.sheet import Sheet
from reportbuilder.translate.word import read_docx

ROOT = Path(__file__).resolve().parents[3]


def report(folder: Path, rows: int = 4) -> Path:
    """The sample without its pictures."""
    return make_sample(folder / "sample", rows=rows, pictures=False)


def job_of(root: Path, language: str = "en") -> Task:
    log = Log()
    task = begun(root, language, log)
    assert task and not log.errors, log.diagnostics
    return task


def sent(task: Task, changed: bool = False) -> bytes:
    """The translator's DOCX."""
    document, translator = for_translator(task, changed, Log())
    sheet, named = looks()
    charts = {node.id: Drawn(b"svg", b"png", 100.0, 50.0) for node in walk(*document.parts) if isinstance(node, Chart)}
    return write(document, sheet, {}, {}, named, str(task.identity), drawings={} if changed else charts, translator=translator)


@cache
def looks() -> tuple[Sheet, Mapping[str, Family]]:
    """The sheet of the report, and its families of fonts."""
    sheet = read_sheet(ROOT, Log())
    assert sheet
    faces = Faces({key: ROOT / "assets/fonts" / file for key, file in sheet.fonts.items()}, sheet.fallback)
    return sheet, families(faces, sheet.fonts)


def taken(task: Task, data: bytes, whole: bool = True, accept_same: bool = False) -> Taken:
    """What comes of a DOCX that came back."""
    return take(Work(task.raw, task.catalog, task.found, (), accept_same), read_docx(data), whole=whole)


def keep(root: Path, made: Taken) -> None:
    """The catalog in its place."""
    folder = root / "sections/locale"
    folder.mkdir(exist_ok=True)
    (folder / f"{made.catalog.language}.po").write_text(written(made.catalog), encoding="utf-8")


def copied(root: Path, folder: Path) -> Path:
    return Path(shutil.copytree(root / "sections", folder / "sections").parent)


def edited(root: Path, name: str, change: Callable[[str], str]) -> None:
    """The file of a part with its text changed."""
    path = root / "sections" / f"{name}.yaml"
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    path.write_text(after, encoding="utf-8")


def kinds(made: Taken) -> Counter[str]:
    return Counter(verdict.kind for verdict in made.verdicts)


def of(made: Taken, start: str) -> Verdict:
    return next(verdict for verdict in made.verdicts if verdict.segment.text.startswith(start))


def words(text: str) -> str:
    """As they read; the letters of an ordinal (10e) are no word of their own."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=\}\})\w+", "", plain_text(parsed(text))))


def right(verdict: Verdict) -> bool:
    """Whether what came back is the pseudo-translation of this very text."""
    return words(verdict.target) == words(pseudo(verdict.segment.text)) or words(verdict.target) == words(verdict.segment.text)


def wrong_unseen(made: Taken) -> list[tuple[str, str]]:
    """Translations that are shown, are not of their text, and of which nobody is told."""
    shown = [verdict for verdict in made.verdicts if verdict.kind in ("new", "replaced") and all(fault.weight == "note" for fault in verdict.faults)]
    return [(verdict.segment.text, verdict.target) for verdict in shown if not right(verdict)]


def all_words_kept(task: Task, made: Taken, data: bytes) -> None:
    """Each word that came back is in a translation, in the review, or in a text that the program writes itself."""
    figures, own = task.raw.figures, task.raw.draft.meta.language
    kept = [words(filled(verdict.target, figures, own)) for verdict in made.verdicts]
    kept += [left.passage.text for left in made.leftovers]
    kept += [words(filled(segment.text, figures, own)) for segment in task.found if segment.state == "wordless"]
    kept += [pseudo("Tabellen en kaders"), pseudo("Figure 3")]  # titles that references show
    passages = [passage for passage in read_docx(data).passages if passage.style != "DoNotTranslate"]
    passages = [passage for passage in passages if not any(run.target.startswith("#") for run in passage.runs)]
    back = Counter(word for passage in passages for word in re.findall(r"\w+", passage.text))
    assert back - Counter(re.findall(r"\w+", " ".join(kept))) == Counter()

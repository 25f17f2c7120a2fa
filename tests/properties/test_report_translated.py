"""The report itself goes to a translator who knows no language, comes back, and meets its next year."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from flavours import NAMED, NAMELESS
from pseudo import W, translated_docx
from unit.translate.round import copied, job_of, keep, right, sent, taken, wrong_unseen

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The report without the translation that it has."""
    root = copied(ROOT, tmp_path)
    (root / "sections/locale/en.po").unlink(missing_ok=True)
    return root


def test_every_text_comes_back_under_its_id(root: Path) -> None:
    task = job_of(root)
    made = taken(task, translated_docx(sent(task)))
    assert {verdict.segment.id for verdict in made.verdicts} == {segment.id for segment in task.found if segment.state != "wordless"}
    assert [(verdict.segment.text, verdict.target) for verdict in made.verdicts if not right(verdict)] == []
    assert {verdict.how for verdict in made.verdicts} == {"id"} and made.leftovers == ()
    assert set(Counter(verdict.kind for verdict in made.verdicts)) <= {"new", "untranslated"}


def test_without_its_ids_nothing_wrong_is_shown(root: Path) -> None:
    def nameless(tree, part: str) -> None:  # type: ignore[no-untyped-def]
        for mark in list(tree.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            mark.getparent().remove(mark)

    made = taken(job_of(root), translated_docx(sent(job_of(root)), nameless))
    shown = [verdict for verdict in made.verdicts if verdict.kind == "new"]
    assert len(shown) > 0.9 * len(made.verdicts)
    assert [(verdict.segment.text, verdict.target) for verdict in shown if not right(verdict)] == []


@pytest.mark.parametrize("name", [*NAMED, *NAMELESS])
def test_programs_that_are_not_at_hand_lose_nothing(root: Path, name: str) -> None:
    """See `flavours`: with our bookmarks all is found; without them nearly all, and the rest is told."""
    task = job_of(root)
    flavour = (NAMED | NAMELESS)[name]
    made = taken(task, flavour(translated_docx(sent(task)), random.Random(1)))
    asked = {segment.id for segment in task.found if segment.state != "wordless"}
    assert {verdict.segment.id for verdict in made.verdicts if verdict.segment.state != "wordless"} == asked
    found = [verdict for verdict in made.verdicts if verdict.kind in ("new", "untranslated")]
    assert len(found) == len(asked) if name in NAMED else len(found) > 0.97 * len(asked)
    assert wrong_unseen(made) == [] or name == "Trados"  # there words stand in another order


def test_a_year_later_exactly_what_changed_is_asked(root: Path) -> None:
    """Thirty texts edited, a section moved, a chapter added."""
    keep(root, taken(job_of(root), translated_docx(sent(job_of(root))), accept_same=True))
    sections = root / "sections"
    changed = 0
    for path in sorted(sections.glob("[0-9]*.yaml")):
        lines = path.read_text(encoding="utf-8").split("\n")
        for place, line in enumerate(lines):
            begins = lines[place - 1].strip().endswith("|") or not lines[place - 1].strip()
            if changed < 30 and begins and re.match(r" {6}[A-Z]", line) and len(line) > 80 and not re.search(r"\{\{|\[", line):
                words = line.split(" ")
                words[-3] += "je"
                lines[place] = " ".join(words)
                changed += 1
        path.write_text("\n".join(lines), encoding="utf-8")
    last = sections / "30-organisatie.yaml"
    text = last.read_text(encoding="utf-8")
    start = text.index("  - section: Diversiteitsbeleid")
    end = text.index("  - section:", start + 5)
    last.write_text(text[:start] + text[end:].rstrip("\n") + "\n" + text[start:end], encoding="utf-8")
    (sections / "40-nieuw.yaml").write_text("chapter: Een nieuw hoofdstuk\nid: nieuw\nbody:\n  - section: Plannen\n  - text: Wat volgend jaar komt.\n", encoding="utf-8")
    report = sections / "report.yaml"
    report.write_text(report.read_text(encoding="utf-8").replace("30-organisatie", "30-organisatie, 40-nieuw"), encoding="utf-8")

    task = job_of(root)
    states = Counter(segment.state for segment in task.found)
    assert changed == 30 and (states["changed"], states["missing"], states["unsure"]) == (30, 3, 0)
    asked = {segment.id for segment in task.found if segment.state in ("changed", "missing")}
    made = taken(task, translated_docx(sent(task, changed=True)), whole=False)
    assert {verdict.segment.id for verdict in made.verdicts} == asked and made.leftovers == ()
    keep(root, made)
    assert {segment.state for segment in job_of(root).found} == {"done", "wordless"}


def test_the_english_report_is_complete() -> None:
    """Every text of the report as it stands now has its English, and nothing in it is doubtful."""
    found = job_of(ROOT).found
    assert Counter(segment.state for segment in found if segment.state not in ("done", "wordless")) == Counter()

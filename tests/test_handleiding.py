"""The manual for the editor: every example in it loads, every code in it exists, every figure in it is true."""

import re
from pathlib import Path

import pytest

from reportbuilder.assets.inspect import GOOD_PPI, MIN_PPI
from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.render import as_text
from reportbuilder.load.block_table import BLOCK
from reportbuilder.load.check import check
from reportbuilder.load.compose import compose
from reportbuilder.load.formats import formatted
from reportbuilder.load.report import load_report
from reportbuilder.load.schema import Kind, ListOf, Shape
from reportbuilder.load.sheet import read_sheet
from reportbuilder.load.tables import FIGURES, PART, REPORT
from reportbuilder.load.values import Mapping, Sequence
from reportbuilder.load.variables import figures
from reportbuilder.model.resolve import resolve
from reportbuilder.style.plates import PlateName, PlatePicture
from reportbuilder.style.units import to_mm

ROOT = Path(__file__).resolve().parents[1]
PAGE = "docs/handleiding.md"
MANUAL = (ROOT / PAGE).read_text(encoding="utf-8")
EXAMPLES = {
    MANUAL.count("\n", 0, match.start(1)): match[1] for match in re.finditer(r"^```yaml\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL)
}
"""The examples by the number of lines above each."""

BODY = ListOf(BLOCK)
(CHAPTER,) = (shape for shape in PART.shapes if shape.key == "chapter")
NOTES = Shape("end of a chapter", "", tuple(field for field in CHAPTER.fields if field.name == "notes"))


def kind_of(example: str) -> Kind:
    """What an example claims to be: blocks if it is a list, else its first key says it."""
    if example.startswith("- "):
        return BODY
    first = example.partition(":")[0]
    if first in (shape.key for shape in PART.shapes):
        return PART
    return {"title": REPORT, "notes": NOTES}.get(first, FIGURES)


def those(kind: Kind) -> str:
    return "".join(example for example in EXAMPLES.values() if kind_of(example) is kind)


def said(log: Log) -> str:
    return "\n".join(map(as_text, log.in_order()))


@pytest.mark.parametrize("line", EXAMPLES)
def test_an_example_is_what_it_claims_to_be(line: int) -> None:
    log = Log()
    value = compose("\n" * line + EXAMPLES[line], PAGE, log)
    assert value is not None and check(value, kind_of(EXAMPLES[line]), log), said(log)
    assert not log.diagnostics, said(log)


def test_all_examples_together_make_a_report_without_a_message(tmp_path: Path) -> None:
    """Notes, references and figures of one example may be called in another."""
    parts = {f"deel-{number}": text for number, text in enumerate(text for text in EXAMPLES.values() if kind_of(text) is PART)}
    files = {
        "report": those(REPORT).partition("order:")[0] + f"order: [een, {', '.join(parts)}]\n",
        "cijfers": those(FIGURES),
        "een": "chapter: Alle losse blokken\nid: een\nbody:\n" + those(BODY) + those(NOTES),
        **parts,
    }
    (tmp_path / "sections").mkdir()
    for name, text in files.items():
        (tmp_path / "sections" / f"{name}.yaml").write_text(text, encoding="utf-8")
    log = Log()
    draft = load_report(tmp_path, log)
    assert draft is not None and resolve(draft, log).parts, said(log)
    assert not log.diagnostics, said(log)


def test_every_block_but_the_lead_has_an_example() -> None:
    body = compose(those(BODY), PAGE, Log())
    assert isinstance(body, Sequence)
    shown = {name for item in body.items if isinstance(item, Mapping) for name in item.names()}
    assert {shape.key for shape in BLOCK.shapes} - shown == {"lead"}


def test_the_table_of_filters_says_what_they_write() -> None:
    value = compose(those(FIGURES), PAGE, Log())
    assert value is not None
    known = figures(value, Log()).values
    rows = re.findall(r"^\| `\{\{ (\w+\.\w+) \\\| (\w+) \}\}` \| (.+?) \|$", MANUAL, re.MULTILINE)
    assert [name for _, name, _ in rows] == ["getal", "euro", "procent", "datum", "rang"]
    written = [formatted(known[path].text, name, "nl-BE") for path, name, _ in rows]
    assert [" ".join(text.split()) for text in written] == [" ".join(shown.split()) for _, _, shown in rows]


def test_the_twenty_codes_of_the_manual_are_codes_of_the_program() -> None:
    table = MANUAL.partition("| code | wat er is | wat je doet |")[2].partition("\n\n")[0]
    codes = re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE)
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert len(set(codes)) == 20
    assert [code for code in codes if f'"{code}"' not in sources] == []


def test_the_sizes_of_pictures_are_those_of_the_sheet() -> None:
    sheet = read_sheet(ROOT, Log())
    assert sheet is not None
    page, ppi = sheet.page, sheet.print.ppi
    width, height = page.width + 2 * page.bleed, page.height + 2 * page.bleed
    true = [(page.text_width,), (page.full_width,), (width,), (page.width + width,)]
    plates: tuple[PlateName, ...] = ("opener", "cover")
    boxes = [item.box.bled(page) for name in plates for item in sheet.plate(name).items() if isinstance(item, PlatePicture)]
    true += [*((box.width, box.height) for box in boxes), (width, height)]
    rows = re.findall(r"\| (\d+)(?: × (\d+)| breed) \| (\d+)(?: × (\d+)| breed) \|$", MANUAL, re.MULTILINE)
    shown = [tuple(int(number) for number in row if number) for row in rows]
    assert shown == [(*(round(to_mm(side)) for side in sides), *(round(side / 72 * ppi) for side in sides)) for sides in true]
    assert f"pixels voor {ppi:.0f} per inch" in MANUAL
    assert f"Onder {GOOD_PPI} krijg je een waarschuwing, onder {MIN_PPI} een fout." in MANUAL

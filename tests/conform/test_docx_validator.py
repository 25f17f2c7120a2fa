"""What the Open XML validator of Microsoft's SDK says of our DOCX: nothing."""

import json
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from unit.docx.made import Docx, chapter, items, p, written
from unit.docx.sampled import sampled

pytestmark = pytest.mark.conform


def faults(validator: str, made: Docx, folder: Path) -> list[str]:
    file = folder / "made.docx"
    file.write_bytes(made.data)
    done = subprocess.run([validator, str(file)], capture_output=True, text=True, check=False, timeout=120)
    return [f"{fault['path']} {fault['xPath']}: {fault['description']}" for fault in json.loads(done.stdout)["errors"]]


def test_the_sample_is_valid(judge: Callable[[str], str], sample: Path, tmp_path: Path) -> None:
    validator = judge("ooxml-validator")
    _, made = sampled(sample)
    assert faults(validator, made, tmp_path) == []


def test_lists_of_both_kinds_at_any_depth_are_valid(judge: Callable[[str], str], tmp_path: Path) -> None:
    validator = judge("ooxml-validator")
    deep = items(p("9"))
    for level in range(8, 0, -1):
        deep = items((p(str(level)), deep), start=level % 3)
    assert faults(validator, written(chapter(deep)), tmp_path) == []


def test_the_validator_sees_what_is_wrong(judge: Callable[[str], str], tmp_path: Path) -> None:
    """So that silence means something: one property too early, as Word would refuse it."""
    validator = judge("ooxml-validator")
    whole = written(chapter(p("x")))
    stream = BytesIO()
    with ZipFile(stream, "w") as broken:
        for name in whole.names():
            broken.writestr(name, whole.read(name).replace(b"</w:body>", b"<w:p><w:r><w:t>x</w:t><w:rPr/></w:r></w:p></w:body>"))
    assert faults(validator, Docx(stream.getvalue()), tmp_path) != []

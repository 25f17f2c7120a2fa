"""`reportbuilder translate`: what it says, where, and how it exits."""

import json
from pathlib import Path

import pytest
from unit.translate.round import report
from unit.translate.harm import with_targets

from reportbuilder.cli import main

pytestmark = pytest.mark.slow


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return report(tmp_path)


def test_out_back_and_how_far(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate", "export", str(root), "--lang", "en", "--as", "xliff"]) == 0
    file = root / "out/proef-en-translate.xlf"
    assert str(file) in capsys.readouterr().out and (root / "sections/locale/en.po").is_file()
    file.write_bytes(with_targets(file.read_bytes()))

    assert main(["translate", "import", str(file), str(root), "--lang", "en", "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert "\n+ Beste" in told and "new" in told.splitlines()[-1]
    assert '"Besteo' not in (root / "sections/locale/en.po").read_text(encoding="utf-8")

    assert main(["translate", "import", str(file), str(root), "--lang", "en", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["texts"]["new"] > 50 and data["texts"]["left_over"] == 0 and len(data["outputs"]) == 4

    po, before = (root / name for name in ("sections/locale/en.po", "out/proef-en-review-before.po"))
    after = po.read_bytes()
    assert main(["translate", "import", str(file), str(root), "--lang", "en"]) == 0  # twice is once, and the way back stays
    assert po.read_bytes() == after and b"Besteo" not in before.read_bytes() and b"Besteo" in after
    capsys.readouterr()

    assert main(["translate", "status", str(root)]) == 0
    table = capsys.readouterr().out.splitlines()
    assert table[0].split()[:2] == ["en", "translated"] and table[-1].startswith("together")
    assert main(["translate", "status", str(root), "--format", "json"]) == 0
    total = json.loads(capsys.readouterr().out)["languages"][0]["total"]
    assert total["done"] > 50 and total["changed"] == 0 and total["words"] > total["words_left"]


def test_what_is_wrong_is_told_and_nothing_is_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate", "import", str(root / "weg.docx"), str(root), "--lang", "en"]) == 1
    assert "missing-file" in capsys.readouterr().err
    assert main(["translate", "export", str(root), "--lang", "nl"]) == 1
    assert "own-language" in capsys.readouterr().err
    assert main(["translate", "export", str(root), "--lang", "pl"]) == 1
    assert "unknown-language" in capsys.readouterr().err
    assert main(["translate", "status", str(root), "--strict"]) == 3
    assert "no-translation" in capsys.readouterr().err
    assert not (root / "sections/locale").exists() and not (root / "out").exists()
    with pytest.raises(SystemExit) as wrong:
        main(["translate", "export", str(root)])
    assert wrong.value.code == 2


def test_when_all_is_translated_there_is_nothing_to_send(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate", "export", str(root), "--lang", "fr", "--as", "po"]) == 0
    po = root / "out/proef-fr-translate.po"
    text = po.read_text(encoding="utf-8")
    entries = [entry for entry in text.split("\n\n")[1:]]
    import re

    filled = [re.sub(r'msgid (""\n(?:".*"\n?)*|".*"\n?)msgstr (""\n?|"")', lambda found: f"msgid {found[1]}msgstr {found[1]}", entry) for entry in entries]
    po.write_text("\n\n".join([text.split("\n\n")[0], *filled]), encoding="utf-8")
    assert main(["translate", "import", str(po), str(root), "--lang", "fr", "--accept-same"]) == 0
    capsys.readouterr()
    assert main(["translate", "export", str(root), "--lang", "fr", "--as", "po", "--only", "changed"]) == 0
    assert "nothing-to-translate" in capsys.readouterr().err

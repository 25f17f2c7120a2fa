"""An editor's own breaks of words."""

from pathlib import Path

import pytest
from laid import told

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.hyphenation import read_hyphenation


def read(folder: Path, text: str, language: str = "nl-BE") -> tuple[dict[str, list[str]], Log]:
    """Each word with the ways it may be broken."""
    (folder / "styles").mkdir()
    (folder / "styles/hyphenation-nl.txt").write_text(text, encoding="utf-8")
    log = Log()
    own = read_hyphenation(folder, language, log)
    return {word: [f"{word[: h.start]}{h.left}-/{h.right}{word[h.stop :]}" for h in hyphens] for word, hyphens in own.items()}, log


def test_each_line_has_a_word_with_all_its_breaks(tmp_path: Path) -> None:
    own, log = read(tmp_path, "# eigen woorden\nvoort-aan\n\n  Vluchte-lingen-werk  # een naam\nOCMW\n")
    assert own == {"voortaan": ["voort-/aan"], "vluchtelingenwerk": ["vluchte-/lingenwerk", "vluchtelingen-/werk"], "ocmw": []}
    assert not log.diagnostics


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        ("re-eel=reëel", ["re-/eel"]),
        ("café-tje=cafeetje", ["café-/tje"]),
        ("foto-tje=foto'tje", ["foto-/tje"]),
        ("oe-kra-ien-se=oekraïense", ["oe-/kraïense", "oekra-/iense", "oekraïen-/se"]),
        ("bal-letje-tjes=balletjetjes", ["bal-/letjetjes", "balletje-/tjes"]),
    ],
)
def test_spelling_may_change_at_a_break(tmp_path: Path, line: str, broken: list[str]) -> None:
    own, log = read(tmp_path, line)
    assert list(own.values()) == [broken] and not log.diagnostics


@pytest.mark.parametrize("line", ["twee woorden", "-voort", "voort-", "voort--aan", "getal-5", "a=b=c", "re-eel=", "re-eel=reëal", "=x", "x-yz=xyq", "<b>"])
def test_what_is_no_word_with_breaks_is_an_error_with_its_place(tmp_path: Path, line: str) -> None:
    own, log = read(tmp_path, f"goed\n  {line}")
    assert told(log) == ["2:3 bad-hyphenation"] and list(own) == ["goed"]


def test_a_word_is_said_once(tmp_path: Path) -> None:
    assert told(read(tmp_path, "voort-aan\nVoort-aan")[1]) == ["2:1 double-hyphenation"]


def test_another_language_has_a_file_of_its_own_and_none_is_due(tmp_path: Path) -> None:
    assert read(tmp_path, "voort-aan", "en-GB") == ({}, Log())


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "styles/hyphenation-nl.txt").mkdir(parents=True)
    log = Log()
    assert read_hyphenation(tmp_path, "nl", log) == {} and told(log) == ["1:1 not-a-file"]

"""THREATS O, J, Y, P: what surrounds the text of a report can't lead a build astray, and one run tells all that is wrong, each with its place."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sample import make_sample

from reportbuilder.build import Options, build
from reportbuilder.cli import main
from reportbuilder.diag.diagnostic import Diagnostic, Family, Log
from reportbuilder.diag.nearest import did_you_mean, nearest
from reportbuilder.load import listing
from reportbuilder.load.report import load_report
from reportbuilder.lock import held
from reportbuilder.model.nodes import Text
from reportbuilder.model.walk import walk
from reportbuilder.outputs import claimed
from reportbuilder.progress import Progress

REPORT = "title: T\norganisation: O\nyear: 2025\nslug: {slug}\nlanguage: nl-BE\norder: [{order}]\n"
CHAPTER = "chapter: Kop\nid: c\nbody:\n  - text: Een alinea.\n"

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """``make(slug="…", c="…")`` writes a project of these files, without a picture."""

    def made(slug: str = "proef", order: str = "", **files: str) -> Path:
        root = make_sample(tmp_path / "project", pictures=False)
        for path in (root / "sections").iterdir():
            path.unlink()
        texts = {"c": CHAPTER, **files}
        names = [name for name in texts if name != "cijfers"]
        texts["report"] = REPORT.format(slug=slug, order=order or ", ".join(names))
        for name, text in texts.items():
            (root / "sections" / f"{name}.yaml").write_text(text, encoding="utf-8")
        return root

    return made


def run(root: Path, write: bool = False) -> list[Diagnostic]:
    log = Log()
    build(Options(root, write=write), log, Progress())
    return log.in_order()


def told(root: Path, write: bool = False) -> list[str]:
    """What is said, as ``file:line:column code``; the folder of the sections is left out."""
    return [f"{d.span} {d.code}".removeprefix("sections/") for d in run(root, write)]


# ---------------------------------------------------------------- all faults in one run


def test_one_run_tells_the_faults_of_all_files_each_with_its_place_and_a_hint(make: Make) -> None:
    root = make(
        cijfers="g:\n  a: 4158\n  b: |\n    twee\n    regels\n",
        c='chapter: Kop\nid: c\nbody:\n  - text: "{{ g.a | getal }} {{ g.b }} {{ g.z }} {% x %} [^weg] [](#nergens)"\n',
        d="chapter: Kop\nid: d\nbody:\n  - tekst: x\n  - text: wo😀rd\n  - text: [een]\n",
        e='chapter: Kop\nid: e\nbody:\n  - text: "open\n',
        f="chapter: Kop\nid: c\nbody:\n  - text: |\n      [x](javascript:alert) en <b>vet</b> en \u2067x\n",
        g="chapter: Kop\nid: g\nbody:\n  - figure: {picture: weg.png, alt: Een vlak}\n",
        h="anders: x\n",
    )
    (root / "assets/icc/sRGB.icc").write_bytes(b"<html>")
    faults = run(root)
    assert [f"{d.span} {d.code}".removeprefix("sections/") for d in faults] == [
        "assets/icc/sRGB.icc:0:0 profile-broken",
        "c.yaml:4:43 unknown-variable",
        "c.yaml:4:50 variable-code",
        "c.yaml:4:60 unknown-note",
        "c.yaml:4:69 unknown-reference",
        "cijfers.yaml:4:5 bad-figure",
        "d.yaml:4:5 no-kind",
        "d.yaml:5:11 glyph-missing",
        "d.yaml:6:11 wrong-type",
        "e.yaml:4:11 yaml-syntax",
        "f.yaml:1:10 duplicate-id",
        "f.yaml:5:8 direction-unclosed",
        "f.yaml:5:11 bad-link",
        "f.yaml:5:32 markdown-not-allowed",
        "f.yaml:5:38 markdown-not-allowed",
        "g.yaml:4:23 missing-picture",
        "h.yaml:1:1 no-kind",
    ]
    assert [d.message for d in faults if not d.hint] == []


@pytest.mark.slow
def test_what_only_follows_from_a_fault_is_not_blamed_too(make: Make) -> None:
    text = "chapter: Kop\nid: c\nbody:\n  - text: a {{ g.a }} b {{ g.a | getal }} c\n"
    assert told(make(cijfers="- een lijst\n", c=text)) == ["cijfers.yaml:1:1 wrong-type"]


@pytest.mark.slow
def test_a_figure_that_is_wrong_is_not_called_unknown_as_well(make: Make) -> None:
    text = "chapter: Kop\nid: c\nbody:\n  - text: a {{ g.a }} b {{ g.b | getal }} c\n"
    assert told(make(cijfers=f"g:\n  a: {'x' * 600}\n  b: [1]\n", c=text)) == ["cijfers.yaml:2:6 bad-figure", "cijfers.yaml:3:6 wrong-type"]


@pytest.mark.slow
def test_the_report_can_not_be_a_part_of_itself(make: Make) -> None:
    assert told(make(order="c, report")) == ["report.yaml:6:12 missing-section"]


@pytest.mark.slow
def test_a_flood_of_messages_is_cut_on_the_terminal(make: Make, capsys: pytest.CaptureFixture[str]) -> None:
    root = make(c="chapter: Kop\nid: c\nbody:\n" + "  - x: y\n" * 1500)
    assert main(["check", str(root)]) == Family.REPORT
    lines = capsys.readouterr().err.splitlines()
    assert sum("error[no-kind]" in line for line in lines) == 1000
    assert lines[-2:] == ["… and 500 more (all of them with --format json)", "1500 errors"]


# ---------------------------------------------------------------- figures are data


def test_figures_are_shown_as_they_are_typed_and_never_read_again(make: Make) -> None:
    values = ["{{ g.b }}", "**x** [^n] [y](javascript:z) <b>", "# kop", "{% x %}", "- punt"]
    figures = "".join(f'  a{number}: "{value}"\n' for number, value in enumerate(values))
    items = "".join(f'  - text: "{{{{ g.a{number} }}}}"\n' for number in range(len(values)))
    root = make(cijfers=f"g:\n{figures}", c=f"chapter: Kop\nid: c\nbody:\n{items}")
    log = Log()
    draft = load_report(root, log)
    assert draft and not log.diagnostics
    assert [node.text for node in walk(*draft.parts) if isinstance(node, Text)] == ["Kop", *values]


CODE = (
    "x.__class__.__mro__", "g.a|attr('x')", "'{0}'.format(g)", "g['a']", "g.a()", "lipsum(n=1000000)", "range(10**9)", "10**(10**9)",
    "'a'*10**10", "g.a|map('x')", "g.a.b.c", "[g.a]*9", "g.a ~ g.a", "(g.a)|getal(2)", "g.a if g.a else g.a",
)


def test_code_in_braces_is_refused_and_never_run(make: Make) -> None:
    items = "".join(f"  - text: |\n      Hier {{{{ {code} }}}} en verder.\n" for code in CODE)
    messages = told(make(cijfers="g:\n  a: x\n", c=f"chapter: Kop\nid: c\nbody:\n{items}"))
    assert [message.split()[1] for message in messages] == ["variable-code"] * len(CODE)


# ---------------------------------------------------------------- links that lead elsewhere


def test_a_cache_that_is_a_link_is_refused_and_nothing_is_written_through_it(make: Make, tmp_path: Path) -> None:
    root, elsewhere = make(), tmp_path / "elders"
    elsewhere.mkdir()
    (root / ".cache").symlink_to(elsewhere)
    assert [d.code for d in run(root, write=True)] == ["cache-link"]
    assert list(elsewhere.iterdir()) == [] and not (root / "out").exists()


def test_a_lock_that_is_a_link_leaves_alone_what_it_leads_to(tmp_path: Path) -> None:
    victim = tmp_path / "brief.txt"
    victim.write_text("kostbaar")
    (tmp_path / ".lock").symlink_to(victim)
    with pytest.raises(OSError, match="symbolic links"), held(tmp_path, print, patience=0):
        pass
    assert victim.read_text() == "kostbaar"


def test_what_looks_left_by_a_dead_build_and_is_a_link_is_not_followed(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "out", tmp_path / "elders"
    (elsewhere / "old").mkdir(parents=True)
    (elsewhere / "old/brief.txt").touch()
    folder.mkdir()
    (folder / ".swap-1").symlink_to(elsewhere)
    with claimed(folder, Log(), print) as ready:
        assert ready
    assert (elsewhere / "old/brief.txt").exists() and not (folder / "brief.txt").exists()


# ---------------------------------------------------------------- the system


def test_a_folder_that_may_not_be_read_is_not_called_missing(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(folder))

    root = make()
    monkeypatch.setattr(listing, "scandir", refuse)
    assert [d.code for d in run(root)] == ["unreadable-folder"]


def test_a_font_that_may_not_be_read_is_an_error_where_it_is_named(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make()
    monkeypatch.setattr(os, "access", lambda path, mode: not str(path).endswith("900Black.ttf"))
    assert told(root) == ["styles/tokens.yaml:28:12 unreadable-file"]


@pytest.mark.slow
def test_a_name_too_long_for_the_disk_says_which_one_to_shorten(make: Make) -> None:
    (fault,) = run(make(slug="a" * 300), write=True)
    assert (fault.code, fault.family) == ("output-name", Family.OUTPUT) and "slug" in fault.hint


@pytest.mark.parametrize("epoch", ["gisteren", "9" * 20])
def test_a_date_from_outside_that_is_none_is_told(make: Make, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert [d.code for d in run(make())] == ["bad-epoch"]


def test_a_damaged_profile_for_screens_is_an_error_and_a_pipe_in_its_place_does_not_hang(make: Make) -> None:
    root = make()
    profile = root / "assets/icc/sRGB.icc"
    profile.write_bytes(b"<html>")
    assert told(root) == ["assets/icc/sRGB.icc:0:0 profile-broken"]
    profile.unlink()
    os.mkfifo(profile)
    assert told(root) == ["assets/icc/sRGB.icc:0:0 profile-broken"]


# ---------------------------------------------------------------- hints


@pytest.mark.parametrize(
    ("typed", "found"),
    [("captoin", "caption"), ("GIDS", "inspiratiegids"), ("gids", "inspiratiegids"), ("lijn", "infolijn"), ("xyz", ""), ("on", "")],
)
def test_the_nearest_name_is_alike_or_contains_what_was_typed(typed: str, found: str) -> None:
    assert nearest(typed, ["caption", "inspiratiegids", "infolijnen", "infolijn"]) == found


def test_a_hint_names_what_is_near_or_else_what_there_is() -> None:
    assert did_you_mean("gids", ["inspiratiegids", "folder"]) == "did you mean ‘inspiratiegids’?"
    assert did_you_mean("x", ["b", "a"]) == "known here: a, b"

"""`load.compose`: every fault in YAML has a place and says what to do (THREATS Y1–Y4, Y7, Y8, Y10–Y12, Y15)."""

import sys

import pytest
from counting import growth
from hypothesis import given
from hypothesis import strategies as st
from yaml.parser import Parser

from reportbuilder.diag.diagnostic import Family, Log
from reportbuilder.load.compose import compose
from reportbuilder.load.values import Mapping, Scalar


def faults(text: str) -> list[str]:
    log = Log()
    compose(text, "a", log)
    return [f"{d.span.line}:{d.span.column} {d.code}: {d.message}" for d in log.in_order()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: Note: see\n", "1:8 yaml-syntax: ‘: ’ in text without quotes"),
        ("a: 'x': y\n", "1:7 yaml-syntax: ‘: ’ in text without quotes"),
        ("a: b\n  c: d\n", "2:4 yaml-syntax: this key stands deeper than the line above, which has its value already"),
        ("a\nb: 1\n", "2:2 yaml-syntax: the line above is no key"),
        ("a: 1\nb\nc: 2\n", "2:1 yaml-syntax: this is neither a key (‘name: ’) nor an item (‘- ’)"),
        ("a:\n  b: 1\n c: 2\n", "3:2 yaml-syntax: this line fits nothing above it: its indentation is wrong"),
        ("  a: 1\nb: 2\n", "2:1 yaml-syntax: this line fits nothing above it: its indentation is wrong"),
        ("a: 1\nb: \"x\n\nc: 1\n", "2:4 yaml-syntax: the quote that opens here is not closed"),
        ("a: 'x\n", "1:4 yaml-syntax: the quote that opens here is not closed"),
        ('a: "x "y" z"\n', "1:8 yaml-syntax: text goes on behind the closing quote"),
        ("a: 'thema's'\n", "1:11 yaml-syntax: text goes on behind the closing quote"),
        ("a: - item\n", "1:4 yaml-syntax: a list can't begin behind a key"),
        ("a: @x\n", "1:4 yaml-syntax: text can't begin with ‘@’ without quotes"),
        ("a: %x\n", "1:4 yaml-syntax: text can't begin with ‘%’ without quotes"),
        ("a: **x** y\n", "1:4 yaml-syntax: text can't begin with ‘*’ without quotes"),
        ("a: &\n", "1:4 yaml-syntax: text can't begin with ‘&’ without quotes"),
        ("a: ? x\n", "1:4 yaml-syntax: text can't begin with ‘? ’ without quotes"),
        ("a: | x\n", "1:6 yaml-syntax: text can't follow ‘|’ or ‘>’ on the same line"),
        ("a: [1, 2\nb: 3\n", "2:2 yaml-syntax: ‘,’ or ‘]’ is missing here; the bracket opens in line 1"),
        ('a: "\\d"\n', "1:6 yaml-syntax: this is no escape that YAML knows"),
        ('a: "\\xZZ"\n', "1:7 yaml-syntax: this escape needs 2 hexadecimal digits"),
        ('a: "\\UFFFFFFFF"\n', "1:7 yaml-syntax: this number is larger than any character or version"),
        ("%YAML 1." + "9" * 5000 + "\n---\na: 1\n", "1:9 yaml-syntax: this number is larger than any character or version"),
        ("\ta: 1\n", "1:1 yaml-tab: a tab stands where only spaces may"),
        ("a:\n\tb: 1\n", "2:1 yaml-tab: a tab stands where only spaces may"),
        ("a: [x,\ty]\n", "1:7 yaml-tab: a tab stands where only spaces may"),
        ("a: {{ x.y }} z\n", "1:5 yaml-key: text that begins with ‘{{’ stands without quotes"),
        ("{[1]: 2}\n", "1:2 yaml-key: a key must be text"),
        ("a: 1\nb: {c: 1, d: 2, c: 3}\n", "2:17 duplicate-key: the key ‘c’ stands here for the second time; first in line 2"),
        ("a: 1\nb: 2\na: 3\n", "3:1 duplicate-key: the key ‘a’ stands here for the second time; first in line 1"),
        ("a: &x 1\n", "1:4 yaml-anchor: anchors are not allowed here"),
        ("a: *x y\n", "1:4 yaml-anchor: aliases are not allowed here"),
        ("<<: {a: 1}\nb: 1\n", "1:1 yaml-merge: merge keys are not allowed here"),
        ("a: !!binary x\n", "1:4 yaml-tag: tags (‘tag:yaml.org,2002:binary’) are not allowed here"),
        ("a: !include x\n", "1:4 yaml-tag: tags (‘!include’) are not allowed here"),
        ("a: !Let op\n", "1:4 yaml-tag: tags (‘!Let’) are not allowed here"),
        ("%TAG ! x\n---\na: 1\n", "1:1 yaml-tag: tags are not allowed here"),
        ("a: 1\n---\nb: 2\n", "2:1 yaml-documents: a second document begins here"),
        ("", "1:1 empty-file: ‘a’ holds nothing"),
        ("# only a comment\n", "1:1 empty-file: ‘a’ holds nothing"),
        ("---\n", "1:1 empty-file: ‘a’ holds nothing"),
        ('a: "x\\0y"\n', "1:6 bad-character: the character U+0000 may not stand in a report"),
        ('a: "x\\ud800"\n', "1:6 bad-character: the character U+D800 may not stand in a report"),
        ('a: "x\\U000F0000"\n', "1:6 bad-character: the character U+F0000 may not stand in a report"),
        ("a: 3 op # 5\n", "1:9 comment-cut: from ‘#’ on this is a comment and no text"),
        ("a: #3\n", "1:4 comment-cut: from ‘#’ on this is a comment and no text"),
    ],
)
def test_a_fault_has_its_place_and_its_words(text: str, expected: str) -> None:
    assert faults(text) == [expected]


@pytest.mark.parametrize(
    "text", ["a: x#y\n", 'a: "3 op # 5"\n', "a: 'x' # c\n", "a: | # c\n  x # y\n", "a: # c\n  - x\n", "# c\na: x\n"]
)
def test_a_comment_that_cuts_no_text_is_fine(text: str) -> None:
    assert faults(text) == []


def test_what_is_refused_leaves_a_value_so_that_other_faults_are_found() -> None:
    log = Log()
    value = compose("a: &x 1\nb: 1\nb: 2\nc: *x\n", "a", log)
    assert isinstance(value, Mapping)
    assert [(entry.key.text, entry.value.text) for entry in value.entries if isinstance(entry.value, Scalar)] == [("a", "1"), ("b", "1"), ("c", "")]
    assert len(log.errors) == 3


def test_an_escape_that_writes_a_forbidden_character_leaves_a_stand_in() -> None:
    value = compose('a: "x\\0y"\n', "a", Log())
    assert isinstance(value, Mapping) and isinstance(value.entries[0].value, Scalar)
    assert value.entries[0].value.text == "x\ufffdy"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[" * 200, "1:65 too-large: lists and keys are nested deeper than 64"),
        pytest.param("[" * 100_000, "1:65 too-large: lists and keys are nested deeper than 64", marks=pytest.mark.slow),
        ("- " * 5_000, "1:129 too-large: lists and keys are nested deeper than 64"),
        ("".join(f"{' ' * n}k:\n" for n in range(200)), "65:65 too-large: lists and keys are nested deeper than 64"),
        ("a: " + "x" * 200_001, "1:4 too-large: a text is longer than 200000 characters"),
    ],
)
def test_a_passed_limit_is_said_and_nothing_is_read_behind_it(text: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    log, events, get_event = Log(), [], Parser.get_event
    monkeypatch.setattr(Parser, "get_event", lambda parser: events.append(get_event(parser)) or events[-1])
    assert compose(text, "a", log) is None
    assert [f"{d.span.line}:{d.span.column} {d.code}: {d.message}" for d in log.diagnostics] == [message]
    assert log.diagnostics[0].family is Family.LIMIT
    assert 2 < len(events) <= 2 + 2 * 65  # begin of the stream and of the document; a key and a list or mapping for each level


def test_too_many_values_are_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportbuilder.load.compose.MAX_NODES", 3)
    assert faults("[a, b]") == []
    assert faults("[a, b, c]") == ["1:8 too-large: the file has more than 3 values"]


def test_sixty_four_levels_are_allowed() -> None:
    assert faults("[" * 63 + "x" + "]" * 63) == []


def test_an_alias_bomb_is_refused_alias_by_alias_and_never_opened() -> None:
    rows = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 10)]
    messages = faults("l0: &l0 [x]\n" + "\n".join(rows) + "\n")
    assert messages[0] == "1:5 yaml-anchor: anchors are not allowed here"
    assert len(messages) == 10 + 9 * 9


def test_a_thousand_faults_take_ten_times_as_much_work_as_a_hundred() -> None:
    assert len(faults("a: 1\n" * 1_001)) == 1_000
    assert growth(lambda count: faults("a: 1\n" * count), 20) < 11


def test_a_tag_runs_no_code() -> None:
    seen: list[str] = []
    active = [True]
    sys.addaudithook(lambda event, _: seen.append(event) if active and event in ("os.system", "subprocess.Popen", "import", "open") else None)
    faults("a: !!python/object/apply:os.system ['true']\nb: !!python/name:antigravity.x y\n")
    active.clear()
    assert seen == []


@given(st.text(alphabet="ab:-?,[]{}#&*!|>'\"%@`\\ \n\t.\x85\u2028\ufeff0u_<", max_size=40))
def test_no_text_makes_it_raise(text: str) -> None:
    log = Log()
    value = compose(text, "a", log)
    assert value is not None or log.errors

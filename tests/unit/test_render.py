"""What messages look like on a terminal and in JSON."""

from reportbuilder.diag.diagnostic import Diagnostic, Log, Severity
from reportbuilder.diag.render import as_data, as_text, count
from reportbuilder.diag.span import NOWHERE, Span

UNKNOWN = Diagnostic(
    Severity.ERROR, "unknown-note", "no note is named ‘gids’", Span("sections/20-debat.yaml", 41, 17), "did you mean ‘inspiratiegids’?"
)


def test_a_message_stands_on_one_line_with_its_hint_below() -> None:
    assert as_text(UNKNOWN) == (
        "sections/20-debat.yaml:41:17: error[unknown-note]: no note is named ‘gids’\n"  #
        "  hint: did you mean ‘inspiratiegids’?"
    )


def test_a_message_without_place_begins_with_its_kind() -> None:
    assert as_text(Diagnostic(Severity.WARNING, "long-line", "it is long", NOWHERE)) == "warning[long-line]: it is long"


def test_a_message_about_a_whole_file_has_no_line() -> None:
    assert (
        as_text(Diagnostic(Severity.ERROR, "font-broken", "cut off", Span("assets/fonts/a.ttf", 0, 0)))
        == "assets/fonts/a.ttf: error[font-broken]: cut off"
    )


def test_what_the_sources_hold_can_neither_command_the_terminal_nor_break_or_turn_the_line() -> None:
    shown = as_text(Diagnostic(Severity.ERROR, "unknown-key", "no key ‘\x1b[2J\n\u202eab\u00a0c\ud800’", NOWHERE))
    assert shown == "error[unknown-key]: no key ‘\\u001b[2J\\u000a\\u202eab\u00a0c\\ud800’"


def test_json_has_place_and_hint_apart() -> None:
    assert as_data(UNKNOWN) == {
        "severity": "error",
        "code": "unknown-note",
        "message": "no note is named ‘gids’",
        "hint": "did you mean ‘inspiratiegids’?",
        "file": "sections/20-debat.yaml",
        "line": 41,
        "column": 17,
    }


def test_messages_are_counted_by_kind() -> None:
    log = Log()
    assert count(log.diagnostics) == ""
    log.warn("b", "one")
    assert count(log.diagnostics) == "1 warning"
    log.error("a", "two")
    log.error("a", "three")
    assert count(log.diagnostics) == "2 errors, 1 warning"

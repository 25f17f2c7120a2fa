"""Beside `compose`: PyYAML's complaints about syntax in words that an editor can act on."""

import re

from msgspec import Struct
from yaml.error import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.load.source import code_point

_QUOTE = "put the whole text in double quotes"
_ALIGN = "items of a list, and keys that belong together, begin in the same column"


class _Rule(Struct, frozen=True):
    """What to say when PyYAML's ``context: problem`` matches; ``{0}`` is its first group, ``{line}`` the line where the construct begins.

    ``begin``: that is also the place of the message.
    """

    pattern: str
    message: str
    hint: str
    begin: bool = False
    code: str = "yaml-syntax"


_RULES = (
    _Rule("found character '\\\\t'", "a tab stands where only spaces may", "use spaces", code="yaml-tab"),
    _Rule("found character ['\"](.)", "text can't begin with ‘{0}’ without quotes", _QUOTE),
    _Rule("mapping values are not allowed", "‘: ’ in text without quotes", _QUOTE),
    _Rule("mapping keys are not allowed", "text can't begin with ‘? ’ without quotes", _QUOTE),
    _Rule("sequence entries are not allowed", "a list can't begin behind a key", "begin it on the next line, or put the text in quotes"),
    _Rule(
        "unexpected (?:end of stream|document separator)", "the quote that opens here is not closed",
        "end the text with the same quote", begin=True,
    ),
    _Rule("unknown escape character", "this is no escape that YAML knows", "in double quotes write \\\\ for a backslash"),
    _Rule("expected escape sequence of (\\d)", "this escape needs {0} hexadecimal digits", "in double quotes write \\\\ for a backslash"),
    _Rule(
        "could not find expected ':'", "this is neither a key (‘name: ’) nor an item (‘- ’)",
        "text over several lines is indented deeper than its key, and best begins with ‘|’", begin=True,
    ),
    _Rule("a block scalar: ", "text can't follow ‘|’ or ‘>’ on the same line", "begin the text on the next line, or put it in quotes"),
    _Rule("scanning an alias", "text can't begin with ‘*’ without quotes", _QUOTE, begin=True),
    _Rule("scanning an anchor", "text can't begin with ‘&’ without quotes", _QUOTE, begin=True),
    _Rule("(?:a tag|tag handle)", "tags are not allowed here", "put text that begins with ‘!’ in quotes", begin=True, code="yaml-tag"),
    _Rule(
        "expected ',' or '(.)'", "‘,’ or ‘{0}’ is missing here; the bracket opens in line {line}",
        "put text with a comma, colon or bracket in quotes",
    ),
    _Rule("a directive: ", "a line can't begin with ‘%’", _QUOTE, begin=True),
    _Rule("expected (?:<block end>|'<document start>')", "this line fits nothing above it: its indentation is wrong", _ALIGN),
    _Rule("expected the node content", "a value is missing here", "put text that begins with a sign in quotes"),
)
_BEHIND_QUOTE = ("text goes on behind the closing quote", "inside the text use curly quotes (“…”, ‘…’, ’); or is an earlier quote not closed?")
_DEEPER = (
    "this key stands deeper than the line above, which has its value already",
    f"{_ALIGN}; put text over several lines that has ‘: ’ in quotes",
)
_NO_KEY_ABOVE = ("the line above is no key", "write ‘: ’ behind its name; text over several lines is indented deeper than its key")
_EARLIER_KEY = re.compile(r"[ -]*\S[^:]*:[ ].*\S|.*[\[{,]")


def explain(fault: YAMLError, text: str, file: str, log: Log) -> None:
    """Put the fault that stopped the parser in the log."""
    if isinstance(fault, ReaderError):
        _explain_character(fault, text, file, log)
    elif isinstance(fault, MarkedYAMLError):
        _explain_marked(fault, text, file, log)
    else:
        log.error("yaml-syntax", f"this is no valid YAML: {fault}", Span(file, 1, 1))


def _explain_character(fault: ReaderError, text: str, file: str, log: Log) -> None:
    before = text[: fault.position]
    place = Span(file, before.count("\n") + 1, fault.position - before.rfind("\n"))
    log.error("bad-character", f"the character {code_point(text[fault.position])} may not stand in a report", place, "take it out")


def _explain_marked(fault: MarkedYAMLError, text: str, file: str, log: Log) -> None:
    complaint = f"{fault.context or ''}: {fault.problem or ''}"
    rule, groups = _rule(complaint)
    mark = (fault.context_mark if rule.begin else None) or fault.problem_mark or fault.context_mark
    line = text.split("\n", mark.line + 1)[mark.line]
    before = line[: mark.column]
    if any(known.span[:2] == (file, mark.line + 1) for known in log.errors):
        return  # The parser stumbles over what has been refused on this line already.
    begin = fault.context_mark or mark
    message, hint = rule.message.format(*groups, line=begin.line + 1), rule.hint
    if line[mark.column : mark.column + 1] == "\t":
        rule, message, hint = _RULES[0], _RULES[0].message, _RULES[0].hint
    elif "mapping values" in complaint and not _EARLIER_KEY.match(before[:1000]):
        above = text.split("\n", mark.line + 1)[mark.line - 1]
        message, hint = _DEEPER if _margin(line) > _margin(above) else _NO_KEY_ABOVE
    elif "<block end>" in complaint and before.rstrip().endswith(("'", '"')):
        message, hint = _BEHIND_QUOTE
    log.error(rule.code, message, Span(file, mark.line + 1, mark.column + 1), hint)


def _rule(complaint: str) -> tuple[_Rule, tuple[str, ...]]:
    for rule in _RULES:
        match = re.search(rule.pattern, complaint)
        if match:
            return rule, match.groups()
    return _Rule("", f"this is no valid YAML ({complaint.strip(': ')})".replace("{", "{{").replace("}", "}}"), ""), ()


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))

"""Markdown that a report has no use for, and what to write instead."""

import re

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.load.source import FORBIDDEN
from reportbuilder.load.values import Scalar
from reportbuilder.load.wording import shown

_NAMES_AND_HINTS = {
    "heading_open": ("a heading", "write it as ‘- section:’ or ‘- subsection:’ in the body; a plain # or line of dashes is written \\# or \\-"),
    "blockquote_open": ("a block quote", "write it as ‘- quote:’ in the body, or \\> for the sign itself"),
    "code_block": ("an indented block", "let the line begin as far left as the others"),
    "fence": ("a code block", "write it as plain paragraphs"),
    "code_inline": ("code between backticks", "use *emphasis*, or \\` for the sign itself"),
    "html_block": ("HTML", "use Markdown, or \\< for the sign itself"),
    "html_inline": ("HTML", "use Markdown, or \\< for the sign itself"),
    "hr": ("a rule", "begin a new ‘- section:’, or write \\ before the first sign to have the signs themselves"),
    "table_open": ("a table", "write it as ‘- table:’ in the body"),
    "image": ("a picture", "write it as ‘- figure:’ in the body"),
    "definition": ("a reference definition", "write a link as [text](https://…), a note under ‘notes:’, or \\[ for the sign itself"),
    "link_title": ("a title in a link", "leave out what follows the address"),
    "link_open": ("a link in a link", "close the outer link first"),
    "marks": ("so deep a nest of marks", "take some of the * and _ away"),
    "list": ("a list deeper than three levels", "make it flatter"),
    "item": ("an empty list item", "write its text, or take it out"),
    "paragraph": ("a second paragraph", "only one paragraph can stand here; take out the empty line"),
}
_NUMERIC_ENTITY = re.compile(r"&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));", re.IGNORECASE)


def refuse(kind: str, sample: str, span: Span, log: Log) -> None:
    """The error ``markdown-not-allowed`` for a markdown-it token type (or one of our own kinds), with a sample of the text."""
    name, hint = _NAMES_AND_HINTS.get(kind, ("this", "only paragraphs, lists, emphasis, links and notes can stand in text"))
    log.error("markdown-not-allowed", f"{name} can't stand here: ‘{shown(sample.strip().partition(chr(10))[0])}’", span, hint)


def check_entities(scalar: Scalar, log: Log) -> None:
    """The error ``bad-character`` for every entity like ``&#0;`` that stands for a character which no source may hold."""
    if "&#" not in scalar.text:
        return
    for match in _NUMERIC_ENTITY.finditer(scalar.text):
        code = int(match[1], 16) if match[1] else int(match[2])
        if code > 0x10FFFF or FORBIDDEN.match(chr(code)):
            hint = "take it out, or write the character that is meant"
            log.error("bad-character", f"‘{match[0]}’ stands for no character that can be shown", scalar.at(match.start()), hint)

"""From the text of a scalar to blocks: paragraphs and lists, the only ones that Markdown makes in a report."""

import re
from collections.abc import Iterator

from markdown_it.token import Token
from msgspec import Struct

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.commonmark import block_tokens
from reportbuilder.load.inlines import paragraph
from reportbuilder.load.pieces import SPACES
from reportbuilder.load.refusals import check_entities, refuse
from reportbuilder.load.values import Scalar
from reportbuilder.model.nodes import Block, Blocks, List, ListItem, Paragraph

MAX_DEPTH = 3
"""How deep lists may stand in one another: there are three marks for their items."""

_DEFINITION = re.compile(r"\[[^\[\]]+\]:(?!\S)|\[\^[^\[\]\s]+\]:")


def blocks(scalar: Scalar, log: Log) -> Blocks:
    """The paragraphs and lists of a text. What else CommonMark knows is the error ``markdown-not-allowed``.

    What stands in a heading, quote, table or indented block is read all the same, so that it is not missed elsewhere.
    """
    check_entities(scalar, log)
    # Line ends of one character each, so that the parser's lines and ours are the same.
    text = scalar.text.replace("\r\n", " \n").replace("\r", "\n")
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    reader = _Reader(scalar, text, starts, log, iter(()))
    if _BLOCK.search(text):
        reader.tokens = iter(block_tokens(text))
        return reader.blocks(0)
    return reader.paragraphs()
_BLOCK = re.compile(r"^(?:[^\S\n]|[#>*+\-=_`~<|:]|\d{1,9}[.)](?:[ \t]|$))|[^\S\n]$", re.MULTILINE)
"""What begins a line that may be more than text of a paragraph, or white space around a line. Few texts have it, and the others are read twenty times as
fast without the parser.
"""
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")


class _Reader(Struct):
    """Block tokens to nodes. ``starts`` has the offset at which each line of ``text`` begins."""

    scalar: Scalar
    text: str
    starts: list[int]
    log: Log
    tokens: Iterator[Token]

    def blocks(self, depth: int, end: str = "") -> Blocks:
        """The blocks up to the token ``end``, inside ``depth`` lists."""
        found: list[Block] = []
        for token in self.tokens:
            match token.type:
                case "inline":
                    found += self._paragraph(token)
                case "bullet_list_open" | "ordered_list_open":
                    found += self._list(token, depth + 1)
                case "code_block":
                    self._refuse(token.type, token)
                    found += self._indented(token)
                case "heading_open" | "blockquote_open" | "fence" | "hr" | "html_block" | "table_open":
                    self._refuse(token.type, token)
                case _ if token.type == end:
                    break
        return tuple(found)

    def paragraphs(self) -> Blocks:
        """The blocks of a text that is nothing but paragraphs."""
        found: list[Block] = []
        for match in _PARAGRAPH.finditer(self.text):
            start, content = match.start(), match[0].rstrip(SPACES)
            self._check_definition(content, start)
            found += self._between(start, start + len(content))
        return tuple(found)

    def _paragraph(self, token: Token) -> Blocks:
        start, end = self._place(token)
        self._check_definition(token.content, start)
        return self._between(start, end)

    def _check_definition(self, content: str, start: int) -> None:
        if _DEFINITION.match(self.text, start):
            refuse("definition", content, self.scalar.at(start), self.log)

    def _indented(self, token: Token) -> Blocks:
        """A block of code, most often a paragraph that was indented by mistake."""
        assert token.map, "block tokens always have a map"
        start, end = self.starts[token.map[0]], self._line_end(token.map[1] - 1)
        return self._between(end - len(self.text[start:end].lstrip(SPACES)), end)

    def _between(self, start: int, end: int) -> Blocks:
        content = paragraph(self.scalar, start, end, self.log)
        return (Paragraph(content, content[0].span),) if content else ()

    def _list(self, token: Token, depth: int) -> Blocks:
        """The list that the token opens; one too deep is read too, for what else is wrong in it."""
        if depth == MAX_DEPTH + 1:
            self._refuse("list", token)
        items = []
        for item in self.tokens:
            if item.type != "list_item_open":
                break
            content = self.blocks(depth, "list_item_close")
            if content:
                items.append(ListItem(content, content[0].span))
            else:
                self._refuse("item", item)
        ordered = token.type == "ordered_list_open"
        return (List(ordered, int(token.attrs.get("start", 1)), tuple(items), items[0].span),) if items else ()

    def _place(self, token: Token) -> tuple[int, int]:
        """Begin and end of an inline token's text. Its first line is the end of a source line; in the others only white space is left out."""
        assert token.map, "inline tokens always have a map"
        first, *others = token.content.split("\n")
        line = token.map[0]
        # Only a cell of a (refused) table may differ from its source; then the line will do.
        start = max(self.starts[line], self.text.rfind(first, self.starts[line], self._line_end(line)))
        last = line + len(others)
        end = self._line_end(last) if others else start + len(first)
        return start, start + len(self.text[start:end].rstrip(SPACES))

    def _line_end(self, line: int) -> int:
        return self.starts[line + 1] - 1 if line + 1 < len(self.starts) else len(self.text)

    def _refuse(self, kind: str, token: Token) -> None:
        assert token.map, "block tokens always have a map"
        start = self.starts[token.map[0]]
        line = self.text[start : self._line_end(token.map[0])]
        refuse(kind, line, self.scalar.at(start + len(line) - len(line.lstrip(SPACES))), self.log)

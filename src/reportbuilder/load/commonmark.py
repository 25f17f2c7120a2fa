"""CommonMark tokens that know their place: markdown-it with its rules wrapped so that each inline token carries its offset."""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt, rules_inline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from reportbuilder.load.values import INSERT

Rule = Callable[[StateInline, bool], bool]

_NOTE = re.compile(rf"\[\^([^\s\[\]\\^{chr(INSERT)}-{chr(0x10FFFF)}]+)\]")


def block_tokens(text: str) -> list[Token]:
    """The blocks of a text; the ``map`` of each gives its lines, and inline tokens are not yet parsed."""
    tokens: list[Token] = []
    _PARSER.block.parse(text, _PARSER, {}, tokens)
    return tokens


def inline_tokens(text: str) -> list[Token]:
    """The inline tokens of one paragraph, flat; ``meta["at"]`` is the offset in ``text`` where each begins, ``meta["end"]`` where its rule
    ended (for a link: behind the closing parenthesis).
    """
    return _PARSER.inline.parse(text, _PARSER, {}, [])


def _placed(rule: Rule) -> Rule:
    """The same rule, with its place noted on the tokens that it makes."""

    def run(state: StateInline, silent: bool) -> bool:
        at, known = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            if state.pending:
                state.pushPending()
            for step, token in enumerate(state.tokens[known:]):
                token.meta.setdefault("at", at + step)
                token.meta.setdefault("end", state.pos)
        return True

    return run


def _note(state: StateInline, silent: bool) -> bool:
    """``[^key]``, the call of a note."""
    found = _NOTE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("note", "", 0).content = found[1]
    state.pos = found.end()
    return True


def _any(state: StateInline, silent: bool) -> bool:
    """A sign that no other rule took is itself."""
    if not silent:
        state.append_pending(state.src[state.pos])
    state.pos += 1
    return True


def _parser() -> MarkdownIt:
    """CommonMark, with tables recognised (so that they can be refused) and addresses left as typed.

    Reference definitions are off: they would vanish without a word.
    """
    parser = MarkdownIt("commonmark").enable("table").disable(["reference", "fragments_join"])
    rules = {
        "text": rules_inline.text,
        "newline": rules_inline.newline,
        "escape": rules_inline.escape,
        "backticks": rules_inline.backtick,
        "emphasis": rules_inline.emphasis.tokenize,
        "link": rules_inline.link,
        "image": rules_inline.image,
        "autolink": rules_inline.autolink,
        "html_inline": rules_inline.html_inline,
        "entity": rules_inline.entity,
    }
    for name, rule in rules.items():
        parser.inline.ruler.at(name, _placed(rule))
    parser.inline.ruler.before("link", "note", _placed(_note))
    parser.inline.ruler.push("any", _placed(_any))
    parser.normalizeLink = parser.normalizeLinkText = str  # type: ignore[method-assign, assignment]
    parser.validateLink = lambda *_: True  # type: ignore[method-assign]
    return parser


_PARSER = _parser()

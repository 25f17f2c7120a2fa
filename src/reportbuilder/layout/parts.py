"""The parts of the report to pages: what each kind of part looks like, beside the running text."""

from typing import assert_never

from msgspec.structs import replace

from reportbuilder.layout.blocks import Column, block_pieces, heading_rows, line_rows
from reportbuilder.layout.config import Config
from reportbuilder.layout.contents import contents_rows
from reportbuilder.layout.colofon import colofon_rows
from reportbuilder.layout.covers import back_cover_leaf, cover_leaf, opener_leaves, picture_leaves
from reportbuilder.layout.lines import set_lines
from reportbuilder.layout.notes import note_rows
from reportbuilder.layout.numbers import numbers_leaves
from reportbuilder.layout.rows import Piece
from reportbuilder.layout.leaves import Leaf, Running, flow, grounded
from reportbuilder.model.nodes import BackCover, Chapter, Colofon, Contents, Cover, Heading, Inlines, Letter, Numbers, Part, Pictures, Signature
from reportbuilder.model.text import plain_text


def part_leaves(part: Part, config: Config, right_hand: bool) -> list[Leaf]:
    """The pages of a part, the first of which is a right-hand one or not."""
    match part:
        case Cover():
            return [cover_leaf(part, config)]
        case Colofon():
            return grounded(flow(colofon_rows(part, config), {}, "front", _running(part.title), config, right_hand), "colofon", config)
        case Contents():
            return grounded(flow(contents_rows(part, config), {}, "front", _running(part.title), config, right_hand), "contents", config)
        case Letter():
            return _letter(part, config, right_hand)
        case Numbers():
            return numbers_leaves(part, config, right_hand)
        case Pictures():
            return picture_leaves(part, config, right_hand)
        case Chapter():
            return _chapter(part, config, right_hand)
        case BackCover():
            return [back_cover_leaf(part, config, right_hand)]
        case _:
            assert_never(part)


def _running(title: Heading) -> Running:
    return Running(title.running or plain_text(title.content), title.id)


def _letter(letter: Letter, config: Config, right_hand: bool) -> list[Leaf]:
    width = config.sheet.page.text_width
    column = Column(0.0, width, "letter", main=True)
    pieces = heading_rows(letter.title, column, config) + block_pieces(letter.blocks, column, config)
    if letter.signature is not None:
        pieces += _signature(letter.signature, width, config)
    leaves = flow(pieces, note_rows(letter.notes, width, config), "text", _running(letter.title), config, right_hand)
    return grounded(leaves, "letter", config)


def _signature(signature: Signature, width: float, config: Config) -> list[Piece]:
    """Name, function and organisation, kept together and with the last lines of the letter."""
    lines: list[tuple[Inlines, str]] = [(signature.name, "signature-name"), (signature.function, "signature"), (signature.organisation, "signature")]
    rows: list[Piece] = []
    for content, name in lines:
        if content:
            style = config.sheet.style(name)
            rows += line_rows(set_lines(content, style, width, config), style, 0.0, config, signature.id, keep_all=True)
    return [replace(row, grid=False) if hasattr(row, "grid") else row for row in rows]


def _chapter(chapter: Chapter, config: Config, right_hand: bool) -> list[Leaf]:
    width = config.sheet.page.text_width
    pieces = block_pieces(chapter.blocks, Column(0.0, width, main=True), config)
    notes = note_rows(chapter.notes, width, config)
    openers, left = opener_leaves(chapter, notes, config, right_hand)
    right_hand = right_hand == (len(openers) % 2 == 0)
    return [*openers, *flow(pieces, notes, "text", _running(chapter.title), config, right_hand, left)]

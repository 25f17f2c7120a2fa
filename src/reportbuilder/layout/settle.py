"""The whole layout, repeated until the page numbers in it are true."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from reportbuilder.assets.faces import Faces
from reportbuilder.assets.hyphenation import Hyphens
from reportbuilder.assets.pictures import PictureInfo
from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import NOWHERE, Span
from reportbuilder.layout.ahead import Ahead, begun
from reportbuilder.layout.config import Config
from reportbuilder.layout.covers import BLANK
from reportbuilder.layout.furniture import behind, footer, header
from reportbuilder.layout.mirror import mirrored
from reportbuilder.layout.page import Layout, Page, Place
from reportbuilder.layout.parts import part_leaves
from reportbuilder.layout.leaves import Leaf, grounded
from reportbuilder.layout.spine import spine
from reportbuilder.model.nodes import BackCover, Cover, Document, PageNumber, Part
from reportbuilder.model.walk import walk
from reportbuilder.style.sheet import Sheet

PASSES = 5
Wanted = Mapping[int, tuple[int, ...]]
"""By the id of a part the nodes whose page numbers stand in it."""


def settle(document: Document, sheet: Sheet, faces: Faces, infos: Mapping[str, PictureInfo], hyphens: Hyphens, log: Log) -> Layout:
    """Pages with their right numbers. If after five passes some number still moves, the last pages stand and an error names what moves."""
    nodes = [(part, [node for node in walk(part)]) for part in document.parts]
    spans = {0: document.meta.span} | {node.id: node.span for _, all_of in nodes for node in all_of}
    wanted = {part.id: tuple(n.target for n in all_of if isinstance(n, PageNumber)) for part, all_of in nodes}
    config = Config(document, sheet, faces, infos, hyphens, log, spans)
    kept: dict[tuple, list[Leaf]] = {}
    weights = tuple(len(all_of) for _, all_of in nodes)
    for number in range(PASSES):
        layout = _pass(document, config, wanted, kept, weights if number == 0 else ())
        labels = {target: layout.label(target) for targets in wanted.values() for target in targets if target in layout.places}
        if labels == config.pages:
            return _seen(_with_spine(layout, document, config), sheet)
        moving = [target for target, label in labels.items() if config.pages.get(target) != label]
        config.pages = labels
    log.error("pages-unsettled", f"a page number still changes after {PASSES} passes", _span(spans, moving), "change the text near it a little")
    return _seen(_with_spine(layout, document, config), sheet)


def _with_spine(layout: Layout, document: Document, config: Config) -> Layout:
    cover = next((part for part in document.parts if isinstance(part, Cover)), None)
    made = spine(cover, config) if cover is not None and config.sheet.print.cover == "separate" else None
    return layout if made is None else replace(layout, spine=made.items, spine_width=made.width)


def _seen(layout: Layout, sheet: Sheet) -> Layout:
    return mirrored(layout, sheet.page.width, sheet.page.height) if sheet.page.from_right else layout


def _span(spans: Mapping[int, Span], nodes: list[int]) -> Span:
    return spans.get(nodes[0], NOWHERE) if nodes else NOWHERE


def _pass(document: Document, config: Config, wanted: Wanted, kept: dict[tuple, list[Leaf]], weights: Sequence[int]) -> Layout:
    """One layout of all parts; a part whose side and numbers are as before is kept from the pass before. Later parts may be laid out ahead by their
    ``weights``, if there are any.
    """
    leaves: list[Leaf] = []
    ahead: Ahead | None = None

    def later(start: int) -> dict[tuple, list[Leaf]]:
        made: dict[tuple, list[Leaf]] = {}
        _add(document.parts[start:], [], config, wanted, made)
        return made

    try:
        for number, part in enumerate(document.parts):
            if weights and ahead is None:
                ahead = begun(weights, number, config, later)
            if ahead is not None and number == ahead.start:
                weights, done, ahead = (), ahead, None
                kept |= done.result(config)
            _add((part,), leaves, config, wanted, kept)
    finally:
        if ahead is not None:
            ahead.apart.drop()
    if not document.parts or not isinstance(document.parts[-1], BackCover):
        leaves += _filled(len(leaves), config) if config.sheet.print.binding != "none" else []
    leaves = [one for leaf in leaves for one in (grounded((leaf,), "blank", config) if leaf.kind == "blank" else (leaf,))]
    return _numbered(leaves, config)


def _add(parts: Iterable[Part], leaves: list[Leaf], config: Config, wanted: Wanted, kept: dict[tuple, list[Leaf]]) -> None:
    """The pages of parts behind those that are there; new ones are kept by what they depend on."""
    for part in parts:
        leaves += _blanks(part, leaves, config)
        right_hand = len(leaves) % 2 == 0
        key = (part.id, right_hand, tuple(config.pages.get(target) for target in wanted[part.id]))
        made = kept.get(key)
        if made is None:
            made = kept[key] = part_leaves(part, config, right_hand)
        leaves += made


def _blanks(part: Part, before: list[Leaf], config: Config) -> list[Leaf]:
    """The back cover is the back of a sheet: the last, left-hand page, where the binding has one. What is behind a separate cover stays blank."""
    if not isinstance(part, BackCover):
        return []
    blanks = _filled(len(before) + 1, config)
    bare = config.sheet.print.cover == "inside" or bool(blanks) or not before or before[-1].kind == "blank"
    return blanks if bare else [BLANK] * config.sheet.print.multiple


def _filled(count: int, config: Config) -> list[Leaf]:
    """Blank pages, until there are as many as the binding wants."""
    return [BLANK] * (-count % config.sheet.print.multiple)


def _numbered(leaves: list[Leaf], config: Config) -> Layout:
    pages: list[Page] = []
    places: dict[int, Place] = {}
    blanks = 0
    for index, leaf in enumerate(leaves):
        right_hand, label = index % 2 == 0, str(index + 1)
        top = () if leaf.headless else header(leaf.kind, leaf.running, config, right_hand)
        foot = footer(leaf.kind, label, config, right_hand)
        pages.append(Page(index, label, leaf.kind, (*leaf.background, *behind(leaf.kind, config, right_hand, blanks)), leaf.items, top, foot))
        blanks += leaf.kind == "blank"
        for node, y in leaf.begins:
            places.setdefault(node, Place(index, y))
    return Layout(tuple(pages), places)

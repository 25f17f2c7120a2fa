"""A structure tree written out: an element a line with what it says, the text of its marks in quotes."""

from reportbuilder.layout.page import Layout, Run
from reportbuilder.pdf.elements import Elem, Kid, Spot
from reportbuilder.pdf.paint import Mark


def written(elem: Elem, layout: Layout) -> str:
    """The whole tree; two spaces for each level."""
    return "\n".join(_lines(elem, _texts(layout), ""))


def _texts(layout: Layout) -> dict[int, str]:
    texts: dict[int, str] = {}
    for page in layout.pages:
        for item in page.items:
            if isinstance(item, Run):
                texts[item.node] = texts.get(item.node, "") + "".join(piece.text for piece in item.pieces)
    return texts


def _lines(kid: Kid, texts: dict[int, str], margin: str) -> list[str]:
    match kid:
        case Mark():
            return [f"{margin}“{texts[kid.node]}”" if kid.text else f"{margin}(picture)"]
        case Spot():
            return [f"{margin}→ {kid.contents}"]
        case Elem():
            says = [f"alt={kid.alt}"] if kid.alt else []
            says += [part for part in (kid.numbering, kid.scope) if part]
            return [" ".join([margin + kid.tag, *says]), *(line for inner in kid.kids for line in _lines(inner, texts, margin + "  "))]

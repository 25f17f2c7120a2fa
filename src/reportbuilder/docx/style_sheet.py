"""The part ``styles.xml``: the document's defaults, and every style of paragraphs, characters and tables."""

from msgspec.structs import replace

from reportbuilder.docx.key_figures import GUTTER
from reportbuilder.docx.languages import with_region
from reportbuilder.docx.looks import Looks, edge, italics
from reportbuilder.docx.styles import ParagraphStyle, paragraph_styles
from reportbuilder.docx.tables import CELL_SIDE
from reportbuilder.docx.xml import escape, half_points, root, twips

BUILT_IN_STYLES = 376
CELL_TOP = 2.5
CHARACTERS = 60
"""The place of the styles of words in the gallery: behind all those of paragraphs."""


def style_sheet(looks: Looks, language: str) -> str:
    """The whole part; ``language`` is a BCP 47 tag."""
    return root(
        "w:styles",
        _defaults(looks, language)
        + _latent()
        + _style("paragraph", "Normal", "Normal", default=True, listed=True)
        + "".join(_paragraph_style(row, looks, place) for place, row in enumerate(paragraph_styles(looks), 1))
        + _character_styles(looks)
        + _table_styles(looks)
        + _style("numbering", "NoList", "No List", default=True),
    )


def _defaults(looks: Looks, language: str) -> str:
    body = looks.default
    size = half_points(body.size)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{looks.fonts(body)}{looks.colour(body.ink)}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="{escape(with_region(language))}" w:bidi="ar-SA"/>'
        f"</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>{'<w:bidi/>' if looks.sheet.page.from_right else ''}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _latent() -> str:
    """Word's other styles stay out of sight until someone asks for them."""
    return (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
        f'w:defQFormat="0" w:count="{BUILT_IN_STYLES}"/>'
    )


def _style(
    kind: str, id: str, name: str, properties: str = "", *, based_on: str = "", next: str = "",
    default: bool = False, own: bool = False, listed: bool = False, place: int = 0, hidden: bool = False,
) -> str:  # fmt: skip
    """One style. ``listed`` ones stand in the gallery, by their ``place`` there; ``hidden`` ones nobody chooses."""
    flags = (' w:default="1"' if default else "") + (' w:customStyle="1"' if own else "")
    return (
        f'<w:style w:type="{kind}"{flags} w:styleId="{id}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based_on}"/>' if based_on else "")
        + (f'<w:next w:val="{next}"/>' if next else "")
        + f'<w:uiPriority w:val="{place}"/>'
        + ("<w:semiHidden/>" if hidden or default and not listed else "")
        + ("<w:unhideWhenUsed/>" if default and not listed else "<w:qFormat/>" if listed else "")
        + properties
        + "</w:style>"
    )


def _paragraph_style(row: ParagraphStyle, looks: Looks, place: int) -> str:
    look = looks.sheet.style(row.look)
    if row.flush:
        look = replace(look, indent=0.0, first_indent=0.0)
    if row.most and look.size > row.most:
        look = replace(look, size=row.most, leading=max(row.most, look.leading * row.most / look.size))
    properties = f"<w:pPr>{looks.paragraph(look, row.layer)}</w:pPr>"
    run = looks.run(look)
    properties += f"<w:rPr>{run}</w:rPr>" if run else ""
    hidden = row.name.endswith("Gap")
    return _style(
        "paragraph", row.id, row.name, properties, based_on=row.based_on, next=row.next, own=row.own, listed=row.listed, place=place, hidden=hidden
    )


def _character_styles(looks: Looks) -> str:
    body, mark = looks.default, looks.sheet.style("note-mark")
    link = looks.colour(body.link_ink or body.ink) + '<w:u w:val="single"/>'
    note = looks.colour(mark.ink) + '<w:vertAlign w:val="superscript"/>'
    rows = (
        ("Strong", "Strong", "<w:b/><w:bCs/>"),
        ("Emphasis", "Emphasis", italics(looks.sheet.page.from_right)),
        ("Hyperlink", "Hyperlink", link),
        ("FootnoteReference", "footnote reference", note),
    )
    plain = _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True)
    return plain + "".join(
        _style("character", id, name, f"<w:rPr>{run}</w:rPr>", based_on="DefaultParagraphFont", listed=True, place=CHARACTERS) for id, name, run in rows
    )


def _table_styles(looks: Looks) -> str:
    none = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    plain = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{none}</w:tblCellMar></w:tblPr>'
    return _style("table", "TableNormal", "Normal Table", plain, default=True) + _style(
        "table", "ReportTable", "Report Table", _report_table(looks), based_on="TableNormal", own=True
    ) + _style("table", "KeyFigures", "Key Figures", _key_figures(), based_on="TableNormal", own=True)


def _key_figures() -> str:
    """Cells side by side, a gutter at the right of each."""
    sides = (("top", 0.0), ("left", 0.0), ("bottom", 0.0), ("right", GUTTER))
    margins = "".join(f'<w:{side} w:w="{twips(points)}" w:type="dxa"/>' for side, points in sides)
    return f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'


def _report_table(looks: Looks) -> str:
    """Hairlines between the rows, a stronger line under the head: a change on Word's Table Grid, whose cells are all framed."""
    rule, strong = looks.hex("rule"), looks.hex("accent2")
    borders = edge("top", strong, 1, 0) + edge("bottom", strong, 1, 0) + edge("insideH", rule, 0.5, 0)
    sides = (("top", CELL_TOP), ("left", CELL_SIDE), ("bottom", CELL_TOP), ("right", CELL_SIDE))
    margins = "".join(f'<w:{side} w:w="{twips(points)}" w:type="dxa"/>' for side, points in sides)
    return (
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>{edge("bottom", strong, 1, 0)}</w:tcBorders>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{looks.hex("tint")}"/></w:tcPr></w:tblStylePr>'
    )

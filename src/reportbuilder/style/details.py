"""Details: the small measures and inks of blocks that are no matter of a text style."""

from msgspec import Struct

DETAILS: dict[str, tuple[str | float, str]] = {
    "quote_bar_ink": ("accent", "Ink of the bar beside a quotation."),
    "quote_bar": (2.5, "Thickness of that bar; `0 pt`: none."),
    "box_ground": ("tint", "Ink behind a box."),
    "box_pad": (12.0, "From the edge of a box to its text."),
    "facts_rule_ink": ("accent", "Ink of the line above a key figure."),
    "facts_rule": (0.75, "Thickness of that line; `0 pt`: none."),
    "note_rule_ink": ("accent", "Ink of the line above notes."),
    "note_rule": (0.5, "Thickness of that line; `0 pt`: none."),
    "note_rule_length": (60.0, "Length of that line; above a note that goes on from the page before it runs over the whole column."),
    "colofon_label": (112.0, "Width of the column of labels in the colofon."),
    "contents_number": (24.0, "Width of the column of chapter numbers in the contents."),
    "contents_page": (34.0, "Width of the column of page numbers in the contents."),
    "contents_drawing": (0.0, "Width of the drawing of a chapter's opener beside it in the contents; `0 pt`: none."),
    "caption_gap": (5.0, "From a picture to its caption."),
}
"""Each detail with what it is if the sheet does not say, and what it is for. Lengths are points."""


class Details(Struct, frozen=True):
    """The details of a sheet; see `DETAILS` for what each is."""

    quote_bar_ink: str = "accent"
    quote_bar: float = 2.5
    box_ground: str = "tint"
    box_pad: float = 12.0
    facts_rule_ink: str = "accent"
    facts_rule: float = 0.75
    note_rule_ink: str = "accent"
    note_rule: float = 0.5
    note_rule_length: float = 60.0
    colofon_label: float = 112.0
    contents_number: float = 24.0
    contents_page: float = 34.0
    contents_drawing: float = 0.0
    caption_gap: float = 5.0

"""Fields that several shapes of `tables` and `block_table` have, and the forms of text in them."""

from reportbuilder.load.schema import Choice, Field, MapOf, Text

PLAIN, INLINE, BLOCKS, ID = Text("plain"), Text("inline"), Text("blocks"), Text("id")

_ALT_HINT = "say in 60–200 characters what is to be seen and why it matters here, for who can't see it; don't begin with “picture of”"
PICTURE = Field("picture", PLAIN, "File under `assets/pictures`: a photograph, an SVG, or a page of a PDF (`kaart.pdf#2` is the second).")
ALT = Field("alt", PLAIN, "What is to be seen and why it matters, for who can't see it.", missing="missing-alt", hint=_ALT_HINT)
CREDIT = Field("credit", PLAIN, "Who made the picture; all credits come together in the colofon.")
CAPTION = Field("caption", INLINE, "Text with the picture.", required=False)
PART_ID = Field("id", ID, "Name for references, unique in the report.")
LABEL = Field("id", ID, "Name for references, unique in the report.", required=False)
RUNNING = Field("running", PLAIN, "Short title for the head of the page.", required=False)
NOTES = Field("notes", MapOf("id", INLINE), "The text of each note by its key; `[^key]` in the text calls it.", required=False)


def logo_fields(required: bool) -> tuple[Field, Field]:
    """A logo and its alternative text, without which it may not stand."""
    return (
        Field("logo", PLAIN, "File under `assets/logos`.", required),
        Field("logo_alt", PLAIN, "What the logo shows.", False, "logo", "missing-alt", "name whose logo it is"),
    )


PLACE = Field("place", Choice(("column", "wide", "margin")), "Where it stands; `column` if left out, `margin` is beside the text.", required=False)

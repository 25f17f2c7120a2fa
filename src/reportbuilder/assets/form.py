"""Forms ready to embed: the objects of a picture that is content and not samples, in an order in which each refers to earlier ones only."""

import re

from msgspec import Struct

from reportbuilder.assets.samples import Encoded
from reportbuilder.assets.vector_form import Sink, image_entries, numbers

PLAIN = frozenset("!$&'*+,-.:;=?_`|~^\"\\")
TOKEN = re.compile("@(?:(\\d+)|/([^@]+))@")


class Part(Struct, frozen=True):
    """An object: a stream with its ``data``, or a dictionary. Keys and values are names without slash and PDF syntax, in which ``@7@`` stands for a
    reference to the part with that number.
    """

    entries: dict[str, str]
    data: bytes | None


class Form(Struct, frozen=True):
    """The last part is the form, drawn into the unit square. ``transparent``: what is under it shows through. ``spots``: spot colours by name, with a
    description for if the document has none; ``@/Name@`` in a part stands for it.
    """

    parts: tuple[Part, ...]
    transparent: bool = False
    spots: tuple[tuple[str, str], ...] = ()


class Page(Struct, frozen=True):
    """A page of another PDF, for print and for screens."""

    print: Form
    web: Form


class Parts:
    """Collects the parts of a form (`vector_form.Sink`)."""

    def __init__(self) -> None:
        self.parts: list[Part] = []

    def stream(self, entries: dict[str, str], data: bytes) -> str:
        """Add a stream; what refers to it."""
        self.parts.append(Part(entries, data))
        return f"@{len(self.parts) - 1}@"

    def dictionary(self, entries: dict[str, str]) -> str:
        """Add a dictionary; what refers to it."""
        self.parts.append(Part(entries, None))
        return f"@{len(self.parts) - 1}@"


def add_parts(form: Form, sink: Sink, spots: dict[str, str]) -> str:
    """Add a form to a PDF; the reference to it. ``spots`` are the spot colours that the PDF describes already, by name as syntax; those of the form are added."""
    references: list[str] = []
    own = {escaped(name): (name, description) for name, description in form.spots}

    def resolved(found: re.Match[str]) -> str:
        if found[1]:
            return references[int(found[1])]
        name, description = own[found[2]]
        if name not in spots:
            spots[name] = TOKEN.sub(resolved, description)
        return spots[name]

    for part in form.parts:
        entries = {key: TOKEN.sub(resolved, value) for key, value in part.entries.items()}
        references.append(sink.dictionary(entries) if part.data is None else sink.stream(entries, part.data))
    return references[-1]


def samples(picture: Encoded) -> Form:
    """An image as a form: it fills the unit square as it is."""
    return Form((Part(image_entries(picture), picture.data),))


def cropped(picture: Encoded, crop: tuple[float, float, float, float]) -> Form:
    """The part of an image within left, top, right, bottom, in parts of 1, of which all samples are there."""
    left, top, right, bottom = crop
    width, height = right - left, bottom - top
    frame = {
        "Type": "/XObject",
        "Subtype": "/Form",
        "BBox": f"[{numbers((left, 1 - bottom, right, 1 - top), 6)}]",
        "Matrix": f"[{numbers((1 / width, 0, 0, 1 / height, -left / width, -(1 - bottom) / height), 9)}]",
        "Resources": "<</XObject<</I @0@>>>>",
    }
    return Form((Part(image_entries(picture), picture.data), Part(frame, b"/I Do")))


def escaped(name: str) -> str:
    """A name without its slash, what is not regular in it as #xx."""
    return "".join(c if c.isalnum() and c.isascii() or c in PLAIN else "".join(f"#{b:02X}" for b in c.encode("utf-8")) for c in name.removeprefix("/"))

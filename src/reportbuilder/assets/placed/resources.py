"""What a content stream of a placed page names, converted for a device the first time it is used; what is not used stays behind."""

from pikepdf import Array, Dictionary, Name, Object, PdfInlineImage, Stream

from reportbuilder.assets.form import escaped
from reportbuilder.assets.placed.copying import simple
from reportbuilder.assets.placed.devices import Device
from reportbuilder.assets.placed.fonts import embedded
from reportbuilder.assets.placed.functions import Unreadable
from reportbuilder.assets.placed.images import inline_image, placed_image
from reportbuilder.assets.placed.inks import kept_inks
from reportbuilder.assets.placed.page import Page
from reportbuilder.assets.placed.shadings import shading
from reportbuilder.assets.placed.spaces import Space, converted, space

DEEPEST = 16
"""Forms within forms."""
STATES = frozenset(("/LW", "/LC", "/LJ", "/ML", "/D", "/RI", "/FL", "/SA", "/AIS", "/TK", "/BM", "/ca", "/CA"))
OVERPRINT = frozenset(("/OP", "/op", "/OPM"))


class Resources:
    """The resources of one stream; ``holder`` are those of the other document."""

    def __init__(self, page: Page, device: Device, holder: Object | None, depth: int) -> None:
        if depth > DEEPEST:
            raise Unreadable("forms within forms too deeply")
        self._page = page
        self._device = device
        self._holder = holder if isinstance(holder, Dictionary) else None
        self._depth = depth
        self._made: dict[str, dict[str, str]] = {}
        self._spaces: dict[str, Space] = {}

    def syntax(self) -> str:
        """All that was used, as a dictionary."""
        return f"<<{''.join(f'/{kind}<<{_entries(named)}>>' for kind, named in self._made.items())}>>"

    def named(self, kind: str, name: str) -> Object | None:
        """What the other document has under a name."""
        entries = self._holder.get(kind) if self._holder is not None else None
        return entries.get(name) if isinstance(entries, Dictionary) else None

    def _needed(self, kind: str, name: str) -> Object:
        found = self.named(kind, name)
        if found is None:
            raise Unreadable(f"something that is not there (‘{name[:40]}’)")
        return found

    def _keep(self, kind: str, name: str, made: str) -> str:
        self._made.setdefault(kind, {})[name] = made
        return name

    def _has(self, kind: str, name: str) -> bool:
        return name in self._made.get(kind, {})

    # ------------------------------------------------------------ colours

    def space(self, name: Name) -> Space:
        """The colour space of that name."""
        key = str(name)
        if key not in self._spaces:
            held = self._holder.get("/ColorSpace") if self._holder is not None else None
            self._spaces[key] = space(name, held)
        return self._spaces[key]

    def inks(self, used: Space, name: Name) -> str:
        """The name of a space of named inks that are kept; what stands in for them is in process inks."""
        return self._keep("ColorSpace", str(name), kept_inks(used, self._page, self._device))

    def uncoloured(self) -> str:
        """The name of the space of patterns that take the colour in force."""
        return self._keep("ColorSpace", "/PatternOf", f"[/Pattern {self._device.name}]")

    # ------------------------------------------------------------ graphics states

    def state(self, name: Name) -> str | None:
        """A graphics state with what may be in it; None if that is nothing."""
        key = str(name)
        if self._has("ExtGState", key):
            return key
        found = self.named("/ExtGState", key)
        if not isinstance(found, Dictionary):
            return None
        copier, page = self._page.copier, self._page
        kept = STATES | OVERPRINT if self._device.name == "/DeviceCMYK" else STATES
        entries = {each: copier.syntax(value) for each, value in found.items() if each in kept}
        font = found.get("/Font")
        if isinstance(font, Array) and len(font) == 2:
            entries["/Font"] = f"[{self._font(font[0])} {simple(font[1])}]"
        mask = found.get("/SMask")
        if isinstance(mask, Dictionary):
            entries["/SMask"] = self._mask(mask)
        elif mask is not None:
            entries["/SMask"] = "/None"
        if "/SMask" in entries and entries["/SMask"] != "/None" or entries.get("/BM", "/Normal") not in ("/Normal", "/Compatible") or _covers_less(found):
            page.transparent = True
        return self._keep("ExtGState", key, f"<</Type/ExtGState{''.join(f'{each} {value}' for each, value in entries.items())}>>")

    def _mask(self, mask: Dictionary) -> str:
        """A soft mask; its group is grey (GWG 2022, R0030)."""
        group = mask.get("/G")
        if not isinstance(group, Stream):
            raise Unreadable("a soft mask without its group")
        page, light = self._page, self._page.light
        by_alpha = mask.get("/S") == "/Alpha"
        entries = f"/S {'/Alpha' if by_alpha else '/Luminosity'}/G {self._group(group, self._device if by_alpha else light, True)}"
        backdrop = mask.get("/BC")
        said = group.get("/Group")
        if not by_alpha and isinstance(backdrop, Array) and isinstance(said, Dictionary) and "/CS" in said:
            value = converted(space(said["/CS"], None), [tuple(float(part) for part in backdrop)], light)[0]
            entries += f"/BC[{simple(value[0])}]"
        if isinstance(mask.get("/TR"), (Dictionary, Stream)):
            entries += f"/TR {page.copier.syntax(mask['/TR'])}"
        return f"<</Type/Mask{entries}>>"

    # ------------------------------------------------------------ forms and images

    def shown(self, name: Name) -> str | None:
        """A form or image; None if it is not seen."""
        key = str(name)
        if self._has("XObject", key):
            return key
        found = self._needed("/XObject", key)
        if not isinstance(found, Stream) or self._page.is_hidden(found.get("/OC")):
            return None
        kind = str(found.get("/Subtype"))
        if kind == "/Form":
            return self._keep("XObject", key, self._group(found, self._device))
        if kind == "/Image":
            held = self._holder.get("/ColorSpace") if self._holder is not None else None
            return self._keep("XObject", key, placed_image(found, held, self._page, self._device))
        return None

    def inline(self, image: PdfInlineImage) -> str:
        """The name of an image that stood in the content."""
        held = self._holder.get("/ColorSpace") if self._holder is not None else None
        made = inline_image(image, held, self._page, self._device)
        return self._keep("XObject", f"/Inline{len(self._made.get('XObject', {})) + 1}", made)

    def _group(self, stream: Stream, device: Device, mask: bool = False) -> str:
        """A form with its content converted; each once for a device and the resources around it. Only the group of a mask says that it is grey."""
        from reportbuilder.assets.placed.content import form

        page = self._page
        own = "/Resources" in stream
        key = (stream.objgen, device.name, mask, None if own else id(self._holder))
        if key in page.made:
            if not page.made[key]:
                raise Unreadable("a form that contains itself")
            return page.made[key]
        page.made[key] = ""
        said = stream.get("/Group")
        grouped = isinstance(said, Dictionary) and said.get("/S") == "/Transparency"
        resources, code = form(stream, page, device, self._holder, self._depth + 1, initial=grouped)
        entries = {"Type": "/XObject", "Subtype": "/Form", **geometry(stream), **resources}
        if grouped:
            flags = "".join(f"{flag} true" for flag in ("/I", "/K") if said.get(flag) is True)
            blended = f"/CS {device.name}" if mask or device is not page.light else ""
            entries["Group"] = f"<</S/Transparency{blended}{flags}>>"
            page.transparent = True
        page.made[key] = page.copier.add(entries, code)
        return page.made[key]

    # ------------------------------------------------------------ patterns and shadings

    def pattern(self, name: Name) -> str:
        """A pattern, tiled or shaded."""
        from reportbuilder.assets.placed.content import form

        key = str(name)
        if self._has("Pattern", key):
            return key
        found = self._needed("/Pattern", key)
        if isinstance(found, Stream):
            resources, code = form(found, self._page, self._device, self._holder, self._depth + 1, initial=int(found.get("/PaintType", 1)) == 1)
            numbers = {each: simple(found[f"/{each}"]) for each in ("PaintType", "TilingType", "XStep", "YStep")}
            return self._keep("Pattern", key, self._page.copier.add({"Type": "/Pattern", "PatternType": "1", **numbers, **geometry(found), **resources}, code))
        entries = {"Type": "/Pattern", "PatternType": "2", "Shading": self._shading(found.get("/Shading"))}
        if "/Matrix" in found:
            entries["Matrix"] = self._page.copier.syntax(found["/Matrix"])
        return self._keep("Pattern", key, self._page.parts.dictionary(entries))

    def shading(self, name: Name) -> str:
        """A shading that fills what is clipped."""
        key = str(name)
        return key if self._has("Shading", key) else self._keep("Shading", key, self._shading(self._needed("/Shading", key)))

    def _shading(self, found: Object | None) -> str:
        if not isinstance(found, (Dictionary, Stream)):
            raise Unreadable("a shading that is not there")
        held = self._holder.get("/ColorSpace") if self._holder is not None else None
        used = space(found.get("/ColorSpace"), held)
        kept = self._page.keeps(used, self._device)
        name = kept_inks(used, self._page, self._device) if kept and used.kind == "named" else self._device.name
        return shading(found, used, kept, name, self._page, self._device)

    # ------------------------------------------------------------ fonts

    def font(self, name: Name) -> str:
        """A font."""
        key = str(name)
        return key if self._has("Font", key) else self._keep("Font", key, self._font(self._needed("/Font", key)))

    def _font(self, found: Object) -> str:
        if not isinstance(found, Dictionary):
            raise Unreadable("a font that is none")
        if found.get("/Subtype") != "/Type3":
            return self._named_font(found)
        return self._drawn_font(found)

    def _named_font(self, found: Dictionary) -> str:
        """A font with a program; its letters get a meaning if they have names alone."""
        page = self._page
        key = (found.objgen if found.is_indirect else id(found), self._device.name, "font")
        if not found.is_indirect or key not in page.made:
            meaning = embedded(found, page.told)
            entries = page.copier.entries(found)
            if meaning is not None:
                entries["ToUnicode"] = page.copier.add({}, meaning.encode("ascii"))
            page.made[key] = page.parts.dictionary(entries)
        return page.made[key]

    def _drawn_font(self, found: Dictionary) -> str:
        """A Type 3 font: its glyphs are content (9.6.5)."""
        from reportbuilder.assets.placed.content import form

        page = self._page
        key = (found.objgen, self._device.name, "glyphs")
        if found.is_indirect and key in page.made:
            return page.made[key]
        holder = found.get("/Resources", self._holder)
        glyphs = {}
        for each, procedure in found.CharProcs.items():
            _, code = form(procedure, page, self._device, holder, self._depth + 1)
            glyphs[each] = page.copier.add({}, code)
        kept = page.copier.entries(found, 0, ("/CharProcs", "/Resources", "/FontDescriptor"))
        entries = {**kept, "CharProcs": f"<<{''.join(f'/{escaped(each)} {value}' for each, value in glyphs.items())}>>", "Resources": page.copier.syntax(holder)}
        page.made[key] = page.parts.dictionary(entries)
        return page.made[key]


def geometry(stream: Stream) -> dict[str, str]:
    """Box and matrix of a form or pattern."""
    box = stream.get("/BBox")
    if not isinstance(box, Array) or len(box) != 4:
        raise Unreadable("a form without its box")
    entries = {"BBox": f"[{' '.join(map(simple, box))}]"}
    if "/Matrix" in stream:
        entries["Matrix"] = f"[{' '.join(map(simple, stream['/Matrix']))}]"
    return entries


def _covers_less(found: Dictionary) -> bool:
    return any(float(found.get(key, 1)) < 1 for key in ("/ca", "/CA"))


def _entries(named: dict[str, str]) -> str:
    return "".join(f"/{escaped(name)} {value} " for name, value in named.items())

"""The package: all parts with their relations, as bytes that are the same for the same parts."""

from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml
from docx.package import Package
from msgspec import Struct

from reportbuilder.assets.pictures import Encoded
from reportbuilder.docx.png import as_png

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
COMPRESSED = (".jpeg", ".png", ".odttf")
"""What is only stored: pictures, which are compressed, and fonts, which are large and take longer than they are worth."""
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


SVG = "image/svg+xml"
FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
Media = Encoded | tuple[str, bytes]
"""Samples, or the kind (png, svg, odttf) and the bytes of a file."""


class Content(Struct, frozen=True):
    """One XML part under ``word/``: its content type, its text, and the ids of its relations by (type, target)."""

    kind: str
    xml: str
    relations: Mapping[tuple[str, str], str] = {}


def package(parts: Mapping[str, Content], picture: Callable[[str], Media], core: str) -> bytes:
    """A DOCX file. ``parts`` are named as under ``word/``, ``document.xml`` among them; ``picture`` gives those that relations name."""
    whole = Package()
    made = {name: _xml_part(f"/word/{name}", part.kind, part.xml, whole) for name, part in parts.items()}
    media = _Media(picture, whole)
    for name, part in parts.items():
        for (kind, target), number in part.relations.items():
            _relate(made[name], kind, target, number, made, media)
    whole.rels.add_relationship(RT.OFFICE_DOCUMENT, made["document.xml"], "rId1")
    properties = _xml_part("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, core, whole)
    whole.rels.add_relationship(RT.CORE_PROPERTIES, properties, "rId2")
    return _zipped(whole)


def _xml_part(name: str, kind: str, xml: str, whole: Package) -> XmlPart:
    return XmlPart(PackURI(name), kind, parse_xml(xml.encode()), whole)


class _Media(Struct):
    """The pictures that are used, each as one part."""

    picture: Callable[[str], Media]
    whole: Package
    made: dict[str, Part] = {}

    def part(self, file: str) -> Part:
        found = self.made.get(file)
        if found is None:
            found = self.made[file] = self._new(self.picture(file))
        return found

    def _new(self, picture: Media) -> Part:
        place = f"/word/media/image{len(self.made) + 1}"
        if isinstance(picture, tuple):
            kind, data = picture
            if kind == "odttf":
                return Part(PackURI(f"/word/fonts/font{len(self.made) + 1}.odttf"), FONT, data, self.whole)
            return Part(PackURI(f"{place}.{kind}"), SVG if kind == "svg" else CT.PNG, data, self.whole)
        if picture.filter == "jpeg":
            return Part(PackURI(f"{place}.jpeg"), CT.JPEG, picture.data, self.whole)
        return Part(PackURI(f"{place}.png"), CT.PNG, as_png(picture), self.whole)


def _relate(part: Part, kind: str, target: str, number: str, made: Mapping[str, Part], media: _Media) -> None:
    match kind:
        case RT.HYPERLINK:
            part.rels.add_relationship(kind, target, number, is_external=True)
        case RT.IMAGE | RT.FONT:
            part.rels.add_relationship(kind, media.part(target), number)
        case _:
            part.rels.add_relationship(kind, made[target], number)


def _zipped(whole: Package) -> bytes:
    """The archive, with no trace of when or where it was made; what is compressed already is only stored."""
    stream = BytesIO()
    parts = tuple(whole.iter_parts())
    with ZipFile(stream, "w") as archive:
        _enter(archive, "[Content_Types].xml", _content_types(parts))
        _enter(archive, PACKAGE_URI.rels_uri.membername, whole.rels.xml)
        for part in parts:
            _enter(archive, part.partname.membername, part.blob)
            if part.rels:
                _enter(archive, part.partname.rels_uri.membername, part.rels.xml)
    return stream.getvalue()


def _content_types(parts: Iterable[Part]) -> bytes:
    """The part that says what each other is: pictures by the end of their names, XML parts one by one."""
    endings = {"rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML, "jpeg": CT.JPEG, "png": CT.PNG, "svg": SVG, "odttf": FONT}
    defaults = (f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in endings.items())
    named = (part for part in parts if part.partname.ext == "xml")
    overrides = (f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>' for part in named)
    return f'{DECLARATION}<Types xmlns="{CONTENT_TYPES}">{"".join(defaults)}{"".join(overrides)}</Types>'.encode()


def _enter(archive: ZipFile, name: str, content: bytes) -> None:
    entry = ZipInfo(name, FIRST_DAY)
    entry.compress_type = ZIP_STORED if name.endswith(COMPRESSED) else ZIP_DEFLATED
    entry.create_system = 0
    archive.writestr(entry, content)

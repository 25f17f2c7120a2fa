"""The package: all parts with their relations, as bytes that are the same for the same parts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml
from docx.package import Package

from reportbuilder.assets.pictures import Encoded
from reportbuilder.docx.png import png

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
COMPRESSED = (".jpeg", ".png")
@dataclass(frozen=True, slots=True)
class Content:
    """One XML part under ``word/``: its content type, its text, and the ids of its relations by (type, target)."""

    kind: str
    xml: str
    relations: Mapping[tuple[str, str], str] = field(default_factory=dict)


def package(parts: Mapping[str, Content], picture: Callable[[str], Encoded], core: str) -> bytes:
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
    return _settled(_saved(whole))


def _xml_part(name: str, kind: str, xml: str, whole: Package) -> XmlPart:
    return XmlPart(PackURI(name), kind, parse_xml(xml.encode()), whole)


@dataclass(slots=True)
class _Media:
    """The pictures that are used, each as one part."""

    picture: Callable[[str], Encoded]
    whole: Package
    made: dict[str, Part] = field(default_factory=dict)

    def part(self, file: str) -> Part:
        found = self.made.get(file)
        if found is None:
            found = self.made[file] = self._new(self.picture(file))
        return found

    def _new(self, picture: Encoded) -> Part:
        place = f"/word/media/image{len(self.made) + 1}"
        if picture.filter == "jpeg":
            return Part(PackURI(f"{place}.jpeg"), CT.JPEG, picture.data, self.whole)
        return Part(PackURI(f"{place}.png"), CT.PNG, png(picture), self.whole)


def _relate(part: Part, kind: str, target: str, number: str, made: Mapping[str, Part], media: _Media) -> None:
    match kind:
        case RT.HYPERLINK:
            part.rels.add_relationship(kind, target, number, is_external=True)
        case RT.IMAGE:
            part.rels.add_relationship(kind, media.part(target), number)
        case _:
            part.rels.add_relationship(kind, made[target], number)


def _saved(whole: Package) -> bytes:
    stream = BytesIO()
    whole.save(stream)
    return stream.getvalue()


def _settled(archive: bytes) -> bytes:
    """The same archive with no trace of when or where it was made; what is compressed already is only stored."""
    stream = BytesIO()
    with ZipFile(BytesIO(archive)) as given, ZipFile(stream, "w") as settled:
        for name in given.namelist():
            entry = ZipInfo(name, FIRST_DAY)
            entry.compress_type = ZIP_STORED if name.endswith(COMPRESSED) else ZIP_DEFLATED
            entry.create_system = 0
            settled.writestr(entry, given.read(name))
    return stream.getvalue()

"""What a PDF says of itself: title, makers, dates and the standards it keeps, as XMP and for the Info dictionary."""

import os
import re
from datetime import datetime, timezone
from html import escape
from uuid import UUID, uuid5

from msgspec import Struct

from reportbuilder import __version__
from reportbuilder.model.nodes import Meta
from reportbuilder.pdf.profile import Profile, Standard

TOOL = f"reportbuilder {__version__}"
NAMESPACE = UUID("6d0f6a3e-54a4-5b9a-9a4e-0f5f0a4d8c11")
"""Ours, for identifiers that are the same in every build."""

PDF_X4 = """  <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
    <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
    <pdf:Trapped>False</pdf:Trapped>
  </rdf:Description>"""
PDF_UA1_A2A = """  <rdf:Description rdf:about=""
      xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
      xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
      xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
      xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
      xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfuaid:part>1</pdfuaid:part>
    <pdfaid:part>2</pdfaid:part>
    <pdfaid:conformance>A</pdfaid:conformance>
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>
      </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>"""
PDF_UA2_A4 = """  <rdf:Description rdf:about=""
      xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
      xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
      xmlns:pdfd="http://pdfa.org/declarations/">
    <pdfuaid:part>2</pdfuaid:part>
    <pdfuaid:rev>2024</pdfuaid:rev>
    <pdfaid:part>4</pdfaid:part>
    <pdfaid:rev>2020</pdfaid:rev>
    <pdfd:declarations><rdf:Bag>
      <rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo></rdf:li>
      <rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#reuse1.0</pdfd:conformsTo></rdf:li>
    </rdf:Bag></pdfd:declarations>
  </rdf:Description>"""
"""With both levels of Well-Tagged PDF 1.0. PDF/A-4 asks for no description of properties that it does not know."""
CLAIMS: dict[Standard, str] = {"PDF/X-4": PDF_X4, "PDF/UA-1 + PDF/A-2a": PDF_UA1_A2A, "PDF/UA-2 + PDF/A-4": PDF_UA2_A4, "none": ""}
"""How XMP says which standard a file keeps."""
INFO_CLAIMS: dict[Standard, dict[str, str]] = {"PDF/X-4": {"/GTS_PDFXVersion": "PDF/X-4"}}
"""The same for the Info dictionary, where older tools of printers look."""


class Statement(Struct, frozen=True):
    """The same facts for XMP and Info, which must agree."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    moment: datetime
    ident: UUID
    standard: Standard

    @property
    def info(self) -> dict[str, str]:
        """The Info dictionary, but for Trapped, which is a name."""
        date = self.moment.strftime("D:%Y%m%d%H%M%SZ")
        return {
            "/Title": self.title,
            "/Author": self.author,
            "/Subject": self.subject,
            "/Keywords": self.keywords,
            "/Creator": TOOL,
            "/Producer": TOOL,
            "/CreationDate": date,
            "/ModDate": date,
        } | INFO_CLAIMS.get(self.standard, {})


def statement(meta: Meta, profile: Profile) -> Statement:
    """What the PDF of this profile says of the report."""
    ident = uuid5(NAMESPACE, "\n".join((meta.slug, meta.title, meta.year, meta.language, profile.name)))
    keywords = ", ".join(meta.keywords)
    return Statement(meta.title, meta.organisation, meta.description, keywords, meta.language, moment(meta.year), ident, profile.standard)


def moment(year: str) -> datetime:
    """The time that all dates in a file have: that of ``SOURCE_DATE_EPOCH``, or the first of January after the year that is reported on."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), timezone.utc)
    years = re.findall(r"\d{4}", year)
    return datetime(min(int(years[-1]), 9998) + 1 if years else 2000, 1, 1, tzinfo=timezone.utc)


def xmp(stated: Statement) -> bytes:
    """The XMP packet (ISO 16684-1)."""
    date = stated.moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
      xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:xmp="http://ns.adobe.com/xap/1.0/"
      xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
      xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
    <dc:format>application/pdf</dc:format>
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(stated.title)}</rdf:li></rdf:Alt></dc:title>
    <dc:creator><rdf:Seq><rdf:li>{escape(stated.author)}</rdf:li></rdf:Seq></dc:creator>
    <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{escape(stated.subject)}</rdf:li></rdf:Alt></dc:description>
    <dc:language><rdf:Bag><rdf:li>{escape(stated.language)}</rdf:li></rdf:Bag></dc:language>
    <xmp:CreateDate>{date}</xmp:CreateDate>
    <xmp:ModifyDate>{date}</xmp:ModifyDate>
    <xmp:MetadataDate>{date}</xmp:MetadataDate>
    <xmp:CreatorTool>{TOOL}</xmp:CreatorTool>
    <xmpMM:DocumentID>uuid:{stated.ident}</xmpMM:DocumentID>
    <xmpMM:InstanceID>uuid:{stated.ident}</xmpMM:InstanceID>
    <xmpMM:VersionID>1</xmpMM:VersionID>
    <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
    <pdf:Producer>{TOOL}</pdf:Producer>
    <pdf:Keywords>{escape(stated.keywords)}</pdf:Keywords>
  </rdf:Description>
{CLAIMS[stated.standard]}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
""".encode()

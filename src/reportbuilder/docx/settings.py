"""The settings of the file and its core properties: what makes Word open it as its own, without a question."""

import os
import re
from datetime import UTC, datetime

from reportbuilder.docx.languages import with_region
from reportbuilder.docx.notes import SEPARATORS
from reportbuilder.docx.xml import escape, root
from reportbuilder.model.nodes import Meta

COMPATIBILITY_MODE = 15
COMPATIBILITY = {
    "compatibilityMode": COMPATIBILITY_MODE,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}
WORD = "http://schemas.microsoft.com/office/word"


def settings(hyphenate: bool, language: str, fonts: bool) -> str:
    """The part ``settings.xml``: the layout of present-day Word, hyphenation if the text wants it, facing pages with heads of their own."""
    separators = "".join(f'<w:footnote w:id="{number}"/>' for number, _, _ in SEPARATORS)
    modes = "".join(f'<w:compatSetting w:name="{name}" w:uri="{WORD}" w:val="{value}"/>' for name, value in COMPATIBILITY.items())
    return root(
        "w:settings",
        '<w:zoom w:percent="100"/>'
        + ("<w:embedTrueTypeFonts/>" if fonts else "")  # so they stay when Word saves the file
        + '<w:defaultTabStop w:val="708"/>'
        + ("<w:autoHyphenation/><w:doNotHyphenateCaps/>" if hyphenate else "")
        + '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:footnotePr>{separators}</w:footnotePr><w:compat>{modes}</w:compat>"
        f'<w:themeFontLang w:val="{escape(with_region(language))}"/>',
    )


PROPERTIES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_properties(meta: Meta, identifier: str) -> str:
    """The part ``core.xml``: title, maker, language, key words and a date that does not change from build to build."""
    texts = {
        "dc:title": meta.title,
        "dc:subject": meta.subtitle,
        "dc:creator": meta.organisation,
        "cp:keywords": ", ".join(meta.keywords),
        "dc:description": meta.description,
        "dc:language": meta.language,
        "dc:identifier": identifier,
    }
    given = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in texts.items() if text)
    date = f"{made(meta.year):%Y-%m-%dT%H:%M:%SZ}"
    dates = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{date}</dcterms:{name}>' for name in ("created", "modified"))
    return f"<cp:coreProperties {PROPERTIES}>{given}{dates}</cp:coreProperties>"


def made(year: str) -> datetime:
    """The time by ``SOURCE_DATE_EPOCH``, else the first day after the year that the report is about."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC)
    years = re.findall(r"\d{4}", year)
    return datetime(min(int(years[-1]) + 1, 9999) if years else 2000, 1, 1, tzinfo=UTC)

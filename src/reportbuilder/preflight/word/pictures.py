"""Pictures and other objects: described or marked as decoration, in line with the text, and still."""

import re

from lxml import etree

from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.rule import Level, word
from reportbuilder.preflight.word.document import Word
from reportbuilder.preflight.word.xml import W, WP, first, found

E, WARN = Level.ERROR, Level.WARNING
RULES = (
    word("01", E, "pictures, charts and shapes are described, in a sentence or two, and not by the name of a file", "write the description (Picture Format, Alt Text), or mark it as decoration"),
    word("02", E, "decoration is marked as such, and has no description", "take the mark or the description away"),
    word("08", WARN, "objects stand in line with the text, and no text stands in boxes", "set the wrapping to ‘in line with text’; put the text of boxes into paragraphs"),
    word("17", WARN, "nothing moves, plays or blinks, and no watermark or control stands for content", "take it out, or say it in the text"),
)
LONGEST = 250
FILE_NAME = re.compile(r"(^|[\s_/\\-])[\w-]*\.(jpe?g|png|gif|svg|tiff?|bmp|webp|emf|wmf|heic)$|^(img|dsc|image|picture|afbeelding|foto)[\s_-]*\d+$", re.IGNORECASE)
MOVING = (
    ("//w:control", "a control (ActiveX)"),
    ("//w:object | //o:OLEObject", "an object of another program"),
    ("//w:effect[not(@w:val='none')]", "text that blinks or moves"),
    ("//a:videoFile | //a:audioFile | //a:quickTimeFile", "a film or sound"),
)


def judge(held: Word, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    for shown in held.look("//wp:docPr"):
        _described(held, shown, findings)
    for shape in held.look("//w:pict//v:shape | //w:pict//v:rect | //w:pict//v:group"):
        if not shape.get("alt") and shape.get("id", "").startswith("_x0000_t") is False and first(shape, ".//v:imagedata | .//v:textpath") is not None:
            held.tell(findings, "01", "a drawing has no description", shape)
    for box in held.look("//w:txbxContent[not(ancestor::w:txbxContent)]"):
        if not any(above.tag.endswith("}Fallback") for above in box.iterancestors()):
            held.tell(findings, "08", "text stands in a text box", next(box.iterancestors(f"{W}p"), None))
    for path, name in MOVING:
        for each in held.look(path):
            held.tell(findings, "17", f"{name} is in the text", each)
    _watermarks(held, findings)


def _described(held: Word, shown: etree._Element, findings: Findings) -> None:
    text = shown.get("descr", "").strip()
    decoration = any(mark.get("val", "1") in ("1", "true") for mark in found(shown, ".//adec:decorative"))
    if decoration and text:
        held.tell(findings, "02", "decoration has a description", shown)
    elif not decoration and not text:
        held.tell(findings, "01", f"a picture has no description (‘{shown.get('name', '')[:40]}’)", shown)
    elif FILE_NAME.search(text):
        held.tell(findings, "01", f"a picture is described by the name of a file: ‘{text[:60]}’", shown)
    elif len(text) > LONGEST:
        held.tell(findings, "01", f"a description has {len(text)} letters; {LONGEST} are as many as one wants to hear", shown, level=WARN)
    if not decoration and shown.getparent() is not None and shown.getparent().tag == f"{WP}anchor":
        held.tell(findings, "08", "a picture floats beside the text", shown)


def _watermarks(held: Word, findings: Findings) -> None:
    for name in held.related("header"):
        tree = held.tree(name)
        if tree is not None and found(tree, "//v:shape[contains(@id, 'WaterMark')] | //v:textpath"):
            findings.add("D-17", "a watermark stands behind the text", object=name.rpartition("/")[2])

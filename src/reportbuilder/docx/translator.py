"""The same DOCX for a translator who sends it back: a text is all that a paragraph holds, each one bears the name it is known by, and what a
translator must not touch is not there.
"""

from collections.abc import Iterator, Mapping
from itertools import count

from docx.oxml.parser import parse_xml
from lxml import etree
from msgspec import Struct

from reportbuilder.docx.inlines import run
from reportbuilder.docx.xml import NAMESPACES, escape, root, text

W = f"{{{NAMESPACES['w']}}}"
CONTEXT = "DoNotTranslate"
ELSEWHERE = "OtherTexts"
STYLES = (
    f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{CONTEXT}"><w:name w:val="DoNotTranslate"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:spacing w:before="60" w:after="60"/></w:pPr><w:rPr><w:color w:val="8A8A8A"/></w:rPr></w:style>'
    f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{ELSEWHERE}"><w:name w:val="Other Texts"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:pBdr><w:left w:val="single" w:sz="8" w:space="8" w:color="B0B0B0"/></w:pBdr><w:spacing w:before="80" w:after="80"/></w:pPr>'
    "</w:style>"
)
"""Neighbours that are shown and not translated (some tools leave paragraphs of a style with this name out), and texts that no page shows as such."""
SHADE = '<w:shd xmlns:w="{}" w:val="clear" w:color="auto" w:fill="FFF6D9"/>'.format(NAMESPACES["w"])
_BEFORE_SHADE = {
    f"{W}{name}"
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr")
}
OTHERS = "Other texts: descriptions of pictures, short titles, data of the file"
PREVIOUS = "Previous translation: "


class Translator(Struct, frozen=True):
    """What the file for a translator needs: ``names`` has the new name of each bookmark round a text, ``anchors`` that of each target of
    references (all by the name that `write` gives); ``plain`` the words of texts that are no paragraphs, in order, by new name; ``wanted`` the new
    names of what is to be translated, ``only`` whether nothing else is in the file but for its neighbours, ``shaded`` whether it has a ground;
    ``earlier`` the last translation of texts that changed.
    """

    names: Mapping[str, str]
    anchors: Mapping[str, str]
    plain: Mapping[str, str]
    wanted: frozenset[str]
    only: bool
    shaded: bool = False
    earlier: Mapping[str, str] = {}


def adapted(document: str, footnotes: str, translator: Translator) -> tuple[str, str]:
    """The parts ``document.xml`` and ``footnotes.xml`` for the translator."""
    body, notes = parse_xml(document.encode()), parse_xml(footnotes.encode())
    story = body.find(f"{W}body")
    _drop_made(story)
    for tree in (body, notes):
        _rename(tree, translator)
        _clean_runs(tree)
    _set_credits(body, translator)
    _insert_descriptions(story, translator)
    _append_others(body, notes, story, translator)
    if translator.only:
        _keep_wanted(story, notes, translator)
    elif translator.shaded:
        for tree in (body, notes):
            _shade(tree, translator)
    _insert_earlier(story, translator)
    return _text(body), _text(notes)


def empty_header(xml: str) -> str:
    """A header without words: running heads are texts of their own in this file."""
    return root("w:hdr", '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>') if xml else xml


def _text(tree: etree._Element) -> str:
    return etree.tostring(tree, encoding="unicode")


def _paragraph(style: str, name: str, words: str, number: int) -> etree._Element:
    start = f'<w:bookmarkStart w:id="{number}" w:name="{escape(name)}"/>' if name else ""
    end = f'<w:bookmarkEnd w:id="{number}"/>' if name else ""
    xml = root("w:p", f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>{start}{run(words)}{end}')
    return parse_xml(xml.encode())


def _numbers(tree: etree._Element) -> Iterator[int]:
    """Numbers for new bookmarks."""
    used = [int(mark.get(f"{W}id")) for mark in tree.iter(f"{W}bookmarkStart")]
    return count(max(used, default=0) + 100_000)


# ---------------------------------------------------------------- what is made by the program


def _drop_made(story: etree._Element) -> None:
    """Without entries of the contents, the list of figures, numbers of chapters, and labels of captions."""
    for block in list(story.iter(f"{W}sdt")):
        heading = block.find(f"{W}sdtContent/{W}p")
        if heading is not None and block.find(f".//{W}docPartGallery") is not None:
            block.addprevious(heading)
        block.getparent().remove(block)
    for paragraph in list(story.iter(f"{W}p")):
        if _style(paragraph) == "ChapterNumber":
            _remove(paragraph)
            continue
        if paragraph.find(f"{W}r/{W}drawing") is not None:
            _drop_spaces(paragraph)
        start = next((mark for mark in paragraph.iterchildren(f"{W}bookmarkStart") if mark.get(f"{W}name").startswith("_s_")), None)
        for before in list(start.itersiblings(preceding=True)) if start is not None else ():
            if before.tag == f"{W}r":
                paragraph.remove(before)


def _drop_spaces(paragraph: etree._Element) -> None:
    """Pictures side by side without the spaces between them, which a translator's tool would show as a text."""
    for space in list(paragraph.iterchildren(f"{W}r")):
        if space.find(f"{W}drawing") is None and not "".join(space.itertext()).strip():
            paragraph.remove(space)


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


def _remove(paragraph: etree._Element) -> None:
    """Take a paragraph out; what it held of its section, and anchors in it, go to the next."""
    section = paragraph.find(f"{W}pPr/{W}sectPr")
    following = paragraph.getnext()
    marks = [mark for mark in paragraph if mark.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd")]
    if following is not None and following.tag == f"{W}p":
        place = 1 if following.find(f"{W}pPr") is not None else 0
        for mark in reversed(marks):
            following.insert(place, mark)
        if section is not None:
            following.find(f"{W}pPr").append(section)
    elif section is not None:
        for child in [*paragraph][1:]:
            paragraph.remove(child)
        return
    paragraph.getparent().remove(paragraph)


def _clean_runs(tree: etree._Element) -> None:
    """No language or ground on runs: they make tags in the translator's tool, and all is to be translated here."""
    for properties in list(tree.iter(f"{W}rPr")):
        if properties.getparent().tag != f"{W}r":
            continue
        for name in ("lang", "shd"):
            for found in properties.findall(f"{W}{name}"):
                properties.remove(found)
        if not len(properties):
            properties.getparent().remove(properties)


# ---------------------------------------------------------------- names


def _rename(tree: etree._Element, translator: Translator) -> None:
    gone = set()
    for mark in list(tree.iter(f"{W}bookmarkStart")):
        name = mark.get(f"{W}name")
        new = translator.names.get(name) or translator.anchors.get(name)
        if new:
            mark.set(f"{W}name", new)
        else:
            gone.add(mark.get(f"{W}id"))
            mark.getparent().remove(mark)
    for mark in list(tree.iter(f"{W}bookmarkEnd")):
        if mark.get(f"{W}id") in gone:
            mark.getparent().remove(mark)
    for link in tree.iter(f"{W}hyperlink"):
        if link.get(f"{W}anchor") in translator.anchors:
            link.set(f"{W}anchor", translator.anchors[link.get(f"{W}anchor")])
    for code in tree.iter(f"{W}instrText"):
        for name in (code.text or "").split():
            if name in translator.anchors:
                code.text = code.text.replace(name, translator.anchors[name])


def _set_credits(tree: etree._Element, translator: Translator) -> None:
    """Lines of credits without their pages: the words alone come back."""
    for mark in list(tree.iter(f"{W}bookmarkStart")):
        words = translator.plain.get(mark.get(f"{W}name"))
        paragraph = mark.getparent()
        if words is None or paragraph.tag != f"{W}p":
            continue
        for run in list(paragraph.iterchildren(f"{W}r", f"{W}hyperlink")):
            paragraph.remove(run)
        mark.addnext(parse_xml(root("w:r", text(words)).encode()))


def _insert_descriptions(story: etree._Element, translator: Translator) -> None:
    """Behind each picture its description, as a paragraph: most tools don't show what stands in the drawing itself. Those of pictures side by
    side come in their order.
    """
    numbers = _numbers(story)
    last: dict[etree._Element, etree._Element] = {}
    for shown in list(story.iter(f"{{{NAMESPACES['wp']}}}docPr")):
        name = translator.names.get(shown.get("name", ""), "")
        if name not in translator.plain:
            continue
        paragraph = next(shown.iterancestors(f"{W}p"))
        added = _paragraph(ELSEWHERE, name, translator.plain[name], next(numbers))
        before, last[paragraph] = last.get(paragraph, paragraph), added
        before.addnext(added)
        section = before.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            added.find(f"{W}pPr").append(section)


def _append_others(body: etree._Element, notes: etree._Element, story: etree._Element, translator: Translator) -> None:
    """At the end, the texts that stand nowhere else."""
    placed = {mark.get(f"{W}name") for tree in (body, notes) for mark in tree.iter(f"{W}bookmarkStart")}
    left = [(name, words) for name, words in translator.plain.items() if name not in placed]
    if not left:
        return
    numbers, end = _numbers(story), story[-1]
    end.addprevious(_paragraph(CONTEXT, "", OTHERS, 0))
    for name, words in left:
        end.addprevious(_paragraph(ELSEWHERE, name, words, next(numbers)))


# ---------------------------------------------------------------- what is to be done


def _names(element: etree._Element) -> set[str]:
    return {mark.get(f"{W}name") for mark in element.iter(f"{W}bookmarkStart")}


def _shade(tree: etree._Element, translator: Translator) -> None:
    """A ground behind paragraphs that are not translated yet, among those that are."""
    for mark in tree.iter(f"{W}bookmarkStart"):
        properties = mark.getparent().find(f"{W}pPr")
        if mark.get(f"{W}name") in translator.wanted and properties is not None and properties.find(f"{W}shd") is None:
            place = sum(1 for child in properties if child.tag in _BEFORE_SHADE)
            properties.insert(place, parse_xml(SHADE.encode()))


def _keep_wanted(story: etree._Element, notes: etree._Element, translator: Translator) -> None:
    """Only what is wanted, with the block before and after it as context, and the notes that these call."""
    noted = {note.get(f"{W}id") for note in notes if _names(note) & translator.wanted}
    blocks = [block for block in story if block.tag in (f"{W}p", f"{W}tbl")]
    hits = [place for place, block in enumerate(blocks) if _names(block) & translator.wanted or _calls(block) & noted]
    worded = [place for place, block in enumerate(blocks) if "".join(block.itertext()).strip()]
    kept = set(hits)
    for hit in hits:
        kept |= {*[place for place in worded if place < hit][-1:], *[place for place in worded if place > hit][:1]}
    for place, block in enumerate(blocks):
        if place not in kept:
            story.remove(block)
    begun = {mark.get(f"{W}id") for mark in story.iter(f"{W}bookmarkStart")}
    for mark in [mark for mark in story.iter(f"{W}bookmarkEnd") if mark.get(f"{W}id") not in begun]:
        mark.getparent().remove(mark)
    for section in list(story.iter(f"{W}sectPr")):
        if section.getparent().tag == f"{W}pPr":
            section.getparent().remove(section)
    called = _calls(story)
    for note in list(notes):
        if note.get(f"{W}type") is None and note.get(f"{W}id") not in called:
            notes.remove(note)
    for tree in (story, notes):
        _as_context(tree, translator)


def _calls(element: etree._Element) -> set[str]:
    return {call.get(f"{W}id") for call in element.iter(f"{W}footnoteReference")}


def _as_context(tree: etree._Element, translator: Translator) -> None:
    """Paragraphs that are not wanted become gray, without names, pictures and page breaks."""
    ends = {mark.get(f"{W}id"): mark for mark in tree.iter(f"{W}bookmarkEnd")}
    for paragraph in tree.iter(f"{W}p"):
        for drawing in list(paragraph.iter(f"{W}drawing")):
            drawing.getparent().remove(drawing)
        for broken in list(paragraph.iter(f"{W}pageBreakBefore")):
            broken.getparent().remove(broken)
        if _names(paragraph) & translator.wanted or _style(paragraph) in ("", CONTEXT):
            continue
        paragraph.find(f"{W}pPr/{W}pStyle").set(f"{W}val", CONTEXT)
        for mark in list(paragraph.iter(f"{W}bookmarkStart")):
            if mark.get(f"{W}name").startswith("_s_"):
                mark.getparent().remove(mark)
                end = ends.get(mark.get(f"{W}id"))
                if end is not None and end.getparent() is not None:
                    end.getparent().remove(end)


def _insert_earlier(story: etree._Element, translator: Translator) -> None:
    for mark in list(story.iter(f"{W}bookmarkStart")):
        words = translator.earlier.get(mark.get(f"{W}name"))
        if words and mark.getparent().getparent() is story:
            mark.getparent().addprevious(_paragraph(CONTEXT, "", PREVIOUS + words, 0))

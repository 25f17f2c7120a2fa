"""What programs that are not at hand make of the DOCX for a translator when they save it, as far as their formats and their users tell: each takes
a file and does to it what that program does. (LibreOffice and OmegaT are asked themselves, in `tests/conform`.)
"""

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy

from lxml import etree
from pseudo import W

Flavour = Callable[[bytes, random.Random], bytes]
XML = "{http://www.w3.org/XML/1998/namespace}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
STORIES = ("word/document.xml", "word/footnotes.xml")
GOOGLE_STYLES = ("Title", "Subtitle", *(f"Heading{level}" for level in range(1, 7)))
CAPTION = "Bijschrift1"
LOCAL = {"Heading1": "Kop1", "Heading2": "Kop2", "Heading3": "Kop3", "Title": "Titel", "Caption": "Bijschrift", "FootnoteText": "Voetnoottekst", "FootnoteReference": "Voetnootmarkering", "Strong": "Zwaar", "Emphasis": "Nadruk", "ListBullet": "Lijstopsomteken"}
"""Ids of styles in a Word of another language; their names in the file stay English."""


def changed(data: bytes, change: Callable[[str, etree._Element], None], without: tuple[str, ...] = ()) -> bytes:
    """The file with each XML part changed, and without some parts."""
    source, made = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name in without:
                continue
            if name.endswith((".xml", ".rels")):
                tree = etree.fromstring(content)
                change(name, tree)
                content = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            target.writestr(name, content)
    return made.getvalue()


def element(tag: str, /, **attributes: str) -> etree._Element:
    return etree.Element(f"{W}{tag}", {f"{W}{key}": value for key, value in attributes.items()})


def properties(run: etree._Element) -> etree._Element:
    found = run.find(f"{W}rPr")
    if found is None:
        found = element("rPr")
        run.insert(0, found)
    return found


def split_runs(tree: etree._Element, chance: random.Random, share: float) -> None:
    """Runs of text cut in two, at spaces and within words."""
    for text in list(tree.iter(f"{W}t")):
        words, run = text.text or "", text.getparent()
        if len(words) < 2 or chance.random() > share or run.tag != f"{W}r" or len(run.findall(f"{W}t")) != 1:
            continue
        at = chance.randrange(1, len(words))
        behind = deepcopy(run)
        text.text, behind.find(f"{W}t").text = words[:at], words[at:]
        for part in (text, behind.find(f"{W}t")):
            part.set(f"{XML}space", "preserve")
        run.addnext(behind)


# ---------------------------------------------------------------- Word


def word(data: bytes, chance: random.Random) -> bytes:
    """Word: runs cut by its checks of spelling and by revisions, marks of its own everywhere, ids of bookmarks and styles of its own, `_GoBack`."""

    def change(name: str, tree: etree._Element) -> None:
        if name == "word/styles.xml" or name in STORIES:
            for named in tree.iter():
                for key in (f"{W}styleId", f"{W}val"):
                    if named.tag in (f"{W}style", f"{W}pStyle", f"{W}rStyle", f"{W}basedOn", f"{W}next", f"{W}link") and named.get(key) in LOCAL:
                        named.set(key, LOCAL[named.get(key)])
        if name not in STORIES:
            return
        split_runs(tree, chance, 0.5)
        _renumber(tree, chance)
        for place, paragraph in enumerate(tree.iter(f"{W}p")):
            paragraph.set(f"{W}rsidR", f"{chance.randrange(1 << 32):08X}")
            paragraph.set(f"{W14}paraId", f"{place + 1:08X}")
        for run in list(tree.iter(f"{W}r")):
            run.set(f"{W}rsidRPr", f"{chance.randrange(1 << 32):08X}")
            if chance.random() < 0.2:
                properties(run).append(element("lang", val="en-GB"))
            if chance.random() < 0.1 and run.getparent().tag in (f"{W}p", f"{W}hyperlink"):
                run.addprevious(element("proofErr", type="spellStart"))
                run.addnext(element("proofErr", type="spellEnd"))
            if chance.random() < 0.05 and run.find(f"{W}t") is not None:
                run.insert(1 if run.find(f"{W}rPr") is not None else 0, element("lastRenderedPageBreak"))
            if chance.random() < 0.05 and run.getparent().tag == f"{W}p" and run.find(f"{W}t") is not None:
                _wrapped(run, element("smartTag", uri="urn:schemas-microsoft-com:office:smarttags", element="place"))
        last = list(tree.iter(f"{W}p"))[-1]
        last.append(element("bookmarkStart", id="0", name="_GoBack"))
        last.append(element("bookmarkEnd", id="0"))

    return changed(data, change)


def _renumber(tree: etree._Element, chance: random.Random) -> None:
    """Other ids for bookmarks, and ends of some of them within their paragraph."""
    marks = [mark for mark in tree.iter(f"{W}bookmarkStart")]
    new = {mark.get(f"{W}id"): str(place + 1) for place, mark in enumerate(marks)}
    for mark in [*marks, *tree.iter(f"{W}bookmarkEnd")]:
        mark.set(f"{W}id", new.get(mark.get(f"{W}id"), mark.get(f"{W}id")))
    for end in list(tree.iter(f"{W}bookmarkEnd")):
        before = end.getprevious()
        if before is not None and before.tag == f"{W}p" and chance.random() < 0.3:
            before.append(end)


def _wrapped(run: etree._Element, around: etree._Element) -> None:
    run.addprevious(around)
    around.append(run)


def word_revised(data: bytes, chance: random.Random) -> bytes:
    """Word with tracked changes left in: words typed and deleted, sentences moved within their paragraph, in the text and in notes."""

    def change(name: str, tree: etree._Element) -> None:
        if name not in STORIES:
            return
        for number, run in enumerate(list(tree.iter(f"{W}r"))):
            text = run.find(f"{W}t")
            if text is None or run.getparent().tag != f"{W}p" or chance.random() > 0.15:
                continue
            who = {"id": str(9000 + number), "author": "Vera Taal", "date": "2026-01-05T10:00:00Z"}
            match chance.choice(["ins", "del", "move"]):
                case "ins":
                    _wrapped(run, element("ins", **who))
                case "del":
                    run.addprevious(_deleted(run, "del", who))
                case "move":
                    run.addprevious(element("moveFromRangeStart", name=f"move{number}", **who))
                    run.addprevious(_deleted(run, "moveFrom", who))
                    run.addprevious(element("moveFromRangeEnd", id=who["id"]))
                    _wrapped(run, element("moveTo", **who))

    return changed(data, change)


def _deleted(run: etree._Element, kind: str, who: dict[str, str]) -> etree._Element:
    """What a reviewer took out before this run: other words."""
    gone, old = element(kind, **who), element("r")
    words = element("delText" if kind == "del" else "t")
    words.text = "woorden die weg moesten "
    old.append(words)
    gone.append(old)
    return gone


# ---------------------------------------------------------------- Google Docs


def google(data: bytes, chance: random.Random) -> bytes:
    """Google Docs: bookmarks with names of its own (``id.…``, and ``_heading=h.…`` before headings), only its nine styles and the rest as direct
    formatting, notes numbered from 0 without separators, fields as their results, lists and tables made anew, no properties of ours.
    """

    def change(name: str, tree: etree._Element) -> None:
        if name == "word/_rels/footnotes.xml.rels":
            return
        if name == "word/styles.xml":
            for style in list(tree.iter(f"{W}style")):
                if style.get(f"{W}styleId") not in (*GOOGLE_STYLES, "Normal"):
                    tree.remove(style)
        if name in STORIES:
            _plain_fields(tree)
            _google_names(tree, chance)
            for run in list(tree.iter(f"{W}r")):
                _direct(run)
            split_runs(tree, chance, 0.4)
            for paragraph in tree.iter(f"{W}p"):
                _google_paragraph(paragraph)
        if name == "word/footnotes.xml":
            for note in list(tree):
                if note.get(f"{W}type"):
                    tree.remove(note)
        if name in STORIES:
            for note in tree.iter(f"{W}footnote", f"{W}footnoteReference"):
                note.set(f"{W}id", str(int(note.get(f"{W}id")) - 1))

    return changed(data, change, without=("docProps/core.xml",))


def _plain_fields(tree: etree._Element) -> None:
    for run in list(tree.iter(f"{W}r")):
        if run.find(f"{W}fldChar") is not None or run.find(f"{W}instrText") is not None:
            run.getparent().remove(run)


def _google_names(tree: etree._Element, chance: random.Random) -> None:
    names = {}
    for mark in tree.iter(f"{W}bookmarkStart"):
        names[mark.get(f"{W}name")] = f"bookmark=id.{chance.randrange(1 << 40):x}"
        mark.set(f"{W}name", names[mark.get(f"{W}name")])
        mark.set(f"{W}colFirst", "0")
    for link in tree.iter(f"{W}hyperlink"):
        if link.get(f"{W}anchor"):
            link.set(f"{W}anchor", names.get(link.get(f"{W}anchor"), f"bookmark=id.{chance.randrange(1 << 40):x}"))


def _direct(run: etree._Element) -> None:
    """The look of a run written out, whatever style it had."""
    made, style = properties(run), run.find(f"{W}rPr/{W}rStyle")
    name = style.get(f"{W}val") if style is not None else ""
    for child in list(made):
        made.remove(child)
    made.append(element("rFonts", ascii="Source Serif 4", cs="Source Serif 4"))
    for tag in ("b", "i"):
        made.append(element(tag, val="1" if (tag, name) in (("b", "Strong"), ("i", "Emphasis")) else "0"))
    if name == "Hyperlink":
        made.append(element("color", val="1155cc"))
        made.append(element("u", val="single"))
    if name == "FootnoteReference":
        made.append(element("vertAlign", val="superscript"))
    made.append(element("rtl", val="0"))


def _google_paragraph(paragraph: etree._Element) -> None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is not None and style.get(f"{W}val") not in GOOGLE_STYLES:
        style.getparent().remove(style)
    elif style is not None:
        paragraph.insert(1, element("bookmarkStart", id="99", name="_heading=h.gjdgxs"))
        paragraph.insert(2, element("bookmarkEnd", id="99"))


def pages(data: bytes, chance: random.Random) -> bytes:
    """Pages on a Mac: no bookmarks at all, one run for each look, styles by names of its own."""

    def change(name: str, tree: etree._Element) -> None:
        if name in STORIES:
            for mark in list(tree.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
                mark.getparent().remove(mark)
            for style in tree.iter(f"{W}pStyle"):
                style.set(f"{W}val", {"BodyText": "Hoofdtekst", "Caption": CAPTION}.get(style.get(f"{W}val"), style.get(f"{W}val")))

    return changed(data, change)


# ---------------------------------------------------------------- translation tools


def deepl(data: bytes, chance: random.Random) -> bytes:
    """DeepL: the package as it was, but where looks begin and end within a paragraph moves by a word, marks of notes go to the end of their sentence,
    words of drawings and properties are translated, and runs are cut.
    """

    def change(name: str, tree: etree._Element) -> None:
        if name == "docProps/core.xml":
            for child in tree:
                if child.tag.endswith(("}title", "}description")):
                    child.text = f"{child.text or ''}oz"
        if name not in STORIES:
            return
        for drawing in tree.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
            if drawing.get("descr"):
                drawing.set("descr", f"{drawing.get('descr')}oz")
        for paragraph in tree.iter(f"{W}p"):
            for first, second in zip(runs := list(_text_runs(paragraph)), runs[1:]):
                if chance.random() < 0.3 and second.getprevious() is first:
                    _move_word(first, second)
        split_runs(tree, chance, 0.2)

    return changed(data, change)


def _text_runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    return (run for run in paragraph.iterchildren(f"{W}r") if [child.tag for child in run if child.tag != f"{W}rPr"] == [f"{W}t"])


def _move_word(first: etree._Element, second: etree._Element) -> None:
    """The last word of a run goes to the next."""
    text, behind = first.find(f"{W}t"), second.find(f"{W}t")
    head, space, word = (text.text or "").rstrip().rpartition(" ")
    if space and word and (text.text or "").endswith(" "):
        text.text, behind.text = f"{head} ", f"{word} {behind.text}"


def trados(data: bytes, chance: random.Random) -> bytes:
    """Trados Studio: neighbours of one look become one run, bookmarks of a paragraph stand together at its beginning and end inside it, and a
    translator who places tags puts the bold words elsewhere in the sentence.
    """

    def change(name: str, tree: etree._Element) -> None:
        if name not in STORIES:
            return
        for paragraph in list(tree.iter(f"{W}p")):
            for end in [*paragraph.itersiblings(f"{W}bookmarkEnd")][:1]:
                if end.getprevious() is paragraph:
                    paragraph.append(end)
            formatted = [run for run in _text_runs(paragraph) if run.find(f"{W}rPr/{W}rStyle") is not None]
            if formatted and chance.random() < 0.3:
                moved = chance.choice(formatted)
                before = moved.getprevious()
                if before is not None and before in list(_text_runs(paragraph)) and before.find(f"{W}rPr") is None:
                    before.addprevious(moved)
            _merge_runs(paragraph)

    return changed(data, change)


def _merge_runs(paragraph: etree._Element) -> None:
    for run in list(_text_runs(paragraph)):
        before = run.getprevious()
        if before is not None and before in list(_text_runs(paragraph)) and _look(before) == _look(run):
            before.find(f"{W}t").text = f"{before.find(f'{W}t').text or ''}{run.find(f'{W}t').text or ''}"
            before.find(f"{W}t").set(f"{XML}space", "preserve")
            paragraph.remove(run)


def _look(run: etree._Element) -> bytes:
    found = run.find(f"{W}rPr")
    return b"" if found is None else etree.tostring(found)


def memoq(data: bytes, chance: random.Random) -> bytes:
    """memoQ: bookmarks that begin between words are put at the end of the segment if the translator did not place their tags; the language is on
    every run.
    """

    def change(name: str, tree: etree._Element) -> None:
        if name not in STORIES:
            return
        for start in list(tree.iter(f"{W}bookmarkStart")):
            paragraph = start.getparent()
            if paragraph.tag == f"{W}p" and chance.random() < 0.3:
                paragraph.append(start)
        for run in tree.iter(f"{W}r"):
            properties(run).append(element("lang", val="en-GB", eastAsia="nl-BE"))

    return changed(data, change)


NAMED: dict[str, Flavour] = {"Word": word, "Word, revised": word_revised, "DeepL": deepl, "Trados": trados, "memoQ": memoq}
"""Those that keep our bookmarks."""
NAMELESS: dict[str, Flavour] = {"Google Docs": google, "Pages": pages}
"""Those that don't."""

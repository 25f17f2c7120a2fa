"""Types a translation into a DOCX in a real LibreOffice, text by text, as a translator would, and saves it as DOCX and as ODT; run by the system's
Python, which has its bridge.

``python3 uno_translator.py SOFFICE FOLDER``: reads ``FOLDER/in.docx``, and ``FOLDER/texts.json`` with a list of (text as it reads, pieces of its
translation). A piece is [text, bold, italic, address], or a number: the mark (of a note, a field) that stands there, which the translator leaves.
Writes ``FOLDER/left.json``: the texts that stand nowhere in the document.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

from uno_edits import in_office  # first: it lets com.sun.star be imported

from com.sun.star.awt.FontSlant import ITALIC

BOLD = 150.0
DIRECT = ("CharWeight", "CharPosture", "CharStyleName", "CharStyleNames", "CharColor", "CharUnderline")


def paragraphs(text):
    """All paragraphs of a text in order, those in its tables too."""
    walk = text.createEnumeration()
    while walk.hasMoreElements():
        element = walk.nextElement()
        if element.supportsService("com.sun.star.text.Paragraph"):
            yield element
        elif element.supportsService("com.sun.star.text.TextTable"):
            for name in element.CellNames:
                yield from paragraphs(element.getCellByName(name))


def portions(paragraph):
    walk = paragraph.createEnumeration()
    while walk.hasMoreElements():
        yield walk.nextElement()


def type_over(paragraph, pieces):
    """Put the pieces in place of the words; marks stay where they are, and the words between them are typed anew, from the last to the first."""
    marks = [portion for portion in portions(paragraph) if portion.TextPortionType in ("Footnote", "Endnote", "TextField")]
    stretches = [[]]
    for piece in pieces:
        if isinstance(piece, int):
            stretches.append([])
        else:
            stretches[-1].append(piece)
    assert len(stretches) == len(marks) + 1, (paragraph.String, pieces)
    starts = [paragraph.Start, *(mark.End for mark in marks)]
    ends = [*(mark.Start for mark in marks), paragraph.End]
    for start, end, stretch in reversed(list(zip(starts, ends, stretches))):
        cursor = paragraph.Text.createTextCursorByRange(start)
        cursor.gotoRange(end, True)
        if cursor.String or stretch:
            typed(cursor, stretch)


def typed(cursor, stretch):
    cursor.HyperLinkURL = ""
    for name in DIRECT:
        try:
            cursor.setPropertyToDefault(name)
        except Exception:
            pass
    cursor.String = "".join(text for text, *_ in stretch)
    at = cursor.Text.createTextCursorByRange(cursor.Start)
    for text, bold, italic, address in stretch:
        at.goRight(len(text.encode("utf-16-le")) // 2, True)
        if bold:
            at.CharWeight = BOLD
        if italic:
            at.CharPosture = ITALIC
        if address:
            at.HyperLinkURL = address
        at.collapseToEnd()


def translate(document, texts):
    waiting = defaultdict(list)
    for source, pieces in texts:
        waiting[source].append(pieces)
    notes = [document.Footnotes.getByIndex(place) for place in range(document.Footnotes.Count)]
    for text in (document.Text, *notes):
        for paragraph in paragraphs(text):
            words = "".join(portion.String for portion in portions(paragraph) if portion.TextPortionType == "Text")
            found = waiting.get(" ".join(words.split()))
            if found:
                type_over(paragraph, found.pop(0))
    return [source for source, left in waiting.items() for _ in left]


def main(soffice, folder):
    folder = Path(folder)

    def work(context, document):
        left = translate(document, json.loads((folder / "texts.json").read_text(encoding="utf-8")))
        (folder / "left.json").write_text(json.dumps(left), encoding="utf-8")

    in_office(soffice, folder, work)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Edits a DOCX in a real LibreOffice, as a translator would, and saves it as DOCX and as ODT; run by the system's Python, which has its bridge.

``python3 uno_edits.py SOFFICE FOLDER``: reads ``FOLDER/in.docx``, and ``FOLDER/edits.json`` with a list of (what, start of the paragraph, more).
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK


def value(name, what):
    made = PropertyValue()
    made.Name, made.Value = name, what
    return made


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("no LibreOffice answers")


def paragraphs(document):
    walk = document.Text.createEnumeration()
    while walk.hasMoreElements():
        element = walk.nextElement()
        if element.supportsService("com.sun.star.text.Paragraph"):
            yield element


def paragraph(document, start):
    return next(one for one in paragraphs(document) if one.String.startswith(start))


def edit(document, what, start, more):
    text = document.Text
    cursor = document.CurrentController.ViewCursor
    here = paragraph(document, start)
    if what == "retype":
        cursor.gotoRange(here.Start, False)
        cursor.gotoRange(here.End, True)
        cursor.String = more
    elif what == "split":
        at = here.Start
        walker = text.createTextCursorByRange(at)
        walker.goRight(here.String.index(more) + len(more), False)
        text.insertControlCharacter(walker, PARAGRAPH_BREAK, False)
    elif what == "merge":
        cursor.gotoRange(here.End, False)
        frame_helper.executeDispatch(document.CurrentController.Frame, ".uno:Delete", "", 0, ())
        text.insertString(cursor.Start, " ", False)
    elif what == "delete":
        walker = text.createTextCursorByRange(here.Start)
        walker.gotoRange(here.End, True)
        walker.goRight(1, True)
        walker.String = ""
    elif what == "move":
        frame = document.CurrentController.Frame
        helper = frame_helper
        cursor.gotoRange(here.Start, False)
        cursor.gotoRange(here.End, True)
        cursor.goRight(1, True)
        helper.executeDispatch(frame, ".uno:Cut", "", 0, ())
        cursor.gotoRange(paragraph(document, more).Start, False)
        helper.executeDispatch(frame, ".uno:Paste", "", 0, ())
    elif what == "delete-note":
        notes = document.Footnotes
        for place in range(notes.Count):
            note = notes.getByIndex(place)
            if more in note.String:
                note.Anchor.String = ""
                break
    elif what == "tracked":
        document.RecordChanges = True
        walker = text.createTextCursorByRange(here.Start)
        walker.String = more
        document.RecordChanges = False
    else:
        raise SystemExit(f"no such edit: {what}")


frame_helper = None


def in_office(soffice, folder, work):
    """Open ``in.docx`` in an office of its own, let ``work(context, document)`` change it, and save it as ``out.docx`` and ``out.odt``."""
    pipe = f"reportbuilder{folder.name}"
    profile = (folder / "profile").as_uri()
    command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"]
    office = subprocess.Popen(command)
    try:
        context = connected(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        document = desktop.loadComponentFromURL((folder / "in.docx").as_uri(), "_blank", 0, (value("Hidden", True),))
        work(context, document)
        document.storeToURL((folder / "out.docx").as_uri(), (value("FilterName", "MS Word 2007 XML"),))
        document.storeToURL((folder / "out.odt").as_uri(), (value("FilterName", "writer8"),))
        document.close(True)
        try:
            desktop.terminate()
        except Exception:
            pass
        office.wait(30)
    finally:
        if office.poll() is None:
            office.terminate()


def main(soffice, folder):
    folder = Path(folder)

    def work(context, document):
        global frame_helper
        frame_helper = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for what, start, more in json.loads((folder / "edits.json").read_text(encoding="utf-8")):
            edit(document, what, start, more)

    in_office(soffice, folder, work)


if __name__ == "__main__":
    main(*sys.argv[1:])

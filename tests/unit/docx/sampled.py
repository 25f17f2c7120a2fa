"""The sample project as DOCX: all that a section may hold, with flat stand-ins for its pictures and made-up page numbers."""

import zlib
from pathlib import Path as FilePath

from unit.docx.made import Docx

from reportbuilder.assets.drawings import Drawing, Path, drawn
from reportbuilder.assets.faces import Faces
from reportbuilder.assets.pictures import Encoded
from reportbuilder.diag.diagnostic import Log
from reportbuilder.docx.embedded_fonts import shown_families
from reportbuilder.docx.fonts import families
from reportbuilder.docx.write import write
from reportbuilder.load.report import load_report
from reportbuilder.load.sheet import read_sheet
from reportbuilder.model.nodes import Chart, Document, PageNumber, Picture
from reportbuilder.model.resolve import resolve
from reportbuilder.model.walk import walk


def sampled(root: FilePath) -> tuple[Document, Docx]:
    """The document of a project, and its DOCX."""
    log = Log()
    draft, sheet = load_report(root, log), read_sheet(root, log)
    assert draft is not None and sheet is not None, log.diagnostics
    document = resolve(draft, log)
    assert not log.errors, log.errors
    faces = Faces({key: root / "assets" / "fonts" / file for key, file in sheet.fonts.items()})
    nodes = list(walk(*document.parts))
    flat = Encoded(zlib.compress(bytes((200, 120, 80)) * 600), 30, 20, "rgb", "flate")
    pictures = {node.file: flat for node in nodes if isinstance(node, Picture)}
    targets = sorted({node.target for node in nodes if isinstance(node, PageNumber)})
    labels = {target: str(place) for place, target in enumerate(targets, 101)}
    charts = [node.id for node in nodes if isinstance(node, Chart)]
    square = Drawing(100.0, 50.0, (Path((("m", 0, 0), ("l", 100, 0), ("l", 100, 50), ("h",)), (18, 52, 59), None, 0.0),), ())
    return document, Docx(write(document, sheet, pictures, labels, families(faces, sheet.fonts, shown_families(sheet)), drawings=dict.fromkeys(charts, drawn(square))))

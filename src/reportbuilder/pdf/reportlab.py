"""ReportLab as the writer uses it, with settings of ours in place of the files in the user's home that it would run when imported."""

import sys
from types import ModuleType

SETTINGS = {"invariant": 1, "useA85": 0, "T1SearchPath": (), "TTFSearchPath": (), "CMapSearchPath": ()}

_settings = ModuleType("reportlab_settings")
_settings.__dict__.update(SETTINGS)
sys.modules.update(reportlab_settings=_settings, reportlab_mods=ModuleType("reportlab_mods"))

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFPage, PDFStream  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402

__all__ = ["Canvas", "PDFArray", "PDFDictionary", "PDFPage", "PDFStream"]

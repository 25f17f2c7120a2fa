"""One source, three finished documents: print PDF, web PDF and DOCX of a yearly report."""

__version__ = "0.1.0"

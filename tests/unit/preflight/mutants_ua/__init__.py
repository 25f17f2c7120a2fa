"""For every rule of PDF/UA-1 a way to break it: a small change to a correct web PDF. The files are by the clauses of the standard; each fills `MUTANTS`."""

from unit.preflight.mutants_ua import annotations, content, document, fonts, language, structure, tables
from unit.preflight.mutants_ua.mutant import MUTANTS, UaMutant, base, mutated

__all__ = ["MUTANTS", "UaMutant", "annotations", "base", "content", "document", "fonts", "language", "mutated", "structure", "tables"]

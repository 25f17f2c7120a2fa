"""A file judged by all rules of PDF/UA-1."""

from reportbuilder.preflight.rule import Rule
from reportbuilder.preflight.ua import annotations, content, document, fonts, language, structure, tables

MODULES = (document, content, structure, tables, language, annotations, fonts)
SHALLOW = (document, structure, tables, language, annotations)
"""Without content and fonts, which take four fifths of the time."""
RULES: tuple[Rule, ...] = tuple(rule for module in MODULES for rule in module.RULES)
"""All rules that are judged from the file alone; those of other font formats and the ones that only a person can judge are not among them."""

"""A file judged by what is known here of PDF/A-2a."""

from reportbuilder.preflight.archival import file, painted, shared
from reportbuilder.preflight.rule import Rule

MODULES = (file, painted, shared)
RULES: tuple[Rule, ...] = tuple(rule for module in MODULES for rule in module.RULES)
"""About half of the tests of the standard; the syntax of the file (line ends, numbers, strings), details of layers, signatures and of extension schemas are not among them."""

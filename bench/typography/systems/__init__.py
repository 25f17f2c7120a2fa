"""The systems that are measured. Each module has ``NAME``, ``missing`` (why it can't run here, or None), ``version`` and ``set_text``."""

from types import ModuleType

from systems import latex, libreoffice, ours, typst, weasyprint

SYSTEMS: dict[str, ModuleType] = {"ours": ours, "lualatex": latex, "typst": typst, "weasyprint": weasyprint, "libreoffice": libreoffice}

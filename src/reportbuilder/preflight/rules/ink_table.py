"""The rules about what comes out on paper; apart from what judges them, which needs rendered pages."""

from reportbuilder.preflight.rule import Level, gwg, house

W = Level.WARNING
RULES = (
    gwg("0005", W, "no page is empty", "nothing needs doing if it is meant to be"),
    gwg("0026", W, "on average of 15 mm square there is no more ink than 320 %", "convert pictures with the printer’s profile; lighten solids"),
    house("09", W, "no spot has more ink than the paper takes", "convert pictures with the printer’s profile; lighten solids"),
)

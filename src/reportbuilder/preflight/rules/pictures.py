"""Pictures: their resolution at the size at which they stand."""

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.marks import ShownPicture
from reportbuilder.preflight.matrix import sides
from reportbuilder.preflight.rule import Level, gwg, house

E, W, I = Level.ERROR, Level.WARNING, Level.INFO
LARGER = "place a larger picture, or show it smaller"
RULES = (
    gwg("0031", E, "pictures in colour or grey have more than 149, better more than 224 pixels an inch", LARGER),
    gwg("0032", E, "pictures of black and white alone have more than 549, better more than 799 pixels an inch", LARGER),
    house("07", I, "pictures have the resolution that the printer wants", LARGER),
    house("08", I, "pictures have not far more pixels than can be printed", "nothing needs doing; the file is larger than it need be"),
)
TINY = 16
"""Pixels; images no larger either way are exempt."""


def resolution(picture: ShownPicture) -> float:
    """Effective pixels an inch: the smaller of both directions."""
    across, down = sides(picture.matrix)
    return min(picture.width / across, picture.height / down) * 72 if across and down else 0.0


def judge(evidence: Evidence, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    for content in evidence.contents:
        for shown in content.shown:
            if isinstance(shown, ShownPicture) and max(shown.width, shown.height) > TINY:
                _picture(shown, evidence.limits, content.number, findings)


def _picture(picture: ShownPicture, limits: Limits, page: int, findings: Findings) -> None:
    ppi = resolution(picture)
    if not ppi:
        return
    message, name = f"a picture has {ppi:.0f} pixels an inch", picture.name
    if picture.bits == 1:
        if ppi <= limits.bitmap_warning:
            findings.add("R0032", message, page, picture.box, name, E if ppi <= limits.bitmap_error else W)
    elif ppi <= limits.ppi_warning:
        findings.add("R0031", message, page, picture.box, name, E if ppi <= limits.ppi_error else W)
    elif ppi < limits.ppi_wanted - 1:
        findings.add("P-07", message, page, picture.box, name)
    elif ppi > limits.ppi_most:
        findings.add("P-08", message, page, picture.box, name)

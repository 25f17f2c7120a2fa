"""Text and lines: what overprints and what does not, and what a press can hold in register."""

from reportbuilder.preflight.evidence import Evidence, PageFacts
from reportbuilder.preflight.finding import Box, Findings
from reportbuilder.preflight.content import PageContent
from reportbuilder.preflight.limits import MM, Limits
from reportbuilder.preflight.marks import Shown, ShownPath, ShownText
from reportbuilder.preflight.matrix import touch
from reportbuilder.preflight.rule import Level, gwg, house
from reportbuilder.preflight.state import Paint

E, W, I = Level.ERROR, Level.WARNING, Level.INFO
BLACK_TEXT, BLACK_LINE, SMALL_TEXT, THIN_LINE = 12.0, 2.0, 8.0, 0.25
"""Points (GWG 2022, R0009 to R0012, R0016 to R0019)."""
BLACK, RICH = 0.85, 2.80
OVERPRINT = "let black overprint"
KNOCK_OUT = "switch overprint off for it"
ONE_INK = "make it larger, or of one ink"
RULES = (
    gwg("0007", E, "white text does not overprint: it would vanish", KNOCK_OUT),
    gwg("0008", W, "white shapes do not overprint: they would vanish", KNOCK_OUT),
    gwg("0009", W, "black text below 12 points overprints what is under it, in mode 1", OVERPRINT),
    gwg("0010", W, "black lines thinner than 2 points overprint what is under them, in mode 1", OVERPRINT),
    gwg("0011", W, "black text below 12 points over other things is DeviceCMYK, not DeviceGray", "make it 0/0/0/100"),
    gwg("0012", W, "black lines thinner than 2 points over other things are DeviceCMYK, not DeviceGray", "make them 0/0/0/100"),
    gwg("0013", W, "nothing in DeviceGray overprints", KNOCK_OUT),
    gwg("0015", W, "text is not black on top of other inks", "make it 0/0/0/100"),
    gwg("0016", W, "white text on a ground is 8 points or larger", "make it larger"),
    gwg("0017", W, "text of several inks is 8 points or larger", ONE_INK),
    gwg("0018", W, "white lines on a ground are 0.25 points or thicker", "make them thicker"),
    gwg("0019", W, "lines of several inks are 0.25 points or thicker", "make them thicker, or of one ink"),
    house("04", I, "text keeps away from the trim", "move it inwards"),
    house("13", I, "text keeps away from the spine of a bound book", "make the inner margin wider"),
    house("05", I, "type is 6 points or larger", "make it larger"),
    house("06", W, "lines have a width: that of 0 is as thin as the machine can", "give it 0.25 points"),
)
MOST_GROUNDS = 4_000
"""Things on one page that something may lie over; what comes after is taken to lie over nothing."""
SLACK = 0.001


def judge(evidence: Evidence, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    for page, content in zip(evidence.pages, evidence.contents):
        looker = _Page(page, content, evidence.limits, findings, evidence.from_right)
        for shown in content.shown:
            looker.look(shown)


class _Page:
    """Looks at what one page shows, one thing after another; ``grounds`` are the boxes of what lies below."""

    def __init__(self, page: PageFacts, content: PageContent, limits: Limits, findings: Findings, from_right: bool) -> None:
        self.number = content.number
        self.right_hand = (content.number % 2 == 1) != from_right
        self.findings = findings
        self.limits = limits
        self.grounds: list[Box] = []
        self.harmless: set[tuple[Paint, float]] = set()
        left, bottom, right, top = page.trim
        safe = limits.safe
        self.trim = page.trim
        self.inner = limits.inner
        self.safe = (left + safe, bottom + safe, right - safe, top - safe)

    def look(self, shown: Shown) -> None:
        if isinstance(shown, ShownText):
            self._text(shown)
            return
        if isinstance(shown, ShownPath):
            self._path(shown)
        if not shown.paint.is_white or not isinstance(shown, ShownPath):
            if len(self.grounds) < MOST_GROUNDS:
                self.grounds.append(shown.box)

    def _over(self, box: Box) -> bool:
        """Whether something lies below."""
        return any(touch(box, ground) for ground in self.grounds)

    def _add(self, rule: str, message: str, box: Box) -> None:
        self.findings.add(rule, message, self.number, box)

    def _text(self, text: ShownText) -> None:
        if (text.paint, text.size) not in self.harmless:
            self._laid_on(text)
            if _is_harmless(text.paint, text.size + SLACK):
                self.harmless.add((text.paint, text.size))
        self._place(text.box, text.size)

    def _laid_on(self, text: ShownText) -> None:
        paint, box, size = text.paint, text.box, text.size + SLACK
        kind = paint.colour.space.kind
        if paint.is_white:
            if paint.overprint and self._over(box):
                self._add("R0007", "white text overprints", box)
            if size < SMALL_TEXT and self._over(box):
                self._add("R0016", f"white text of {text.size:.1f} pt lies on a ground", box)
        elif paint.is_pure_black and size < BLACK_TEXT:
            if kind == "gray":
                if self._over(box):
                    self._add("R0011", f"black text of {text.size:.1f} pt in DeviceGray lies over something", box)
            elif not _overprints(paint.overprint, paint.mode, kind) and self._over(box):
                self._add("R0009", f"black text of {text.size:.1f} pt does not overprint", box)
        elif paint.colorants > 1 and size < SMALL_TEXT:
            self._add("R0017", f"text of {text.size:.1f} pt is made of {paint.colorants} inks", box)
        inks = paint.inks
        if inks and inks[3] >= BLACK and sum(inks) > RICH:
            self._add("R0015", f"text is black on {sum(inks[:3]):.0%} of other inks", box)
        if kind == "gray" and paint.overprint:
            self._add("R0013", "grey text overprints", box)

    def _place(self, box: Box, size: float) -> None:
        if 0 < size < self.limits.least_type - SLACK:
            self._add("P-05", f"type is {size:.1f} pt large", box)
        safe = self.safe
        if not self.inner and box[0] >= safe[0] and box[1] >= safe[1] and box[2] <= safe[2] and box[3] <= safe[3]:
            return
        inside = touch(box, self.trim)
        if inside and (box[0] < safe[0] or box[1] < safe[1] or box[2] > safe[2] or box[3] > safe[3]):
            self._add("P-04", f"text stands closer than {self.limits.safe / MM:.0f} mm to the trim", box)
        elif inside and self._to_spine(box) < self.inner:
            self._add("P-13", f"text stands closer than {self.inner / MM:.0f} mm to the spine", box)

    def _to_spine(self, box: Box) -> float:
        """Odd pages are right-hand ones; in a book that is bound on the right they are left-hand ones."""
        return box[0] - self.trim[0] if self.right_hand else self.trim[2] - box[2]

    def _path(self, path: ShownPath) -> None:
        paint, box = path.paint, path.box
        thick = path.thickness
        kind = paint.colour.space.kind
        if path.stroked and thick == 0:
            self._add("P-06", "a line has no width", box)
        if paint.is_white:
            if paint.overprint and self._over(box):
                self._add("R0008", "a white shape overprints", box)
            if thick is not None and thick + SLACK < THIN_LINE and self._over(box):
                self._add("R0018", f"a white line of {thick:.2f} pt lies on a ground", box)
            return
        if kind == "gray" and paint.overprint:
            self._add("R0013", "a grey shape overprints", box)
        if thick is None:
            return
        if paint.is_pure_black and thick + SLACK < BLACK_LINE:
            if kind == "gray":
                if self._over(box):
                    self._add("R0012", f"a black line of {thick:.2f} pt in DeviceGray lies over something", box)
            elif not _overprints(paint.overprint, paint.mode, kind) and self._over(box):
                self._add("R0010", f"a black line of {thick:.2f} pt does not overprint", box)
        elif paint.colorants > 1 and thick + SLACK < THIN_LINE:
            self._add("R0019", f"a line of {thick:.2f} pt is made of {paint.colorants} inks", box)


def _is_harmless(paint: Paint, size: float) -> bool:
    """Whether text of this size that is so laid on is right whatever it lies over."""
    kind = paint.colour.space.kind
    if paint.is_white or (kind == "gray" and paint.overprint) or (paint.colorants > 1 and size < SMALL_TEXT):
        return False
    if paint.is_pure_black and size < BLACK_TEXT and not (kind != "gray" and _overprints(paint.overprint, paint.mode, kind)):
        return False
    inks = paint.inks
    return not (inks and inks[3] >= BLACK and sum(inks) > RICH)


def _overprints(overprint: bool, mode: int, kind: str) -> bool:
    """In DeviceCMYK the other inks stay only in mode 1 (ISO 32000-1, 8.6.7); a named black ink touches no other."""
    return overprint and (mode == 1 or kind in ("separation", "devicen"))

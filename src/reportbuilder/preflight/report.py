"""A judgement as a page for the browser, whole in one file: pages with the findings drawn on them, heavy ink, pictures, fonts, boxes."""

from base64 import b64encode
from importlib.resources import files
from typing import Any

from reportbuilder.diag.span import NOWHERE
from reportbuilder.preflight.finding import Box, Finding
from reportbuilder.preflight.judgement import Judgement, View
from reportbuilder.preflight.limits import MM, Limits
from reportbuilder.preflight.look import COLOURS, STEPS
from reportbuilder.preflight.rule import Level, family_of
from reportbuilder.preflight.survey import PageRow
from reportbuilder.preflight.verdict import rule_of
from reportbuilder.preflight.told import grouped, kept, totals

TEMPLATE = "report.html.j2"
MOST_SPANS = 8
LEAST_SIDE = 6.0
"""Points; smaller things are marked so large that they are seen."""


def html(name: str, judgement: Judgement, limits: Limits) -> str:
    """The page."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(files("reportbuilder.preflight").joinpath(TEMPLATE).read_text(encoding="utf-8"))
    rows = {row.number: row for row in judgement.survey.pages}
    views = [_view(view, rows[view.number], judgement.verdict.findings) for view in judgement.views if view.number in rows]
    return template.render(
        name=name, limits=limits, totals=totals(judgement), kept=kept(judgement), tallies={f: _tally(judgement, f) for f in judgement.verdict.families}, printed="printer" in judgement.verdict.families,
        survey=judgement.survey, pages=judgement.verdict.pages, size=_size(judgement.survey.pages), complete=judgement.verdict.complete,
        groups=[_group(*group) for group in grouped(judgement.verdict.findings).items()],
        views=views, shown={view["number"] for view in views}, steps=list(zip(STEPS, COLOURS[1:])),
    )  # fmt: skip


def _tally(judgement: Judgement, family: str) -> str:
    levels = [finding.level for finding in judgement.verdict.findings if family_of(finding.rule) == family]
    parts = [f"{levels.count(level)} {level.word}{'s' if levels.count(level) != 1 else ''}" for level in reversed(Level) if level in levels]
    return ", ".join(parts) or "nothing to say"


def _size(pages: tuple[PageRow, ...]) -> str:
    boxes = [page.trim or page.media for page in pages]
    sizes = {(round((box[2] - box[0]) / MM, 1), round((box[3] - box[1]) / MM, 1)) for box in boxes}
    return " and ".join(f"{width:g} × {height:g} mm" for width, height in sorted(sizes)) if len(sizes) <= 3 else "of many sizes"


def _group(key: tuple[int, str, str], same: list[Finding]) -> dict[str, Any]:
    spans = list(dict.fromkeys(str(finding.span) for finding in same if finding.span != NOWHERE))
    return {
        "level": Level(key[0]).word,
        "rule": rule_of(key[1]),
        "message": key[2],
        "pages": [finding.page for finding in same if finding.page],
        "times": sum(finding.count for finding in same),
        "objects": list(dict.fromkeys(finding.object for finding in same if finding.object))[:MOST_SPANS],
        "spans": spans[:MOST_SPANS] + (["…"] if len(spans) > MOST_SPANS else []),
    }


def _view(view: View, row: PageRow, findings: tuple[Finding, ...]) -> dict[str, Any]:
    """A page in the coordinates of SVG: points from the upper left corner of the media box."""
    media = row.media
    own = [finding for finding in findings if finding.page == view.number]
    marks = [
        {"level": finding.level.word, "title": f"{finding.rule}: {finding.message}", "box": _placed(_grown(box), media)}
        for finding in reversed(own)
        for box in finding.boxes
    ]
    return {
        "number": view.number,
        "width": round(media[2] - media[0], 2),
        "height": round(media[3] - media[1], 2),
        "picture": b64encode(view.picture).decode(),
        "heat": b64encode(view.heat).decode(),
        "boxes": [(kind, _placed(box, media)) for kind, box in (("bleed", row.bleed), ("trim", row.trim)) if box],
        "marks": marks,
        "count": sum(finding.count for finding in own),
        "average": view.average,
        "most": view.most,
    }


def _grown(box: Box) -> Box:
    across, down = (max(0.0, LEAST_SIDE - (box[i + 2] - box[i])) / 2 for i in (0, 1))
    return (box[0] - across, box[1] - down, box[2] + across, box[3] + down)


def _placed(box: Box, media: Box) -> tuple[float, float, float, float]:
    """Left, top, width, height."""
    return (round(box[0] - media[0], 2), round(media[3] - box[3], 2), round(box[2] - box[0], 2), round(box[3] - box[1], 2))

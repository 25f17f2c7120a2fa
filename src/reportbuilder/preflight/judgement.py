"""Everything that came of looking at one file, as it goes from process to process and into reports."""

from base64 import b64decode
from typing import Any

from msgspec import Struct, to_builtins

from reportbuilder.diag.span import Span
from reportbuilder.preflight.finding import Finding
from reportbuilder.preflight.verdict import Verdict
from reportbuilder.preflight.rule import Level
from reportbuilder.preflight.survey import NOTHING, FontRow, PageRow, PictureRow, Survey


class View(Struct, frozen=True):
    """A page as a picture (JPEG), where ink is heavy (PNG, mostly clear), and its heaviest average and heaviest spot in per cent."""

    number: int
    picture: bytes
    heat: bytes
    average: float
    most: float


class Judgement(Struct, frozen=True):
    """``views`` are empty when pages were not rendered; ``identity`` is the first part of the ID of the file."""

    verdict: Verdict
    survey: Survey = NOTHING
    views: tuple[View, ...] = ()
    identity: bytes = b""


def as_data(judgement: Judgement) -> dict[str, Any]:
    """As JSON holds it."""
    verdict = judgement.verdict
    return {
        "findings": [{**to_builtins(finding), "level": finding.level.word} for finding in verdict.findings],
        "pages": verdict.pages,
        "complete": verdict.complete,
        "beyond": verdict.beyond,
        "families": verdict.families,
        "survey": to_builtins(judgement.survey),
        "views": [to_builtins(view) for view in judgement.views],
        "identity": judgement.identity.hex(),
    }


def from_data(data: dict[str, Any]) -> Judgement:
    """What `as_data` made."""
    verdict = Verdict(tuple(_finding(finding) for finding in data["findings"]), data["pages"], data["complete"], data["beyond"], tuple(data["families"]))
    views = tuple(View(**{**view, "picture": b64decode(view["picture"]), "heat": b64decode(view["heat"])}) for view in data["views"])
    return Judgement(verdict, _survey(data["survey"]), views, bytes.fromhex(data["identity"]))


def _finding(data: dict[str, Any]) -> Finding:
    level = next(level for level in Level if level.word == data["level"])
    return Finding(**{**data, "level": level, "boxes": tuple(tuple(box) for box in data["boxes"]), "span": Span(*data["span"])})


def _with_tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def _survey(data: dict[str, Any]) -> Survey:
    rows = {
        "pages": tuple(PageRow(**_with_tuples(row)) for row in data["pages"]),
        "pictures": tuple(PictureRow(**_with_tuples(row)) for row in data["pictures"]),
        "fonts": tuple(FontRow(**row) for row in data["fonts"]),
    }
    return Survey(**{**data, "claims": tuple(data["claims"]), "spots": tuple(data["spots"]), **rows})

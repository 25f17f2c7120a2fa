"""The review: what became of each text and of each piece that came back, as a page for the editor and as JSON."""

import json
from collections import Counter
from html import escape
from typing import Any

from reportbuilder.load.wording import shown
from reportbuilder.translate.names import Identity
from reportbuilder.translate.reasons import LEFT, REASONS, place_in_dutch
from reportbuilder.translate.receive import Kind, Taken, Verdict

WORDS: dict[Kind, str] = {
    "unsure": "na te kijken", "absent": "niet teruggekomen", "untranslated": "niet vertaald", "replaced": "vervangen", "new": "nieuw", "same": "ongewijzigd",
}  # fmt: skip
"""The verdicts in the words of the editor, what needs attention first."""
STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1b2a2f}table{border-collapse:collapse;width:100%}"
    "td,th{border-bottom:1px solid #d5dde0;padding:.5rem;text-align:left;vertical-align:top}td.t{width:35%}h2{margin-top:2.5rem}"
    ".unsure,.absent,.untranslated{border-left:4px solid #c4401c}.new,.replaced{border-left:4px solid #2a7f62}small{color:#5a6b71}"
)


def as_html(taken: Taken, identity: Identity, file: str) -> str:
    """The page: what needs attention, then all that was taken; nothing in it is active, whatever came back."""
    counts = Counter(verdict.kind for verdict in taken.verdicts)
    total = ", ".join(f"{counts[kind]} {word}" for kind, word in WORDS.items() if counts[kind])
    made = [
        '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Teruggekomen vertaling</title>',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<style>{STYLE}</style></head><body><h1>Teruggekomen vertaling: {escape(identity.target)}</h1>",
        f"<p>{escape(file)}: {escape(total) or 'niets'}; {len(taken.leftovers)} overgebleven stukken tekst.</p>",
    ]
    if taken.remarks:
        made.append("<h2>Opgemerkt in het bestand</h2><ul>" + "".join(f"<li>{escape(remark)}</li>" for remark in taken.remarks) + "</ul>")
    if taken.leftovers:
        made.append("<h2>Tekst die nergens bij hoort</h2><table><tr><th>Waar<th>Tekst<th>Waarom</tr>")
        made += (
            f"<tr><td>{escape(place_in_dutch(left.passage.place))}<td class=t>{escape(left.passage.text)}"
            f"<td>{escape(LEFT.get(left.why, left.why))}{_comments(left.passage.comments)}</tr>"
            for left in taken.leftovers
        )
        made.append("</table>")
    for kind, word in WORDS.items():
        rows = [verdict for verdict in taken.verdicts if verdict.kind == kind]
        if rows:
            made.append(f"<h2>{escape(word.capitalize())} ({len(rows)})</h2><table><tr><th>Plaats<th>Nederlands<th>Teruggekomen<th>Waarom</tr>")
            made += map(_row, rows)
            made.append("</table>")
    return "\n".join([*made, "</body></html>"]) + "\n"


def _row(verdict: Verdict) -> str:
    span = verdict.segment.unit.span
    before = f"<br><small>was: {escape(verdict.before)}</small>" if verdict.kind in ("replaced", "unsure") and verdict.before else ""
    why = "<br>".join(f"{escape(REASONS.get(fault.code, ''))} <small>{escape(fault.message)}</small>" for fault in verdict.faults)
    return (
        f"<tr class={verdict.kind}><td><small>{escape(span.file)}:{span.line}<br>{escape(place_in_dutch(verdict.place))}</small><td class=t>{_lines(verdict.segment.text)}"
        f"<td class=t>{_lines(verdict.target)}{before}<td>{why}{_comments(verdict.comments)}</tr>"
    )


def _lines(text: str) -> str:
    """A text as Markdown with its line breaks as such."""
    return escape(text).replace("\\\n", "<br>")


def _comments(comments: tuple[str, ...]) -> str:
    return "".join(f"<br><em>{escape(comment)}</em>" for comment in comments)


def as_json(taken: Taken, identity: Identity, file: str) -> str:
    """The same for programs."""
    data: dict[str, Any] = {
        "file": file,
        "language": identity.target,
        "remarks": list(taken.remarks),
        "texts": [
            {
                "id": verdict.segment.id,
                "place": f"{verdict.segment.unit.span.file}:{verdict.segment.unit.span.line}",
                "source": verdict.segment.text,
                "returned": verdict.target,
                "before": verdict.before,
                "verdict": verdict.kind,
                "found_by": verdict.how,
                "where": verdict.place,
                "doubts": [{"code": fault.code, "message": fault.message, "weight": fault.weight} for fault in verdict.faults],
                "comments": list(verdict.comments),
            }
            for verdict in taken.verdicts
        ],
        "leftovers": [
            {"where": left.passage.place, "text": left.passage.text, "why": left.why, "comments": list(left.passage.comments)} for left in taken.leftovers
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def as_diff(taken: Taken) -> str:
    """What an import changes, as lines with ``-`` and ``+``; nothing if it changes nothing."""
    lines = []
    for verdict in taken.verdicts:
        if verdict.kind in ("new", "replaced", "unsure"):
            lines.append(f"  {verdict.segment.id}: {shown(verdict.segment.text)}")
            lines += [f"- {verdict.before}"] if verdict.before and verdict.before != verdict.target else []
            lines.append(f"{'?' if verdict.kind == 'unsure' else '+'} {verdict.target}")
    return "\n".join(lines)

"""What goes on the web: the tagged PDF, whose structure is judged as soon as it is made."""

from msgspec.structs import replace

from reportbuilder.storing import Made, Pieces
from reportbuilder.pdf.profile import WEB, Profile
from reportbuilder.printing import PrintJob


def web_made(job: PrintJob, profile: Profile, stem: str) -> Made:
    """The file, with what looks at it while it is written: what does not keep PDF/UA-1 does not say that it does. By other standards it is not judged here."""
    from reportbuilder.judging import diagnostics, judge_screen, keep_map
    from reportbuilder.pdf.boxes import page_boxes
    from reportbuilder.pdf.places import places
    from reportbuilder.preflight.sources import Sources

    pieces, identity = _finished(job, profile)
    sources = Sources(identity, places(job.layout, job.document, page_boxes(job.sheet, profile)), ())
    keep_map(job.cache, stem, sources)
    if profile.standard != WEB.standard:
        return Made(pieces)

    def looked() -> Made:
        verdict = judge_screen(pieces)
        told = tuple(diagnostics(f"{stem}.pdf", verdict, sources, kind="web"))
        return Made(pieces if verdict.keeps("PDF/UA-1") else _finished(job, replace(profile, standard="none"))[0], told)

    return Made(pieces, later=looked)


def _finished(job: PrintJob, profile: Profile) -> tuple[Pieces, bytes]:
    """The file and its identity."""
    from reportbuilder.pdf.finish import finish
    from reportbuilder.pdf.paint import paint

    painted = paint(job.layout, job.sheet, profile, job.renditions)
    return finish(painted, job.layout, job.document, job.sheet, profile, job.profiles), painted.identity

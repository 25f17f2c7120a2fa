"""What a picture is, from its header alone: its upright size, within limits, and whether it is sharp enough for its place."""

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from reportbuilder.assets.headers import Header, read_header
from reportbuilder.assets.kinds import page_of
from reportbuilder.assets.pictures import Job, PictureFault, PictureInfo, Remark
from reportbuilder.assets.places import locate, open_picture, too_large
from reportbuilder.assets.vector import svg_size
from reportbuilder.style.units import to_mm

MAX_PIXELS = 80_000_000
MAX_SIDE = 20_000
MIN_PPI, GOOD_PPI = 150, 225
"""GWG 2022, R0031: below the first a printed picture is a fault, below the second a warning."""


def inspect(root: Path, file: str, folder: Path | None = None) -> PictureInfo:
    """The upright size of a picture that stands under ``assets``; ``file`` of the answer is its name for a `Job`. What takes long to find out is kept
    in the ``folder``.

    Raises `PictureFault` as `places.open_picture` does, and ``picture-kind``, ``picture-broken``, ``picture-too-large``, for SVG
    the faults of `vector.svg_size`, and for PDF those of `placed.place.opened`.
    """
    found = locate(root, file).relative_to(root / "assets").as_posix()
    number = page_of(file)[1]
    name = f"{found}#{number}" if number and page_of(found)[1] is None else found
    with open_picture(root, name) as stream:
        info, header = examine(stream, name)
        if header is None or header.kind != "pdf":
            return info
        from reportbuilder.assets.measured import measured

        stream.seek(0)
        return PictureInfo(name, *measured(stream.read(), name, folder), vector=True)


def examine(stream: BinaryIO, file: str) -> tuple[PictureInfo, Header | None]:
    """Size and header (None for SVG) of an opened picture; of a PDF the size is to be asked for apart. Raises as `inspect` does."""
    header = read_header(stream, file)
    if header is None:
        stream.seek(0)
        return PictureInfo(file, *svg_size(stream, file), vector=True), None
    if header.kind == "pdf":
        return PictureInfo(file, 1, 1, vector=True), header
    _require_sane(header, file)
    return PictureInfo(file, *header.upright, vector=False), header


def examine_bytes(data: bytes, file: str) -> tuple[PictureInfo, Header | None]:
    """As `examine`, of a whole file in memory."""
    return examine(BytesIO(data), file)


def remarks_on_size(info: PictureInfo, job: Job) -> tuple[Remark, ...]:
    """A warning when the picture has few pixels for its place; raises `PictureFault` ``picture-too-small`` when it has far too few."""
    if info.vector:
        return ()
    across, down = job.crop[2] - job.crop[0], job.crop[3] - job.crop[1]
    ppi = min(info.width * across / job.width, info.height * down / job.height) * 72
    if ppi >= GOOD_PPI:
        return ()
    message = f"the picture ‘{info.file}’ has only {int(ppi)} pixels an inch at {to_mm(job.width):.0f} × {to_mm(job.height):.0f} mm"
    width, height = (round(GOOD_PPI * side / 72) for side in (job.width / across, job.height / down))
    hint = f"use one of {width} × {height} pixels or more, or show it at most {to_mm(job.width) * ppi / GOOD_PPI:.0f} mm wide"
    if ppi < MIN_PPI:
        raise PictureFault("picture-too-small", message, hint)
    return (Remark("picture-too-small", message, hint),)


def _require_sane(header: Header, file: str) -> None:
    width, height = header.width, header.height
    if width < 1 or height < 1:
        raise PictureFault("picture-broken", f"the picture ‘{file}’ says it is {width} × {height} pixels", "export it again")
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        limit = f"at most {MAX_PIXELS // 1_000_000} million pixels and {MAX_SIDE} a side"
        raise too_large(f"the picture ‘{file}’ is too large: {width} × {height} pixels", f"export it smaller: {limit}")

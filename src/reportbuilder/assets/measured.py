"""How large the page of a PDF is, asked of a process of its own and kept by content."""

import struct
from pathlib import Path

from reportbuilder.assets.child import Child, Died
from reportbuilder.assets.pictures import PictureFault
from reportbuilder.diag.diagnostic import Family
from reportbuilder.kept import made

SIZE = struct.Struct("<dd")


def measured(data: bytes, file: str, folder: Path | None = None) -> tuple[float, float]:
    """Width and height in points of the page that ``file`` names. Raises `PictureFault` as `placed.place.opened` does."""
    number = file.rpartition("#")[2]
    size = made(folder, f"page 1 {number}", data, lambda: _asked(data, file)) if folder else _asked(data, file)
    width, height = SIZE.unpack(size)
    return width, height


def _asked(data: bytes, file: str) -> bytes:
    child = Child()
    try:
        ((answer, _),) = child.ask({"measure": file}, data, b"", replies=1)
    except Died:
        raise PictureFault("pdf-broken", f"the PDF ‘{file}’ can't be read", "export it again") from None
    finally:
        child.close()
    if "crash" in answer:
        raise RuntimeError(answer["crash"])
    if "fault" in answer:
        *texts, family = answer["fault"]
        raise PictureFault(*texts, Family(family))
    return SIZE.pack(*answer["size"])

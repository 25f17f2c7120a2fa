"""A picture inside a drawing: only what stands in the file itself, as PNG, JPEG or another kind that we read."""

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

from reportbuilder.assets.inspect import examine_bytes
from reportbuilder.assets.svg_elements import Element, refused

DATA = re.compile(r"data:image/[\w.+-]+((?:;[\w=.-]+)*),(.*)", re.DOTALL)
EMBED = "embed the picture in the drawing, or use it by itself"


def contained(element: Element, file: str) -> tuple[bytes, tuple[int, int]]:
    """The whole file of the picture and its upright size in pixels. Raises `PictureFault` as `inspect.inspect` does; ValueError for data that is none."""
    href = element.attributes.get("href", "").strip()
    found = DATA.fullmatch(href)
    if not found:
        raise refused(file, f"a picture that is not inside it (‘{href[:40]}’)", EMBED, element.line)
    data = unquote_to_bytes(found[2])
    if found[1].endswith(";base64"):
        try:
            data = base64.b64decode(b"".join(data.split()), validate=True)
        except binascii.Error:
            raise ValueError("the data of a picture can't be read") from None
    header = examine_bytes(data, file)[1]
    if header is None:
        raise refused(file, "a drawing as a picture inside it", "put its shapes into the drawing", element.line)
    return data, header.upright

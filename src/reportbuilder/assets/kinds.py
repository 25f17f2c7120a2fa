"""What kind of file a picture really is, from its first bytes: one that we read, or one that is named for what it is and refused."""

import re
from pathlib import PurePosixPath
from typing import Literal

from reportbuilder.assets.pictures import PictureFault, Remark

Kind = Literal["png", "jpeg", "gif", "bmp", "tiff", "webp", "svg", "pdf"]
HEAD = 4096
"""How many bytes `kind_of` wants to see."""

MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"%PDF-", "pdf"),
)
EXTENSIONS: dict[str, Kind] = {
    ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".jpe": "jpeg", ".jfif": "jpeg", ".gif": "gif", ".bmp": "bmp", ".tif": "tiff",
    ".tiff": "tiff", ".webp": "webp", ".svg": "svg",
    ".pdf": "pdf", ".ai": "pdf",
}
PAGE = re.compile(r"(.+\.(?:pdf|ai))#(\d{1,4})", re.IGNORECASE)
AS_PICTURE = "export it as PNG or JPEG"
REFUSED = (
    (b"8BPS", "a Photoshop document", AS_PICTURE),
    (b"%!PS", "an EPS or PostScript file", "export it as PDF or SVG"),
    (b"\xc5\xd0\xd3\xc6", "an EPS file", "export it as PDF or SVG"),
    (b"\xd7\xcd\xc6\x9a", "a Windows metafile (WMF)", "export it as SVG or PNG"),
    (b"\x01\0\x09\0", "a Windows metafile (WMF)", "export it as SVG or PNG"),
    (b"\x01\0\0\0", "a Windows metafile (EMF)", "export it as SVG or PNG"),
    (b"version https://git-lfs", "a Git LFS pointer, not the picture itself", "fetch the picture with ‘git lfs pull’"),
    (b"\x1f\x8b", "a compressed file (perhaps SVGZ)", "save it as plain SVG"),
    (b"PK\x03\x04", "a ZIP archive or an Office document", "take the picture out of it"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000 picture", AS_PICTURE),
    (b"\xff\x4f\xff\x51", "a JPEG 2000 picture", AS_PICTURE),
    (b"\0\0\0\x0cJXL ", "a JPEG XL picture", AS_PICTURE),
    (b"\xff\x0a", "a JPEG XL picture", AS_PICTURE),
    (b"\0\0\1\0", "a Windows icon", AS_PICTURE),
    (b"II+\0", "a BigTIFF", "save it as an ordinary TIFF or as PNG"),
    (b"MM\0+", "a BigTIFF", "save it as an ordinary TIFF or as PNG"),
)


def kind_of(head: bytes, file: str) -> Kind:
    """The kind of a picture by its first `HEAD` bytes, whatever its name says. Raises `PictureFault` ``picture-kind``."""
    for magic, kind in MAGIC:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if _is_svg(head):
        return "svg"
    what, hint = _what_else(head)
    raise PictureFault("picture-kind", f"the picture ‘{file}’ is {what}", hint)


def remarks_on_name(file: str, kind: Kind) -> tuple[Remark, ...]:
    """A warning when the name promises another kind than the file is."""
    path = PurePosixPath(page_of(file)[0])
    if EXTENSIONS.get(path.suffix.lower()) == kind:
        return ()
    right = path.with_suffix(next(suffix for suffix, of in EXTENSIONS.items() if of == kind)).name
    return (Remark("picture-extension", f"the picture ‘{file}’ is really {kind.upper()}", f"rename it to ‘{right}’"),)


def page_of(file: str) -> tuple[str, int | None]:
    """The file and the page that a name like ``kaart.pdf#2`` means; None when it names no page."""
    found = PAGE.fullmatch(file)
    return (found[1], int(found[2])) if found else (file, None)


def _is_svg(head: bytes) -> bool:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return text.startswith(b"<svg") or (text.startswith((b"<?xml", b"<!--", b"<!DOCTYPE svg")) and b"<svg" in head)


def _what_else(head: bytes) -> tuple[str, str]:
    if not head:
        return "empty", "fetch the file again; a cloud folder may hold only its name"
    for magic, what, hint in REFUSED:
        if head.startswith(magic):
            return what, hint
    if head[4:8] == b"ftyp":
        brand = head[8:12].decode("latin-1")
        return "an AVIF picture" if brand.startswith("avi") else "a HEIC picture or a film", "export it as JPEG"
    start = head.lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "a web page, not a picture", "download the picture itself"
    if start.startswith(b"<"):
        return "an XML file", "use PNG, JPEG, WebP, TIFF, GIF, BMP, SVG or PDF"
    return "of no kind we know", "use PNG, JPEG, WebP, TIFF, GIF, BMP, SVG or PDF"

"""What is fixed during a build of the layout, passed whole instead of as six arguments."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from reportbuilder.assets.faces import Faces
from reportbuilder.assets.hyphenation import Hyphens
from reportbuilder.assets.pictures import PictureInfo
from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.model.nodes import Document
from reportbuilder.style.sheet import Sheet


class Config(Struct):
    """``pages`` has the printed page numbers as far as known; ``spans`` the place in the sources of each node (0: the report's title), for
    messages; ``words`` keeps the parts of each word by look; ``told`` has the letters of which it was said that their font lacks them.
    """

    document: Document
    sheet: Sheet
    faces: Faces
    infos: Mapping[str, PictureInfo]
    hyphens: Hyphens
    log: Log
    spans: Mapping[int, Span] = {}
    pages: Mapping[int, str] = {}
    words: dict[Any, dict[str, Any]] = {}
    told: set[tuple[str, str]] = set()

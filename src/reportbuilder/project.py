"""What a project is to a build: where its folders are, and which outputs can be made of it."""

from pathlib import Path
from typing import Literal

from msgspec import Struct

Format = Literal["print", "web", "docx"]
FORMATS: tuple[Format, ...] = ("print", "web", "docx")


class Project(Struct, frozen=True):
    """The folders of one report. ``root`` is as the user typed it, so that messages name paths as they know them."""

    root: Path
    sections: Path
    assets: Path
    styles: Path
    out: Path
    cache: Path

    @classmethod
    def at(cls, root: Path, out: Path | None = None) -> "Project":
        """The project in the folder ``root``; ``out`` replaces its own output folder."""
        return cls(root, root / "sections", root / "assets", root / "styles", out or root / "out", root / ".cache")

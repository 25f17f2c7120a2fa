"""Where the folders of a project are; every path of a build starts here."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Project:
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

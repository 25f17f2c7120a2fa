"""The environment of the peers that come from PyPI; ``peers.sh`` makes it."""

import os
from importlib import metadata
from pathlib import Path

from page import ROOT

FOLDER = Path(os.environ.get("REPORTBUILDER_PEERS") or ROOT / ".peers")
PYTHON = FOLDER / "bin" / "python"


def installed(package: str) -> str | None:
    """The version of a package there, or None."""
    for path in FOLDER.glob("lib/python*/site-packages"):
        for found in metadata.distributions(name=package, path=[str(path)]):
            return found.version
    return None
